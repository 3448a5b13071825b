"""asyncio's event loop, with what uvicorn leaves to it and cannot configure."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from skill.hosting import logs
from skill.hosting.connection import READ_TIMEOUT, Connection


class Loop(asyncio.SelectorEventLoop):
    """What `serve` runs on: limits for TLS, and a listener that is emptied when it is closed."""

    async def create_server(self, *args: Any, **options: Any) -> Any:
        """As asyncio's, for a socket that listens already (`sock`)."""
        if options.get("ssl"):
            # asyncio gives clients 60 and 30 seconds, and counts none of them meanwhile.
            options |= {
                "ssl_handshake_timeout": READ_TIMEOUT,
                "ssl_shutdown_timeout": READ_TIMEOUT,
            }
        return _Listener(self, await super().create_server(*args, **options), args[0], options)


class _Listener:
    """An asyncio server that takes in who has connected before it closes.

    They were accepted, as far as they know, and would be reset.
    """

    def __init__(
        self, loop: Loop, server: Any, protocol: Callable[[], Any], options: dict[str, Any]
    ) -> None:
        self._loop, self._server = loop, server
        self._protocol, self._sock, self._ssl = protocol, options["sock"], options.get("ssl")
        self._accepted: list[asyncio.Task[Any]] = []
        self.sockets = server.sockets

    def close(self) -> None:
        """Stop listening; uvicorn's first act when it stops."""
        Connection.stopping = True  # each answer from now on is its connection's last
        self._sock.listen(0)  # or they could come as fast as they are accepted
        with suppress(OSError):  # BlockingIOError when nobody is left
            while True:
                client, _ = self._sock.accept()
                made = self._loop.connect_accepted_socket(self._protocol, client, ssl=self._ssl)
                self._accepted.append(self._loop.create_task(made))
        self._server.close()

    async def wait_closed(self) -> None:
        """Wait for the end of the last connection; uvicorn's last act."""
        await self._server.wait_closed()
        logs.write_access()
