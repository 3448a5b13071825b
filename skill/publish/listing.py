"""The skill manifest, skill.json, made from listing.toml: one text, five locales.

Format: the Alexa Skills Kit's "Skill Manifest Schema", version 1.0.
"""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

SOURCE = Path(__file__).parent / "listing.toml"
ASSETS = Path(__file__).parent / "assets"
ICONS = {"smallIconUri": "icon-108.png", "largeIconUri": "icon-512.png"}

# "Could this skill answer that?", asked with nobody listening. Alexa asks it in en-US.
_CAN_FULFILL = {"type": "CAN_FULFILL_INTENT_REQUEST"}
_ANY_CERTIFICATE_AUTHORITY = "Trusted"  # the only kind with which a skill is certified


class ListingError(ValueError):
    """A site or an endpoint that the platform would refuse; the message says which and why."""


def read_listing() -> dict[str, Any]:
    """Return listing.toml, parsed."""
    return tomllib.loads(SOURCE.read_text("utf-8"))


def manifest(site: str | None = None, endpoint: str | None = None) -> dict[str, Any]:
    """Return the skill.json document.

    `site` is the address that serves /privacy and /terms; listing.toml's placeholder unless given.
    `endpoint` is the ARN of the Lambda function or the address of the web service. Without one the
    skill has no endpoint yet, as when it is created. Raises `ListingError` for an address that is
    not https, and for an ARN that is not a Lambda function's.
    """
    listing = read_listing()
    home = _address(site or listing["site"])
    custom: dict[str, Any] = {"interfaces": [_screens(listing), _CAN_FULFILL]}
    events: dict[str, Any] = {"subscriptions": [{"eventName": "SKILL_DISABLED"}]}
    if endpoint:
        custom = {"endpoint": _endpoint(endpoint)} | custom
        events = {"endpoint": _endpoint(endpoint)} | events
    return {
        "manifest": {
            "manifestVersion": "1.0",
            "publishingInformation": _publishing(listing),
            "privacyAndCompliance": _privacy(listing, home),
            "apis": {"custom": custom},
            "events": events,
        }
    }


def _publishing(listing: Mapping[str, Any]) -> dict[str, Any]:
    text, publishing = listing["text"], dict(listing["publishing"])
    page = {
        "name": text["name"],
        "summary": text["summary"],
        "description": text["description"].strip(),
        "examplePhrases": text["examples"],
        "keywords": text["keywords"],
        **{name: f"file://assets/{file}" for name, file in ICONS.items()},
    }
    publishing["testingInstructions"] = publishing["testingInstructions"].strip()
    return {
        "locales": dict.fromkeys(listing["locales"], page),
        "distributionCountries": [],
        **publishing,
    }


def _privacy(listing: Mapping[str, Any], home: str) -> dict[str, Any]:
    pages = {"privacyPolicyUrl": f"{home}/privacy", "termsOfUseUrl": f"{home}/terms"}
    return {**listing["privacy"], "locales": dict.fromkeys(listing["locales"], pages)}


def _screens(listing: Mapping[str, Any]) -> dict[str, Any]:
    return {"type": "ALEXA_PRESENTATION_APL", "supportedViewports": listing["viewports"]}


def _endpoint(given: str) -> dict[str, str]:
    if given.startswith("arn:"):
        parts = given.split(":")
        if len(parts) not in (7, 8) or parts[2] != "lambda" or parts[5] != "function":
            raise ListingError(f"endpoint: {given} is not the ARN of a Lambda function")
        return {"uri": given}
    return {"uri": _address(given), "sslCertificateType": _ANY_CERTIFICATE_AUTHORITY}


def _address(given: str) -> str:
    parts = urlsplit(given)
    if parts.scheme != "https" or not parts.hostname:
        raise ListingError(f"{given} is neither an https address nor a Lambda function's ARN")
    return given.rstrip("/")
