"""Amounts told or asked about among other words, in the few words of a sample.

"I do four miles every morning, what's that" is "how many calories is 4 miles every morning". What
the amounts come to is told by the words between them (sums_told.py), and by what the skill has just
said: of figures or not, in miles or kilometers.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from skill.simulator.nlu.amounts import CALORIES, NUMBER, OTHER, RUN, UNITS, Amount, Told, amounts
from skill.simulator.nlu.asides import ASKING_NOTHING
from skill.simulator.nlu.asking import inverted
from skill.simulator.nlu.background import conditions
from skill.simulator.nlu.framing import bare
from skill.simulator.nlu.grammar import Grammar, SlotTypes
from skill.simulator.nlu.intents import ACTIVITY, BEYOND, CLOSING
from skill.simulator.nlu.stories import Named
from skill.simulator.nlu.sums_told import few_words
from skill.simulator.nlu.tuning import DECIDING
from skill.simulator.nlu.understanding import Understanding, as_sample
from skill.simulator.nlu.words import FUNCTION_WORDS

_UNCLEAR = {*ASKING_NOTHING, BEYOND, "DontKnowIntent", "MisunderstoodIntent"}
_OF_FIGURES = {
    "CaloriesBurnedIntent",
    "SeveralRunsIntent",
    "WhatAboutIntent",
    "AnotherRunIntent",
    "CorrectRunIntent",
    "CompareRunsIntent",
    "DistanceForCaloriesIntent",
    "DistanceForFoodIntent",
}
_ANOTHER = "WhatAboutIntent"  # "and four"
_FIGURES = re.compile(  # what the skill says of them, or to ask for one
    r"\b(?:about|over|under) [\w -]+ (?:calories|for)\b|\bcalories, |\bhow (?:far|often)\b"
    r"|\b(?:what number|distance|work out another|another run|how many calories is it)\b"
)
_UNIT_SAID = re.compile(r"\b(mile|kilomet)")
_NO_AMOUNTS = {"less", "all", "both"}  # MULTIPLE ids: what is done with amounts
_NOT_KNOWN = {ACTIVITY, "ASKED", "GOAL", "BELLY"}  # what makes it something else: on a bike
_QUESTIONS = set("what how why which who whether".split())
_BURNT = 100  # and more, with no unit: calories
_HOURS = 24
_BURNING = {"calories", "calorie", "cals", "burn", "burned", "burnt", "burning"}
_OF_CALORIES = re.compile(r"\bwhat number|how many calories is it\b")  # asks for a number of them
_BETWEEN = FUNCTION_WORDS | set("plus minus times yeah yes right maybe perhaps sorry".split())
_JOINING = {"and", "plus", "or", "then", "to", "maybe", "between", "another", "not"}
_COMING_TO = (
    "that it this they them those both all i we you my me a the be been burn burned burnt burning "
    "come comes to out at off in add adds up worth make makes then now week total use used "
    "calories cals like about have has run get do does did is are was were would will could can "
    "and work works doing running for more less from just on whole honey love"
).replace(" ", "|")
_ASKED = re.compile(
    r"\b(?:what (?:if|about)|how (?:much|many|far)|"
    r"(?:what|how) (?:does|do|is|are|did|was|would|will|have|has) "
    rf"(?:that|it|this|they|those|i|we|my|both|a|the|[A-Z]+\d+))(?: (?:{_COMING_TO}|[A-Z]+\d+)\b)*"
    r"(?= (?:if|when|altogether|together|instead|please|than|so)\b|$)"
)
_ASKS = re.compile(r"(?:^|\b(?:but|so|and|well|then) )(?:is|are|does|can|should|will|would|could) ")
_THEIRS = re.compile(r"\b(?:he|she|they|(?:the|my|our) \w+) (?:ran|run|runs|did|does|went)\b")
_LAST = re.compile(r".*\bhow (?:much|many)(?: calories)? (?:for|in|is) (?=RUN\d+$)")
_ASIDE = re.compile(
    r"\b(?:instead of|rather than)(?: the| my| a)? RUN\d+"
    r"|\b(?:training|train|ready|preparing|prepping) for(?: \w+){0,2} RUN\d+"
)
_MADE = re.compile(  # what somebody makes it: "is ten", "so nine and a half"
    r"\b(?:so|is|makes|equals)(?: about| like| around| roughly)? ((?:RUN|NUMBER)\d+)"
    r"(?= (?:yeah|yes|right|then|correct|how|what)\b|$)"
)


class RunsTold:
    """Reads amounts among other words, by slot types, samples, and what words name."""

    def __init__(self, types: SlotTypes, grammar: Grammar, named: Named) -> None:
        self._types, self._grammar, self._named = types, grammar, named

    def read(self, own: Understanding, words: list[str], said: str) -> Understanding | None:
        """Return what words ask or tell of amounts, where they aren't understood so; or None.

        `own` is what they were understood as, and `said` what the skill has just said.
        """
        if own.tier == "exact" or not words or own.intent in CLOSING or conditions(words):
            return None
        told = self._told(bare(words), said.lower())
        figures = own.intent in _OF_FIGURES
        open_ = figures or own.intent in _UNCLEAR or (told.figures and told.amounts)
        if not open_ or any(one.kind == OTHER for one in told.amounts.values()):
            return None
        heard = figures and self._all_heard(own, told)
        ways = few_words(told, done=heard)
        found = next(filter(None, map(self._grammar.parse, ways)), None)
        if found:
            return replace(as_sample(found, DECIDING.beside), utterance=own.utterance)
        told_less = figures and not heard and sum(one.count for one in told.of(RUN)) > 1
        return replace(own, intent=BEYOND, slots={}) if told_less or _deaf(own, told) else None

    def _all_heard(self, own: Understanding, told: Told) -> bool:
        """Tell whether the slots of an understanding hold all the amounts that are told."""
        held = {
            word
            for slot in own.slots.values()
            for word in (slot.heard, slot.match and slot.match.id)
        }
        return all(one.count == 1 and one.values <= held for one in told.amounts.values())

    def _told(self, words: list[str], said: str) -> Told:
        """Return the amounts in words and what is between them."""
        row = [*_measured(amounts(words, self._types), said)]
        found = {
            f"{one.kind.upper()}{at}": one for at, one in enumerate(row) if isinstance(one, Amount)
        }
        names = iter(found)
        text = " ".join(next(names) if isinstance(one, Amount) else one for one in row)
        several = sum(one.kind == RUN for one in found.values()) > 1
        if several:
            text = _LAST.sub("how many for ", _MADE.sub(" ", _ASIDE.sub(" ", text)))
        rest = _ASKED.sub(" ", text)
        other = [word for word in rest.split() if word not in found and word not in _BURNING]
        strange = self._named(other, _NOT_KNOWN)
        asks_more = bool(_ASKS.search(rest)) or inverted(other) or not _QUESTIONS.isdisjoint(other)
        left = {name: one for name, one in found.items() if name in text.split()}
        return Told(
            text,
            left,
            figures=bool(_FIGURES.search(said)),
            asked=rest != text,
            clear=not (strange or asks_more),
            others=bool(_THEIRS.search(text) or self._named(words, {"PERSON"})),
        )


def _deaf(own: Understanding, told: Told) -> bool:
    """Tell whether only a number was understood, of which something else is asked."""
    return own.intent == _ANOTHER and {*own.slots} == {"distance"} and not told.clear


def _measured(row: list[Amount | str], said: str) -> Iterator[Amount | str]:
    """Yield a row with its numbers as runs or calories, by the rest of it and by what was said."""
    runs = [one for one in row if isinstance(one, Amount) and one.kind == RUN]
    units = [one.said for one in runs if one.number]
    units = units or [
        UNITS[f"{unit}er" if unit != "mile" else unit] for unit in _UNIT_SAID.findall(said)
    ]
    for before, one, after in zip(["", *row], row, [*row[1:], ""], strict=False):
        if not isinstance(one, Amount):
            yield one
        elif one.id in _NO_AMOUNTS:
            yield from one.words
        elif one.kind == NUMBER:
            again = before not in _JOINING and any(
                (run.number, run.part) == (one.number, one.part) for run in runs
            )
            at = before == "at" and int(one.number) <= _HOURS  # "at seven"
            yield from one.words if at else () if again else _meant(one, after, units, said)
        elif not (before in runs and one in runs and not one.number):  # "a five k parkrun"
            yield one


def _meant(
    number: Amount, after: Amount | str, units: list[str], said: str
) -> Iterator[Amount | str]:
    """Yield a number as a run or calories, or as it was said where it counts something else."""
    if not number.part and (int(number.number) >= _BURNT or _OF_CALORIES.search(said)):
        yield replace(number, kind=CALORIES, said="calories")
    elif isinstance(after, str) and after and after not in _BETWEEN:
        yield from number.words  # "two dogs"
    else:
        yield replace(number, kind=RUN, said=units[0]) if units else number
