"""The server as it runs for real: a process of its own, real sockets, a real chain host."""

from __future__ import annotations

import json
import ssl
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from skill.alexa.verification.envelope import MAX_BODY
from skill.simulator.signing import usage
from tests.alexa.verification.certificates import authority, issue
from tests.alexa.verification.chain_host import ANY_TIME, ChainHost
from tests.hosting.web.served import Served, request_of, served


def test_a_request_is_answered_on_the_whole_way(server: Served) -> None:
    assert server.post(*request_of()) == 200
    body, headers = request_of()
    assert server.post(body + b" ", headers) == 400
    assert server.exchange("GET", "/", None, {}, 5) == 405
    assert server.exchange("GET", "/nowhere", None, {}, 5) == 404


def test_the_log_says_what_became_of_each_request(server: Served) -> None:
    body, headers = request_of()
    assert [server.post(body, headers), server.post(body + b" ", headers)] == [200, 400]
    time.sleep(2)
    lines = [json.loads(line) for line in server.log.read_text().splitlines()[-2:]]
    assert [(line["status"], line.get("reason")) for line in lines] == [
        (200, None),
        (400, "signature.mismatch"),
    ]


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


def _pem_files(folder: Path) -> tuple[Path, Path, Path]:
    """Return the files of a root, and of a certificate of its own with its key."""
    root = authority("Own Root", **ANY_TIME)
    signing = usage("digital_signature")
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


def test_who_never_agrees_on_tls_is_let_go(chain_host: ChainHost, tmp_path: Path) -> None:
    _, certificate, key = _pem_files(tmp_path)
    files = {"tls_cert": str(certificate), "tls_key": str(key)}
    with served(tmp_path, chain_host, **files) as server, server.connect() as client:
        assert client.recv(1) == b""


@pytest.mark.parametrize(
    ("ciphers", "agreed"),
    [("ECDHE-RSA-AES128-GCM-SHA256", True), ("ECDHE-RSA-AES128-SHA256:AES128-SHA256", False)],
)
def test_tls_1_2_without_block_chaining(
    chain_host: ChainHost, tmp_path: Path, ciphers: str, agreed: bool
) -> None:
    root, certificate, key = _pem_files(tmp_path)
    context = ssl.create_default_context(cafile=str(root))
    context.maximum_version = ssl.TLSVersion.TLSv1_2
    context.set_ciphers(ciphers)
    files = {"tls_cert": str(certificate), "tls_key": str(key)}
    with served(tmp_path, chain_host, **files) as server, server.connect() as plain:
        if agreed:
            context.wrap_socket(plain, server_hostname="localhost").close()
        else:
            with pytest.raises(ssl.SSLError):
                context.wrap_socket(plain, server_hostname="localhost")
