"""A question with something told beside it: a story, an age, or the goal that it is asked for."""

from collections.abc import Callable
from dataclasses import replace

from skill.simulator.nlu.asides import ASKING_NOTHING, GOAL_TOLD
from skill.simulator.nlu.asking import inverted
from skill.simulator.nlu.background import conditions, denied, far
from skill.simulator.nlu.grammar import Filled, SlotTypes
from skill.simulator.nlu.health_acts import advised
from skill.simulator.nlu.health_told import TO_BE_ALLOWED, HealthTold, of_age, of_child
from skill.simulator.nlu.intents import (
    BEYOND,
    CLOSING,
    FALLBACK,
    FOLLOWING,
    LIFTING,
    SUBJECT,
)
from skill.simulator.nlu.model import InteractionModel
from skill.simulator.nlu.stories import (
    JOINING,
    POINTING,
    Named,
    after_story,
    aged,
    apart,
    before_story,
    last_question,
)
from skill.simulator.nlu.tuning import DECIDING
from skill.simulator.nlu.understanding import Understanding

_OF_MORE = SUBJECT | {"PERSON", "MULTIPLE", "BELLY"}  # slot types of what a question may be about
_CHANGING = set(  # the question that comes after it
    "in at on with after before if when during for while without to from by since until as".split()
)
_HAVING = {"have", "had", "got"}
_SURE = 4  # words of more than which a question is surely one
_HAD = 6  # words that tell what somebody has, at most
_HELP = "AMAZON.HelpIntent"
_COUNTS = "DoesRunningCountIntent"
_OF_A_RUN = {"EXERCISE", "UNIT", "RACE", "MULTIPLE"}  # slot types of what tells of a run
_ONESELF = {"i", "me", "my"}
_PRONOUNS = {"he", "she", "him"}


def _leant_on(story: list[str], intent: str, named: Named) -> bool:
    """Tell whether what is told names what the question of an intent may be about."""
    following = intent in FOLLOWING
    of_more = named(story, _OF_MORE - {"PERSON"} if following else _OF_MORE)
    return (following and far(story)) or conditions(story) or bool(of_more)


def _points_elsewhere(asked: list[str], told: list[str], named: Named) -> bool:
    """Tell whether a question points at what is no run: "I'm on my feet all day, does that count".

    What points itself at something before may be a run: "he says it's enough, does that count".
    """
    points = not POINTING.isdisjoint(asked) and POINTING.isdisjoint(told)
    return points and not named(told, _OF_A_RUN)


def _changes(words: list[str]) -> bool:
    """Tell whether words change the question after them: "after breakfast", "I have dengue"."""
    return words[0] in _CHANGING or (len(words) <= _HAD and not _HAVING.isdisjoint(words[1:3]))


class ToldBeside:
    """Finds what is asked of one model beside what is told."""

    def __init__(self, model: InteractionModel, types: SlotTypes) -> None:
        self._model = model
        self._types = types
        own = next(types.at("WISH", ["i", "want"], 0), None)
        self._wish = {"wish": own[1]} if own else {}
        self.health = HealthTold(model, types)

    def asked(
        self,
        words: list[str],
        rest: list[str],
        named: Named,
        understand: Callable[[str], Understanding],
    ) -> Understanding | None:
        """Return what is asked before or after something told; None where it's one thing.

        It may come after a kind word, in the `rest`: "fair enough, I'll see the physio, so".
        """
        later = after_story(rest) if len(rest) < len(words) else None
        ways = (after_story(words), before_story(words), later)
        found = (self._asked_beside(*way, named, understand) for way in ways if way)
        child = of_child(words, named, self._first("PERSON", words))
        return child or next(filter(None, found), None)

    def _first(self, kind: str, words: list[str]) -> dict[str, Filled]:
        """Return the slot of the first value of a slot type in words, if any."""
        spans = (self._types.at(kind, words, start) for start in range(len(words)))
        return next(({kind.lower(): filled} for span in spans for _, filled in span), {})

    def _asked_beside(
        self,
        asked: list[str],
        told: list[str],
        named: Named,
        understand: Callable[[str], Understanding],
    ) -> Understanding | None:
        """Return what is asked beside what is told; None where the one is about the other."""
        if advised(told):
            goal = self._first("GOAL", told)
            return self.health.advised(understand(" ".join(asked)), told, goal)
        if denied(told) and (well := understand(" ".join(told))).intent == LIFTING:
            question = understand(" ".join(asked))
            return self.health.well(question, told) or well
        leaning = named(told, {"GOAL"})
        measured = aged(told) and named(asked, {"UNIT"})  # "I'm 74, how many in two miles"
        alone = measured or apart(asked, told, named)
        if conditions(told):
            return self.health.ailing(understand(" ".join(asked)), told)
        if not (leaning or aged(told) or alone):
            return None
        question = understand(" ".join(asked))
        if aged(told) and len(told) <= _HAD and not leaning:
            alone = alone or question.intent not in TO_BE_ALLOWED  # what is so at any age
        if leaning and (meant := self._for_goal(question, told, understand)):
            return meant
        if aged(told) and not _ONESELF.isdisjoint(asked) and (age := of_age(question, asked, told)):
            return age
        if question.intent == _HELP and leaning:
            return None  # "I've got to lose this gut, what do I do": a goal is told
        if question.intent in FOLLOWING and far(told):
            return None  # "the boiler's broken, so what should I do"
        if question.intent == _COUNTS and _points_elsewhere(asked, told, named):
            return replace(question, intent=BEYOND, slots={}) if alone else None
        sure = question.intent != FALLBACK and question.score >= DECIDING.after_kind
        return question if alone and sure else None

    def asked_at_last(
        self,
        words: list[str],
        nothing: bool,
        named: Named,
        understand: Callable[[str], Understanding],
    ) -> Understanding | None:
        """Return the question after a word of whatever kind that names nothing, or None.

        Where that is more than `nothing`, the question is set off from it: "I hate squats, but".
        """
        asked, said = last_question(words) or ([], [])
        if not asked or _changes(said):
            return None
        question = understand(" ".join(asked))
        if not nothing and (said[-1] not in JOINING or conditions(said)):
            return None
        if nothing and _leant_on(said, question.intent, named):
            return None
        if question.intent == FALLBACK:  # to which a kind word would be deaf
            return question if inverted(asked) and len(asked) > _SURE else None
        least = DECIDING.beyond if question.intent == BEYOND else DECIDING.clause
        nothing = question.intent in (ASKING_NOTHING | CLOSING) - {BEYOND}
        return None if nothing or question.score < least else question

    def _for_goal(
        self, question: Understanding, told: list[str], understand: Callable[[str], Understanding]
    ) -> Understanding | None:
        """Return the question for the goal that is told beside it; None where it takes none.

        "I'm hoping to build up my puff, so do I go far or fast" asks which run it is for cardio.
        """
        intent = self._model.intents.get(question.intent)
        if not intent or "goal" not in intent.slots or "goal" in question.slots:
            return None
        telling = understand(" ".join(told))
        goal = telling.slots.get("goal")
        told_more = telling.slots.keys() - {"goal", "person"}
        if telling.intent != GOAL_TOLD or told_more or not (goal and goal.match):
            return None
        if question.score < DECIDING.clause:
            return None
        asked = dict(question.slots)
        if "person" in asked and asked["person"].heard in _PRONOUNS:
            del asked["person"]  # "... for my sister, what should she do"
        own = {} if "person" in {*asked, *telling.slots} or "i" not in told else self._wish
        more = {**own, **telling.slots}
        more = {name: more[name] for name in more.keys() & intent.slots.keys()}
        return replace(question, slots={**question.slots, **more, **asked, "goal": goal})
