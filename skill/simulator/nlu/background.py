"""What the world has beside the subject: words of food, gear, ailments and so on, by kind."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from skill.simulator.nlu.model import SlotValue


@cache
def kinds() -> Mapping[str, tuple[SlotValue, ...]]:
    """Return the kinds of things, each with its words, as if they were slot types."""
    text = files(__package__).joinpath("background.toml").read_text("utf-8")
    return {
        kind: tuple(SlotValue(word, word, ()) for word in " ".join(words.split()).split(", "))
        for kind, words in tomllib.loads(text).items()
    }
