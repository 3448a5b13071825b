"""Bytes to requests, and the limits of what a request may be.

httptools (llhttp, Node's parser) does the reading; it is strict about all that has ever been used
to smuggle one request inside another.
"""

from __future__ import annotations

import time
from collections import deque
from typing import NoReturn

import httptools

from skill.alexa.verification.body import MAX_BODY
from skill.hosting.server.message import Request

HEAD_BYTES = 16_384
# A client that is still sending hears no answer. So a body that is too large is read on, and
# thrown away, up to this many bytes.
MAX_DISCARDED = 33_554_432
# Requests that one connection may have sent ahead of their answers. Alexa sends none.
PIPELINED = 32


class Reader:
    """Feed it what comes; take from `complete` what is there. It never raises.

    `part` of the next request that is being read: "head", "body", or "" between two; `steps`
    grows with each part that begins or ends. `wrong` is 0, or the status for what is no request,
    after which nothing more is read. `last`: no request follows. `waits`: the client wants to be
    told to send the body. `began` by perf_counter.
    """

    def __init__(self) -> None:
        self.complete: deque[Request] = deque()
        self.part, self.steps, self.wrong = "head", 0, 0
        self.last = self.waits = False
        self.began = time.perf_counter()
        self._parser = httptools.HttpRequestParser(self)
        self._request = Request()
        self._url, self._body = b"", bytearray()
        self._head = 0  # bytes of names and values
        self._read = 0  # bytes of all of it
        self._ended = False  # the bytes that came last held the end of a request

    def feed(self, data: bytes) -> None:
        """Read on."""
        if self.wrong:
            return
        self._ended = False
        try:
            self._parser.feed_data(data)
        except httptools.HttpParserUpgrade:
            self.last = True  # the request is answered as if it had not asked for that
        except httptools.HttpParserError:
            self.wrong = self.wrong or 400
        # What came with the end of another request is not counted: nobody knows where it began.
        self._read = 0 if self._ended else self._read + len(data)
        # Seven bytes for one are the worst that chunks do. All else is head, or as good as that.
        if self.part and self._read > HEAD_BYTES + 7 * self._request.length:
            self.wrong = self.wrong or 431

    # --- the parser's callbacks ----------------------------------------------------------------

    def on_message_begin(self) -> None:
        self._request, self._url, self._body = Request(), b"", bytearray()
        self._head = self._read = 0
        self.began = time.perf_counter()
        self._now_reads("head")

    def on_url(self, url: bytes) -> None:
        self._url += url
        self._count(url)

    def on_header(self, name: bytes, value: bytes) -> None:
        self._count(name, value)
        if self.part == "head":  # and not a chunked body's trailer
            self._request.headers.append((name.lower(), value))

    def on_headers_complete(self) -> None:
        request, parser = self._request, self._parser
        current = parser.get_http_version() == "1.1"
        request.method = parser.get_method().decode("ascii")
        request.keep_alive = parser.should_keep_alive() and current
        if self._url == b"/":
            request.path = "/"
        else:
            parts = httptools.parse_url(self._url)
            request.path = (parts.path or b"").decode("latin-1")
            request.query = (parts.query or b"").decode("latin-1")
        self.waits = current and any(
            name == b"expect" and value.lower() == b"100-continue"
            for name, value in request.headers
        )
        self._now_reads("body")

    def on_body(self, piece: bytes) -> None:
        self.waits = False
        self._request.length += len(piece)
        if self._request.length <= MAX_BODY:
            self._body += piece
        elif self._request.length > MAX_DISCARDED:
            self._stop(413)

    def on_message_complete(self) -> None:
        request = self._request
        if len(self.complete) == PIPELINED:
            self._stop(400)
        if request.length <= MAX_BODY:
            request.body = bytes(self._body)
        self.complete.append(request)
        self._ended, self.waits = True, False
        self._now_reads("")

    def _now_reads(self, part: str) -> None:
        self.part = part
        self.steps += 1

    def _count(self, *pieces: bytes) -> None:
        self._head += sum(map(len, pieces)) + 4
        if self._head > HEAD_BYTES:
            self._stop(431)

    def _stop(self, status: int) -> NoReturn:
        self.wrong = status
        raise ValueError  # httptools makes an HttpParserError of it
