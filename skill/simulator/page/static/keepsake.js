/* Keeping a conversation: as a test, as a replay for `ask dialog`, from either, and as a link. */
import { post } from "./server.js";

const HASH = "#replay=";

const encode = (turns) => {
  const bytes = new TextEncoder().encode(JSON.stringify(turns));
  return btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
};

const decode = (text) => {
  const bytes = Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));
  return JSON.parse(new TextDecoder().decode(bytes));
};

/* Turns that somebody spoke: what was sent by hand has no words. */
export const spoken = (turns) => turns.filter(({ report }) => report.utterance || report.request.request?.type === "LaunchRequest");

/* What of a turn a link or a file needs. */
const brief = (turns) => spoken(turns).map(({ report }, at) => ({
  utterance: report.utterance,
  intent: report.intent,
  claims: report.claims,
  session: report.session,
  new_session: at > 0 && report.request.session.new,
}));

const named = (turns) => {
  const words = turns.map(({ report }) => report.utterance).find(Boolean) ?? "opened";
  return words.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "").slice(0, 60) || "conversation";
};

const FILES = { test: ["yaml", "application/yaml"], replay: ["json", "application/json"] };

/* Save as a file; form: "test" or "replay". */
export async function download(form, locale, turns) {
  const id = named(turns), [suffix, type] = FILES[form];
  const { text } = await post("/export", { id, form, locale, turns: brief(turns) });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = `${id}.${suffix}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

export const read = async (file) => (await post("/import", { text: await file.text() })).conversations;

export function linkTo(turns) {
  const said = brief(turns).map(({ utterance, new_session: back }) => ({ user: utterance ?? "<launch>", ...(back && { new_session: true }) }));
  return `${location.origin}${location.pathname}${HASH}${encode(said)}`;
}

/* The turns that this page's address asks to replay; null where it names none that can be read. */
export function linked() {
  if (!location.hash.startsWith(HASH)) return null;
  try {
    const turns = decode(location.hash.slice(HASH.length));
    const sound = Array.isArray(turns) && turns.length > 0 && turns.length <= 200 && turns.every((t) => typeof t?.user === "string");
    return sound ? turns : null;
  } catch { return null; }
}
