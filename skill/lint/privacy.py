"""Rules for privacy, compliance and permissions."""

import re
from collections.abc import Iterator
from operator import itemgetter
from urllib.parse import urlsplit

from skill.lint.finding import Finding, data
from skill.lint.located import Row, Table, Text
from skill.lint.package import Package, child, tables

_ANSWERS = (
    *("allowsPurchases", "usesPersonalInfo", "isChildDirected", "isExportCompliant"),
    "containsAds",
)
_PLACEHOLDERS = ("example.com", "example.org", "example.net", "localhost")
# In an address that is not Amazon's own.
_BRAND = re.compile(r"alexa|amazon")
_AMAZONS = re.compile(r"(^|\.)(amazon|amazonaws|amazoncognito|awsapps)\.[a-z.]+$")
_Fault = tuple[str, int, str]


def check(package: Package) -> Iterator[Finding]:
    """Yield what is wrong with the questions on privacy and compliance and with permissions."""
    if package.manifest is None:
        return
    manifest = child(package.manifest, "manifest")
    for rule, line, says in (*_compliance(manifest), *_personal(package, manifest)):
        yield Finding(rule, package.manifest_file, line, says)


def _compliance(manifest: Table) -> Iterator[_Fault]:
    privacy = child(manifest, "privacyAndCompliance")
    open_ = [answer for answer in _ANSWERS if not isinstance(privacy.get(answer), bool)]
    if open_:
        says = f"neither true nor false: {', '.join(open_)}"
        yield "compliance-missing", privacy.line, says
    if privacy.get("isExportCompliant") is False:
        yield "export", privacy.line, "isExportCompliant is false"
    pages = child(privacy, "locales")
    for locale in pages:
        page = child(pages, locale)
        for key, url in filter(itemgetter(1), page.items()):
            for rule, says in _address(str(url)):
                yield rule, getattr(url, "line", page.line), f"{locale}: {key} {says}"


def _personal(package: Package, manifest: Table) -> Iterator[_Fault]:
    privacy = child(manifest, "privacyAndCompliance")
    uses, permissions = privacy.get("usesPersonalInfo"), _personal_permissions(manifest)
    reason = "personal information is used"
    if permissions:
        reason = f"{permissions[0]} is asked for"
        if uses is False:
            says = f"{reason}, and usesPersonalInfo is not true"
            yield "personal-undeclared", permissions[0].line, says
    if not permissions and uses is not True:
        return
    if privacy.get("isChildDirected") is True:
        yield "child-personal", privacy.line, f"isChildDirected is true, and {reason}"
    pages = child(privacy, "locales")
    listed = child(manifest, "publishingInformation", "locales")
    lacking = [one for one in listed if not child(pages, one).get("privacyPolicyUrl")]
    if lacking:
        says = f"{', '.join(lacking)}: {reason}, and there is no privacyPolicyUrl"
        yield "privacy-missing", pages.line, says
    events = child(manifest, "events").get("subscriptions")
    if uses is True and package.custom and "SKILL_DISABLED" not in repr(events):
        yield "personal-kept", manifest.line, f"{reason}, and SKILL_DISABLED is not subscribed to"


def _personal_permissions(manifest: Table) -> list[Text]:
    known = data("manifest")["personal"]["permissions"]
    rows = manifest.get("permissions")
    names = [row.get("name") for row in tables(rows)] if isinstance(rows, Row) else []
    return [name for name in names if isinstance(name, Text) and name in known]


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
    elif (brand := _BRAND.search(host)) and not _AMAZONS.search(host):
        yield "url-brand", f'is at {host}, which has "{brand[0]}"'
