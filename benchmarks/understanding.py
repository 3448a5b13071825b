"""The simulator's understanding, by how many samples the interaction model has.

More samples are made from the model's own, with words in front of and behind each, so that no
two are the same. Each size has a process of its own: python -m benchmarks.understanding 10
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from dataclasses import replace
from itertools import product
from statistics import median

from benchmarks.cores import describe, on_core
from benchmarks.report import report
from skill.simulator.nlu import Understander
from skill.simulator.nlu.model import InteractionModel, load_model

TIMES, CALLS = (1, 10, 100), 9
_FRONT = ("", "hey please", "okay so", "right then", "listen up", "look here", "well now")
_MIDDLE = ("", "someone asks", "they wonder")
_BACK = ("", "maybe today", "honestly now", "or really not", "in general then", "as a rule")
ASKED = {
    "a sample": "should i jog or sprint",
    "a paraphrase": "would sprinting build more muscle than a slow run",
    "out of its depth": "what is the weather in seattle",
}


def main() -> None:
    rows = []
    for times in TIMES:
        command = [sys.executable, "-m", "benchmarks.understanding", str(times)]
        ran = subprocess.run(command, preexec_fn=on_core(1), stdout=subprocess.PIPE, check=True)
        found = json.loads(ran.stdout)
        rows.append((f"{times} x ({found.pop('samples'):,})", *found.values()))
    columns = ("samples", *(f"ms, {name}" for name in ASKED), "s to build", "MB")
    title = f"Understanding an utterance, processor time ({describe()})"
    report("understanding", title, columns, rows)


def one_size(times: int) -> dict[str, float]:
    """Milliseconds an utterance of each kind, seconds to build, megabytes of the process."""
    model = enlarged(load_model(), times)
    start = time.process_time()
    understander = Understander(model)
    built = time.process_time() - start
    return {
        "samples": sum(len(intent.samples) for intent in model.intents.values()),
        **{name: _milliseconds(understander, words) for name, words in ASKED.items()},
        "built": built,
        "size": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1_024,
    }


def enlarged(model: InteractionModel, times: int) -> InteractionModel:
    """The model with `times` as many samples of each intent that has any; at most 126 times."""
    around = list(product(_FRONT, _MIDDLE, _BACK))[:times]
    intents = {
        name: replace(
            intent,
            samples=tuple(
                " ".join(filter(None, (front, middle, sample, back)))
                for front, middle, back in around
                for sample in intent.samples
            ),
        )
        for name, intent in model.intents.items()
    }
    return replace(model, intents=intents)


def _milliseconds(understander: Understander, words: str) -> float:
    found = []
    for _ in range(CALLS):
        start = time.process_time()
        understander.understand(words)
        found.append((time.process_time() - start) * 1_000)
    return median(found[1:])  # the first warms up


if __name__ == "__main__":
    if sys.argv[1:]:
        print(json.dumps(one_size(int(sys.argv[1]))))
    else:
        main()
