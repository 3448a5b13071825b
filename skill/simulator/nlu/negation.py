"""Goals that are named to be turned down: "i'm not bothered about big legs".

A slot value behind a negation is its opposite, where the interaction model has one: a value with a
synonym that negates another's ("not big legs" of `small` negates "big legs" of `muscle`).
"""

from collections.abc import Iterator
from dataclasses import replace

from skill.simulator.nlu.features import Spot, stems
from skill.simulator.nlu.model import InteractionModel, SlotValue
from skill.simulator.nlu.words import of_sample

_NOT = set(stems("not no never nor without hate avoid".split()))
# Between a negation and what it turns down: caring, and words that may stand beside it. Without
# any caring "i'm not getting big legs" is a complaint, not a wish.
_CARING = set(
    stems(
        "want wanting need care caring bothered fussed interested interest into after looking keen "
        "fancy worried aiming trying chasing less".split()
    )
)
_BESIDE = set(
    stems(
        "about in for on having getting get have to big really that much build grow the my any all "
        "like could particularly too of".split()
    )
)
# Between what is turned down and a negation after it: "big legs are just not my thing".
_AFTER = set(stems("is are am do does really just all that thing".split()))


class Negation:
    """Knows which values of one model are opposites."""

    def __init__(self, model: InteractionModel) -> None:
        self._opposites = dict(_opposites(model))

    def applied(self, spot: Spot, words: list[str]) -> Spot:
        """Return the spot as it is meant in a row of stems: its opposite, where it is negated."""
        match = spot.filled.match
        opposite = self._opposites.get((spot.filled.type, match.id)) if match else None
        if opposite is None or not _negated(spot, words):
            return spot
        return replace(spot, filled=replace(spot.filled, match=opposite))


def _negated(spot: Spot, words: list[str]) -> bool:
    at = spot.start - 1
    while at >= 0 and words[at] in _CARING | _BESIDE:
        at -= 1
    # "get big legs" is a phrase of the model itself: its "get" counts as standing between.
    between = words[at + 1 : spot.start + (words[spot.start] in _BESIDE - {"big"})]
    if at >= 0 and words[at] in _NOT:
        return words[at] != "not" or not between or not _CARING.isdisjoint(between)
    at = spot.end
    while at < len(words) and words[at] in _AFTER:
        at += 1
    return at > spot.end and at < len(words) and words[at] in _NOT


def _opposites(model: InteractionModel) -> Iterator[tuple[tuple[str, str], SlotValue]]:
    for slot_type, values in model.types.items():
        phrases = {
            tuple(stems(of_sample(phrase))): value for value in values for phrase in value.phrases
        }
        for words, value in phrases.items():
            if words and words[0] in _NOT:
                for at in range(1, len(words)):
                    other = phrases.get(words[at:])
                    if other and other.id != value.id and set(words[1:at]) <= _CARING | _BESIDE:
                        yield (slot_type, other.id), value
