"""Conversations flow: conversations/*.yaml hold them, written as they are spoken."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from skill.simulator.conversation import LAUNCH
from tests.script import faults

FILES = sorted((Path(__file__).parent / "conversations").glob("*.yaml"))
FIELDS = {
    *("user", "expect", "expect_all", "reply_must", "reply_must_not", "same_content_as_turn"),
    *("differs_from_turn", "session", "needs", "new_session", "context"),
}


def scripts() -> list[Any]:
    return [
        pytest.param(script, id=f"{file.stem}/{script['id']}")
        for file in FILES
        for script in yaml.safe_load(file.read_text("utf-8"))
    ]


@pytest.mark.parametrize("script", scripts())
def test_a_conversation_goes_as_written(talk, script):
    assert faults(talk(), script) == []


@pytest.mark.parametrize("script", scripts())
def test_every_turn_of_a_conversation_is_said_in_a_breath(talk, script):
    """As it is composed: two sentences of 35 words, then one question of 12."""
    heard = talk()
    for turn in script["turns"]:
        if turn.get("new_session"):
            heard.come_back()
        asked = heard.launch() if turn["user"] == LAUNCH else heard.say(turn["user"])
        said = asked.attributes.get("said", {})
        say, ask = said.get("say", asked.speech), said.get("ask", "")
        assert len(re.findall(r"[.?!](?= |$)", say)) <= 2, say
        assert len(say.split()) <= 35, say
        assert len(ask.split()) <= 12, ask
        assert asked.open == ask.endswith("?"), asked.speech


@pytest.mark.parametrize("script", scripts())
def test_a_written_conversation_has_only_known_fields(script):
    assert set(script) <= {"id", "turns", "about"}
    for turn in script["turns"]:
        assert "user" in turn
        assert set(turn) <= FIELDS


def test_no_two_conversations_have_the_same_name():
    names = [case.id for case in scripts()]
    assert len(names) == len(set(names))
