"""`leg-day ask`: one question, or JSON lines."""

import json
import subprocess
import sys

import pytest

from tests.conftest import LEG_DAY

FIELDS = [
    *("utterance", "intent", "slots", "tier", "score", "answer", "claims", "speech", "reprompt"),
    *("session", "screen", "request", "response"),
]


def exchanged(finished) -> list[dict[str, object]]:
    assert finished.stderr == ""
    assert finished.exit_code == 0
    return [json.loads(line) for line in finished.stdout.splitlines()]


def lines(*asked: object) -> str:
    return "".join(json.dumps(line) + "\n" for line in asked)


@pytest.mark.parametrize("command", ["{leg_day}", f"{sys.executable} -m skill"])
def test_a_question_is_answered_on_standard_output(for_real, command):
    finished = for_real(f'{command} ask "does running count as leg day"')
    assert finished.stdout.startswith(b"Partly. Running gives you plenty of what leg day does")
    assert finished.stdout.count(b"\n") == 1
    assert (finished.stderr, finished.returncode) == (b"", 0)


def test_json_is_the_whole_exchange(leg_day):
    [said] = exchanged(leg_day("ask", "--json", "should i jog or sprint for muscle"))
    assert list(said) == FIELDS
    assert said["utterance"] == "should i jog or sprint for muscle"
    assert (said["intent"], said["slots"]) == ("JogOrSprintIntent", {"goal": "muscle"})
    assert (said["tier"], said["score"]) == ("exact", 1.0)
    assert (said["answer"], said["claims"]) == ("sprint-for-muscle", ["sprint-for-muscle"])
    assert str(said["speech"]).startswith("Sprint. If you're skipping leg day")
    assert "<" not in str(said["speech"])
    assert (said["session"], said["screen"]) == ("open", False)
    assert said["request"]["request"]["intent"]["name"] == "JogOrSprintIntent"  # type: ignore[index]
    assert said["response"]["response"]["shouldEndSession"] is False  # type: ignore[index]


def test_an_answer_that_ends_has_no_reprompt(leg_day):
    [said] = exchanged(leg_day("ask", "--json", "stop"))
    assert (said["session"], said["reprompt"]) == ("ended", None)
    assert (said["answer"], said["claims"]) == (None, [])


def test_the_locale_says_whose_english(leg_day):
    finished = leg_day("ask", "--locale", "en-AU", "how many calories per kilometre")
    assert finished.stdout.startswith("About sixty calories a kilomet")


def test_a_screen_is_drawn_on_where_there_is_one(leg_day):
    assert exchanged(leg_day("ask", "--json", "--screen", "jog or sprint"))[0]["screen"] is True
    assert exchanged(leg_day("ask", "--json", "--no-screen", "jog or sprint"))[0]["screen"] is False


def test_lines_of_a_session_share_a_conversation_and_others_do_not(leg_day):
    said = exchanged(
        leg_day(
            "ask",
            "--jsonl",
            typed=lines(
                {"session": "a", "utterance": "does running count as leg day"},
                {"session": "b", "utterance": "should i jog or sprint"},
                {"utterance": "why"},
                {"session": "a", "utterance": "what about cardio"},
                {"session": "b", "utterance": "what about cardio"},
            ),
        )
    )
    answers = [line["answer"] for line in said]
    assert answers == ["verdict", "jog-or-sprint", "limits", "cardio", "jog-for-cardio"]


def test_a_user_is_remembered_across_sessions_and_runs(leg_day):
    goal = {"session": "1", "user": "anna", "utterance": "my goal is bigger legs"}
    launch = {"session": "1", "user": "anna", "launch": True, "new_session": True}
    first = exchanged(leg_day("ask", "--jsonl", typed=lines(goal, launch)))
    assert "bigger legs" in str(first[1]["speech"])
    assert first[1]["utterance"] is None
    question = {"utterance": "should i jog or sprint"}
    later = exchanged(leg_day("ask", "--jsonl", typed=lines(question | {"user": "anna"}, question)))
    assert [line["answer"] for line in later] == ["sprint-for-muscle", "jog-or-sprint"]


def test_a_line_has_its_own_locale(leg_day):
    asked = {"utterance": "how many calories is three and a half miles"}
    said = exchanged(leg_day("ask", "--jsonl", typed=lines(asked, asked | {"locale": "en-GB"})))
    assert str(said[0]["speech"]).startswith(
        "Three and a half miles burns about three hundred fifty"
    )
    assert str(said[1]["speech"]).startswith(
        "Three and a half miles burns about three hundred and fifty"
    )


@pytest.mark.parametrize(
    "broken",
    [
        "not json",
        "[]",
        "{}",
        "7",
        '{"utterance": 7}',
        '{"launch": "yes"}',
        '{"utterance": "why", "session": 7}',
        '{"utterance": "why", "user": []}',
        '{"utterance": "why", "locale": "xx-XX"}',
        '{"utterance": "why", "locale": "../en-US"}',
        '{"utterance": "why", "session": "s", "locale": "de-DE"}',
        '{"utterance": "why", "new_session": "maybe"}',
        "[" * 10_000,
        '{"utterance": "why"',
        '{"utterance": NaN}',
    ],
    ids=range(15),
)
def test_a_line_that_cannot_be_read_is_answered_with_why_not(broken, door):
    from skill.simulator.terminal import ask_lines

    good = '{"utterance": "does running count as leg day"}'
    wrong, right = ask_lines(door, [broken, "", good], "en-US", screen=False)
    assert list(json.loads(wrong)) == ["error"]
    assert json.loads(wrong)["error"]
    assert "\n" not in json.loads(wrong)["error"]
    assert json.loads(right)["answer"] == "verdict"


def test_bytes_that_are_no_text_spoil_one_line_only(for_real):
    question = lines({"utterance": "why"}).encode()
    finished = for_real("{leg_day} ask --jsonl", b'\xff\xfe{"utterance"\n' + question)
    wrong, right = finished.stdout.splitlines()
    assert list(json.loads(wrong)) == ["error"]
    assert json.loads(right)["answer"] == "limits"
    assert (finished.stderr, finished.returncode) == (b"", 0)


def test_each_line_is_answered_before_the_next_is_read(environment):
    with subprocess.Popen(
        [str(LEG_DAY), "ask", "--jsonl"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=environment,
    ) as command:
        assert command.stdin is not None
        assert command.stdout is not None
        for asked, answer in (("jog or sprint", "jog-or-sprint"), ("why", "limits")):
            command.stdin.write(lines({"utterance": asked}))
            command.stdin.flush()
            assert json.loads(command.stdout.readline())["answer"] == answer
        command.stdin.close()
        assert command.wait(timeout=30) == 0


def test_a_reader_that_has_heard_enough_is_no_fault(for_real):
    typed = lines(*[{"utterance": "why"}] * 200).encode()
    finished = for_real("{leg_day} ask --jsonl | head -1", typed)
    assert json.loads(finished.stdout)["answer"] == "limits"
    assert finished.stderr == b""
