"""The server as it runs for real: a process of its own, real sockets, a real chain host."""

from __future__ import annotations

import json
import select
import signal
import ssl
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from skill.verification.body import MAX_BODY
from tests.verification.certificates import authority, issue, usage, world
from tests.verification.chain_host import ANY_TIME, ChainHost, Script, answer, saying
from tests.web.served import Served, request_of, served

HOST_IS_FINE = saying(answer(world().chain))


@pytest.fixture(scope="module")
def chain_host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ChainHost]:
    with ChainHost.started(tmp_path_factory.mktemp("host")) as host:
        yield host


@pytest.fixture(scope="module")
def server(chain_host: ChainHost, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with served(tmp_path_factory.mktemp("server"), chain_host) as running:
        assert running.post(*request_of()) == 200
        yield running


def _answered_at_once(server: Served) -> bool:
    start = time.monotonic()
    return server.post(*request_of()) == 200 and time.monotonic() - start < 1


def test_a_request_is_answered_on_the_whole_way(server: Served) -> None:
    assert server.post(*request_of()) == 200
    body, headers = request_of()
    assert server.post(body + b" ", headers) == 400
    assert server.exchange("GET", "/", None, {}, 5) == 405
    assert server.exchange("GET", "/nowhere", None, {}, 5) == 404


def test_many_at_once(server: Served) -> None:
    with ThreadPoolExecutor(32) as pool:
        statuses = list(pool.map(lambda _: server.post(*request_of()), range(200)))
    assert statuses == [200] * 200


@pytest.mark.parametrize("size", [MAX_BODY + 1, 10_000_000])
def test_too_large(server: Served, size: int) -> None:
    _, headers = request_of()
    assert server.post(b"x" * size, headers) == 413
    pieces = iter([b"x" * 65_536] * (size // 65_536 + 1))  # chunked: no length is announced
    assert server.exchange("POST", "/", pieces, headers, 8) == 413


def test_chunks_are_put_together(server: Served) -> None:
    body, headers = request_of()
    assert server.exchange("POST", "/", iter([body[:9], body[9:]]), headers, 8) == 200


def test_a_name_with_an_underscore_does_not_pass_for_one_with_a_hyphen(server: Served) -> None:
    body, headers = request_of()
    headers["Signature_256"] = headers.pop("Signature-256")
    assert server.post(body, headers) == 400


def test_large_headers_are_refused(server: Served) -> None:
    with server.connect(b"GET /healthz HTTP/1.1\r\nX: " + b"x" * 20_000) as client:
        assert client.recv(99).startswith(b"HTTP/1.1 431")


def test_what_is_no_http_is_refused(server: Served) -> None:
    with server.connect(b"\x16\x03\x01 hello\r\n\r\n") as client:
        assert client.recv(999).startswith(b"HTTP/1.1 400")


HALVES = {
    "idle": b"",
    "half a head": b"POST / HTTP/1.1\r\nHost: x\r\n",
    "half a body": b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 99\r\n\r\nhalf",
    "half a chunk": b"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n9\r\nhalf",
}


def test_hundreds_of_slow_clients_stop_nobody_and_are_let_go(server: Served) -> None:
    slow = {name: [server.connect(sent) for _ in range(200)] for name, sent in HALVES.items()}
    start = time.monotonic()
    assert all(_answered_at_once(server) for _ in range(20))
    waiting = [client for clients in slow.values() for client in clients]
    while waiting and time.monotonic() - start < 9:
        gone, _, _ = select.select(waiting, [], [], 1)
        waiting = [client for client in waiting if client not in gone]
    assert waiting == []
    assert slow["half a body"][0].recv(99).startswith(b"HTTP/1.1 400")
    for clients in slow.values():
        for client in clients:
            client.close()


def _long(client: ssl.SSLSocket) -> None:
    client.sendall(answer(b"x" * 10_000_000))


TROUBLE: dict[str, Script] = {
    "hangs": saying(b"", pause=5),
    "drips": saying(*[bytes([byte]) for byte in answer(b"x" * 99)], pause=0.2),
    "redirects": saying(answer(b"", "302 Found", "Location: https://evil.com/")),
    "sends 10 MB": _long,
    "404": saying(answer(b"", "404 Not Found")),
}


@pytest.mark.parametrize("trouble", TROUBLE)
def test_while_the_chain_host_is_in_trouble(
    server: Served, chain_host: ChainHost, trouble: str
) -> None:
    chain_host.script = TROUBLE[trouble]
    url = f"https://s3.amazonaws.com/echo.api/{trouble.replace(' ', '-')}.pem"
    start = time.monotonic()
    with ThreadPoolExecutor(16) as pool:
        asking = [pool.submit(server.post, *request_of(url=url)) for _ in range(16)]
        assert all(_answered_at_once(server) for _ in range(10))
        assert [each.result() for each in asking] == [400] * 16
    assert time.monotonic() - start < 4
    chain_host.script = HOST_IS_FINE


def test_a_new_address_under_load_loses_no_request(server: Served, chain_host: ChainHost) -> None:
    chain_host.paths.clear()
    chain_host.script = saying(b"", answer(world().chain), pause=0.5)
    url = "https://s3.amazonaws.com/echo.api/rotated.pem"
    with ThreadPoolExecutor(64) as pool:
        statuses = list(pool.map(lambda _: server.post(*request_of(url=url)), range(128)))
    assert statuses == [200] * 128
    assert chain_host.paths == ["/echo.api/rotated.pem"]
    chain_host.script = HOST_IS_FINE


def test_a_thousand_addresses_of_strangers(server: Served, chain_host: ChainHost) -> None:
    chain_host.script = TROUBLE["404"]
    chain_host.paths.clear()
    with ThreadPoolExecutor(8) as pool:
        urls = [f"https://s3.amazonaws.com/echo.api/stranger-{n}.pem" for n in range(1_000)]
        statuses = set(pool.map(lambda url: server.post(*request_of(url=url)), urls))
    assert statuses == {400}
    assert len(chain_host.paths) < 100
    assert _answered_at_once(server)
    chain_host.script = HOST_IS_FINE


def test_a_broken_handler_is_an_apology(server: Served) -> None:
    assert server.post(*request_of("broken")) == 200


def test_slow_handlers_do_not_delay_others(server: Served) -> None:
    with ThreadPoolExecutor(40) as pool:
        slow = [pool.submit(server.post, *request_of("slow")) for _ in range(40)]
        time.sleep(0.2)
        assert _answered_at_once(server)
        assert [each.result() for each in slow] == [200] * 40


@pytest.mark.parametrize("stop", [signal.SIGTERM, signal.SIGINT])
def test_every_accepted_request_is_answered_when_it_stops(
    chain_host: ChainHost, tmp_path: Path, stop: signal.Signals
) -> None:
    with served(tmp_path, chain_host, workers=2) as server, ThreadPoolExecutor(20) as pool:
        assert server.post(*request_of()) == 200
        body, headers = request_of()
        head = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
        half = server.connect(
            f"POST / HTTP/1.1\r\nHost: x\r\n{head}Content-Length: {len(body)}\r\n\r\n".encode()
        )
        under_way = [pool.submit(server.post, *request_of("slow")) for _ in range(20)]
        time.sleep(0.5)
        server.process.send_signal(stop)
        time.sleep(0.2)
        half.sendall(body)
        assert half.recv(999).startswith(b"HTTP/1.1 200")
        half.close()
        assert [each.result() for each in under_way] == [200] * 20
        with pytest.raises(ConnectionRefusedError):
            server.connect()
        assert server.process.wait(timeout=30) == 0
    output = server.log.read_text()
    logged = [json.loads(line) for line in output.splitlines()]
    assert [line["status"] for line in logged if "status" in line] == [200] * 22
    assert "someone" not in output
    assert "127.0.0.1:" not in output.replace(f"127.0.0.1:{server.port}", "")


def _pem_files(folder: Path) -> tuple[Path, Path, Path]:
    """root, certificate, key"""
    root = authority("Own Root", **ANY_TIME)
    signing = usage(digital_signature=True)
    site = issue("localhost", root, san=["localhost"], key_usage=signing, **ANY_TIME)
    files = folder / "tls-root.pem", folder / "tls.pem", folder / "tls.key"
    files[0].write_bytes(root.pem)
    files[1].write_bytes(site.pem)
    files[2].write_bytes(site.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    return files


def test_its_own_tls(chain_host: ChainHost, tmp_path: Path) -> None:
    root, certificate, key = _pem_files(tmp_path)
    context = ssl.create_default_context(cafile=str(root))
    files = {"tls_cert": str(certificate), "tls_key": str(key)}
    with (
        served(tmp_path, chain_host, **files) as server,
        context.wrap_socket(server.connect(), server_hostname="localhost") as client,
    ):
        client.sendall(b"GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        assert client.recv(999).startswith(b"HTTP/1.1 200")
        assert client.version() in {"TLSv1.2", "TLSv1.3"}
