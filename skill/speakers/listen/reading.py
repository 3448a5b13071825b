"""Which reading of a sound makes most sense to the skill? The understanding votes.

Each reading is understood by itself; an intent's votes are the scores of the readings that mean it,
each as much as the recogniser believes in it. Where nothing is sure the choice is
AMAZON.FallbackIntent, and the skill asks back in its own words. What cannot be taken back has to be
heard clearly.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from skill.simulator.nlu import Understander
from skill.simulator.nlu.intents import FALLBACK
from skill.simulator.nlu.understanding import Understanding
from skill.speakers.listen.recogniser import Heard

_DECLINED = 0.5  # the vote of a reading that means nothing, against one that surely means something
_VERBATIM = 2.0  # the vote of a reading that is a sample word for word: "sure" rather than "share",
_COMMAND = 4.0  # and where all of it is one of the few things that everybody says: "no thanks"
# What cannot be taken back needs this share of what the recogniser believes in: of readings that
# are samples of it, word for word, or, to stop or cancel only, of all that mean it.
_CLEAR, _CLEAR_ALIKE = 0.4, 0.85
_COMMANDS = {
    "AMAZON.YesIntent",
    "AMAZON.NoIntent",
    "AMAZON.HelpIntent",
    "AMAZON.RepeatIntent",
    "MoreIntent",
    "WhyIntent",
}
_ENDING = {"AMAZON.CancelIntent", "AMAZON.StopIntent"}
_LASTING = _ENDING | {"ForgetMeIntent", "AMAZON.NavigateHomeIntent", "AMAZON.StartOverIntent"}


@dataclass(frozen=True, slots=True)
class Choice:
    """The reading that was taken, what it means, and the share of the votes for that, 0 to 1."""

    text: str
    understood: Understanding
    agreement: float


def choose(heard: Heard, understander: Understander, said: str = "") -> Choice | None:
    """Return the reading that makes most sense, in reply to what was said; None for silence."""
    meant = [(understander.understand(one.text, said), one.weight) for one in heard.readings]
    if not meant:
        return None
    votes: defaultdict[str, float] = defaultdict(float)
    for one, weight in meant:
        votes[one.intent] += weight * _sense(one)
    intent = max(votes, key=lambda name: votes[name])
    best, _ = max(
        (pair for pair in meant if pair[0].intent == intent),
        key=lambda pair: pair[1] * _sense(pair[0]),
    )
    agreement = votes[intent] / (sum(votes.values()) or 1)
    if intent in _LASTING and not _clear(meant, intent):
        best = replace(best, intent=FALLBACK, slots={}, tier="fallback", matched=None)
    return Choice(best.utterance, best, agreement)


def _sense(one: Understanding) -> float:
    if one.intent == FALLBACK:
        return _DECLINED
    if one.tier != "exact":
        return one.score
    return _COMMAND if one.intent in _COMMANDS | _LASTING else _VERBATIM


def _clear(meant: Sequence[tuple[Understanding, float]], intent: str) -> bool:
    """Tell whether something that cannot be taken back was said beyond doubt.

    What counts is how much the recogniser believes in it: votes count samples several times.
    """
    first, _ = meant[0]
    if first.intent != intent:
        return False
    alike = [(one, weight) for one, weight in meant if one.intent == intent]
    all_told = sum(weight for _, weight in meant)
    verbatim = sum(weight for one, weight in alike if one.tier == "exact")
    if first.tier == "exact" and verbatim >= _CLEAR * all_told:
        return True
    return intent in _ENDING and sum(weight for _, weight in alike) >= _CLEAR_ALIKE * all_told
