"""Requests as Alexa sends them, and an authority that every peer can read.

The simulator's own authority has an elliptic root, which node-forge, inside Node's adapter,
cannot read; Alexa's roots are RSA, and so is this one.
"""

from __future__ import annotations

import json
from typing import Any

from cryptography.hazmat.primitives.asymmetric import rsa

from skill.simulator.device import Device, intent
from skill.simulator.signing import Party, SigningAuthority, authority, leaf

SKILL_ID = "amzn1.ask.skill.00000000-0000-0000-0000-000000000000"


def intent_request(screen: bool = True, user: str = "amzn1.ask.account.BENCH") -> bytes:
    """Ask "should I jog or sprint" of the skill by name, just now, on an Echo with a screen."""
    sent: list[bytes] = []

    def door(body: bytes) -> dict[str, Any]:
        sent.append(body)
        return {}

    Device(door, SKILL_ID, user, screen=screen).say(intent("JogOrSprintIntent"))
    # Alexa writes no spaces between its keys and values.
    return json.dumps(json.loads(sent[0]), separators=(",", ":")).encode()


def rsa_authority() -> SigningAuthority:
    """A leaf, two authorities above it and a root, all RSA-2048: Alexa's chains have as many."""
    issuers: list[Party] = []
    for name in ("Bench root", "Bench services", "Bench issuing"):
        issuers.append(authority(name, issuers[-1] if issuers else None, key=_key()))
    signer = leaf(issuers[-1], key=_key())
    chain = [signer, *reversed(issuers)]
    return SigningAuthority(
        issuers[0].certificate, b"".join(party.pem for party in chain), signer.key
    )


def _key() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(65_537, 2_048)
