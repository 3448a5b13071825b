"""How well it hears: word error rate, right answers, declines and time, by voice and by noise.

Each line is read by one voice in turn; over clean speech by every voice. Control phrases are said
while the skill waits for an answer, questions to a speaker that has just been woken.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from statistics import median, quantiles
from typing import Any

import numpy as np

from benchmarks.cores import describe
from benchmarks.report import report
from benchmarks.speech import noise
from benchmarks.speech.voices import ACCENTED, clip, make_clips, voices
from skill.persistence import open_store
from skill.simulator.conversation import Conversation, Turn, front_door
from skill.simulator.device import Door
from skill.simulator.nlu.model import load_model
from skill.speakers.listen import parts
from skill.speakers.listen.audio import CHUNK, RATE, Samples, read_wav, to_pcm
from skill.speakers.listen.denoise import Denoiser
from skill.speakers.listen.endpointing import Endpointer, chunks
from skill.speakers.listen.language import words_of
from skill.speakers.listen.recogniser import PocketSphinx
from skill.speakers.listen.spoken import SpokenConversation

LINES = [
    json.loads(line)
    for line in Path(__file__).with_name("lines.jsonl").read_text("utf-8").splitlines()
]
CONDITIONS = ("babble 24", "babble 12", "babble 6", "pink 24", "pink 12", "pink 6", "room")
DEEP = ("babble 12", "pink 12", "room")
KINDS = ("question", "beyond", "control")
COLUMNS = ("said", "right in 100", "declined", "controls", "word error", "s to decode", "lasting")
_LASTING = {"ForgetMeIntent", "AMAZON.StopIntent", "AMAZON.CancelIntent"}


@dataclass(frozen=True, slots=True)
class Trial:
    """What came of one clip; `lasting`: something was ended or forgotten that nobody asked for."""

    kind: str
    right: bool
    errors: int = 0
    words: int = 0
    seconds: float = 0.0  # of processor time, from the end of the clip
    lasting: bool = False


def main() -> None:
    """Print a table by voice and noise, and the silence before an answer; some ten minutes."""
    names = voices()
    plain = [name for name in names if name not in ACCENTED]
    make_clips((line["utterance"], voice) for line in LINES for voice in names)
    turns = [(line, plain[at % len(plain)]) for at, line in enumerate(LINES)]
    rows = [_row("typed", [_typed(line) for line in LINES])]
    for voice in names:
        rows.append(_row(f"clean, {voice}", _trials(((line, voice) for line in LINES), "clean")))
    for condition in ("clean", *CONDITIONS):
        rows.append(_row(condition, _trials(turns, condition)))
    for condition in DEEP if _deep() else ():
        rows.append(_row(f"{condition}, deep", _trials(turns, condition, _deep())))
    title = f"Asked aloud, {len(LINES)} unseen lines, {len(plain)} voices in turn ({describe()})"
    report("speech", title, COLUMNS, rows, chart=1)
    waits = _silences(turns)
    cut = [("median", median(waits)), ("95 in 100", quantiles(waits, n=20)[-1])]
    report("speech-wait", "Silence before the answer, clean", ("of answers", "s"), cut, chart=1)


@cache
def _ear() -> PocketSphinx:
    return PocketSphinx(load_model())


@cache
def _door() -> Door:
    return front_door(open_store("memory:"))


@cache
def _deep() -> Denoiser | None:
    try:
        return parts.denoiser("deep")
    except ValueError as fault:
        print(f"left out: {fault}")
        return None


def _row(name: str, trials: list[Trial]) -> tuple[str | float, ...]:
    shares = [
        100 * sum(t.right for t in trials if t.kind == kind) / sum(t.kind == kind for t in trials)
        for kind in KINDS
    ]
    errors = sum(t.errors for t in trials) / max(1, sum(t.words for t in trials))
    lasting = float(sum(t.lasting for t in trials))
    seconds = median(t.seconds for t in trials)
    row: tuple[str | float, ...] = (name, *shares, errors, seconds, lasting)
    print("  ".join(f"{cell:.3g}" if isinstance(cell, float) else cell for cell in row), flush=True)
    return row


def _conversation(line: dict[str, Any]) -> Conversation:
    conversation = Conversation(_door())
    if line["kind"] == "control":
        conversation.launch()
    return conversation


def _typed(line: dict[str, Any]) -> Trial:
    turn = _conversation(line).say(line["utterance"])
    return Trial(line["kind"], _fits(turn, line["expect"]))


def _trials(
    turns: Iterable[tuple[dict[str, Any], str]], condition: str, denoise: Denoiser | None = None
) -> list[Trial]:
    return [_trial(line, voice, condition, denoise) for line, voice in turns]


def _trial(line: dict[str, Any], voice: str, condition: str, denoise: Denoiser | None) -> Trial:
    sound = noisy(line["utterance"], voice, condition)
    spoken = SpokenConversation(_conversation(line), _ear(), denoise or parts.denoiser("wiener"))
    start = time.process_time()
    heard = spoken.hear(sound)
    took = time.process_time() - start
    said = words_of(line["utterance"])
    got = heard.heard.readings[0].text.split() if heard.heard.readings else []
    intent = heard.choice.understood.intent if heard.choice else None
    return Trial(
        line["kind"],
        _fits(heard.turn, line["expect"]),
        _edits(said, got),
        len(said),
        took,
        intent in _LASTING and intent not in line["expect"],
    )


def _fits(turn: Turn | None, expect: list[str]) -> bool:
    """As in benchmarks.accuracy: declined means that no claim was spoken."""
    if turn is None:
        return False
    said = turn.report()
    if expect == ["out-of-scope"]:
        return not said["claims"] and said["intent"] not in _LASTING
    return said["intent"] in expect or bool({*said["claims"]} & {*expect})


def noisy(text: str, voice: str, condition: str) -> Samples:
    """The clip of a line in a voice, under a condition: "clean", "pink 12", "room" and so on."""
    speech = _level(read_wav(clip(text, voice)))
    length, seed = len(noise.padded(speech)), len(speech)
    kind, _, decibels = condition.partition(" ")
    make: dict[str, Callable[[], Samples]] = {
        "clean": lambda: noise.padded(speech),
        "room": lambda: noise.room(speech, seed),
        "pink": lambda: noise.mixed(speech, noise.pink(length, seed), float(decibels)),
        "babble": lambda: noise.mixed(
            speech, noise.babble(length, seed, _talkers()), float(decibels)
        ),
    }
    return make[kind]()


@cache
def _talkers() -> list[Samples]:
    names = voices()
    return [
        _level(read_wav(clip(line["utterance"], names[at % len(names)])))
        for at, line in enumerate(LINES[::7])
    ]


def _level(sound: Samples) -> Samples:
    return (sound * (0.5 / max(float(np.abs(sound).max()), 1e-6))).astype(np.float32)


def _silences(turns: list[tuple[dict[str, Any], str]]) -> list[float]:
    """Seconds from the last sound of a clean clip to the answer, in a stream, by processor time."""
    found = []
    for line, voice in turns[::2]:
        speech = _level(read_wav(clip(line["utterance"], voice)))
        last = int(np.flatnonzero(np.abs(speech) > 0.01)[-1])
        stream = np.pad(speech, (RATE, 2 * RATE))
        endpointer = Endpointer()
        spoken = SpokenConversation(_conversation(line), _ear(), parts.denoiser("wiener"))
        for at, chunk in enumerate(chunks(iter([to_pcm(stream)])), 1):
            start = time.process_time()
            if (said := endpointer.feed(chunk)) is not None:
                spoken.hear(said)
                took = time.process_time() - start
                found.append((at * CHUNK - RATE - last) / RATE + took)
                break
    return found


def _edits(said: list[str], heard: list[str]) -> int:
    row = list(range(len(heard) + 1))
    for at, word in enumerate(said, 1):
        before, row[0] = row[0], at
        for i, other in enumerate(heard, 1):
            before, row[i] = row[i], min(row[i] + 1, row[i - 1] + 1, before + (word != other))
    return row[-1]
