"""python -m benchmarks [NAME ...]: all of them, or these."""

from __future__ import annotations

import sys
from importlib import import_module

NAMES = (
    "accuracy",
    "answering",
    "cold_start",
    "throughput",
    "connections",
    "memory",
    "users",
    "understanding",
    "speech",
    "page",
)

if __name__ == "__main__":
    chosen = sys.argv[1:] or NAMES
    for unknown in set(chosen).difference(NAMES):
        raise SystemExit(f"no bench called {unknown}; there are {', '.join(NAMES)}")
    for name in chosen:
        import_module(f"benchmarks.{name}").main()
