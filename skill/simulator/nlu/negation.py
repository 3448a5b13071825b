"""Goals that are named to be turned down: "i'm not bothered about big legs".

A slot value that is turned down is its opposite, where the interaction model has one: a value with
a synonym that negates another's ("not big legs" of `small` negates "big legs" of `muscle`). Where
it has none, any other value of the utterance is meant rather: "it's not cardio i want, it's size".
What nobody wants is the same turned down: "not have chicken legs" is of the value that "chicken
legs" is of.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from skill.simulator.nlu.features import Spot, stem, stems
from skill.simulator.nlu.grammar import Filled
from skill.simulator.nlu.model import InteractionModel, SlotValue
from skill.simulator.nlu.words import of_sample


def _any(words: str) -> str:
    return "(?:" + "|".join(dict.fromkeys(stems(words.split()))) + ")"


_NOT = _any("not no never nobody neither nor zero less nothing hardly")
_AVERSE = _any("hate avoid without dread despise loathe nightmare scared afraid terrified")
# Without any caring "i'm not getting big legs" is a complaint, and no wish.
_CARING = _any(
    "want wanting wanted need care caring bothered fussed interested interest into after looking "
    "keen fancy worried aiming trying chasing like love appeal point use desire ambition plan "
    "intention wish hope about goal aim thing mind envy fixing seeking craving fond fan vibe"
)
_END = _any(
    "but so because and if while although then can should do is will would i he she just only"
)
_BESIDE = _any(
    "about in for on having getting get have to big really that much build grow the my any all "
    "like could particularly too of"
)
_DROPPED = _any("scrap drop forget ditch bin scratch")  # said right before what is let go
_SIZE = _any("big bigger bulk bulky massive huge thick large")  # "stronger legs, just not big ones"
_SELF = {"i", "do", "am"}  # "i do not want"
_KEEPING_FROM = rf"{_any('keep stop prevent')} (?:\w+ ){{0,2}}from(?: (?!{_END}\b)\w+){{0,2}}"
# An answer, and no denial of what comes after it: "not really, i just want abs".
_ANSWER = re.compile(
    rf"\b(?:not|neither) ((?:{_any('really quite exactly me all')}|(?:at|of) \w+)"
    rf"(?= (?:i|he|she|my|it)\b))"
)
_NO_BUT = re.compile(r"\bno (?=(?:my|i|just|only|it|that)\b)")  # "what, no, i want cardio"
# "Not what I want", "I don't think I want"; and "zero time, I want" turns nothing down.
_CLAUSE = rf" {_any('what something thing one think reckon sure believe')} (?:if |that )?i"
_BEFORE = re.compile(
    rf"\b(?:{_NOT}(?: for)?"
    rf"|{_NOT}(?:(?: (?!(?:but|forget|i)\b)\w+){{0,3}}?|{_CLAUSE}) {_CARING}"
    rf"(?: for)?(?: (?!{_END}\b|for\b)\w+){{0,4}}"
    rf"|{_AVERSE}(?: (?!{_END}\b)\w+){{0,3}}"
    rf"|last thing(?: \w+){{0,3}} (?:is|be)|who need(?: \w+)?|{_KEEPING_FROM}"
    rf"|(?<!not )(?<!never ){_DROPPED}(?: (?:my|that|all))?)$"
)
_NOT_ME = re.compile(r"\b(?:who|he|she) (?:\w+ )*not i$")  # "he's the one who wants them, not me"
_MAYBE_BEFORE = re.compile(
    rf"\b(?:{_NOT}|{_AVERSE}|last thing|who need|{_DROPPED})\b"
)  # quick to tell
_OBJECT_FIRST = (
    rf"(?:all |that )*i (?:\w+ )?{_NOT} (?:\w+ )?{_CARING}(?: {_END}\b| for\b| about\b|$)"
)
_THOSE = (  # "bulky legs, because i don't want those"
    rf"(?:because|and|but) i (?:\w+ )?{_NOT} {_CARING} {_any('those them that it')}(?: {_END}\b|$)"
)
_AFTER = re.compile(
    rf"(?:{_any('is are am do does really just simply all that thing what')} )*"
    rf"(?:(?:is|are) so )?{_NOT}\b(?! (?:too |so )?{_SIZE}| forget| {_any('bother worry')} i)"
    rf"|{_OBJECT_FIRST}|{_THOSE}|(?:hard )?pass\b|(?:\w+ )?(?:my )?(?!without){_AVERSE}\b"
    rf"|(?:\w+ ){{0,2}}last thing\b|(?:would be|is|are) (?:\w+ )?{_any('silly daft pointless')}\b"
    rf"|(?:{_any('means matters')} {_NOT}\b)"
)


def averse(word: str) -> bool:
    """Tell whether a word turns down what follows it: nobody is heard into it."""
    return bool(re.fullmatch(_AVERSE, stem(word)))


def turns_down(words: list[str]) -> bool:
    """Tell whether a row of stems has a word that can turn something down before it is named."""
    return bool(_MAYBE_BEFORE.search(" ".join(words)))


class Negation:
    """Knows which values of one model are opposites."""

    def __init__(self, model: InteractionModel) -> None:
        self._opposites: dict[tuple[str, str], SlotValue] = {}
        self._unwanted: set[tuple[str, ...]] = set()  # the stems of what nobody wants
        for slot_type, words, other, value in _denials(model):
            if other.id == value.id:
                self._unwanted.add(words)
            else:
                self._opposites[slot_type, other.id] = value

    def applied(
        self, spot: Spot, words: list[str], starts: Collection[int] = ()
    ) -> tuple[Spot, bool]:
        """Return the spot as it is meant in a row of stems, and whether it is only turned down.

        `starts` is where values begin: "quads, not the balance thing" turns down what comes after.
        """
        match = spot.filled.match
        own = words[spot.start : spot.end]
        certain = tuple(own) in self._unwanted or re.fullmatch(_NOT, own[0])  # "ain't after no ..."
        if match is None or certain or not _negated(spot, words, starts):
            return spot, False
        opposite = self._opposites.get((spot.filled.type, match.id))
        if opposite is None:
            return spot, True
        return replace(spot, filled=replace(spot.filled, match=opposite)), False

    def contradict(self, one: Filled, other: Filled) -> bool:
        """Tell whether two values are each other's opposite: big legs, and no big legs."""
        return any(
            value.match
            and denied.match
            and self._opposites.get((value.type, value.match.id)) == denied.match
            for value, denied in ((one, other), (other, one))
        )

    def denied_before(self, spot: Spot, words: list[str]) -> bool:
        """Tell whether what stands before a value turns it down, and it has no opposite."""
        return self.applied(spot, words)[1] and bool(_BEFORE.search(_answered(words[: spot.start])))

    def turned_down(self, spots: Sequence[Spot], words: list[str]) -> tuple[int, int] | None:
        """Return from where to where a row of stems turns a value down before the one wanted.

        "i do not care about cardio just size" does from its first word to "cardio". None where no
        other of its slot type follows, or what is turned down has an opposite; "not jogging" is,
        at the end, of "sprinting i want not jogging".
        """
        if after := _denied_last(spots, words):
            return after
        kinds = {slot_type for slot_type, _ in self._opposites}
        values = [spot for spot in spots if spot.filled.match and spot.filled.type in kinds]
        down = [spot for spot in values if self.applied(spot, words)[1]]
        for spot in down:
            said = _BEFORE.search(_answered(words[: spot.start]))
            if said and any(one.start >= spot.end and one not in down for one in values):
                start = said.string.count(" ", 0, said.start())
                while start and words[start - 1] in _SELF:
                    start -= 1
                return start, spot.end
        return None


def _denied_last(spots: Sequence[Spot], words: list[str]) -> tuple[int, int] | None:
    """Return where the last words of a row deny a value, and one of its type stands before."""
    for spot in spots:
        at = spot.start - 1
        if spot.filled.match and spot.end == len(words) and words[max(at, 0)] == "not":
            kinds = {one.filled.type for one in spots if one.filled.match and one.end <= at}
            if spot.filled.type in kinds and words[at - 1] != "or":
                return at, spot.end
    return None


def _answered(words: list[str]) -> str:
    """Return words with a "well" for the no that only answers: "not really, ..."."""
    return _ANSWER.sub(r"well \1", _NO_BUT.sub("well ", " ".join(words)))


def _negated(spot: Spot, words: list[str], starts: Collection[int]) -> bool:
    # "get big legs" is a phrase of the model itself: its "get" counts as standing before it.
    own = re.fullmatch(_BESIDE, words[spot.start]) and words[spot.start] != "big"
    before = _answered(words[: spot.start + bool(own)])
    if re.search(r"\bwould not mind(?: \w+){0,3}$", before):  # and would like it
        return False
    if words[spot.end : spot.end + 1] == ["not"] and spot.end + 1 in starts:
        return bool(_BEFORE.search(before))
    after = words[spot.end : -2 if _NOT_ME.search(" ".join(words)) else None]
    return bool(_BEFORE.search(before) or _AFTER.match(" ".join(after)))


def _denials(
    model: InteractionModel,
) -> Iterator[tuple[str, tuple[str, ...], SlotValue, SlotValue]]:
    """Yield what a model's values deny: slot type, the stems denied, their value, and the other."""
    skipped = re.compile(f"{_CARING}|{_BESIDE}")
    denied = re.compile(f"{_NOT}|{_AVERSE}")
    for slot_type, values in model.types.items():
        phrases = {
            tuple(stems(of_sample(phrase))): value for value in values for phrase in value.phrases
        }
        for words, value in phrases.items():
            if words and denied.fullmatch(words[0]):
                for at in range(1, len(words)):
                    other = phrases.get(words[at:])
                    if other and all(skipped.fullmatch(word) for word in words[1:at]):
                        yield slot_type, words[at:], other, value
