"""Whose key is this? From a PEM file to a public key that Alexa vouches for.

Rule: the first certificate is valid now, names echo-api.amazon.com as a subject alternative
name, and leads to a trusted root. The path is found by cryptography's validator, the one that
pip and Rust projects use for TLS servers (extra, repeated or shuffled issuers do no harm).
It leaves five things open that Alexa's certificates never do, and that we therefore refuse:
a wildcard in place of the name, no key usage, key usage without digitalSignature, RSA below
2,048 bits, a leaf whose key is not RSA.
"""

from dataclasses import dataclass
from datetime import datetime

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.x509.verification import PolicyBuilder, Store, VerificationError

from skill.alexa.verification.errors import Refused

ALEXA = "echo-api.amazon.com"
# Genuine files hold 3 or 4 certificates, with a path of leaf, issuer, root or one more.
MAX_CERTIFICATES = 16
MAX_ISSUERS = 4
MIN_RSA_BITS = 2_048


@dataclass(frozen=True, slots=True)
class SigningKey:
    """A verdict: `public` is Alexa's from `valid_from` to `valid_until`.

    Both are aware, and inclusive: the span in which every certificate of the path found is within
    its dates.
    """

    public: RSAPublicKey
    valid_from: datetime
    valid_until: datetime

    def holds_at(self, moment: datetime) -> bool:
        """Return whether the verdict holds: not outside its dates, where a new one is needed."""
        return self.valid_from <= moment <= self.valid_until


def validate(pem: bytes, roots: Store, now: datetime) -> SigningKey:
    """Return the key of the leaf in `pem`, if a path leads from it to one of `roots` at `now`.

    `pem` is a PEM file, leaf first, as fetched. Raises Refused "chain.pem", ".early", ".expired",
    ".name", ".usage", ".key", ".path".
    """
    leaf, *issuers = _certificates(pem)
    if now < leaf.not_valid_before_utc:
        raise Refused("chain.early")
    if now > leaf.not_valid_after_utc:
        raise Refused("chain.expired")
    _check_purpose(leaf)
    key = _rsa_key(leaf)
    path = _path(leaf, issuers, roots, now)
    return SigningKey(
        public=key,
        valid_from=max(certificate.not_valid_before_utc for certificate in path),
        valid_until=min(certificate.not_valid_after_utc for certificate in path),
    )


def _certificates(pem: bytes) -> list[x509.Certificate]:
    """Return all of the file's certificates.

    A block that is cut off, broken or of another kind spoils the file, because a half-read chain is
    not the chain that was published: raises Refused.
    """
    try:
        found = x509.load_pem_x509_certificates(pem)
    except ValueError:
        raise Refused("chain.pem") from None
    if len(found) != pem.count(b"-----BEGIN") or len(found) > MAX_CERTIFICATES:
        raise Refused("chain.pem")
    return found


def _check_purpose(leaf: x509.Certificate) -> None:
    """The exact name, no wildcard for it, and a key meant for signing."""
    try:
        names = leaf.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
        usage = leaf.extensions.get_extension_for_class(x509.KeyUsage).value
    except x509.ExtensionNotFound as missing:
        wanted_name = missing.oid == x509.SubjectAlternativeName.oid
        raise Refused("chain.name" if wanted_name else "chain.usage") from None
    except (ValueError, x509.DuplicateExtension, x509.UnsupportedGeneralNameType):
        raise Refused("chain.pem") from None
    if ALEXA not in names.get_values_for_type(x509.DNSName):
        raise Refused("chain.name")
    if not usage.digital_signature:
        raise Refused("chain.usage")


def _rsa_key(leaf: x509.Certificate) -> RSAPublicKey:
    """The validator asks as much of the issuers' keys, but not of the leaf's."""
    key = leaf.public_key()
    if not isinstance(key, RSAPublicKey) or key.key_size < MIN_RSA_BITS:
        raise Refused("chain.key")
    return key


def _path(
    leaf: x509.Certificate, issuers: list[x509.Certificate], roots: Store, now: datetime
) -> list[x509.Certificate]:
    """Leaf to root. A server's policy, because today's leaf is not marked for clients."""
    policy = PolicyBuilder().store(roots).time(now).max_chain_depth(MAX_ISSUERS)
    try:
        return policy.build_server_verifier(x509.DNSName(ALEXA)).verify(leaf, issuers)
    except VerificationError:
        raise Refused("chain.path") from None
