"""asyncio's event loop, with limits of ours to what it does before a connection is ours."""

from __future__ import annotations

import asyncio
from typing import Any

from skill.hosting.server.protocol import PATIENCE

# Connections accepted in one go. asyncio takes as many as may be waiting, so that a burst uses
# up all files before one of them could be refused, with a line in the log for each.
_ACCEPTED = 64


class Loop(asyncio.SelectorEventLoop):
    """Clients have PATIENCE seconds to agree on TLS, and to end it; asyncio gives them 60 and 30,
    and does not count them as connections meanwhile."""

    async def create_server(self, *args: Any, **options: Any) -> asyncio.Server:
        """As asyncio's, for a socket that listens already (`sock`)."""
        if options.get("ssl"):
            options |= {"ssl_handshake_timeout": PATIENCE, "ssl_shutdown_timeout": PATIENCE}
        waiting = options["backlog"]
        server = await super().create_server(*args, **(options | {"backlog": _ACCEPTED}))
        options["sock"].listen(waiting)
        return server
