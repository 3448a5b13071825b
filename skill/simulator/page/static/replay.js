/* Playing written turns: from a file, with what they expect, or from a link. */
import { faults, possible } from "./check.js";
import { mark, verdict } from "./transcript.js";

/* talk: say(words), launch(), leave(), begin() as somebody new. Stops where a turn fails. */
export async function replay(written, title, checking, talk, place) {
  await talk.begin(place);
  mark(title);
  const past = [];
  for (const turn of written) {
    if (!possible(turn, past)) break;
    if (turn.new_session) await talk.leave("USER_INITIATED");
    const taken = await (turn.user === "<launch>" ? talk.launch() : talk.say(turn.user));
    if (!taken) break;
    if (checking) verdict(taken.element, faults(turn, taken.report, past));
    past.push(taken.report);
  }
}
