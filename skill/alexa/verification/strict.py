"""The one reading of the body: JSON that no two parsers could understand differently.

A signature covers bytes, a skill acts on what a parser makes of them. Python's own parser takes
NaN, keeps the last of two equal keys and reads endless integers; another may not. Alexa sends
none of that, so a body with any of it is refused, as is one whose outline has other types than
Alexa's (a list for an object), which handlers could only trip over.
"""

from __future__ import annotations

import json
import re
from typing import Any, Never, cast

import orjson

from skill.alexa.verification.errors import Refused

# RFC 3339 as Alexa writes it. dateutil, with which the SDK reads dates, takes much else
# ("10 Sep 2003", "20030910").
_TIMESTAMP = re.compile(
    r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})", re.ASCII
)
# What fits in 64 bits, signed or not, as orjson has it.
_INTEGERS = range(-(2**63), 2**64)

_REQUIRED = ("request", "context")
# What each part is, where it is present and not null.
_Shape = dict[str, Any]
_SHAPE: _Shape = {
    "version": str,
    "session": {
        "attributes": dict,
        "new": bool,
        "sessionId": str,
        "application": dict,
        "user": dict,
    },
    "context": {
        "System": {
            "application": {"applicationId": str},
            "user": {"userId": str},
            "device": {"supportedInterfaces": dict},
        },
    },
    "request": {
        "type": str,
        "requestId": str,
        "timestamp": str,
        "locale": str,
        "intent": {"name": str, "slots": dict},
    },
}
_SLOT: _Shape = {"name": str, "value": str}


def parse(body: bytes) -> dict[str, Any]:
    """The request envelope as JSON has it.

    Errors: Refused "body.json", "body.keys", "body.number", "body.type", "time.format".
    """
    envelope: Any = _unambiguous(body)
    _check(envelope, _SHAPE)
    if any(envelope.get(name) is None for name in _REQUIRED):
        raise Refused("body.type")
    request: dict[str, Any] = envelope["request"]
    for slot in ((request.get("intent") or {}).get("slots") or {}).values():
        _check(slot, _SLOT)
    timestamp = request.get("timestamp")
    if timestamp is not None and not _TIMESTAMP.fullmatch(timestamp):
        raise Refused("time.format")
    return cast(dict[str, Any], envelope)


def _unambiguous(body: bytes) -> Any:
    """orjson refuses bad UTF-8, NaN and deep nesting, but keeps the last of two equal keys.

    If what it read gives `body` again when written, no key was lost: that is how Alexa's compact
    JSON passes. Any other spelling is read again by the slow parser, which sees every key.
    """
    try:
        envelope = orjson.loads(body)
        if orjson.dumps(envelope) == body:
            return envelope
        return json.loads(
            body.decode("utf-8"),
            object_pairs_hook=_unique,
            parse_int=_bounded,
            parse_constant=_refuse_number,
        )
    except (ValueError, TypeError, RecursionError):  # TypeError: orjson.dumps on deep nesting
        raise Refused("body.json") from None


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    read = dict(pairs)
    if len(read) != len(pairs):
        raise Refused("body.keys")
    return read


def _bounded(digits: str) -> int:
    # 20 characters hold every 64-bit integer; longer ones are not worth converting.
    if len(digits) > 20 or int(digits) not in _INTEGERS:
        raise Refused("body.number")
    return int(digits)


def _refuse_number(_name: str) -> Never:
    raise Refused("body.number")


def _check(value: Any, shape: _Shape) -> None:
    """`value` is an object, with parts as `shape` says."""
    if not isinstance(value, dict):
        raise Refused("body.type")
    for name, kind in shape.items():
        part = value.get(name)
        if part is None:
            continue
        if type(kind) is dict:
            _check(part, kind)
        elif not isinstance(part, kind):
            raise Refused("body.type")
