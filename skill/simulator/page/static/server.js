/* Asking the page's own server. Whatever goes wrong becomes one sentence. */
export class Fault extends Error {}

export async function post(path, body) {
  let answer;
  try {
    answer = await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
  } catch {
    throw new Fault("The simulator does not answer. Is it still running in the terminal?");
  }
  const found = await answer.json().catch(() => ({ error: `The simulator answered ${answer.status}.` }));
  if (!answer.ok) throw new Fault(found.error ?? `The simulator answered ${answer.status}.`);
  return found;
}
