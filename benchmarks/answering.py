"""JSON text to JSON text in one process: our skill, and the same skill on the SDK's own path.

The SDK's path is its serializer, json, and its way from request to handler; what a handler then
does is the same. Beside both, the SDK's hello world, which has nothing to decide or look up.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from statistics import median
from typing import Any

import orjson
from ask_sdk_core.serialize import DefaultSerializer
from ask_sdk_core.skill import CustomSkill
from ask_sdk_core.skill_builder import CustomSkillBuilder
from ask_sdk_model import RequestEnvelope

from benchmarks.alexa import intent_request
from benchmarks.cores import describe
from benchmarks.peers.hello import builder
from benchmarks.report import report
from skill.alexa.serializer import dumps, read
from skill.dialog.factory import Skill, create_skill
from skill.persistence import open_store

TURNS, CALLS = 9, 300


def main() -> None:
    body = intent_request()
    skill = create_skill(open_store("memory:"))
    paths = {
        "Leg Day": ours(skill),
        "Leg Day on the SDK's serializer": theirs(skill),
        "Leg Day by the SDK's dispatcher, too": theirs(one_of_many(skill)),
        "the SDK's hello world": theirs(builder.create()),
        "the SDK's hello world, our serializer": ours(builder.create()),
    }
    found = {name: median(times) for name, times in _measure(paths, body).items()}
    rows = [(name, each, 1e6 / each, each / found["Leg Day"]) for name, each in found.items()]
    columns = ("path", "µs an answer", "answers/s", "x ours")
    title = f"In one process, {len(body):,} bytes of JSON to JSON ({describe()})"
    report("answering", title, columns, rows)


def ours(skill: Skill | CustomSkill) -> Callable[[bytes], bytes]:
    return lambda body: dumps(skill.invoke(read(RequestEnvelope, orjson.loads(body)), None))


def theirs(skill: Skill | CustomSkill) -> Callable[[bytes], bytes]:
    serializer = DefaultSerializer()

    def answer(body: bytes) -> bytes:
        envelope = serializer.deserialize(body.decode(), RequestEnvelope)
        return json.dumps(serializer.serialize(skill.invoke(envelope, None))).encode()

    return answer


def one_of_many(skill: Skill) -> CustomSkill:
    """Give the same answers from handlers that are asked in turn, as in the SDK's samples.

    24 do not want the request, then one does.
    """
    built = CustomSkillBuilder(persistence_adapter=skill.persistence_adapter)
    for number in range(24):
        name = f"Intent{number}"
        built.request_handler(_named(name))(lambda handler_input: None)
    built.request_handler(lambda handler_input: True)(
        lambda handler_input: skill.request_dispatcher.dispatch(handler_input=handler_input)
    )
    return built.create()


def _named(name: str) -> Callable[[Any], bool]:
    from ask_sdk_core.utils import is_intent_name

    found: Callable[[Any], bool] = is_intent_name(name)
    return found


def _measure(paths: dict[str, Callable[[bytes], bytes]], body: bytes) -> dict[str, list[float]]:
    """Microseconds of processor time an answer, turn by turn."""
    found: dict[str, list[float]] = {name: [] for name in paths}
    for turn in range(TURNS + 1):
        for name, answer in paths.items():
            start = time.process_time()
            for _ in range(CALLS):
                answer(body)
            if turn:  # the first warms up
                found[name].append((time.process_time() - start) / CALLS * 1e6)
    return found
