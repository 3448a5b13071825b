"""Being found: Home Assistant looks for _wyoming._tcp.local. by mDNS (RFC 6762)."""

import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from zeroconf.asyncio import AsyncServiceInfo, AsyncZeroconf

TYPE = "_wyoming._tcp.local."
_ANYBODY = "192.0.2.1"  # RFC 5737, belongs to nobody; nothing is sent there


@asynccontextmanager
async def announced(host: str, port: int) -> AsyncIterator[None]:
    """Announce a server of this machine on the local network, and take that back at the end.

    Raises OSError, in one line, where there is no network.
    """
    name = socket.gethostname().partition(".")[0] or "leg-day"
    service = AsyncServiceInfo(
        TYPE,
        f"leg-day-{name}.{TYPE}",
        parsed_addresses=[_address() if host in ("0.0.0.0", "::") else socket.gethostbyname(host)],
        port=port,
        server=f"leg-day-{name}.local.",
    )
    network = AsyncZeroconf()
    try:
        await network.async_register_service(service)
        yield
    finally:
        await network.async_unregister_all_services()
        await network.async_close()


def _address() -> str:
    """Return the address of this machine that others on its network reach it by."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect((_ANYBODY, 9))
        except OSError as fault:
            raise OSError(f"no network to be announced on: {fault.strerror}") from None
        return str(probe.getsockname()[0])
