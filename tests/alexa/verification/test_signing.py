"""The simulator's throw-away authority stands in for Alexa, and for nobody else's."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from skill.alexa.verification import Refused, RequestVerifier
from skill.alexa.verification.roots import load_roots, roots_file
from skill.simulator.signing import SigningAuthority
from tests.alexa.verification.certificates import SKILL_ID

BODY = b'{"request":{}}'
AUTHORITY = SigningAuthority.create()


def test_what_it_signs_its_own_verifier_accepts() -> None:
    AUTHORITY.verifier(SKILL_ID).verify_signature(AUTHORITY.sign(BODY), BODY)


def test_another_authority_is_refused() -> None:
    headers = SigningAuthority.create().sign(BODY)
    with pytest.raises(Refused, match=r"signature\.mismatch"):
        AUTHORITY.verifier(SKILL_ID).verify_signature(headers, BODY)


def test_the_endpoint_for_alexa_trusts_no_simulator() -> None:
    verifier = RequestVerifier(SKILL_ID, fetch=AUTHORITY.fetch)
    with pytest.raises(Refused, match=r"chain\.path"):
        verifier.verify_signature(AUTHORITY.sign(BODY), BODY)
    assert AUTHORITY.root not in load_roots(roots_file())


def test_it_ends_after_a_year() -> None:
    later = datetime.now(UTC) + timedelta(days=366)
    verifier = AUTHORITY.verifier(SKILL_ID, clock=lambda: later)
    with pytest.raises(Refused, match=r"chain\.expired"):
        verifier.verify_signature(AUTHORITY.sign(BODY), BODY)
