"""Rules for the example phrases of the listing.

How a request is put around a name is known well for English; in other languages a phrase counts as
heard when any end of it is a sample.
"""

import re
from collections.abc import Iterator
from textwrap import shorten

from skill.lint.finding import Finding, by_cause
from skill.lint.invocation import UNSPACED, WAKE, words_of
from skill.lint.located import Row, Text
from skill.lint.model import Model
from skill.lint.package import Package, child
from skill.lint.phrases import Phrases, machine
from skill.lint.samples import fold

_MOST = 4
_FORBIDDEN = re.compile(r"[/*@#$%^&(){}_\[\]|<>:;+=\\／＊＠＃＄％＾＆（）｛｝＿「」｜＼＜＞：＋￥]")  # noqa: RUF001
_OPENERS = "please|open|launch|start|ask|tell|play|begin|run|use|resume|load|talk to|enable"
_JOINTS = "to|for|about|that|if|whether|and"
_BEFORE_NAME = "with|using|from|in|on|via|by|to"
_OPENING = re.compile(rf"(?:alexa )?(?:{_OPENERS})\b")
_PARTICLES = "をでにとがはのからへも、。"  # Japanese
_SHORT = 3  # signs


def check(package: Package) -> Iterator[Finding]:
    """Yield what is wrong with the example phrases of every listed locale that has a model."""
    if package.custom:
        yield from by_cause(package.manifest_file, _faults_of(package))


def _faults_of(package: Package) -> Iterator[tuple[str, str, int, str]]:
    locales = child(package.manifest, "manifest", "publishingInformation", "locales")
    for locale in locales:
        page = child(locales, locale)
        given = page.get("examplePhrases")
        phrases = [one for one in given if isinstance(one, Text)] if isinstance(given, Row) else []
        line = given.line if isinstance(given, Row) else page.line
        if not phrases or len(phrases) > _MOST:
            yield "example-count", locale, line, f"{len(phrases) or 'no'} example phrases"
        for rule, phrase, says in _of_locale(package, package.models.get(locale), phrases):
            said = shorten(phrase, 80, placeholder=" …")
            yield rule, locale, phrase.line, f'"{said}" {says}'


def _of_locale(
    package: Package, model: Model | None, phrases: list[Text]
) -> Iterator[tuple[str, Text, str]]:
    """Yield (rule, phrase, what is wrong). Phrases with another skill's name are one fault."""
    matched = model is not None and not package.conversations
    other = bool(package.kinds - {"custom"})  # to which phrases without the name belong
    renamed = False
    for place, phrase in enumerate(phrases):
        if renamed and model and not _has(phrase, model) and _OPENING.match(fold(phrase)):
            continue
        own = not other or model is None or _has(phrase, model)
        for rule, says in _faults(model, phrase, place == 0, matched and own):
            renamed |= rule == "example-first" and bool(model and not _has(phrase, model))
            yield rule, phrase, says


def _has(phrase: str, model: Model) -> bool:
    """Whether a phrase has the invocation name, however it is spaced; numbers may be in digits."""
    name, said = (fold(words).replace(" ", "") for words in (model.invocation or "", phrase))
    before, digits, _ = re.split(r"(\d+|$)", said, maxsplit=1)
    in_digits = digits and any(before.endswith(name[:n]) for n in range(_SHORT, len(name)))
    return name in said or bool(in_digits)


def _faults(
    model: Model | None, phrase: Text, first: bool, matched: bool
) -> Iterator[tuple[str, str]]:
    if wrong := dict.fromkeys(_FORBIDDEN.findall(phrase)):
        yield "example-characters", "has " + " and ".join(f"'{sign}'" for sign in wrong)
        return
    if model is None or not model.invocation:
        return
    words, name = fold(phrase), fold(model.invocation)
    wake, _, rest = words.partition(" ")
    named = _has(phrase, model)
    wakes = (*WAKE, "ziggy", *words_of(model.language, "wake"))
    woken = any(words.startswith(fold(one)) for one in wakes)
    if first and not (woken and named):
        lacking = [] if woken else ["the wake word"]
        lacking += [] if named else [f'the invocation name "{model.invocation}"']
        yield "example-first", f"lacks {' and '.join(lacking)}"
        return
    if not matched or (named and name.replace(" ", "") not in words.replace(" ", "")):
        return  # a name in digits cannot be told from the request
    if model.language in UNSPACED:
        if not _heard_unspaced(words, model, wakes):
            yield "example-unheard", "holds no sample of the model"
        return
    words = rest if wake in map(fold, wakes) else words
    known = machine(model, loose=True)
    if model.language == "en":
        if not any(not one or known.has(one) for one in _requests(words, name)):
            yield "example-unmatched", "is no sample of the model"
    elif not _heard(words, name, model.language, known):
        yield "example-unheard", "holds no sample of the model"


def _requests(words: str, name: str) -> Iterator[str]:
    """Yield what a phrase may ask: "ask NAME to X", "X using NAME" and "X" all give "X"."""
    named = re.escape(name)
    if opened := re.fullmatch(rf"(?:(?:{_OPENERS}) )*(?:the )?{named}(?: skill$|$| (.*))", words):
        request = opened[1] or ""
        yield request
        yield re.sub(rf"^(?:{_JOINTS})(?: |$)", "", request)
    if closed := re.fullmatch(rf"(?:(?:{_OPENERS}) )?(.*) (?:{_BEFORE_NAME}) {named}", words):
        yield closed[1]
        yield words[: closed.end(1)]
    yield words


def _heard(words: str, name: str, language: str, known: Phrases) -> bool:
    """Whether what is left beside the name begins or ends with a sample, or is a mere opening."""
    before, _, after = words.partition(name)
    parts = [before.split(), after.split()]
    kinds = ("launch", "little", "connecting", "around")
    around = {fold(word) for kind in kinds for word in words_of(language, kind)}
    told = [word for part in parts for word in part if word not in around]
    # Of a single word, such as the one for help, Amazon knows more than the samples.
    if len(told) <= (0 if after or name in words else 1):
        return True
    return any(
        known.has(" ".join(part[start:end]))
        for part in parts
        for start in range(len(part))
        for end in range(start + 1, len(part) + 1)
        if start == 0 or end == len(part)
    )


def _heard_unspaced(phrase: str, model: Model, wakes: tuple[str, ...]) -> bool:
    """Whether a phrase in a language without spaces has words of a sample, or merely opens."""
    left = phrase.replace(" ", "").replace(fold(model.invocation or "").replace(" ", ""), "")
    for word in (*wakes, *words_of(model.language, "launch")):
        left = left.replace(fold(word), "")
    told = left.strip(_PARTICLES)
    samples = [re.split(r"\{[^}]*\}", one) for i in model.intents for one in i.samples]
    if any(not "".join(parts).strip() for parts in samples):
        return True  # a slot alone takes any words
    known = {part for parts in samples for part in parts}
    known |= {words for one in model.types for value in one.values for words in value.phrases}
    parts = {fold(part).replace(" ", "") for part in known}
    # Of a short word, such as the one for help, Amazon knows more than the samples.
    return len(told) <= _SHORT or any(
        len(part) > 1 and (part in told or told in part) for part in parts
    )
