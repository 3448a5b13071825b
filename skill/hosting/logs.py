"""Logs: one line of JSON each, with nothing in it that a person said or that tells who they are.

A line may carry fields of its own: `log.info("answered", extra={"fields": {"ms": 3}})`.
"""

import json
import logging
import sys
import time
from collections import deque
from contextlib import suppress
from contextvars import ContextVar
from datetime import UTC, datetime
from traceback import walk_tb
from typing import Any, TextIO

# What the server logs of each request; apart, because its lines are JSON already.
_ACCESS = logging.getLogger("skill.hosting.access")
_requests: deque[tuple[float, int, str, float]] = deque()  # time, status, reason, seconds
_batch = 1  # lines that are written together
REQUEST: ContextVar[str | None] = ContextVar("request", default=None)  # Alexa's id of it


def to_stdout(instead: TextIO | None = None) -> None:
    """Send warnings, and what we and uvicorn say of our work, to standard output."""
    lines = logging.StreamHandler(instead or sys.stdout)
    lines.setFormatter(JsonFormatter())
    logging.basicConfig(level=logging.WARNING, handlers=[lines], force=True)
    for name in ("skill", "uvicorn"):
        logging.getLogger(name).setLevel(logging.INFO)


def log_access(status: int, reason: str, seconds: float) -> None:
    """Log a request as one line. No address, no ids, no body: nothing is about a person.

    `reason` is one of our own words for what was refused, empty for what was answered.
    """
    if _ACCESS.isEnabledFor(logging.INFO):
        _requests.append((time.time(), status, reason, seconds))
        if len(_requests) >= _batch:
            write_access()


def batch_access(lines: int) -> None:
    """Write the lines of so many requests together: one by one they take a tenth of their time.

    From now on `write_access` has to be called every now and then.
    """
    global _batch
    _batch = lines
    write_access()


def write_access() -> None:
    """Write the lines that wait."""
    lines = []
    with suppress(IndexError):  # empty
        while True:
            lines.append(_access_line(*_requests.popleft()))
    if lines:
        _ACCESS.info("\n".join(lines))


def _access_line(when: float, status: int, reason: str, seconds: float) -> str:
    moment = datetime.fromtimestamp(when, UTC).isoformat(timespec="milliseconds")
    # By hand, a third of the time of json.dumps: neither text has anything to escape.
    why = f', "reason": "{reason}"' if reason else ""
    return f'{{"time": "{moment}", "status": {status}, "ms": {seconds * 1_000:.2f}{why}}}'


class JsonFormatter(logging.Formatter):
    """Makes JSON of every line that is none already."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line of JSON for a record."""
        if record.name == _ACCESS.name:
            return record.getMessage()
        line: dict[str, Any] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name.lstrip("_"),
            "message": record.getMessage(),
            **getattr(record, "fields", {}),
        }
        if request := REQUEST.get():
            line["request"] = request
        if record.exc_info and (fault := record.exc_info[1]):
            line["exception"] = _outline(fault)
        return json.dumps(line)


def _outline(fault: BaseException) -> list[str]:
    """Return the type of a fault and where it came from, innermost last, and so for what caused it.

    Its message stays out: an error about a value quotes the value, and that may be what was said.
    """
    places = [
        f"{frame.f_code.co_filename}:{number} {frame.f_code.co_name}"
        for frame, number in walk_tb(fault.__traceback__)
    ]
    cause = fault.__cause__ or (None if fault.__suppress_context__ else fault.__context__)
    earlier = [*_outline(cause), "then"] if cause else []
    return [*earlier, type(fault).__qualname__, *places]
