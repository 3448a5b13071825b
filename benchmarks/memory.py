"""The memory of one worker, the whole server: idle, and after up to 100,000 requests.

Proportional set size, from /proc: what pages it shares count as its share of them. Linux only.
"""

from __future__ import annotations

from pathlib import Path

from benchmarks.cores import describe
from benchmarks.load import load
from benchmarks.report import report
from benchmarks.servers import bench

TOTALS = (1_000, 10_000, 25_000, 50_000, 75_000, 100_000)
_AT_ONCE = 5_000  # fewer than are answered in the 150 seconds a signed request is valid


def main() -> None:
    with bench() as place, place.server("leg-day") as (port, pid):
        rows: list[tuple[str | float, ...]] = [("idle", _proportional(pid))]
        done = 0
        for total in TOTALS:
            while done < total:
                step = min(_AT_ONCE, total - done)
                load(port, place.request(), requests=step)
                done += step
            rows.append((f"after {total:,} requests", _proportional(pid)))
    columns = ("", "MB")
    report("memory", f"Memory of one worker ({describe()})", columns, rows)


def _proportional(pid: int) -> float:
    """Megabytes."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1_024
