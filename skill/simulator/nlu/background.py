"""What the world has beside the subject: words of food, gear, ailments and so on."""

import tomllib
from functools import cache
from importlib.resources import files

from skill.simulator.nlu.words import tokens

_LONGEST = 3  # words of one thing
_POORLY = {"bad", "dodgy", "weak", "gammy", "funny", "knackered", "wonky"}  # as said of a knee


@cache
def _table() -> dict[str, dict[str, str]]:
    return tomllib.loads(files(__package__).joinpath("background.toml").read_text("utf-8"))


@cache
def _kinds() -> dict[tuple[str, ...], str]:
    return {
        tuple(tokens(thing)): kind
        for named in _table().values()
        for kind, listed in named.items()
        for thing in " ".join(listed.split()).split(", ")
    }


def kinds(words: list[str]) -> set[str]:
    """Return the kinds of the things that the words name."""
    named = {_kinds()[thing] for thing in things(words)}
    if "body" in named and not _POORLY.isdisjoint(words):  # "my ankle's bad", "a gammy leg"
        named.add("condition")
    return named


def conditions(words: list[str]) -> bool:
    """Tell whether the words name what people suffer from: an illness, an injury, a pain."""
    return "condition" in kinds(words)


def far(words: list[str]) -> bool:
    """Tell whether the words name what has nothing to do with exercise: money, a journey."""
    return not kinds(words).isdisjoint(_table()["far"])


def things(words: list[str]) -> list[tuple[str, ...]]:
    """Return the things of the world that the words name, none inside another, left to right."""
    found: list[tuple[str, ...]] = []
    at = 0
    while at < len(words):
        for end in range(min(len(words), at + _LONGEST), at, -1):
            if tuple(words[at:end]) in _kinds():
                found.append(tuple(words[at:end]))
                at = end
                break
        else:
            at += 1
    return found
