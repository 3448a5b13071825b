"""What one connection may do: several requests, other versions, and what no friend would."""

from __future__ import annotations

import socket
import time
from contextlib import suppress

import pytest

from tests.hosting.web.served import Served, raw, request_of

HEALTH = b"GET /healthz HTTP/1.1\r\nHost: x\r\n"


def statuses(answers: bytes) -> list[int]:
    return [int(each[:3]) for each in answers.split(b"HTTP/1.1 ")[1:]]


def all_of(client: socket.socket) -> bytes:
    found = b""
    while piece := client.recv(65_536):
        found += piece
    return found


def test_requests_sent_at_once_are_answered_in_their_order(server: Served) -> None:
    sent = HEALTH + b"\r\n" + raw() + HEALTH + b"Connection: close\r\n\r\n"
    with server.connect(sent) as client:
        answers = all_of(client).split(b"HTTP/1.1 ")[1:]
    assert [answer[:3] for answer in answers] == [b"200"] * 3
    assert [b"Hello." in answer for answer in answers] == [False, True, False]


def test_one_that_the_network_cuts_after_several_is_none_too_large(server: Served) -> None:
    first = raw(more=f"X: {'x' * 9_000}\r\n") * 2
    last = raw(more="Connection: close\r\n")
    with server.connect(first + last[:99]) as client:
        time.sleep(0.3)
        client.sendall(last[99:])
        assert statuses(all_of(client)) == [200] * 3


def test_more_at_once_than_anybody_needs_are_not_read(server: Served) -> None:
    with server.connect((HEALTH + b"\r\n") * 99) as client:
        assert statuses(all_of(client)) == [200] * 33


@pytest.mark.parametrize("then", [b"\x16\x03 hello\r\n\r\n", b"GET / HTTP/1.1\r\nHost : x\r\n\r\n"])
def test_what_came_before_nonsense_is_answered(server: Served, then: bytes) -> None:
    with server.connect(HEALTH + b"\r\n" + raw() + then) as client:
        assert statuses(all_of(client)) == [200, 200]


def test_nothing_is_answered_after_a_request_to_close(server: Served) -> None:
    with server.connect(HEALTH + b"Connection: close\r\n\r\n" + HEALTH + b"\r\n") as client:
        assert statuses(all_of(client)) == [200]


def test_who_has_said_all_may_still_listen(server: Served) -> None:
    with server.connect(HEALTH + b"\r\n" + raw()) as client:
        client.shutdown(socket.SHUT_WR)
        assert statuses(all_of(client)) == [200, 200]


def test_who_does_not_read_is_cut_off(server: Served) -> None:
    """The answers fill the pipe, no more requests are read, and after 5 s it is over."""
    page = f"GET /privacy HTTP/1.1\r\nHost: x\r\nX: {'x' * 9_000}\r\n\r\n".encode()
    end = time.monotonic() + 15
    with server.connect() as client:
        client.settimeout(0.5)
        with pytest.raises(ConnectionError):
            send_until(client, page, end)
    assert server.post(*request_of()) == 200


def send_until(client: socket.socket, data: bytes, end: float) -> None:
    """The same data again and again, whether the pipe is full or not."""
    left = b""
    while time.monotonic() < end:
        left = left or data
        with suppress(TimeoutError):
            left = left[client.send(left) :]


def test_http_1_0_is_answered_and_closed(server: Served) -> None:
    with server.connect(raw("1.0")) as client:
        answer = all_of(client)
    assert answer.startswith(b"HTTP/1.1 200 OK\r\n")
    assert b"\r\nconnection: close\r\n" in answer


def test_who_asks_before_sending_is_told_to_go_on(server: Served) -> None:
    sent = raw(more="Expect: 100-continue\r\nConnection: close\r\n")
    head = sent.index(b"\r\n\r\n") + 4
    with server.connect(raw() + sent[:head]) as client:
        first = client.recv(999)
        while b" 100 Continue" not in first:
            first += client.recv(999)
        assert statuses(first) == [200, 100]
        client.sendall(sent[head:])
        assert statuses(all_of(client)) == [200]


@pytest.mark.parametrize(("version", "expect"), [("1.0", "100-continue"), ("1.1", "tea")])
def test_who_does_not_ask_is_not_told(server: Served, version: str, expect: str) -> None:
    with server.connect(raw(version, f"Expect: {expect}\r\nConnection: close\r\n")) as client:
        assert statuses(all_of(client)) == [200]


@pytest.mark.parametrize("more", ["X: " + "x" * 600_000, "a: b\r\n" * 100_000])
def test_a_head_without_end_is_cut_off(server: Served, more: str) -> None:
    with server.connect() as client, suppress(ConnectionError):
        client.sendall(raw(more=more)[: len(more)])
        assert statuses(all_of(client)) == [400]
    assert server.post(*request_of()) == 200


def test_requests_ahead_wait_however_slow_we_are(server: Served) -> None:
    """Seven that take a second each, on one connection: longer than our patience with a client."""
    with server.connect(raw(user="slow") * 7 + raw(more="Connection: close\r\n")) as client:
        assert statuses(all_of(client)) == [200] * 8


def test_an_endless_trailer_is_cut_off(server: Served) -> None:
    head = b"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n0\r\nX: "
    with server.connect(head + b"x" * 20_000) as client:
        assert client.recv(99).startswith(b"HTTP/1.1 400")


def test_a_signature_behind_the_body_is_none(server: Served) -> None:
    body, headers = request_of()
    trailers = "".join(f"{name}: {value}\r\n" for name, value in headers.items()).encode()
    head = b"POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n"
    with server.connect(head + b"%x\r\n%b\r\n0\r\n%b\r\n" % (len(body), body, trailers)) as client:
        assert statuses(all_of(client)) == [400]


def test_the_answer_to_head_has_no_body(server: Served) -> None:
    with server.connect(
        b"HEAD /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
    ) as client:
        answer = all_of(client)
    assert answer.startswith(b"HTTP/1.1 200")
    assert answer.endswith(b"\r\n\r\n")
    assert answer.lower().count(b"content-length: 3\r\n") == 1


UPGRADE = (
    "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n"
)


@pytest.mark.parametrize("cut", [None, 50, -50])
def test_who_offers_http_2_is_answered_in_http_1_1(server: Served, cut: int | None) -> None:
    """So ask curl --http2 and Java's client; their body must not be lost."""
    sent = raw(more=UPGRADE)
    with server.connect(sent[:cut]) as client:
        if cut:
            time.sleep(0.2)
            client.sendall(sent[cut:])
        client.sendall(raw(more="Connection: close\r\n"))
        assert statuses(all_of(client)) == [200, 200]


def test_nobody_is_connected_to_others(server: Served) -> None:
    with server.connect(b"CONNECT example.com:443 HTTP/1.1\r\nHost: example.com:443\r\n\r\n") as it:
        assert statuses(all_of(it)) == [400]


@pytest.mark.parametrize(
    ("version", "hosts", "status"),
    [
        ("1.1", "Host: x\r\n", 200),
        ("1.1", "Host: skill.example.com:8443\r\n", 200),
        ("1.1", "Host: [::1]:80\r\n", 200),
        ("1.1", "Host: x \r\n", 200),
        ("1.0", "", 200),
        ("1.1", "", 400),
        ("1.1", "Host: x\r\nHost: x\r\n", 400),
        ("1.1", "Host: x y\r\n", 400),
        ("1.1", "Host: x/y\r\n", 400),
        ("1.1", "Host: user@x\r\n", 400),
        ("1.1", "Host: x:http\r\n", 400),
        ("0.9", "", 400),
        ("2.0", "Host: x\r\n", 400),
    ],
)
def test_one_host_that_is_one(server: Served, version: str, hosts: str, status: int) -> None:
    sent = f"GET /healthz HTTP/{version}\r\n{hosts}Connection: close\r\n\r\n"
    with server.connect(sent.encode()) as client:
        assert statuses(all_of(client)) == [status]


def test_spaces_after_a_header_do_not_belong_to_it(server: Served) -> None:
    body, headers = request_of()
    spaced = {name: f"{value} \t" for name, value in headers.items()}
    assert server.post(body, spaced) == 200


ODD = [
    b"OPTIONS * HTTP/1.1\r\nHost: x\r\n",
    b"GET http://x/healthz HTTP/1.1\r\nHost: x\r\n",
    b"GET /%ff%00 HTTP/1.1\r\nHost: x\r\n",
    b"GET /\xff HTTP/1.1\r\nHost: x\r\n",
    b"GET //x//y?z HTTP/1.1\r\nHost: x\r\n",
    b"GET http://[ HTTP/1.1\r\nHost: x\r\n",
    b"PRI * HTTP/2.0\r\n\r\nSM\r\n",
    b"BREW /healthz HTTP/1.1\r\nHost: x\r\n",
    b"DELETE /privacy HTTP/1.1\r\nHost: x\r\n",
    b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n",
    b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n",
    b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\nTransfer-Encoding: chunked\r\n",
    b"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
    b"POST / HTTP/1.1\r\nHost: x\r\nSignature-256: \xff\r\nSignatureCertChainUrl: \xff\r\n",
    b"POST / HTTP/1.1\r\nHost: x\r\nSignature-256: a\r\nSignature-256: b\r\n",
    b"GET /healthz HTTP/1.1\r\nHost: \xff\r\n",
    b"GET /healthz HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n",
]


@pytest.mark.parametrize("head", ODD, ids=repr)
def test_no_mistake_of_a_client_is_a_fault_of_ours(server: Served, head: bytes) -> None:
    with server.connect(head + b"Connection: close\r\n\r\n") as client:
        client.shutdown(socket.SHUT_WR)
        (status,) = statuses(all_of(client))
    assert status < 500
    assert server.post(*request_of()) == 200
