/* What was said, as a script of a play. */
import { sentences } from "./voice.js";

const log = document.getElementById("log");
const scroll = document.getElementById("scroll");
const template = document.getElementById("turn-template");

/* On a wide page the transcript scrolls, on a narrow one the page does. */
function bottom() {
  scroll.scrollTop = scroll.scrollHeight;
  log.lastElementChild?.scrollIntoView({ block: "nearest" });
}

function add(you, says, asks, kind) {
  document.getElementById("welcome").hidden = true;
  const turn = template.content.firstElementChild.cloneNode(true);
  if (kind) turn.classList.add(kind);
  turn.querySelector(".you").textContent = you;
  turn.querySelector(".says").textContent = says;
  turn.querySelector(".asks").textContent = asks;
  log.append(turn);
  bottom();
  return turn;
}

/* One exchange; look() is what its "Inside" button does. */
export function exchange(you, ssml, kind, look) {
  const [says, asks] = sentences(ssml);
  const turn = add(you, says, asks, kind);
  turn.querySelector(".look").addEventListener("click", look);
  current(turn);
  return turn;
}

export function current(turn) {
  for (const other of log.querySelectorAll(".turn")) other.setAttribute("aria-current", other === turn);
}

export function fault(you, sentence) {
  add(you, sentence, "", "fault").querySelector(".look").remove();
}

/* A line across: the session ended, another one began. */
export function mark(words) {
  const line = document.createElement("p");
  line.className = "mark";
  line.textContent = words;
  log.append(line);
  bottom();
}

/* Below a turn: whether it held what an imported test expects of it. */
export function verdict(turn, faults) {
  const line = document.createElement("p");
  line.className = faults.length ? "check missed" : "check";
  line.textContent = faults.length ? `✗ ${faults.join("; ")}` : "✓ as expected";
  turn.append(line);
  bottom();
}

export function clear() { log.replaceChildren(); }
