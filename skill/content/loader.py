"""What the skill can say: the content files, loaded and checked once."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any, TypeVar

from skill.content import read, read_themes
from skill.content.schema import (
    Answer,
    Because,
    Claim,
    Content,
    FollowUp,
    Line,
    Question,
    QuizQuestion,
)

_Row = TypeVar("_Row")


class ContentError(ValueError):
    """The content files contradict themselves; the message names the offending id."""


@lru_cache
def load_content(language: str = "en") -> Content:
    """Load and check the content of one language.

    Raises `ContentError`, naming the id, where the files contradict themselves.
    """
    return build_content(read("article"), read_themes(language))


def build_content(claims: Mapping[str, Any], themes: Mapping[str, Mapping[str, Any]]) -> Content:
    """Make a `Content` of the parsed files: claims, and theme -> what it says.

    Raises `ContentError`.
    """
    for theme, rows in themes.items():
        for name in rows.keys() - set(Content._fields):
            raise ContentError(f"{theme}: nothing is called {name}")
    answers = {
        name: _answer(theme, name, row)
        for theme, rows in themes.items()
        for name, row in rows.get("answers", {}).items()
    }
    said: dict[str, Any] = {
        name: _listed(themes, name) if kind.__origin__ is tuple else _merged(themes, name)
        for name, kind in Content.__annotations__.items()
        if name != "about"
    }
    said["claims"] = {key: _made(Claim, f"claim {key}", row, id=key) for key, row in claims.items()}
    said["answers"] = answers
    said["about"] = {theme: rows["about"] for theme, rows in themes.items() if "about" in rows}
    said["prompts"] = {
        key: tuple(_made(Line, f"prompt {key}", form) for form in forms)
        for key, forms in said["prompts"].items()
    }
    said["follow_ups"] = {
        key: _follow_up(f"follow-up {key}", row) for key, row in said["follow_ups"].items()
    }
    said["quiz"] = tuple(_made(QuizQuestion, "quiz", row) for row in said["quiz"])
    offered = [answer.id for answer in answers.values() if answer.offer]
    said["order"] = tuple(dict.fromkeys([*said["order"], *offered]))
    touched = {each.ask: str(each.questions[0]) for each in answers.values() if each.ask}
    said["touch"] = touched | said["touch"]
    said["questions"] = _questions(answers.values())
    content = Content(**said)
    for fault in _faults(content):
        raise ContentError(fault)
    return content


def _merged(themes: Mapping[str, Mapping[str, Any]], name: str) -> dict[str, Any]:
    """Return a table that several themes may add to, its lists as tuples."""
    found: dict[str, Any] = {}
    for theme, said in themes.items():
        for key, value in said.get(name, {}).items():
            if key in found:
                raise ContentError(f"{theme}: {name} {key} stands in another theme as well")
            found[key] = tuple(value) if isinstance(value, list) else value
    return found


def _listed(themes: Mapping[str, Mapping[str, Any]], name: str) -> tuple[Any, ...]:
    return tuple(item for said in themes.values() for item in said.get(name, ()))


def _answer(theme: str, name: str, row: Mapping[str, Any]) -> Answer:
    because = row.get("because")
    made = {"because": _made(Because, f"answer {name}: because", because)} if because else {}
    return _made(Answer, f"answer {name}", {**row, **made}, id=name, theme=theme)


def _follow_up(name: str, row: Mapping[str, Any]) -> FollowUp:
    after = {
        last: _made(Because, name, said)
        for several, said in row.get("after", {}).items()
        for last in several.split()
    }
    made: FollowUp = _made(FollowUp, name, {**row, "after": after})
    return made


def _made(kind: Callable[..., _Row], name: str, row: Mapping[str, Any], **more: str) -> _Row:
    """Make a row of a table, its lists as tuples; a field too many or too few names the row."""
    values = {key: tuple(value) if isinstance(value, list) else value for key, value in row.items()}
    try:
        return kind(**values, **more)
    except TypeError as fault:
        raise ContentError(f"{name}: {fault}") from None


def _questions(answers: Iterable[Answer]) -> dict[Question, str]:
    table: dict[Question, str] = {}
    for answer in answers:
        for question in answer.questions:
            if question in table:
                raise ContentError(f"answer {answer.id}: {question} is answered already")
            table[question] = answer.id
    return table


def _faults(content: Content) -> Iterator[str]:
    spoken: set[str] = set()
    for answer in content.answers.values():
        yield from _answer_faults(content, answer)
        spoken.update(answer.claims)
    for claim in content.claims:
        if claim not in spoken:
            yield f"claim {claim}: no answer says it"
    for name in ("order", "without_running", "facts", "tour", "harmless", "told_with_care"):
        for other in getattr(content, name):
            if other not in content.answers:
                yield f"{name}: no answer {other}"
    for both in (*content.several.values(), *content.several_with_growth.values()):
        if both not in content.answers:
            yield f"several: no answer {both}"
    for asked, ids in content.beside.items():
        if asked not in content.unknown or not set(ids) <= set(content.answers):
            yield f"beside {asked}: not asked for, or no such answer"
    for name, forms in content.prompts.items():
        if any(bool(form.ask) != bool(form.reprompt) for form in forms):
            yield f"prompt {name}: a question needs a reprompt, and only a question"
        if any(
            len(form.named) == 1 or not set(form.named) <= set(content.answers) for form in forms
        ):
            yield f"prompt {name}: names one thing alone, or no answer"
    for name, row in content.follow_ups.items():
        yield from _follow_up_faults(content, name, row)
    lines = *content.no_answer, *content.referred
    for name in (*content.lines_for.values(), *content.units.values(), *lines):
        if name not in content.prompts:
            yield f"prompt {name}: missing"


def _follow_up_faults(content: Content, name: str, row: FollowUp) -> Iterator[str]:
    for said in row.after.values():
        if said.like not in content.answers or not set(said.claims) <= set(content.claims):
            yield f"follow-up {name}: no answer {said.like}, or not its claims"
    for last in row.after.keys() - {*content.answers, *content.about, "any"}:
        yield f"follow-up {name}: no answer or theme {last}"
    for word in {*row.words, *row.words.values()} - content.in_a_word.keys():
        yield f"follow-up {name}: no word {word}"


def _answer_faults(content: Content, answer: Answer) -> Iterator[str]:
    for claim in (
        *answer.claims,
        *answer.said_by,
        *(answer.because.claims if answer.because else ()),
    ):
        if claim not in content.claims:
            yield f"answer {answer.id}: no claim {claim} in the article"
    following = [other for other in answer.next if other != "why"]
    like = [answer.because.like] if answer.because else []
    example = [answer.example] if answer.example else []
    for other in (*following, *answer.parts, *like, *example):
        if other not in content.answers:
            yield f"answer {answer.id}: no answer {other} to go on to"
    for other in following:
        if other in content.answers and not content.answers[other].offer:
            yield f"answer {answer.id}: {other} has no words to offer it with"
    if "why" in answer.next and not answer.because:
        yield f"answer {answer.id}: offers why, but has no because"
    if answer.in_a_word and answer.in_a_word not in content.in_a_word:
        yield f"answer {answer.id}: no word {answer.in_a_word}"
    if answer.hint not in content.touch:
        yield f"answer {answer.id}: nothing is asked by touching {answer.hint!r}"
