"""A verifier that trusts the tests' authority, and a chain host on loopback with real TLS."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from skill.alexa.verification import RequestVerifier
from tests.alexa.verification.certificates import verifier
from tests.alexa.verification.chain_host import ChainHost


@pytest.fixture(scope="module", name="verifier")
def _verifier() -> RequestVerifier:
    return verifier()


@pytest.fixture
def host(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ChainHost]:
    """s3.amazonaws.com as far as this process can tell, certified by the test's own authority."""
    with ChainHost.started(tmp_path) as started:
        started.take_over(monkeypatch)
        yield started
