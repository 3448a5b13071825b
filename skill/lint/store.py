"""Rules for the manifest: what the store shows, and what it has to be told."""

import re
from collections.abc import Iterator
from operator import itemgetter
from typing import Any
from urllib.parse import urlsplit

from skill.lint.finding import Finding
from skill.lint.located import Row, Table, Text
from skill.lint.package import Package, child

_LENGTHS = {"name": (2, 50), "summary": (1, 160), "description": (1, 4000)}
_MOST_KEYWORDS = 30
_HEALTH = {"HEALTH_AND_FITNESS", "MEDICAL"}
_DISCLAIMER = re.compile(
    r"\b(not|no)( a| an)? (substitute|replacement) for\b.*\badvice\b", re.I | re.S
)
_ANSWERS = (
    "allowsPurchases",
    "usesPersonalInfo",
    "isChildDirected",
    "isExportCompliant",
    "containsAds",
)
_PLACEHOLDERS = ("example.com", "example.org", "example.net", "localhost")
_Fault = tuple[str, int, str]


def check(package: Package) -> Iterator[Finding]:
    """Yield what is wrong with the manifest; nothing where there is none."""
    if package.manifest is None:
        return
    manifest = child(package.manifest, "manifest")
    for rule, line, says in (*_listing(manifest), *_privacy(manifest), *_interfaces(manifest)):
        yield Finding(rule, package.manifest_file, line, says)


def _listing(manifest: Table) -> Iterator[_Fault]:
    publishing = child(manifest, "publishingInformation")
    category = str(publishing.get("category") or "")
    if not category:
        yield "category-missing", publishing.line, "there is no category"
    if not str(publishing.get("testingInstructions") or "").strip():
        yield "testing-missing", publishing.line, "there are no testing instructions"
    locales = child(publishing, "locales")
    if not locales:
        yield "listing-empty", publishing.line, "no locale is listed"
    for locale in locales:
        for rule, line, says in _page(child(locales, locale), health=category in _HEALTH):
            yield rule, line, f"{locale}: {says}"


def _page(page: Table, health: bool) -> Iterator[_Fault]:
    for key, (shortest, longest) in _LENGTHS.items():
        words = page.get(key)
        if not isinstance(words, Text) or not words.strip():
            yield "listing-empty", page.line, f"there is no {key}"
        elif not shortest <= len(words) <= longest:
            yield "listing-length", words.line, f"the {key} has {len(words)} characters"
    description = page.get("description")
    if isinstance(description, Text) and description.strip():
        line = description.line
        if health and not _DISCLAIMER.search(description):
            yield "disclaimer-missing", line, "the description has no medical disclaimer"
        if re.search(r"\b(this|the|our|my) app\b", description, re.I):
            yield "description-app", line, "the description calls the skill an app"
    keywords = page.get("keywords")
    if isinstance(keywords, Row) and len(keywords) > _MOST_KEYWORDS:
        yield "keywords-many", keywords.line, f"there are {len(keywords)} keywords"


def _privacy(manifest: Table) -> Iterator[_Fault]:
    privacy = child(manifest, "privacyAndCompliance")
    for answer in _ANSWERS:
        if not isinstance(privacy.get(answer), bool):
            yield "compliance-missing", privacy.line, f"{answer} is neither true nor false"
    if privacy.get("isExportCompliant") is False:
        yield "export", privacy.line, "isExportCompliant is false"
    pages = child(privacy, "locales")
    for locale in child(manifest, "publishingInformation", "locales"):
        urls = child(pages, locale)
        if privacy.get("usesPersonalInfo") is True and not urls.get("privacyPolicyUrl"):
            says = f"{locale}: personal information is used, and there is no privacyPolicyUrl"
            yield "privacy-missing", urls.line, says
        for key, url in filter(itemgetter(1), urls.items()):
            for rule, says in _address(str(url)):
                yield rule, getattr(url, "line", urls.line), f"{locale}: {key} {says}"


def _address(url: str) -> Iterator[tuple[str, str]]:
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        host = ""
    if not host or parts.scheme not in ("http", "https"):
        yield "url", f'is no web address: "{url}"'
    elif any(host == name or host.endswith(f".{name}") for name in _PLACEHOLDERS):
        yield "url-placeholder", f"is at {host}, a placeholder"


def _interfaces(manifest: Table) -> Iterator[_Fault]:
    custom = child(manifest, "apis", "custom")
    for interface in _tables(custom.get("interfaces")):
        apl = interface.get("type") == "ALEXA_PRESENTATION_APL"
        if apl and not interface.get("supportedViewports"):
            yield "viewports-missing", interface.line, "APL without supportedViewports"
    subscriptions = _tables(child(manifest, "events").get("subscriptions"))
    subscribed = {str(one.get("eventName")) for one in subscriptions}
    personal = child(manifest, "privacyAndCompliance").get("usesPersonalInfo") is True
    if personal and custom and "SKILL_DISABLED" not in subscribed:
        yield "personal-kept", manifest.line, "personal information is used, not SKILL_DISABLED"
    for name, place in (("apis.custom", custom), ("events", child(manifest, "events"))):
        endpoint = child(place, "endpoint")
        uri, kind = str(endpoint.get("uri") or ""), endpoint.get("sslCertificateType")
        if "://" in uri and not uri.startswith("https://"):  # else an ARN, or a name for ask-cli
            yield "endpoint", endpoint.line, f'{name} has the endpoint "{uri}"'
        if kind == "SelfSigned":
            yield "endpoint-certificate", endpoint.line, f"{name} has a self-signed certificate"


def _tables(value: Any) -> list[Table]:
    return [item for item in value if isinstance(item, Table)] if isinstance(value, Row) else []
