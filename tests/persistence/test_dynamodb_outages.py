"""A table that throttles, hangs or is gone: the answer is given, in time, and the goal kept."""

import json
import time

import pytest
from ask_sdk_core.exceptions import PersistenceException

from skill.persistence import open_store
from skill.persistence.dynamodb import DynamoDbStore
from skill.simulator.conversation import Conversation, front_door
from tests.persistence.envelopes import of
from tests.persistence.trouble import closed, other, saying, silent, troubled

ANSWERED = {
    "throttles": saying(400, "ProvisionedThroughputExceededException"),
    "breaks": saying(500, "InternalServerError"),
    "has no such table": saying(400, "ResourceNotFoundException"),
    "does not let us in": saying(400, "AccessDeniedException"),
}
ASKED_TWICE = ("throttles", "breaks")
NOT_ANSWERED = {"hangs": silent, "is somebody else": other}


def told_a_goal(memory) -> list[str]:
    """What is said to somebody who sets a goal, asks what depends on it, and wants it forgotten."""
    anna = Conversation(front_door(memory), "anna")
    said = ("my goal is bigger legs", "jog or sprint", "forget me", "yes")
    return [anna.say(words).speech for words in said]


def check_said(said: list[str]) -> None:
    taken_in, answer, _sure, forgotten = said
    assert taken_in.startswith("Bigger legs, got it.")
    assert answer.startswith("Sprint. ")
    assert forgotten.startswith("Sorry, I couldn't do that just now.")


@pytest.mark.parametrize("trouble", ANSWERED)
def test_a_table_that_says_no_stops_no_answer(aws, trouble, caplog):
    with troubled(ANSWERED[trouble]) as server:
        aws(server.address)
        check_said(told_a_goal(open_store("dynamodb://leg-day")))
        calls = 4  # to read, to write the goal and the visit, to erase
        assert server.requests == calls * (2 if trouble in ASKED_TWICE else 1)
    assert "anna" not in caplog.text


@pytest.mark.parametrize("trouble", NOT_ANSWERED)
def test_a_table_that_does_not_answer_is_waited_for_once(aws, trouble):
    with troubled(NOT_ANSWERED[trouble]) as server:
        aws(server.address)
        start = time.monotonic()
        check_said(told_a_goal(open_store("dynamodb://leg-day")))
        assert time.monotonic() - start < 6
        assert server.requests <= 2


def test_a_table_that_cannot_be_reached_stops_no_answer(aws):
    with closed() as address:
        aws(address)
        check_said(told_a_goal(open_store("dynamodb://leg-day")))


def test_a_machine_without_credentials_or_region_answers_too(monkeypatch):
    for name in ("AWS_ACCESS_KEY_ID", "AWS_PROFILE", "AWS_DEFAULT_REGION"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    check_said(told_a_goal(open_store("dynamodb://leg-day")))


def test_after_a_rest_the_table_is_asked_again(aws):
    memory = DynamoDbStore("leg-day", rest_seconds=0.2)
    with troubled(silent) as server:
        aws(server.address)
        with pytest.raises(PersistenceException, match=r"^get_item: ReadTimeoutError$"):
            memory.get_attributes(of("anna"))
        with pytest.raises(PersistenceException, match=r"^get_item: no answer a moment ago$"):
            memory.get_attributes(of("anna"))
        server.script = saying(400, "ProvisionedThroughputExceededException")
        time.sleep(0.2)
        with pytest.raises(PersistenceException, match="ThroughputExceeded"):
            memory.get_attributes(of("anna"))


def test_the_log_says_why_and_not_who(aws, caplog):
    with troubled(ANSWERED["has no such table"]) as server:
        aws(server.address)
        told_a_goal(open_store("dynamodb://leg-day"))
    said = [record.getMessage() for record in caplog.records if "persistence" in record.name]
    assert list(dict.fromkeys(said)) == [
        "persistence.load failed: get_item: ResourceNotFoundException",
        "persistence.save failed: put_item: ResourceNotFoundException",
        "persistence.delete failed: delete_item: ResourceNotFoundException",
    ]


def test_what_was_just_forgotten_is_not_read_again(aws):
    """A consistent read is asked for: others may be a second behind."""
    asked = []

    def note(_path, body, _headers):
        asked.append(json.loads(body))
        return saying(400, "ResourceNotFoundException")(_path, body, _headers)

    with troubled(note) as server:
        aws(server.address)
        told_a_goal(open_store("dynamodb://leg-day"))
    assert asked[0]["ConsistentRead"] is True
