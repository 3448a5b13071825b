"""Slow clients, a chain host in trouble, strangers: none of them delays anybody else."""

from __future__ import annotations

import resource
import select
import ssl
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.alexa.verification.certificates import world
from tests.alexa.verification.chain_host import ChainHost, Script, answer, saying
from tests.hosting.web.served import Served, request_of

HOST_IS_FINE = saying(answer(world().chain))


def _answered_at_once(server: Served) -> bool:
    start = time.monotonic()
    return server.post(*request_of()) == 200 and time.monotonic() - start < 1


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


def test_thousands_of_idle_clients_that_come_back_shut_nobody_out(server: Served) -> None:
    _allow_open_files(4_096)
    idle = [server.connect() for _ in range(2_000)]
    try:
        for number in range(300):
            assert server.post(*request_of()) == 200
            idle[number].close()
            idle[number] = server.connect()
    finally:
        for client in idle:
            client.close()


def _allow_open_files(wanted: int) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (min(wanted, hard), hard))


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


def test_clients_that_leave_before_the_answer_cost_nothing(server: Served) -> None:
    body, headers = request_of("slow")
    head = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    whole = f"POST / HTTP/1.1\r\nHost: x\r\n{head}Content-Length: {len(body)}\r\n\r\n".encode()
    for _ in range(12):
        server.connect(whole + body).close()
    time.sleep(1.5)
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(lambda _: _answered_at_once(server), range(40))) == [True] * 40
    assert "the application failed" not in server.log.read_text()


def test_slow_handlers_do_not_delay_others(server: Served) -> None:
    with ThreadPoolExecutor(40) as pool:
        slow = [pool.submit(server.post, *request_of("slow")) for _ in range(40)]
        time.sleep(0.2)
        assert _answered_at_once(server)
        assert [each.result() for each in slow] == [200] * 40
