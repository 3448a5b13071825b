/* What the browser remembers of how the page is used; nothing of what is said. */
const KEY = "leg-day-settings";

function read() {
  try { return { ...JSON.parse(localStorage.getItem(KEY) ?? "{}") }; } catch { return {}; }
}

const kept = read();

export const setting = (name, otherwise) => kept[name] ?? otherwise;

export function keep(name, value) {
  kept[name] = value;
  try { localStorage.setItem(KEY, JSON.stringify(kept)); } catch { /* a private window: for this visit only */ }
}
