"""Answers, refusals and apologies of the Lambda function."""

import json

import pytest
from ask_sdk_model import RequestEnvelope
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from skill.alexa.serializer import read, serialize
from skill.dialog.factory import create_skill
from skill.hosting.lambda_handler import answer, create_function
from skill.persistence import open_store
from skill.simulator.conversation import Conversation
from tests.hosting.lambda_.conftest import as_json
from tests.hosting.lambda_.events import SKILL, disabled, event, intent
from tests.persistence.tables import client

NOTHING = {"version": "1.0", "response": {}}
SORRY = "<speak>Sorry, something went wrong on my side. Please try that again.</speak>"


def speech(said):
    return said["response"]["outputSpeech"]["ssml"]


def test_it_answers_and_stays_open_as_it_asks(function):
    said = function(intent("DoesRunningCountIntent"))
    assert speech(said).startswith("<speak>")
    assert speech(said).endswith("?</speak>")
    assert said["response"]["shouldEndSession"] is False
    assert said["sessionAttributes"]["answer"] == "verdict"


def test_a_conversation_goes_on_with_the_attributes_that_come_back(function):
    first = function(intent("DoesRunningCountIntent"))
    yes = intent("AMAZON.YesIntent")
    yes["session"] |= {"new": False, "attributes": first["sessionAttributes"]}
    then = function(yes)["sessionAttributes"]
    assert then["answer"] not in (None, "verdict")
    assert set(then["heard"]) > set(first["sessionAttributes"]["heard"])


def test_a_goal_is_remembered_in_the_table_and_erased_when_the_skill_is_disabled(
    table, dynamodb, anna
):
    assert anna.say("my goal is bigger legs").speech.startswith("Bigger legs, got it.")
    anna.come_back()
    assert anna.say("jog or sprint").speech.startswith("Sprint. ")
    assert len(client(dynamodb).scan(TableName=table)["Items"]) == 1
    gone = disabled()
    gone["context"]["System"]["user"]["userId"] = anna.device.user
    assert anna.device.door(json.dumps(gone).encode())["response"] == {}
    assert client(dynamodb).scan(TableName=table)["Items"] == []


def test_forget_me_erases_the_user_from_the_table(table, dynamodb, anna):
    anna.say("my goal is bigger legs")
    assert anna.say("forget me").speech.endswith("Should I forget it all?")
    assert anna.say("yes").speech.startswith("Done.")
    assert client(dynamodb).scan(TableName=table)["Items"] == []
    assert anna.say("what's my goal").speech.startswith("It's all gone")


@pytest.fixture
def anna(table):
    """Anna, who talks to the function, which keeps its users in the table."""
    store = f"dynamodb://{table}"
    handler = create_function({"LEG_DAY_SKILL_ID": SKILL, "LEG_DAY_STORE": store})
    found = Conversation(lambda body: as_json(handler)(json.loads(body)), "anna")
    found.device.application = SKILL
    return found


@pytest.mark.parametrize("name", ["DoesRunningCountIntent", "JogOrSprintIntent", "MoreIntent"])
def test_it_says_what_the_sdks_own_skill_says(function, name):
    skill, asked = create_skill(open_store("memory:")), intent(name)
    asked["context"]["System"]["device"]["supportedInterfaces"] = {"Alexa.Presentation.APL": {}}
    said = serialize(skill.answer(asked))
    assert function(asked) == json.loads(json.dumps(said))


@pytest.mark.parametrize("skill", ["amzn1.ask.skill.other", "", None, SKILL.upper(), [SKILL]])
def test_a_request_for_another_skill_gets_nothing(function, skill, caplog):
    assert function(event(skill=skill)) == NOTHING
    assert [record.getMessage() for record in caplog.records] == [
        "refused: not a request for this skill"
    ]


@pytest.mark.parametrize(
    "wrong", [None, [], "event", 7, {}, {"context": None}, {"context": {"System": []}}]
)
def test_what_is_no_request_gets_nothing(function, wrong):
    assert function(wrong) == NOTHING


@pytest.mark.parametrize(
    "request_",
    [None, [], "LaunchRequest", {}, {"type": "Tea"}, {"type": None}, {"type": ["LaunchRequest"]}],
)
def test_a_request_that_says_nothing_is_not_answered(function, request_):
    assert function(event() | {"request": request_})["response"] == {}


def test_an_intent_request_without_an_intent_is_not_understood(function):
    said = function(event({"type": "IntentRequest"}))
    assert "answer" not in said["sessionAttributes"]
    assert said["response"]["shouldEndSession"] is False


NOT_SPOKEN_TO = [
    "SessionEndedRequest",
    "AlexaSkillEvent.SkillDisabled",
    "AudioPlayer.PlaybackStarted",
    "PlaybackController.NextCommandIssued",
    "System.ExceptionEncountered",
    "Tomorrow",
]


@pytest.mark.parametrize("kind", NOT_SPOKEN_TO)
def test_nobody_is_spoken_to_who_may_not_be(function, broken, kind):
    assert function(event({"type": kind}))["response"] == {}
    assert answer(broken, SKILL, event({"type": kind}), None) == NOTHING


def test_new_words_of_alexas_cost_no_answer(function):
    asked = intent("JogOrSprintIntent")
    asked["request"] |= {"dialogState": "NEW", "timestamp": 7}
    asked["context"] |= {"Viewport": {"video": {"codecs": ["H_265"]}}, "Viewports": [{}]}
    assert function(asked)["sessionAttributes"]["answer"] == "jog-or-sprint"


def test_an_error_that_nothing_caught_is_apologised_for_and_logged_once(broken, caplog):
    assert speech(answer(broken, SKILL, event(), None)) == SORRY
    assert [record.levelname for record in caplog.records] == ["ERROR"]


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner),
    max_leaves=9,
)
PLACES = [
    *("version session context request session.user session.attributes".split()),
    *("session.new context.System.device context.System.user context.Viewport".split()),
    *("request.type request.intent request.intent.slots request.intent.name".split()),
    *("request.locale request.timestamp request.requestId request.intent.slots.goal".split()),
]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])  # one function for all
@given(st.sampled_from(PLACES), anything)
def test_whatever_is_in_a_request_an_answer_comes_back(function, place, value):
    found = intent("SetGoalIntent", goal="bigger legs")
    *way, last = place.split(".")
    holder = found
    for name in way:
        holder = holder[name]
    holder[last] = value
    assert function(found)["version"] == "1.0"


def test_the_store_is_the_one_that_is_named(tmp_path):
    url = f"sqlite:///{tmp_path}/memory.sqlite"
    handler = create_function({"LEG_DAY_SKILL_ID": SKILL, "LEG_DAY_STORE": url})
    goal = intent("SetGoalIntent", goal="muscle")
    as_json(handler)(goal)
    assert open_store(url).get_attributes(_envelope(goal))["goal"] == "muscle"


def _envelope(found):
    return read(RequestEnvelope, found)
