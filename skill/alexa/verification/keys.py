"""The keys in use, and how they get here: fetched once, judged once, kept until they expire.

Strangers can name any address below Alexa's folder, so everything they can touch is bounded
(class Bounds): fetches under way, fetches a second, requests that wait, addresses remembered.
A fetch runs on a thread of its own, and those who need its result wait for it no longer than
its deadline: a name server that hangs costs one such thread, never a thread of the web server.
Only verdicts are cached for long, never bytes, and no verdict outlives the path it rests on.
"""

import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from skill import blocking
from skill.alexa.verification.chain import SigningKey
from skill.alexa.verification.errors import Refused
from skill.alexa.verification.fetch import DEADLINE


@dataclass(frozen=True)
class Bounds:
    """Our own choices, generous for Alexa, who uses one or two addresses at a time."""

    keys: int = 16  # verified chains remembered
    failures: int = 128  # addresses remembered as bad
    failure_seconds: float = 2.0  # how long; short, for a fault may pass
    fetches: int = 16  # fetches under way
    waiters: int = 96  # requests that wait for a fetch
    burst: int = 50  # fetches that fail, at once out of a quiet state
    per_second: float = 4.0  # and from then on
    wait_seconds: float = DEADLINE  # a request waits for a fetch that long


DEFAULT_BOUNDS = Bounds()


@dataclass
class _Fetch:
    """One fetch under way; `outcome` is set before `done`."""

    end: float
    done: threading.Event = field(default_factory=threading.Event)
    outcome: SigningKey | Refused | None = None


class KeyRing:
    """Canonical URL -> SigningKey, for many threads at once.

    `load` fetches and judges (it may raise Refused), `clock` gives aware UTC time.
    """

    def __init__(
        self,
        load: Callable[[str], SigningKey],
        clock: Callable[[], datetime],
        bounds: Bounds = DEFAULT_BOUNDS,
    ) -> None:
        self._load, self._clock, self._bounds = load, clock, bounds
        self._lock = threading.Lock()
        self._keys: OrderedDict[str, SigningKey] = OrderedDict()
        self._failures: OrderedDict[str, tuple[float, Refused]] = OrderedDict()
        self._fetches: dict[str, _Fetch] = {}
        self._waiting = 0
        self._tokens, self._refilled = float(bounds.burst), time.monotonic()

    def key(self, url: str) -> SigningKey:
        """Return the key that `url` leads to, valid now, at most `wait_seconds` later.

        Raises Refused, as fetching and judging say, or "fetch.timeout", "fetch.limit" (too
        many new addresses), "fetch.busy" (too many requests waiting); WouldBlock (skill.blocking).
        """
        with self._lock:
            known = self._known(url)
            if known is not None:
                return known
            blocking.about_to_block()
            fetch = self._fetches.get(url) or self._start(url)
            self._waiting += 1
        try:
            fetch.done.wait(max(0.0, fetch.end - time.monotonic()))
        finally:
            with self._lock:
                self._waiting -= 1
        if isinstance(fetch.outcome, SigningKey):
            return fetch.outcome
        raise Refused(fetch.outcome.reason if fetch.outcome else "fetch.timeout")

    def _known(self, url: str) -> SigningKey | None:
        """Return a verdict that still holds.

        Raises Refused when `url` failed a moment ago, or when no more requests may wait.
        """
        key = self._keys.get(url)
        if key is not None:
            if key.holds_at(self._clock()):
                self._keys.move_to_end(url)
                return key
            del self._keys[url]
        until, failure = self._failures.get(url, (0.0, None))
        if failure is not None and time.monotonic() < until:
            raise Refused(failure.reason)
        if self._waiting >= self._bounds.waiters:
            raise Refused("fetch.busy")
        return None

    def _start(self, url: str) -> _Fetch:
        """Start a fetch, if one may start now."""
        now = time.monotonic()
        earned = (now - self._refilled) * self._bounds.per_second
        self._tokens = min(float(self._bounds.burst), self._tokens + earned)
        self._refilled = now
        if self._tokens < 1 or len(self._fetches) >= self._bounds.fetches:
            raise Refused("fetch.limit")
        fetch = _Fetch(end=now + self._bounds.wait_seconds)
        # A daemon, because a name server that hangs must not keep the process from ending.
        thread = threading.Thread(target=self._run, args=(url, fetch), daemon=True)
        try:
            thread.start()
        except RuntimeError:  # the system has no thread left to give
            raise Refused("fetch.limit") from None
        self._tokens -= 1
        self._fetches[url] = fetch
        return fetch

    def _run(self, url: str, fetch: _Fetch) -> None:
        try:
            fetch.outcome = self._load(url)
        except Refused as refused:
            fetch.outcome = refused
        except Exception:
            # Certificates are made by others: what a parser trips over is a bad chain.
            fetch.outcome = Refused("chain.error")
        with self._lock:
            self._finish(url, fetch.outcome)
        fetch.done.set()

    def _finish(self, url: str, outcome: SigningKey | Refused) -> None:
        del self._fetches[url]
        if isinstance(outcome, SigningKey):
            self._tokens += 1  # what proves to be Alexa's does not count against anybody
            self._failures.pop(url, None)
            self._keys[url] = outcome
            if len(self._keys) > self._bounds.keys:
                self._keys.popitem(last=False)
        else:
            self._failures[url] = (time.monotonic() + self._bounds.failure_seconds, outcome)
            self._failures.move_to_end(url)
            if len(self._failures) > self._bounds.failures:
                self._failures.popitem(last=False)
