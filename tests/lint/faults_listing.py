"""Faults of the listing: the rule, and what plants one. What is found is in faults.txt."""

from typing import Any

from tests.lint.sound import Fault, on_page


def _privacy(**changes: Any) -> Any:
    return lambda skill: skill.privacy.update(changes)


def _phrase(place: int, words: str) -> Any:
    return lambda skill: skill.page["examplePhrases"].__setitem__(place, words)


def _endpoint(**endpoint: str) -> Any:
    return lambda skill: skill.manifest["apis"]["custom"].update(endpoint=endpoint)


def _url(url: str) -> Any:
    return lambda skill: skill.privacy["locales"]["en-US"].update(privacyPolicyUrl=url)


FAULTS: list[Fault] = [
    ("listing-empty", on_page(summary=" ")),
    ("listing-length", on_page(summary="tea " * 50)),
    ("disclaimer-missing", on_page(description="This skill knows how to brew tea.")),
    ("description-app", on_page(description="This app is not a substitute for medical advice.")),
    ("category-missing", lambda s: s.publishing.pop("category")),
    ("testing-missing", lambda s: s.publishing.update(testingInstructions="")),
    ("example-count", on_page(examplePhrases=[])),
    ("example-first", _phrase(0, "Open tea timer")),
    ("example-unmatched", _phrase(2, "Alexa, ask tea timer to sing a song")),
    ("example-unmatched", _phrase(2, "Alexa, how high is the mountain")),
    ("example-characters", _phrase(2, "Brew two cups of {tea}")),
    ("icon-missing", lambda s: s.page.pop("smallIconUri")),
    ("icon-missing", on_page(largeIconUri="file://assets/large.png")),
    ("icon-format", on_page(largeIconUri="file://assets/icon.svg")),
    ("icon-size", on_page(smallIconUri="file://assets/icon-512.png")),
    ("compliance-missing", lambda s: s.privacy.pop("containsAds")),
    ("export", _privacy(isExportCompliant=False)),
    ("privacy-missing", _privacy(locales={})),
    ("url", _url("tea.dev/privacy")),
    ("url", _url("https://[tea/privacy")),
    ("url-placeholder", _url("https://www.example.com/privacy")),
    ("url-brand", _url("https://alexa.tea.dev/privacy")),
    ("viewports-missing", lambda s: s.apl.pop("supportedViewports")),
    ("endpoint", _endpoint(uri="http://tea.dev")),
    ("endpoint-certificate", _endpoint(uri="https://tea.dev", sslCertificateType="SelfSigned")),
    ("personal-kept", lambda s: s.manifest.pop("events")),
]
