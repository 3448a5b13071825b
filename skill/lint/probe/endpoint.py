"""Certification's own questions to a web service: its certificate, and requests it must refuse.

Nobody but Amazon can sign a request that is to be answered. So what is probed is that each of
these is refused; that a genuine one is not, the developer console shows.
"""

import http.client
import json
import os
import ssl
from base64 import b64encode
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

from skill.alexa.verification.roots import roots_file
from skill.lint.finding import BadPackageError, Finding
from skill.simulator.device import Device
from skill.simulator.signing import SigningAuthority

_SECONDS = 8.0  # what Alexa waits
_SOON = timedelta(days=14)
_AMAZONS = "https://s3.amazonaws.com/echo.api/echo-api-cert.pem"
_CHAINS = {
    "a chain address that is not https": "http://s3.amazonaws.com/echo.api/echo-api-cert.pem",
    "a chain address on another host": "https://echo-api.invalid/echo.api/echo-api-cert.pem",
    "a chain address on another path": "https://s3.amazonaws.com/EcHo.aPi/echo-api-cert.pem",
    "a chain address on another port": "https://s3.amazonaws.com:563/echo.api/echo-api-cert.pem",
}


def probe(url: str) -> list[Finding]:
    """Return what certification would find at a web service's address, in at most two minutes.

    Certificates are judged by SSL_CERT_FILE, or certifi's. Raises `BadPackageError` for what is no
    address of a web service.
    """
    place = urlsplit(url)
    if place.scheme != "https" or not place.hostname:
        raise BadPackageError(f"--endpoint {url}: Alexa speaks https only")
    found = [Finding(rule, url, 1, says) for rule, says in _connection(place.hostname, _port(url))]
    if any(one.rule == "endpoint-reach" and "443" not in one.says for one in found):
        return found
    causes: dict[tuple[str, str], list[str]] = {}
    for what, headers, body in _requests():
        for cause in _refusal(url, headers, body):
            causes.setdefault(cause, []).append(what)
    return found + [
        Finding(rule, url, 1, f"{', '.join(whats)}: {says}")
        for (rule, says), whats in causes.items()
    ]


def _port(url: str) -> int:
    try:
        return urlsplit(url).port or 443
    except ValueError as fault:
        raise BadPackageError(f"--endpoint {url}: {fault}") from None


def _connection(host: str, port: int) -> Iterator[tuple[str, str]]:
    if port != 443 and not host.startswith(("127.", "localhost", "::1")):
        yield "endpoint-reach", f"listens on port {port}, not on 443"
    context = ssl.create_default_context(cafile=str(roots_file()))
    client = http.client.HTTPSConnection(host, port, timeout=_SECONDS, context=context)
    try:
        client.connect()
        assert isinstance(client.sock, ssl.SSLSocket)
        ends = (client.sock.getpeercert() or {}).get("notAfter")
    except ssl.SSLCertVerificationError as fault:
        yield "endpoint-tls", fault.verify_message or "the certificate does not hold"
    except ssl.SSLError as fault:
        yield "endpoint-tls", f"no TLS: {fault.reason or fault}"
    except OSError as fault:
        yield "endpoint-reach", f"cannot be reached: {fault.strerror or fault}"
    else:
        left = ssl.cert_time_to_seconds(str(ends)) - datetime.now(UTC).timestamp()
        if left < _SOON.total_seconds():
            yield "endpoint-tls-soon", f"the certificate ends in {left / 86_400:.0f} days"
    finally:
        client.close()


def _requests() -> Iterator[tuple[str, Mapping[str, str], bytes]]:
    """Yield what is wrong with a request, its headers, and its body."""
    now, anybody = datetime.now(UTC), SigningAuthority.create()
    body = _body(now)
    yield "no signature", {}, body
    empty = {"SignatureCertChainUrl": _AMAZONS, "Signature-256": "", "Signature": ""}
    yield "an empty signature", empty, body
    wrong = b64encode(os.urandom(256)).decode()
    yield "a wrong signature", _signed(_AMAZONS, wrong), body
    yield "a signature that is no base64", _signed(_AMAZONS, "*** not base64 ***"), body
    ours = anybody.sign(body)["Signature-256"]
    yield "another's certificate", _signed(_AMAZONS, ours), body
    for what, chain in _CHAINS.items():
        yield what, _signed(chain, ours), body
    stale = _body(now - timedelta(hours=1))
    yield "a stale request", _signed(_AMAZONS, anybody.sign(stale)["Signature-256"]), stale
    other = _body(now, "amzn1.ask.skill.11111111-1111-1111-1111-111111111111")
    yield "another application", _signed(_AMAZONS, anybody.sign(other)["Signature-256"]), other


def _signed(chain: str, signature: str) -> dict[str, str]:
    return {"SignatureCertChainUrl": chain, "Signature-256": signature, "Signature": signature}


def _body(
    when: datetime, application: str = "amzn1.ask.skill.00000000-0000-0000-0000-000000000000"
) -> bytes:
    """Return a LaunchRequest of that time for that application."""
    sent: list[dict[str, Any]] = []

    def keep(body: bytes) -> Mapping[str, Any]:
        sent.append(json.loads(body))
        return {}

    Device(keep, application, "amzn1.ask.account.PROBE").launch()
    sent[0]["request"]["timestamp"] = when.strftime("%Y-%m-%dT%H:%M:%SZ")
    return json.dumps(sent[0]).encode()


def _refusal(url: str, headers: Mapping[str, str], body: bytes) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with how a request is refused."""
    place = urlsplit(url)
    # What the certificate is worth was judged already; this is about the answers.
    unproved = ssl.create_default_context()
    unproved.check_hostname, unproved.verify_mode = False, ssl.CERT_NONE
    client = http.client.HTTPSConnection(
        str(place.hostname), _port(url), timeout=_SECONDS, context=unproved
    )
    path = (place.path or "/") + (f"?{place.query}" if place.query else "")
    try:
        client.request("POST", path, body, {"Content-Type": "application/json", **headers})
        status = client.getresponse().status
    except (OSError, http.client.HTTPException) as fault:
        yield "endpoint-fault", f"no answer: {type(fault).__name__}"
        return
    finally:
        client.close()
    if status < 400:
        yield "endpoint-open", f"answered with {status}"
    elif status >= 500:
        yield "endpoint-fault", f"answered with {status}"
    elif status != 400:
        yield "endpoint-status", f"refused with {status}"
