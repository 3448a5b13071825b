"""What the skill can say: the answers and the lines in content/, loaded and checked once.

An `Answer` says something about running and leg day and names the claims it rests on; a `Line` is
everything else (greetings, help, apologies). Which answer belongs to which question is part of the
content too: `Content.choose` looks it up by intent and slot.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, TypeVar

from skill.content import read

_Row = TypeVar("_Row")


class ContentError(ValueError):
    """The content files contradict themselves; the message names the offending id."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement of the article, in our own words."""

    id: str
    section: str
    says: str


@dataclass(frozen=True, slots=True)
class Answer:
    """One thing to say about running and leg day, and what may follow it."""

    id: str
    intents: tuple[str, ...]
    claims: tuple[str, ...]
    speech: str
    headline: str
    big: str
    hint: str
    next: tuple[str, ...]
    offer: tuple[str, ...] = ()  # how another answer offers this one
    why: str | None = None  # the answer to "why?" after this one


@dataclass(frozen=True, slots=True)
class Line:
    """One form of a line that is no answer: `ask` ends it, `again` is its reprompt."""

    say: str
    ask: str | None = None
    again: str | None = None
    offers: str | None = None  # what "yes" takes


@dataclass(frozen=True, slots=True)
class Content:
    """Everything the skill can say in one language."""

    claims: Mapping[str, Claim]
    answers: Mapping[str, Answer]
    prompts: Mapping[str, tuple[Line, ...]]
    goals: Mapping[str, str]  # goal id -> how it is spoken of
    figures: Mapping[str, Any]  # sentences around a worked-out number
    leads: tuple[str, ...]  # said before an offer is made again
    tour: tuple[str, ...]  # answers in the order they are offered unasked
    questions: Mapping[str, str] = field(default_factory=dict)  # "Intent slot=value" -> answer id

    def choose(self, intent: str, slots: Mapping[str, str] | None = None) -> Answer | None:
        """Return the answer to a question: the one for a slot's value before the general one.

        `slots` maps slot names to resolved ids. None where the content has nothing for the intent.
        """
        for name, value in (slots or {}).items():
            if found := self.questions.get(f"{intent} {name}={value}"):
                return self.answers[found]
        general = self.questions.get(intent)
        return self.answers[general] if general else None


@lru_cache
def load_content(language: str = "en") -> Content:
    """Load and check the content of one language.

    Raises `ContentError`, naming the id, where the files contradict themselves.
    """
    return build_content(read("article"), read(language))


def build_content(claims: Mapping[str, Any], said: Mapping[str, Any]) -> Content:
    """Make a `Content` of the two parsed files, or raise `ContentError`."""
    for part in ("answers", "prompts", "goals", "figures", "leads", "tour"):
        if part not in said:
            raise ContentError(f"{part}: missing")
    answers = {
        key: _made(Answer, f"answer {key}", row, id=key) for key, row in said["answers"].items()
    }
    content = Content(
        claims={key: _made(Claim, f"claim {key}", row, id=key) for key, row in claims.items()},
        answers=answers,
        prompts={
            key: tuple(_made(Line, f"prompt {key}", form) for form in forms)
            for key, forms in said["prompts"].items()
        },
        goals=said["goals"],
        figures=said["figures"],
        leads=tuple(said["leads"]["again"]),
        tour=tuple(dict.fromkeys([*said["tour"], *(id for id in answers if answers[id].offer)])),
        questions=_questions(answers.values()),
    )
    for fault in _faults(content):
        raise ContentError(fault)
    return content


def _made(kind: Callable[..., _Row], name: str, row: Mapping[str, Any], **more: str) -> _Row:
    """Make a row of a table, its lists as tuples; a field too many or too few names the row."""
    values = {key: tuple(value) if isinstance(value, list) else value for key, value in row.items()}
    try:
        return kind(**values, **more)
    except TypeError as fault:
        raise ContentError(f"{name}: {fault}") from None


def _questions(answers: Any) -> dict[str, str]:
    table: dict[str, str] = {}
    for answer in answers:
        for question in answer.intents:
            if question in table:
                raise ContentError(f"answer {answer.id}: {question} is answered already")
            table[question] = answer.id
    return table


def _faults(content: Content) -> Iterator[str]:
    for answer in content.answers.values():
        for claim in answer.claims:
            if claim not in content.claims:
                yield f"answer {answer.id}: no claim {claim} in the article"
        for other in (*answer.next, *([answer.why] if answer.why else [])):
            if other not in content.answers:
                yield f"answer {answer.id}: no answer {other} to go on to"
        for other in answer.next:
            if other in content.answers and not content.answers[other].offer:
                yield f"answer {answer.id}: {other} has no words to offer it with"
    spoken = {claim for answer in content.answers.values() for claim in answer.claims}
    for claim in content.claims:
        if claim not in spoken:
            yield f"claim {claim}: no answer says it"
    for other in content.tour:
        if other not in content.answers:
            yield f"tour: no answer {other}"
    for name, forms in content.prompts.items():
        if any(bool(form.ask) != bool(form.again) for form in forms):
            yield f"prompt {name}: a question needs a reprompt, and only a question"
