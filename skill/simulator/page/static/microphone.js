/* Hold to speak: the browser's own speech recognition, where it has one, and the truth about it. */
import { keep, setting } from "./settings.js";

const Recognition = window.SpeechRecognition ?? window.webkitSpeechRecognition;
const NONE = "This browser cannot listen. Type instead: everything works the same.";
const AWAY = "This browser sends what you say to its maker’s servers to turn it into words.";

/* Whether this browser can listen without sending sound away. */
async function atHome(locale) {
  try {
    const where = { langs: [locale], processLocally: true };
    return (await Recognition.available?.(where)) === "available";
  } catch { return false; }
}

/* button: the microphone. notice(text, [label, action]) tells; heard(words, done) takes words. */
export function microphone(button, { locale, notice, heard, started }) {
  let listening = null;
  let held = false;

  async function start() {
    if (listening || held) return;
    held = true;
    if (!Recognition) return notice(NONE);
    const local = await atHome(locale());
    if (!local && !setting("may send sound", false)) {
      return notice(AWAY, ["Use it anyway", () => { keep("may send sound", true); notice("Hold the microphone and speak."); }]);
    }
    if (held) listen(local);
  }

  function listen(local) {
    started();
    const ears = (listening = new Recognition());
    ears.lang = locale();
    ears.interimResults = true;
    if (local) ears.processLocally = true;
    let words = "";
    ears.onresult = ({ results }) => { words = Array.from(results, (r) => r[0].transcript).join(" "); heard(words, false); };
    ears.onerror = ({ error }) => notice(`The microphone did not work (${error}). Type instead.`);
    ears.onend = () => { listening = null; delete button.dataset.on; if (words.trim()) heard(words, true); };
    button.dataset.on = "";
    ears.start();
  }

  function stop() { held = false; listening?.stop(); }

  button.addEventListener("pointerdown", (event) => { event.preventDefault(); start(); });
  for (const end of ["pointerup", "pointerleave", "pointercancel", "blur"]) button.addEventListener(end, stop);
  button.addEventListener("keydown", (event) => {
    if ((event.key === " " || event.key === "Enter") && !event.repeat) { event.preventDefault(); start(); }
  });
  button.addEventListener("keyup", stop);
}
