"""Logs: one line of JSON each, with nothing in it that a person said or that tells who they are.

A line may carry fields of its own: `log.info("answered", extra={"fields": {"ms": 3}})`.
"""

import json
import logging
import sys
from contextvars import ContextVar
from datetime import UTC, datetime
from traceback import walk_tb
from typing import Any

REQUEST: ContextVar[str | None] = ContextVar("request", default=None)  # Alexa's id of it


def to_stdout() -> None:
    """Send warnings, and what "leg_day" says of each request, to standard output, nowhere else."""
    lines = logging.StreamHandler(sys.stdout)
    lines.setFormatter(JsonFormatter())
    logging.basicConfig(level=logging.WARNING, handlers=[lines], force=True)
    logging.getLogger("leg_day").setLevel(logging.INFO)


class JsonFormatter(logging.Formatter):
    """For every line that is not JSON already."""

    def format(self, record: logging.LogRecord) -> str:
        """In: any record."""
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
    """The type of a fault and where it came from, innermost last, and so for what caused it.

    Its message stays out: an error about a value quotes the value, and that may be what was said.
    """
    places = [
        f"{frame.f_code.co_filename}:{number} {frame.f_code.co_name}"
        for frame, number in walk_tb(fault.__traceback__)
    ]
    cause = fault.__cause__ or (None if fault.__suppress_context__ else fault.__context__)
    earlier = [*_outline(cause), "then"] if cause else []
    return [*earlier, type(fault).__qualname__, *places]
