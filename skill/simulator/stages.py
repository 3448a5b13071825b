"""How long each stage of an exchange takes: understanding, signing, verification, dispatch."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from time import perf_counter
from typing import Any

_record: ContextVar[dict[str, float] | None] = ContextVar("stages", default=None)


@contextmanager
def recorded() -> Iterator[dict[str, float]]:
    """Give the seconds of every stage that runs inside, by name, and of the whole as "total"."""
    record: dict[str, float] = {}
    token, start = _record.set(record), perf_counter()
    try:
        yield record
    finally:
        record["total"] = perf_counter() - start
        _record.reset(token)


@contextmanager
def stage(name: str) -> Iterator[None]:
    """Count what runs inside towards the stage `name`, if anybody is recording."""
    start = perf_counter()
    try:
        yield
    finally:
        record = _record.get()
        if record is not None:
            record[name] = record.get(name, 0.0) + perf_counter() - start


def timed(owner: Any, method: str, name: str) -> None:
    """Count every call of one object's method towards the stage `name`."""
    work: Callable[..., Any] = getattr(owner, method)

    def measured(*args: Any, **named: Any) -> Any:
        with stage(name):
            return work(*args, **named)

    setattr(owner, method, measured)
