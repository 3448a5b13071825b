"""Is one serializer's outcome the other's?"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any


def outcome(call: Callable[..., Any], *arguments: Any) -> Any:
    """What a call comes to, in values that can be compared; for an error its class and words."""
    try:
        return bare(call(*arguments))
    except Exception as fault:
        return type(fault).__name__, str(fault)


def bare(value: Any) -> Any:
    """A value with the class of each part beside it; a date without its zone's class."""
    if isinstance(value, list):
        return [bare(each) for each in value]
    if isinstance(value, dict):
        return {key: bare(each) for key, each in value.items()}
    if isinstance(value, datetime):
        return "datetime", value.isoformat(), value.utcoffset()
    if type(value).__module__.startswith("ask_sdk_model.") and hasattr(value, "__dict__"):
        return type(value).__qualname__, bare(vars(value))
    return type(value).__qualname__, value
