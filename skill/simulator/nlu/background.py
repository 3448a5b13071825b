"""What the world has beside the subject: words of food, gear, ailments and so on."""

import tomllib
from functools import cache
from importlib.resources import files

from skill.simulator.nlu.words import tokens

_LONGEST = 3  # words of one thing


@cache
def _things() -> frozenset[tuple[str, ...]]:
    text = files(__package__).joinpath("background.toml").read_text("utf-8")
    return frozenset(
        tuple(tokens(thing))
        for kind in tomllib.loads(text).values()
        for thing in " ".join(kind.split()).split(", ")
    )


def things(words: list[str]) -> list[tuple[str, ...]]:
    """Return the things of the world that the words name, none inside another, left to right."""
    found: list[tuple[str, ...]] = []
    at = 0
    while at < len(words):
        for end in range(min(len(words), at + _LONGEST), at, -1):
            if tuple(words[at:end]) in _things():
                found.append(tuple(words[at:end]))
                at = end
                break
        else:
            at += 1
    return found
