"""Signed requests a second over HTTP, at four connections, beside the peers."""

from __future__ import annotations

from contextlib import ExitStack
from statistics import median

from tests.benchmarks.cores import describe
from tests.benchmarks.load import load
from tests.benchmarks.peers import install
from tests.benchmarks.report import report
from tests.benchmarks.servers import NAMES, bench

TURNS, SECONDS, WARM_UP = 5, 2.0, 500


def main() -> None:
    names = [name for name in NAMES if name != "express" or install.node()]
    found: dict[str, list[dict[str, float]]] = {name: [] for name in names}
    with bench() as place, ExitStack() as running:
        ports = {name: running.enter_context(place.server(name))[0] for name in names}
        for name in names:
            load(ports[name], place.request(), requests=WARM_UP)
        for _ in range(TURNS):
            for name in names:
                found[name].append(load(ports[name], place.request(), seconds=SECONDS))
    ours = _rate(found["leg-day"])
    rows = [
        (
            NAMES[name],
            _rate(turns),
            ours / _rate(turns),
            median(turn["median"] for turn in turns),
            median(turn["p99"] for turn in turns),
        )
        for name, turns in found.items()
    ]
    columns = ("server, one worker", "answers/s", "ours is x times it", "median ms", "p99 ms")
    report("throughput", f"Signed requests over HTTP ({describe()})", columns, rows, chart=1)


def _rate(turns: list[dict[str, float]]) -> float:
    return median(turn["answers"] / turn["seconds"] for turn in turns)


if __name__ == "__main__":
    main()
