"""Running the endpoint for real: granian in front, our gateway between it and the application.

What bounds a client that is slow, or many, or hostile:

    headers, idle connections   granian: HEADER_SECONDS, then closed; HEADER_BYTES; 100 headers
    bodies                      gateway.py: 5 s, 256 KiB, read by the event loop, not by threads
    waiting for a signing chain skill.verification: 3 s, 96 requests; threads.py has 128 threads
    connections at once         granian: CONNECTIONS a worker; more wait in the backlog

SIGTERM and SIGINT stop it: it no longer accepts, answers what it has accepted, and ends.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from granian import Granian
from granian.constants import HTTPModes, Interfaces
from granian.http import HTTP1Settings
from granian.log import LogLevels

from skill.server import logs, wsgi
from skill.server.gateway import Gateway
from skill.server.settings import ServerSettings
from skill.verification import ConfigurationError

__all__ = ["ConfigurationError", "ServerSettings", "serve"]

HEADER_SECONDS = 5
HEADER_BYTES = 16_384
CONNECTIONS = 2_048
# Longer than the slowest request (a body of 5 s, a fetch of 3 s, an answer within Alexa's 8 s).
STOP_SECONDS = 20


@dataclass(frozen=True)
class _Loader:
    """What every worker runs first; picklable, for systems that start processes afresh."""

    load: Callable[[], wsgi.Application]

    def __call__(self) -> Gateway:
        return Gateway(self.load())


def serve(load: Callable[[], wsgi.Application], settings: ServerSettings) -> None:
    """Serve what `load` returns, until told to stop.

    `load` is called in each worker process, so nothing open (a database, a socket) is shared by
    two; it should be a function of a module. Check its configuration before: what it raises in
    a worker ends the server with a traceback. Errors: ConfigurationError; SystemExit(1) when the
    workers keep dying.
    """
    checked = settings.checked()
    _allow_open_files(CONNECTIONS + 256)
    server = Granian(
        "skill",
        address=checked.host,
        port=checked.port,
        interface=Interfaces.RSGI,
        workers=checked.workers,
        # Alexa and every proxy speak it, and the limits above are about it.
        http=HTTPModes.http1,
        websockets=False,
        backlog=CONNECTIONS,
        backpressure=CONNECTIONS,
        http1_settings=HTTP1Settings(
            header_read_timeout=HEADER_SECONDS * 1_000, max_buffer_size=HEADER_BYTES
        ),
        log_level=LogLevels.info,
        log_dictconfig=logs.CONFIG,
        ssl_cert=checked.tls_cert,
        ssl_key=checked.tls_key,
        respawn_failed_workers=True,
        workers_kill_timeout=STOP_SECONDS,
    )
    loader: Any = _Loader(load)  # granian's annotation asks for a function; RSGI takes our object
    server.serve(target_loader=loader, wrap_loader=False)


def _allow_open_files(wanted: int) -> None:
    """Raise the soft limit, often 1,024, to what our connections need, as far as allowed."""
    try:
        import resource
    except ImportError:  # Windows has no such limit
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        ceiling = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        resource.setrlimit(resource.RLIMIT_NOFILE, (ceiling, hard))
