"""Which core does what: the server on one, the load on the other."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path


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


def family(pid: int) -> list[int]:
    """A process and all below it; only itself where there is no /proc."""
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return [pid]
    return [pid, *(found for child in children for found in family(int(child)))]


def busy_seconds(pid: int) -> float:
    """Processor time that a process and those below it have used; NaN where there is no /proc.

    Unlike the time on the clock, it hardly changes when others use the machine, too.
    """
    try:
        return sum(map(_busy_ticks, family(pid))) / os.sysconf("SC_CLK_TCK")
    except OSError:
        return float("nan")


def _busy_ticks(pid: int) -> int:
    # The second field is the program's name, in brackets, and may hold spaces.
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12])
