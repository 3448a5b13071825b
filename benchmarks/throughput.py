"""Signed requests a second over HTTP, at four connections, beside the peers."""

from __future__ import annotations

from contextlib import ExitStack
from statistics import median

from benchmarks.cores import busy_seconds, describe
from benchmarks.load import load
from benchmarks.peers import install
from benchmarks.report import report
from benchmarks.servers import NAMES, bench

TURNS, SECONDS, WARM_UP = 5, 2.0, 500


def main() -> None:
    names = [name for name in NAMES if name != "express" or install.node()]
    found: dict[str, list[dict[str, float]]] = {name: [] for name in names}
    with bench() as place, ExitStack() as running:
        servers = {name: running.enter_context(place.server(name)) for name in names}
        for port, _ in servers.values():
            load(port, place.request(), requests=WARM_UP)
        for _ in range(TURNS):
            for name, (port, pid) in servers.items():
                before = busy_seconds(pid)
                turn = load(port, place.request(), seconds=SECONDS)
                turn["busy"] = (busy_seconds(pid) - before) / turn["answers"] * 1e6
                found[name].append(turn)
    ours, busy = _rate(found["leg-day"]), _median(found["leg-day"], "busy")
    rows: list[tuple[str | float, ...]] = [
        (
            NAMES[name],
            *(_rate(turns), ours / _rate(turns)),
            *(_median(turns, "median"), _median(turns, "p99")),
            *(_median(turns, "busy"), _median(turns, "busy") / busy),
        )
        for name, turns in found.items()
    ]
    # The last two hardly change with what else the machine does.
    columns = (
        "one worker",
        "answers/s",
        "ours is x times it",
        "median ms",
        "p99 ms",
        "CPU µs",
        "x",
    )
    report("throughput", f"Signed requests over HTTP ({describe()})", columns, rows)


def _median(turns: list[dict[str, float]], name: str) -> float:
    return median(turn[name] for turn in turns)


def _rate(turns: list[dict[str, float]]) -> float:
    return median(turn["answers"] / turn["seconds"] for turn in turns)
