"""Which core does what: the server on one, the load on the other."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable


def on_core(number: int) -> Callable[[], None] | None:
    """For subprocess's `preexec_fn`: keep to one of our cores; None where there is no choice."""
    if not hasattr(os, "sched_setaffinity"):
        return None
    cores = sorted(os.sched_getaffinity(0))
    if len(cores) < 2:
        return None
    chosen = {cores[number % len(cores)]}
    return lambda: os.sched_setaffinity(0, chosen)


def describe() -> str:
    """One line for the head of a report."""
    pinned = "pinned" if on_core(0) else "not pinned"
    version = ".".join(map(str, sys.version_info[:3]))
    return f"Python {version}, {os.cpu_count()} cores ({pinned}), {sys.platform}"
