"""Rules for what this very skill says: every response, and every line of its content."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from skill.content import FOLDER
from skill.content.loader import load_content
from skill.content.schema import Content
from skill.dialog.speech import plain, strip_ssml
from skill.lint.finding import Finding
from skill.lint.own.asking import Said
from skill.lint.own.speech import misread, sentences
from skill.lint.probe import answers

_FOLDER = "skill/content/en"
_MOST_WORDS = {"answer": 35, "question": 12, "reply": 60}
_MOST_SENTENCES = 2
_PAUSE = "<break"
_HEADLINE = 6
_Fault = tuple[str, str]


def check(said: Iterable[Said]) -> list[Finding]:
    """Return what is wrong with these responses, and with any line of the content."""
    files = {
        f"{_FOLDER}/{path.name}": path.read_text("utf-8").replace("*", "").splitlines()
        for path in sorted(Path(FOLDER, "en").glob("*.toml"))
    }
    found: dict[_Fault, Finding] = {}
    for rule, words, says in (*_content(load_content()), *_responses(said)):
        finding = Finding(rule, *_place(files, words), says)
        found.setdefault((rule, words or says), finding)
    return list(found.values())


def judge(response: Mapping[str, Any]) -> Iterator[_Fault]:
    """Yield what is wrong with one response envelope, as (rule, what is wrong)."""
    yield from answers.judge(response, screen=True)
    body = response.get("response") or {}
    spoken = (body.get("outputSpeech") or {}).get("ssml", "")
    again = ((body.get("reprompt") or {}).get("outputSpeech") or {}).get("ssml", "")
    yield from _open(body, strip_ssml(spoken), bool(again))
    for document in filter(None, (spoken, again)):
        yield from misread(strip_ssml(document))
    yield from _short(spoken, is_answer="card" in body)


def _responses(everything: Iterable[Said]) -> Iterator[tuple[str, str, str]]:
    """Yield (rule, the words at fault, what is wrong) of every response."""
    judged: set[str] = set()
    apologies = tuple(form.say for form in load_content().prompts["apology"])
    for said in everything:
        body = json.dumps(said.response.get("response"))
        if body in judged:
            continue
        judged.add(body)
        words = strip_ssml(
            ((said.response.get("response") or {}).get("outputSpeech") or {}).get("ssml", "")
        )
        for rule, says in judge(said.response):
            yield rule, words, f"{said.to}: {says}"
        if words.startswith(apologies):
            yield "reply-fault", words, f"{said.to}: ends in an apology, so something was raised"


def _content(content: Content) -> Iterator[tuple[str, str, str]]:
    """Yield (rule, the words at fault, what is wrong) of every line, said or not by the script."""
    for answer in content.answers.values():
        if len(answer.headline.split()) > _HEADLINE:
            says = f'the headline "{answer.headline}" has {len(answer.headline.split())} words'
            yield "reply-screen", answer.headline, f"{answer.id}: {says}"
        for offer in answer.offer:
            for rule, says in (*misread(plain(offer)), *_question(offer)):
                yield rule, offer, f"{answer.id}: {says}"
    for name, forms in content.prompts.items():
        for form in forms:
            for part in filter(None, (form.say, form.ask, form.reprompt)):
                words = re.sub(r"\{\w+\}", "something", plain(part))
                asked = _question(words) if part == form.ask else ()
                for rule, says in (*misread(words), *asked):
                    yield rule, part, f"{name}: {says}"


def _open(body: Mapping[str, Any], words: str, reprompt: bool) -> Iterator[_Fault]:
    ends, asks = body.get("shouldEndSession"), words.endswith("?")
    if not isinstance(ends, bool):
        yield "reply-open", "shouldEndSession is not set"
    elif asks and (ends or not reprompt):
        yield "reply-open", f'asks, but {"ends" if ends else "has no reprompt"}: "{words}"'
    elif not asks and (not ends or reprompt):
        yield "reply-open", f'asks nothing, but stays open: "{words}"'


def _short(document: str, is_answer: bool) -> Iterator[_Fault]:
    words, parts = strip_ssml(document), sentences(strip_ssml(document))
    if len(words.split()) > _MOST_WORDS["reply"]:
        yield "reply-length", f'{len(words.split())} words: "{words}"'
    if words.endswith("?"):
        yield from _question(parts.pop())
    if _PAUSE in document:  # it parts the answer from what is asked, which may be two sentences
        parts = sentences(strip_ssml(document.partition(_PAUSE)[0]))
    said = len(" ".join(parts).split())
    if is_answer and len(parts) > _MOST_SENTENCES:
        yield "reply-length", f'{len(parts)} sentences: "{words}"'
    if is_answer and said > _MOST_WORDS["answer"]:
        yield "reply-length", f'an answer of {said} words: "{words}"'


def _question(words: str) -> Iterator[_Fault]:
    if len(plain(words).split()) > _MOST_WORDS["question"]:
        yield "reply-length", f'a question of {len(plain(words).split())} words: "{words}"'


def _place(files: Mapping[str, list[str]], words: str) -> tuple[str, int]:
    """Return the content file and the line that begins like `words`; the first where none does."""
    first = plain(words)[:40]
    for file, lines in files.items():
        for number, line in enumerate(lines, 1):
            if first and first in line:
                return file, number
    return next(iter(files), _FOLDER), 1
