"""A reading, and how sure it has to be by what kind of intent it is.

What closes, agrees or leans on the answer before needs to be surer than a question.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from skill.simulator.nlu.asking import asks
from skill.simulator.nlu.background import things
from skill.simulator.nlu.classifier import Likeness
from skill.simulator.nlu.features import Spotter, stems
from skill.simulator.nlu.grammar import Filled
from skill.simulator.nlu.intents import ACTIVITY, CLOSING, FOLLOWING, SUBJECT
from skill.simulator.nlu.numbers import NUMBER_WORDS
from skill.simulator.nlu.tuning import DECIDING
from skill.simulator.nlu.words import FUNCTION_WORDS

_ABOUT_SOMETHING = re.compile(
    r"(is|was|do|does|did|would|will|could) (it|that|this|he|she|they) "
    r"|(it|that|this|he|she) (cancels|stops|ends|quits|forgets)\b"  # told of it, and no wish
)
KEPT = re.compile(
    r"(not|never|did|have|i|keep|you) (you |i )?(forget|forgot|forgotten|forgetting)\b"
)
OF_YOU = re.compile(r"\byou (?:do|did|have|can|could|are|will) not\b")  # "you don't know about abs"
# What these are asked by, among words that many say: "is it the same one", "and for the weight".
_ASKED_BY = {
    "RepetitiveIntent": re.compile(
        r"\b(?:mo(?:tion|ve)\w*|repeti\w*|repeat\w*|over and over|again|steps?|strides?|pattern"
        r"|monoton\w*|thing|running|run|runs|jog\w*)\b"
    ),
    "HateRunningIntent": re.compile(r"^(?!.*\b(?:love|loving|adore|enjoy)\b)"),
    "AddWeightIntent": re.compile(
        r"\b(?:add\w*|more|heav\w*|load\w*|bar\w*|lift\w*|up|plates?|increas\w*|weights|kilos?)\b"
    ),
}
_AGREEING = {"AMAZON.YesIntent", "AMAZON.NoIntent"}
_NOD = "AcknowledgeIntent"  # asks for nothing
_KIND = {_NOD, "PraiseIntent", "WaitIntent", "GreetingIntent"}  # a word that asks for nothing
_OF_FEW_WORDS = {"AMAZON.RepeatIntent", *_KIND}  # or surely said
# What takes back a goal, or adds one; all of them, or the last, where it names none.
_OF_GOALS = {"DropGoalIntent", "AddGoalIntent"}
_OF_THE_SKILL = {  # asked or said of the skill itself, and nothing that half the words may be
    "BoredIntent",
    "GoalBeforeIntent",
    "JokeIntent",
    "LastTimeIntent",
    "LouderIntent",
    "MyGoalIntent",
    "NormalSpeedIntent",
    "PrivacyIntent",
    "QuizIntent",
    "ScoreIntent",
    "SpeakerIntent",
    "TourIntent",
}
_OF_FIGURES = {"SourceIntent", "WhyIntent"}  # of these, what is asked of a figure too


@dataclass(frozen=True, slots=True)
class Guess:
    """The best reading; `intent` is None where none is good enough. `words` are what was read."""

    intent: str | None = None
    slots: Mapping[str, Filled] = field(default_factory=dict)
    score: float = 0.0
    words: tuple[str, ...] = ()
    runners_up: tuple[tuple[str, float], ...] = ()
    likeness: Likeness | None = None  # None where the words are a sample, or were refused


class Sureness:
    """Knows how sure a reading has to be, by what the words name and its intent's own words."""

    def __init__(self, spotter: Spotter, own: Mapping[str, set[str]]) -> None:
        """Name what `spotter` finds; `own` are the stems that each intent uses."""
        self._spotter = spotter
        self._own = own

    def unsure(self, intent: str, best: Guess) -> bool:
        """Tell whether a reading is less sure than an intent of its kind has to be."""
        said = " ".join(best.words)
        return bool(
            (intent in CLOSING and not self._closes(intent, best))
            or (intent in _AGREEING and not self._agrees(intent, best))
            or (intent in _OF_GOALS and not best.slots and not self._agrees(intent, best))
            or (intent in _OF_GOALS and OF_YOU.search(said))
            or (intent in FOLLOWING and not self._follows(intent, best))
            or (intent in _OF_FEW_WORDS and not self._says_no_more(intent, best))
            or (intent in _OF_THE_SKILL and best.score < DECIDING.doubted_correction)
            or (intent in _ASKED_BY and not _ASKED_BY[intent].search(said))
        )

    def _closes(self, intent: str, best: Guess) -> bool:
        """Tell whether it is sure enough, and surer where its samples lack a word: "stop Tom".

        A question about something is no wish to end ("would it kill me"), nor is what speaks of an
        activity: "I walk to the bus stop".
        """
        words = list(best.words)
        if ACTIVITY in (named := self.named(words)) or _ABOUT_SOMETHING.match(" ".join(words)):
            return False
        if "EXERCISE" in named and "want" in words:
            return False  # "I want to kill it at leg day"
        if FUNCTION_WORDS.issuperset(words):
            return False  # "on all this", of "give me the bottom line on all this"
        if intent == "ForgetMeIntent" and KEPT.search(" ".join(words)):
            return False  # "don't forget what I told you"
        if not self._only_own(intent, best):
            others = (set(stems(thing)) - self._own[intent] for thing in things(words))
            return best.score >= DECIDING.closing_beside and not any(others)
        brief = len(words) <= DECIDING.brief and "EXERCISE" not in named  # "so I gotta lift"
        return best.score >= (DECIDING.closing_briefly if brief else DECIDING.closing)

    def _agrees(self, intent: str, best: Guess) -> bool:
        """Tell whether it is sure enough, or nothing else is spoken of: "so if i'm even i'm ok"."""
        return best.score >= DECIDING.closing or self._only_own(intent, best)

    def _says_no_more(self, intent: str, best: Guess) -> bool:
        """Tell whether it is brief or sure, and no more than its samples say."""
        if len(best.words) <= DECIDING.brief:
            return True
        if intent in _KIND:
            least = DECIDING.least if intent == _NOD else DECIDING.doubted_correction
            return not asks([*best.words]) and best.score >= least
        return best.score >= DECIDING.elsewhere or self._only_own(intent, best)

    def _follows(self, intent: str, best: Guess) -> bool:
        """Tell whether it is sure enough, or only the subject is spoken of, and no number."""
        words = list(best.words)
        counted = intent not in _OF_FIGURES and NUMBER_WORDS.intersection(words) - {"one"}
        return self._agrees(intent, best) or (bool(self.named(words)) and not counted)

    def named(self, words: list[str], of: Collection[str] = SUBJECT) -> list[str]:
        """Return the types of the values that the words name, of some slot types."""
        types = (spot.filled.type for spot in self._spotter.spots(stems(words)))
        return [name for name in types if name in of]

    def _only_own(self, intent: str, best: Guess) -> bool:
        about = stems(word for word in best.words if word not in FUNCTION_WORDS)
        return self._own[intent].issuperset(about)
