"""uvicorn's HTTP protocol, with an end to how long a client may keep us waiting.

uvicorn reads a request for as long as its client drips it, holds any number of connections, and
closes one that is idle while its next request is in the socket. What is added here, and the attack
or fault that it stops, is said at each method.
"""

from operator import attrgetter
from typing import Any, ClassVar, cast

import httptools
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

# Seconds for a request, between two requests, and to read an answer. Alexa sends at once.
READ_TIMEOUT = 5.0
# Connections that a worker has at once. Each may hold a body: 256 MiB.
CONNECTIONS = 1_024
# Bytes that are read without getting to the end of a head, to a body, or to its next piece.
HEAD_BYTES = 16_384
# Requests that one connection may send ahead of their answers. Alexa sends none.
PIPELINED = 32
# Seconds for which an idle connection is still read when the server stops.
LAST_READ = 0.05

_VERSIONS = ("1.0", "1.1")
_NEVER = float("inf")
_SINCE = attrgetter("_since")


class Connection(HttpToolsProtocol):
    """One connection."""

    all: ClassVar[set["Connection"]] = set()  # uvicorn's own set of them
    stopping: ClassVar[bool] = False  # the server has closed its listener

    _since = _NEVER  # when we began to wait for the client, by the loop's clock
    _unparsed = 0  # bytes read since the parser last got somewhere
    _refusal = ""  # what is to be said when all that came before is answered

    # --- what the transport says -----------------------------------------------------------------

    def connection_made(self, transport: Any) -> None:
        """Make room for a newcomer by the one that waits longest: thousands of idle clients."""
        super().connection_made(transport)
        Connection.all = everybody = cast(set["Connection"], self.connections)
        self._wait()
        if len(everybody) > CONNECTIONS:
            min(everybody, key=_SINCE)._time_out()

    def data_received(self, data: bytes) -> None:
        """Parse, but answer `Upgrade: h2c` in HTTP/1.1, and refuse a head without end: memory."""
        self._unparsed += len(data)
        try:
            self.parser.feed_data(data)
        except httptools.HttpParserUpgrade as upgrade:
            self._decline_upgrade(data[upgrade.args[0] :])
        except httptools.HttpParserError:
            self.send_400_response("Invalid HTTP request received.")
        else:
            if self._unparsed > HEAD_BYTES:
                self.send_400_response("The head is too large.")

    def eof_received(self) -> bool:  # type: ignore[override]
        """Go on answering a client that has said all and still listens; TLS has no such half."""
        listens = self._in_hand() and self.scheme == "http"
        if listens:
            self.cycle.keep_alive = False
        return listens

    def check(self, now: float) -> None:
        """Let go of a client that has kept us waiting for READ_TIMEOUT: slowloris."""
        if now - self._since >= READ_TIMEOUT:
            self._time_out()

    def pause_writing(self) -> None:
        """Wait for a client that does not read its answers, but not for ever."""
        super().pause_writing()
        self._wait()

    def shutdown(self) -> None:
        """Stop, after a last read: what has arrived would be lost with the connection."""
        self.loop.call_later(LAST_READ, super().shutdown)

    # --- what the parser says --------------------------------------------------------------------

    def on_message_begin(self) -> None:
        """Refuse more requests ahead of their answers than anybody needs: memory."""
        if len(self.pipeline) >= PIPELINED:
            raise ValueError("pipelined")
        super().on_message_begin()
        self._wait()

    def on_headers_complete(self) -> None:
        """Start the request, unless it asks for another protocol: see _decline_upgrade."""
        self._unparsed = 0
        version = self.parser.get_http_version()
        if version not in _VERSIONS:  # llhttp takes 0.9 and 2.0 for text as well
            raise ValueError("version")
        if self.parser.should_upgrade():
            return
        self.expect_100_continue &= version == "1.1"
        super().on_headers_complete()
        self.headers = []  # trailers go here: a proxy in front has not looked at them as headers
        self.cycle.keep_alive &= not self.stopping  # or a busy client could hold up the stop

    def on_body(self, body: bytes) -> None:
        """Count it as getting somewhere."""
        self._unparsed = 0
        super().on_body(body)

    def on_message_complete(self) -> None:
        """From here on the client waits for us, unless it has been answered already."""
        self._unparsed = 0
        if self.parser.should_upgrade():
            return
        super().on_message_complete()
        if not self.cycle.response_complete:
            self._since = _NEVER

    def on_response_complete(self) -> None:
        """Take the next request, or wait for one; in place of uvicorn's, which sets a timer."""
        if self.transport.is_closing():
            return
        self._wait()
        self.flow.resume_reading()
        if self.pipeline:
            self._start_asgi_task(*self.pipeline.pop())
        elif self._refusal:
            self.send_400_response(self._refusal)

    # --- ---------------------------------------------------------------------------------------

    def send_400_response(self, msg: str) -> None:
        """Refuse after all answers, or it would pass for the answer to an earlier request."""
        if self._in_hand():
            self._refusal = msg
        elif not self.transport.is_closing():
            super().send_400_response(msg)

    def _wait(self) -> None:
        self._since = self.loop.time()

    def _time_out(self) -> None:
        """Let go of this client, unless it is we who keep it waiting."""
        self._wait()
        if self.transport.is_closing() or self.flow.write_paused:
            self.transport.abort()  # to a client that does not read, close() would wait
        elif self._in_hand():
            return
        elif self.cycle is None or self.cycle.response_complete:
            self.transport.close()
        else:
            self.send_400_response("The body did not come.")

    def _in_hand(self) -> bool:
        """Return whether a request is complete and not answered."""
        cycle = self.cycle
        waits = cycle is not None and not (cycle.more_body or cycle.response_complete)
        return waits or bool(self.pipeline)

    def _decline_upgrade(self, rest: bytes) -> None:
        """Parse the head again without its Upgrade, and the body after it.

        `curl --http2` and Java's client ask so at first; llhttp takes what follows for the other
        protocol, and the body is lost.
        """
        method, version = self.parser.get_method(), self.parser.get_http_version()
        if method == b"CONNECT":
            self.send_400_response("No proxy.")
            return
        head = [b"%b %b HTTP/%b" % (method, self.url, version.encode())]
        head += [b"%b: %b" % field for field in self.headers if field[0] != b"upgrade"]
        self.parser = httptools.HttpRequestParser(self)
        self.data_received(b"\r\n".join([*head, b"", rest]))
