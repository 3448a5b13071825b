"""Faults of dialogs, prompts and built-in types: the rule, and what plants one."""

from collections.abc import Callable
from typing import Any

from tests.lint.sound import Skill

Fault = tuple[str, Callable[[Skill], object]]


def _dialog(skill: Skill) -> Any:
    """A sound dialog: the tea is asked for."""
    asked = {
        "name": "tea",
        "type": "TEA",
        "elicitationRequired": True,
        "prompts": {"elicitation": "Elicit.Tea"},
    }
    skill.model["dialog"] = {
        "delegationStrategy": "ALWAYS",
        "intents": [{"name": "BrewIntent", "slots": [asked]}],
    }
    spoken = {"type": "PlainText", "value": "For {cups} cups, which tea?"}
    skill.model["prompts"] = [{"id": "Elicit.Tea", "variations": [spoken]}]
    return skill.model["dialog"]["intents"][0]


def _asked(**changes: Any) -> Any:
    return lambda skill: _dialog(skill)["slots"][0].update(changes)


def _intent(**changes: Any) -> Any:
    return lambda skill: _dialog(skill).update(changes)


def _prompt(**changes: Any) -> Any:
    return lambda skill: _dialog(skill) and skill.model["prompts"][0].update(changes)


def _spoken(**changes: Any) -> Any:
    def plant(skill: Skill) -> None:
        _dialog(skill)
        skill.model["prompts"][0]["variations"][0].update(changes)

    return plant


def _twice(skill: Skill) -> None:
    _dialog(skill)
    skill.model["prompts"] *= 2


def _slot(**slot: Any) -> Any:
    def plant(skill: Skill) -> None:
        skill.water["slots"] = [{"name": "where", "type": "TEA", **slot}]
        skill.water["samples"].append("how hot is {where}")

    return plant


def _fixed(skill: Skill) -> None:
    skill.types.append({"name": "AMAZON.NUMBER", "values": [{"name": {"value": "a lot"}}]})


def _in_german(skill: Skill, name: str) -> None:
    """The same skill for de-DE."""
    skill.models["de-DE"] = skill.models.pop("en-US")
    for place in (skill.publishing, skill.privacy):
        place["locales"]["de-DE"] = place["locales"].pop("en-US")
    skill.language["invocationName"] = name
    skill.intents[1]["samples"] = ["wie heiß ist das wasser"]
    skill.brew["samples"] = ["wie lange zieht {tea}", "mach {cups} tassen {tea}"]
    skill.page["examplePhrases"] = [f"Alexa, öffne {name}", "wie heiß ist das Wasser"]


def _german(name: str) -> Any:
    return lambda skill: _in_german(skill, name)


def _many(skill: Skill) -> None:
    _in_german(skill, "teestube")
    skill.brew["slots"][0]["multipleValues"] = {"enabled": True}


def _not_said(skill: Skill) -> None:
    _in_german(skill, "teestube")
    skill.page["examplePhrases"][1] = "Alexa, frage Teestube nach dem Wetter"


def _sensitivity(skill: Skill) -> None:
    skill.language["modelConfiguration"] = {"fallbackIntentSensitivity": {"level": "MAXIMUM"}}


FAULTS: list[Fault] = [
    ("prompt-undefined", _asked(prompts={"elicitation": "Elicit.Coffee"})),
    ("prompt-undefined", _asked(validations=[{"type": "isInSet", "prompt": "Slot.Validation"}])),
    ("prompt-missing", _asked(prompts={})),
    ("prompt-missing", _intent(confirmationRequired=True)),
    ("prompt-empty", _prompt(variations=[])),
    ("prompt-repeated", _twice),
    ("prompt-ssml", _spoken(type="SSML", value="<speak>Which <emphasis>tea?</speak>")),
    ("prompt-slot", _spoken(value="Which {leaf}?")),
    ("model-value", _spoken(type="Text")),
    ("model-value", _intent(delegationStrategy="NEVER")),
    ("model-value", _sensitivity),
    ("dialog-unknown", _intent(name="CoffeeIntent")),
    ("dialog-unknown", _asked(name="bean")),
    ("dialog-type", _asked(type="AMAZON.Food")),
    ("slot-undeclared", _slot(samples=["{bean}"])),
    ("sample-characters", _slot(samples=["hot?"])),
    ("sample-braces", _slot(samples=["{where"])),
    ("slot-many", _many),
    ("name-overlap", _slot(name="BrewIntent", samples=["{BrewIntent}"])),
    ("intents-none", lambda s: (s.intents.__delitem__(slice(0, 2)), s.types.clear())),
    ("builtin-slots", lambda s: s.intents[2].update(slots=[{"name": "tea", "type": "TEA"}])),
    ("type-builtin", _slot(type="AMAZON.Citty")),
    ("type-unlisted", _slot(type="AMAZON.Quux")),
    ("type-unlisted", _slot(type="AMAZON.Number")),
    ("type-withdrawn", _slot(type="AMAZON.LITERAL")),
    ("type-locale", _slot(type="AMAZON.DE_CITY")),
    ("type-fixed", _fixed),
    ("value-repeated", lambda s: s.tea["values"].append({"name": {"value": "Green tea"}})),
    ("invocation-launch-word", _german("öffne teestube")),
    ("invocation-little-word", _german("das teehaus")),
    ("invocation-reserved", _german("teestuben skill")),
    ("invocation-joining-word", _german("neues über teestuben")),
    ("example-unheard", _not_said),
]
