"""From nothing to the first answer, in a process of its own as on Lambda."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.hosting.lambda_.events import SKILL, event, intent
from tests.persistence.tables import SETTINGS

FOLDER = Path(__file__).parents[3] / "lambda"
START = """
import json, sys
from lambda_function import lambda_handler
for event in json.load(sys.stdin):
    print(json.dumps({"answer": lambda_handler(event, None), "modules": list(sys.modules)}))
"""
MINE = {"LEG_DAY_SKILL_ID": SKILL, "LEG_DAY_STORE": "dynamodb://leg-day"}


def start(environment, *events):
    """Import the function and ask it."""
    return subprocess.run(
        [sys.executable, "-W", "error", "-c", START],
        input=json.dumps(events),
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(FOLDER), **environment},
        capture_output=True,
        text=True,
        timeout=60,
    )


@pytest.mark.parametrize(
    ("environment", "line"),
    [
        (
            {"LEG_DAY_STORE": "memory:"},
            "leg-day: the skill's application id is not set (LEG_DAY_SKILL_ID)\n",
        ),
        (
            {"LEG_DAY_SKILL_ID": SKILL, "LEG_DAY_STORE": "redis://x"},
            "leg-day: LEG_DAY_STORE: 'redis://x' is not sqlite:///PATH, dynamodb://TABLE or "
            "memory:\n",
        ),
    ],
)
def test_a_configuration_that_cannot_work_is_one_clear_line(environment, line):
    ran = start(environment, event())
    assert (ran.returncode, ran.stdout, ran.stderr) == (2, "", line)


def said(ran):
    """The answers, and what else was written: the log."""
    assert (ran.returncode, ran.stderr) == (0, "")
    found = [json.loads(line) for line in ran.stdout.splitlines()]
    answers = [one for one in found if "answer" in one]
    return answers, [one for one in found if "answer" not in one]


def test_the_first_answer_imports_nothing_that_it_does_not_need():
    (answered,), log = said(start(MINE | {"LEG_DAY_STORE": "memory:"}, intent("SourceIntent")))
    assert answered["answer"]["response"]["outputSpeech"]
    assert [line["message"] for line in log] == ["answered"]
    unneeded = "botocore boto3 orjson ssl sqlite3 flask cryptography numpy yaml".split()
    unneeded += "ask_sdk_core.skill ask_sdk_model.services dateutil".split()
    assert [name for name in unneeded if name in answered["modules"]] == []


def test_before_a_snapshot_everything_is_imported_and_nothing_asked(aws):
    environment = MINE | SETTINGS | {"AWS_LAMBDA_INITIALIZATION_TYPE": "snap-start"}
    environment["AWS_ENDPOINT_URL_DYNAMODB"] = "http://127.0.0.1:1"  # asking would be logged
    (answered,), log = said(start(environment, intent("SourceIntent")))
    # The one that is answered asks the table, which is not there; to prepare asked nothing.
    failed = "persistence.load failed: get_item: EndpointConnectionError"
    assert [line["message"] for line in log] == [failed, "answered"]
    assert {"botocore.client", "ssl"} <= set(answered["modules"])
    assert "ask_sdk_model.interfaces.alexa.presentation.apl" not in answered["modules"]


def test_a_start_that_cannot_be_prepared_still_answers():
    environment = MINE | {"AWS_LAMBDA_INITIALIZATION_TYPE": "snap-start"}  # and no region
    (answered,), log = said(start(environment, intent("SourceIntent")))
    assert answered["answer"]["response"]["outputSpeech"]
    assert log[0]["message"].startswith("nothing could be prepared")
    assert log[-1]["message"] == "answered"
