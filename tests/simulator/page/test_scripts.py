"""Conversations as YAML."""

import pytest

from skill.simulator.page.scripts import ScriptError, read, written


def test_a_turn_is_a_line():
    turns = [
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


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("a: [", "This is not YAML"),
        ("", "is a list of them"),
        ("{}", "is a list of them"),
        ("- 3", "Conversation 1 has no list"),
        ("- {id: x, turns: []}", "Conversation 1 has no list"),
        ("- {id: x, turns: [{say: hi}]}", "Conversation 1, turn 1"),
        ("!!python/object/apply:os.getcwd []", "This is not YAML"),
    ],
)
def test_what_is_no_conversation_is_refused(text, reason):
    with pytest.raises(ScriptError, match=reason):
        read(text)
