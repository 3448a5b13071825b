"""Certificates for the tests, good and bad, made on the spot: nothing to renew, nothing to leak.

`issue` makes any certificate; its keywords are the ways in which one can be wrong.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

from asn1crypto import x509 as asn1
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
ALEXA = "echo-api.amazon.com"
CHAIN_URL = "https://s3.amazonaws.com/echo.api/echo-api-cert.pem"
SKILL_ID = "amzn1.ask.skill.11111111-2222-3333-4444-555555555555"


@dataclass(frozen=True)
class Party:
    """A certificate and the key that belongs to it."""

    certificate: x509.Certificate
    key: Any

    @property
    def pem(self) -> bytes:
        return self.certificate.public_bytes(Encoding.PEM)


@cache
def rsa_key(label: str, bits: int = 2_048) -> rsa.RSAPrivateKey:
    """One key for each label in a run: primes take time."""
    return rsa.generate_private_key(65_537, bits)


def usage(**granted: bool) -> x509.KeyUsage:
    """Key usage with only the named purposes."""
    purposes = (
        "digital_signature content_commitment key_encipherment data_encipherment "
        "key_agreement key_cert_sign crl_sign encipher_only decipher_only"
    )
    return x509.KeyUsage(**{name: granted.get(name, False) for name in purposes.split()})


CA_USAGE = usage(key_cert_sign=True, crl_sign=True)
LEAF_USAGE = usage(digital_signature=True, key_encipherment=True)


def name(text: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, text)])


def issue(
    subject: str,
    issuer: Party | None = None,
    *,
    key: Any = None,
    ca: bool = False,
    path_length: int | None = None,
    key_usage: x509.KeyUsage | None = None,
    san: Iterable[str] | None = None,
    start: datetime = NOW - timedelta(days=30),
    end: datetime = NOW + timedelta(days=300),
    extensions: Iterable[tuple[x509.ExtensionType, bool]] = (),
    algorithm: Any = None,
) -> Party:
    """A certificate for `subject` by `issuer` (by itself where that is None)."""
    key = key or rsa_key(subject)
    signer = issuer.key if issuer else key
    public = signer.public_key()
    parts: list[tuple[x509.ExtensionType, bool]] = [
        (x509.BasicConstraints(ca=ca, path_length=path_length), True),
        (x509.SubjectKeyIdentifier.from_public_key(key.public_key()), False),
        (x509.AuthorityKeyIdentifier.from_issuer_public_key(public), False),
        *((usage_, True) for usage_ in [key_usage] if usage_),
        *extensions,
    ]
    if san is not None:
        parts.append((x509.SubjectAlternativeName([x509.DNSName(host) for host in san]), False))
    builder = (
        x509.CertificateBuilder()
        .subject_name(name(subject))
        .issuer_name(issuer.certificate.subject if issuer else name(subject))
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(start)
        .not_valid_after(end)
    )
    for extension, critical in parts:
        builder = builder.add_extension(extension, critical)
    return Party(builder.sign(signer, algorithm or hashes.SHA256()), key)


def authority(subject: str, issuer: Party | None = None, **changes: Any) -> Party:
    """A root, or with `issuer` an intermediate."""
    return issue(subject, issuer, **{"ca": True, "key_usage": CA_USAGE, **changes})


def leaf(issuer: Party | None, **changes: Any) -> Party:
    """A certificate like Alexa's, except for `changes`."""
    server = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH])
    wanted = {"san": [ALEXA], "key_usage": LEAF_USAGE, "extensions": [(server, False)]}
    return issue(ALEXA, issuer, **{**wanted, **changes})


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
    """root -> issuer -> alexa"""

    root: Party
    issuer: Party
    alexa: Party

    @property
    def chain(self) -> bytes:
        return bundle(self.alexa, self.issuer)


def signed(body: bytes, key: Any = None, url: str = CHAIN_URL) -> dict[str, str]:
    """The two headers for `body`, by Alexa's key unless another is given."""
    made = (key or world().alexa.key).sign(body, padding.PKCS1v15(), hashes.SHA256())
    return {"SignatureCertChainUrl": url, "Signature-256": b64encode(made).decode()}
