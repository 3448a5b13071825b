"""How much is understood, by method, on 427 lines that no sample was written from.

heldout.jsonl: an utterance, the claims any of which answers it (or "out-of-scope", or the built-in
intent), and its kind: direct, paraphrase, fragment, slot, rambling, asr-noise (misheard).
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.report import report
from skill.persistence import open_memory
from skill.simulator.conversation import Conversation, front_door
from skill.simulator.nlu import Understander
from skill.simulator.nlu.features import of_utterance
from skill.simulator.nlu.paraphrase import Guess, Paraphraser

ROWS = [
    json.loads(line)
    for line in (Path(__file__).parent / "heldout.jsonl").read_text("utf-8").splitlines()
]
NEIGHBOURS = 12


def main() -> None:
    talk = Conversation(front_door(open_memory("memory:")))
    understander: Understander = talk._understander
    full = understander._paraphraser.guess
    methods: dict[str, Callable[[list[str]], Guess]] = {
        "samples only": lambda words: Guess(),
        "nearest neighbours": _nearest(understander._paraphraser),
        "regression": _unheard(understander._paraphraser),
        "regression and mishearings": full,
    }
    rows = []
    for name, guess in methods.items():
        understander._paraphraser.guess = guess  # type: ignore[method-assign]
        rows.append((name, *_shares()))
    columns = ("method", "questions", "beyond us", "control", "misheard")
    report("accuracy", f"Right answers in 100, {len(ROWS)} held-out lines", columns, rows, chart=1)


def _shares() -> list[float]:
    """Return the percentages right: questions, refusals, control phrases, and of the misheard."""
    asked, right = Counter[str](), Counter[str]()
    door = front_door(open_memory("memory:"))
    for row in ROWS:
        said = Conversation(door).say(row["utterance"]).report()
        kinds = [_kind(row["expect"]), *(["misheard"] if row["kind"] == "asr-noise" else [])]
        asked.update(kinds)
        right.update(kinds if _fits(said, row["expect"]) else [])
    return [
        100 * right[kind] / asked[kind] for kind in ("question", "beyond", "control", "misheard")
    ]


def _kind(expect: list[str]) -> str:
    if expect == ["out-of-scope"]:
        return "beyond"
    return "control" if expect[0].startswith("AMAZON.") else "question"


def _fits(said: dict[str, Any], expect: list[str]) -> bool:
    if expect == ["out-of-scope"]:
        return said["claims"] == [] and not str(said["intent"]).startswith("AMAZON.S")
    return said["intent"] in expect or bool({*said["claims"]} & {*expect})


def _unheard(paraphraser: Paraphraser) -> Callable[[list[str]], Guess]:
    def guess(words: list[str]) -> Guess:
        found = paraphraser._read(words)
        return Guess() if found.score < 0.2 or found.intent == "AMAZON.FallbackIntent" else found

    return guess


def _nearest(paraphraser: Paraphraser) -> Callable[[list[str]], Guess]:
    """The intents of the nearest samples by cosine, weighted by its cube; refused under 0.3."""
    samples, learned = paraphraser._samples(paraphraser._model), paraphraser._classifier
    labels = [label for label, _ in samples]
    near: dict[int, list[tuple[int, float]]] = {}
    for row, (_, features) in enumerate(samples):
        for at, value in _vector(features, learned):
            near.setdefault(at, []).append((row, value))

    def guess(words: list[str]) -> Guess:
        likeness = np.zeros(len(samples))
        for at, value in _vector(of_utterance(words, paraphraser._spotter), learned):
            for row, weight in near.get(at, ()):
                likeness[row] += value * weight
        votes = Counter[str]()
        for row in likeness.argsort()[::-1][:NEIGHBOURS]:
            votes[labels[row]] += likeness[row] ** 3  # type: ignore[assignment]
        intent = votes.most_common(1)[0][0]
        if likeness.max() < 0.3 or intent == "AMAZON.FallbackIntent":
            return Guess()
        return Guess(intent, paraphraser._slots(intent, words), float(likeness.max()), tuple(words))

    return guess


def _vector(features: dict[str, float], learned: Any) -> list[tuple[int, float]]:
    found = [
        (learned.index[name], value * float(learned.idf[learned.index[name]]))
        for name, value in features.items()
        if name in learned.index
    ]
    length = sum(value * value for _, value in found) ** 0.5 or 1.0
    return [(at, value / length) for at, value in found]


if __name__ == "__main__":
    main()
