"""What is remembered, for how long, and what strangers can make us do."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import pytest

from skill.alexa.verification import Bounds, Refused
from tests.alexa.verification.certificates import (
    NOW,
    bundle,
    leaf,
    signed,
    verifier,
    world,
)
from tests.alexa.verification.chain_host import ChainHost, answer, saying

BODY = b"{}"


@dataclass
class Desk:
    """A verifier with everything around it in the test's hands."""

    pem: Callable[[], bytes] = field(default=lambda: world().chain)
    now: datetime = NOW
    bounds: Bounds = field(default_factory=lambda: Bounds(failure_seconds=0.2))
    fetched: list[str] = field(default_factory=list)
    delay: float = 0.0

    def __post_init__(self) -> None:
        self.verifier = verifier(fetch=self._fetch, clock=lambda: self.now, bounds=self.bounds)

    def _fetch(self, url: str) -> bytes:
        self.fetched.append(url)
        time.sleep(self.delay)
        return self.pem()

    def ask(self, name: str = "x") -> str:
        """The reason for refusing a request that names this chain; "" when it is accepted."""
        url = f"https://s3.amazonaws.com/echo.api/{name}.pem"
        try:
            self.verifier.verify_signature(signed(BODY, url=url), BODY)
        except Refused as refused:
            return refused.reason
        return ""


def test_a_chain_is_fetched_once() -> None:
    desk = Desk()
    assert [desk.ask() for _ in range(5)] == [""] * 5
    assert desk.fetched == ["https://s3.amazonaws.com/echo.api/x.pem"]


def test_an_expired_chain_is_not_trusted_and_fetched_once_again() -> None:
    short = bundle(leaf(world().issuer, end=NOW + timedelta(hours=1), key=world().alexa.key))
    desk = Desk(pem=lambda: short + world().issuer.pem)
    assert desk.ask() == ""
    desk.now += timedelta(hours=2)
    assert [desk.ask(), desk.ask()] == ["chain.expired"] * 2
    assert len(desk.fetched) == 2


def test_a_chain_renewed_at_its_address_is_taken_when_the_old_one_expires() -> None:
    short = leaf(world().issuer, end=NOW + timedelta(hours=1), key=world().alexa.key)
    desk = Desk(pem=lambda: bundle(short, world().issuer))
    assert desk.ask() == ""
    desk.pem = lambda: world().chain
    desk.now += timedelta(hours=2)
    assert desk.ask() == ""
    assert len(desk.fetched) == 2


def test_bad_content_does_not_stay() -> None:
    desk = Desk(pem=lambda: b"<html>try later</html>")
    assert desk.ask() == "chain.pem"
    desk.pem = lambda: world().chain
    assert desk.ask() == "chain.pem"  # remembered for a moment
    time.sleep(0.3)
    assert desk.ask() == ""
    assert len(desk.fetched) == 2


def test_a_thousand_addresses_named_by_strangers() -> None:
    desk = Desk(pem=lambda: b"nothing here")
    reasons = {desk.ask(f"stranger-{number}") for number in range(1_000)}
    assert reasons == {"chain.pem", "fetch.limit"}
    assert len(desk.fetched) < 70


def test_what_is_known_is_answered_while_strangers_name_addresses() -> None:
    desk = Desk()
    assert desk.ask() == ""
    desk.pem = lambda: b"nothing here"
    for number in range(100):
        desk.ask(f"stranger-{number}")
        assert desk.ask() == ""


def test_chains_that_prove_good_do_not_use_up_the_limit() -> None:
    desk = Desk()
    assert {desk.ask(f"name-{number}") for number in range(200)} == {""}


def test_good_chains_are_bounded_too() -> None:
    desk = Desk(bounds=Bounds(keys=3))
    assert [desk.ask(f"name-{number}") for number in range(5)] == [""] * 5
    desk.ask("name-4")
    assert len(desk.fetched) == 5
    desk.ask("name-0")
    assert len(desk.fetched) == 6


def test_a_new_address_under_load_loses_no_request_and_is_fetched_once() -> None:
    desk = Desk(delay=0.3)
    with ThreadPoolExecutor(64) as pool:
        assert set(pool.map(lambda _: desk.ask(), range(200))) == {""}
    assert len(desk.fetched) == 1


def test_a_name_server_that_hangs_keeps_nobody_beyond_the_deadline() -> None:
    release = threading.Event()
    desk = Desk(bounds=Bounds(wait_seconds=0.3, fetches=2), pem=world_after(release))
    start = time.monotonic()
    assert desk.ask() == "fetch.timeout"
    assert desk.ask() == "fetch.timeout"  # still in the air: nobody waits for it any more
    assert time.monotonic() - start < 2
    assert len(desk.fetched) == 1
    assert desk.ask("y") == "fetch.timeout"
    assert desk.ask("z") == "fetch.limit"
    release.set()
    deadline = time.monotonic() + 4
    while desk.ask() != "" and time.monotonic() < deadline:
        time.sleep(0.05)
    assert desk.ask() == ""


def world_after(release: threading.Event) -> Callable[[], bytes]:
    def wait() -> bytes:
        release.wait(10)
        return world().chain

    return wait


def test_only_so_many_requests_wait() -> None:
    desk = Desk(delay=0.5, bounds=Bounds(waiters=4))
    with ThreadPoolExecutor(12) as pool:
        reasons = sorted(pool.map(lambda _: desk.ask(), range(12)))
    assert reasons == [""] * 4 + ["fetch.busy"] * 8


def test_a_malformed_request_causes_no_fetch() -> None:
    desk = Desk()
    headers = {**signed(BODY), "Signature-256": "not base64"}
    with pytest.raises(Refused):
        desk.verifier.verify_signature(headers, BODY)
    assert desk.fetched == []


def test_a_parser_that_breaks_is_a_refusal() -> None:
    def broken() -> bytes:
        raise RuntimeError("a parser's own fault")

    assert Desk(pem=broken).ask() == "chain.error"


def test_the_whole_way_with_a_real_host(host: ChainHost) -> None:
    host.script = saying(answer(world().chain))
    fetching = verifier(fetch=host.fetcher())
    fetching.verify_signature(signed(BODY), BODY)
    fetching.verify_signature(signed(BODY), BODY)
    assert host.paths == ["/echo.api/echo-api-cert.pem"]
