/* The panels: tabs by arrow key, and copying. */
const box = document.getElementById("inside");
let open = "understood";

const tabs = () => [...box.querySelectorAll('[role="tab"]')];

function select(tab, focus) {
  for (const other of tabs()) {
    const on = other === tab;
    other.setAttribute("aria-selected", on);
    other.tabIndex = on ? 0 : -1;
    document.getElementById(other.getAttribute("aria-controls")).hidden = !on;
  }
  open = tab.id.replace("tab-", "");
  if (focus) tab.focus();
}

/* The server's HTML of one turn; what was open stays open, and whoever was inside stays there. */
export function inspect(html) {
  const inside = box.contains(document.activeElement);
  box.innerHTML = html;
  const all = tabs();
  if (all.length) select(all.find((tab) => tab.id === `tab-${open}`) ?? all[0], false);
  if (inside) enter({ preventScroll: true });
}

/* Go inside: on a narrow page it lies far below. */
export function enter(how) { box.querySelector('[aria-selected="true"]')?.focus(how); }

export async function copy(text, button) {
  const before = button.textContent;
  try { await navigator.clipboard.writeText(text); button.textContent = "Copied"; } catch { button.textContent = "Copying is not allowed here"; }
  setTimeout(() => { button.textContent = before; }, 1600);
}

export function panels({ forget }) {
  box.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.role === "tab") select(button, true);
    else if (button.dataset.copy) copy(button.dataset.copy, button);
    else if ("forget" in button.dataset) forget();
  });
  box.addEventListener("keydown", (event) => {
    const all = tabs(), at = all.indexOf(event.target);
    if (at < 0) return;
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    select(all[(to + all.length) % all.length], true);
  });
}
