"""Fetching from a real TLS server that does what it should, and what it should not."""

from __future__ import annotations

import socket
import ssl
import time
from pathlib import Path

import pytest

from skill.alexa.verification import Refused, RequestVerifier
from skill.alexa.verification.fetch import HttpsFetcher
from tests.alexa.verification.certificates import CHAIN_URL, SKILL_ID, authority, world
from tests.alexa.verification.chain_host import ChainHost, Script, answer, saying

CHUNKED = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"


def test_the_file_is_fetched_by_its_path(host: ChainHost) -> None:
    assert host.fetcher()(CHAIN_URL) == world().chain
    assert host.paths == ["/echo.api/echo-api-cert.pem"]


def test_a_chunked_answer_is_read_whole(host: ChainHost) -> None:
    host.script = saying(CHUNKED, b"5\r\nhello\r\n0\r\n\r\n")
    assert host.fetcher()(CHAIN_URL) == b"hello"


def test_an_answer_that_keeps_the_connection_open_is_not_waited_for(host: ChainHost) -> None:
    host.script = saying(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi", pause=2.5)
    start = time.monotonic()
    assert host.fetcher()(CHAIN_URL) == b"hi"
    assert time.monotonic() - start < 2


def _reset(client: ssl.SSLSocket) -> None:
    # Zero seconds to linger: closing sends a reset.
    client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
    client.close()


BAD: dict[str, tuple[Script, str]] = {
    "404": (saying(answer(b"gone", "404 Not Found")), "fetch.status"),
    "500": (saying(answer(b"", "500 Internal Server Error")), "fetch.status"),
    "redirect": (
        saying(answer(b"", "302 Found", "Location: https://evil.com/echo.api/x.pem")),
        "fetch.status",
    ),
    "compressed": (saying(answer(b"x", "200 OK", "Content-Encoding: gzip")), "fetch.status"),
    "partial": (saying(answer(b"x", "206 Partial Content")), "fetch.status"),
    "short read": (saying(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nshort"), "fetch.short"),
    "short chunk": (saying(CHUNKED, b"9\r\nshort"), "fetch.http"),
    "announced too large": (saying(answer(b"x" * 65_537)), "fetch.size"),
    "endless": (saying(CHUNKED, *[b"8000\r\n" + b"x" * 32_768 + b"\r\n"] * 9), "fetch.size"),
    "no HTTP": (saying(b"220 ready\r\n"), "fetch.http"),
    "nothing": (saying(), "fetch.http"),
    "endless header": (saying(b"HTTP/1.1 200 OK\r\nX: " + b"x" * 99_999), "fetch.http"),
}


@pytest.mark.parametrize(("script", "reason"), BAD.values(), ids=BAD.keys())
def test_refused(host: ChainHost, script: Script, reason: str) -> None:
    host.script = script
    with pytest.raises(Refused) as refused:
        host.fetcher()(CHAIN_URL)
    assert refused.value.reason == reason
    assert len(host.paths) == 1


def test_a_reset_is_refused(host: ChainHost) -> None:
    host.script = _reset
    with pytest.raises(Refused) as refused:
        host.fetcher()(CHAIN_URL)
    # What TLS makes of a reset depends on how far it had read.
    assert refused.value.reason in {"fetch.connection", "fetch.tls", "fetch.http"}


SLOW: dict[str, Script] = {
    "hangs": saying(b"", pause=2),
    "drips its headers": saying(*[bytes([byte]) for byte in answer(b"x")], pause=0.2),
    "drips its body": saying(
        b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n", *[b"x"] * 9, pause=0.2
    ),
}


@pytest.mark.parametrize("script", SLOW.values(), ids=SLOW.keys())
def test_the_deadline_is_for_everything(host: ChainHost, script: Script) -> None:
    host.script = script
    start = time.monotonic()
    with pytest.raises(Refused, match=r"fetch\.timeout"):
        host.fetcher(deadline=0.5)(CHAIN_URL)
    assert time.monotonic() - start < 2


def test_the_default_deadline_leaves_room_within_four_seconds() -> None:
    assert HttpsFetcher(Path("unused")).deadline == 3


def test_fetching_and_judging_trust_the_same_file(
    host: ChainHost, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(host.roots_file))
    verifier = RequestVerifier(SKILL_ID)
    assert verifier._fetch == HttpsFetcher(host.roots_file, port=443)


def test_a_host_that_shows_no_certificate_of_ours_is_not_asked(
    host: ChainHost, tmp_path: Path
) -> None:
    others = tmp_path / "others.pem"
    others.write_bytes(authority("Another Root").pem)
    with pytest.raises(Refused, match=r"fetch\.tls"):
        HttpsFetcher(others, port=host.port)(CHAIN_URL)
    assert host.paths == []


def test_a_certificate_for_another_name_is_refused(host: ChainHost) -> None:
    with pytest.raises(Refused, match=r"fetch\.tls"):
        host.fetcher()("https://localhost/echo.api/x.pem")


def test_nobody_listens(host: ChainHost) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    with pytest.raises(Refused, match=r"fetch\.connection"):
        HttpsFetcher(host.roots_file, port=port)(CHAIN_URL)


def test_an_unknown_name(host: ChainHost) -> None:
    with pytest.raises(Refused, match=r"fetch\.connection"):
        host.fetcher()("https://nowhere.invalid/echo.api/x.pem")
