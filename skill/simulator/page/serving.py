"""Listening for browsers, and what the terminal says of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from ask_sdk_core.attributes_manager import AbstractPersistenceAdapter
from werkzeug.serving import BaseWSGIServer, WSGIRequestHandler, make_server

from skill.hosting import network
from skill.simulator.conversation import Conversation, front_door
from skill.simulator.device import Door
from skill.simulator.page import create_page

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

QUESTION = "does running count as leg day"


class _Quiet(WSGIRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Requests are not news; faults still are."""


def simulate(
    memory: AbstractPersistenceAdapter,
    host: str,
    port: int,
    locale: str,
    screen: bool,
    say: Callable[[str], None],
) -> None:
    """Serve the page of a skill with this memory until interrupted.

    Raises OSError, in one clear line, where it cannot.
    """
    door = front_door(memory)
    server = listening(door, host, port, locale, screen, memory)
    try:
        for line in announced(door, host, server.port, locale):
            say(line)
        server.serve_forever()
    except KeyboardInterrupt:
        say("")
    finally:
        server.server_close()


def listening(
    door: Door,
    host: str,
    port: int,
    locale: str = "en-US",
    screen: bool = True,
    memory: AbstractPersistenceAdapter | None = None,
) -> BaseWSGIServer:
    """Return a server that listens on host:port (0: any free port) and serves once told to."""
    app = create_page(door, host, locale, screen, memory=memory)
    with network.listening(host, port) as bound:
        return make_server(
            host,
            bound.getsockname()[1],
            _closing(app),
            threaded=True,
            request_handler=_Quiet,
            fd=bound.fileno(),  # werkzeug takes a copy
        )


def _closing(app: WSGIApplication) -> WSGIApplication:
    """Return `app`, whose files are closed also when a browser goes away.

    Werkzeug forgets that: a generator that is dropped ends.
    """

    def answer(environ: WSGIEnvironment, start_response: StartResponse) -> Iterator[bytes]:
        pieces = app(environ, start_response)
        try:
            yield from pieces
        finally:
            if close := getattr(pieces, "close", None):
                close()

    return answer


def announced(door: Door, host: str, port: int, locale: str) -> list[str]:
    """Return the lines for the terminal: where the page is, and one question answered."""
    shown = "127.0.0.1" if host in ("0.0.0.0", "::") else host
    answer = Conversation(door, locale=locale).say(QUESTION).speech
    lines = [
        f"Leg Day is at http://{f'[{shown}]' if ':' in shown else shown}:{port}",
        "",
        f'  You:      "{QUESTION}"',
        f'  Leg Day:  "{answer}"',
        "",
        "Ctrl-C ends it.",
    ]
    return lines if network.is_loopback(host) else [_warning(host), "", *lines]


def _warning(host: str) -> str:
    return (
        f"WARNING: {host} lets other machines in. Whoever reaches this address can talk to the "
        "skill and use its store. The page is for trying things, not for hosting: see `serve`."
    )
