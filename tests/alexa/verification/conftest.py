"""A chain host on loopback: real TLS, and every way a host can misbehave."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.alexa.verification.chain_host import ChainHost


@pytest.fixture
def host(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ChainHost]:
    """s3.amazonaws.com as far as this process can tell, certified by the test's own authority."""
    with ChainHost.started(tmp_path) as started:
        started.take_over(monkeypatch)
        yield started
