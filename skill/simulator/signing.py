"""A throw-away certificate authority that signs request bodies exactly as Alexa does.

The simulator and the tests of the whole path stand in for Alexa with it: the endpoint then
verifies their requests by the same code, step by step, that judges Alexa's own. Nothing is
switched off; it is merely told of another root.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from skill.alexa.verification import RequestVerifier

SERVER_AUTH = ExtendedKeyUsageOID.SERVER_AUTH
ALEXA = "echo-api.amazon.com"
CHAIN_URL = "https://s3.amazonaws.com/echo.api/leg-day-simulator.pem"
# From an hour ago, for clocks that differ, to longer than any simulator runs.
_BEFORE, _AFTER = timedelta(hours=1), timedelta(days=365)


def _utc_now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True)
class SigningAuthority:
    """A root that exists nowhere else, and the key that signs under its name.

    `chain` is the PEM file that CHAIN_URL stands for. Made by `create`.
    """

    root: x509.Certificate
    chain: bytes
    _key: rsa.RSAPrivateKey

    @classmethod
    def create(cls) -> SigningAuthority:
        """A new authority: an EC root (made at once) over the RSA leaf that Alexa's rules ask
        for (some 50 ms, the price of two large primes)."""
        issuer_key = ec.generate_private_key(ec.SECP256R1())
        key = rsa.generate_private_key(65_537, 2_048)
        name = _name("Leg Day simulator, trusted by nobody else")
        root = (
            _dated(name, name, issuer_key.public_key())
            .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
            .add_extension(_usage(sign_certificates=True), critical=True)
            .add_extension(_key_id(issuer_key.public_key()), critical=False)
            .sign(issuer_key, SHA256())
        )
        leaf = (
            _dated(_name(ALEXA), name, key.public_key())
            .add_extension(x509.SubjectAlternativeName([x509.DNSName(ALEXA)]), critical=False)
            .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
            .add_extension(_usage(sign_certificates=False), critical=True)
            .add_extension(_issuer_id(issuer_key.public_key()), critical=False)
            .add_extension(x509.ExtendedKeyUsage([SERVER_AUTH]), critical=False)
            .sign(issuer_key, SHA256())
        )
        return cls(root, leaf.public_bytes(Encoding.PEM), key)

    def sign(self, body: bytes) -> dict[str, str]:
        """The headers that make `body` a request from this authority's Alexa."""
        signature = self._key.sign(body, PKCS1v15(), SHA256())
        return {
            "SignatureCertChainUrl": CHAIN_URL,
            "Signature-256": b64encode(signature).decode("ascii"),
        }

    def fetch(self, _url: str) -> bytes:
        """Stands for the download: whichever address was named, this chain is there."""
        return self.chain

    def verifier(
        self, skill_id: str, *, clock: Callable[[], datetime] = _utc_now
    ) -> RequestVerifier:
        """A verifier that trusts this authority and no other. Errors: as RequestVerifier."""
        return RequestVerifier(skill_id, roots=[self.root], fetch=self.fetch, clock=clock)


def _name(common_name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, common_name)])


def _dated(
    subject: x509.Name, issuer: x509.Name, key: rsa.RSAPublicKey | ec.EllipticCurvePublicKey
) -> x509.CertificateBuilder:
    now = _utc_now()
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - _BEFORE)
        .not_valid_after(now + _AFTER)
    )


def _usage(*, sign_certificates: bool) -> x509.KeyUsage:
    """Signing certificates for the root, signing everything else for the leaf."""
    return x509.KeyUsage(
        digital_signature=not sign_certificates,
        key_cert_sign=sign_certificates,
        crl_sign=sign_certificates,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        encipher_only=False,
        decipher_only=False,
    )


def _key_id(key: ec.EllipticCurvePublicKey) -> x509.SubjectKeyIdentifier:
    return x509.SubjectKeyIdentifier.from_public_key(key)


def _issuer_id(key: ec.EllipticCurvePublicKey) -> x509.AuthorityKeyIdentifier:
    return x509.AuthorityKeyIdentifier.from_issuer_public_key(key)
