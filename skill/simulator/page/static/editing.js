/* Writing by hand: a request to send again, the session's attributes, what is kept of the user. */
const box = document.getElementById("inside");
const form = (name) => box.querySelector(`[data-edit="${name}"]`);
const area = (one) => one.querySelector("textarea");

function tell(one, words) { one.querySelector("[role=status]").textContent = words; }

/* The JSON object that is written there; null, and the reason beside it, where it is none. */
function written(one) {
  try {
    const found = JSON.parse(area(one).value);
    if (found && typeof found === "object" && !Array.isArray(found)) return found;
    tell(one, "This is not a JSON object.");
  } catch (fault) { tell(one, `This is not JSON: ${fault.message}`); }
  area(one).setAttribute("aria-invalid", "true");
  return null;
}

function fill(name, text) {
  const one = form(name);
  if (!one || one.contains(document.activeElement)) return; // somebody is writing there
  area(one).value = text ?? "";
  area(one).hidden = text === null;
  one.querySelector("[data-none]").hidden = text !== null;
  one.querySelector(".act").hidden = text === null;
  one.querySelector("button").disabled = true;
}

/* What is so now: the goal in words, and two texts of JSON, null where there are none. */
export function remember({ words, session = null, kept = null }) {
  const goal = box.querySelector("[data-goal]");
  if (goal) goal.textContent = words ?? "none";
  fill("session", session);
  fill("kept", kept);
}

function rewrite(on) {
  form("send").hidden = !on;
  for (const other of form("send").parentElement.querySelectorAll("div.json, .copy")) other.hidden = on;
  if (on) area(form("send")).focus({ preventScroll: true });
  else box.querySelector("[data-rewrite]").focus();
}

/* send(request, anew), save(name, attributes): both resolve to null or to what went wrong. */
export function editing({ send, save, busy }) {
  box.addEventListener("submit", async (event) => {
    event.preventDefault();
    const one = event.target, name = one.dataset.edit, found = written(one);
    if (!found) return;
    if (name === "send") { send(found, one.elements.anew.checked); return; }
    const fault = await save(name, found);
    tell(one, fault ?? "Done.");
    one.querySelector("button").disabled = fault === null;
  });
  box.addEventListener("input", ({ target }) => {
    const one = target.closest("textarea")?.form;
    if (!one) return;
    target.removeAttribute("aria-invalid");
    tell(one, "");
    one.querySelector("button").disabled = false;
  });
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.target.closest("form")?.requestSubmit();
  });
  box.addEventListener("click", ({ target }) => {
    if (target.closest("[data-rewrite]")) rewrite(true);
    else if (target.closest("[data-undo]")) rewrite(false);
  });
  box.addEventListener("focusin", ({ target }) => { if (target.matches("textarea")) busy(true); });
  box.addEventListener("focusout", ({ target }) => { if (target.matches("textarea")) busy(false); });
}
