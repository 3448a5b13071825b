"""The other Englishes are made from en-US.json, and what lies there is what is made."""

import json

import pytest

from skill.publish.models import LOCALES, SOURCE, model_for, write_all
from skill.simulator.nlu.model import folder, load_model, locales


def test_the_five_englishes_are_there():
    assert locales() == ["en-AU", "en-CA", "en-GB", "en-IN", "en-US"]


def test_the_generated_models_are_up_to_date(tmp_path):
    for written in write_all(tmp_path):
        there = (folder() / written.name).read_text("utf-8")
        assert written.read_text("utf-8") == there, "run: python -m skill.publish.models"


@pytest.mark.parametrize("locale", LOCALES)
def test_spelling_is_as_its_readers_spell(locale):
    text = (folder() / f"{locale}.json").read_text("utf-8")
    for american in ("kilometer", "fiber"):
        said = [line for line in text.splitlines() if american in line and '"id"' not in line]
        assert said == []


@pytest.mark.parametrize("locale", ["en-AU", "en-CA", "en-IN"])
def test_kilometres_come_first_where_people_run_them(locale):
    samples = load_model(locale).intents["CaloriesBurnedIntent"].samples
    metric = next(n for n, sample in enumerate(samples) if "kilometre" in sample)
    miles = next(n for n, sample in enumerate(samples) if "mile" in sample)
    assert metric < miles


def test_britain_runs_in_miles():
    assert load_model("en-GB").intents["CaloriesBurnedIntent"].samples[0].count("mile") == 1


def test_making_a_model_leaves_its_source_alone():
    source = json.loads((folder() / f"{SOURCE}.json").read_text("utf-8"))
    before = json.dumps(source)
    model_for("en-AU", source)
    assert json.dumps(source) == before
