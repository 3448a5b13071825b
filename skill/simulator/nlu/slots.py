"""What fills an intent's slots: values anywhere in the words, or words that are no known value."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import pairwise

from skill.simulator.nlu.features import Spot, Spotter, stems
from skill.simulator.nlu.grammar import NUMBER, Filled, Grammar, Parse
from skill.simulator.nlu.model import InteractionModel
from skill.simulator.nlu.negation import Negation, turns_down
from skill.simulator.nlu.stories import POINTING
from skill.simulator.nlu.units import always_after, counts, unbound, unit_starts
from skill.simulator.nlu.words import FUNCTION_WORDS, of_sample

_PERSON = "PERSON"  # the slot type of whom it is asked for
_SAYING = {*stems("says say said told tells thinks think thought reckons swears asked".split())}
_JUDGED = {*stems("right wrong half".split())}  # "so he's half right"
_JOINING = {"and", "or", "but"}
_YES = "AMAZON.YesIntent"  # what is said to agree is no value: "yes how many calories"
_UNWANTED = "unwanted"  # the slot of what is turned down: it holds what was said, not the opposite
_GIVEN_UP = "instead_of"  # the same beside what is wanted: what has no opposite
_DETERMINERS = {"a", "an", "the", "my", "your"}
_POINTING = {"the", "this", "that", "which", "every", "each", "a"}
_GOAL = "GOAL"
_AGED = {*stems("am turned nearly almost aged".split())}
_ASKING = {*stems("do should can could am will would must".split())}
_OF_THEM = {*stems("he she him her his they them their tell get let make ask give take".split())}
_ASKED_FOR = {*stems("how what which why is are can do does should tell".split())}
_POINTING_BACK = POINTING - {"one"}
_LATEST = 5  # words before what is turned down, and those only turn it down
_FEW = 2  # words that hardly say more than a value: "but cardio"


class Slots:
    """Fills the slots of one model's intents."""

    def __init__(
        self,
        model: InteractionModel,
        grammar: Grammar,
        spotter: Spotter,
        own: Mapping[str, set[str]],
    ) -> None:
        """Fill slots with what `spotter` finds; `own` are the stems that each intent uses."""
        self._model = model
        self._grammar = grammar
        self._spotter = spotter
        self._own = own
        self._negation = Negation(model)
        self._apart = {intent.name: unbound(intent) for intent in model.intents.values()}
        self._after = {intent.name: always_after(intent) for intent in model.intents.values()}

    def filled(self, intent: str, words: list[str]) -> dict[str, Filled]:
        """Return the intent's slots, by the values that the words hold for them.

        A slot that its samples always put after one and the same word, as "{tenths}" after "point",
        is filled there only; so is one after another slot, as "{extra}" after "{unit}" in "a mile
        and a half". A number that its samples never part from its unit is none of "two hundred in
        a mile", and none but that of calories is of "a hundred calories a mile".
        """
        found = stems(words)
        spots = self._in_order(found)
        units, apart, after = unit_starts(spots), self._apart[intent], self._after[intent]
        declared = self._model.intents[intent].slots
        kinds = set(declared.values())
        spots = [one for one in spots if not any(_holds(spot, one, kinds) for spot in spots)]
        down = self._turned_down(declared, found)
        slots = {name: spot.filled for name, spot in down.items()}
        spots = [spot for spot in spots if spot.start not in {one.start for one in down.values()}]
        ends: dict[int, set[str]] = {}
        for spot in spots:
            ends.setdefault(spot.end, {found[spot.end - 1]}).add(spot.filled.type)
        named = [name for name in declared if name not in {_UNWANTED, *slots}]
        for name in sorted(named, key=lambda name: name not in after):
            for spot in spots:
                before = ends.get(spot.start, {*found[max(spot.start - 1, 0) : spot.start]})
                stands = name not in after or after[name] in before
                if declared[name] == NUMBER:
                    stands = stands and counts(name, spot, units, found, name in apart)
                    years = found[max(spot.start - 1, 0)] in _AGED and spot.end not in units
                    stands = stands and not years  # "I'm seventy, can I skip leg day"
                if spot.filled.type == declared[name] and stands:
                    slots[name] = spot.filled
                    spots.remove(spot)
                    break
        return slots

    def _turned_down(self, declared: Mapping[str, str], words: list[str]) -> dict[str, Spot]:
        """Return what a row of stems turns down, as it was said, by the slots that are for it."""
        found: dict[str, Spot] = {}
        for name in declared.keys() & {_UNWANTED, _GIVEN_UP}:
            said = [one for one in self._spotter.spots(words) if one.filled.type == declared[name]]
            for spot in said:
                meant, only = self._negation.applied(spot, words)
                if only or (name == _UNWANTED and meant != spot):
                    found.setdefault(name, spot)
        return found

    def at_once(self, values: Iterable[Filled]) -> list[Filled]:
        """Return each of these values once, and of two opposites the last."""
        found: list[Filled] = []
        for value in values:
            found = [one for one in found if not self._negation.contradict(one, value)]
            if all(one.match != value.match for one in found):
                found.append(value)
        return found

    def meant(self, words: list[str]) -> list[tuple[Spot, bool]]:
        """Return the values in a row of stems as they are meant, and which are turned down."""
        spots = _without_tellers(self._spotter.spots(words), words)
        starts = {spot.start for spot in spots}
        return [self._negation.applied(spot, words, starts) for spot in spots]

    def _in_order(self, words: list[str]) -> list[Spot]:
        """Return the values in a row of stems, as they are meant, in the order they fill slots in.

        Long ones come before short ones, and those that stand before what is counted before the
        rest, as "five" does in "five miles" ("a short one three miles" is of three); a number with
        a unit comes first, as in "forty miles is four thousand calories". What is turned down is
        none of them.
        """
        meant = [one for one, down in self.meant(words) if not down and not _stands_in(one, words)]
        starts = {spot.start for spot in meant if spot.filled.type != NUMBER}
        ordered = sorted(meant, key=lambda spot: (spot.start - spot.end, spot.end not in starts))
        units = unit_starts(ordered)
        return sorted(
            ordered, key=lambda spot: spot.filled.type == NUMBER and spot.end not in units
        )

    def wanted(self, words: list[str]) -> list[str]:
        """Return the words without a value that is turned down before another of its type.

        Nor with one that is turned down before a question: "not bothered about abs, which run".
        """
        found = stems(words)
        if not turns_down(found):
            return words
        spots = self._spotter.spots(found)
        down = self._negation.turned_down(spots, found) or self._before_question(spots, found)
        if down is None:
            return words
        places = [at for at, word in enumerate(words) if stems([word])]
        rest = words[: places[down[0]]] + words[places[down[1] - 1] + 1 :]
        return rest if len(rest) > _FEW else words

    def _before_question(self, spots: Sequence[Spot], words: list[str]) -> tuple[int, int] | None:
        """Return where a row of stems turns a goal down at its start, and then asks; or None."""
        for spot in spots:
            after = words[spot.end :]
            stands = _ASKED_FOR.isdisjoint(after) or not _POINTING_BACK.isdisjoint(after)
            if spot.filled.type != _GOAL or spot.start > _LATEST or stands:
                continue
            having = words[spot.start - 1 : spot.start] == ["no"]  # "no abs yet, what ..."
            if not having and self._negation.denied_before(spot, words):
                return 0, spot.end
        return None

    def unresolved(self, words: list[str]) -> Parse | None:
        """Return the words as a sample with a slot that its type has no value for, or None."""
        found = [parse for parse in self._grammar.parse_unmatched(words) if self._foreign(parse)]
        return max(found, key=lambda parse: parse.literal, default=None)

    def _foreign(self, parse: Parse) -> bool:
        """Tell whether a slot's value ends on a word that the intent never has.

        The sample has to say more than "what about {goal}", and what is said by itself as well
        is no value: "stop now" names nobody.
        """
        [heard] = [slot.heard.split() for slot in parse.slots.values() if slot.unmatched]
        said = {word for word in of_sample(parse.sample) if "{" not in word}
        content = [word for word in heard if word not in FUNCTION_WORDS]
        return (
            heard[-1:] == content[-1:]
            and heard[0] in {*content, *_DETERMINERS}
            and self._own[parse.intent].isdisjoint(stems(content[-1:]))
            and not self._spotter.spots(stems(content))
            and not (len(content) > 1 and self._topic(content))
            and not self._own.get(_YES, set()).issuperset(stems(heard))
            and not said <= FUNCTION_WORDS
            and not self._grammar.parse(heard)
        )

    def _topic(self, content: list[str]) -> bool:
        """Tell whether one intent says all the words, as in "progressive overload explained"."""
        words = stems(content)
        return any(own.issuperset(words) for own in self._own.values())


def _without_tellers(spots: Sequence[Spot], words: list[str]) -> list[Spot]:
    """Return the spots without who said it, for they are not asked for: "my mate says so".

    Nor is who does something to the one that asks: "my wife likes me skinny" ("me" is "i").
    """
    people = [spot for spot in spots if spot.filled.type == _PERSON]
    tellers = [
        who
        for who in people
        if not (_SAYING | _JUDGED).isdisjoint(words[who.end : who.end + 2])  # "my mate Dave says"
        or (words[who.end + 1 : who.end + 2] == ["i"] and words[who.end] not in _JOINING)
    ]
    asked = [at for at, pair in enumerate(pairwise(words)) if pair[1] == "i" and pair[0] in _ASKING]
    if asked and _OF_THEM.isdisjoint(words[asked[-1] :]):  # "my sister goes on, do I need it"
        tellers += [who for who in people if who.end <= asked[-1] and who not in tellers]
    pronouns = [who for who in people if tellers and who.end - who.start == 1]
    return [spot for spot in spots if spot not in (*tellers, *pronouns)]


def _stands_in(spot: Spot, words: list[str]) -> bool:
    """Tell whether a "one" counts nothing, but stands for what was named: "a short one"."""
    before = words[max(spot.start - 1, 0) : spot.start]
    return (
        words[spot.start : spot.end] == ["one"]
        and bool(before)
        and (before[0] in _POINTING or before[0] not in FUNCTION_WORDS)
    )


def _holds(spot: Spot, other: Spot, kinds: Collection[str]) -> bool:
    """Tell whether a value of one of the types holds another: "three times" does "three"."""
    held = spot.start <= other.start and other.end <= spot.end
    return held and spot.end - spot.start > other.end - other.start and spot.filled.type in kinds
