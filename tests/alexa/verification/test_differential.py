"""Nothing that we accept is refused by the SDK's own verifier with its real chain check."""

from __future__ import annotations

import json
import subprocess
import sys
from base64 import b64encode
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from cryptography.x509.verification import Store

from skill.alexa.verification import Refused
from skill.alexa.verification.chain import validate
from skill.simulator.signing import ALEXA
from tests.alexa.verification.certificates import (
    NOW,
    authority,
    bundle,
    leaf,
    rsa_key,
    signed,
    verifier,
    world,
)
from tests.alexa.verification.chains import ACCEPTED, REFUSED
from tests.alexa.verification.test_signature import BODY, GOOD, WRONG
from tests.alexa.verification.test_url import REFUSED as WRONG_URLS

URLS = [
    "https://s3.amazonaws.com/echo.api/x.pem",
    "https://s3.amazonaws.com:443/echo.api/x.pem",
    "HTTPS://S3.amazonaws.COM/echo.api/../echo.api/x.pem",
    *(url for url, _ in WRONG_URLS.values() if len(url) < 1_000),
]


def _mixed() -> dict[str, bytes]:
    """Chains of every mixture of a few traits, so that not only listed ones are compared."""
    made: dict[str, bytes] = {}
    for days in (-1, 300):
        issuer = authority(f"Mixed {days}", world().root, end=NOW + timedelta(days=days))
        for names in ([ALEXA], ["a.com", ALEXA], ["*.amazon.com"]):
            for ca in (False, True):
                for key in (rsa_key("small", 1_024), rsa_key("mixed")):
                    party = leaf(issuer, san=names, ca=ca, key=key)
                    label = f"{days} {names} {ca} {key.key_size}"
                    made[f"{label} up"] = bundle(party, issuer)
                    made[f"{label} down"] = bundle(issuer, party)
    return made


def _chains() -> dict[str, bytes]:
    return {case.name: case.pem() for case in [*ACCEPTED, *REFUSED]} | _mixed()


def _theirs(pem: bytes) -> bytes:
    """The one known difference: a byte order mark makes the SDK miss the first certificate."""
    return pem.removeprefix(b"\xef\xbb\xbf")


def _requests() -> dict[str, tuple[str, str, str]]:
    by_url = {f"url {url!r}": (url, GOOD, BODY.decode()) for url in URLS}
    signatures = {name: made() for name, (made, _) in WRONG.items()}
    return by_url | {
        f"signature {name}": (URLS[0], text, BODY.decode()) for name, text in signatures.items()
    }


@pytest.fixture(scope="module")
def theirs() -> dict[str, str]:
    given: dict[str, Any] = {
        "now": NOW.isoformat(),
        "root": world().root.pem.decode(),
        "chain": world().chain.decode(),
        "chains": {name: b64encode(_theirs(pem)).decode() for name, pem in _chains().items()},
        "requests": _requests(),
    }
    script = Path(__file__).with_name("sdk_oracle.py")
    done = subprocess.run(
        [sys.executable, str(script)], input=json.dumps(given), capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    said: dict[str, str] = json.loads(done.stdout)
    return said


def test_the_oracle_tells_good_from_bad(theirs: dict[str, str]) -> None:
    assert theirs["leaf and issuer"] == ""
    assert theirs["expired"].startswith("VerificationException")
    assert theirs["unknown CA"].startswith("VerificationException")
    assert theirs["wrong SAN"].startswith("VerificationException")
    assert theirs["signature other key"].startswith("VerificationException")


def test_every_chain_we_accept_they_accept(theirs: dict[str, str]) -> None:
    ours = []
    for name, pem in _chains().items():
        try:
            validate(pem, Store([world().root.certificate]), NOW)
        except Refused:
            continue
        ours.append(name)
    assert len(ours) > len(ACCEPTED)
    assert {name: theirs[name] for name in ours} == dict.fromkeys(ours, "")


def test_every_request_we_accept_they_accept(theirs: dict[str, str]) -> None:
    ours = []
    for name, (url, signature, body) in _requests().items():
        headers = {**signed(b""), "SignatureCertChainUrl": url, "Signature-256": signature}
        try:
            verifier().verify_signature(headers, body.encode())
        except Refused:
            continue
        ours.append(name)
    assert len(ours) == 3
    assert {name: theirs[name] for name in ours} == dict.fromkeys(ours, "")
