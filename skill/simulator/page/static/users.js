/* Named users: somebody new, somebody who comes back with a goal, somebody elsewhere. */
import { somebodyElse } from "./tab.js";

const KEY = "leg-day-user";
export const USERS = {
  you: { title: "You again", again: true },
  nora: { title: "Nora, whom nobody has met" },
  ben: { title: "Ben, back and after bigger legs", told: "my goal is bigger legs", again: true },
  olivia: { title: "Olivia, in London", locale: "en-GB" },
};

function known() {
  try { return JSON.parse(sessionStorage.getItem(KEY) ?? "{}"); } catch { return {}; }
}

/* The name and the id of whoever talks; `tab` is the tab's own id. */
export const current = (tab) => {
  const { name = "you", ids = {} } = known();
  return name in USERS && (name === "you" || ids[name]) ? { name, id: ids[name] ?? tab } : { name: "you", id: tab };
};

/* Become a user; resolves to their id. Who comes back is the same one again, the others are new. */
export function become(name) {
  const { ids = {} } = known();
  const met = name === "you" || (USERS[name].again && ids[name]);
  if (!met) ids[name] = somebodyElse();
  sessionStorage.setItem(KEY, JSON.stringify({ name, ids }));
  return { id: ids[name], met };
}
