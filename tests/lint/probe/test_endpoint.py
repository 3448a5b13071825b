"""leg-day check --endpoint: what certification finds at a web service's address."""

import ssl
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from skill.lint.finding import BadPackageError
from skill.lint.probe import probe
from skill.simulator.signing import Party, usage
from tests.alexa.verification.certificates import authority, bundle, issue
from tests.alexa.verification.chain_host import ANY_TIME, ChainHost
from tests.hosting.web.served import free_port, served

SIGNING = usage("digital_signature")
ALL = (
    "no signature, an empty signature, a wrong signature, a signature that is no base64, "
    "another's certificate, a chain address that is not https, a chain address on another host, "
    "a chain address on another path, a chain address on another port, a stale request, "
    "another application"
)


@pytest.fixture
def root(tmp_path, monkeypatch) -> Party:
    """An authority that the probe trusts."""
    made = authority("Own Root", **ANY_TIME)
    (tmp_path / "roots.pem").write_bytes(made.pem)
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "roots.pem"))
    return made


@pytest.fixture
def files(tmp_path) -> Callable[..., tuple[str, str]]:
    """Write a certificate, what comes with it, and its key: their two paths."""

    def write(site: Party, *more: Party) -> tuple[str, str]:
        chain, key = tmp_path / "site.pem", tmp_path / "site.key"
        chain.write_bytes(bundle(site, *more))
        pem = site.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        key.write_bytes(pem)
        return str(chain), str(key)

    return write


@pytest.fixture
def service(files) -> Iterator[Callable[..., str]]:
    """Serve https on loopback and answer every request with a status: the address."""
    running: list[tuple[ThreadingHTTPServer, Thread]] = []

    def start(status: int, site: Party, *more: Party) -> str:
        class Answer(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                self.rfile.read(int(self.headers["Content-Length"]))
                if status:
                    self.send_response(status)
                    self.end_headers()

            def log_message(self, *_: object) -> None:
                pass

        server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(*files(site, *more))
        server.socket = context.wrap_socket(server.socket, server_side=True)
        server.handle_error = lambda *_: None  # type: ignore[method-assign]
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        running.append((server, thread))
        return f"https://localhost:{server.server_address[1]}/"

    yield start
    for server, thread in running:
        server.shutdown()
        thread.join()
        server.server_close()


def site(issuer: Party, name: str = "localhost", **changes) -> Party:
    return issue(name, issuer, san=[name], key_usage=SIGNING, **{**ANY_TIME, **changes})


def found(url: str) -> list[tuple[str, str]]:
    return [(one.rule, one.says) for one in probe(None, url, None)]


def test_a_service_that_refuses_what_it_must_has_no_finding(root, files, tmp_path):
    chain, key = files(site(root))
    (tmp_path / "host").mkdir()
    with (
        ChainHost.started(tmp_path / "host") as host,
        served(tmp_path, host, tls_cert=chain, tls_key=key) as server,
    ):
        assert found(f"https://localhost:{server.port}/") == []


def test_a_service_that_answers_anybody_is_found_out_by_every_request(service, root):
    assert found(service(200, site(root))) == [("endpoint-open", f"{ALL}: answered with 200")]


@pytest.mark.parametrize(
    ("status", "rule", "says"),
    [
        (500, "endpoint-fault", "answered with 500"),
        (403, "endpoint-status", "refused with 403"),
        (0, "endpoint-fault", "no answer: RemoteDisconnected"),
    ],
)
def test_how_it_refuses(service, root, status, rule, says):
    assert found(service(status, site(root))) == [(rule, f"{ALL}: {says}")]


def test_a_chain_with_nothing_missing(service, root):
    between = authority("Between", root, **ANY_TIME)
    assert found(service(400, site(between), between)) == []


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda root: site(authority("Nobody", **ANY_TIME)), "unable to get local issuer"),
        (lambda root: site(authority("Between", root, **ANY_TIME)), "unable to get local issuer"),
        (lambda root: site(root, "tea.example"), "Hostname mismatch"),
        (lambda root: site(root, end=datetime(2001, 1, 1, tzinfo=UTC)), "certificate has expired"),
    ],
    ids=["untrusted", "incomplete", "another name", "expired"],
)
def test_a_certificate_that_does_not_hold(service, root, make, says):
    (one,) = found(service(400, make(root)))
    assert one[0] == "endpoint-tls"
    assert says in one[1]


def test_a_certificate_that_ends_soon(service, root):
    soon = site(root, end=datetime.now(UTC) + timedelta(days=3, hours=1))
    (one,) = probe(None, service(400, soon), None)
    assert (one.rule, one.severity) == ("endpoint-tls-soon", "advice")
    assert one.says == "the certificate ends in 3 days"


def test_nobody_there(root):
    (one,) = found(f"https://localhost:{free_port()}/")
    assert one == ("endpoint-reach", "cannot be reached: Connection refused")


@pytest.mark.parametrize("url", ["http://localhost/", "localhost", "https://", "https://x:y/"])
def test_what_is_no_address_of_a_service(url):
    with pytest.raises(BadPackageError, match="--endpoint"):
        probe(None, url, None)


def test_the_command(service, root):
    url = service(200, site(root))
    done = subprocess.run(
        [sys.executable, "-m", "skill", "check", "--endpoint", url],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stdout.splitlines()[0] == (
        f"{url}:1: submit: {ALL}: answered with 200 [endpoint-open]"
    )
