"""Whose key is it? Every good and bad chain of the table, made here."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from cryptography.x509.verification import Store

from skill.alexa.verification import Refused
from skill.alexa.verification.chain import validate
from tests.alexa.verification.certificates import NOW, authority, bundle, leaf, world
from tests.alexa.verification.chains import ACCEPTED, REFUSED, Case


def _valid_until(case: Case) -> datetime:
    return validate(case.pem(), Store([world().root.certificate]), NOW).valid_until


@pytest.mark.parametrize("case", ACCEPTED, ids=str)
def test_accepted(case: Case) -> None:
    assert _valid_until(case) >= NOW


@pytest.mark.parametrize("case", REFUSED, ids=str)
def test_refused(case: Case) -> None:
    with pytest.raises(Refused) as refused:
        _valid_until(case)
    assert refused.value.reason == case.reason


def test_a_verdict_ends_with_the_first_certificate_of_its_path_that_expires() -> None:
    soon = datetime(2026, 3, 2, tzinfo=UTC)
    issuer = authority("Short Issuer", world().root, end=soon)
    key = validate(bundle(leaf(issuer), issuer), Store([world().root.certificate]), NOW)
    assert key.valid_until == soon
    assert key.holds_at(soon)
    assert not key.holds_at(soon + timedelta(seconds=1))
    assert not key.holds_at(NOW - timedelta(days=31))


def test_the_key_is_the_leafs() -> None:
    key = validate(world().chain, Store([world().root.certificate]), NOW)
    assert key.public.public_numbers() == world().alexa.key.public_key().public_numbers()


MOMENTS: dict[str, tuple[Callable[[], datetime], str]] = {
    "a second too early": (
        lambda: world().alexa.certificate.not_valid_before_utc - timedelta(seconds=1),
        "chain.early",
    ),
    "a second too late": (
        lambda: world().alexa.certificate.not_valid_after_utc + timedelta(seconds=1),
        "chain.expired",
    ),
}


@pytest.mark.parametrize(("moment", "reason"), MOMENTS.values(), ids=MOMENTS.keys())
def test_outside_its_dates(moment: Callable[[], datetime], reason: str) -> None:
    with pytest.raises(Refused) as refused:
        validate(world().chain, Store([world().root.certificate]), moment())
    assert refused.value.reason == reason
