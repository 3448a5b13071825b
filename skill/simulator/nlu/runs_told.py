"""Amounts told or asked about among other words, in the few words of a sample.

"I do four miles every morning, what's that" is "how many calories is 4 miles every morning". What
the amounts come to is told by the words between them (sums_told.py), and by what the skill has just
said: of figures or not, in miles or kilometers.
"""

import re
from dataclasses import replace

from skill.simulator.nlu.amounts import CALORIES, OFTEN, OTHER, RUN, Amount, Told, amounts
from skill.simulator.nlu.asides import ASKING_NOTHING
from skill.simulator.nlu.asking import inverted
from skill.simulator.nlu.background import conditions
from skill.simulator.nlu.framing import bare
from skill.simulator.nlu.grammar import Grammar, SlotTypes
from skill.simulator.nlu.intents import ACTIVITY, BEYOND, CLOSING
from skill.simulator.nlu.measuring import measured
from skill.simulator.nlu.paces import with_distances
from skill.simulator.nlu.stories import Named
from skill.simulator.nlu.sums_told import few_words
from skill.simulator.nlu.tuning import DECIDING
from skill.simulator.nlu.understanding import Understanding, as_sample

_UNCLEAR = {*ASKING_NOTHING, BEYOND, "DontKnowIntent", "MisunderstoodIntent"}
_UNCLEAR |= {"GreetingIntent", "GoodNewsIntent"}
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
_SUMS = {"SeveralRunsIntent", "CorrectRunIntent"}  # what is done with an amount
_ANOTHER = "WhatAboutIntent"  # "and four"
_FIGURES = re.compile(  # what the skill says of them, or to ask for one
    r"\b(?:about|over|under) [\w -]+ (?:calories|for)\b|\bcalories, |\bhow (?:far|often)\b"
    r"|\b(?:what number|distance|work out another|another run|how many calories is it)\b"
    r"|\bmile (?:burns|makes?)\b|\bat a hundred\b"
)
_NOT_KNOWN = {ACTIVITY, "ASKED", "GOAL", "BELLY"}  # what makes it something else: on a bike
_QUESTIONS = set("what how why which who whether".split())
_BURNING = {"calories", "calorie", "cals", "burn", "burned", "burnt", "burning"}
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
_NOT_SO_OFTEN = re.compile(r"\bnot OFTEN\d+")
_TELLING = re.compile(r"^did (?=(?:that|it) (?:DAY|OFTEN))")
_WHENEVER = re.compile(r"\bwhen(?:ever)? (?:i|we) can\b")
_UNREADABLE = re.compile(  # half of what, is not told; and no such part is known
    r"(?<!and )\b(?:a|the|one) half (?:and|then|plus)\b|\b(?:fif|six|seven|eigh|nin)ths? of\b"
)
_DOUBLE = re.compile(r"(RUN\d+) is (?:\w+ ){0,2}(OFTEN\d+)$")  # "the full one is double that"
_ALIKE = re.compile(r"(RUN\d+) is (?:like|about|around|roughly) RUN\d+")  # "5 k is like 3 miles"
_MADE = re.compile(  # what somebody makes it: "is ten", "so nine and a half"
    r"\b(?:so|is|makes|equals)(?: about| like| around| roughly)? ((?:RUN|NUMBER)\d+)"
    r"(?= (?:yeah|yes|right|then|correct|how|what)\b|$)"
)


class RunsTold:
    """Reads amounts among other words, by slot types, samples, and what words name."""

    def __init__(self, types: SlotTypes, grammar: Grammar, named: Named) -> None:
        self._types, self._grammar, self._named = types, grammar, named

    def read(self, own: Understanding, words: list[str], said: str) -> Understanding:
        """Return what words ask or tell of amounts, or their `own` meaning where that is it.

        `own` is what they were understood as, and `said` what the skill has just said.
        """
        if own.tier == "exact" or not words or own.intent in CLOSING or conditions(words):
            return own
        told = self._told(with_distances(bare(words)), said.lower())
        own = _without_echo(own, told)
        figures = own.intent in _OF_FIGURES
        open_ = figures or own.intent in _UNCLEAR or (told.figures and told.amounts)
        if not open_ or any(one.kind == OTHER for one in told.amounts.values()):
            return own
        if figures and "race" not in own.slots and _UNREADABLE.search(" ".join(words)):
            return replace(own, intent=BEYOND, slots={})
        heard = figures and self._all_heard(own, told)
        ways = few_words(told, done=heard)
        found = next(filter(None, map(self._grammar.parse, ways)), None)
        if found:
            return replace(as_sample(found, DECIDING.beside), utterance=own.utterance)
        told_less = figures and not heard and sum(one.count for one in told.lengths) > 1
        guessed = own.intent in _SUMS and told.of(OFTEN) and not told.asked
        unsure = guessed and own.score < DECIDING.doubted_correction
        if told_less or unsure or _deaf(own, told):
            return replace(own, intent=BEYOND, slots={})
        return own

    def _all_heard(self, own: Understanding, told: Told) -> bool:
        """Tell whether the slots of an understanding hold all the amounts that are told."""
        spare = {
            name: {slot.heard, slot.match and slot.match.id} for name, slot in own.slots.items()
        }
        for one in told.amounts.values():
            for value in one.values:
                fits = (
                    name
                    for name, held in spare.items()
                    if value in held and (one.kind == CALORIES or name != CALORIES)
                )
                if one.count > 1 or not spare.pop(next(fits, ""), None):
                    return False
        return True

    def _told(self, words: list[str], said: str) -> Told:
        """Return the amounts in words and what is between them."""
        row = [*measured(amounts(words, self._types), said)]
        found = {
            f"{one.kind.upper()}{at}": one for at, one in enumerate(row) if isinstance(one, Amount)
        }
        names = iter(found)
        text = " ".join(next(names) if isinstance(one, Amount) else one for one in row)
        text = _TELLING.sub("i did ", _NOT_SO_OFTEN.sub(" ", text))
        text = _DOUBLE.sub(r"\1", _ALIKE.sub(r"\1", _WHENEVER.sub(" ", text)))
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


def _without_echo(own: Understanding, told: Told) -> Understanding:
    """Return an understanding without the calories just told, where they were taken for miles.

    "Four hundred, oh nice, but did it make me stronger" asks of no four hundred miles.
    """
    burnt = {value for one in told.of(CALORIES) for value in one.values}
    distance = own.slots.get("distance")
    echoed = distance and {distance.heard, distance.match and distance.match.id} & burnt
    if not (told.figures and echoed and len(own.slots) > 1) or "unit" in own.slots:
        return own
    slots = {name: slot for name, slot in own.slots.items() if name != "distance"}
    return replace(own, slots=slots)


def _deaf(own: Understanding, told: Told) -> bool:
    """Tell whether only a number was understood, of which something else is asked."""
    return own.intent == _ANOTHER and {*own.slots} == {"distance"} and not told.clear
