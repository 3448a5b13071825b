/* The page put together: one conversation of one tab. */
import { faults, possible } from "./check.js";
import { Display } from "./display.js";
import { copy, inspect, panels, showGoal } from "./inspector.js";
import { download, linked, linkTo, read } from "./keepsake.js";
import { microphone } from "./microphone.js";
import { Fault, post } from "./server.js";
import { keep, setting } from "./settings.js";
import { Silence } from "./silence.js";
import { somebodyElse, whoAmI } from "./tab.js";
import * as transcript from "./transcript.js";
import { choose, chosen, hush, offered, speak } from "./voice.js";

const $ = (id) => document.getElementById(id);
const WORDS = { idle: "Asleep", thinking: "Thinking", speaking: "Speaking", listening: "Listening", waiting: "Listening, with no hurry" };

let tab = await whoAmI();
let turns = []; // what the server answered, in order
let open = false;
let queue = Promise.resolve();
const said = []; // for the arrow keys

// --- where we are --------------------------------------------------------------------------------

const locale = () => $("locale").value;
const device = () => document.querySelector('[name="device"]:checked').value;
const aloud = () => $("sound").getAttribute("aria-pressed") === "true";

function state(name) {
  $("state").dataset.state = $("device").dataset.state = name;
  $("state-words").textContent = WORDS[name];
}

function notice(text, action) {
  $("notice").hidden = !text;
  $("notice").textContent = text ?? "";
  if (!action) return;
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = action[0];
  button.addEventListener("click", action[1]);
  $("notice").append(button);
}

// --- one turn ------------------------------------------------------------------------------------

/* Take a turn and show it; resolves to it, or null where it failed. Turns wait for each other. */
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
    const turn = await post("/turn", { tab, locale: locale(), device: device(), ...asked });
    show(turn, you, kind);
    return turn;
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault;
    transcript.fault(you, fault.message);
    over();
    return null;
  }
}

function show(turn, you, kind) {
  if (turns.length && turn.report.request.session.new) transcript.mark("A new session");
  turns.push(turn);
  open = turn.open;
  turn.element = transcript.exchange(you, turn.ssml, kind, () => look(turn));
  look(turn);
  if (turn.screen) display.show(turn.screen);
  answers(turn);
  say(turn);
}

/* Speak a reply; what asks something is followed by silence, as on a device. */
async function say(turn) {
  state("speaking");
  if (!(await speak(turn.ssml, locale(), aloud()))) return;
  if (turn.open) silence.listen($("silence").checked);
  else state("idle");
}

function over() {
  open = false;
  silence.forget();
  state("idle");
  answers({});
}

const silence = new Silence({
  state,
  async reprompt() {
    const turn = turns.at(-1);
    if (!turn?.again) return false;
    transcript.exchange("after eight silent seconds", turn.again, "aside", () => look(turn));
    state("speaking");
    return speak(turn.again, locale(), aloud());
  },
  async end() {
    over();
    await leave("EXCEEDED_MAX_REPROMPTS");
    transcript.mark("Nobody answered: the session has ended");
  },
});

const leave = (reason) => post("/turn", { tab, locale: locale(), device: device(), leave: reason }).catch(() => {});

/* The offer's yes and no, and what the screen hints at, as buttons beside the text box. */
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
  const s = screen?.datasources.screen.properties;
  for (const ask of s?.choices ?? (s?.hint ? [s.hint.ask] : [])) add(ask, "hint", ask);
}

// --- inside --------------------------------------------------------------------------------------

async function look(turn) {
  inspect(turn.inside);
  transcript.current(turn.element);
  $("inside-of").textContent = turn.report.utterance ? `“${turn.report.utterance}”` : "“open leg day”";
  const found = await post("/memory", { tab, locale: locale() }).catch(() => ({}));
  showGoal(found.words);
}

panels({ forget: () => utter("forget me") });

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
microphone($("microphone"), {
  locale,
  notice,
  started: () => { silence.forget(); hush(); state("waiting"); },
  heard: (words, done) => { $("say").value = words; if (done) utter(words); },
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") { hush(); settings(false); if (open) silence.listen($("silence").checked); }
  if (event.key === "/" && !event.target.closest("input, select")) { event.preventDefault(); $("say").focus(); }
});

// --- the device and the settings -----------------------------------------------------------------

/* Another device or another language: what was open ends, as it would on another Echo. */
function moved() {
  const chosenDevice = document.querySelector('[name="device"]:checked');
  display.become(chosenDevice.value, chosenDevice.dataset.size ? JSON.parse(chosenDevice.dataset.size) : null);
  if (open) transcript.mark("Another device: the session has ended");
  hush();
  over();
}

for (const radio of document.querySelectorAll('[name="device"]')) {
  radio.addEventListener("change", () => { keep("device", radio.value); moved(); });
}
$("locale").addEventListener("change", () => { keep("locale", locale()); moved(); voices(); });

function sound(on) {
  $("sound").setAttribute("aria-pressed", on);
  $("sound").textContent = on ? "Sound on" : "Muted";
}
$("sound").addEventListener("click", () => {
  sound(!aloud());
  keep("aloud", aloud());
  if (!aloud()) window.speechSynthesis?.cancel();
});

function settings(on) {
  $("settings").hidden = !on;
  $("settings-button").setAttribute("aria-expanded", on);
}
$("settings-button").addEventListener("click", () => settings($("settings").hidden));
document.addEventListener("click", (event) => { if (!event.target.closest(".menu")) settings(false); });

function voices() {
  const some = offered(locale());
  $("voice").replaceChildren(...some.map((voice) => new Option(voice.name, voice.voiceURI, false, voice === chosen(locale()))));
  $("voice").disabled = some.length === 0;
  $("voice-note").textContent = some.length ? "Voices of this computer; nothing is sent away." : "This computer offers the browser no voice, so replies are only shown.";
}
window.speechSynthesis?.addEventListener?.("voiceschanged", voices);
$("voice").addEventListener("change", () => choose(locale(), $("voice").value));
$("silence").addEventListener("change", () => {
  keep("silence", $("silence").checked);
  if (open) silence.listen($("silence").checked);
});

// --- keeping a conversation ----------------------------------------------------------------------

const telling = (work) => async () => {
  try { await work(); } catch (fault) { if (fault instanceof Fault) notice(fault.message); else throw fault; }
};

$("export").addEventListener("click", telling(async () => {
  if (!turns.length) return notice("There is nothing to export yet.");
  return download(turns);
}));
$("link").addEventListener("click", () => (turns.length ? copy(linkTo(turns), $("link")) : notice("There is nothing to replay yet.")));
$("import").addEventListener("click", () => $("file").click());
$("file").addEventListener("change", telling(async () => {
  const [file] = $("file").files;
  if (!file) return;
  settings(false);
  const conversations = await read(file);
  $("file").value = "";
  for (const { id, turns: written } of conversations) await replay(written, `“${id}”, played by somebody new`, true);
}));

/* Play turns as a user whom nobody has met, so that they go as they went. */
async function replay(written, title, checking) {
  await leave("USER_INITIATED");
  tab = somebodyElse();
  turns = [];
  transcript.mark(title);
  const past = [];
  for (const turn of written) {
    if (!possible(turn, past)) break;
    if (turn.new_session) await leave("USER_INITIATED");
    const launch = turn.user === "<launch>";
    const taken = await take(launch ? { launch } : { say: turn.user }, launch ? "" : turn.user);
    if (!taken) break;
    if (checking) transcript.verdict(taken.element, faults(turn, taken.report, past));
    past.push(taken.report);
  }
}

// --- begin ---------------------------------------------------------------------------------------

const wanted = document.querySelector(`[name="device"][value="${CSS.escape(setting("device", document.body.dataset.device))}"]`);
if (wanted) wanted.checked = true;
if ([...$("locale").options].some((option) => option.value === setting("locale"))) $("locale").value = setting("locale");
sound(setting("aloud", true));
$("silence").checked = setting("silence", true);
voices();
moved();
document.body.dataset.ready = "";
const asked = linked();
if (asked) replay(asked, "Replayed from a link, as somebody new", false);
