"""Where a signing chain may come from.

Rule (Alexa Skills Kit, "Host a custom skill as a web service"): after normalising, the scheme
is https and the host s3.amazonaws.com, both in either case; the port is absent or 443; the
path starts with /echo.api/, in this case. Whatever two parsers could read differently (user
info, backslashes, escapes, queries, empty segments) is refused instead of interpreted, so the
address judged is the address fetched.
"""

import re
from functools import lru_cache

from skill.alexa.verification.errors import Refused

HOST = "s3.amazonaws.com"
FOLDER = "/echo.api/"
# Genuine addresses have about 60 characters.
MAX_LENGTH = 512

_PARTS = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*)://([^/:]*)(:[^/]*)?(/.*)?")
_PRINTABLE = re.compile(r"[!-~]+")
# RFC 3986 calls these unreserved: they mean themselves, escaped or not.
_SEGMENT = re.compile(r"[A-Za-z0-9._~-]+")


@lru_cache(64)
def canonical(url: str) -> str:
    """Return the one spelling of a chain's address, fit to fetch and to use as a cache key.

    `url` is the SignatureCertChainUrl header as received. Raises Refused
    "url.length", ".characters", ".form", ".scheme", ".host", ".port", ".path".
    """
    if not 0 < len(url) <= MAX_LENGTH:
        raise Refused("url.length")
    if not _PRINTABLE.fullmatch(url):
        raise Refused("url.characters")
    parts = _PARTS.fullmatch(url)
    if parts is None:
        raise Refused("url.form")
    scheme, host, port, path = parts.groups()
    if scheme.lower() != "https":
        raise Refused("url.scheme")
    if host.lower() != HOST:
        raise Refused("url.host")
    if port not in (None, ":443"):
        raise Refused("url.port")
    return f"https://{HOST}{_without_dots(path or '/')}"


def _without_dots(path: str) -> str:
    """`path` with "." and ".." resolved; it must stay below FOLDER and name a file there."""
    kept: list[str] = []
    for segment in path[1:].split("/"):
        if not _SEGMENT.fullmatch(segment):
            raise Refused("url.path")
        if segment == "..":
            if not kept:
                raise Refused("url.path")
            kept.pop()
        elif segment != ".":
            kept.append(segment)
    resolved = "/" + "/".join(kept)
    if not resolved.startswith(FOLDER) or path.endswith(("/.", "/..")):
        raise Refused("url.path")
    return resolved
