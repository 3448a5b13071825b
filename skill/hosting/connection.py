"""uvicorn's HTTP protocol, with an end to how long a client may keep us waiting.

uvicorn reads a request for as long as its client drips it, holds any number of connections, and
closes one that is idle while its next request is in the socket. What is added here, and the attack
or fault that it stops, is said at each method.
"""

from operator import attrgetter
from typing import Any

import httptools
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

# Seconds to be idle and send a head, to send a body, and to read an answer. Alexa sends at once.
READ_TIMEOUT = 5.0
# Connections that a worker has at once. Each may hold a body: 256 MiB.
CONNECTIONS = 1_024
# Bytes that are read without getting to the end of a head, to a body, or to its next piece.
HEAD_BYTES = 16_384
# Requests that one connection may send ahead of their answers. Alexa sends none.
PIPELINED = 32
# Seconds for which an idle connection is still read when the server stops: one that has had its
# answer, and one that has just been made and whose request is on its way.
LAST_READ, FIRST_READ = 0.05, 1.0


class Connection(HttpToolsProtocol):
    """One connection."""

    connections: set["Connection"]  # type: ignore[assignment]  # all that the worker has
    since = 0.0  # when we began to wait for the client, by the loop's clock
    _unparsed = 0  # bytes read since the parser last got somewhere

    # --- what the transport says -----------------------------------------------------------------

    def connection_made(self, transport: Any) -> None:
        """Make room for a newcomer by the one that waits longest: thousands of idle clients."""
        super().connection_made(transport)
        self.since = self.loop.time()
        if len(self.connections) > CONNECTIONS:
            min(self.connections, key=attrgetter("since")).time_out()

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
        super().shutdown()
        return self._in_hand() and self.scheme == "http"

    def shutdown(self) -> None:
        """Stop, after a last read: what has arrived would be lost with the connection."""
        self.loop.call_later(LAST_READ if self.cycle else FIRST_READ, super().shutdown)

    # --- what the parser says --------------------------------------------------------------------

    def on_headers_complete(self) -> None:
        """Start the request, unless it asks for another protocol: see _should_upgrade."""
        self._unparsed, self.since = 0, self.loop.time()
        method, version = self.parser.get_method(), self.parser.get_http_version()
        if method == b"CONNECT" or version not in ("1.0", "1.1"):  # llhttp takes 0.9 and 2.0
            raise ValueError
        if len(self.pipeline) >= PIPELINED:  # more than anybody needs: memory
            raise ValueError
        self.expect_100_continue &= version == "1.1"
        super().on_headers_complete()
        self.headers = []  # trailers go here: a proxy in front has not looked at them as headers

    def on_body(self, body: bytes) -> None:
        """Count it as getting somewhere."""
        self._unparsed = 0
        super().on_body(body)

    def _should_upgrade(self) -> bool:
        return True  # uvicorn starts nothing that asks for another protocol: see _decline_upgrade

    def on_response_complete(self) -> None:
        """Take the next request, or wait for one; in place of uvicorn's, which sets a timer."""
        self.since = self.loop.time()
        self.flow.resume_reading()
        if self.pipeline and not self.transport.is_closing():
            self._start_asgi_task(*self.pipeline.pop())

    # --- ---------------------------------------------------------------------------------------

    def send_400_response(self, msg: str) -> None:
        """Refuse, or where it would pass for the answer to an earlier request, close after that."""
        if self._in_hand():
            super().shutdown()
        elif not self.transport.is_closing():
            super().send_400_response(msg)

    def time_out(self) -> None:
        """Let go of this client, unless it is we who keep it waiting: slowloris."""
        if self.transport.is_closing() or self.flow.write_paused:
            self.transport.abort()  # to a client that does not read, close() would wait
        elif self._in_hand():
            self.since = self.loop.time()
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
        head = [b"%b %b HTTP/%b" % (method, self.url, version.encode())]
        head += [b"%b: %b" % field for field in self.scope["headers"] if field[0] != b"upgrade"]
        self.parser = httptools.HttpRequestParser(self)
        self.data_received(b"\r\n".join([*head, b"", rest]))
