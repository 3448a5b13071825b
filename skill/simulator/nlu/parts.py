"""What a part of an utterance means, beside or instead of what the whole is likest.

A goal told beside more, what comes after a yes or a no, what is asked at the end of a story, a kind
word or a goodbye around the rest.
"""

from collections.abc import Callable
from dataclasses import replace

from skill.simulator.nlu.asides import (
    ASIDES,
    ASKING_NOTHING,
    GOALS_TOLD,
    KIND,
    LEAVING,
    kindness,
    leading,
)
from skill.simulator.nlu.asking import asks, may_ask, tells
from skill.simulator.nlu.background import conditions, far
from skill.simulator.nlu.endings import farewell, parting, said_last, taken_last
from skill.simulator.nlu.grammar import Filled, Grammar, Parse
from skill.simulator.nlu.intents import BEYOND, DECLINING, FALLBACK, FOLLOWING, LIFTING, REMARK
from skill.simulator.nlu.model import InteractionModel
from skill.simulator.nlu.paraphrase import Paraphraser
from skill.simulator.nlu.stories import GOING_ON, old, points_back
from skill.simulator.nlu.sureness import KEPT, Guess
from skill.simulator.nlu.told_beside import ToldBeside
from skill.simulator.nlu.tuning import DECIDING
from skill.simulator.nlu.turn_parts import MEANT, NO, YES, parts_of
from skill.simulator.nlu.understanding import Understanding, as_sample

_BEFORE_BYE = {
    *KIND,
    "PainIntent",
    "ConditionIntent",
    "PregnancyIntent",
    "MisunderstoodIntent",
    "InsultIntent",
}  # "I'll ask about the knees, bye"
_FORGETTING = "ForgetMeIntent"  # which asks whether it is meant
_NO_QUESTION = ASKING_NOTHING | GOALS_TOLD | {LEAVING, "DoubtIntent", "DisagreeIntent"}
_LEANING = {*FOLLOWING, "AMAZON.HelpIntent"} - {"SourceIntent"}  # on what was said before
_MORE, _LEFT_OUT = "MoreIntent", "unwanted"  # slot of a goal that is left out of a question
# What is told to react, before a question or none.
_TELLING = {
    "DisagreeIntent",
    "DoubtIntent",
    "HateLegDayIntent",
    "HateRunningIntent",
    "InsultIntent",
    "LoveOrHateIntent",
}
_MISUNDERSTOOD = "MisunderstoodIntent"
# How something is to be told, beside a yes to it: "yes please but not too technical".
YES_AND = {"PlainWordsIntent": "AMAZON.YesIntent", "ShorterIntent": "BriefYesIntent"}
_ANSWERS = {NO: {"AgeIntent", BEYOND}, YES: set[str](), MEANT: set[str]()}  # that count beside it


class Parts:
    """Reads the parts of words that are no sample."""

    def __init__(
        self,
        model: InteractionModel,
        grammar: Grammar,
        paraphraser: Paraphraser,
        told_beside: ToldBeside,
        understand: Callable[[str], Understanding],
    ) -> None:
        """Read parts as `understand` would, if they were said alone."""
        self._grammar = grammar
        self._paraphraser = paraphraser
        self._told_beside = told_beside
        self._understand = understand
        self._model = model
        self._asking = paraphraser.named, understand

    def meaning(self, words: list[str], short: list[str], guess: Guess) -> Understanding | None:
        """Return what a part of words means, beside or instead of what they are likest; or None."""
        intent = guess.intent or FALLBACK
        leaves = intent in _BEFORE_BYE or guess.score < DECIDING.doubted_correction
        if leaves and (parse := farewell(self._grammar, short, guess.intent)):
            return as_sample(parse, DECIDING.beside)
        whole = short, intent, guess.score
        if said := self._rest(*whole):
            return said
        nothing = intent in ASKING_NOTHING
        telling = nothing or intent in _TELLING
        if telling and (asked := self._told_beside.asked_at_last(short, nothing, *self._asking)):
            return asked
        unsure = nothing and guess.score < DECIDING.not_beside
        leaving = nothing and intent not in DECLINING and parting(self._grammar, words, short)
        if (unsure or leaving) and (said := self._beside(words, short, intent)):
            return said
        if intent in DECLINING:
            return self._unclear(words, short, intent)
        doubted = guess.score < DECIDING.doubted_correction
        last = self._asked_last(words) if doubted else None
        leans = last and last.intent in _LEANING
        return as_sample(last, DECIDING.beside) if last and not leans else None

    def without(self, words: list[str], goal: Filled) -> Understanding:
        """Return what words mean that a goal is left out of: a yes is to whatever else there is."""
        rest = next((part.rest for part in parts_of(words)), words)
        found = self._understand(" ".join(rest))
        if found.intent in ASKING_NOTHING - {BEYOND}:
            found = replace(found, intent=_MORE, tier="paraphrase", score=DECIDING.beside)
        if _LEFT_OUT not in self._model.intents[found.intent].slots:
            return found
        return replace(found, slots={**found.slots, _LEFT_OUT: goal})

    def _rest(self, words: list[str], intent: str, score: float) -> Understanding | None:
        """Return what is said beside a yes, a no or "I asked", surer than the whole; or None.

        "no my knees are fine" is no refusal, and of "no not the abs is it good for the heart" the
        question counts. `intent` is what the whole is likest.
        """
        own = 0.0 if intent in ASKING_NOTHING else score
        unclear = intent in ASKING_NOTHING | {_MISUNDERSTOOD} or score < DECIDING.doubted_correction
        for part in parts_of(words):
            alone = part.rest[:1] == ["but"] and self._grammar.parse(part.rest)
            brief = len(part.rest) < DECIDING.rest and part.begins != MEANT and not alone
            if brief or (part.begins == MEANT and not unclear):
                continue
            said = self._understand(" ".join(part.rest))
            if said.intent in ASKING_NOTHING - _ANSWERS[part.begins] or said.intent == LEAVING:
                continue
            least = DECIDING.clause
            if part.begins == NO and (intent != REMARK and not tells(part.rest)):
                least = DECIDING.doubted_correction
            if part.begins == NO and said.intent == LIFTING:
                least = DECIDING.doubted_correction
            if part.begins == YES:
                said = replace(said, intent=YES_AND.get(said.intent, said.intent))
            if said.score >= least and (part.begins == MEANT or said.score > own):
                return said
        return None

    def _unclear(self, words: list[str], short: list[str], intent: str) -> Understanding | None:
        """Return what words that aren't understood end with, or the age that they tell; or None."""
        last = said_last(self._grammar, words, intent)
        if last := last or self._asked_last(words):
            return as_sample(last, DECIDING.beside)
        aged = Understanding("", "AgeIntent", {}, "paraphrase", DECIDING.beside, None)
        return aged if old(short) else None

    def _asked_last(self, words: list[str]) -> Parse | None:
        """Return the question, a sample, that words end with, whatever they begin with; or None."""
        for cut in range(1, len(words) - DECIDING.rest + 1):
            before, after = words[:cut], words[cut:]
            parse = self._grammar.parse(after) if _ends(before) else None
            if parse and parse.intent == _FORGETTING and not KEPT.search(" ".join(before)):
                return parse
            if parse and may_ask(after) and parse.intent not in _NO_QUESTION:
                leans = points_back(after, words, self._paraphraser.named)
                return None if leans or far(before) or conditions(before) else parse
        return None

    def _beside(self, words: list[str], short: list[str], intent: str) -> Understanding | None:
        """Return what is said in the words beside something else; None where they are one thing.

        `short` are the words without what is said around them, and `intent` what those are likest.
        """
        parse = parting(self._grammar, words, short)
        parse = parse or leading(self._grammar, words, intent)
        parse = parse or (taken_last(self._grammar, words) if intent in KIND else None)
        kind, rest = kindness(self._grammar, words)
        if kind and kind.intent in ASIDES and not parse:
            asked = self._understand(" ".join(rest))
            asks_nothing = asked.intent in ASKING_NOTHING
            if asked.intent == LEAVING:  # "thanks, ...", and not "one second, the baby's crying"
                asks_nothing = kind.intent != "ThanksIntent"
            if not asks_nothing and asked.score >= DECIDING.clause:
                return asked
            told = intent not in ASIDES or kind.intent == "GreetingIntent"
            if told and tells(rest) and not asks(short):
                parse = kind
        return as_sample(parse, DECIDING.beside) if parse else None


def _ends(words: list[str]) -> bool:
    """Tell whether words may end where they do: "that's no help, is it", and not "tell me if"."""
    return words[-1] not in GOING_ON or words[-2:] in (["is", "it"], ["are", "you"], ["do", "you"])
