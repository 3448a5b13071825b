"""Amounts told or asked about among other words, as the request that they make.

A turn's amounts are taken apart into runs, each with its days and how often (told.py), and one
thing that is asked of them (figures_asked.py, sums_told.py), by the words between them and by what
the skill has just said: of figures or not, in miles or kilometers.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from skill.simulator.nlu import figures_asked, leaning, runs_compared
from skill.simulator.nlu.amounts import CALORIES, OFTEN, OTHER, RUN, Amount, amounts
from skill.simulator.nlu.asides import ASKING_NOTHING
from skill.simulator.nlu.asking import inverted
from skill.simulator.nlu.background import conditions
from skill.simulator.nlu.framing import bare
from skill.simulator.nlu.grammar import NUMBER, Filled, SlotTypes
from skill.simulator.nlu.intents import ACTIVITY, BEYOND, CLOSING
from skill.simulator.nlu.measuring import NO_AMOUNTS, measured
from skill.simulator.nlu.model import InteractionModel
from skill.simulator.nlu.paces import with_distances
from skill.simulator.nlu.set_aside import without_asides
from skill.simulator.nlu.stories import Named
from skill.simulator.nlu.sums_told import VAGUE, requests
from skill.simulator.nlu.told import Request, Told
from skill.simulator.nlu.tuning import DECIDING
from skill.simulator.nlu.understanding import Understanding, put_to

_UNCLEAR = {*ASKING_NOTHING, BEYOND, "DontKnowIntent", "MisunderstoodIntent"}
_UNCLEAR |= {"GreetingIntent", "GoodNewsIntent", "PerWhatIntent", "WhichBurnsMoreIntent"}
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
_SUM = "SeveralRunsIntent"
_SUMS = {_SUM, "CorrectRunIntent"}  # what is done with an amount
_WEIGHTS = {"pound", "kilogram", "stone"}  # UNIT ids
_SEVERAL = 2
_SPARE = {"when", "told"}  # slots that not every intent has, and that change no figure
_ANOTHER = "WhatAboutIntent"  # "and four"
_NO, _OTHER = "AMAZON.NoIntent", "OtherActivityIntent"
_LEANING = {"ScoreIntent", "WhoIsRightIntent"}  # "how much is left", "so she's wrong", after a sum
_RAN_TOO = re.compile(r"\b(?:ran|run|jogged) RUN")
_MEANING = re.compile(r"\bi (?:mean|meant|said)\b")
_FIGURES = re.compile(  # what the skill says of them, or to ask for one
    r"\b(?:about|over|under) [\w -]+ (?:calories|for)\b|\bcalories, |\bhow (?:far|often)\b"
    r"|\b(?:what number|distance|work out another|another run|how many calories is it)\b"
    r"|\bmile (?:burns|makes?)\b|\bat a hundred\b"
    r"|\bmy (?:one )?figure's\b|, [\w ]+ instead of\b|\bwork that one out\b"
    r"|\bcalories or miles\b"
)
_REPEATED = re.compile(r"\ba (?:day|week|month|year)\b")
_NOT_KNOWN = {ACTIVITY, "ASKED", "GOAL", "BELLY"}  # what makes it something else: on a bike
_RUNNING = {"run", "runs", "ran", "running", "jog", "jogs", "jogged", "jogging", "sprint"}
_QUESTIONS = set("what how why which who whether".split())
_BURNING = {"calories", "calorie", "cals", "burn", "burned", "burnt", "burning"}
_COMING_TO = (
    "that it this they them those both all i we you my me a the be been burn burned burnt burning "
    "come comes to out at off in add adds up worth make makes then now week total use used "
    "calories cals like about have has run get do does did is are was were would will could can "
    "and work works doing running for more less from each apiece just on whole honey love vs versus"
).replace(" ", "|")
_ASKED = re.compile(
    r"\b(?:what (?:if|about|would)|how (?:much|many|far)|"
    r"(?:what|how) (?:does|do|is|are|did|was|would|will|have|has) "
    r"(?:that|it|this|they|those|i|we|my|both|all|a|the|[A-Z]+\d+))"
    rf"(?: (?:{_COMING_TO}|[A-Z]+\d+)\b)*"
    r"(?= (?:if|when|altogether|together|instead|please|than|so)\b|$)"
)
_ASKS = re.compile(r"(?:^|\b(?:but|so|and|well|then) )(?:is|are|does|can|should|will|would|could) ")
_THEIRS = re.compile(
    r"\b(?:he|she|they|(?:the|my|our) (?!two|three|last|first)\w+) (?:ran|run|runs|did|does|went)\b"
)
_EACH_OF = re.compile(r"\b(we|they) (?:both|each|all)\b")
_DAYS = {day[:3]: day for day in "monday tuesday wednesday thursday friday saturday".split()}
_OF_DAYS = {f"{day}'s" for day in (*_DAYS.values(), "sunday", "tomorrow", "today", "yesterday")}
_ABOUT = re.compile(r"\b(?:and a bit|or so|ish)\b")
_UNREADABLE = re.compile(  # half of what, is not told; and no such part is known
    r"(?<!and )\b(?:a|the|one) half (?:and|then|plus)\b|\b(?:fif|six|seven|eigh|nin)ths? of\b"
)


class RunsTold:
    """Reads amounts among other words, by a model's intents and slot types, and what words name."""

    def __init__(self, model: InteractionModel, types: SlotTypes, named: Named) -> None:
        self._model, self._types, self._named = model, types, named

    def read(self, own: Understanding, words: list[str], said: str) -> Understanding:
        """Return what words ask or tell of amounts, or their `own` meaning where that is it.

        `own` is what they were understood as, and `said` what the skill has just said.
        """
        exact = own.tier == "exact" and own.intent not in _LEANING
        if exact or not words or own.intent in CLOSING or conditions(words):
            return own
        told = self._told(with_distances(bare(words)), said.lower())
        meant = self._first(own, leaning.requests(told, " ".join(bare(words))))
        if meant is not own:
            return meant
        own = _running(_without_echo(own, told))
        if _holds_untold(own, told):
            own, told = replace(own, intent=BEYOND, slots={}, score=0.0), replace(told, asked=True)
        figures = own.intent in _OF_FIGURES
        several = len(told.of(RUN)) > 1 or len(told.of(CALORIES)) > 1
        own = own if figures else self._with_run(own, told)
        ran = own.intent == _OTHER and _RAN_TOO.search(told.text)  # and walked the rest
        amounts_told = (told.run and told.burnt) or (told.figures and told.amounts)
        open_ = figures or several or ran or own.intent in _UNCLEAR or amounts_told
        meaning = told.runs and own.intent == _NO and _MEANING.search(told.text)
        if not (open_ or meaning):
            return own
        if other := told.of(OTHER):
            weights = all(one.id in _WEIGHTS for one in other)
            return self._first(own, figures_asked.of_a_weight(told)) if weights else own
        if figures and "race" not in own.slots and _UNREADABLE.search(" ".join(words)):
            return replace(own, intent=BEYOND, slots={})
        heard = figures and self._all_heard(own, told)
        few = len(told.lengths) < _SEVERAL and len(told.of(OFTEN)) < _SEVERAL
        sum_ = own.intent in _SUMS
        doubted = not few or told.others or own.score < DECIDING.doubted_correction
        done = heard and not (sum_ and doubted)
        meant = self._first(own, requests(told, done=done))
        if meant is not own:
            return meant
        summed = own.intent == _SUM and not few
        told_less = figures and (summed or not heard) and sum(run.count for run in told.lengths) > 1
        guessed = own.intent in _SUMS and told.of(OFTEN) and not told.asked
        unsure = own.score < DECIDING.doubted_correction or runs_compared.COMPARED.search(told.text)
        vague = figures and VAGUE.search(told.text)  # "twice a week, sometimes three times"
        if told_less or vague or (guessed and unsure) or _deaf(own, told):
            return replace(own, intent=BEYOND, slots={})
        return own

    def _with_run(self, own: Understanding, told: Told) -> Understanding:
        """Return what is asked beside a run that is told with the run in its slots."""
        beside = not told.figures and told.run and "distance" not in own.slots
        slots = self._filled(own.intent, told.run.slots()) if beside and told.run else None
        return replace(own, slots={**own.slots, **slots}) if slots else own

    def _first(self, own: Understanding, asked: Iterable[Request]) -> Understanding:
        """Return the first request that the model has, or what was understood by itself."""
        for intent, words in asked:
            slots = self._filled(intent, words)
            if slots is not None:
                return replace(put_to(own, intent, slots), matched=None)
        return own

    def _filled(self, intent: str, words: Mapping[str, str]) -> dict[str, Filled] | None:
        """Return the slots of a request; None where the intent, or one of its slots, can't be."""
        declared = self._model.intents[intent].slots if intent in self._model.intents else {}
        if intent not in self._model.intents or words.keys() - declared.keys() - _SPARE:
            return None
        slots = dict[str, Filled]()
        for name in words.keys() & declared.keys():
            said = words[name].split()
            values = self._types.at(declared[name], said, 0)
            found = next((value for end, value in values if end == len(said)), None)
            if found is None:
                return None
            slots[name] = Filled(NUMBER, words[name]) if declared[name] == NUMBER else found
        return slots

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
        words = _ABOUT.sub("", " ".join(words)).split()
        words = ["ks" if word == "k's" else word for word in words]
        words = [word.removesuffix("'s") if word in _OF_DAYS else word for word in words]
        if len(_DAYS.keys() & words) > 1:
            words = [_DAYS.get(word, word) for word in words]
        row = [*measured(amounts(words, self._types), said)]
        found = {
            f"{one.kind.upper()}{at}": one for at, one in enumerate(row) if isinstance(one, Amount)
        }
        names = iter(found)
        text = " ".join(next(names) if isinstance(one, Amount) else one for one in row)
        several = sum(one.kind == RUN for one in found.values()) > 1
        text = without_asides(text, several=several)
        rest = figures_asked.ASKING.sub(" ", _ASKED.sub(" ", text))
        other = [word for word in rest.split() if word not in found and word not in _BURNING]
        strange = self._named(other, _NOT_KNOWN)
        if not several and not any(one.kind == RUN for one in found.values()):
            besides = [word for word in other if word not in _RUNNING]  # "two leg days a week"
            strange = strange or self._named(besides, {"EXERCISE"})
        asks_more = (
            bool(_ASKS.search(rest))
            or inverted(_EACH_OF.sub(r"\1", rest).split())
            or not _QUESTIONS.isdisjoint(other)
        )
        left = {name: one for name, one in found.items() if name in text.split()}
        return Told(
            text,
            _ASKED.sub(
                lambda asked: " ".join(["", "ASK", *re.findall(r"[A-Z]+\d+", asked[0]), ""]), text
            ),
            left,
            figures=bool(_FIGURES.search(said)),
            asked=rest != text,
            clear=not (strange or asks_more),
            repeated=bool(_REPEATED.search(said)),
            compared=" is more, by " in said,
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


def _running(own: Understanding) -> Understanding:
    """Return an understanding as none where it took running for another activity."""
    activity = own.slots.get("activity")
    running = activity and not activity.match and activity.heard in _RUNNING
    return replace(own, intent=BEYOND, slots={}, score=0.0) if running else own


def _holds_untold(own: Understanding, told: Told) -> bool:
    """Tell whether an understanding of figures holds a race, or how often, that isn't told.

    "I do half" is of no half marathon, and on "sports day" nothing is run every day.
    """
    ids = {one.id for one in told.amounts.values()} | NO_AMOUNTS
    untold = (own.slots[name] for name in ("race", "multiple") if name in own.slots)
    return own.intent in _OF_FIGURES and any(
        not one.match or one.match.id not in ids for one in untold
    )


def _deaf(own: Understanding, told: Told) -> bool:
    """Tell whether only a number was understood, of which something else is asked."""
    return own.intent == _ANOTHER and {*own.slots} == {"distance"} and not told.clear
