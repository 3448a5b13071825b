"""The endpoint as an ASGI application: what `leg-day serve` runs."""

import asyncio
import re
from collections.abc import Awaitable, Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any

from skill import blocking
from skill.alexa.verification.envelope import MAX_BODY
from skill.alexa.verification.keys import DEFAULT_BOUNDS
from skill.alexa.verification.signature import SIGNATURE_HEADER, URL_HEADER
from skill.hosting.endpoint import Endpoint
from skill.hosting.logs import log_access
from skill.hosting.pages import pages

_Scope = Mapping[str, Any]
_Receive = Callable[[], Awaitable[Mapping[str, Any]]]
Application = Callable[[Any, Any, Any], Awaitable[None]]  # scope, receive, send
_Answer = tuple[int, list[tuple[bytes, bytes]], bytes]

# Those that wait for a fetch leave threads to those that wait for a database.
THREADS = DEFAULT_BOUNDS.waiters + 32
_HEADERS = {name.lower().encode(): name for name in ("Host", URL_HEADER, SIGNATURE_HEADER)}
_JSON = [(b"content-type", b"application/json")]
# RFC 3986's characters of a host, RFC 9110's optional port.
_HOST = re.compile(r"(\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9._~!$&'()*+,;=%-]*)(:[0-9]*)?")


def asgi_app(endpoint: Endpoint) -> Application:
    """Return the ASGI application: "/" is the endpoint's, the rest are pages."""
    threads = ThreadPoolExecutor(THREADS, "blocking")

    async def answer(scope: _Scope, receive: _Receive) -> _Answer:
        headers, page = _headers(scope), pages().get(scope["path"])
        allowed = "GET, HEAD" if page else "POST"
        # RFC 9112, 3.2: one valid Host; HTTP/1.0 may have none. Repeated, it has a space in it.
        if not _HOST.fullmatch(headers.get("Host", "" if scope["http_version"] == "1.0" else " ")):
            return 400, [], b""
        if not page and scope["path"] != "/":
            return 404, [], b""
        if scope["method"] not in allowed.split(", "):
            return 405, [(b"allow", allowed.encode())], b""
        if page:
            fields = [(name.encode(), text.encode()) for name, text in page.headers.items()]
            return 200, fields, page.content
        body = await _body(receive)
        if body is None:
            log_access(400, "body.short", 0)
            return 400, [], b""  # nobody is there to read it
        work = partial(endpoint.answer, headers, body)
        try:
            status, content = blocking.nonblocking(work)
        except blocking.WouldBlock:
            status, content = await asyncio.get_running_loop().run_in_executor(threads, work)
        return status, _JSON if content else [], content

    async def application(scope: _Scope, receive: _Receive, send: Any) -> None:
        status, fields, content = await answer(scope, receive)
        fields = [(b"content-length", b"%d" % len(content)), *fields]
        await send({"type": "http.response.start", "status": status, "headers": fields})
        await send({"type": "http.response.body", "body": content})

    return application


def _headers(scope: _Scope) -> dict[str, str]:
    """Return the headers that are read; repeated ones are joined, as HTTP has it."""
    found: dict[str, str] = {}
    for raw, value in scope["headers"]:
        if name := _HEADERS.get(raw):
            text = value.strip(b" \t").decode("latin-1")
            found[name] = f"{found[name]}, {text}" if name in found else text
    return found


async def _body(receive: _Receive) -> bytes | None:
    """Return the body, None where the client left in the middle.

    Of one that is too large no more is kept than shows it; it is read to its end, because a client
    that is still sending would not hear the answer.
    """
    body = bytearray()
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            return None
        if len(body) <= MAX_BODY:
            body += message.get("body", b"")
        if not message.get("more_body"):
            return bytes(body)
