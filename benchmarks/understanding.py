"""The simulator's understanding: its start, and then by how many samples the model has.

A start is a new interpreter up to the understanding of en-US, which was learned before and is kept
in the cache; beside it, what the interpreter takes with numpy alone.

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

TIMES, CALLS, STARTS = (1, 10, 100), 9, 11
_STARTED = {
    "the understanding": "from skill.simulator.nlu import understander; understander('en-US')",
    "numpy alone": "import numpy",
}
_FRONT = ("", "hey please", "okay so", "right then", "listen up", "look here", "well now")
_MIDDLE = ("", "someone asks", "they wonder")
_BACK = ("", "maybe today", "honestly now", "or really not", "in general then", "as a rule")
ASKED = {
    "a sample": "should i jog or sprint",
    "a paraphrase": "would sprinting build more muscle than a slow run",
    "out of its depth": "what is the weather in seattle",
}


def main() -> None:
    _starts()
    rows = []
    for times in TIMES:
        command = [sys.executable, "-m", "benchmarks.understanding", str(times)]
        ran = subprocess.run(command, preexec_fn=on_core(1), stdout=subprocess.PIPE, check=True)
        found = json.loads(ran.stdout)
        rows.append((f"{times} x ({found.pop('samples'):,})", *found.values()))
    columns = ("samples", *(f"ms, {name}" for name in ASKED), "s to build", "MB")
    title = f"Understanding an utterance, processor time ({describe()})"
    report("understanding", title, columns, rows)


def _starts() -> None:
    taken: dict[str, list[tuple[float, float]]] = {name: [] for name in _STARTED}
    for turn in range(STARTS + 1):
        for name, code in _STARTED.items():
            figures = f"{code}\nimport resource, time; r = resource.getrusage(resource.RUSAGE_SELF)"
            command = [sys.executable, "-c", f"{figures}\nprint(time.process_time(), r.ru_maxrss)"]
            ran = subprocess.run(command, preexec_fn=on_core(1), stdout=subprocess.PIPE, check=True)
            seconds, kilobytes = map(float, ran.stdout.split())
            if turn:  # the first learns, and fills the disk's cache
                taken[name].append((seconds, kilobytes))
    ours = median(seconds for seconds, _ in taken["the understanding"])
    rows = []
    for name, runs in taken.items():
        seconds, kilobytes = (median(column) for column in zip(*runs, strict=True))
        rows.append((name, seconds * 1_000, kilobytes / 1_024, ours / seconds))
    columns = ("started", "CPU ms", "MB", "ours is x times it")
    report("understanding-start", f"Start of the understanding ({describe()})", columns, rows)


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
