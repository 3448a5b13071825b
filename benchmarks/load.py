"""The load: one request, again and again, over connections that stay open.

A process of its own:  python -m benchmarks.load '{"port": 1, "connections": 4, ...}'
In: JSON with port, connections, seconds or requests (what ends it), and request (base64).
Out: JSON with answers, seconds, and the median, p99 and longest time of an answer in ms.
Each connection sends its next request when the last is answered (a closed loop), so a server
that is slow is asked less. Errors: any status but 200 ends it with exit status 1.
"""

from __future__ import annotations

import asyncio
import base64
import gc
import json
import re
import subprocess
import sys
import time
from typing import Any

from benchmarks.cores import on_core

_LENGTH = re.compile(rb"content-length: *(\d+)", re.IGNORECASE)


class _Connection(asyncio.Protocol):
    """One client; `times` gets the seconds of each answer until `end` or its share is done."""

    def __init__(self, request: bytes, times: list[float], end: float, share: float) -> None:
        self._request, self._times, self._end, self._share = request, times, end, share
        self._read = b""
        self.done: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def connection_made(self, transport: Any) -> None:
        self._transport = transport
        self._send()

    def _send(self) -> None:
        self._sent = time.perf_counter()
        self._transport.write(self._request)

    def data_received(self, data: bytes) -> None:
        self._read += data
        head = self._read.find(b"\r\n\r\n")
        length = _LENGTH.search(self._read, 0, head) if head >= 0 else None
        if length is None or len(self._read) < head + 4 + int(length[1]):
            return
        now = time.perf_counter()
        if not self._read.startswith(b"HTTP/1.1 200"):
            self._fail(RuntimeError(self._read[:300].decode("latin-1")))
            return
        self._times.append(now - self._sent)
        self._read = b""
        self._share -= 1
        if now < self._end and self._share > 0:
            self._send()
        elif not self.done.done():
            self.done.set_result(None)
            self._transport.close()

    def connection_lost(self, _error: Exception | None) -> None:
        self._fail(ConnectionError("the server closed the connection"))

    def _fail(self, error: Exception) -> None:
        if not self.done.done():
            self.done.set_exception(error)


async def _run(order: dict[str, Any]) -> dict[str, float]:
    times: list[float] = []
    request, loop = base64.b64decode(order["request"]), asyncio.get_running_loop()
    start = time.perf_counter()
    end = start + order.get("seconds", float("inf"))
    share = order.get("requests", float("inf")) / order["connections"]
    made = [
        await loop.create_connection(
            lambda: _Connection(request, times, end, share), "127.0.0.1", order["port"]
        )
        for _ in range(order["connections"])
    ]
    await asyncio.gather(*(connection.done for _, connection in made))
    seconds = time.perf_counter() - start
    times.sort()
    return {
        "answers": len(times),
        "seconds": seconds,
        "median": times[len(times) // 2] * 1_000,
        "p99": times[int(len(times) * 0.99)] * 1_000,
        "longest": times[-1] * 1_000,
    }


def load(port: int, request: bytes, connections: int = 4, **end: float) -> dict[str, float]:
    """Run it in a process of its own on the second core. `end`: seconds=... or requests=..."""
    order: dict[str, Any] = {"port": port, "connections": connections, **end}
    order["request"] = base64.b64encode(request).decode()
    ran = subprocess.run(
        [sys.executable, "-m", "benchmarks.load", json.dumps(order)],
        preexec_fn=on_core(1),
        stdout=subprocess.PIPE,
        check=True,
    )
    found: dict[str, float] = json.loads(ran.stdout)
    return found


def http_request(body: bytes, headers: dict[str, str]) -> bytes:
    """The bytes of one POST."""
    sent = {
        "Host": "127.0.0.1",
        "Content-Type": "application/json; charset=utf-8",
        "Content-Length": str(len(body)),
        **headers,
    }
    lines = ["POST / HTTP/1.1", *(f"{name}: {value}" for name, value in sent.items())]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


if __name__ == "__main__":
    gc.disable()  # its pauses would count as the server's
    print(json.dumps(asyncio.run(_run(json.loads(sys.argv[1])))))
