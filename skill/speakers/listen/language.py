"""How likely one word follows two others: a trigram model of the interaction model's samples.

Kneser-Ney smoothing with the three discounts of Chen and Goodman (1998), interpolated and written
as an ARPA back-off file, which is what pocketsphinx reads. A grammar would hear only its own
sentences; this hears any order of the skill's words.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import cycle, islice
from math import log10

from skill.simulator.nlu.first_names import COMMON
from skill.simulator.nlu.model import Intent, InteractionModel

NUMBERS = (
    "one, two, three, four, five, six, seven, eight, nine, ten, eleven, twelve, thirteen, "
    "fourteen, fifteen, sixteen, seventeen, eighteen, nineteen, twenty, thirty, forty, fifty, "
    "sixty, seventy, eighty, ninety, a hundred, one hundred, two hundred, two hundred and "
    "fifty, three hundred, four hundred, five hundred, six hundred, seven hundred, eight "
    "hundred, nine hundred, a thousand, one thousand, two thousand, three thousand, five "
    "thousand, ten thousand, fifteen hundred, one hundred and fifty, twenty one, twenty two, "
    "twenty three, twenty four, twenty five, twenty six, thirty five, forty two, seventy five"
).split(", ")
_BUILT_IN = {"AMAZON.NUMBER": NUMBERS, "AMAZON.FirstName": COMMON}
_EXPANSIONS = 6  # sentences made of a sample with slots
_WORD = re.compile(r"[a-z][a-z']*")
_FLOOR = -99.0  # log10 of "never", as ARPA files write it

Gram = tuple[str, ...]


def words_of(text: str) -> list[str]:
    """Return the words of a sample or a slot value as the ear knows them: "can't" is one word."""
    return [word.rstrip("'") for word in _WORD.findall(text.lower())]


def sentences(model: InteractionModel, weights: Mapping[str, int]) -> Iterator[list[str]]:
    """Yield what people say: every sample, its slots filled in turn with the values they take.

    `weights` tells how often an intent's samples of one or two words count; others count once.
    """
    values = {name: cycle(_phrases(model, name)) for name in [*model.types, *_BUILT_IN]}
    for intent in model.intents.values():
        for sample in intent.samples:
            for sentence in _expanded(intent, sample, values):
                for _ in range(weights.get(intent.name, 1) if len(sentence) < 3 else 1):
                    yield sentence


def vocabulary(model: InteractionModel) -> set[str]:
    """Return every word of the samples and of the slot values."""
    found = {word for phrase in (*NUMBERS, *COMMON) for word in words_of(phrase)}
    for intent in model.intents.values():
        for sample in intent.samples:
            found.update(words_of(re.sub(r"\{.*?\}", " ", sample)))
    for name in model.types:
        found.update(word for phrase in _phrases(model, name) for word in words_of(phrase))
    return found


def arpa(text: Iterable[list[str]]) -> Iterator[str]:
    """Yield the lines of an ARPA file, the trigram model of these sentences."""
    three: Counter[Gram] = Counter()
    first: Counter[Gram] = Counter()
    for sentence in text:
        padded = ["<s>", *sentence, "</s>"]
        three.update(zip(padded, padded[1:], padded[2:], strict=False))
        first[("<s>", padded[1])] += 1  # nothing stands before the first two words
    two = _continued(three) + first
    one = _continued(two)
    ones = _uniform(one)
    of_two, back_one = _interpolated(two, ones.__getitem__)
    of_three, back_two = _interpolated(three, of_two)
    ones[("<s>",)] = 0.0
    yield "\\data\\\n"
    yield from (f"ngram {n}={len(t)}\n" for n, t in ((1, ones), (2, two), (3, three)))
    for order, grams, chance, back in (
        (1, ones, ones.__getitem__, back_one),
        (2, two, of_two, back_two),
        (3, three, of_three, {}),
    ):
        yield f"\n\\{order}-grams:\n"
        yield from (_line(gram, chance(gram), back.get(gram)) for gram in sorted(grams))
    yield "\n\\end\\\n"


def _phrases(model: InteractionModel, slot_type: str) -> list[str]:
    return _BUILT_IN.get(slot_type) or model.phrases(slot_type)


def _expanded(
    intent: Intent, sample: str, values: Mapping[str, Iterator[str]]
) -> Iterator[list[str]]:
    times = _EXPANSIONS if "{" in sample else 1
    for _ in range(times):
        said = re.sub(
            r"\{(\w+)\}", lambda slot: " ".join(islice(values[intent.slots[slot[1]]], 1)), sample
        )
        if words := words_of(said):
            yield words


def _continued(grams: Counter[Gram]) -> Counter[Gram]:
    """Count after how many different words each gram's rest comes: Kneser-Ney's lower orders."""
    return Counter(gram[1:] for gram in grams)


def _uniform(one: Counter[Gram]) -> dict[Gram, float]:
    """Return the chances of single words, a little of it shared by all alike."""
    total, discounts = sum(one.values()), _discounts(one)
    kept = {gram: (count - discounts[min(count, 3)]) / total for gram, count in one.items()}
    share = (1 - sum(kept.values())) / len(kept)
    return {gram: chance + share for gram, chance in kept.items()}


def _interpolated(
    grams: Counter[Gram], lower: Callable[[Gram], float]
) -> tuple[Callable[[Gram], float], dict[Gram, float]]:
    """Return what tells the chance of each gram, and what each history leaves to the shorter one.

    `lower` tells the chance of the gram without its first word.
    """
    discounts = _discounts(grams)
    total: defaultdict[Gram, int] = defaultdict(int)
    back: defaultdict[Gram, float] = defaultdict(float)
    for gram, count in grams.items():
        total[gram[:-1]] += count
        back[gram[:-1]] += discounts[min(count, 3)]
    for history, freed in back.items():
        back[history] = freed / total[history]

    def chance(gram: Gram) -> float:
        own = (grams[gram] - discounts[min(grams[gram], 3)]) / total[gram[:-1]]
        return own + back[gram[:-1]] * lower(gram[1:])

    return chance, back


def _discounts(grams: Counter[Gram]) -> dict[int, float]:
    """Return what is taken from counts of 1, of 2, and of 3 and more, by how many there are."""
    seen = Counter(min(count, 4) for count in grams.values())
    base = seen[1] / max(seen[1] + 2 * seen[2], 1)
    return {
        n: min(max(n - (n + 1) * base * seen[n + 1] / max(seen[n], 1), 0.1 * n), 0.95 * n)
        for n in (1, 2, 3)
    }


def _line(gram: Gram, chance: float, back: float | None) -> str:
    line = f"{log10(chance) if chance else _FLOOR:.4f}\t{' '.join(gram)}"
    return f"{line}\n" if back is None else f"{line}\t{log10(back):.4f}\n"
