"""The amounts that words tell, left to right: runs, calories, how often, days, bare numbers."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from skill.simulator.nlu.grammar import Filled, SlotTypes
from skill.simulator.nlu.numbers import NUMBER_WORDS, number_at
from skill.simulator.nlu.words import FUNCTION_WORDS

RUN, CALORIES, OFTEN, DAY, NUMBER, UNIT, OTHER = "run calories often day number unit other".split()
UNITS = {
    "mile": "miles",
    "kilometer": "kilometers",
    "meter": "meters",
    "yard": "yards",
}  # UNIT ids of runs
_OF_CALORIES = {"calories", "calorie", "cals", "kcal"}
_ONE = {"a", "an", "the", "one"}
_LOTS = {"runs", "lots", "of"}  # between how many and what: "two runs of five k"
_BEFORE_ONE = set("was is be did ran run do only just about not said".split())
_COUPLE = ["a", "couple", "of"]
_MOST_RUNS = 31  # that are told as so many of one length
_LESS_THAN_HUNDREDS = range(10, 100)  # after a small number: "one forty" is 140


@dataclass(frozen=True, slots=True)
class Amount:
    """One amount: its kind, how much it is, and how many times it's told.

    `said` is what it is beside its number, as samples have it: a unit, a race, how often, a day.
    `id` is its slot value's. `article`: it was told with one, as "a five k" is, whose unit is its
    own. `bare`: it was told without a unit.
    """

    kind: str
    said: str = ""
    id: str = ""
    number: str = ""  # digits
    part: str = ""  # "and a half", "point 5"
    count: int = 1
    article: bool = False
    bare: bool = False

    @property
    def words(self) -> list[str]:
        """The words of one of it, as samples have them: "2 and a half miles", "a marathon"."""
        race = self.kind == RUN and not self.number and not self.part
        return f"{'a' if race else self.number} {self.part} {self.said}".split()

    def slots(self, prefix: str = "") -> dict[str, str]:
        """Return the words for its slots in a sample, by the slots' names, a `prefix` before each.

        What has no value of its own is left out: the unit of a bare number that has none.
        """
        if self.kind == CALORIES:
            return {f"{prefix}calories": self.number}
        tenths = self.part.startswith("point ")
        found = {"distance": self.number, "tenths" if tenths else "fraction": self.part}
        found["unit" if self.number or self.part else "race"] = self.said
        slots = {f"{prefix}{name}": value for name, value in found.items() if value}
        return {name: value.removeprefix("point ") for name, value in slots.items()}

    @property
    def values(self) -> set[str]:
        """The ids and numbers of the slots that hold it."""
        number = "" if self.kind == RUN and self.number == "1" else self.number
        return {self.id, number, self.part.removeprefix("point ")} - {""}


def amounts(words: list[str], types: SlotTypes) -> list[Amount | str]:
    """Return the words, each amount in the place of its own: ["and", Amount("run", ...)]."""
    found, reader, at = list[Amount | str](), _Reader(words, types), 0
    while at < len(words):
        end, amount = max(reader.at(at), key=lambda one: one[0], default=(at + 1, words[at]))
        found.append(amount)
        at = end
    return found


class _Reader:
    """Reads the amounts that begin at a place of some words."""

    def __init__(self, words: list[str], types: SlotTypes) -> None:
        self._words, self._types = words, types

    def at(self, start: int) -> Iterator[tuple[int, Amount]]:
        """Yield the amounts that begin at `start`, and where they end; of two as long, the first.

        "A couple of miles" is a run, and no "double".
        """
        for kind, name in ((OFTEN, "MULTIPLE"), (DAY, "WHEN")):
            end, value = self._value(name, start)
            if value and self._words[start:end] != _COUPLE:
                yield end, Amount(kind, value.heard, value.match.id if value.match else "")
        yield from self._several(start)
        yield from self._one(start)

    def _several(self, start: int) -> Iterator[tuple[int, Amount]]:
        """Yield several runs of one length: "two five ks", "three parkruns", "two fives"."""
        begin, count = self._number(start)
        at = begin
        while count and self._words[at : at + 1] and self._words[at] in _LOTS:
            at += 1
        if (
            not count
            or not 0 < int(count) <= _MOST_RUNS
            or self._words[at : at + 1] in (["and"], [])
        ):
            return
        for end, one in self._one(at):
            lots = at > begin or self._words[at] not in NUMBER_WORDS  # "three lots of four"
            fives = one.kind == NUMBER and lots
            if fives or (one.kind == RUN and self._words[at] not in _ONE):
                yield end, replace(one, count=int(count))

    def _one(self, start: int) -> Iterator[tuple[int, Amount]]:
        """Yield the run, the calories, the number or the unit that begins at `start`."""
        end, race = self._value("RACE", start)
        if race and race.match and not (race.heard.endswith("half") and self._counts_else(end)):
            yield end, Amount(RUN, race.match.id.replace("-", " "), race.match.id)
        article = self._words[start] in _ONE
        part_end, part = self._part(start, "")
        at, number = self._number(start) if not part else (part_end, "")
        if article and not number and not part:
            at, number = self._number(start + 1)
        bare = at == start
        if number:
            at, part = self._part(at, number)
        end, unit = self._value("UNIT", at + (article and bare))
        if not unit or not unit.match or (number and unit.heard.startswith("a ")):
            yield from self._unmeasured(at, number, part)
            return
        number = number or ("1" if article and not part and self._words[start] != "the" else "")
        race = self._value("RACE", end + 1)[1]  # "ten k and a half marathon"
        if number and not part and not race:
            end, part = self._part(end, number)
        kind = OTHER if unit.match.id not in UNITS else RUN if number or part else UNIT
        said = UNITS.get(unit.match.id, unit.heard)
        yield end, Amount(kind, said, unit.match.id, number, part, article=article and not bare)

    def _counts(self, at: int) -> bool:
        """Tell whether a "one" is a number: "it was one", and not "the wednesday one"."""
        return at > 0 and self._words[at - 1] in _BEFORE_ONE | NUMBER_WORDS

    def _counts_else(self, at: int) -> bool:
        """Tell whether what stands at a place is a thing: "the half burger" is no run."""
        [word] = self._words[at : at + 1] or ["and"]
        return word not in FUNCTION_WORDS and not self._value("WHEN", at)[1]

    def _unmeasured(self, at: int, number: str, part: str) -> Iterator[tuple[int, Amount]]:
        """Yield the number that ends where no unit follows, or so many calories."""
        [(last, more), *_] = number_at(self._words, at) or [(at, "0")]
        if len(number) == 1 and not part and int(more) in _LESS_THAN_HUNDREDS:
            at, number = last, number + more
        if number and not part and self._words[at : at + 1] and self._words[at] in _OF_CALORIES:
            yield at + 1, Amount(CALORIES, "calories", number=number)
        elif number and (self._words[at - 1] != "one" or self._counts(at - 1)):
            yield at, Amount(NUMBER, number=number, part=part)

    def _number(self, start: int) -> tuple[int, str]:
        """Return where the number that begins at `start` ends, and its digits, or ""."""
        words = self._words
        if words[start : start + 3] == _COUPLE:
            return start + 3, "2"
        if words[start : start + 1] == ["hundred"] and words[start - 1] == "another":
            end, number = next(iter(number_at(["a", *words[start:]], 0)), (1, ""))
            return start + end - 1, number  # "another hundred and fifty"
        for word in words[start : start + 1]:
            one = word.removesuffix("es" if word == "sixes" else "s")
            if one != word and one in NUMBER_WORDS:  # "two fives"
                return start + 1, number_at([one], 0)[0][1]
        return (number_at(words, start) or [(start, "")])[0]

    def _part(self, start: int, number: str) -> tuple[int, str]:
        """Return where the part of one that begins at `start` ends, and its words, or ""."""
        if number and self._words[start : start + 1] == ["point"]:
            end, tenths = start + 1, ""
            while found := number_at(self._words, end):  # "point seven five"
                end, digits = found[0]
                tenths += digits
            return (end, f"point {tenths}") if tenths else (start, "")
        end, value = self._value("FRACTION", start)
        return end, value.heard if value else ""

    def _value(self, name: str, start: int) -> tuple[int, Filled | None]:
        """Return where the longest value of a slot type at `start` ends, and the value."""
        found = self._types.at(name, self._words, start) if start < len(self._words) else ()
        return max(found, key=lambda one: one[0], default=(start, None))
