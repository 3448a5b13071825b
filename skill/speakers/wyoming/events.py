"""Reading Wyoming events from a client who may send anything.

The library's own reader waits for a payload of any length and keeps all of it.
"""

import asyncio
import json
from typing import Any

from wyoming.event import Event

LINE = 64 * 1024  # bytes of an event's first line; asyncio's own limit for lines
DATA = 64 * 1024
PAYLOAD = 256 * 1024  # eight seconds of 16 kHz sound; Home Assistant sends 2 KiB at a time


class EventError(ValueError):
    """What a client sent is no event, or too much of one. The message says why, not what it was."""


async def read_event(reader: asyncio.StreamReader) -> Event | None:
    """Return the next event, None where the client has left, in the middle of one or not.

    The reader's limit has to be LINE. Raises EventError, after which nothing that follows can be
    understood.
    """
    try:
        line = await reader.readline()
    except ValueError:
        raise EventError(f"the line of an event is over {LINE} bytes") from None
    if not line.endswith(b"\n"):
        return None
    head = _object(line)
    if not isinstance(kind := head.get("type"), str):
        raise EventError("an event has no type")
    try:
        more = await _announced(reader, head, "data_length", DATA)
        payload = await _announced(reader, head, "payload_length", PAYLOAD)
    except asyncio.IncompleteReadError:
        return None
    data = head.get("data") or {}
    if not isinstance(data, dict):
        raise EventError("the data of an event is no object")
    return Event(kind, data | _object(more) if more else data, payload)


async def _announced(
    reader: asyncio.StreamReader, head: dict[str, Any], name: str, most: int
) -> bytes | None:
    """Read as many bytes as the event's head says follow, none where it says nothing."""
    length = head.get(name) or 0
    if not isinstance(length, int) or not 0 <= length <= most:
        raise EventError(f"{name} is not a number from 0 to {most}")
    return await reader.readexactly(length) if length else None


def _object(text: bytes) -> dict[str, Any]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        raise EventError("an event is not JSON") from None
    if not isinstance(found, dict):
        raise EventError("an event is no object")
    return found
