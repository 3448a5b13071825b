"""The simulator's understanding, by how many samples the interaction model has.

More samples are made from the model's own: each with words in front and behind that no sample
has. What is understood are the questions of tests/questions.toml's kind: samples, paraphrases and
things out of its depth, in equal parts.
"""

from __future__ import annotations

import time
import tracemalloc
from dataclasses import replace
from itertools import product
from statistics import median

from skill.simulator.nlu import Understander
from skill.simulator.nlu.model import InteractionModel, load_model
from tests.benchmarks.cores import describe
from tests.benchmarks.report import report

TIMES, TURNS = (1, 10, 100), 5
_FRONT = ("", "hey please", "okay so", "right then", "listen up", "look here", "well now")
_BACK = ("", "maybe today", "honestly now", "or really not", "in general then", "as a rule")
_MIDDLE = ("", "someone asks", "they wonder")
ASKED = (
    "should i jog or sprint",
    "does running count as leg day",
    "would sprinting build more muscle than a slow run",
    "is it fine to leave out leg training if i run a lot",
    "what is the weather in seattle",
    "tell me a joke about cats",
)


def main() -> None:
    rows = []
    for times in TIMES:
        model = enlarged(load_model(), times)
        samples = sum(len(intent.samples) for intent in model.intents.values())
        tracemalloc.start()
        start = time.perf_counter()
        understander = Understander(model)
        built, (size, _) = time.perf_counter() - start, tracemalloc.get_traced_memory()
        tracemalloc.stop()
        each = _measure(understander)
        rows.append((f"{times} x, {samples:,} samples", each, built * 1_000, size / 2**20))
    columns = ("model", "ms an utterance", "ms to build", "MB")
    report("understanding", f"The simulator ({describe()})", columns, rows, chart=1)


def enlarged(model: InteractionModel, times: int) -> InteractionModel:
    """The model with `times` as many samples of each intent that has any."""
    around = list(product(_FRONT, _MIDDLE, _BACK))
    intents = {
        name: replace(
            intent,
            samples=tuple(
                " ".join(filter(None, (front, middle, sample, back)))
                for front, middle, back in around[:times]
                for sample in intent.samples
            ),
        )
        for name, intent in model.intents.items()
    }
    return replace(model, intents=intents)


def _measure(understander: Understander) -> float:
    """Milliseconds an utterance."""
    found = []
    for turn in range(TURNS + 1):
        start = time.perf_counter()
        for utterance in ASKED:
            understander.understand(utterance)
        if turn:
            found.append((time.perf_counter() - start) / len(ASKED) * 1_000)
    return median(found)


if __name__ == "__main__":
    main()
