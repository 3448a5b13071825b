"""Certificates for the tests, good and bad, made on the spot: nothing to renew, nothing to leak.

The keywords of `issue` (skill.simulator.signing) are the ways in which one can be wrong.
"""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

from asn1crypto import x509 as asn1
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.serialization import Encoding

from skill.alexa.verification import RequestVerifier
from skill.simulator import signing
from skill.simulator.signing import Party

NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
CHAIN_URL = "https://s3.amazonaws.com/echo.api/echo-api-cert.pem"
SKILL_ID = "amzn1.ask.skill.11111111-2222-3333-4444-555555555555"


@cache
def rsa_key(label: str, bits: int = 2_048) -> rsa.RSAPrivateKey:
    """One key for each label in a run: primes take time."""
    return rsa.generate_private_key(65_537, bits)


def _filled(subject: str, changes: dict[str, Any]) -> dict[str, Any]:
    """The tests' time, and a key of its own unless it is given one."""
    dates = {"start": NOW - timedelta(days=30), "end": NOW + timedelta(days=300)}
    return {**dates, "key": changes.get("key") or rsa_key(subject), **changes}


def issue(subject: str, issuer: Party | None = None, **changes: Any) -> Party:
    """A certificate of the tests' time."""
    return signing.issue(subject, issuer, **_filled(subject, changes))


def authority(subject: str, issuer: Party | None = None, **changes: Any) -> Party:
    """A root, or with `issuer` an intermediate."""
    return signing.authority(subject, issuer, **_filled(subject, changes))


def leaf(issuer: Party | None, **changes: Any) -> Party:
    """A certificate like Alexa's, except for `changes`."""
    return signing.leaf(issuer, **_filled(signing.ALEXA, changes))


def resigned(party: Party, issuer: Party, algorithm: str) -> Party:
    """`party` again, truly signed by `issuer` with an old hash that the library does not offer.

    `algorithm`: "sha1" or "md5".
    """
    parsed = asn1.Certificate.load(party.certificate.public_bytes(Encoding.DER))
    parsed["tbs_certificate"]["signature"] = {"algorithm": f"{algorithm}_rsa"}
    parsed["signature_algorithm"] = {"algorithm": f"{algorithm}_rsa"}
    hash_ = {"sha1": hashes.SHA1, "md5": hashes.MD5}[algorithm]()
    signed = issuer.key.sign(parsed["tbs_certificate"].dump(), padding.PKCS1v15(), hash_)
    parsed["signature_value"] = signed
    return Party(x509.load_der_x509_certificate(parsed.dump(force=True)), party.key)


def ec_key() -> ec.EllipticCurvePrivateKey:
    return ec.generate_private_key(ec.SECP256R1())


def bundle(*parties: Party) -> bytes:
    """A PEM file of their certificates, in this order."""
    return b"".join(party.pem for party in parties)


@cache
def world() -> World:
    """The authority that most tests trust."""
    root = authority("Test Root")
    issuer = authority("Test Issuer", root, path_length=0)
    return World(root, issuer, leaf(issuer))


@dataclass(frozen=True)
class World:
    """A chain: root -> issuer -> alexa."""

    root: Party
    issuer: Party
    alexa: Party

    @property
    def chain(self) -> bytes:
        return bundle(self.alexa, self.issuer)


def verifier(**changes: Any) -> RequestVerifier:
    """Trusts this authority, whose chain is at every address, at the tests' NOW."""
    defaults: dict[str, Any] = {
        "roots": [world().root.certificate],
        "fetch": lambda _url: world().chain,
        "clock": lambda: NOW,
    }
    return RequestVerifier(SKILL_ID, **{**defaults, **changes})


def signed(body: bytes, key: Any = None, url: str = CHAIN_URL) -> dict[str, str]:
    """The two headers for `body`, by Alexa's key unless another is given."""
    made = (key or world().alexa.key).sign(body, padding.PKCS1v15(), hashes.SHA256())
    return {"SignatureCertChainUrl": url, "Signature-256": b64encode(made).decode()}
