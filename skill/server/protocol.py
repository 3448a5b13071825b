"""One connection: HTTP/1.1 in, one answer a request out, and an end to our patience.

httptools (llhttp, Node's parser) reads, the gateway answers, on the event loop if it can and on
a thread if that would wait. A client has PATIENCE seconds for each part of a request, however
slowly it drips, and as long to begin the next; a slow one costs a connection, never a thread.

uvicorn runs it, in place of its own protocol class, which has none of these limits and makes a
task, an event and two writes of each request.
"""

from __future__ import annotations

import asyncio
import time
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from http import HTTPStatus
from typing import Any

import httptools

from skill import waiting
from skill.server.gateway import Gateway, refuse
from skill.server.message import Answer, Request
from skill.verification.body import MAX_BODY

# Seconds for a head, for a body, and between two requests. Alexa sends it all at once.
PATIENCE = 5.0
HEAD_BYTES = 16_384
# A client that is still sending hears no answer. So a body that is too large is read on, and
# thrown away, up to this many bytes; after that the connection is cut.
MAX_DISCARDED = 33_554_432
# Requests that one connection may have sent ahead of their answers. Alexa sends none.
PIPELINED = 32
# Connections that a worker has at once; one more is told 503.
CONNECTIONS = 2_048
# Above the number of requests that may wait for a fetch (96, skill.verification.keys).
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
        self._parser = httptools.HttpRequestParser(self)
        self._transport: Any = None
        self._request = Request()  # the one that is being read
        self._url, self._body = b"", bytearray()
        self._reading = "head"  # or "body", or "" while nothing of a request has come
        self._read = 0  # bytes of it so far
        self._completed = False  # the bytes that came last held the end of one
        self._began = time.perf_counter()
        self._requests: deque[Request] = deque()  # complete, and not answered
        self._busy = False  # a thread is answering
        self._full = False  # the client does not read
        self._last = False  # no request after those that are here
        self._wrong = False  # what came after those is no request
        self._until: float | None = None
        self._timer: asyncio.TimerHandle | None = None

    # --- asyncio's callbacks -------------------------------------------------------------------

    def connection_made(self, transport: Any) -> None:
        self._transport = transport
        if len(self._server.connections) >= CONNECTIONS:
            self._close_with(503)
            return
        self._server.connections.add(self)
        self._wait_for("head")
        self._timer = self._loop.call_later(PATIENCE, self._look)

    def connection_lost(self, _error: Exception | None) -> None:
        self._server.connections.discard(self)
        self._requests.clear()
        if self._timer is not None:
            self._timer.cancel()
        if self._reading == "body" and self._until is not None:
            refuse(400, "body.short", self._began)

    def data_received(self, data: bytes) -> None:
        self._completed = False
        try:
            self._parser.feed_data(data)
        except httptools.HttpParserUpgrade:
            self._last = True  # the request is answered as if it had not asked for that
        except httptools.HttpParserError:
            self._wrong = True
        self._serve()
        # What came with the end of another request is not counted: nobody knows where it began.
        self._read = 0 if self._completed else self._read + len(data)
        # Seven bytes for one are the worst that chunks do. All else is head, or as good as that.
        if self._reading and not self._wrong and self._read > HEAD_BYTES + 7 * self._request.length:
            self._close_with(431)

    def eof_received(self) -> bool:
        self._last = True
        # It may still read our answers. TLS has no such half.
        waiting_for = self._busy or bool(self._requests)
        return waiting_for and self._transport.get_extra_info("sslcontext") is None

    def pause_writing(self) -> None:
        self._full = True
        self._transport.pause_reading()

    def resume_writing(self) -> None:
        self._full = False
        self._read_on()

    def shutdown(self) -> None:
        """uvicorn's call when the server stops."""
        self._last = True
        self._loop.call_later(LAST_LOOK, self._close_if_idle)

    # --- the parser's callbacks ----------------------------------------------------------------

    def on_message_begin(self) -> None:
        self._request, self._url, self._body = Request(), b"", bytearray()
        self._began, self._read = time.perf_counter(), 0
        self._wait_for("head")

    def on_url(self, url: bytes) -> None:
        self._url += url

    def on_header(self, name: bytes, value: bytes) -> None:
        if self._reading == "head":  # and not a chunked body's trailer
            self._request.headers.append((name.lower(), value))

    def on_headers_complete(self) -> None:
        request, parser = self._request, self._parser
        request.method = parser.get_method().decode("ascii")
        request.keep_alive = parser.should_keep_alive() and parser.get_http_version() == "1.1"
        if self._url == b"/":
            request.path = "/"
        else:
            parts = httptools.parse_url(self._url)
            request.path = (parts.path or b"").decode("latin-1")
            request.query = (parts.query or b"").decode("latin-1")
        self._wait_for("body")
        if any(name == b"expect" for name, _ in request.headers):
            self._transport.write(b"HTTP/1.1 100 Continue\r\n\r\n")

    def on_body(self, piece: bytes) -> None:
        self._request.length += len(piece)
        if self._request.length <= MAX_BODY:
            self._body += piece
        elif self._request.length > MAX_DISCARDED:
            self._transport.abort()

    def on_message_complete(self) -> None:
        request = self._request
        if len(self._requests) == PIPELINED:
            raise ValueError("too many requests at once")  # to httptools, which stops reading
        if request.length <= MAX_BODY:
            request.body = bytes(self._body)
        self._requests.append(request)
        self._completed = True
        self._reading, self._until = "", None

    # --- answers -------------------------------------------------------------------------------

    def _serve(self) -> None:
        """Answer what is here, one after the other."""
        while self._requests and not (self._busy or self._full or self._transport.is_closing()):
            request = self._requests.popleft()
            work = partial(self._gateway.answer, request)
            try:
                self._write(request, waiting.at_once(work))
            except waiting.WouldWait:
                self._busy = True
                self._transport.pause_reading()
                waited = self._loop.run_in_executor(_threads, work)
                self._server.tasks.add(waited)
                waited.add_done_callback(partial(self._answered, request))
        if self._wrong and not (self._busy or self._requests):
            self._close_with(400)

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
        last = not request.keep_alive or (self._last and not self._requests)
        lines = [f"{name}: {value}\r\n" for name, value in headers]
        lines.append("Connection: close\r\n\r\n" if last else "\r\n")
        date = b"".join(b"%b: %b\r\n" % each for each in self._server.default_headers)
        self._transport.write(_LINES[status] + date + "".join(lines).encode("latin-1") + content)
        if self._until is None:
            self._until = self._loop.time() + PATIENCE
        if last:
            self._transport.close()

    def _close_with(self, status: int) -> None:
        if not self._transport.is_closing():
            ending = b"Connection: close\r\nContent-Length: 0\r\n\r\n"
            self._transport.write(_LINES[status] + ending)
            self._until = self._loop.time() + PATIENCE
            self._transport.close()

    # --- patience ------------------------------------------------------------------------------

    def _wait_for(self, part: str) -> None:
        self._reading = part
        self._until = self._loop.time() + PATIENCE

    def _look(self) -> None:
        """One timer a connection, not one a request: it looks whether patience is at an end."""
        now = self._loop.time()
        if self._until is None or now < self._until:
            wait = PATIENCE if self._until is None else self._until - now
            self._timer = self._loop.call_later(wait, self._look)
        elif self._full or self._transport.is_closing():
            self._transport.abort()  # for a client that does not read, close() would wait
        elif self._reading == "body":
            self._until = None
            refuse(400, "body.slow", self._began)
            self._close_with(400)
        else:
            self._transport.close()

    def _close_if_idle(self) -> None:
        if not (self._busy or self._requests or self._reading == "body"):
            self._transport.close()
