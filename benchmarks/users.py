"""An answer that needs what is remembered of its user, by how many are remembered.

The rows are written straight into the file, as SqliteStore would; the requests are of users
spread over all of them, each in a new session, so that each has to be looked up.
"""

from __future__ import annotations

import random
import sqlite3
import tempfile
import time
from pathlib import Path
from statistics import median

import orjson
from ask_sdk_model import RequestEnvelope

from benchmarks.alexa import intent_request
from benchmarks.cores import describe
from benchmarks.report import report
from skill.alexa.serializer import dumps, read
from skill.dialog.factory import Skill, create_skill
from skill.persistence import user_key
from skill.persistence.sqlite import SqliteStore

COUNTS = (10, 10_000, 1_000_000)
SAMPLE, TURNS = 300, 7


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        places = {count: Path(folder) / f"{count}.sqlite" for count in COUNTS}
        skills = {count: _filled(path, count) for count, path in places.items()}
        sizes = {count: path.stat().st_size / 2**20 for count, path in places.items()}
        reads = {count: _measure(skill, count) for count, skill in skills.items()}
    rows = [
        (f"{count:,} users", times["median"], times["p99"], sizes[count])
        for count, times in reads.items()
    ]
    columns = ("remembered", "µs an answer", "p99 µs", "file MB")
    report("users", f"Answers that look their user up ({describe()})", columns, rows)


def _filled(path: Path, count: int) -> Skill:
    """A skill whose store knows the goal of users 0 to `count`."""
    memory = SqliteStore(path)
    memory.get_attributes(_envelope(0))  # makes the table
    rows = ((user_key(_only_user(number)), '{"goal":"muscle"}') for number in range(count))
    with sqlite3.connect(path) as connection:
        connection.executemany("INSERT INTO users (key, attributes) VALUES (?, ?)", rows)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    return create_skill(memory)


def _measure(skill: Skill, count: int) -> dict[str, float]:
    chosen = random.Random(7).choices(range(count), k=SAMPLE * TURNS)
    bodies = [intent_request(screen=False, user=_user(number)) for number in chosen]
    times = []
    for body in bodies:
        start = time.perf_counter()
        dumps(skill.answer(orjson.loads(body)))
        times.append((time.perf_counter() - start) * 1e6)
    times = sorted(times[SAMPLE:])  # the first turn warms up
    return {"median": median(times), "p99": times[int(len(times) * 0.99)]}


def _user(number: int) -> str:
    return f"amzn1.ask.account.{number:040d}"


def _envelope(number: int) -> RequestEnvelope:
    body = intent_request(screen=False, user=_user(number))
    found: RequestEnvelope = read(RequestEnvelope, orjson.loads(body))
    return found


def _only_user(number: int) -> RequestEnvelope:
    """Just enough of an envelope to be the user's, a million times."""
    value = {"context": {"System": {"user": {"userId": _user(number)}}}}
    found: RequestEnvelope = read(RequestEnvelope, value)
    return found
