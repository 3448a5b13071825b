"""Alexa's interaction models, built from the TOML that people write."""

import json

import pytest
from click.testing import CliRunner

from skill.alexa.interaction_model import ModelError, Place, build, expand, locales, places
from skill.cli import main
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
    (tmp_path / "en").mkdir()
    (tmp_path / "types").mkdir()
    (tmp_path / "locales.toml").write_text(LOCALES)
    (tmp_path / "en" / "run.toml").write_text(INTENTS)
    (tmp_path / "types" / "goal.toml").write_text('muscle = ["muscle", "muscle fiber"]\n')
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
                                "name": {"value": "muscle", "synonyms": ["muscle fiber"]},
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
    assert value == {"id": "muscle", "name": {"value": "muscle", "synonyms": ["muscle fibre"]}}


def test_where_a_sample_is_written(source):
    found = places("en-AU", source)
    folder = source.name
    assert found["RunIntent", "jog for {goal}"] == Place("interaction_model/en/run.toml", 5)
    assert found["RunIntent", "ten kilometres"] == Place("interaction_model/en/run.toml", 7)
    assert found["RunIntent", ""] == Place("interaction_model/en/run.toml", 2)
    assert folder not in str(found)


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
    (source / "types" / "goal.toml").write_text("muscle = [")
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


def test_the_model_on_standard_output():
    printed = CliRunner().invoke(main, ["model", "--locale", "en-GB"])
    assert (printed.exit_code, json.loads(printed.stdout)) == (0, build("en-GB"))


def test_no_such_locale_is_one_line():
    printed = CliRunner().invoke(main, ["model", "--locale", "fr-FR"])
    assert (printed.exit_code, printed.stdout) == (2, "")
    assert printed.stderr == (
        "leg-day: no model for locale 'fr-FR'; there are en-AU, en-CA, en-GB, en-IN, en-US\n"
    )
