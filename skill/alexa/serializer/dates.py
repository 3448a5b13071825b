"""Dates of requests. RFC 3339, which is how Alexa writes them, is read by datetime itself; the
rest goes to dateutil, as with the SDK, which is imported when the first such date comes."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Any

from ask_sdk_core.exceptions import SerializationException

# Narrower than fromisoformat, which reads week dates and more that dateutil takes for something
# else; what passes means the same to both.
_RFC_3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?(Z|[+-]\d\d:\d\d)", re.ASCII)


def read_datetime(value: Any) -> datetime:
    """Text to a datetime, aware if the text has a zone. Errors: SerializationException for text
    that is no date; TypeError, OverflowError from dateutil for what it cannot judge."""
    if type(value) is str and _RFC_3339.fullmatch(value):
        try:
            return datetime.fromisoformat(value)
        except ValueError:
            pass  # the 30th of February, an offset of a day: dateutil decides
    return _slowly(value, "datetime")


def read_date(value: Any) -> date:
    """Text to a date. Errors: as `read_datetime`."""
    return _slowly(value, "date").date()


def _slowly(value: Any, kind: str) -> datetime:
    from dateutil.parser import parse  # type: ignore[import-untyped]

    try:
        found: datetime = parse(value)
    except ValueError:
        raise SerializationException(f"Failed to parse {value} into '{kind}' object") from None
    return found
