"""The threads that answer requests.

Few are fastest: Python runs one at a time, and each more is one more to switch to (4 answered
40 % more requests a second than 16 when this was measured). But a thread that waits, for a
signing chain or a database, answers nobody. So there are always REGULARS that do not wait:
for each one that is stuck, a temporary one is hired, who leaves when the work is done.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from queue import Empty, SimpleQueue

Job = Callable[[], None]

REGULARS = 4
# Above the number of requests that may wait for a fetch (96, skill.verification.keys).
MOST = 128
# A request takes about 0.2 ms: one that takes this many seconds is waiting for something.
STUCK = 0.05


class Crew:
    """`submit` work from the event loop, and `relieve` now and then while there is any."""

    def __init__(self) -> None:
        self._jobs: SimpleQueue[Job] = SimpleQueue()
        self._started: dict[threading.Thread, float] = {}
        self._lock = threading.Lock()
        self._temps = 0
        for _ in range(REGULARS):
            threading.Thread(target=self._work, daemon=True).start()

    def submit(self, job: Job) -> None:
        """Do `job` soon, on some thread. It must not raise."""
        self._jobs.put(job)

    def relieve(self) -> None:
        """Hire for those who are stuck, if work is waiting for them."""
        if self._jobs.empty():
            return
        limit = time.monotonic() - STUCK
        stuck = sum(started < limit for started in list(self._started.values()))
        with self._lock:
            hired = min(stuck, MOST - REGULARS) - self._temps
            self._temps += max(0, hired)
        for _ in range(hired):
            threading.Thread(target=self._help_out, daemon=True).start()

    def _work(self) -> None:
        while True:
            self._do(self._jobs.get())

    def _help_out(self) -> None:
        try:
            while True:
                self._do(self._jobs.get_nowait())
        except Empty:
            with self._lock:
                self._temps -= 1

    def _do(self, job: Job) -> None:
        me = threading.current_thread()
        self._started[me] = time.monotonic()
        try:
            job()
        finally:
            del self._started[me]
