"""What else may have been said? Words that sound like what was heard.

A recogniser that does not know a word writes down others that sound like it: "car dio", "in jury",
"lunches" for lunges. This proposes the model's own words for stretches that sound alike. It knows
English spelling, roughly, and nothing about the subject.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

_FAMILIAR = 1  # a word that so many samples have was heard right
_MOST = 16  # proposals for one utterance
_NEAR = 0.6  # letters that a proposal must share with one word heard,
_NEAR_JOINED = 0.68  # with several words that it replaces,
_NEAR_NAMED = 0.5  # with a thing of another subject, which may be one of ours misheard
_SAME = 0.95  # and with several words that are words of the model

# Spelled otherwise, spoken the same. The left one is what recognisers like to write.
_HOMOPHONES = dict(
    pair.split("/")
    for pair in (
        "too/two ate/eight won/one eye/i know/no sum/some wait/weight dew/do "
        "whether/weather role/roll by/bye but/butt weigh/way week/weak feet/feat mussel/muscle "
        "mussels/muscles wood/would write/right hear/here heal/heel brake/break pane/pain "
        "knew/new sore/soar hour/our hole/whole peace/piece pleas/please peas/please thyme/time"
    ).split()
)
_SPELLINGS = [
    (re.compile(pattern), sound)
    for pattern, sound in (
        ("^kn", "n"),
        ("^wr", "r"),
        ("^ps", "s"),
        ("sc(?=[lei])", "s"),
        ("tch|ch|sh", "j"),
        ("ph", "f"),
        ("gh", ""),
        ("ck", "k"),
        ("dg", "j"),
        ("[gj](?=[eiy])", "j"),
        ("c(?=[eiy])", "s"),
        ("x", "ks"),
        ("qu", "kw"),
        ("tion", "jn"),
    )
]
_SOUNDS = str.maketrans("bpdtgkcqfvszjmnlr", "PPTTKKKKFFSSJNNLR")
_NOT_A_SOUND = re.compile("[^A-Z]")
_TWICE = re.compile(r"(.)\1+")


@dataclass(frozen=True, slots=True)
class Proposal:
    """words[at:at+count] may have been `word`; `likeness` from 0 to about 1."""

    at: int
    count: int
    word: str
    likeness: float
    familiar: bool = False  # what was heard is a word of the model as well

    def applied(self, words: list[str]) -> list[str]:
        """Return the words with this proposal in place of what was heard."""
        return [*words[: self.at], self.word, *words[self.at + self.count :]]


def sound(word: str) -> str:
    """Return the consonants of a word as a careless ear takes them: "lake" and "leg" are LK."""
    for pattern, spelled in _SPELLINGS:
        word = pattern.sub(spelled, word)
    return _TWICE.sub(r"\1", _NOT_A_SOUND.sub("", word.translate(_SOUNDS)))


class Ear:
    """Proposes words of a vocabulary for words that sound like them."""

    def __init__(self, vocabulary: Counter[str], heard: Counter[str]) -> None:
        """Propose words of `vocabulary`; doubt less what is common in `heard`."""
        self._heard = heard
        self._sounds: dict[str, list[str]] = {}
        for word in vocabulary:
            if len(word) > 1:
                self._sounds.setdefault(sound(word), []).append(word)
        self._near: dict[str, list[str]] = {}

    def proposals(self, words: list[str]) -> list[Proposal]:
        """Return what may have been said instead, the likest first."""
        found = [
            proposal
            for count in (1, 2, 3)
            for at in range(len(words) - count + 1)
            for proposal in self._for(words[at : at + count], at)
        ]
        found.sort(key=lambda proposal: -proposal.likeness)
        kept, seen = [], Counter[tuple[int, int]]()
        for proposal in found:
            seen[proposal.at, proposal.count] += 1
            if seen[proposal.at, proposal.count] <= 3:
                kept.append(proposal)
        return kept[:_MOST]

    def misheard(self, word: str) -> bool:
        """Tell whether a word of the vocabulary sounds like this one, and is written nearly so."""
        alike = self._sounds.get(sound(word), ())
        return any(other != word and _shared(other, word) >= _NEAR_NAMED for other in alike)

    def _for(self, heard: list[str], at: int) -> Iterable[Proposal]:
        joined, count = "".join(heard), len(heard)
        if any(word.isdigit() for word in heard):
            return
        known = all(self._heard[word] >= _FAMILIAR for word in heard)
        if count == 1 and (homophone := _HOMOPHONES.get(joined)):
            yield Proposal(at, 1, homophone, 0.9, known)
        if count == 1 and (known or len(joined) < 3):
            return
        # Words that are fine as they are join only to what sounds the same.
        least = _SAME if known else _NEAR if count == 1 else _NEAR_JOINED
        key = sound(joined)
        for word in self._sounds.get(key, ()) if known else self._alike(key):
            likeness = _shared(joined, word) + (0.15 if sound(word) == key else 0)
            if likeness >= least and (count > 1 or word != joined):
                yield Proposal(at, count, word, likeness, known)

    def _alike(self, key: str) -> list[str]:
        """Return the words that sound like `key`, or, where it is long enough, nearly like it."""
        if key not in self._near:
            found = list(self._sounds.get(key, ()))
            if len(key) >= 3:
                for other, words in self._sounds.items():
                    if other != key and _one_apart(key, other):
                        found += words
            self._near[key] = found
        return self._near[key]


def _one_apart(first: str, second: str) -> bool:
    """Tell whether one letter added, dropped or changed turns one into the other."""
    short, long = sorted((first, second), key=len)
    if len(long) - len(short) > 1:
        return False
    at = next((i for i, letter in enumerate(short) if letter != long[i]), len(short))
    return short[at + (len(short) == len(long)) :] == long[at + 1 :]


def _shared(first: str, second: str) -> float:
    """Return the likeness of two spellings: 1 less the edits for each letter of the longer."""
    row = list(range(len(second) + 1))
    for i, a in enumerate(first, 1):
        before, row[0] = row[0], i
        for j, b in enumerate(second, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (a != b))
    return 1 - row[-1] / max(len(first), len(second), 1)
