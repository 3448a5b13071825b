"""The one reading of the body: JSON in the outline of Alexa's requests.

Alexa signed these bytes, so they say what Alexa means; what is judged here is that a request has
the outline that everything after it relies on. Parts that the outline does not name may be
anything, because Alexa adds to them.
"""

import re
from typing import Any, cast

import orjson

from skill.alexa.verification.errors import Refused

# Bytes. Alexa's requests have 1 to 10 kB; what a response (at most 120 kB, by the platform) puts
# into the session comes back in the next request, beside the rest.
MAX_BODY = 262_144

# RFC 3339 as Alexa writes it. datetime.fromisoformat takes much else ("2026-W48-1T20").
_TIMESTAMP = re.compile(
    r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})", re.ASCII
)

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
        "user": {"userId": str},
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
_SLOT: _Shape = {"name": str, "value": str, "resolutions": {"resolutionsPerAuthority": list}}


def parse(body: bytes) -> dict[str, Any]:
    """Return the request envelope as JSON has it.

    Raises Refused "body.json", "body.type", "time.format".
    """
    try:
        envelope: Any = orjson.loads(body)
    except ValueError:
        raise Refused("body.json") from None
    _check(envelope, _SHAPE)
    if any(envelope.get(name) is None for name in _REQUIRED):
        raise Refused("body.type")
    request: dict[str, Any] = envelope["request"]
    if request.get("type") is None:
        raise Refused("body.type")
    for slot in ((request.get("intent") or {}).get("slots") or {}).values():
        _check(slot, _SLOT)
    timestamp = request.get("timestamp")
    if timestamp is not None and not _TIMESTAMP.fullmatch(timestamp):
        raise Refused("time.format")
    return cast(dict[str, Any], envelope)


def _check(value: Any, shape: _Shape) -> None:
    """Raise Refused unless `value` is an object with parts as `shape` says."""
    if type(value) is not dict:
        raise Refused("body.type")
    for name, kind in shape.items():
        part = value.get(name)
        if part is None or type(part) is kind:
            continue
        if type(kind) is not dict:
            raise Refused("body.type")
        _check(part, kind)
