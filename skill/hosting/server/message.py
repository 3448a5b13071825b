"""One HTTP request, complete, and what is answered."""

from __future__ import annotations

from dataclasses import dataclass, field

Headers = list[tuple[str, str]]
# Status, headers (all but Date and Connection), content.
Answer = tuple[int, Headers, bytes]


@dataclass(slots=True)
class Request:
    """`path` and `query` as sent; header names in lower case. `length` is that of the body as it
    came; `body` is empty where that is too much to keep."""

    method: str = ""
    path: str = ""
    query: str = ""
    headers: list[tuple[bytes, bytes]] = field(default_factory=list)
    body: bytes = b""
    length: int = 0
    keep_alive: bool = True
