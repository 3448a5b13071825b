"""What the store is told: skill.json, the icons, and a second opinion on both."""

import json
import re

import pytest
from ask_sdk_model_runtime.serializer import DefaultSerializer
from ask_smapi_model.v1.skill.interaction_model.interaction_model_data import InteractionModelData
from ask_smapi_model.v1.skill.manifest.interface_type import InterfaceType
from ask_smapi_model.v1.skill.manifest.skill_manifest_envelope import SkillManifestEnvelope

from skill.lint import check
from skill.publish import listing, package

LOCALES = ["en-AU", "en-CA", "en-GB", "en-IN", "en-US"]
MANIFEST = listing.manifest(site="https://legs.dev/", endpoint="https://legs.dev")["manifest"]
PAGE = MANIFEST["publishingInformation"]["locales"]["en-US"]


def test_five_locales_with_one_text():
    listed = MANIFEST["publishingInformation"]["locales"]
    assert sorted(listed) == LOCALES
    assert all(page == PAGE for page in listed.values())


def test_the_text_has_no_word_that_the_englishes_spell_differently():
    words = set(re.findall("[a-z]+", json.dumps(MANIFEST).lower()))
    differently = set(
        "fiber fibers fibre fibres kilometer kilometre meter metre center centre".split()
    )
    assert words & (differently | {"favorite", "color", "personalized", "organize", "mum"}) == set()


def test_what_the_store_shows():
    assert PAGE["name"] == "Leg Day"
    assert PAGE["summary"] == (
        "Does running count as leg day? Ask, and get a short, straight answer."
    )
    assert "This skill" in PAGE["description"]
    assert "not a substitute for professional or medical advice" in PAGE["description"]
    assert "—" not in PAGE["description"]
    assert PAGE["examplePhrases"] == [
        "Alexa, open leg day",
        "Does running count as leg day",
        "Should I jog or sprint",
    ]
    assert PAGE["smallIconUri"] == "file://assets/icon-108.png"
    assert MANIFEST["publishingInformation"]["category"] == "HEALTH_AND_FITNESS"
    assert MANIFEST["publishingInformation"]["isAvailableWorldwide"] is True
    assert MANIFEST["publishingInformation"]["distributionCountries"] == []


def test_what_the_platform_is_told():
    assert MANIFEST["privacyAndCompliance"]["locales"]["en-IN"] == {
        "privacyPolicyUrl": "https://legs.dev/privacy",
        "termsOfUseUrl": "https://legs.dev/terms",
    }
    assert MANIFEST["privacyAndCompliance"]["usesPersonalInfo"] is True
    assert MANIFEST["privacyAndCompliance"]["isChildDirected"] is False
    assert MANIFEST["events"] == {
        "endpoint": {"uri": "https://legs.dev", "sslCertificateType": "Trusted"},
        "subscriptions": [{"eventName": "SKILL_DISABLED"}],
    }
    screens, can_fulfill = MANIFEST["apis"]["custom"]["interfaces"]
    assert can_fulfill == {"type": "CAN_FULFILL_INTENT_REQUEST"}
    assert screens["type"] == "ALEXA_PRESENTATION_APL"
    assert [
        (one["mode"], one["shape"], one["maxWidth"]) for one in screens["supportedViewports"]
    ] == [
        ("HUB", "ROUND", 599),
        ("HUB", "RECTANGLE", 1279),
        ("HUB", "RECTANGLE", 1279),
        ("HUB", "RECTANGLE", 1920),
        ("TV", "RECTANGLE", 960),
    ]


def test_example_phrases_are_asked_and_answered(talk):
    _, one, two = PAGE["examplePhrases"]
    assert talk().say(one).understood.intent == "DoesRunningCountIntent"
    assert talk().say(two).understood.intent == "JogOrSprintIntent"


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    out = tmp_path_factory.mktemp("store")
    list(package.write(out))
    return out / "skill-package"


def test_amazons_own_types_read_the_manifest(store):
    """ask-smapi-model raises on a wrong type, and what it does not know it leaves out.

    It names CAN_FULFILL_INTENT_REQUEST among the interfaces, but has no class to read it with.
    """
    document = json.loads((store / "skill.json").read_text("utf-8"))
    can_fulfill = document["manifest"]["apis"]["custom"]["interfaces"].pop()
    assert can_fulfill == {"type": InterfaceType.CAN_FULFILL_INTENT_REQUEST.value}
    read = DefaultSerializer().deserialize(json.dumps(document), SkillManifestEnvelope)
    assert json.loads(json.dumps(DefaultSerializer().serialize(read))) == document


@pytest.mark.parametrize("locale", LOCALES)
def test_amazons_own_types_read_the_models(store, locale):
    document = (store / f"interactionModels/custom/{locale}.json").read_text("utf-8")
    read = DefaultSerializer().deserialize(document, InteractionModelData)
    assert json.loads(json.dumps(DefaultSerializer().serialize(read))) == json.loads(document)


def test_both_opinions_on_a_wrong_type(tmp_path):
    """The typed reading refuses what our linter calls misshapen."""
    wrong = {"interactionModel": {"languageModel": {"intents": [{"name": "A", "samples": 1}]}}}
    with pytest.raises(Exception, match="'int' object is not iterable"):
        DefaultSerializer().deserialize(json.dumps(wrong), InteractionModelData)
    (tmp_path / "en-US.json").write_text(json.dumps(wrong))
    assert "shape" in {one.rule for one in check(tmp_path)}


def test_the_testing_instructions_work(talk):
    """What testers are told to say is understood, step by step, in every locale."""
    steps = MANIFEST["publishingInformation"]["testingInstructions"].split("\n")
    told = re.findall(r"[Ss]ay: ([a-zI ]+)\.", " ".join(steps))
    for locale in LOCALES:
        conversation = talk(locale=locale)
        conversation.launch()
        assert [conversation.say(words).understood.intent for words in told[1:]] == [
            "DoesRunningCountIntent",
            "AMAZON.YesIntent",
            "JogOrSprintIntent",
            "SetGoalIntent",
            "CaloriesBurnedIntent",
            "WhatAboutIntent",
            "PainIntent",
            "ForgetMeIntent",
            "AMAZON.HelpIntent",
            "AMAZON.StopIntent",
        ]
