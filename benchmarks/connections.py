"""How answers a second and their times change with the number of connections."""

from __future__ import annotations

from statistics import median

from benchmarks.cores import describe
from benchmarks.load import load
from benchmarks.report import report
from benchmarks.servers import bench

COUNTS = (1, 4, 16, 64)
TURNS, SECONDS, WARM_UP = 5, 2.0, 500


def main() -> None:
    found: dict[int, list[dict[str, float]]] = {count: [] for count in COUNTS}
    with bench() as place, place.server("leg-day") as (port, _):
        load(port, place.request(), requests=WARM_UP)
        for _ in range(TURNS):
            for count in COUNTS:
                found[count].append(load(port, place.request(), count, seconds=SECONDS))
    rows = [_row(count, turns) for count, turns in found.items()]
    columns = ("connections", "answers/s", "median ms", "p99 ms", "p99 / median", "longest ms")
    report("connections", f"Leg Day under load ({describe()})", columns, rows)


def _row(count: int, turns: list[dict[str, float]]) -> tuple[str | float, ...]:
    middle, p99, longest = (
        median(turn[name] for turn in turns) for name in ("median", "p99", "longest")
    )
    rate = median(turn["answers"] / turn["seconds"] for turn in turns)
    return str(count), rate, middle, p99, p99 / middle, longest
