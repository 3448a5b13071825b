/* Speaking: SSML through the browser's own voices, with its breaks and its emphasis. */
import { keep, setting } from "./settings.js";

const voices = () => window.speechSynthesis?.getVoices() ?? [];
const PER_WORD = 330; // milliseconds a word takes where nothing is heard

/* SSML as parts in order: { text, strong } or { pause } in milliseconds. */
function parts(ssml) {
  if (!ssml) return [];
  const root = new DOMParser().parseFromString(ssml, "text/xml").documentElement;
  const found = [];
  const walk = (node, strong) => {
    for (const child of node.childNodes) {
      if (child.nodeType === Node.TEXT_NODE && child.data.trim()) found.push({ text: child.data.trim(), strong });
      else if (child.nodeName === "break") found.push({ pause: milliseconds(child.getAttribute("time")) });
      else if (child.nodeType === Node.ELEMENT_NODE) walk(child, strong || child.nodeName === "emphasis");
    }
  };
  walk(root, false);
  return found;
}

function milliseconds(time) {
  const [, amount, unit] = /^([\d.]+)(ms|s)$/.exec(time ?? "") ?? [];
  return amount ? Number(amount) * (unit === "s" ? 1000 : 1) : 350;
}

/* The words before the last pause, and the question after it. */
export function sentences(ssml) {
  const all = parts(ssml);
  const last = all.findLastIndex((part) => part.pause);
  const words = (some) => some.filter((part) => part.text).map((part) => part.text).join(" ").replace(/ ([,.?!])/g, "$1");
  return last < 0 ? [words(all), ""] : [words(all.slice(0, last)), words(all.slice(last))];
}

let current = null; // whoever speaks now; the next one interrupts

export function hush() {
  current?.abort();
  current = null;
  window.speechSynthesis?.cancel();
}

/* Speak, and resolve when done or interrupted: true where it was spoken to the end. */
export async function speak(ssml, locale, aloud) {
  hush();
  const mine = (current = new AbortController());
  for (const part of parts(ssml)) {
    if (mine.signal.aborted) return false;
    if (part.pause) await wait(part.pause, mine.signal);
    else if (aloud && chosen(locale)) await utter(part, locale, mine.signal);
    else await wait(part.text.split(/\s+/).length * PER_WORD, mine.signal);
  }
  return !mine.signal.aborted;
}

const wait = (time, signal) => new Promise((resolve) => {
  const timer = setTimeout(resolve, time);
  signal.addEventListener("abort", () => { clearTimeout(timer); resolve(); }, { once: true });
});

const utter = (part, locale, signal) => new Promise((resolve) => {
  const said = new SpeechSynthesisUtterance(part.text);
  said.voice = chosen(locale);
  said.lang = said.voice.lang;
  if (part.strong) { said.rate = 0.9; said.pitch = 1.08; }
  said.onend = said.onerror = resolve;
  signal.addEventListener("abort", resolve, { once: true });
  window.speechSynthesis.speak(said);
});

/* Only voices of this computer: the others send what they speak away. */
export const offered = (locale) => {
  const here = voices().filter((voice) => voice.localService && voice.lang.startsWith(locale.slice(0, 2)));
  return [...here.filter((v) => v.lang.replace("_", "-") === locale), ...here.filter((v) => v.lang.replace("_", "-") !== locale)];
};

export function chosen(locale) {
  const some = offered(locale);
  return some.find((voice) => voice.voiceURI === setting(`voice ${locale}`)) ?? some[0];
}

export const choose = (locale, uri) => keep(`voice ${locale}`, uri);
