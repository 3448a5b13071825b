"""Rules for what the store shows and asks, over all locales: one finding for one cause."""

import re
from collections.abc import Iterator

from skill.lint.finding import Finding, by_cause
from skill.lint.located import Table, Text
from skill.lint.package import Package, child

_LENGTHS = {"name": (2, 50), "summary": (1, 160), "description": (1, 4000)}
_HEALTH = {"HEALTH_AND_FITNESS", "MEDICAL"}
# "No substitute for advice" in the languages of Alexa: one of each pair of words, in any order.
_DISCLAIMER = re.compile(
    r"\b(substitut|replac|ersetz|ersatz|sustitu|reemplaz|remplac|sostitu|rimpiazz|vervang"
    r"|medical (advice|professional)|ärztlich|médic|medic[aoi]|medisch)|医師|医療|診断|طبي|चिकित्स",
    re.I,
)
_APP = re.compile(r"\b(this|the|our|my) app\b", re.I)
# Not "for Alexa" or "Alexa skill for dogs", which are allowed.
_OURS = re.compile(r"\b(?:alexa|amazon|echo)(?:'s|’s)|\balexa skills?$|\bofficial alexa\b", re.I)  # noqa: RUF001
_SAMPLE = re.compile(
    r"\s*(sample (name|summary|(short |full )?description|testing instructions?|skill description)"
    r"|.{0,20}lorem ipsum.*|(todo|tbd|fixme)\b.*|(short|full|detailed|one sentence) description"
    r"|description|your skill (name|description).*|<[^>]+>|\{\{.*\}\})\s*[.:]?\s*",
    re.I | re.S,
)
_TEXTS = ("name", "summary", "description")
_Fault = tuple[str, int, str]


def check(package: Package) -> Iterator[Finding]:
    """Yield what is wrong with the listing; nothing where there is no manifest."""
    if package.manifest is None:
        return
    publishing = child(package.manifest, "manifest", "publishingInformation")
    for rule, line, says in _whole(publishing):
        yield Finding(rule, package.manifest_file, line, says)
    yield from by_cause(package.manifest_file, _pages(publishing))


def _whole(publishing: Table) -> Iterator[_Fault]:
    if not str(publishing.get("category") or ""):
        yield "category-missing", publishing.line, "there is no category"
    testing = publishing.get("testingInstructions")
    if not str(testing or "").strip():
        yield "testing-missing", publishing.line, "there are no testing instructions"
    elif isinstance(testing, Text) and _SAMPLE.fullmatch(testing):
        yield "template-text", testing.line, f'the testing instructions are "{testing}"'
    if not child(publishing, "locales"):
        yield "listing-empty", publishing.line, "no locale is listed"


def _pages(publishing: Table) -> Iterator[tuple[str, str, int, str]]:
    health = str(publishing.get("category")) in _HEALTH
    for locale in child(publishing, "locales"):
        page = child(publishing, "locales", locale)
        if empty := [key for key in _TEXTS if not str(page.get(key) or "").strip()]:
            yield "listing-empty", locale, page.line, f"there is no {' and no '.join(empty)}"
        for key in _TEXTS:
            words = page.get(key)
            if isinstance(words, Text) and words.strip():
                for rule, says in (*_text(key, words, health), *_brand(key, words, page)):
                    yield rule, locale, words.line, f"the {key} {says}"


def _text(key: str, words: Text, health: bool) -> Iterator[tuple[str, str]]:
    shortest, longest = _LENGTHS[key]
    if not shortest <= len(words) <= longest:
        yield "listing-length", f"has {len(words)} characters"
    if _SAMPLE.fullmatch(words):
        yield "template-text", f'is "{words.strip()}"'
    if key == "description" and health and not _DISCLAIMER.search(words):
        yield "disclaimer-missing", "has no medical disclaimer"
    if key == "description" and _APP.search(words):
        yield "description-app", "calls the skill an app"


def _brand(key: str, words: Text, page: Table) -> Iterator[tuple[str, str]]:
    """Yield names of Amazon's that make the skill look like Amazon's own."""
    called = re.sub(r"(?i)( alexa)? skill$", "", str(page.get("name") or "").strip())
    if key == "name" and (brand := _OURS.search(words.strip())):
        yield "listing-brand", f'has "{brand[0]}"'
    elif key != "name" and called and f"{called} alexa skill".lower() in words.lower():
        yield "listing-brand", f'has "{called} Alexa skill"'
