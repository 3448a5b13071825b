"""Something on the screen was touched: the words that were touched are the question."""

from typing import Any

from skill.content.schema import Content


def asked(arguments: list[Any] | None, content: Content) -> tuple[str, dict[str, str]]:
    """Return the intent and the resolved slots that a UserEvent's arguments ask for.

    They come from outside, so only words that a screen shows count; anything else is as good as
    not understood.
    """
    words = arguments[1] if arguments and len(arguments) == 2 and arguments[0] == "ask" else None
    target = content.touch.get(words) if isinstance(words, str) else None
    if target is None:
        return "AMAZON.FallbackIntent", {}
    intent, *slots = target.split()
    return intent, dict(pair.split("=", 1) for pair in slots)
