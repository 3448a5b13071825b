"""Where assistants reach the tool: standard input and output, HTTP, or `/mcp` of the endpoint."""

import asyncio
import logging
import os
import sys
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import suppress
from hmac import compare_digest
from typing import Any

from mcp.server.transport_security import TransportSecuritySettings

from skill.hosting import logs
from skill.hosting.asgi import Application
from skill.hosting.network import listening
from skill.hosting.server import serve
from skill.simulator.nlu import understander
from skill.speakers.mcp.tool import mcp_server

LARGEST = 64 * 1024  # bytes of an HTTP request
TOKEN = "LEG_DAY_MCP_TOKEN"  # the variable with the token that is asked for over HTTP, if any


def serve_stdio() -> None:
    """Answer the assistant that has started this process, until it closes standard input."""
    logs.to_stdout(instead=sys.stderr)  # standard output is the assistant's
    logging.getLogger("skill.hosting").setLevel(logging.WARNING)
    _quieten()
    understander("en-US")
    with suppress(KeyboardInterrupt):
        mcp_server().run("stdio")


def serve_http(port: int, names: Sequence[str], say: Callable[[str], None]) -> None:
    """Answer assistants at http://127.0.0.1:port/mcp until SIGINT or SIGTERM.

    `names` are other names that a proxy on this machine is asked by (the Host header). Raises
    OSError, in one line, where it cannot listen.
    """
    listener = listening("127.0.0.1", port)
    known = [name for host in ("127.0.0.1", "localhost", *names) for name in (host, f"{host}:*")]
    origins = [f"https://{name}" for name in names] + ["http://127.0.0.1:*", "http://localhost:*"]
    security = TransportSecuritySettings(allowed_hosts=known, allowed_origins=origins)
    understander("en-US")
    say(f"Leg Day speaks MCP on http://127.0.0.1:{listener.getsockname()[1]}/mcp. Ctrl-C ends it.")
    logging.getLogger("skill.hosting").setLevel(logging.WARNING)  # we say it
    serve(lambda: StreamableHttp(security, paths=("/mcp",)), listener)


def beside(endpoint: Application) -> Application:
    """Return the ASGI application of `leg-day serve --mcp`: the endpoint, and the tool at /mcp.

    Whoever has the token may ask, by whatever name; no web page may.
    """
    understander("en-US")
    tool = StreamableHttp(TransportSecuritySettings(enable_dns_rebinding_protection=False))

    async def application(scope: Any, receive: Any, send: Any) -> None:
        await (tool if scope["path"] == "/mcp" else endpoint)(scope, receive, send)

    return application


class StreamableHttp:
    """The tool as an ASGI application: stateless, JSON, POST alone.

    Where the environment has a token, each request has to bring it (RFC 6750, as MCP has it).
    """

    def __init__(self, security: TransportSecuritySettings, paths: Sequence[str] = ()) -> None:
        """`security` says who may ask by which name; `paths` are those it has, all if none."""
        _quieten()
        server = mcp_server()
        server.streamable_http_app(
            json_response=True,
            stateless_http=True,
            max_request_body_size=LARGEST,
            transport_security=security,
        )
        self._manager, self._paths = server.session_manager, paths
        self._strict = security.enable_dns_rebinding_protection
        self._token = os.environ.get(TOKEN, "").encode()
        self._running: asyncio.Task[None] | None = None
        self._ready = asyncio.Event()

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        """Answer one request."""
        if self._paths and scope["path"] not in self._paths:
            await _empty(send, 404)
        elif scope["method"] != "POST":  # a stream of news: there are none
            await _empty(send, 405, [(b"allow", b"POST")])
        elif not self._strict and any(name == b"origin" for name, _ in scope["headers"]):
            await _empty(send, 403)
        elif not self._admits(dict(scope["headers"]).get(b"authorization", b"")):
            await _empty(send, 401, [(b"www-authenticate", b"Bearer")])
        else:
            self._running = self._running or asyncio.create_task(self._run())
            await self._ready.wait()
            await self._manager.handle_request(scope, receive, send)

    def _admits(self, authorization: bytes) -> bool:
        scheme, _, token = authorization.partition(b" ")
        known = scheme.lower() == b"bearer" and compare_digest(token.strip(), self._token)
        return known or not self._token

    async def _run(self) -> None:
        """Keep what the SDK needs while it answers, until the server's loop ends."""
        async with self._manager.run():
            self._ready.set()
            await asyncio.Event().wait()


async def _empty(
    send: Callable[[Mapping[str, Any]], Awaitable[None]],
    status: int,
    headers: Sequence[tuple[bytes, bytes]] = (),
) -> None:
    fields = [(b"content-length", b"0"), *headers]
    await send({"type": "http.response.start", "status": status, "headers": fields})
    await send({"type": "http.response.body", "body": b""})


def _quieten() -> None:
    for name in ("uvicorn", "mcp"):
        logging.getLogger(name).setLevel(logging.ERROR)  # their warnings quote what was sent
