/* Keeping a conversation: as a test in YAML, from one, and as a link that replays it. */
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

/* What of a turn a link or a test needs. */
const brief = (turns) => turns.map(({ report }, at) => ({
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

export async function download(turns) {
  const id = named(turns);
  const { yaml } = await post("/export", { id, turns: brief(turns) });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([yaml], { type: "application/yaml" }));
  link.download = `${id}.yaml`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

export const read = async (file) => (await post("/import", { yaml: await file.text() })).conversations;

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
