"""Conversations as YAML."""

import json
from typing import Any

import pytest

from skill.simulator.page.scripts import ScriptError, read, replay, written


def test_a_turn_is_a_line():
    turns: list[dict[str, Any]] = [
        {"utterance": None, "intent": None, "claims": [], "session": "open"},
        {
            "utterance": "yes: do",
            "intent": "AMAZON.YesIntent",
            "claims": [],
            "session": "open",
            "new_session": True,
        },
        {"utterance": "why", "intent": "WhyIntent", "claims": ["limits"], "session": "open"},
        {"utterance": "hm", "intent": "AMAZON.FallbackIntent", "claims": [], "session": "ended"},
    ]
    assert written("a talk", turns) == (
        "- id: a talk\n"
        "  turns:\n"
        "    - {user: <launch>, session: open}\n"
        "    - {user: 'yes: do', new_session: true, expect: [AMAZON.YesIntent], session: open}\n"
        "    - {user: why, expect: [limits], session: open}\n"
        "    - {user: hm, expect: [out-of-scope], session: ended}\n"
    )


def test_what_is_written_can_be_read():
    turns = [{"utterance": "a 'quoted' \"word\" ü", "claims": [], "session": "open"}]
    (conversation,) = read(written("x", turns))
    assert conversation["turns"][0]["user"] == "a 'quoted' \"word\" ü"


TALK: list[dict[str, Any]] = [
    {"utterance": "should I jog or sprint", "session": "open"},
    {"utterance": "yes", "session": "ended"},
    {"utterance": None, "session": "open", "new_session": True},
    {"utterance": "stop", "session": "ended"},
    {"utterance": "Alexa, ask leg day why", "session": "open", "new_session": True},
]


def test_a_replay_is_what_the_command_line_of_amazon_plays():
    assert json.loads(replay("en-GB", TALK)) == {
        "skillId": "amzn1.ask.skill.00000000-0000-0000-0000-000000000000",
        "locale": "en-GB",
        "type": "text",
        "userInput": [
            "ask leg day should I jog or sprint",
            "yes",
            "open leg day",
            "stop",
            "Alexa, ask leg day why",
            ".quit",
        ],
    }


def test_a_replay_is_read_up_to_its_quit():
    text = '{"skillId": "x",\t"locale": "en-GB", "userInput": ["open x", " why ", ".quit", "no"]}'
    turns = [{"user": "open x"}, {"user": "why"}]
    assert read(text) == [{"id": "ask dialog replay", "locale": "en-GB", "turns": turns}]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("a: [", "This is not YAML"),
        ("", "is a list of them"),
        ("{}", "is a list of them"),
        ('{"userInput": "open x"}', "a list of what the user says"),
        ('{"userInput": ["open x", " "]}', "a list of what the user says"),
        ('{"userInput": [".quit"]}', "1 to 200 lines"),
        ('{"userInput": ["open x"}', "This is not YAML"),
        ("- 3", "Conversation 1 has no list"),
        ("- {id: x, turns: []}", "Conversation 1 has no list"),
        ("- {id: x, turns: [{say: hi}]}", "Conversation 1, turn 1"),
        ("!!python/object/apply:os.getcwd []", "This is not YAML"),
    ],
)
def test_what_is_no_conversation_is_refused(text, reason):
    with pytest.raises(ScriptError, match=reason):
        read(text)
