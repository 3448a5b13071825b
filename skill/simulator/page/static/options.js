/* What can be set: language, device, sound, voice, patience. The browser remembers all of it. */
import { keep, setting } from "./settings.js";
import { choose, chosen, offered } from "./voice.js";

const $ = (id) => document.getElementById(id);
const radio = () => document.querySelector('[name="device"]:checked');

export const locale = () => $("locale").value;
export const user = () => $("user").value;

/* Speak as they do somewhere, for as long as one user talks; without a place, as was chosen. */
export function speakAs(place) {
  const known = [...$("locale").options].map((option) => option.value);
  const wanted = place ?? setting("locale", known.includes($("locale").dataset.first) ? $("locale").dataset.first : known[0]);
  if (known.includes(wanted)) $("locale").value = wanted;
  voices();
}
export const device = () => radio().value;
export const size = () => (radio().dataset.size ? JSON.parse(radio().dataset.size) : null);
export const aloud = () => $("sound").getAttribute("aria-pressed") === "true";
export const patient = () => !$("silence").checked;

function sound(on) {
  $("sound").setAttribute("aria-pressed", on);
  $("sound").textContent = on ? "Sound on" : "Muted";
}

function voices() {
  const some = offered(locale());
  const mine = chosen(locale());
  $("voice").replaceChildren(...some.map((voice) => new Option(voice.name, voice.voiceURI, false, voice === mine)));
  $("voice-row").hidden = some.length === 0;
  $("voice-note").textContent = some.length
    ? "Voices of this computer; nothing is sent away."
    : "This computer offers the browser no voice, so replies are only shown.";
}

export function panel(on) {
  if (!on && $("settings").contains(document.activeElement)) $("settings-button").focus();
  $("settings").hidden = !on;
  $("settings-button").setAttribute("aria-expanded", on);
}

function recall() {
  const kind = setting("device", document.body.dataset.device);
  const wanted = document.querySelector(`[name="device"][value="${CSS.escape(kind)}"]`);
  if (wanted) wanted.checked = true;
  $("locale").dataset.first = $("locale").value;
  speakAs();
  sound(setting("aloud", true));
  $("silence").checked = setting("silence", true);
}

/* moved(): another device or language; other(): another user; hushed(): no more sound; waits(): the patience changed. */
export function options({ moved, other, hushed, waits }) {
  recall();
  for (const one of document.querySelectorAll('[name="device"]')) {
    one.addEventListener("change", () => { keep("device", device()); moved("Another device: the session has ended"); });
  }
  $("user").addEventListener("change", other);
  $("locale").addEventListener("change", () => { keep("locale", locale()); voices(); moved("Another language: the session has ended"); });
  $("sound").addEventListener("click", () => { sound(!aloud()); keep("aloud", aloud()); if (!aloud()) hushed(); });
  $("voice").addEventListener("change", () => choose(locale(), $("voice").value));
  $("silence").addEventListener("change", () => { keep("silence", $("silence").checked); waits(); });
  window.speechSynthesis?.addEventListener?.("voiceschanged", voices);
  $("settings-button").addEventListener("click", () => panel($("settings").hidden));
  document.addEventListener("click", (event) => { if (!event.target.closest(".menu")) panel(false); });
}
