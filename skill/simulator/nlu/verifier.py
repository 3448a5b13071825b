"""Does the intent that was taken answer what was asked? Its samples have to ask the like.

A classifier picks the likest of what it knows. "who holds the sprint record" is like a question
about sprints, and none of that intent's samples ever spoke of records, nor asked who. Both count
against the intent: a thing of another subject, and another form of question. Unknown words as such
do not: on questions by others, dialect and chat have as many of them as what is out of scope.
"""

from collections import Counter
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from itertools import pairwise
from math import log

from skill.simulator.nlu.background import conditions, things
from skill.simulator.nlu.classifier import Likeness
from skill.simulator.nlu.features import stem, stems
from skill.simulator.nlu.framing import bare
from skill.simulator.nlu.model import Intent, InteractionModel
from skill.simulator.nlu.tuning import VERIFYING
from skill.simulator.nlu.words import FUNCTION_WORDS, of_sample

_HOW = {"often", "long", "far", "fast", "soon", "high", "heavy", "old", "deep", "quick", "big"}
_AUXILIARIES = {"is", "are", "do", "does", "did", "should", "can", "will", "was", "to"}
_MOMENTS = {"before", "after"}


@dataclass(frozen=True, slots=True)
class _Known:
    """What the samples of one intent use: how often which words, and question forms."""

    words: Counter[str]
    forms: Counter[str]
    ailing: bool  # it is about what people suffer from
    worldly: bool  # it is itself about things of the world, as pain is about knees


class Verifier:
    """Judges readings by what each intent's samples use."""

    def __init__(
        self,
        model: InteractionModel,
        values: Mapping[str, Collection[str]],
        misheard: Callable[[str], bool],
        declining: Collection[str],
    ) -> None:
        """Judge by the model's samples, and the stems of the `values` of its slot types.

        What was `misheard` may be another word altogether.
        """
        self._misheard = misheard
        self._declining = declining
        self._known = {name: _known(intent, values) for name, intent in model.intents.items()}
        self.ailing = [name for name, known in self._known.items() if known.ailing]
        used = Counter(word for known in self._known.values() for word in known.words)
        self._common = {word for word, intents in used.items() if intents >= VERIFYING.common}

    def accepts(self, intent: str, words: list[str], score: float, likeness: Likeness) -> bool:
        """Tell whether the intent can be what the words ask, as sure as the reading was.

        `likeness` is the words' to the samples.
        """
        if self._known[intent].worldly:
            return True
        odds = log(max(score, 1e-3) / max(1 - score, VERIFYING.least_doubt))
        likelier, nearer = self._against_declining(intent, likeness)
        strange_things, strange_forms = self.strange(intent, words)
        against = VERIFYING.thing * min(strange_things, 2) + VERIFYING.form * min(strange_forms, 2)
        if strange_things and conditions(words):
            return False
        # Who tells a story names more of the world.
        against *= min(1.0, VERIFYING.long / len(words))
        known = VERIFYING.odds * odds + VERIFYING.likelier * likelier + VERIFYING.nearer * nearer
        return known > VERIFYING.least + against

    def _against_declining(self, intent: str, likeness: Likeness) -> tuple[float, float]:
        """Return by how much the intent is likelier than declining (nats), and a sample nearer."""
        likely, near = likeness.probabilities, likeness.nearest
        doubt = VERIFYING.least_doubt
        declined = max(likely.get(name, 0.0) for name in self._declining)
        nearest = max(near.get(name, 0.0) for name in self._declining)
        return log((likely[intent] + doubt) / (declined + doubt)), near[intent] - nearest

    def strange(self, intent: str, words: list[str]) -> tuple[int, int]:
        """Return how many things and question forms of the words the intent's samples lack."""
        own = self._known[intent]
        named = sum(
            any(own.words[word] < VERIFYING.own_samples for word in stems(thing))
            and not (len(thing) == 1 and self._misheard(thing[0]))
            for thing in things(words)
        )
        asked = sum(
            own.forms[form] < VERIFYING.own_samples > own.words[of] and of not in self._common
            for form, of in forms(words).items()
        )
        return named, asked


def forms(words: list[str]) -> dict[str, str]:
    """Return what kinds of answer the words ask for, each with what it is asked of, if anything.

    "how often should i run" -> {"how often": ""}; "best straps to buy" -> {"best strap": "strap"}
    """
    found: dict[str, str] = {}
    for at, (word, after) in enumerate(pairwise([*words, ""])):
        of = "" if after in FUNCTION_WORDS else stem(after)
        if word == "how" and after in _HOW:
            found[f"how {after}"] = ""
        elif word == "how" and after in ("many", "much"):
            of = next((stem(w) for w in words[at + 2 :] if w not in FUNCTION_WORDS), "")
            found[f"how {after} {of}"] = ""
        elif (
            (word in ("when", "where") and after in _AUXILIARIES)
            or (word == "who" and at == 0)
            or word in _MOMENTS
        ):
            found[word] = ""
        elif word == "too" and after in ("much", "many", "often"):
            found["too much"] = ""
        elif word in ("best", "good") and at < 4 and of:
            found[f"best {of}"] = of
        elif word in ("which", "what") and at < 2 and of:
            found[f"which {of}"] = of
    return found


def _known(intent: Intent, values: Mapping[str, Collection[str]]) -> _Known:
    words: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    worldly = ailing = 0
    for sample in intent.samples:
        parts = list(of_sample(sample))
        said = [word for word in parts if "{" not in word]
        words.update(set(stems(said)))
        asked.update(forms(bare(parts)).keys())
        worldly += bool(things(said))
        ailing += conditions(said)
    for slot_type in intent.slots.values():
        words.update(dict.fromkeys(values.get(slot_type, ()), VERIFYING.own_samples))
    enough = VERIFYING.worldly * len(intent.samples)
    return _Known(words, asked, ailing > enough, worldly > enough)
