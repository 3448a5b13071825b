"""Who may wait: not the event loop.

The server answers requests one after the other on its event loop, which is the fastest way, as long
as none of them waits. Whatever is about to wait (for a signing chain, for a database) says so here
first. Inside `at_once` that is WouldWait, and the caller does the same work again where waiting
holds up nobody else: on a thread.
"""

from __future__ import annotations

from collections.abc import Callable
from contextvars import ContextVar
from typing import TypeVar

_T = TypeVar("_T")
_AT_ONCE: ContextVar[bool] = ContextVar("at_once", default=False)


class WouldWait(BaseException):
    """The work cannot be done at once. No Exception, so that nobody takes it for a fault."""


def at_once(work: Callable[[], _T]) -> _T:
    """The result of `work`, which may be broken off: it must be safe to do again.

    Errors: WouldWait, and those of `work`.
    """
    token = _AT_ONCE.set(True)
    try:
        return work()
    finally:
        _AT_ONCE.reset(token)


def may_wait() -> bool:
    """Whether this code may wait."""
    return not _AT_ONCE.get()


def about_to_wait() -> None:
    """To be called before waiting. Errors: WouldWait inside `at_once`."""
    if _AT_ONCE.get():
        raise WouldWait
