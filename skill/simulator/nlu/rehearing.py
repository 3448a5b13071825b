"""What may have been said, read once more: where that makes clearly more sense, it counts.

hearing.py knows which words sound alike; here what they come to is weighed against what was heard.
"""

from collections.abc import Callable
from dataclasses import replace

from skill.simulator.nlu.acceptance import Acceptance
from skill.simulator.nlu.asides import ASKING_NOTHING
from skill.simulator.nlu.background import conditions, things
from skill.simulator.nlu.framing import bare
from skill.simulator.nlu.hearing import Ear
from skill.simulator.nlu.intents import ACTIVITY, BEYOND, CLOSING, DECLINING, FOLLOWING
from skill.simulator.nlu.stories import POINTING
from skill.simulator.nlu.sureness import Guess
from skill.simulator.nlu.tuning import DECIDING

_OTHER = "OtherActivityIntent"
_NO_RUN = "NotARunIntent"  # "that was on my bike"
UNANSWERED = {*DECLINING, _OTHER, _NO_RUN}  # of which nothing is heard into an utterance
_DECISIVE = {"AgeIntent"}  # and what else changes all that comes after it
_NOT_ASKED = UNANSWERED | ASKING_NOTHING | CLOSING | FOLLOWING


class Rehearing:
    """Reads the words of one model that may have been misheard."""

    def __init__(
        self,
        ear: Ear,
        acceptance: Acceptance,
        read: Callable[[list[str]], Guess],
        sample: Callable[[list[str]], Guess | None],
    ) -> None:
        """Read words as `read` does, or as the `sample` that they are."""
        self._ear, self._acceptance = ear, acceptance
        self._read, self._sample = read, sample

    def heard(self, best: Guess, words: list[str]) -> Guess:
        """Return the reading of what may have been said, where it makes clearly more sense."""
        heard = self._ear.corrected(words)
        if heard.words == words or self._unwell(heard.words) != self._unwell(words):
            return best  # an ailment is neither talked away nor talked into somebody
        pointing = best.intent == _OTHER or not POINTING.isdisjoint(words)
        sure = best.intent == BEYOND and best.score >= DECIDING.beyond
        if (pointing or sure) and ACTIVITY in self._acceptance.named(words):
            return best  # nor is what somebody does instead
        said = self._read(heard.words)
        said = self._acceptance.verified(replace(said, score=said.score * DECIDING.corrected))
        said = replace(said, score=said.score * heard.likeness)
        if said.intent is None or said.intent in UNANSWERED:
            return best
        if said.intent in CLOSING | FOLLOWING | _DECISIVE and said.score < DECIDING.closing:
            return best
        lost = {*things(words)} - {*things(heard.words)}
        if lost and said.score < DECIDING.slot and best.intent in {None, *DECLINING}:
            return best  # "can creatine fix that" is of no breathing
        if said.intent == best.intent and len(said.slots) > len(best.slots):
            least = DECIDING.slot
        elif best.intent is None or best.intent in DECLINING:
            least = best.score * DECIDING.refused + DECIDING.gain
        else:
            least = best.score + DECIDING.gain
        if said.likeness is None:  # a sample, word for word
            least = min(least, DECIDING.sample)
        return said if said.score > least else best

    def nearly(self, best: Guess, words: list[str]) -> Guess:
        """Return the question that words are if one more was misheard, where that is sure.

        A sample may sound less like what was heard than what is only like one.
        """
        said = bare(words)
        if len(said) <= DECIDING.rest or ACTIVITY in self._acceptance.named(said):
            return best
        found = replace(best, score=0.0)
        for heard in self._ear.nearly(self._ear.corrected(said).words):
            sure = heard.likeness > DECIDING.nearly
            read = self._read(heard.words) if sure else self._sample(heard.words)
            if read is None or not self._asks(read) or self._unwell(heard.words):
                continue
            score = read.score * heard.likeness
            if score > max(found.score, DECIDING.nearly if read.likeness else 0.0):
                read = self._acceptance.verified(read)
                found = replace(read, score=score) if self._asks(read) else found
        return found if found.score else best

    def _asks(self, read: Guess) -> bool:
        """Tell whether a reading is a question of its own that is answered."""
        intent = read.intent or BEYOND
        return intent not in _NOT_ASKED and not intent.startswith("AMAZON.")

    def _unwell(self, words: list[str]) -> bool:
        """Tell whether words name an ailment: "gout", which nobody is heard into by "got"."""
        return conditions(words) or bool(self._acceptance.named(words, {"AILMENT"}))
