"""What may have been said? Words that sound like what was heard, and make more sense there.

A recogniser that does not know a word writes down others that sound like it: "car dio", "in jury",
"lunches" for lunges. Heard are the words; said were, likest, words of the model that sound like
them and stand beside the others as in its samples. This knows English spelling, roughly, and
nothing about the subject.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from skill.simulator.nlu.background import far, things
from skill.simulator.nlu.context import Context
from skill.simulator.nlu.numbers import NUMBER_WORDS
from skill.simulator.nlu.tuning import HEARING
from skill.simulator.nlu.words import FUNCTION_WORDS, JUDGING_WORDS

_LONGEST = 3  # words heard for one said
_SHORTEST = 2  # letters of what may be misheard
_WHOSE = {"my", "the", "your", "a", "for", "big", "bigger"}
_KEPT = 5_000  # stretches of words whose likes are remembered
_SPELLINGS = [
    (re.compile(pattern), sound)
    for pattern, sound in (
        ("[^a-z]", ""),
        ("^kn", "n"),
        ("^wr", "r"),
        ("^ps", "s"),
        ("sc(?=[lei])", "s"),
        ("tch|ch|sh", "j"),
        ("ph", "f"),
        ("th", "t"),
        ("gh|h", ""),
        ("ck", "k"),
        ("dg", "j"),
        ("[gj](?=[eiy])", "j"),
        ("c(?=[eiy])", "s"),
        ("x", "ks"),
        ("qu", "kw"),
        ("tion", "jon"),
        ("ng(?![aeiou])", "n"),
        ("(?<=[aeiou])[rw](?![aeiou])", ""),
        ("(?<=[^aeiou])e$", ""),
    )
]
_SOUNDS = str.maketrans("bpdtgkcqfvszjmnlraeiouyw", "PPTTKKKKFFSSJNNLRaaaaaaW")
_SAYING_NOTHING = FUNCTION_WORDS | JUDGING_WORDS  # by themselves
_TWICE = re.compile(r"(.)\1+")


@dataclass(frozen=True, slots=True)
class Heard:
    """Words as they may have been said; `likeness` to what was heard, 1 where it is the same."""

    words: list[str]
    likeness: float = 1.0


@dataclass(frozen=True, slots=True)
class _Correction:
    """words[at:at+count] may have been `word`."""

    worth: float  # nats
    at: int
    count: int
    word: str
    likeness: float


@lru_cache(maxsize=50_000)
def sound(word: str) -> str:
    """Return what a careless ear takes of a word: "lake" and "leg" are both "LaK".

    Consonants are kept by where in the mouth they are made, and every vowel is one and the same.
    """
    for pattern, spelled in _SPELLINGS:
        word = pattern.sub(spelled, word)
    return _TWICE.sub(r"\1", word.translate(_SOUNDS))


class Ear:
    """Corrects what was heard to words of a vocabulary, by their sound and their context."""

    def __init__(
        self, vocabulary: Collection[str], known: Collection[str], context: Context
    ) -> None:
        """Hear words of the `vocabulary`; `known` words are not doubted as easily as others."""
        self._known = known
        self._context = context
        self._sounds: dict[str, list[str]] = {}  # a sound -> the words that have it
        for word in sorted(vocabulary):
            if len(word) > 1:
                self._sounds.setdefault(sound(word), []).append(word)
        self._alike = lru_cache(maxsize=_KEPT)(self._sounding_like)

    def corrected(self, words: list[str]) -> Heard:
        """Return the words as they were said, likest: the same ones where nothing makes more sense.

        The worthiest correction is made first, and the next with that one in place.
        """
        said, likeness, misheard = words, 1.0, 0
        done: set[int] = set()  # places of what was corrected
        for _ in range(HEARING.rounds):
            best = max(self._corrections(said, done), key=lambda c: c.worth, default=None)
            if best is None:
                break
            said = [*said[: best.at], best.word, *said[best.at + best.count :]]
            done = {at if at < best.at else at - best.count + 1 for at in done} | {best.at}
            misheard += best.count
            likeness *= best.likeness
        unlikely = self._context.likely(said) < HEARING.fluent * (len(said) + 1)
        mostly = misheard > HEARING.share * len(words) and likeness < HEARING.alike_mostly
        if unlikely or mostly:
            return Heard(words)
        return Heard(said, likeness)

    def nearly(self, words: list[str]) -> Iterator[Heard]:
        """Yield the words with one word for one or two of them that sound like it: "car deal".

        What is near the subject stays as it is, "rowing" is no running, and so does what stands
        beside words that say nothing.
        """
        for count in (1, 2):
            for at in range(len(words) - count + 1):
                heard = words[at : at + count]
                rest = words[:at] + words[at + count :]
                joined = "".join(heard)
                near = things(heard) and not far(heard)
                if near or _SAYING_NOTHING.issuperset(rest) or len(joined) <= _SHORTEST:
                    continue
                for word, likeness in self._alike(joined):
                    if likeness >= HEARING.nearly and word not in {*heard, *NUMBER_WORDS}:
                        yield Heard([*words[:at], word, *words[at + count :]], likeness)

    def misheard(self, word: str) -> bool:
        """Tell whether a word of the vocabulary is so like this one that it may be meant."""
        return any(other != word and like >= HEARING.named for other, like in self._alike(word))

    def _corrections(self, words: list[str], done: set[int]) -> list[_Correction]:
        doubtful = self._doubtful(words)
        return [
            correction
            for count in range(1, _LONGEST + 1)
            for at in range(len(words) - count + 1)
            if doubtful & {*range(at, at + count)} and not done & {*range(at, at + count)}
            for correction in self._of(words, at, count)
        ]

    def _doubtful(self, words: list[str]) -> set[int]:
        """Return the places of words that stand beside others as in no sample."""
        row = ["", *words, ""]
        return {
            at
            for at in range(len(words))
            if not (
                self._context.seen(*row[at : at + 2]) and self._context.seen(*row[at + 1 : at + 3])
            )
        }

    def _of(self, words: list[str], at: int, count: int) -> list[_Correction]:
        heard = words[at : at + count]
        joined = "".join(heard)
        if len(joined) < _SHORTEST or any(letter.isdigit() for letter in joined):
            return []
        before, after = ["", *words][at], [*words, ""][at + count]
        if joined == "but" and before not in _WHOSE:  # and no butt
            return []
        so_far = self._context.likely(heard, before, after)
        least = HEARING.alike if count == 1 else HEARING.alike_joined
        worldly = bool(things(heard))
        if worldly and _SAYING_NOTHING.issuperset(words[:at] + words[at + count :]):
            if joined in self._known:  # "is swimming good", and no slimming
                return []
            least = HEARING.named  # "what about creatine" speaks of nothing of ours
        sensible = HEARING.far if far(heard) else HEARING.worldly if worldly else 0.0
        sensible += HEARING.known if joined in self._known else 0.0
        counts = joined != "too" or (after and after not in FUNCTION_WORDS)  # "three miles too"
        plain = joined in FUNCTION_WORDS and (len(joined) >= HEARING.short or not counts)
        kept = NUMBER_WORDS if plain else ()
        found = []
        for word, likeness in self._alike(joined):  # "then" is no ten
            if likeness >= least and word not in heard and word not in kept:
                against = HEARING.corrected + HEARING.joined * (count - 1)
                against += HEARING.unlike * (1 - likeness) + sensible
                worth = self._context.likely([word], before, after) - so_far - against
                if worth > 0:
                    found.append(_Correction(worth, at, count, word, likeness))
        return found

    def _sounding_like(self, heard: str) -> list[tuple[str, float]]:
        """Return the words that sound like `heard`, and how alike sound and spelling are."""
        alike = Levenshtein.normalized_similarity
        least = HEARING.sounds_like
        found = process.extract(
            sound(heard), self._sounds.keys(), scorer=alike, limit=None, score_cutoff=least
        )
        spelled = 1 - HEARING.by_sound
        return [
            (word, HEARING.by_sound * sounding + spelled * alike(heard, word))
            for said, sounding, _ in found
            for word in self._sounds[said]
        ]
