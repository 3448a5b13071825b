"""The signature over the body: every wrong spelling, every wrong key."""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Callable

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding

from skill.alexa.verification import Refused, RequestVerifier
from tests.alexa.verification.certificates import CHAIN_URL, rsa_key, signed, world

BODY = b'{"spoken":"does running count as leg day"}'
GOOD = signed(BODY)["Signature-256"]


def test_alexas_signature_is_accepted(verifier: RequestVerifier) -> None:
    verifier.verify_signature(signed(BODY), BODY)


def test_header_names_may_have_any_case(verifier: RequestVerifier) -> None:
    verifier.verify_signature({name.upper(): value for name, value in signed(BODY).items()}, BODY)


def _pss() -> str:
    scheme = padding.PSS(padding.MGF1(hashes.SHA256()), 32)
    return b64encode(world().alexa.key.sign(BODY, scheme, hashes.SHA256())).decode()


def _sha1() -> str:
    made = world().alexa.key.sign(BODY, padding.PKCS1v15(), hashes.SHA1())
    return b64encode(made).decode()


WRONG: dict[str, tuple[Callable[[], str], str]] = {
    "empty": (lambda: "", "signature.encoding"),
    "other key": (
        lambda: signed(BODY, rsa_key("stranger"))["Signature-256"],
        "signature.mismatch",
    ),
    "PSS": (_pss, "signature.mismatch"),
    "SHA-1": (_sha1, "signature.mismatch"),
    "too short": (lambda: b64encode(b64decode(GOOD)[:-1]).decode(), "signature.mismatch"),
    "junk inside": (lambda: GOOD[:20] + "!*" + GOOD[20:], "signature.encoding"),
    "line break inside": (lambda: GOOD[:76] + "\n" + GOOD[76:], "signature.encoding"),
    "trailing data": (lambda: GOOD + "AAAA", "signature.encoding"),
    "trailing space": (lambda: GOOD + " ", "signature.encoding"),
    "two values": (lambda: f"{GOOD},{GOOD}", "signature.encoding"),
    "no padding": (lambda: GOOD.rstrip("="), "signature.encoding"),
    "too much padding": (lambda: GOOD + "=", "signature.encoding"),
    "loose last bits": (lambda: GOOD[:-3] + "B==", "signature.encoding"),
    "url-safe alphabet": (lambda: "-_" + GOOD[2:], "signature.encoding"),
    "non-ASCII": (lambda: "\u00e9" + GOOD[1:], "signature.encoding"),
    "very long": (lambda: "A" * 100_000, "signature.encoding"),
}


@pytest.mark.parametrize(("made", "reason"), WRONG.values(), ids=WRONG.keys())
def test_refused(verifier: RequestVerifier, made: Callable[[], str], reason: str) -> None:
    headers = {"SignatureCertChainUrl": CHAIN_URL, "Signature-256": made()}
    with pytest.raises(Refused) as refused:
        verifier.verify_signature(headers, BODY)
    assert refused.value.reason == reason


@pytest.mark.parametrize("missing", ["SignatureCertChainUrl", "Signature-256"])
def test_a_missing_header_is_refused(verifier: RequestVerifier, missing: str) -> None:
    headers = {name: value for name, value in signed(BODY).items() if name != missing}
    with pytest.raises(Refused, match=r"header\.missing"):
        verifier.verify_signature(headers, BODY)


def test_the_old_signature_header_is_not_looked_at(verifier: RequestVerifier) -> None:
    headers = {"SignatureCertChainUrl": CHAIN_URL, "Signature": _sha1()}
    with pytest.raises(Refused, match=r"header\.missing"):
        verifier.verify_signature(headers, BODY)


def test_two_spellings_of_one_header_are_refused(verifier: RequestVerifier) -> None:
    with pytest.raises(Refused, match=r"header\.repeated"):
        verifier.verify_signature({**signed(BODY), "signature-256": GOOD}, BODY)


@pytest.mark.parametrize("body", [BODY + b" ", BODY[:-1], BODY.swapcase(), b""])
def test_other_bytes_are_refused(verifier: RequestVerifier, body: bytes) -> None:
    with pytest.raises(Refused, match=r"signature\.mismatch"):
        verifier.verify_signature(signed(BODY), body)
