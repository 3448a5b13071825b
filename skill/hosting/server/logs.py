"""How the server logs: on standard output, one line of JSON each (skill.hosting.logs)."""

from __future__ import annotations

from typing import Any


def _to_stdout(formatter: str) -> dict[str, str]:
    return {"class": "logging.StreamHandler", "formatter": formatter, "stream": "ext://sys.stdout"}


# For logging.config.dictConfig, by which uvicorn sets up its own process and every worker.
CONFIG: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "json": {"()": "skill.hosting.logs.JsonFormatter"},
        "as is": {"format": "%(message)s"},
    },
    "handlers": {"console": _to_stdout("json"), "access": _to_stdout("as is")},
    "loggers": {
        "uvicorn": {"level": "INFO"},
        "leg_day.access": {"handlers": ["access"], "level": "INFO", "propagate": False},
    },
    "root": {"handlers": ["console"], "level": "WARNING"},
}
