"""What the page asks its server: nothing passes but what a request may have.

Every fault ends in a 400 with one sentence, which the page shows.
"""

import re
from collections.abc import Mapping
from typing import Any

from flask import abort, request

from skill.alexa.interaction_model import locales
from skill.simulator.page.viewports import KINDS

_TAB = re.compile(r"[0-9a-f]{32}")
_LONGEST = 500  # characters of one utterance
_REASONS = ("USER_INITIATED", "EXCEEDED_MAX_REPROMPTS")


def body() -> Mapping[str, Any]:
    """Return the JSON object that was posted."""
    found = request.get_json(silent=True)
    if not isinstance(found, dict):
        abort(400, "The request is not a JSON object.")
    return found


def tab(asked: Mapping[str, Any]) -> str:
    """Return the tab that asks."""
    found = asked.get("tab")
    if not isinstance(found, str) or not _TAB.fullmatch(found):
        abort(400, "The tab names no user.")
    return found


def turn() -> dict[str, Any]:
    """Return a turn: what is said, touched or sent, or that somebody opens or leaves; and where."""
    asked = body()
    done = {name: asked[name] for name in ("say", "touch") if isinstance(asked.get(name), str)}
    if any(not 0 < len(words.strip()) <= _LONGEST for words in done.values()):
        abort(400, f"Say something, in at most {_LONGEST} characters.")
    if asked.get("launch") is True:
        done["launch"] = True
    if asked.get("leave") in _REASONS:
        done["leave"] = asked["leave"]
    if isinstance(asked.get("send"), dict):
        done["send"] = asked["send"]
    if len(done) != 1:
        abort(400, "A turn says, touches, sends, opens or leaves.")
    where = {
        "tab": tab(asked),
        "locale": choice(asked, "locale", locales()),
        "device": choice(asked, "device", KINDS),
    }
    return done | where | {"anew": asked.get("anew") is True}


def choice(asked: Mapping[str, Any], name: str, known: Any) -> str:
    """Return one of the names that are known."""
    chosen = asked.get(name)
    if not isinstance(chosen, str) or chosen not in known:
        abort(400, f"There is no such {name}.")
    return chosen


def attributes(asked: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return attributes written by hand."""
    found = asked.get("attributes")
    if not isinstance(found, dict):
        abort(400, "Attributes are a JSON object.")
    return found


def turns(asked: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Return the turns to keep, as the page holds them."""
    found = asked.get("turns")
    if not isinstance(found, list) or not found or not all(map(_is_report, found)):
        abort(400, "There is nothing to save.")
    return found


def _is_report(turn: object) -> bool:
    return isinstance(turn, dict) and turn.get("session") in ("open", "ended")
