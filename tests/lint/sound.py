"""A small skill package without a fault, and a way to plant one."""

import json
import shutil
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from skill.cli import main
from skill.lint import check, report
from skill.publish import listing

_INTENTS = [
    {
        "name": "BrewIntent",
        "slots": [
            {"name": "tea", "type": "TEA"},
            {"name": "cups", "type": "AMAZON.NUMBER"},
        ],
        "samples": [
            "how long does {tea} take",
            "brew {cups} cups of {tea}",
            "what's the best way to brew tea",
        ],
    },
    {"name": "WaterIntent", "slots": [], "samples": ["how hot is the water"]},
    *(
        {"name": f"AMAZON.{name}Intent", "samples": []}
        for name in ("Help", "Stop", "Cancel", "NavigateHome", "Fallback")
    ),
]
_TYPES = [
    {
        "name": "TEA",
        "values": [
            {"id": "green", "name": {"value": "green tea", "synonyms": ["green", "sencha"]}},
            {"id": "black", "name": {"value": "black tea", "synonyms": ["assam"]}},
        ],
    }
]
_PAGE = {
    "name": "Tea Timer",
    "summary": "How long and how hot.",
    "description": "This skill knows how to brew tea. It is not a substitute for medical advice.",
    "examplePhrases": [
        "Alexa, open tea timer",
        "Alexa, ask tea timer how long does sencha take",
        "Brew two cups of black tea.",
    ],
    "keywords": ["tea"],
    "smallIconUri": "file://assets/icon-108.png",
    "largeIconUri": "file://assets/icon-512.png",
}
_MANIFEST: Any = {
    "manifest": {
        "manifestVersion": "1.0",
        "publishingInformation": {
            "locales": {"en-US": _PAGE},
            "category": "HEALTH_AND_FITNESS",
            "testingInstructions": "Ask for tea.",
        },
        "privacyAndCompliance": {
            "allowsPurchases": False,
            "usesPersonalInfo": True,
            "isChildDirected": False,
            "isExportCompliant": True,
            "containsAds": False,
            "locales": {"en-US": {"privacyPolicyUrl": "https://tea.dev/privacy"}},
        },
        "apis": {
            "custom": {
                "endpoint": {"uri": "arn:aws:lambda:us-east-1:1:function:tea"},
                "interfaces": [
                    {"type": "ALEXA_PRESENTATION_APL", "supportedViewports": [{"mode": "HUB"}]}
                ],
            }
        },
        "events": {
            "endpoint": {"uri": "arn:aws:lambda:us-east-1:1:function:tea"},
            "subscriptions": [{"eventName": "SKILL_DISABLED"}],
        },
    }
}


class Skill:
    """The package, open to change before it is written."""

    def __init__(self) -> None:
        self.manifest = deepcopy(_MANIFEST)["manifest"]
        self.publishing = self.manifest["publishingInformation"]
        self.page = self.publishing["locales"]["en-US"]
        self.privacy = self.manifest["privacyAndCompliance"]
        self.apl = self.manifest["apis"]["custom"]["interfaces"][0]
        self.language: Any = {"invocationName": "tea timer"}
        self.language |= deepcopy({"intents": _INTENTS, "types": _TYPES})
        self.intents, self.types = self.language["intents"], self.language["types"]
        self.brew, self.water = self.intents[:2]
        self.tea = self.types[0]
        self.models: dict[str, Any] = {
            "en-US": {"interactionModel": {"languageModel": self.language}}
        }
        self.model: Any = self.models["en-US"]["interactionModel"]
        self.beside: dict[str, Any] = {}  # further files: JSON, or text as it is
        self.raw: dict[str, Callable[[bytes], bytes]] = {}  # what is done to a file at last

    def move_to(self, locale: str) -> None:
        """Make it a skill of another locale."""
        for place in (self.models, self.publishing["locales"], self.privacy["locales"]):
            place[locale] = place.pop("en-US")

    def add(self, locale: str) -> None:
        """Have the same in another locale, too."""
        self.models[locale] = deepcopy(self.models["en-US"])
        for place in (self.publishing, self.privacy):
            place["locales"][locale] = place["locales"]["en-US"]

    def write(self, folder: Path) -> None:
        """Write the package into an empty folder."""
        models = folder / "interactionModels" / "custom"
        models.mkdir(parents=True)
        shutil.copytree(listing.ASSETS, folder / "assets")
        files = {models / f"{locale}.json": model for locale, model in self.models.items()}
        files[folder / "skill.json"] = {"manifest": self.manifest}
        for path, document in files.items():
            path.write_text(json.dumps(document, indent=2, ensure_ascii=False), "utf-8")
        for name, document in self.beside.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            text = document if isinstance(document, str) else json.dumps(document, indent=2)
            path.write_text(text, "utf-8")
        for name, change in self.raw.items():
            path = folder / name
            path.write_bytes(change(path.read_bytes()))


Fault = tuple[str, Callable[[Skill], object]]


def on_page(**changes: Any) -> Callable[[Skill], object]:
    """Return what changes the listing of the first locale."""
    return lambda skill: skill.page.update(changes)


def named(name: str) -> Callable[[Skill], object]:
    """Return what gives the skill another invocation name, in its example phrases too."""

    def plant(skill: Skill) -> None:
        skill.language["invocationName"] = name
        phrases = skill.page["examplePhrases"]
        phrases[:] = [one.replace("tea timer", name) for one in phrases]

    return plant


def run(*arguments: object, given: str | None = None) -> Result:
    """Return how `leg-day check` ends with these arguments, and `given` on standard input."""
    return CliRunner().invoke(main, ["check", *map(str, arguments)], input=given)


def found(folder: Path, plant: Callable[[Skill], object] = lambda skill: None) -> list[str]:
    """Return the linter's lines on the package with a fault planted."""
    skill = Skill()
    plant(skill)
    skill.write(folder)
    lines = report.lines(check(folder), "text")
    return [
        line.replace(f"{folder}/", "").replace("interactionModels/custom/", "") for line in lines
    ]
