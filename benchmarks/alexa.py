"""Requests as Alexa sends them, and an authority that every peer can read.

The simulator's own authority has an elliptic root, which node-forge, inside Node's adapter,
cannot read; Alexa's roots are RSA, and so is this one.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID

from skill.simulator.device import Device
from skill.simulator.signing import ALEXA, SigningAuthority

SKILL_ID = "amzn1.ask.skill.00000000-0000-0000-0000-000000000000"
_OTHER_PURPOSES = (
    "content_commitment",
    "key_encipherment",
    "data_encipherment",
    "key_agreement",
    "encipher_only",
    "decipher_only",
)
JOG_OR_SPRINT = {"name": "JogOrSprintIntent", "confirmationStatus": "NONE", "slots": {}}


def intent_request(screen: bool = True, user: str = "amzn1.ask.account.BENCH") -> bytes:
    """ "Should I jog or sprint", asked of the skill by name, just now, on an Echo with a screen."""
    return _request(screen, user, JOG_OR_SPRINT)


def launch_request(screen: bool = True, user: str = "amzn1.ask.account.BENCH") -> bytes:
    """ "Open leg day"."""
    return _request(screen, user, None)


def _request(screen: bool, user: str, intent: Mapping[str, Any] | None) -> bytes:
    sent: list[bytes] = []

    def door(body: bytes) -> dict[str, Any]:
        sent.append(body)
        return {}

    device = Device(door, SKILL_ID, user, screen=screen)
    if intent is None:
        device.launch()
    else:
        device.say(intent)
    # Alexa writes no spaces between its keys and values.
    return json.dumps(json.loads(sent[0]), separators=(",", ":")).encode()


def rsa_authority() -> SigningAuthority:
    """A leaf, two authorities above it and a root, all RSA-2048: Alexa's chains have as many."""
    keys = [rsa.generate_private_key(65_537, 2_048) for _ in range(4)]
    names = ["Bench root", "Bench services", "Bench issuing", ALEXA]
    issuers = [(names[0], keys[0]), *zip(names, keys, strict=True)]
    root, *others = (
        _certificate(name, key.public_key(), *issuer, ca=name != ALEXA)
        for name, key, issuer in zip(names, keys, issuers, strict=False)
    )
    leaf_first = [each.public_bytes(Encoding.PEM) for each in (*others[::-1], root)]
    return SigningAuthority(root, b"".join(leaf_first), keys[-1])


def _certificate(
    subject: str, key: rsa.RSAPublicKey, issuer: str, issuer_key: rsa.RSAPrivateKey, *, ca: bool
) -> x509.Certificate:
    now, day = datetime.now(UTC), timedelta(days=1)
    names = x509.SubjectAlternativeName([x509.DNSName(subject.replace(" ", "-"))])
    purposes = dict.fromkeys(_OTHER_PURPOSES, False)
    usage = x509.KeyUsage(digital_signature=not ca, key_cert_sign=ca, crl_sign=ca, **purposes)
    own = x509.SubjectKeyIdentifier.from_public_key(key)
    above = x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer_key.public_key())
    return (
        x509.CertificateBuilder()
        .subject_name(_name(subject))
        .issuer_name(_name(issuer))
        .public_key(key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - day)
        .not_valid_after(now + day)
        .add_extension(names, critical=False)
        .add_extension(x509.BasicConstraints(ca, None), critical=True)
        .add_extension(usage, critical=True)
        .add_extension(own, critical=False)
        .add_extension(above, critical=False)
        .sign(issuer_key, SHA256())
    )


def _name(common_name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, common_name)])
