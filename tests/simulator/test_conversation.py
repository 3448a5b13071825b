"""One user talking to the skill, through its front door."""

import pytest

from skill.persistence import open_store
from skill.simulator.conversation import DoorClosedError, front_door


@pytest.mark.parametrize(
    "words",
    ["open leg day", "Alexa, open leg day", "start leg day please", "alexa launch leg day"],
)
def test_opening_the_skill_by_name_launches_it(talk, words):
    turn = talk().say(words)
    assert turn.understood is None
    assert "Leg Day" in turn.speech


@pytest.mark.parametrize(
    "words",
    ["ask leg day should i jog or sprint", "Alexa, ask leg day should i jog or sprint"],
)
def test_a_question_can_be_asked_in_one_go(talk, words):
    assert talk().say(words).report()["answer"] == "jog-or-sprint"


def test_coming_back_begins_a_new_session_of_the_same_user(talk):
    anna = talk()
    anna.say("my goal is bigger legs")
    anna.come_back()
    turn = anna.launch()
    assert turn.exchange.request["session"]["new"] is True
    assert "bigger legs" in turn.speech


def test_a_body_that_is_no_request_does_not_get_in():
    with pytest.raises(DoorClosedError, match="answered 400"):
        front_door(open_store("memory:"))(b"teapot")


def test_the_request_that_is_reported_is_the_one_that_was_sent(talk):
    report = talk(locale="en-GB").say("does running count as leg day").report()
    assert report["request"]["request"]["locale"] == "en-GB"
    assert report["response"]["sessionAttributes"]["answer"] == "verdict"
