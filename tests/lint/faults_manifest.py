"""Faults of the manifest: the rule, and what plants one."""

from typing import Any

from tests.lint.sound import Fault, Skill, named, on_page

_NAME = "alexa::profile:given_name:read"
_DISCLAIMER = "It is not a substitute for medical advice."


def _publishing(**changes: Any) -> Any:
    return lambda skill: skill.publishing.update(changes)


def _custom(**changes: Any) -> Any:
    return lambda skill: skill.manifest["apis"]["custom"].update(changes)


def _viewport(**viewport: Any) -> Any:
    return lambda skill: skill.apl.update(supportedViewports=[viewport])


def _interface(kind: str) -> Any:
    return lambda skill: skill.manifest["apis"]["custom"]["interfaces"].append({"type": kind})


def _permission(name: str, **privacy: Any) -> Any:
    def plant(skill: Skill) -> None:
        skill.manifest["permissions"] = [{"name": name}]
        skill.privacy.update(privacy)

    return plant


def _event(skill: Skill) -> None:
    skill.manifest["events"]["subscriptions"].append({"eventName": "SKILL_DISABELD"})


def _gadgets(skill: Skill) -> None:
    gadgets = {"requirement": "OPTIONAL", "minGadgetButtons": 1, "maxGadgetButtons": 9}
    skill.publishing["gadgetSupport"] = gadgets


def _region(uri: str) -> Any:
    return _custom(regions={"EU": {"endpoint": {"uri": uri}}})


def _renamed(skill: Skill) -> None:
    skill.privacy["locals"] = skill.privacy.pop("locales")


FAULTS: list[Fault] = [
    ("countries", _publishing(isAvailableWorldwide=True, distributionCountries=["US"])),
    ("countries-none", _publishing(isAvailableWorldwide=False)),
    ("countries", _publishing(isAvailableWorldwide=False, distributionCountries=["USA"])),
    ("countries", _publishing(isAvailableWorldwide=False, distributionCountries=["US", "US"])),
    ("manifest-value-unlisted", _publishing(category="FOO")),
    ("manifest-value-unlisted", _publishing(category="NOVELTIES")),
    ("manifest-value", _publishing(distributionMode="SECRET")),
    ("manifest-value", _publishing(isAvailableWorldwide="yes")),
    ("manifest-value", lambda s: s.manifest.update(manifestVersion="2.0")),
    ("manifest-value", _custom(endpoint={"uri": "https://tea.dev", "sslCertificateType": "Good"})),
    ("manifest-value", _viewport(mode="WATCH")),
    ("manifest-value", _viewport(mode="HUB", shape="OVAL")),
    ("manifest-value", _gadgets),
    ("manifest-value-unlisted", _event),
    ("manifest-value-unlisted", _permission("alexa::profile:nam:read")),
    ("manifest-value-unlisted", _interface("APL")),
    ("manifest-property", _publishing(isAvailabelWorldwide=True)),
    ("manifest-property", _renamed),
    ("manifest-property-unlisted", _publishing(colour="green")),
    ("manifest-length", on_page(keywords=["tea" * 70])),
    ("manifest-length", on_page(keywords=["tea"] * 31)),
    ("manifest-length", lambda s: s.page["examplePhrases"].append("Brew two cups " * 30)),
    ("manifest-length", _publishing(testingInstructions="Ask for tea. " * 400)),
    ("manifest-length", on_page(updatesDescription="More tea. " * 500)),
    ("privacy-missing", _permission(_NAME, locales={})),
    ("personal-undeclared", _permission(_NAME, usesPersonalInfo=False)),
    ("child-personal", _permission(_NAME, isChildDirected=True)),
    ("audio-intents", _interface("AUDIO_PLAYER")),
    ("interface-withdrawn", _interface("GAME_ENGINE")),
    ("interface-withdrawn", _permission("alexa::household:lists:read")),
    ("template-text", on_page(summary="Sample Short Description")),
    ("template-text", on_page(description="Sample Full Description")),
    ("template-text", _publishing(testingInstructions="Sample Testing Instructions.")),
    ("listing-brand", on_page(name="The official Alexa tea timer")),
    ("listing-brand", on_page(name="Amazon's tea timer")),
    ("listing-brand", on_page(description=f"The Tea Timer Alexa skill. {_DISCLAIMER}")),
    ("endpoint", _region("http://tea.dev")),
    ("endpoint-ssl", _region("https://tea.dev")),
    ("endpoint-ssl", _custom(endpoint={"uri": "https://tea.dev"})),
    ("events-endpoint", lambda s: s.manifest["events"].pop("endpoint")),
    ("invocation-launch-word", named("enable teapot")),
    ("invocation-connecting-word", named("using teapots")),
    ("invocation-connecting-word", named("tea whether")),
    ("invocation-connecting-word", named("from teapots")),
    ("invocation-connecting-word", named("in teapots")),
    ("invocation-connecting-word", named("if teapots")),
    ("invocation-connecting-word", named("and teapots")),
    ("invocation-connecting-word", named("that teapot")),
]
