"""Running the endpoint for real: stock uvicorn, with limits for clients that are slow or many.

    a head, a body, TLS             5 s each (connection.py, loop.py); a client may be idle as long
    size                            bodies 256 KiB; heads 16 KiB, or what comes in one read
    connections at once             1,024 a worker; the longest idle one makes room
    waiting for a signing chain     alexa.verification: 3 s, 96 requests

SIGTERM and SIGINT stop it: it answers what it has accepted, and ends.
"""

import gc
import logging
import signal
import socket
import ssl
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path

import uvicorn
from uvicorn.supervisors import Multiprocess

from skill.alexa.verification import ConfigurationError
from skill.hosting import logs
from skill.hosting.asgi import Application
from skill.hosting.connection import CONNECTIONS, Connection

_log = logging.getLogger(__name__)

# Longer than the slowest request (a body of 5 s, a fetch of 3 s, an answer within Alexa's 8 s).
STOP_SECONDS = 20
# For TLS 1.2: forward secrecy and no CBC (LUCKY13). TLS 1.3 has only such suites.
CIPHERS = "ECDHE+AESGCM:ECDHE+CHACHA20"


def serve(
    load: Callable[[], Application],
    listener: socket.socket,
    *,
    workers: int = 1,
    tls_cert: Path | None = None,
    tls_key: Path | None = None,
) -> None:
    """Serve the ASGI application that `load` returns at `listener`, until told to stop.

    `load` is called in each worker process, so nothing open (a database, a socket) is shared by
    two; with several it should be a function of a module. Check its configuration before: what it
    raises in a worker ends the server with a traceback. `tls_cert` (leaf first) and `tls_key` are
    PEM files, both or none; raises ConfigurationError, in one line, where they cannot be used.
    """
    _check_tls(tls_cert, tls_key)
    logs.to_stdout()
    _allow_open_files()
    config = uvicorn.Config(
        partial(_application, load),
        factory=True,
        http=Connection,
        loop="skill.hosting.loop:Loop",
        ws="none",
        lifespan="off",
        workers=workers,
        timeout_graceful_shutdown=STOP_SECONDS,
        ssl_certfile=tls_cert,
        ssl_keyfile=tls_key,
        ssl_ciphers=CIPHERS,
        log_config=None,  # logs.to_stdout
        access_log=False,  # ours says less: logs.log_access
        proxy_headers=False,  # nobody asks where a request came from
        server_header=False,
    )
    host, port = listener.getsockname()[:2]
    _log.info("listening on %s://%s:%d", "https" if tls_cert else "http", host, port)
    with listener:
        if workers > 1:
            _Workers(config, [listener]).run()
            return
        # After a stop uvicorn sends itself the signal again, to end by it; that is no failure.
        for each in (signal.SIGTERM, signal.SIGINT):
            signal.signal(each, signal.SIG_IGN)
        uvicorn.Server(config).run([listener])


def _check_tls(cert: Path | None, key: Path | None) -> None:
    if bool(cert) != bool(key):
        raise ConfigurationError("TLS needs both a certificate and its key")
    try:
        if cert:
            ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_cert_chain(cert, key)
    except OSError as error:  # ssl.SSLError is one
        raise ConfigurationError(f"cannot use the TLS certificate and key: {error}") from None


def _application(load: Callable[[], Application]) -> Application:
    """Return what a worker serves; each worker process runs this first."""
    logs.to_stdout()
    application = load()
    logs.batch_access(100)
    # What is here now stays: no search for garbage needs to look at it again.
    gc.collect()
    gc.freeze()
    return application


class _Workers(Multiprocess):
    def terminate_all(self) -> None:
        """Stop listening here too, or connections would go on piling up for nobody."""
        for listener in self.sockets:
            listener.close()
        super().terminate_all()


def _allow_open_files() -> None:
    """Raise the soft limit, often 1,024, to what our connections need, as far as allowed."""
    # Theirs, as many that agree on TLS or are being closed, and our own: databases, fetches.
    wanted = 2 * CONNECTIONS + 512
    with suppress(ImportError):  # Windows has no such limit
        import resource

        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, min(wanted, hard)), hard))
