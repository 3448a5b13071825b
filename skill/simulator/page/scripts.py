"""Conversations as tests: the page's turns to YAML that tests/conversations takes, and back."""

from collections.abc import Iterable, Mapping
from typing import Any

import yaml

LAUNCH = "<launch>"
_MOST = 200  # turns of one imported conversation


class ScriptError(ValueError):
    """A file is no conversation; the message says where and why."""


def written(id: str, turns: Iterable[Mapping[str, Any]]) -> str:
    """Return a conversation as YAML, one line a turn.

    A turn is a report of the simulator's (`leg-day ask --json`), with `new_session` where the user
    had left and come back.
    """
    lines = [_line(_turn(report)) for report in turns]
    return f"- id: {_line(id)}\n  turns:\n" + "".join(f"    - {line}\n" for line in lines)


def read(text: str) -> list[dict[str, Any]]:
    """Return the conversations of a YAML file, each with its `id` and `turns`.

    Raises `ScriptError`.
    """
    try:
        found = yaml.safe_load(text)
    except (yaml.YAMLError, RecursionError) as fault:
        first = str(fault).splitlines()[0] if str(fault) else type(fault).__name__
        raise ScriptError(f"This is not YAML: {first}") from None
    if not isinstance(found, list) or not found:
        raise ScriptError("A file of conversations is a list of them, each with id and turns.")
    return [_conversation(number, row) for number, row in enumerate(found, 1)]


def _conversation(number: int, row: object) -> dict[str, Any]:
    turns = row.get("turns") if isinstance(row, dict) else None
    if not isinstance(row, dict) or not isinstance(turns, list) or not 0 < len(turns) <= _MOST:
        raise ScriptError(f"Conversation {number} has no list of 1 to {_MOST} turns.")
    for place, turn in enumerate(turns, 1):
        if not isinstance(turn, dict) or not isinstance(turn.get("user"), str):
            raise ScriptError(
                f"Conversation {number}, turn {place}: what the user says is missing."
            )
    return {"id": str(row.get("id", number)), "turns": turns}


def _turn(report: Mapping[str, Any]) -> dict[str, Any]:
    turn: dict[str, Any] = {"user": report.get("utterance") or LAUNCH}
    if report.get("new_session"):
        turn["new_session"] = True
    if expected := _expected(report):
        turn["expect"] = expected
    return turn | {"session": report["session"]}


def _expected(report: Mapping[str, Any]) -> list[str]:
    if claims := report.get("claims"):
        return list(claims)
    intent = str(report.get("intent") or "")
    if intent == "AMAZON.FallbackIntent":
        return ["out-of-scope"]
    return [intent] if intent.startswith("AMAZON.") else []


def _line(value: object) -> str:
    dumped = yaml.safe_dump(
        value, default_flow_style=True, sort_keys=False, allow_unicode=True, width=10_000
    )
    return dumped.removesuffix("\n").removesuffix("\n...")
