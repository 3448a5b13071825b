"""The chains of the table: what is in the file, and what has to be said of it at NOW."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from cryptography import x509
from cryptography.x509.oid import ExtendedKeyUsageOID

from skill.simulator.signing import ALEXA, Party, usage
from tests.alexa.verification.certificates import (
    NOW,
    authority,
    bundle,
    ec_key,
    issue,
    leaf,
    resigned,
    rsa_key,
    world,
)

_PAST, _FUTURE = NOW - timedelta(seconds=1), NOW + timedelta(seconds=1)


@dataclass(frozen=True)
class Case:
    """`pem` makes the file; `reason` is empty where it has to be accepted."""

    name: str
    pem: Callable[[], bytes]
    reason: str = ""

    def __str__(self) -> str:
        return self.name


def _under_issuer(party: Party) -> bytes:
    return bundle(party, world().issuer)


def _with_issuer(issuer: Party) -> bytes:
    return bundle(leaf(issuer), issuer)


def _stranger() -> bytes:
    root = authority("Stranger Root")
    issuer = authority("Stranger Issuer", root)
    return bundle(leaf(issuer), issuer, root)


def _impostor() -> bytes:
    root = authority("Test Root", key=rsa_key("impostor root"))
    issuer = authority("Test Issuer", root, key=rsa_key("impostor issuer"))
    return bundle(leaf(issuer), issuer, root)


def _leaf_as_authority() -> bytes:
    return bundle(leaf(world().alexa, key=rsa_key("below")), world().alexa, world().issuer)


def _long_path() -> bytes:
    second = authority("Second Issuer", world().issuer)  # world().issuer allows none below it
    return bundle(leaf(second), second, world().issuer)


def _constrained() -> bytes:
    only = x509.NameConstraints([x509.DNSName("example.com")], None)
    return _with_issuer(authority("Constrained", world().root, extensions=[(only, True)]))


def _unknown_extension() -> tuple[x509.ExtensionType, bool]:
    return x509.UnrecognizedExtension(x509.ObjectIdentifier("1.2.3.4.5.6"), b"\x05\x00"), True


def _old_hash(algorithm: str) -> bytes:
    return _under_issuer(resigned(leaf(world().issuer), world().issuer, algorithm))


def _old_hash_above(algorithm: str) -> bytes:
    issuer = authority("Old Issuer", world().root)
    return bundle(leaf(issuer), resigned(issuer, world().root, algorithm))


def _no_usage() -> bytes:
    return _under_issuer(leaf(world().issuer, key_usage=None))


def _small_issuer() -> bytes:
    return _with_issuer(authority("Small Issuer", world().root, key=rsa_key("small ca", 1_024)))


ACCEPTED = [
    Case("leaf and issuer", lambda: world().chain),
    Case("root appended", lambda: world().chain + world().root.pem),
    Case("extra", lambda: world().chain + authority("Bystander").pem),
    Case("duplicate", lambda: world().chain + world().chain),
    Case("reordered", lambda: bundle(world().alexa, world().root, authority("X"), world().issuer)),
    Case("CRLF", lambda: world().chain.replace(b"\n", b"\r\n")),
    Case("BOM", lambda: b"\xef\xbb\xbf" + world().chain),
    Case("words between", lambda: b"subject=Alexa\n" + world().chain + b"\nthe end\n"),
    Case("one name of several", lambda: _under_issuer(leaf(world().issuer, san=["a.b", ALEXA]))),
    Case("EC issuer", lambda: _with_issuer(authority("EC", world().root, key=ec_key()))),
    Case("RSA-4096", lambda: _under_issuer(leaf(world().issuer, key=rsa_key("large", 4_096)))),
    Case("just before the end", lambda: _under_issuer(leaf(world().issuer, end=NOW))),
]

REFUSED = [
    Case("expired", lambda: _under_issuer(leaf(world().issuer, end=_PAST)), "chain.expired"),
    Case("not yet", lambda: _under_issuer(leaf(world().issuer, start=_FUTURE)), "chain.early"),
    Case(
        "expired intermediate",
        lambda: _with_issuer(authority("Past Issuer", world().root, end=_PAST)),
        "chain.path",
    ),
    Case(
        "future intermediate",
        lambda: _with_issuer(authority("Next Issuer", world().root, start=_FUTURE)),
        "chain.path",
    ),
    Case("wrong SAN", lambda: _under_issuer(leaf(world().issuer, san=["a.com"])), "chain.name"),
    Case("CN only", lambda: _under_issuer(leaf(world().issuer, san=None)), "chain.name"),
    Case(
        "wildcard SAN",
        lambda: _under_issuer(leaf(world().issuer, san=["*.amazon.com"])),
        "chain.name",
    ),
    Case("self-signed", lambda: leaf(None).pem, "chain.path"),
    Case("unknown CA", _stranger, "chain.path"),
    Case("same-name impostor", _impostor, "chain.path"),
    Case("missing intermediate", lambda: world().alexa.pem, "chain.path"),
    Case("leaf as CA", _leaf_as_authority, "chain.path"),
    Case(
        "intermediate without keyCertSign",
        lambda: _with_issuer(
            authority("No Sign", world().root, key_usage=usage("digital_signature"))
        ),
        "chain.path",
    ),
    Case(
        "intermediate that is no CA",
        lambda: _with_issuer(authority("No CA", world().root, ca=False)),
        "chain.path",
    ),
    Case("path length", _long_path, "chain.path"),
    Case("name constraints", _constrained, "chain.path"),
    Case(
        "unknown critical extension",
        lambda: _under_issuer(leaf(world().issuer, extensions=[_unknown_extension()])),
        "chain.path",
    ),
    Case("SHA-1 signed", lambda: _old_hash("sha1"), "chain.path"),
    Case("MD5 signed", lambda: _old_hash("md5"), "chain.path"),
    Case("SHA-1 signed intermediate", lambda: _old_hash_above("sha1"), "chain.path"),
    Case("CA:TRUE leaf", lambda: _under_issuer(leaf(world().issuer, ca=True)), "chain.path"),
    Case(
        "no digitalSignature",
        lambda: _under_issuer(leaf(world().issuer, key_usage=usage("key_encipherment"))),
        "chain.usage",
    ),
    Case("no key usage", _no_usage, "chain.usage"),
    Case(
        "RSA-1024",
        lambda: _under_issuer(leaf(world().issuer, key=rsa_key("small", 1_024))),
        "chain.key",
    ),
    Case("RSA-1024 intermediate", _small_issuer, "chain.path"),
    Case("EC leaf", lambda: _under_issuer(leaf(world().issuer, key=ec_key())), "chain.key"),
    Case("leaf not first", lambda: bundle(world().issuer, world().alexa), "chain.name"),
    Case("empty", lambda: b"", "chain.pem"),
    Case("HTML", lambda: b"<html><body>Access denied</body></html>", "chain.pem"),
    Case("garbage", lambda: bytes(range(256)) * 8, "chain.pem"),
    Case("truncated", lambda: world().chain[:-200], "chain.pem"),
    Case("truncated in the leaf", lambda: world().chain[:400], "chain.pem"),
    Case("one bad block", lambda: world().chain + _block(b"AAAA"), "chain.pem"),
    Case("one block not base64", lambda: world().chain + _block(b"!!"), "chain.pem"),
    Case("a key among them", lambda: world().chain + _block(b"AAAA", b"KEY"), "chain.pem"),
    Case("too many", lambda: world().chain * 9, "chain.pem"),
    Case("client's certificate", lambda: _under_issuer(_for_clients()), "chain.path"),
]


def _block(content: bytes, kind: bytes = b"CERTIFICATE") -> bytes:
    return b"-----BEGIN " + kind + b"-----\n" + content + b"\n-----END " + kind + b"-----\n"


def _for_clients() -> Party:
    clients = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.CLIENT_AUTH])
    return issue(
        ALEXA,
        world().issuer,
        san=[ALEXA],
        key_usage=usage("digital_signature"),
        extensions=[(clients, False)],
    )
