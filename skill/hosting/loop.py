"""asyncio's event loop, with what uvicorn leaves to it and cannot configure."""

import asyncio
import signal
from contextlib import suppress
from multiprocessing import parent_process
from typing import Any

from skill.hosting import logs
from skill.hosting.connection import READ_TIMEOUT, Connection

_TICK = 0.5  # seconds


class Loop(asyncio.SelectorEventLoop):
    """What `serve` runs on."""

    async def create_server(  # type: ignore[override]
        self, protocol: Any, *, sock: Any, ssl: Any = None, **options: Any
    ) -> asyncio.Server:
        """As asyncio's, for a socket that listens already: with limits for TLS.

        Before it closes it takes in who has connected: they were accepted, as far as they know, and
        would be reset.
        """
        if ssl:
            # asyncio gives clients 60 and 30 seconds, and counts none of them meanwhile.
            options |= {"ssl_handshake_timeout": READ_TIMEOUT, "ssl_shutdown_timeout": READ_TIMEOUT}
        server = await super().create_server(protocol, sock=sock, ssl=ssl, **options)
        state, stop_listening, accepted = protocol().server_state, server.close, []

        def close() -> None:
            logs.batch_access(1)
            # Each answer from now on is its connection's last, or a busy one could hold up the end.
            state.default_headers.append((b"connection", b"close"))
            sock.listen(0)  # or they could come as fast as they are accepted
            with suppress(OSError):  # BlockingIOError when nobody is left
                while True:
                    client, _ = sock.accept()
                    made = self.connect_accepted_socket(protocol, client, ssl=ssl)
                    accepted.append(self.create_task(made))
            stop_listening()

        server.close = close  # type: ignore[method-assign]
        self._tick(state.connections)
        return server

    def _tick(self, connections: set[Connection]) -> None:
        """Do what has to be done every now and then, in a server that is stopping, too."""
        for connection in list(connections):
            if self.time() - connection.since >= READ_TIMEOUT:
                connection.time_out()
        logs.write_access()
        if (parent := parent_process()) and not parent.is_alive():
            # A master that was killed cannot stop its workers, and they would hold the port.
            signal.raise_signal(signal.SIGTERM)
        self.call_later(_TICK, self._tick, connections)
