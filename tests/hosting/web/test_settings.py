"""What is wrong with the settings is said in one line, before anything starts."""

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from skill.alexa.verification import ConfigurationError
from skill.hosting.asgi import Application
from skill.hosting.network import listening
from skill.hosting.server import serve
from tests.alexa.verification.certificates import world
from tests.hosting.web.served import free_port


def test_a_name_becomes_an_address() -> None:
    with listening("localhost", free_port()) as listener:
        assert listener.getsockname()[0] in {"127.0.0.1", "::1"}


@pytest.mark.parametrize("host", ["nowhere.invalid", "192.0.2.1"])
def test_where_it_cannot_listen(host: str) -> None:
    with pytest.raises(OSError, match=f"^cannot listen on {host} port 8080: .+$"):
        listening(host, 8080)


def test_a_port_in_use() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(OSError, match=f"127.0.0.1 port {port}: Address already in use"):
            listening("127.0.0.1", port)


@pytest.fixture
def listener() -> Iterator[socket.socket]:
    with listening("127.0.0.1", 0) as open_until_the_end:
        yield open_until_the_end


def _never() -> Application:
    raise AssertionError("served all the same")


@pytest.mark.parametrize("given", [{"tls_cert": Path("a")}, {"tls_key": Path("a")}])
def test_half_of_tls(listener: socket.socket, given: dict[str, Path]) -> None:
    with pytest.raises(ConfigurationError, match="TLS needs both a certificate and its key"):
        serve(_never, listener, **given)  # type: ignore[arg-type]


def test_a_certificate_that_is_none(listener: socket.socket, tmp_path: Path) -> None:
    file = tmp_path / "certificate.pem"
    for _ in range(2):  # first it is not there, then it has no key
        with pytest.raises(ConfigurationError, match="cannot use the TLS certificate and key"):
            serve(_never, listener, tls_cert=file, tls_key=file)
        file.write_bytes(world().alexa.pem)
