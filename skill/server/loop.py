"""asyncio's event loop, with an end to our patience for TLS as well."""

from __future__ import annotations

import asyncio
from typing import Any

from skill.server.protocol import PATIENCE


class Loop(asyncio.SelectorEventLoop):
    """Clients have PATIENCE seconds to agree on TLS, and to end it; asyncio gives them 60 and 30,
    and does not count them as connections meanwhile."""

    async def create_server(self, *args: Any, **options: Any) -> asyncio.Server:
        """As asyncio's."""
        if options.get("ssl"):
            options |= {"ssl_handshake_timeout": PATIENCE, "ssl_shutdown_timeout": PATIENCE}
        return await super().create_server(*args, **options)
