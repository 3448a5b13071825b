"""How well it hears: word error rate, right answers, declines and time, by voice and by noise.

Each voice reads every second line; in noise all lines are read, the voices in turn. Control
phrases are said while the skill waits for an answer, questions to a speaker that has just been
woken. Clips lie in .bench/clips/ from the first run on; then it takes ten minutes on two cores.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from statistics import median, quantiles
from typing import Any

import numpy as np
from rapidfuzz.distance import Levenshtein

from benchmarks.cores import describe
from benchmarks.report import report
from benchmarks.speech import noise
from benchmarks.speech.voices import ACCENTED, clip, make_clips, voices
from skill.persistence import open_store
from skill.simulator.conversation import Conversation, Turn, front_door
from skill.simulator.device import Door
from skill.simulator.nlu import understander
from skill.speakers.listen.audio import CHUNK, RATE, Samples, read_wav, to_pcm
from skill.speakers.listen.denoise import Denoiser, denoiser
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
WAITS = ("clean", "babble 12", "pink 12", "room")
KINDS = ("question", "beyond", "control")
COLUMNS = (
    "said",
    "right in 100",
    "declined",
    "controls",
    "word error",
    "s to answer",
    "95 in 100",
    "of real time",
    "lasting",
)
_AFTER = 2.0  # seconds of the noise alone after the speech, in which the endpoint is found
_LASTING = {"ForgetMeIntent", "AMAZON.StopIntent", "AMAZON.CancelIntent"}
Order = tuple[int, str, str, str]  # number of a line, voice, condition, denoiser


@dataclass(frozen=True, slots=True)
class Trial:
    """What came of one clip; `lasting`: something was ended or forgotten that nobody asked for."""

    kind: str
    right: bool
    errors: int = 0
    words: int = 0
    seconds: float = 0.0  # of processor time, from the end of the clip
    length: float = 1.0  # seconds of the clip
    lasting: bool = False


def main() -> None:
    """Print tables by voice and noise, the silence before an answer, and the memory."""
    names = voices()
    plain = [name for name in names if name not in ACCENTED]
    make_clips((line["utterance"], voice) for line in LINES for voice in names)
    numbers = range(len(LINES))
    turns = [(at, plain[at % len(plain)]) for at in numbers]
    _ear()  # learned once, before there are several of us
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        rows = [_row("typed", list(pool.map(_typed, numbers)))]
        for at, voice in enumerate(names):
            read = [(line, voice) for line in numbers[at % 2 :: 2]]
            rows.append(_row(f"clean, {voice}", _trials(pool, read, "clean")))
        rows.append(_row("clean, in turn", _trials(pool, turns, "clean")))
        for condition in CONDITIONS:
            rows.append(_row(condition, _trials(pool, turns, condition)))
        for condition in DEEP if _has_deep() else ():
            rows.append(_row(f"{condition}, deep", _trials(pool, turns, condition, "deep")))
        title = f"Asked aloud, {len(LINES)} unseen lines, {len(plain)} voices in turn"
        report("speech", f"{title} ({describe()})", COLUMNS, rows)
        waits = [_wait_row(condition, pool, turns[::4]) for condition in WAITS]
    title = "Silence between the last sound and the answer"
    report("speech-wait", title, ("", "found in 100", "median, s", "95 in 100, s"), waits)
    memory = [(f"after {n} questions", _memory(turns[:n])) for n in (1, 20)]
    report("speech-memory", "Memory of leg-day listen, at its most", ("", "MB"), memory)


@cache
def _ear() -> PocketSphinx:
    return PocketSphinx(understander("en-US").model)


@cache
def _door() -> Door:
    return front_door(open_store("memory:"))


@cache
def _denoiser(name: str) -> Denoiser | None:
    return denoiser(name)


def _has_deep() -> bool:
    try:
        return _denoiser("deep") is not None
    except ValueError as fault:
        print(f"left out: {fault}")
        return False


def _row(name: str, trials: Sequence[Trial]) -> tuple[str | float, ...]:
    shares = [
        100 * sum(t.right for t in trials if t.kind == kind) / sum(t.kind == kind for t in trials)
        for kind in KINDS
    ]
    errors = sum(t.errors for t in trials) / max(1, sum(t.words for t in trials))
    seconds = [t.seconds for t in trials]
    share = sum(seconds) / sum(t.length for t in trials)
    late = quantiles(seconds, n=20)[-1]
    lasting = float(sum(t.lasting for t in trials))
    row: tuple[str | float, ...] = (name, *shares, errors, median(seconds), late, share, lasting)
    print("  ".join(f"{cell:.3g}" if isinstance(cell, float) else cell for cell in row), flush=True)
    return row


def _conversation(line: dict[str, Any]) -> Conversation:
    conversation = Conversation(_door())
    if line["kind"] == "control":
        conversation.launch()
    return conversation


def _typed(number: int) -> Trial:
    line = LINES[number]
    turn = _conversation(line).say(line["utterance"])
    return Trial(line["kind"], _fits(turn, line["expect"]))


def _trials(
    pool: Executor, turns: Iterable[tuple[int, str]], condition: str, denoise: str = "wiener"
) -> list[Trial]:
    return list(pool.map(_trial, [(*turn, condition, denoise) for turn in turns], chunksize=4))


def _trial(order: Order) -> Trial:
    number, voice, condition, denoise = order
    line = LINES[number]
    sound = noisy(line["utterance"], voice, condition)
    spoken = SpokenConversation(_conversation(line), _ear(), _denoiser(denoise))
    start = time.process_time()
    heard = spoken.hear(sound)
    took = time.process_time() - start
    said = words_of(line["utterance"])
    got = heard.heard.readings[0].text.split() if heard.heard.readings else []
    intent = heard.choice.understood.intent if heard.choice else None
    return Trial(
        line["kind"],
        _fits(heard.turn, line["expect"]),
        Levenshtein.distance(said, got),
        len(said),
        took,
        len(sound) / RATE,
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


def noisy(text: str, voice: str, condition: str, after: float = 0.0) -> Samples:
    """The clip of a line in a voice, under a condition: "clean", "pink 12", "room" and so on.

    `after` are seconds without speech at its end.
    """
    speech = np.pad(_level(read_wav(clip(text, voice))), (0, int(after * RATE)))
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


def _wait_row(
    condition: str, pool: Executor, turns: Iterable[tuple[int, str]]
) -> tuple[str | float, ...]:
    orders = [(*turn, condition, "wiener") for turn in turns]
    waits = [wait for wait in pool.map(_wait, orders) if wait is not None]
    late = quantiles(waits, n=20)[-1] if len(waits) > 1 else float("nan")
    return condition, 100 * len(waits) / len(orders), median(waits or [float("nan")]), late


def _wait(order: Order) -> float | None:
    """Seconds from the last sound to the answer in a stream; what is computed by processor time.

    None where none was found to end within two seconds.
    """
    number, voice, condition, denoise = order
    line = LINES[number]
    speech = _level(read_wav(clip(line["utterance"], voice)))
    last = int(noise.LEAD * RATE) + int(np.flatnonzero(np.abs(speech) > 0.01)[-1])
    endpointer = Endpointer()
    spoken = SpokenConversation(_conversation(line), _ear(), _denoiser(denoise))
    stream = noisy(line["utterance"], voice, condition, _AFTER)
    for at, chunk in enumerate(chunks(iter([to_pcm(stream)])), 1):
        start = time.process_time()
        if (said := endpointer.feed(chunk)) is not None:
            spoken.hear(said)
            return (at * CHUNK - last) / RATE + time.process_time() - start
    return None


def _memory(turns: Iterable[tuple[int, str]]) -> float:
    """Megabytes of a process that has answered these recordings."""
    files = [str(clip(LINES[number]["utterance"], voice)) for number, voice in turns]
    # VmHWM is this process's own, where ru_maxrss begins with what its parent has.
    most = (
        "import atexit, pathlib, sys; from skill.cli import main;"
        "status = pathlib.Path('/proc/self/status');"
        "used = lambda: status.read_text().partition('VmHWM:')[2].split()[0];"
        "atexit.register(lambda: print(used(), file=sys.stderr)); main()"
    )
    command = [sys.executable, "-c", most, "listen", "--wav", *files]
    environment = os.environ | {"LEG_DAY_STORE": "memory:"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    return int(done.stderr.splitlines()[-1]) / 1_024
