"""Which reading of a sound makes most sense to the skill? The understanding votes.

Each reading is understood by itself; an intent's votes are the scores of the readings that mean it,
each as much as the recogniser believes in it. Where nothing is sure the choice is
AMAZON.FallbackIntent, and the skill asks back in its own words. What cannot be taken back has to be
heard clearly.
"""

from collections import defaultdict
from dataclasses import dataclass, replace

from skill.simulator.nlu import Understander, Understanding
from skill.simulator.nlu.paraphrase import FALLBACK
from skill.speakers.listen.recogniser import Heard

_DECLINED = 0.5  # the vote of a reading that means nothing, against one that surely means something
_VERBATIM = 2.0  # the vote of a reading that is a sample word for word: "sure" rather than "share",
_COMMAND = 4.0  # and where all of it is one of the few things that everybody says: "no thanks"
_CLEAR = 0.6  # the share of votes that what cannot be taken back needs
_COMMANDS = {
    "AMAZON.YesIntent",
    "AMAZON.NoIntent",
    "AMAZON.HelpIntent",
    "AMAZON.RepeatIntent",
    "MoreIntent",
    "WhyIntent",
}
_LASTING = {
    "ForgetMeIntent",
    "AMAZON.CancelIntent",
    "AMAZON.NavigateHomeIntent",
    "AMAZON.StartOverIntent",
    "AMAZON.StopIntent",
}


@dataclass(frozen=True, slots=True)
class Choice:
    """The reading that was taken, what it means, and the share of the votes for that, 0 to 1."""

    text: str
    understood: Understanding
    agreement: float


def choose(heard: Heard, understander: Understander) -> Choice | None:
    """Return the reading that makes most sense; None where nothing was heard."""
    meant = [(understander.understand(one.text), one.weight) for one in heard.readings]
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
    if intent in _LASTING and not _clear(meant[0][0], intent, agreement):
        best = replace(best, intent=FALLBACK, slots={}, tier="fallback", matched=None)
    return Choice(best.utterance, best, agreement)


def _sense(one: Understanding) -> float:
    if one.intent == FALLBACK:
        return _DECLINED
    if one.tier != "exact":
        return one.score
    return _COMMAND if one.intent in _COMMANDS | _LASTING else _VERBATIM


def _clear(first: Understanding, intent: str, agreement: float) -> bool:
    """Tell whether something that cannot be taken back was said beyond doubt."""
    return first.intent == intent and first.tier == "exact" and agreement >= _CLEAR
