"""The two ways to read a date agree, and neither loses a zone."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
from ask_sdk_core.exceptions import SerializationException
from ask_sdk_core.serialize import DefaultSerializer
from hypothesis import given
from hypothesis import strategies as st

from skill.alexa.serializer.dates import read_date, read_datetime
from tests.alexa.serializer.compare import outcome

ANY_RFC_3339 = st.from_regex(
    r"\A[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}:[0-9]{2}"
    r"([.,][0-9]{1,8})?(Z|z|[+-][0-9]{2}:[0-9]{2})?\Z"
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-11-23T20:29:42Z", datetime(2026, 11, 23, 20, 29, 42, tzinfo=UTC)),
        ("2026-11-23T20:29:42.125Z", datetime(2026, 11, 23, 20, 29, 42, 125_000, UTC)),
        (
            "2026-11-23T20:29:42+02:00",
            datetime(2026, 11, 23, 20, 29, 42, tzinfo=timezone(timedelta(hours=2))),
        ),
        ("2026-11-23T20:29:42", datetime(2026, 11, 23, 20, 29, 42)),
        ("23 November 2026", datetime(2026, 11, 23)),
    ],
)
def test_dates(text: str, expected: datetime) -> None:
    found = read_datetime(text)
    assert (found, found.utcoffset()) == (expected, expected.utcoffset())


def test_a_date_without_time() -> None:
    assert read_date("2026-11-23") == date(2026, 11, 23)


@pytest.mark.parametrize("text", ["", "yesterday", "2026-02-30T20:29:42Z", "2026-11-23T25:00:00Z"])
def test_no_date(text: str) -> None:
    with pytest.raises(SerializationException, match="into 'datetime' object"):
        read_datetime(text)


@pytest.mark.parametrize("value", [0, 1_795_465_782, True, ["2026-11-23"], {}])
def test_no_text(value: Any) -> None:
    with pytest.raises(TypeError, match="Parser must be a string"):
        read_datetime(value)


@given(ANY_RFC_3339 | st.datetimes().map(lambda moment: f"{moment.isoformat()}Z"))
def test_as_dateutil_reads_them(text: str) -> None:
    sdk = DefaultSerializer()
    assert outcome(read_datetime, text) == outcome(sdk.deserialize, f'"{text}"', "datetime")
