"""Running the endpoint for real: uvicorn, with our protocol and gateway before the application.

What bounds a client that is slow, or many, or hostile:

    heads, idle connections     5 s (protocol.py), 16 KiB, 32 requests ahead (reader.py)
    agreeing on TLS             5 s (loop.py)
    bodies                      5 s, 256 KiB
    waiting for a signing chain alexa.verification: 3 s, 96 requests; protocol.py has 128 threads
    connections at once         CONNECTIONS a worker; more are told 503

SIGTERM and SIGINT stop it: it no longer accepts, answers what it has accepted, and ends.
"""

from __future__ import annotations

import gc
import logging
import signal
import socket
from collections.abc import Callable
from dataclasses import dataclass

import uvicorn
from uvicorn.supervisors import Multiprocess

from skill.alexa.verification import ConfigurationError
from skill.hosting.server import logs, wsgi
from skill.hosting.server.gateway import Gateway
from skill.hosting.server.protocol import CONNECTIONS, Connection
from skill.hosting.server.settings import ServerSettings

__all__ = ["ConfigurationError", "ServerSettings", "serve"]

_log = logging.getLogger("uvicorn.leg_day")

# Longer than the slowest request (a body of 5 s, a fetch of 3 s, an answer within Alexa's 8 s).
STOP_SECONDS = 20


@dataclass(frozen=True)
class _Loader:
    """What every worker runs first; picklable, because workers are processes started afresh."""

    load: Callable[[], wsgi.Application]

    def __call__(self) -> Gateway:
        gateway = Gateway(self.load())
        # What is here now stays: no search for garbage needs to look at it again.
        gc.collect()
        gc.freeze()
        return gateway


def serve(load: Callable[[], wsgi.Application], settings: ServerSettings) -> None:
    """Serve what `load` returns (see skill.hosting.endpoint.create_app), until told to stop.

    `load` is called in each worker process, so nothing open (a database, a socket) is shared by
    two; it should be a function of a module. Check its configuration before: what it raises in
    a worker ends the server with a traceback. Errors: ConfigurationError.
    """
    listener = settings.listener(CONNECTIONS)
    # Theirs, as many that are being refused or agree on TLS, and our own: databases, fetches.
    _allow_open_files(2 * CONNECTIONS + 512)
    config = uvicorn.Config(
        _Loader(load),
        factory=True,
        interface="asgi3",
        http=Connection,
        loop="skill.hosting.server.loop:Loop",
        ws="none",
        lifespan="off",
        workers=settings.workers,
        backlog=CONNECTIONS,
        timeout_graceful_shutdown=STOP_SECONDS,
        ssl_certfile=settings.tls_cert,
        ssl_keyfile=settings.tls_key,
        log_config=logs.CONFIG,
        access_log=False,  # ours says less: skill.hosting.endpoint.log_access
        proxy_headers=False,  # nobody asks where a request came from
        server_header=False,
    )
    scheme = "https" if settings.tls_cert else "http"
    _log.info("listening on %s://%s:%d", scheme, settings.host, settings.port)
    with listener:
        if settings.workers > 1:
            _Workers(config, [listener]).run()
        else:
            _run_one(config, listener)


class _Workers(Multiprocess):
    def terminate_all(self) -> None:
        """Stop listening here too, or connections would go on piling up for nobody."""
        for listener in self.sockets:
            listener.close()
        super().terminate_all()


def _run_one(config: uvicorn.Config, listener: socket.socket) -> None:
    """One worker, in this process."""
    # After a stop uvicorn sends itself the signal again, to end by it; being told is no failure.
    for each in (signal.SIGTERM, signal.SIGINT):
        signal.signal(each, signal.SIG_IGN)
    uvicorn.Server(config).run([listener])


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
