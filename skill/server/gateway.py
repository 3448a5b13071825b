"""From granian's event loop to the WSGI application and back.

Why not granian's own WSGI mode: there a thread reads each body, without any time limit
(emmett-framework/granian issue 728), so as many slow clients as threads stop everybody. Here
the event loop reads: a slow body costs a coroutine and ends at a deadline, and a thread is
taken only for a request that has arrived whole.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections import deque
from contextlib import suppress
from typing import Any

from skill.server import wsgi
from skill.server.threads import Crew
from skill.verification.body import MAX_BODY
from skill.web import log_access

_log = logging.getLogger("leg_day")

# Seconds for the whole body, however slowly it drips. Alexa sends it at once.
BODY_SECONDS = 5.0
# A client that is still sending hears no answer. So a body that is too large is read on, and
# thrown away, up to this many bytes; after that the connection is cut.
MAX_DISCARDED = 33_554_432
# Seconds between two looks at what has been done and who is stuck.
TICK = 0.02


class BodyError(Exception):
    """No whole body came; `status` answers it, `reason` is for the log."""

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(reason)
        self.status, self.reason = status, reason


class Gateway:
    """The RSGI application that granian calls, in front of the WSGI `application`."""

    def __init__(self, application: wsgi.Application) -> None:
        self._application = application
        self._crew = Crew()
        self._answered: deque[asyncio.Future[None]] = deque()
        self._under_way = 0

    async def __rsgi__(self, scope: Any, protocol: Any) -> None:
        """Read the body, have a thread answer, stay until it has."""
        start = time.perf_counter()
        try:
            body = await read_body(scope, protocol)
        except BodyError as error:
            log_access(error.status, error.reason, time.perf_counter() - start)
            protocol.response_empty(error.status, [("connection", "close")])
            return
        done = asyncio.get_running_loop().create_future()
        self._crew.submit(lambda: self._answer(scope, protocol, body, done))
        self._keep_ticking()
        await done

    def _answer(self, scope: Any, protocol: Any, body: bytes, done: asyncio.Future[None]) -> None:
        """On a thread of the crew."""
        try:
            answer = wsgi.call(self._application, wsgi.environ(scope, body))
        except Exception:
            _log.exception("the application failed")
            answer = (500, [], b"")
        # A client that has gone by now is granian's business: this does not raise then.
        with suppress(Exception):
            protocol.response_bytes(*answer)
        self._answered.append(done)

    def _keep_ticking(self) -> None:
        self._under_way += 1
        if self._under_way == 1:
            asyncio.get_running_loop().call_later(TICK, self._tick)

    def _tick(self) -> None:
        """The client has its answer already; ending the coroutines can wait for a moment, and
        is far cheaper done together than by waking the loop for each."""
        while self._answered:
            self._answered.popleft().set_result(None)
            self._under_way -= 1
        if self._under_way:
            self._crew.relieve()
            asyncio.get_running_loop().call_later(TICK, self._tick)


async def read_body(scope: Any, protocol: Any) -> bytes:
    """The body, complete. Errors: BodyError for one that is too large, slow or cut off."""
    declared = scope.headers.get("content-length")
    if declared is None and "transfer-encoding" not in scope.headers:
        return b""
    try:
        async with asyncio.timeout(BODY_SECONDS):
            if declared is not None and int(declared) <= MAX_BODY:
                return bytes(await protocol())
            return await _bounded(protocol)
    except TimeoutError:
        raise BodyError(400, "body.slow") from None
    except BodyError:
        raise
    except Exception:
        # granian's RSGIProtocolClosed: the client left, or broke off its chunks.
        raise BodyError(400, "body.short") from None


async def _bounded(protocol: Any) -> bytes:
    """A body of unknown or excessive length, by pieces: never more than MAX_BODY in memory."""
    body, length = b"", 0
    async for piece in protocol:
        length += len(piece)
        if length > MAX_DISCARDED:
            break
        body = body + piece if length <= MAX_BODY else b""
    if length > MAX_BODY:
        raise BodyError(413, "body.size")
    return body
