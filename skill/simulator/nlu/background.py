"""What the world has beside the subject: words of food, gear, ailments and so on."""

import re
import tomllib
from functools import cache
from importlib.resources import files

from skill.simulator.nlu.words import tokens

_HURTING = {"hurt", "hurts", "hurting", "pain", "painful", "sore", "ache", "aches"}
_NO = r"\b(?:not|no|nothing|nobody|never|without|stopped|gone|eased|healed)\b"
_HARDLY = r"\b(?:just|only)\b"  # "it was only a cramp"
_WELL = r"\b(?:fine|better|okay|good|right|well|cleared|clear|gone|healed|passed|over|recovered)\b"
_DODGY_HEART = re.compile(  # "that's my heart going, the doctor says it's a bit dodgy"
    r"\b(?:my|his|her) (?:heart|ticker|lungs?)\b.*\b(?:dodgy|dicky|gammy|iffy|knackered|failing)\b"
    r"|\b(?:dodgy|dicky|gammy) (?:heart|ticker|lungs?)\b|\bmy lungs are (?:my|the|a) problem\b"
)
_MAY_BE_INJURED = re.compile(r"\b(?:get|gets|getting|might be|may be|could be) injured\b")
_NEAR = 3  # words of what hurts, where it is denied
_LONGEST = 3  # words of one thing
_POORLY = set(
    (
        "bad dodgy weak gammy funny knackered wonky stiff tight swollen niggly stuffed buggered "
        "tightness wrecked crook banjaxed busted iffy creaky problem problems issue issues injury "
        "worse safe safer"
    ).split()
)  # a knee
_POORLY_MUSCLE = _POORLY - {"weak", "funny", "bad"}  # "is it bad to train only glutes"
_MUSCLES = set("hamstring hamstrings calf calves quad quads thigh thighs glute glutes".split())


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


# "Arthritis", "psoriasis", "neuralgia": what most names of illnesses end with.
_ILLNESS = re.compile(
    r"\w{2,}(?:itis|(?<!diagn)(?<!hypn)osis|iasis|aemia|(?<!nost)algia|opathy|plegia|noma|phoma)$"
)


def kinds(words: list[str]) -> set[str]:
    """Return the kinds of the things that the words name."""
    words = _MAY_BE_INJURED.sub("", " ".join(words)).split()
    words = [word.removesuffix("'s") for word in words]  # "my hip's a bit stiff"
    named = {_kinds()[thing] for thing in things(words)}
    if any(map(_ILLNESS.match, words)):
        named.add("condition")
    poorly = "trouble" in named or not _POORLY.isdisjoint(words)
    if _DODGY_HEART.search(" ".join(words)):
        named.add("condition")
    stiff = not _MUSCLES.isdisjoint(words) and (
        "trouble" in named or not _POORLY_MUSCLE.isdisjoint(words)
    )
    back = "my back " in " ".join([*words, ""])  # and not "i am back"
    if stiff or (
        poorly and (back or "body" in named)
    ):  # "my calves are tight", "my hip's playing up"
        named.add("condition")
    return named


def conditions(words: list[str]) -> bool:
    """Tell whether the words name what people suffer from: an illness, an injury, a pain."""
    return "condition" in kinds(words)


def denied(words: list[str]) -> bool:
    """Tell whether words say that all is well: nothing that hurts is left, nothing is asked.

    All is well too with whoever says whose it is: "it's not me it's my mum's back".
    """
    said = " ".join(words)
    if re.search(rf"{_NO} (?:me|mine|my \w+) (?:(?:it|that) is )?my\b", said):
        return True
    if re.search(rf"{_NO} (?:\w+ )?{_WELL}|\b(?:does|do|is|are) (?:it|they)$", said):
        return False
    found = (thing[0] for thing in things(words) if _kinds()[thing] == "condition")
    hurting = {*_HURTING, *found}
    at = [place for place, word in enumerate(words) if word in hurting]
    near = (words[max(0, place - _NEAR) : place + _NEAR] for place in at)
    freed = all(re.search(rf"{_NO}|{_HARDLY}", " ".join(beside)) for beside in near)
    return freed and bool(at or re.search(rf"{_WELL}|\b(?:just|only) tired\b", said))


def aching(words: list[str]) -> bool:
    """Tell whether the words name an ailment and a part of the body: "my shins ache"."""
    return {"condition", "body"} <= kinds(words)


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
