"""A plain question is its theme's three files, and no Python."""

import shutil
import tomllib
from pathlib import Path

from skill.alexa.interaction_model import build, folder
from skill.content import FOLDER, read, read_themes
from skill.content.loader import build_content
from skill.dialog.factory import create_skill
from skill.lint.own.asking import door_to
from skill.persistence import open_store
from skill.simulator.conversation import APPLICATION
from skill.simulator.device import Device
from skill.simulator.nlu import Understander
from skill.simulator.nlu.model import read_model

INTENT = """
[CaloriesOrCardioIntent]
samples = ["what else gets better besides calories", "is it calories or cardio"]
"""
ANSWER = """
[answers.calories-or-cardio]
intents = ["CaloriesOrCardioIntent"]
claims = ["benefits"]
asked = "Both. You'll burn plenty of calories, and your cardio gets better."
next = ["cardio", "why"]
because = { says = "Because running gets your heart rate up.", like = "cardio" }
headline = "Calories and cardio"
key_fact = "Both"
hint = "is leg day cardio"
"""
ASKED = """
[[question]]
claims = ["benefits"]
hear = "Both. You'll burn plenty of calories"
asked = ["is it calories or cardio"]
"""


def test_three_files_of_a_theme_are_enough(tmp_path):
    shutil.copytree(folder(), tmp_path / "model")
    with (tmp_path / "model/en/calories.toml").open("a") as file:
        file.write(INTENT)
    said = (Path(FOLDER) / "en/calories.toml").read_text("utf-8") + ANSWER
    themes = read_themes("en") | {"calories": tomllib.loads(said)}
    skill = create_skill(open_store("memory:"), content=build_content(read("article"), themes))
    understander = Understander(read_model(build("en-US", tmp_path / "model")))
    anna = Device(door_to(skill), APPLICATION, "anna")

    (row,) = tomllib.loads(ASKED)["question"]
    for asked in row["asked"]:
        understood = understander.understand(asked)
        answer = anna.say(understood.intent_json(understander.model, APPLICATION)).response
        assert row["hear"] in answer["response"]["outputSpeech"]["ssml"]
        assert answer["sessionAttributes"]["claims"] == row["claims"]
        assert answer["sessionAttributes"]["offer"] == "cardio"
    why = {"name": "WhyIntent", "confirmationStatus": "NONE"}
    assert "Because running gets" in anna.say(why).response["response"]["outputSpeech"]["ssml"]
