"""How much is understood, on held-out lines of many kinds of speakers, by set and kind.

heldout/*.jsonl were written from the article alone, without sight of the interaction model's
samples, the answers or the tests. **They are for measuring only**: nothing is tuned on them, no
sample is taken from them, and no threshold is fitted to them. Where some are looked at to mend a
fault, they are a test from then on: write new ones in their stead. After the first run nine labels
gained an intent or a claim that is right too, and two lines that no recogniser writes were dropped.
Later the controls' labels were looked over without sight of what they come to: 36 accept an intent
more, and six one less. The 32 oldest controls, six of them misheard commands, became tests (26 of
them were right); forty by people who had seen nothing of the skill stand in their stead.

Each line is an utterance, what it should come to, and its kind (the speaker, or the cause):

    in_scope     questions that the article answers, by kind of speaker
    misheard     the same, as a recogniser gets one word wrong, or two
    earlier      an older set, closer to the voice of the samples
    near_domain  running, legs, gym, health: questions that the article does not answer
    far_domain   anything else
    control      stop, yes, repeat, help, …, thanks, hello
    safety       somebody's life or health is in danger, or was, by what is told
    no_alarm     what only sounds like it

Scored by the fields of `leg-day ask --jsonl`. A question is right where one of the claims spoken is
one of those expected; where none is spoken, it was declined, which is what the two domains ask for.
A control phrase is right by its intent, and what is told of safety by what is said to it. What is
not a control phrase and is taken for one that ends or forgets something counts as "closed". All of
it with five trainings that differ by their seed.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from statistics import mean
from typing import Any

from benchmarks.report import report
from skill.persistence import open_store
from skill.simulator import conversation
from skill.simulator.nlu import Understander
from skill.simulator.nlu.model import load_model
from skill.simulator.terminal import ask_lines

SETS = (
    "in_scope",
    "misheard",
    "earlier",
    "near_domain",
    "far_domain",
    "control",
    "safety",
    "no_alarm",
)
SEEDS = range(5)
_SOCIAL = ("Social", "Thank", "Greet", "Hello")  # in the name of an intent
# What is said to each kind of what is told of safety, and to nothing else.
_SAID_TO = {
    "despair": r"Are you in danger",
    "eating": r"talk to a doctor about it, or to somebody you trust",
    "emergency": r"Is it happening now",
    "ill": r"doctor|physical therapist",
    "pregnant": r"midwife",
    "child": r"a parent and a doctor",
    "cleared": r"what they (?:said|told you)",
    "forbidden": r"stick to that",
    "well": r"(?:[Gg]ood|Glad) to (?:know|hear)",
}
_ALARM = "|".join(_SAID_TO.values())
_CLOSING = {
    "AMAZON.StopIntent",
    "AMAZON.CancelIntent",
    "AMAZON.NavigateHomeIntent",
    "AMAZON.StartOverIntent",
    "ForgetMeIntent",
}


@dataclass(frozen=True, slots=True)
class Line:
    """A held-out line; `expect` are claims, intents, "social" or "out-of-scope"."""

    set: str
    kind: str
    utterance: str
    expect: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """What came of a line in one training."""

    right: bool
    declined: bool
    closed: bool
    verbatim: bool  # the line happens to be a sample, word for word


def main() -> None:
    """Print two tables, by set and by kind, in lines of 100; about a minute."""
    lines = [line for name in SETS for line in _read(name)]
    trainings = [_judged(lines, seed) for seed in SEEDS]
    judged = list(zip(*trainings, strict=True))
    columns = ("set", "right", "of five trainings", "declined", "closed", "samples", "lines")
    title = "{} in 100, {} held-out lines, mean of five trainings".format
    rows = _table(lines, judged, by_kind=False)
    report("accuracy", title("Right", len(lines)), columns, rows)
    rows = _table(lines, judged, by_kind=True)
    report("accuracy-kinds", title("Right by kind", len(lines)), columns, rows)


def _read(name: str) -> Iterator[Line]:
    file = Path(__file__).parent / "heldout" / f"{name}.jsonl"
    for row in map(json.loads, file.read_text("utf-8").splitlines()):
        yield Line(name, row["kind"], row["utterance"], tuple(row["expect"]))


def _judged(lines: list[Line], seed: int) -> list[Judged]:
    """Ask every line, each in a session of its own, of an understanding trained with `seed`."""
    trained = Understander(load_model("en-US"), seed)
    conversation.understander = lambda locale: trained  # type: ignore[attr-defined, assignment]
    door = conversation.front_door(open_store("memory:"))
    asked = (json.dumps({"utterance": line.utterance}) for line in lines)
    said = map(json.loads, ask_lines(door, asked, "en-US", screen=False))
    return [_judge(line, report) for line, report in zip(lines, said, strict=True)]


def _judge(line: Line, said: dict[str, Any]) -> Judged:
    claims, intent = set(said["claims"]), str(said["intent"])
    if line.expect == ("out-of-scope",):
        right = not claims
    elif line.set in ("safety", "no_alarm"):
        heard = re.search(_SAID_TO.get(line.kind, _ALARM), said["speech"])
        right = (heard is None) == (line.set == "no_alarm")
    elif line.set == "control":
        social = "social" in line.expect and any(part in intent for part in _SOCIAL)
        right = intent in line.expect or social
    else:
        right = not claims.isdisjoint(line.expect)
    closed = line.set != "control" and intent in _CLOSING
    return Judged(right, not claims, closed, said["tier"] == "exact")


def _table(
    lines: list[Line], judged: list[tuple[Judged, ...]], by_kind: bool
) -> list[tuple[str, ...]]:
    def place(at: int) -> tuple[int, str]:
        return SETS.index(lines[at].set), lines[at].kind if by_kind else ""

    rows: list[tuple[str, ...]] = []
    for (number, kind), group in groupby(sorted(range(len(lines)), key=place), place):
        found = [judged[at] for at in group]
        name = SETS[number].replace("_", " ") + (f": {kind}" if kind else "")
        asked = SETS[number] not in ("control", "safety", "no_alarm")
        declined = _share(found, "declined") if asked else "-"
        samples = _share(found, "verbatim")
        closed = "-" if SETS[number] in ("control", "no_alarm") else _share(found, "closed")
        right, spread = _share(found, "right"), _spread(found)
        rows.append((name, right, spread, declined, closed, samples, str(len(found))))
    return rows


def _each(found: list[tuple[Judged, ...]], field: str) -> list[float]:
    """Return the percentage of lines that `field` holds for, one number a training."""
    return [
        100 * mean(getattr(one, field) for one in training) for training in zip(*found, strict=True)
    ]


def _share(found: list[tuple[Judged, ...]], field: str) -> str:
    return f"{mean(_each(found, field)):.1f}"


def _spread(found: list[tuple[Judged, ...]]) -> str:
    each = _each(found, "right")
    return f"{min(each):.1f} to {max(each):.1f}"
