"""What a conversation remembers between two requests: the session attributes.

They come back from outside with every request, so whatever does not fit is dropped, field by field.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, fields
from operator import attrgetter
from typing import Any, TypeVar
from zlib import crc32

_Form = TypeVar("_Form")

_TRAIL = 20  # answers that one can go back over
_LONGEST = 128  # items kept of any list or table: far above what a conversation makes


@dataclass(slots=True)
class Session:
    """The state of one conversation. Everything is optional; a new session is an empty one."""

    answer: str | None = None  # the answer just given, if the last reply was one
    claims: list[str] = field(default_factory=list)  # the claims it stated
    heard: list[str] = field(default_factory=list)  # every claim stated so far
    topic: str | None = None  # the last answer given, however long ago
    intent: str | None = None  # the question it answered
    slots: dict[str, str] = field(default_factory=dict)  # and the slots of that question
    offer: str | None = None  # what "yes" takes
    goal: str | None = None  # what the user is after
    others: list[str] = field(default_factory=list)  # and what else, at the same time
    goal_before: str | None = None  # the main one that was given up for it in this session
    leaning: str | None = None  # the goal that was asked about last
    theirs: dict[str, str] = field(default_factory=dict)  # what others are after, by who they are
    whom: str | None = None  # which of them was spoken of last
    speaker: str | None = None  # who is heard, where it is not the user
    of_other: bool = False  # and whether the last answer was for them
    loaded: bool = False  # the store has been asked for the goal
    misses: int = 0  # how often in a row there was no answer
    refusals: int = 0  # how often in a row an offer was declined
    declined: list[str] = field(default_factory=list)  # the themes of those, unless asked about
    question: str | None = None  # the last one that was asked, in a word aside too
    said: dict[str, str] = field(default_factory=dict)  # the last reply: say, ask, again
    asked: dict[str, int] = field(default_factory=dict)  # how often each answer was asked for
    trail: list[str] = field(default_factory=list)  # the answers said, the last one last
    tour: int = 0  # how many stops of the tour have been made
    quiz: int = 0  # the question of the quiz that was asked; 0 outside the quiz
    score: int = 0  # right answers in the quiz
    health: dict[str, str] = field(default_factory=dict)  # of whom what: see skill.dialog.health
    concerned: str | None = None  # somebody else, whose health was told of last
    safety: int = 0  # for how many more answers it's remembered that one asked if it's safe
    troubled: bool = False  # may be in danger, and has not said that they are safe
    wary: bool = False  # told of an age: no exercise is offered
    no_running: bool = False  # can't stand it: nothing of running is offered
    cared: bool = False  # the last answer had a word of care
    line: str | None = None  # the line that the last reply was, where it was no answer
    runs: list[str] = field(default_factory=list)  # those spoken of: see skill.dialog.runs
    added: int = 0  # how many of them, the last ones, the figure spoken of is for
    target: str | None = None  # the calories that were asked about last: what's left is of them
    brief: bool = False  # asked to be short
    unoffered: bool = False  # asked for no more offers
    slow: bool = False  # asked to speak slowly
    forgotten: bool = False  # asked to forget: nothing more is kept unasked
    forms: dict[str, int] = field(default_factory=dict)  # how often each kind of line was said

    @classmethod
    def read(cls, attributes: object) -> "Session":
        """Make a session of request attributes, ignoring what `attributes` cannot have written."""
        session = cls()
        for name, value in attributes.items() if isinstance(attributes, dict) else ():
            if (fits := _FITS.get(name)) and fits(value):
                setattr(session, name, value)
        return session

    def attributes(self) -> dict[str, Any]:
        """Return the session as the attributes to send back, leaving out what is empty."""
        return {name: value for name, value in zip(_FITS, _values(self), strict=True) if value}

    def kept(self) -> dict[str, Any]:
        """Return what is kept of it for the next one: what was talked about, and declined."""
        if not self.trail or self.forgotten:
            return {}
        return {"topic": self.topic, "told": self.trail, "declined": self.declined}

    def move_to(self, answer: str) -> None:
        """Note that this answer is now what is talked about."""
        if answer != self.topic:
            self.trail = [*self.trail, answer][-_TRAIL:]
        self.topic = answer

    def mark_heard(self, claims: tuple[str, ...]) -> None:
        """Note that these claims have been stated."""
        self.heard = list(dict.fromkeys([*self.heard, *claims]))

    def form(self, kind: str, forms: tuple[_Form, ...], seed: str) -> _Form:
        """Return the next of several forms: none twice in a session while another is unused.

        `seed` decides which comes first.
        """
        used = self.forms.get(kind, 0)
        self.forms[kind] = used + 1
        return forms[(crc32(f"{seed} {kind}".encode()) + used) % len(forms)]


def _text(value: object) -> bool:
    return isinstance(value, str) and len(value) <= 100


def _texts(value: object) -> bool:
    return isinstance(value, list) and len(value) <= _LONGEST and all(map(_text, value))


def _table(value: object) -> bool:
    return (
        isinstance(value, dict)
        and len(value) <= _LONGEST
        and all(map(_text, value))
        and all(isinstance(text, str) and len(text) < 1000 for text in value.values())
    )


def _count(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 10_000


def _counts(value: object) -> bool:
    return isinstance(value, dict) and len(value) <= _LONGEST and all(map(_count, value.values()))


def _flag(value: object) -> bool:
    return isinstance(value, bool)


_CHECKS: dict[Any, Callable[[object], bool]] = {
    str | None: _text,
    list[str]: _texts,
    dict[str, str]: _table,
    dict[str, int]: _counts,
    int: _count,
    bool: _flag,
}
_FITS = {each.name: _CHECKS[each.type] for each in fields(Session)}
_values = attrgetter(*_FITS)
