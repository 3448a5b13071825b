"""One line of JSON a request: what was asked and answered, never what was said or by whom."""

import json
import logging

import pytest

from skill.hosting.lambda_handler import answer, create_function
from skill.hosting.logs import REQUEST, JsonFormatter
from tests.hosting.lambda_.events import SKILL, USER, event, intent


@pytest.fixture
def lines(caplog):
    """The lines that are logged meanwhile, as they are written."""
    caplog.set_level(logging.INFO, "skill")
    caplog.handler.setFormatter(JsonFormatter())
    return lambda: [json.loads(line) for line in caplog.text.splitlines()]


@pytest.fixture
def handler():
    return create_function({"LEG_DAY_SKILL_ID": SKILL, "LEG_DAY_STORE": "memory:"})


def test_an_answer_is_one_line_with_the_claims_that_were_stated(handler, lines):
    handler(intent("DoesRunningCountIntent"), None)
    (line,) = lines()
    assert line.pop("time").endswith("+00:00")
    assert 0 < line.pop("ms") < 5_000
    assert line.pop("claims")
    assert line == {
        "level": "info",
        "logger": "skill.hosting.lambda_handler",
        "message": "answered",
        "request": "amzn1.echo-api.request.1",
        "type": "IntentRequest",
        "intent": "DoesRunningCountIntent",
    }


def test_opening_the_skill_has_no_intent_and_states_no_claim(handler, lines):
    handler(event(), None)
    (line,) = lines()
    assert (line["type"], line["claims"]) == ("LaunchRequest", [])
    assert "intent" not in line


def test_nothing_is_logged_of_who_spoke_or_of_what_they_said(handler, caplog, lines):
    handler(intent("SetGoalIntent", goal="my secret"), None)
    handler(intent("CaloriesBurnedIntent", distance="my secret"), None)
    handler(event({"type": "LaunchRequest", "timestamp": "my secret"}), None)
    handler(event(attributes={"goal": "my secret", "said": "my secret"}), None)
    assert len(lines()) == 4
    assert "my secret" not in caplog.text
    assert USER not in caplog.text
    assert "device.1" not in caplog.text


def test_a_failure_says_where_it_was_and_not_what_was_said(broken, caplog, lines):
    answer(broken, SKILL, intent("JogOrSprintIntent"), None)
    (line,) = lines()
    assert (line["level"], line["intent"]) == ("error", "JogOrSprintIntent")
    assert line["request"] == "amzn1.echo-api.request.1"
    assert line["exception"][0] == "ValueError"
    assert line["exception"][-1].endswith(" dispatch")
    assert "my secret" not in caplog.text


def test_what_caused_a_failure_comes_before_it(lines):
    try:
        try:
            int("my secret")
        except ValueError as cause:
            raise KeyError("my secret") from cause
    except KeyError:
        logging.getLogger("skill").exception("failed")
    (line,) = lines()
    kinds = [entry for entry in line["exception"] if ":" not in entry]
    assert kinds == ["ValueError", "then", "KeyError"]


def test_what_others_log_during_a_request_carries_its_id(aws, lines):
    aws("http://127.0.0.1:1")
    store = "dynamodb://leg-day"
    handler = create_function({"LEG_DAY_SKILL_ID": SKILL, "LEG_DAY_STORE": store})
    handler(intent("MyGoalIntent"), None)
    warning, answered = lines()
    assert warning["message"] == "persistence.load failed: get_item: EndpointConnectionError"
    assert warning["request"] == answered["request"] == "amzn1.echo-api.request.1"
    assert REQUEST.get() is None
