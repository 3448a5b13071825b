"""Non-blocking calls: on the server's event loop nothing may wait.

The server answers requests one after the other on its event loop, which is the fastest way as long
as none of them blocks. Whatever is about to block (for a signing chain, for a database) calls
`about_to_block` first. Inside `nonblocking` that raises WouldBlock, and the caller does the same
work again where waiting holds up nobody else: on a thread.
"""

from collections.abc import Callable
from contextvars import ContextVar
from typing import TypeVar

_T = TypeVar("_T")
_NONBLOCKING: ContextVar[bool] = ContextVar("nonblocking", default=False)


class WouldBlock(BaseException):
    """The work cannot be done without waiting. No Exception: nobody may take it for a fault."""


def nonblocking(work: Callable[[], _T]) -> _T:
    """Return the result of `work`, which may be broken off: it must be safe to do again.

    Raises WouldBlock where `work` would have to wait, and what `work` raises.
    """
    token = _NONBLOCKING.set(True)
    try:
        return work()
    finally:
        _NONBLOCKING.reset(token)


def may_block() -> bool:
    """Return whether this code may wait."""
    return not _NONBLOCKING.get()


def about_to_block() -> None:
    """Say that this code is about to wait. Raises WouldBlock inside `nonblocking`."""
    if _NONBLOCKING.get():
        raise WouldBlock
