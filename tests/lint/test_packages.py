"""Where skills are found, of what kind they are, and for which locale."""

import itertools
import json

import pytest

from skill.lint import check
from tests.lint.sound import Skill, found, run


def faulty(folder):
    """Write the sound skill with a question mark in a sample."""
    skill = Skill()
    skill.water["samples"] = ["how hot is it?"]
    folder.mkdir(parents=True)
    skill.write(folder)


LINE = (
    "interactionModels/custom/en-US.json:28: build: "
    'WaterIntent: "how hot is it?" has "?" [sample-characters]'
)


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_every_skill_of_a_monorepo_is_found_and_nothing_installed(here):
    for place in ("skills/green", "skills/black", "node_modules/tea", ".git/tea"):
        faulty(here / place / "skill-package")
    assert run(".").stdout.splitlines() == [
        f"skills/black/skill-package/{LINE}",
        f"skills/green/skill-package/{LINE}",
    ]


def test_the_profiles_of_a_project_say_where_the_packages_are(here):
    faulty(here / "stages" / "prod")
    faulty(here / "stages" / "dev")
    faulty(here.parent / "elsewhere")
    sources = {"default": "./stages/dev", "prod": "stages/prod", "else": "../elsewhere"}
    profiles = {name: {"skillMetadata": {"src": place}} for name, place in sources.items()}
    document = {"askcliResourcesVersion": "2020-03-31", "profiles": profiles}
    (here / "ask-resources.json").write_text(json.dumps(document))
    assert run(".").stdout.splitlines() == [f"stages/dev/{LINE}", f"stages/prod/{LINE}"]


def test_manifest_and_models_in_folders_side_by_side(here):
    faulty(here / "whole")
    (here / "skillManifest").mkdir()
    (here / "whole" / "skill.json").rename(here / "skillManifest" / "skill.json")
    (here / "whole" / "interactionModels" / "custom").rename(here / "interactionModels")
    rules = {line.rpartition("[")[2] for line in run(".").stdout.splitlines()}
    assert rules == {"sample-characters]", "icon-missing]"}


def test_several_paths_and_a_folder_inside_a_package(here):
    faulty(here / "one")
    faulty(here / "two")
    ran = run("one", "two/interactionModels")
    assert ran.stdout.splitlines() == [f"one/{LINE}", f"two/{LINE}"]


def test_a_model_on_standard_input(here):
    skill = Skill()
    skill.water["samples"] = ["how hot is it?"]
    ran = run("-", "--locale", "en-GB", given=json.dumps(skill.models["en-US"]))
    says = 'build: WaterIntent: "how hot is it?" has "?" [sample-characters]'
    assert ran.stdout == f"<stdin>:1: {says}\n"
    ran = run("-", given='{"name": "tea", "version": "1"}')
    assert (ran.exit_code, ran.stdout) == (2, "")
    assert ran.stderr.endswith("it looks like a package.json\n")


def test_one_bad_file_is_a_finding_and_not_the_end(here):
    faulty(here / "tea")
    models = here / "tea" / "interactionModels" / "custom"
    (models / "de-DE.json").write_text('{"interactionModel": {"languageModel": }}')
    (models / "fr-FR.json").write_bytes(b'{"caf\xe9": 1}')
    (models / "it-IT.json").symlink_to("/etc/hostname")
    assert run("tea").stdout.splitlines() == [
        "tea/interactionModels/custom/de-DE.json:1: build: not JSON: a value expected [unreadable]",
        f"tea/{LINE}",
        "tea/interactionModels/custom/fr-FR.json:1: build: not UTF-8 text [unreadable]",
        "tea/interactionModels/custom/it-IT.json:1: submit: leads out of the folder [path-outside]",
    ]


def test_what_several_locales_share_is_said_once(here):
    skill = Skill()
    skill.water["samples"] = ["how hot is it?"]
    skill.add("en-GB")
    skill.write(here)
    assert run(".").stdout == LINE.replace("en-US", "en-GB").replace(
        ' "?" [', ' "?" (and in en-US) ['
    ) + "\n"  # fmt: skip


@pytest.mark.parametrize("kind", ["smartHome", "householdList", "flashBriefing"])
def test_a_skill_that_is_not_custom_needs_no_model(tmp_path, kind):
    def plant(skill):
        skill.manifest["apis"] = {kind: {}}
        skill.models.clear()

    rules = {line.rpartition("[")[2] for line in found(tmp_path, plant)}
    assert rules <= {"interface-withdrawn]"}


def test_a_locale_that_amazon_clones_needs_no_model(tmp_path):
    def plant(skill):
        skill.add("en-GB")
        del skill.models["en-GB"]
        cloned = {"locales": [{"source": "en-US", "targets": ["en-GB"]}]}
        skill.publishing["automaticClonedLocale"] = cloned

    assert found(tmp_path, plant) == []


def test_a_component_needs_neither_name_nor_help(tmp_path):
    skill = Skill()
    del skill.language["invocationName"]
    del skill.intents[2:]
    (tmp_path / "en-US.json").write_text(json.dumps(skill.models["en-US"]))
    assert check(tmp_path) == []


def test_alexa_conversations_uses_what_the_model_does_not(tmp_path):
    def plant(skill):
        skill.types.append({"name": "LEAF", "values": []})
        skill.page["examplePhrases"][1] = "Alexa, is it going to rain"
        skill.beside["conversations/tea.acdl"] = "dialog Nothing Tea {}"

    assert found(tmp_path, plant) == []


def test_a_slot_of_a_shared_type_has_no_type(tmp_path):
    def plant(skill):
        slot = {"name": "leaf", "slotTypeReference": {"name": "LEAF", "version": "1"}}
        skill.water["slots"] = [slot]
        skill.water["samples"].append("how hot for {leaf}")

    assert found(tmp_path, plant) == []


@pytest.mark.parametrize(
    "phrase",
    [
        "Alexa, ask tea timer to brew two cups of Oolong",
        "Alexa, how hot is the water with Tea Timer",
        "Alexa, ask the tea timer skill",
        "Alexa, tea timer",
        "How hot is the water?",
        "Alexa, what's the best way to brew tea using Tea Timer",
    ],
)
def test_ways_to_put_a_request_around_a_name(tmp_path, phrase):
    assert found(tmp_path, lambda s: s.page["examplePhrases"].append(phrase)) == []


@pytest.mark.parametrize(
    ("name", "phrases"),
    [
        ("b. h. tea", ["Alexa, open BH Tea", "Alexa, ask b. h. tea how hot is the water"]),
        ("tea eighty", ["Alexa, open Tea80", "Alexa, ask Tea80 how hot is the water"]),
    ],
)
def test_a_name_may_be_written_otherwise_in_the_listing(tmp_path, name, phrases):
    def plant(skill):
        skill.language["invocationName"] = name
        skill.page["examplePhrases"] = phrases

    assert found(tmp_path, plant) == []


@pytest.mark.parametrize(
    ("name", "samples", "rule"),
    [
        ("model_de.json", ["wie heiß ist das wasser"], "invocation-launch-word"),
        (
            "InteractionModel.json",
            ["wie heiß ist das wasser für den tee"],
            "invocation-launch-word",
        ),
        ("InteractionModel.json", ["how hot is the water"], None),
    ],
)
def test_the_language_of_a_model_that_has_no_locale(tmp_path, name, samples, rule):
    skill = Skill()
    skill.language["invocationName"] = "starte teestube"
    skill.language["intents"] = [{"name": "WaterIntent", "samples": samples}, *skill.intents[2:]]
    skill.language["types"] = []
    (tmp_path / name).write_text(json.dumps(skill.models["en-US"]))
    assert {one.rule for one in check(tmp_path / name)} == ({rule} if rule else set())


def test_a_misspelled_locale(tmp_path):
    def plant(skill):
        skill.models["en_UK"] = skill.models.pop("en-US")

    assert (
        "en_UK.json:1: build: Alexa has no locale en_UK (did you mean en-GB?) [locale-unknown]"
        in (found(tmp_path, plant))
    )


def test_a_search_for_conflicts_that_would_not_end(tmp_path):
    """Each of many slots in a row may take one word or many: the ways grow without bound."""

    def plant(skill):
        words = [chr(97 + n % 26) + chr(97 + n // 26) for n in range(400)]
        values = [{"name": {"value": f"{a} {b}"}} for a, b in itertools.pairwise(words)]
        for kind in ("LEFT", "RIGHT"):
            skill.types.append(
                {"name": kind, "values": [*values, *({"name": {"value": w}} for w in words)]}
            )
        left = [{"name": f"l{chr(97 + n)}", "type": "LEFT"} for n in range(20)]
        right = [{"name": f"r{chr(97 + n)}", "type": "RIGHT"} for n in range(20)]
        skill.brew["slots"] += left
        skill.water["slots"] = right
        skill.brew["samples"].append(" ".join(f"{{{one['name']}}}" for one in left))
        skill.water["samples"].append(" ".join(f"{{{one['name']}}}" for one in right))

    assert [line.rpartition("[")[2] for line in found(tmp_path, plant)] == ["conflicts-unfinished]"]


@pytest.mark.node
def test_amazons_validator_reads_the_screens(tmp_path):
    def plant(skill):
        text = {"type": "Text", "txet": "tea"}
        sound = {"type": "APL", "version": "1.6", "mainTemplate": {"items": [{"type": "Frame"}]}}
        faulty = {**sound, "mainTemplate": {"items": [{"type": "Frame", "items": [text]}]}}
        skill.beside["response/display/one/document.json"] = {"document": sound}
        skill.beside["response/display/two/document.json"] = {"document": faulty}
        skill.beside["response/prompts/tea/document.json"] = {**faulty, "type": "APLA"}

    assert found(tmp_path, plant) == [
        "response/display/two/document.json:10: advice: /mainTemplate/items/0/items/0: "
        "should NOT have additional properties : txet [apl]"
    ]


def test_phrases_of_another_kind_of_skill_are_not_the_models(tmp_path):
    def plant(skill):
        skill.manifest["apis"]["smartHome"] = {}
        skill.page["examplePhrases"][1] = "Alexa, turn on the kettle"

    assert found(tmp_path, plant) == []


def test_samples_that_meet_are_said_once_for_two_intents(tmp_path):
    def plant(skill):
        skill.water["slots"] = [{"name": "leaf", "type": "TEA"}]
        skill.brew["samples"] += ["show {tea}", "what about {tea}"]
        skill.water["samples"] += ["how long does {leaf} take", "show {leaf}", "what about {leaf}"]

    assert found(tmp_path, plant) == [
        'en-US.json:36: advice: WaterIntent: "how long does {leaf} take" and '
        'BrewIntent: "how long does {tea} take", both "how long does assam take"; '
        "2 more of their samples meet so [sample-conflict]"
    ]


def test_a_sample_that_is_a_slot_alone_takes_any_words(tmp_path):
    def plant(skill):
        skill.move_to("ja-JP")
        skill.language["invocationName"] = "お茶タイマー"
        skill.brew["samples"] = ["{tea}", "{cups}"]
        skill.page["examplePhrases"] = ["アレクサ、お茶タイマーで明日の天気予報を教えて"]

    assert found(tmp_path, plant) == []


def test_conflicts_without_number_are_not_all_looked_for(tmp_path):
    def plant(skill):
        names = [chr(97 + n % 26) + chr(97 + n // 26) for n in range(210)]
        slots = [{"name": "tea", "type": "TEA"}]
        skill.intents += [{"name": n, "slots": slots, "samples": ["say {tea}"]} for n in names]

    assert any(line.endswith("[conflicts-unfinished]") for line in found(tmp_path, plant))
