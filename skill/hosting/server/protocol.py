"""One connection: HTTP/1.1 in, one answer a request out, and an end to our patience.

The reader makes requests of bytes, the gateway answers them, on the event loop if it can and on a
thread if that would wait. A client has PATIENCE seconds for each part of a request, however slowly
it drips, and as long to begin the next; a slow one costs a connection, never a thread.

uvicorn runs it, in place of its own protocol class, which has none of these limits and makes a
task, an event and two writes of each request.
"""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from http import HTTPStatus
from typing import Any

from skill import blocking
from skill.hosting.server.gateway import Gateway, refuse
from skill.hosting.server.message import Answer, Request
from skill.hosting.server.reader import Reader

# Seconds for a head, for a body, and between two requests. Alexa sends it all at once.
PATIENCE = 5.0
# Connections that a worker has at once; one more is told 503. Each may hold a body: 256 MiB.
CONNECTIONS = 1_024
# Above the number of requests that may wait for a fetch (96, skill.alexa.verification.keys).
THREADS = 128
# Seconds for which an idle connection is still read when the server stops: what has arrived
# already would be lost with it.
LAST_LOOK = 0.05

_LINES = {each.value: f"HTTP/1.1 {each.value} {each.phrase}\r\n".encode() for each in HTTPStatus}
_threads = ThreadPoolExecutor(THREADS, "waiting")


class Connection(asyncio.Protocol):
    """In: what uvicorn gives to every protocol; `config.loaded_app` is the Gateway."""

    def __init__(
        self,
        config: Any,
        server_state: Any,
        app_state: Any,
        _loop: asyncio.AbstractEventLoop | None = None,
    ) -> None:
        self._gateway: Gateway = config.loaded_app
        self._server = server_state
        self._loop = _loop or asyncio.get_running_loop()
        self._transport: Any = None
        self._reader = Reader()
        self._requests = self._reader.complete
        self._busy = False  # a thread is answering
        self._full = False  # the client does not read
        self._until: float | None = None  # our patience ends; None while the client waits for us
        self._timer: asyncio.TimerHandle | None = None

    # --- asyncio's callbacks -------------------------------------------------------------------

    def connection_made(self, transport: Any) -> None:
        self._transport = transport
        if len(self._server.connections) >= CONNECTIONS:
            self._close_with(503)
        else:
            self._server.connections.add(self)
            self._wait()
        self._look_in(PATIENCE)

    def connection_lost(self, _error: Exception | None) -> None:
        self._server.connections.discard(self)
        self._requests.clear()
        if self._timer is not None:
            self._timer.cancel()
        if self._reader.part == "body" and not self._reader.wrong:
            refuse(400, "body.short", self._reader.began)

    def data_received(self, data: bytes) -> None:
        reader, steps = self._reader, self._reader.steps
        reader.feed(data)
        if reader.steps != steps:
            self._until = None
            if reader.part:
                self._wait()
        self._serve()

    def eof_received(self) -> bool:
        self._reader.last = True
        # It may still read our answers. TLS has no such half.
        waits = self._busy or bool(self._requests)
        return waits and self._transport.get_extra_info("sslcontext") is None

    def pause_writing(self) -> None:
        self._full = True
        self._transport.pause_reading()

    def resume_writing(self) -> None:
        self._full = False
        self._read_on()

    def shutdown(self) -> None:
        """uvicorn's call when the server stops."""
        self._reader.last = True
        self._loop.call_later(LAST_LOOK, self._close_if_idle)

    # --- answers -------------------------------------------------------------------------------

    def _serve(self) -> None:
        """Answer what is here, one after the other."""
        while self._requests and not (self._busy or self._full or self._transport.is_closing()):
            request = self._requests.popleft()
            work = partial(self._gateway.answer, request)
            try:
                self._write(request, blocking.at_once(work))
            except blocking.WouldWait:
                self._busy = True
                self._transport.pause_reading()
                waited = self._loop.run_in_executor(_threads, work)
                self._server.tasks.add(waited)
                waited.add_done_callback(partial(self._answered, request))
        if self._busy or self._requests or self._transport.is_closing():
            return
        if self._reader.wrong:
            refuse(self._reader.wrong, "http", self._reader.began)
            self._close_with(self._reader.wrong)
        elif self._reader.waits:
            self._reader.waits = False
            self._transport.write(b"HTTP/1.1 100 Continue\r\n\r\n")

    def _answered(self, request: Request, waited: asyncio.Future[Answer]) -> None:
        self._server.tasks.discard(waited)
        self._busy = False
        if not waited.cancelled():
            self._write(request, waited.result())
        self._read_on()

    def _read_on(self) -> None:
        self._serve()
        if not (self._busy or self._full or self._transport.is_closing()):
            self._transport.resume_reading()

    def _write(self, request: Request, answer: Answer) -> None:
        """In one write: two would be two packets, and wake the client twice."""
        if self._transport.is_closing():
            return
        status, headers, content = answer
        last = not request.keep_alive or (self._reader.last and not self._requests)
        lines = [f"{name}: {value}\r\n" for name, value in headers]
        lines.append("Connection: close\r\n\r\n" if last else "\r\n")
        date = b"".join(b"%b: %b\r\n" % each for each in self._server.default_headers)
        self._transport.write(_LINES[status] + date + "".join(lines).encode("latin-1") + content)
        if last:
            self._close()
        elif self._until is None:
            self._wait()

    def _close_with(self, status: int) -> None:
        if not self._transport.is_closing():
            ending = b"Connection: close\r\nContent-Length: 0\r\n\r\n"
            self._transport.write(_LINES[status] + ending)
            self._close()

    def _close(self) -> None:
        """Once what is written has been read; for that, too, our patience ends."""
        if not self._transport.is_closing():
            self._transport.close()
            self._wait()

    # --- patience ------------------------------------------------------------------------------

    def _wait(self) -> None:
        self._until = self._loop.time() + PATIENCE

    def _look_in(self, seconds: float) -> None:
        """One timer a connection, not one a request: it looks whether patience is at an end."""
        self._timer = self._loop.call_later(seconds, self._look)

    def _look(self) -> None:
        now = self._loop.time()
        if self._until is None or now < self._until:
            self._look_in(PATIENCE if self._until is None else self._until - now)
        elif self._full or self._transport.is_closing():
            self._transport.abort()  # for a client that does not read, close() would wait
        else:
            if not (self._busy or self._requests):  # or else it waits for us
                self._let_go()
            self._look_in(PATIENCE)

    def _let_go(self) -> None:
        if self._reader.part == "body":
            self._reader.part = ""
            refuse(400, "body.slow", self._reader.began)
            self._close_with(400)
        else:
            self._close()

    def _close_if_idle(self) -> None:
        if not (self._busy or self._requests or self._reader.part == "body"):
            self._close()
