"""Alexa's interaction models, built from the TOML that people write."""

import json
import re
import tomllib
from itertools import pairwise

import pytest

from skill.alexa.interaction_model import (
    ModelError,
    Place,
    build,
    expand,
    folder,
    locales,
    places,
)
from skill.dialog.quantities import KILOMETER_LOCALES

LOCALES = """
invocation = "big run"
fallback_sensitivity = "LOW"
[locales]
en-US = {}
en-AU = { spelling = "british", kilometers = true }
[spelling.british]
fiber = "fibre"
"""
INTENTS = """# A theme.
[RunIntent]
slots = { goal = "GOAL" }
samples = [
  "(jog|run) [for {goal}]",
  # about miles
  "ten miles", "muscle fiber",
]
"""


@pytest.fixture
def source(tmp_path):
    (tmp_path / "en/types").mkdir(parents=True)
    (tmp_path / "locales.toml").write_text(LOCALES)
    (tmp_path / "en" / "run.toml").write_text(INTENTS)
    (tmp_path / "en/types/goal.toml").write_text('muscle = ["muscle [fiber]", "(big|huge) legs"]\n')
    return tmp_path


def samples(document, intent):
    rows = document["interactionModel"]["languageModel"]["intents"]
    return next(row["samples"] for row in rows if row["name"] == intent)


def test_a_model_is_what_alexa_takes(source):
    assert build("en-US", source) == {
        "interactionModel": {
            "languageModel": {
                "invocationName": "big run",
                "intents": [
                    {
                        "name": "RunIntent",
                        "slots": [{"name": "goal", "type": "GOAL"}],
                        "samples": [
                            "jog",
                            "jog for {goal}",
                            "run",
                            "run for {goal}",
                            "ten miles",
                            "muscle fiber",
                        ],
                    }
                ],
                "types": [
                    {
                        "name": "GOAL",
                        "values": [
                            {
                                "id": "muscle",
                                "name": {
                                    "value": "muscle",
                                    "synonyms": ["muscle fiber", "big legs", "huge legs"],
                                },
                            }
                        ],
                    }
                ],
                "modelConfiguration": {"fallbackIntentSensitivity": {"level": "LOW"}},
            }
        }
    }


def test_a_locale_has_its_spelling_and_its_kilometres(source):
    australian = build("en-AU", source)
    said = samples(australian, "RunIntent")
    assert said[-3:] == ["ten kilometres", "ten miles", "muscle fibre"]
    value = australian["interactionModel"]["languageModel"]["types"][0]["values"][0]
    assert value["name"]["synonyms"] == ["muscle fibre", "big legs", "huge legs"]


def test_another_language_is_a_folder_and_a_locale(source):
    (source / "de" / "types").mkdir(parents=True)
    (source / "de" / "run.toml").write_text('[RunIntent]\nsamples = ["(zehn|elf) Kilometer"]\n')
    (source / "de" / "types" / "goal.toml").write_text('muscle = ["Muskeln", "dicke Beine"]\n')
    file = source / "locales.toml"
    german = '[locales]\nde-DE = { invocation = "großer lauf" }'
    file.write_text(file.read_text("utf-8").replace("[locales]", german), "utf-8")
    model = build("de-DE", source)["interactionModel"]["languageModel"]
    assert model["invocationName"] == "großer lauf"
    assert model["intents"] == [
        {"name": "RunIntent", "samples": ["zehn Kilometer", "elf Kilometer"]}
    ]
    value = {"id": "muscle", "name": {"value": "Muskeln", "synonyms": ["dicke Beine"]}}
    assert model["types"] == [{"name": "GOAL", "values": [value]}]
    assert samples(build("en-US", source), "RunIntent")[0] == "jog"


def test_a_language_without_a_folder_is_named(source):
    file = source / "locales.toml"
    file.write_text(file.read_text("utf-8").replace("[locales]", "[locales]\nde-DE = {}"), "utf-8")
    with pytest.raises(ModelError, match=r"^no model for locale 'de-DE': no intents in de/$"):
        build("de-DE", source)


def test_where_a_sample_is_written(source):
    found = places("en-AU", source)
    name = source.name
    assert found["RunIntent", "jog for {goal}"] == Place("interaction_model/en/run.toml", 5)
    assert found["RunIntent", "ten kilometres"] == Place("interaction_model/en/run.toml", 7)
    assert found["RunIntent", ""] == Place("interaction_model/en/run.toml", 2)
    assert name not in str(found)


@pytest.mark.parametrize(
    ("folded", "unfolded"),
    [
        ("run", ["run"]),
        ("(a|b) run", ["a run", "b run"]),
        ("run [now]", ["run", "run now"]),
        ("run [far|fast]", ["run", "run far", "run fast"]),
        ("run [(far|fast) now]", ["run", "run far now", "run fast now"]),
        ("(a [big]|one) run", ["a run", "a big run", "one run"]),
    ],
)
def test_a_folded_sample(folded, unfolded):
    assert sorted(expand(folded)) == sorted(unfolded)


@pytest.mark.parametrize("broken", ["run (a|b", "run a|b", "run]"])
def test_a_bracket_without_a_partner_is_named(broken):
    with pytest.raises(ModelError, match="a bracket without its partner"):
        expand(broken)


def test_an_intent_stands_in_one_file(source):
    (source / "en" / "other.toml").write_text(INTENTS)
    with pytest.raises(ModelError, match=r"run\.toml: RunIntent stands in another file"):
        build("en-US", source)


def test_what_is_no_toml_is_named(source):
    (source / "en/types/goal.toml").write_text("muscle = [")
    with pytest.raises(ModelError, match=r"^goal\.toml: "):
        build("en-US", source)


# --- our own -------------------------------------------------------------------------------------


def test_the_five_englishes_are_there():
    assert locales() == ["en-AU", "en-CA", "en-GB", "en-IN", "en-US"]


@pytest.mark.parametrize("locale", ["en-AU", "en-CA", "en-GB", "en-IN"])
def test_spelling_is_as_its_readers_spell(locale):
    said = json.dumps(build(locale), indent=0).splitlines()
    for american in ("kilometer", "fiber"):
        assert [line for line in said if american in line and '"id"' not in line] == []


@pytest.mark.parametrize("locale", ["en-AU", "en-CA", "en-IN"])
def test_kilometres_come_first_where_people_run_them(locale):
    said = samples(build(locale), "CaloriesBurnedIntent")
    metric = next(n for n, sample in enumerate(said) if "kilometre" in sample)
    assert metric < next(n for n, sample in enumerate(said) if "mile" in sample)


def test_britain_runs_in_miles():
    assert samples(build("en-GB"), "CaloriesBurnedIntent")[0].count("mile") == 1


def test_the_skill_reckons_in_kilometres_where_its_model_does():
    metric = {
        locale
        for locale in locales()
        if "kilometre" in samples(build(locale), "CaloriesBurnedIntent")[0]
    }
    assert metric == KILOMETER_LOCALES


def test_every_sample_has_its_place():
    there = places("en-AU")
    for row in build("en-AU")["interactionModel"]["languageModel"]["intents"]:
        assert [sample for sample in row["samples"] if (row["name"], sample) not in there] == []


def test_a_line_of_samples_can_be_taken_in():
    too_much = []
    for file in sorted((folder() / "en").glob("*.toml")):
        for intent, row in tomllib.loads(file.read_text("utf-8")).items():
            for line in row["samples"]:
                choices, nested = len(expand(line)), re.search(r"[(\[][^)\]]*[(\[]", line)
                if choices > 1 and (len(line) > 115 or choices > 24 or nested):
                    too_much.append((intent, line))
    assert too_much == []


def test_each_intent_says_what_it_is_for():
    for file in sorted((folder() / "en").glob("*.toml")):
        lines = ["", *file.read_text("utf-8").splitlines()]
        bare = [name for above, name in pairwise(lines) if name[:1] == "[" and above[:1] != "#"]
        assert (file.name, bare) == (file.name, [])


def test_the_model_on_standard_output(leg_day):
    printed = leg_day("model", "--locale", "en-GB")
    assert (printed.exit_code, json.loads(printed.stdout)) == (0, build("en-GB"))


def test_no_such_locale_is_one_line(leg_day):
    printed = leg_day("model", "--locale", "fr-FR")
    assert (printed.exit_code, printed.stdout) == (2, "")
    assert printed.stderr == (
        "leg-day: no model for locale 'fr-FR'; there are en-AU, en-CA, en-GB, en-IN, en-US\n"
    )
