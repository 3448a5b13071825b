"""The endpoint as an ASGI application: what `leg-day serve` runs."""

import asyncio
import re
from collections.abc import Awaitable, Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any

from skill import blocking
from skill.alexa.verification.envelope import MAX_BODY
from skill.alexa.verification.signature import SIGNATURE_HEADER, URL_HEADER
from skill.hosting.endpoint import Endpoint
from skill.hosting.logs import log_access
from skill.hosting.pages import pages

Scope = Mapping[str, Any]
Receive = Callable[[], Awaitable[Mapping[str, Any]]]
Send = Callable[[Mapping[str, Any]], Awaitable[None]]
Application = Callable[[Scope, Receive, Send], Awaitable[None]]
_Answer = tuple[int, Mapping[str, str], bytes]

# Above the number of requests that may wait for a fetch (96, skill.alexa.verification.keys).
THREADS = 128
_SIGNED = {name.lower().encode(): name for name in (URL_HEADER, SIGNATURE_HEADER)}
_JSON = {"Content-Type": "application/json"}
# RFC 3986's characters of a host, RFC 9110's optional port.
_HOST = re.compile(rb"(\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9._~!$&'()*+,;=%-]*)(:[0-9]*)?")


def asgi_app(endpoint: Endpoint) -> Application:
    """Return the ASGI application: "/" is the endpoint's, the rest are pages."""
    threads = ThreadPoolExecutor(THREADS, "blocking")

    async def answer(scope: Scope, receive: Receive) -> _Answer | None:
        body = await _body(receive)
        if body is None:
            log_access(400, "body.short", 0)
            return None
        work = partial(endpoint.answer, _signed(scope), body)
        try:
            status, content = blocking.nonblocking(work)
        except blocking.WouldBlock:
            status, content = await asyncio.get_running_loop().run_in_executor(threads, work)
        return status, _JSON if content else {}, content

    async def application(scope: Scope, receive: Receive, send: Send) -> None:
        found: _Answer | None
        if not _names_host(scope):
            found = 400, {}, b""
        elif scope["path"] == "/":
            post = scope["method"] == "POST"
            found = await answer(scope, receive) if post else (405, {"Allow": "POST"}, b"")
        else:
            found = _page(scope)
        if found:
            await _send(send, *found)

    return application


def _names_host(scope: Scope) -> bool:
    """Return whether the request has the one valid Host that RFC 9112, 3.2 demands."""
    hosts = [value for name, value in scope["headers"] if name == b"host"]
    if not hosts:
        return bool(scope["http_version"] == "1.0")
    return len(hosts) == 1 and _HOST.fullmatch(hosts[0].strip(b" \t")) is not None


def _signed(scope: Scope) -> dict[str, str]:
    """Return the headers that verification reads; repeated ones are joined, as HTTP has it."""
    found: dict[str, str] = {}
    for raw, value in scope["headers"]:
        if name := _SIGNED.get(raw):
            text = value.strip(b" \t").decode("latin-1")
            found[name] = f"{found[name]},{text}" if name in found else text
    return found


async def _body(receive: Receive) -> bytes | None:
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


def _page(scope: Scope) -> _Answer:
    page = pages().get(scope["path"])
    if page is None:
        return 404, {}, b""
    if scope["method"] not in ("GET", "HEAD"):
        return 405, {"Allow": "GET, HEAD"}, b""
    return 200, page.headers, page.content


async def _send(send: Send, status: int, headers: Mapping[str, str], content: bytes) -> None:
    fields = [(b"content-length", str(len(content)).encode())]
    fields += [(name.encode(), value.encode("latin-1")) for name, value in headers.items()]
    await send({"type": "http.response.start", "status": status, "headers": fields})
    await send({"type": "http.response.body", "body": content})
