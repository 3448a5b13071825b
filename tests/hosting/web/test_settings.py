"""What is wrong with the settings is said in one line, before anything starts."""

from __future__ import annotations

import socket
from pathlib import Path
from typing import Any

import pytest

from skill.hosting.server import ConfigurationError, ServerSettings
from tests.alexa.verification.certificates import world
from tests.hosting.web.served import free_port


def test_loopback_by_default() -> None:
    assert ServerSettings().host == "127.0.0.1"


def test_a_name_becomes_an_address() -> None:
    with ServerSettings("localhost", free_port()).listener() as listening:
        assert listening.getsockname()[0] in {"127.0.0.1", "::1"}


WRONG: dict[str, tuple[dict[str, Any], str]] = {
    "only a certificate": ({"tls_cert": Path("a")}, "TLS needs both a certificate and its key"),
    "only a key": ({"tls_key": Path("a")}, "TLS needs both a certificate and its key"),
    "no such files": (
        {"tls_cert": Path("a"), "tls_key": Path("b")},
        "cannot use the TLS certificate and key",
    ),
    "unknown host": ({"host": "nowhere.invalid"}, "cannot listen on nowhere.invalid:"),
    "another machine's address": ({"host": "192.0.2.1"}, "cannot listen on 192.0.2.1:"),
}


@pytest.mark.parametrize(("given", "message"), WRONG.values(), ids=WRONG.keys())
def test_wrong(given: dict[str, Any], message: str) -> None:
    with pytest.raises(ConfigurationError) as error:
        ServerSettings(**{"port": free_port(), **given}).listener()
    assert str(error.value).startswith(message)
    assert "\n" not in str(error.value)


def test_a_certificate_that_is_none(tmp_path: Path) -> None:
    file = tmp_path / "certificate.pem"
    file.write_bytes(world().alexa.pem)
    with pytest.raises(ConfigurationError, match="cannot use the TLS certificate and key"):
        ServerSettings(port=free_port(), tls_cert=file, tls_key=file).listener()


def test_a_port_in_use() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(ConfigurationError, match=f"127.0.0.1:{port}: Address already in use"):
            ServerSettings(port=port).listener()
