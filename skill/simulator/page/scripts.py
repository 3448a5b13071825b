"""Conversations as files: our tests in YAML, and the replays of `ask dialog`. Both are read back.

A replay is what Amazon's command line plays to a skill that is deployed: JSON with skillId, locale
and userInput (ask-cli, lib/model/dialog-replay-file).
"""

import json
from collections.abc import Iterable, Mapping
from itertools import takewhile
from typing import Any

import yaml

from skill.simulator.conversation import APPLICATION, LAUNCH, after_invocation
from skill.simulator.nlu.model import load_model

_QUIT = ".quit"  # ends the replay; without it the command line waits for more
_MOST = 200  # turns of one imported conversation


class ScriptError(ValueError):
    """A file is no conversation; the message says where and why."""


def written(name: str, turns: Iterable[Mapping[str, Any]]) -> str:
    """Return a conversation as YAML, one line a turn.

    A turn is a report of the simulator's (`leg-day ask --json`), with `new_session` where the user
    had left and come back.
    """
    lines = [_line(_turn(report)) for report in turns]
    return f"- id: {_line(name)}\n  turns:\n" + "".join(f"    - {line}\n" for line in lines)


def replay(locale: str, turns: Iterable[Mapping[str, Any]]) -> str:
    """Return a conversation as the JSON of an `ask dialog` replay; its skillId is a blank one.

    What opens a session names the skill, as it has to on a device. Raises `ModelError` where there
    is no model for `locale`.
    """
    name = load_model(locale).invocation
    said = [_spoken(report, name, first=place == 0) for place, report in enumerate(turns)]
    inputs = {"type": "text", "userInput": [*said, _QUIT]}
    found = {"skillId": APPLICATION, "locale": locale, **inputs}
    return json.dumps(found, indent=2, ensure_ascii=False) + "\n"


def read(text: str) -> list[dict[str, Any]]:
    """Return the conversations of a file, each with its `id` and `turns`; a replay's `locale` too.

    Raises `ScriptError`.
    """
    found = _parsed(text)
    if isinstance(found, dict) and "userInput" in found:
        return [_replayed(found)]
    if not isinstance(found, list) or not found:
        raise ScriptError("A file of conversations is a list of them, each with id and turns.")
    return [_conversation(number, row) for number, row in enumerate(found, 1)]


def _parsed(text: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):  # YAML then, which says best what is wrong
        pass
    try:
        return yaml.safe_load(text)
    except (yaml.YAMLError, RecursionError) as fault:
        first = str(fault).splitlines()[0] if str(fault) else type(fault).__name__
        raise ScriptError(f"This is not YAML: {first}") from None


def _replayed(found: Mapping[str, Any]) -> dict[str, Any]:
    said = found["userInput"]
    if not isinstance(said, list) or not all(isinstance(one, str) and one.strip() for one in said):
        raise ScriptError("The userInput of a replay is a list of what the user says.")
    words = list(takewhile(lambda one: one != _QUIT, map(str.strip, said)))
    if not 0 < len(words) <= _MOST:
        raise ScriptError(f"The userInput of a replay is 1 to {_MOST} lines.")
    turns = [{"user": one} for one in words]
    return {"id": "ask dialog replay", "locale": str(found.get("locale", "")), "turns": turns}


def _spoken(report: Mapping[str, Any], name: str, first: bool) -> str:
    words = str(report.get("utterance") or "").strip()
    if not words:
        return f"open {name}"
    begins = first or report.get("new_session")
    return f"ask {name} {words}" if begins and after_invocation(words, name) is None else words


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
