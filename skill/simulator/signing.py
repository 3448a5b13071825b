"""A throw-away certificate authority that signs request bodies exactly as Alexa does.

The simulator and the tests of the whole path stand in for Alexa with it: the endpoint then
verifies their requests by the same code, step by step, that judges Alexa's own. Nothing is
switched off; it is merely told of another root.
"""

from base64 import b64encode
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from skill.alexa.verification import RequestVerifier

ALEXA = "echo-api.amazon.com"
CHAIN_URL = "https://s3.amazonaws.com/echo.api/leg-day-simulator.pem"
# From an hour ago, for clocks that differ, to longer than any simulator runs.
_BEFORE, _AFTER = timedelta(hours=1), timedelta(days=365)
_PURPOSES = (
    "digital_signature content_commitment key_encipherment data_encipherment "
    "key_agreement key_cert_sign crl_sign encipher_only decipher_only"
).split()


def _utc_now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True)
class Party:
    """A certificate and the key that belongs to it."""

    certificate: x509.Certificate
    key: Any

    @property
    def pem(self) -> bytes:
        """The certificate as a PEM file."""
        return self.certificate.public_bytes(Encoding.PEM)


def usage(*granted: str) -> x509.KeyUsage:
    """Return a key usage with only the named purposes."""
    return x509.KeyUsage(**{name: name in granted for name in _PURPOSES})


CA_USAGE = usage("key_cert_sign", "crl_sign")
LEAF_USAGE = usage("digital_signature", "key_encipherment")


def issue(
    subject: str,
    issuer: Party | None = None,
    *,
    key: Any,
    ca: bool = False,
    path_length: int | None = None,
    key_usage: x509.KeyUsage | None = None,
    san: Iterable[str] | None = None,
    start: datetime | None = None,
    end: datetime | None = None,
    extensions: Iterable[tuple[x509.ExtensionType, bool]] = (),
    algorithm: Any = None,
) -> Party:
    """Return a certificate for `subject` and its `key`, by `issuer` or by itself.

    It may be as wrong as a test wants it; `start` and `end` are aware, by default around now.
    """
    signer = issuer.key if issuer else key
    parts: list[tuple[x509.ExtensionType, bool]] = [
        (x509.BasicConstraints(ca=ca, path_length=path_length), True),
        (x509.SubjectKeyIdentifier.from_public_key(key.public_key()), False),
        (x509.AuthorityKeyIdentifier.from_issuer_public_key(signer.public_key()), False),
        *((found, True) for found in [key_usage] if found),
        *extensions,
    ]
    if san is not None:
        parts.append((x509.SubjectAlternativeName([x509.DNSName(host) for host in san]), False))
    builder = (
        x509.CertificateBuilder()
        .subject_name(_name(subject))
        .issuer_name(issuer.certificate.subject if issuer else _name(subject))
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(start or _utc_now() - _BEFORE)
        .not_valid_after(end or _utc_now() + _AFTER)
    )
    for extension, critical in parts:
        builder = builder.add_extension(extension, critical)
    return Party(builder.sign(signer, algorithm or SHA256()), key)


def _name(common_name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, common_name)])


def authority(subject: str, issuer: Party | None = None, **changes: Any) -> Party:
    """Return a root, or with `issuer` an intermediate."""
    return issue(subject, issuer, **{"ca": True, "key_usage": CA_USAGE, **changes})


def leaf(issuer: Party | None, **changes: Any) -> Party:
    """Return a certificate like Alexa's, except for `changes`."""
    server = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH])
    wanted = {"san": [ALEXA], "key_usage": LEAF_USAGE, "extensions": [(server, False)]}
    return issue(ALEXA, issuer, **{**wanted, **changes})


@dataclass(frozen=True)
class SigningAuthority:
    """A root that exists nowhere else, and the key that signs under its name.

    `chain` is the PEM file that CHAIN_URL stands for. Made by `create`.
    """

    root: x509.Certificate
    chain: bytes
    _key: rsa.RSAPrivateKey

    @classmethod
    def create(cls) -> "SigningAuthority":
        """Return a new authority: an EC root over the RSA leaf that Alexa's rules ask for.

        The leaf takes some 50 ms, the price of two large primes.
        """
        name = "Leg Day simulator, trusted by nobody else"
        root = authority(name, key=ec.generate_private_key(ec.SECP256R1()), path_length=0)
        signer = leaf(root, key=rsa.generate_private_key(65_537, 2_048))
        return cls(root.certificate, signer.pem, signer.key)

    def sign(self, body: bytes) -> dict[str, str]:
        """Return the headers that make `body` a request from this authority's Alexa."""
        signature = self._key.sign(body, PKCS1v15(), SHA256())
        return {
            "SignatureCertChainUrl": CHAIN_URL,
            "Signature-256": b64encode(signature).decode("ascii"),
        }

    def fetch(self, _url: str) -> bytes:
        """Return the chain: it is there whichever address was named."""
        return self.chain

    def verifier(
        self, skill_id: str, *, clock: Callable[[], datetime] = _utc_now
    ) -> RequestVerifier:
        """Return a verifier that trusts this authority and no other. Raises as RequestVerifier."""
        return RequestVerifier(skill_id, roots=[self.root], fetch=self.fetch, clock=clock)
