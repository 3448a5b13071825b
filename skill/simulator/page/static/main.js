/* The page put together: one conversation of one tab. */
import { Display } from "./display.js";
import { editing, remember } from "./editing.js";
import { copy, enter, inspect, panels } from "./inspector.js";
import { download, linked, linkTo, read, spoken } from "./keepsake.js";
import { microphone } from "./microphone.js";
import { aloud, device, locale, options, panel, patient, size, speakAs, user } from "./options.js";
import { replay } from "./replay.js";
import { Fault, post } from "./server.js";
import { Silence } from "./silence.js";
import { somebodyElse, whoAmI } from "./tab.js";
import * as transcript from "./transcript.js";
import { become, current, USERS } from "./users.js";
import { hush, speak } from "./voice.js";

const $ = (id) => document.getElementById(id);
const WORDS = { idle: "Asleep", thinking: "Thinking", speaking: "Speaking", listening: "Listening", waiting: "Listening, with no hurry" };

const mine = await whoAmI();
let tab = mine; // the user, by the id that the server knows
let turns = []; // what the server answered, in order
let open = false; // whether the skill listens
let writing = false; // whether somebody writes by hand, who is not silent
let queue = Promise.resolve(); // turns wait for each other
const said = []; // for the arrow key

const here = () => ({ tab, locale: locale(), device: device() });

function state(name) {
  $("state").dataset.state = $("device").dataset.state = name;
  $("state-words").textContent = WORDS[name];
}

function notice(text, action) {
  $("notice").hidden = !text;
  $("notice").textContent = text ?? "";
  if (!action) return;
  const button = document.createElement("button");
  Object.assign(button, { type: "button", textContent: action[0] });
  button.addEventListener("click", action[1]);
  $("notice").append(button);
}

// --- one turn ------------------------------------------------------------------------------------

/* Take a turn and show it; resolves to it, or to null where it failed. */
function take(asked, you, kind) {
  queue = queue.then(() => exchange(asked, you, kind));
  return queue;
}

async function exchange(asked, you, kind) {
  silence.forget();
  hush();
  notice();
  state("thinking");
  try {
    const turn = await post("/turn", { ...here(), ...asked });
    show(Object.assign(turn, { label: you }), you, kind);
    return turn;
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault;
    transcript.fault(you, fault.message);
    over();
    return null;
  }
}

function show(turn, you, kind) {
  if (turns.length && turn.report.request.session?.new) transcript.mark("A new session");
  turns.push(turn);
  open = turn.open;
  turn.element = transcript.exchange(you, turn.ssml, kind, () => { look(turn); enter(); });
  look(turn);
  if (turn.screen) display.show(turn.screen);
  answers(turn);
  say(turn);
}

/* Speak a reply; what asks something is followed by silence, as on a device. */
async function say(turn) {
  state("speaking");
  if (!(await speak(turn.ssml, locale(), aloud()))) return;
  if (turn.open) silence.listen(!patient() && !writing);
  else state("idle");
}

function over() {
  open = false;
  silence.forget();
  state("idle");
  answers({});
}

const leave = (reason) => post("/turn", { ...here(), leave: reason }).catch(() => {});

const silence = new Silence({
  state,
  async reprompt() {
    const turn = turns.at(-1);
    if (!turn?.again) return false;
    transcript.exchange("after eight silent seconds", turn.again, "aside", () => { look(turn); enter(); });
    state("speaking");
    return speak(turn.again, locale(), aloud());
  },
  async end() {
    over();
    await leave("EXCEEDED_MAX_REPROMPTS");
    transcript.mark("Nobody answered: the session has ended");
  },
});

/* The offer's yes and no, and what else the screen shows to touch, as buttons beside the text box. */
function answers({ yesno, screen }) {
  const row = $("answers");
  row.replaceChildren();
  const add = (text, name, what) => {
    const button = document.createElement("button");
    Object.assign(button, { type: "button", className: name, textContent: text });
    button.addEventListener("click", () => utter(what));
    row.append(button);
  };
  if (yesno) { add("Yes", "yes", "yes"); add("No", "no", "no"); }
  const shown = screen?.datasources.screen.properties;
  for (const { ask } of shown?.choices ?? []) if (!yesno || !["yes", "no"].includes(ask)) add(ask, "hint", ask);
}

async function look(turn) {
  inspect(turn.inside);
  transcript.current(turn.element);
  const { utterance, request } = turn.report;
  $("inside-of").textContent = utterance ? `“${utterance}”` : request.request?.type === "LaunchRequest" ? "“open leg day”" : turn.label;
  await recall();
}

async function recall() {
  remember(await post("/memory", here()).catch(() => ({})));
}

// --- ways to say something -----------------------------------------------------------------------

function utter(words) {
  const clean = words.trim();
  if (!clean) return null;
  said.push(clean);
  $("say").value = "";
  $("say").focus({ preventScroll: true });
  return take({ say: clean }, clean);
}

const display = new Display((words) => take({ touch: words }, `touched: ${words}`, "aside"));

$("form").addEventListener("submit", (event) => { event.preventDefault(); utter($("say").value); });
$("say").addEventListener("input", () => ($("say").value ? silence.rest() : silence.resume()));
$("say").addEventListener("keydown", (event) => {
  if (event.key !== "ArrowUp" || $("say").value || !said.length) return;
  event.preventDefault();
  $("say").value = said.at(-1);
});
for (const example of document.querySelectorAll("[data-say]")) {
  example.addEventListener("click", () => utter(example.dataset.say));
}
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    panel(false);
    hush();
    if (open) silence.listen(!patient());
  } else if (event.key === "/" && !event.target.closest("input, select, textarea")) {
    event.preventDefault();
    $("say").focus();
  }
});
microphone($("microphone"), {
  locale,
  notice,
  started: () => { silence.forget(); hush(); state("waiting"); },
  heard: (words, done) => { $("say").value = words; if (done) utter(words); },
});
panels({ forget: () => utter("forget me") });
editing({
  send(request, anew) {
    const { type = "something", intent } = request.request ?? {};
    take({ send: request, anew }, `sent: ${intent?.name ?? type}`, "aside");
  },
  async save(name, attributes) {
    try { await post(`/${name}`, { ...here(), attributes }); } catch (fault) { return fault.message; }
    await recall();
    return null;
  },
  busy(on) {
    writing = on;
    if (on) silence.rest();
    else if (open && $("state").dataset.state === "waiting") silence.listen(!patient());
  },
});

// --- keeping a conversation ----------------------------------------------------------------------

const talk = {
  say: (words) => take({ say: words }, words),
  launch: () => take({ launch: true }, ""),
  leave,
  async begin(place) {
    await leave("USER_INITIATED");
    if (place) speakAs(place);
    tab = somebodyElse();
    turns = [];
  },
};

const telling = (work) => async () => {
  try { await work(); } catch (fault) { if (fault instanceof Fault) notice(fault.message); else throw fault; }
};

const save = (form) => telling(() => (spoken(turns).length ? download(form, locale(), turns) : notice("There is nothing to save yet.")));

$("export").addEventListener("click", save("test"));
$("replay").addEventListener("click", save("replay"));
$("link").addEventListener("click", () => (spoken(turns).length ? copy(linkTo(turns), $("link")) : notice("There is nothing to replay yet.")));
$("import").addEventListener("click", () => $("file").click());
$("file").addEventListener("change", telling(async () => {
  const [file] = $("file").files;
  if (!file) return;
  const conversations = await read(file).finally(() => { $("file").value = ""; });
  for (const { id, turns: written, locale: place } of conversations) {
    await replay(written, `“${id}”, played by somebody new`, !place, talk, place);
  }
}));

// --- begin ---------------------------------------------------------------------------------------

/* Another user takes over the device; of those gone through with the arrow keys, the last one. */
async function other() {
  const who = user();
  silence.forget();
  await leave("USER_INITIATED");
  if (who !== user()) return;
  const { id = mine, met } = become(who);
  const { title, told, locale: place } = USERS[who];
  tab = id;
  turns = [];
  speakAs(place);
  if (told && !met) {
    await post("/turn", { ...here(), say: told }).catch(() => {});
    await leave("USER_INITIATED");
  }
  moved(title, true);
}

/* Another device or another language: what was open ends, as it would on another Echo. */
function moved(why, always = open) {
  display.become(device(), size(), Boolean(why));
  if (always) transcript.mark(why);
  hush();
  over();
}

options({
  moved,
  other,
  hushed: () => window.speechSynthesis?.cancel(),
  waits: () => { if (open) silence.listen(!patient()); },
});
const { name, id } = current(mine);
$("user").value = name;
tab = id;
speakAs(USERS[name].locale);
moved();
document.body.dataset.ready = "";
const asked = linked();
if (asked) replay(asked, "Replayed from a link, as somebody new", false, talk);
