"""Running the Wyoming server until interrupted, and what the terminal says of it."""

import asyncio
import logging
import signal
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext, suppress

from skill.hosting import logs
from skill.hosting.network import Network, is_loopback, listening
from skill.simulator.device import Door
from skill.simulator.nlu import understander
from skill.speakers.wyoming.agent import DEFAULT, Agent
from skill.speakers.wyoming.ear import Ear
from skill.speakers.wyoming.server import Server

_TYPE = "_wyoming._tcp.local."  # what Home Assistant looks for
_ANYBODY = "192.0.2.1"  # RFC 5737, belongs to nobody; nothing is sent there


def serve(
    door: Door,
    say: Callable[[str], None],
    *,
    host: str,
    port: int,
    clients: tuple[Network, ...],
    announce: bool,
    ear: bool,
) -> None:
    """Answer Wyoming clients until SIGINT or SIGTERM, those of `clients` besides this machine's.

    At port 0 it is any free one. Home Assistant finds the server by itself where it is to
    `announce` itself, and gets an `ear` from it. Raises ValueError for what would be open to
    everybody or of no use, OSError where it cannot listen, each in one line.
    """
    if not is_loopback(host) and not clients:
        raise ValueError(
            f"{host} lets other machines in, and Wyoming knows no passwords: say which "
            "may connect, such as --client 192.168.1.20 or --client 192.168.1.0/24"
        )
    if is_loopback(host) and announce:
        raise ValueError(f"nobody else reaches {host}: --announce needs a --host that they do")
    server = Server(Agent(door), clients, ear=Ear() if ear else None)
    listener = listening(host, port)
    understander(DEFAULT)  # learn before the first question is asked
    logs.to_stdout()
    logging.getLogger("skill.hosting.access").setLevel(logging.WARNING)  # the server says it
    port = listener.getsockname()[1]
    announcement = _announced(host, port) if announce else nullcontext()
    with suppress(KeyboardInterrupt):  # where there are no signal handlers: Windows
        place = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
        told = f"Leg Day speaks Wyoming on tcp://{place}. Ctrl-C ends it."
        asyncio.run(_serve(server, listener, announcement, lambda: say(told)))


async def _serve(
    server: Server,
    listener: socket.socket,
    announcement: AbstractAsyncContextManager[None],
    ready: Callable[[], None],
) -> None:
    stop, loop = asyncio.Event(), asyncio.get_running_loop()
    for each in (signal.SIGINT, signal.SIGTERM):
        with suppress(NotImplementedError):
            loop.add_signal_handler(each, stop.set)
    async with announcement:
        ready()
        await server.run(listener, stop)


@asynccontextmanager
async def _announced(host: str, port: int) -> AsyncIterator[None]:
    """Announce a server of this machine by mDNS (RFC 6762), and take that back at the end.

    Raises OSError, in one line, where there is no network.
    """
    from zeroconf.asyncio import AsyncServiceInfo, AsyncZeroconf

    name = socket.gethostname().partition(".")[0] or "leg-day"
    service = AsyncServiceInfo(
        _TYPE,
        f"leg-day-{name}.{_TYPE}",
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
