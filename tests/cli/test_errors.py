"""What goes wrong is one clear line on standard error, and exit status 2."""

import pytest


@pytest.mark.parametrize(
    ("arguments", "environment", "named"),
    [
        (["ask", "why"], {"LEG_DAY_STORE": "teapot"}, "LEG_DAY_STORE"),
        (["chat"], {"LEG_DAY_STORE": "postgres://x"}, "LEG_DAY_STORE"),
        (["ask", "--locale", "xx-XX", "why"], {}, "xx-XX"),
        (["ask", "--locale", "../en-US", "why"], {}, "../en-US"),
        (["chat", "--locale", "de-DE"], {}, "de-DE"),
        (["chat", "--say"], {"PATH": "/nowhere"}, "espeak-ng"),
    ],
)
def test_a_fault_of_configuration_is_one_line(leg_day, arguments, environment, named):
    finished = leg_day(*arguments, **environment)
    assert finished.exit_code == 2
    assert finished.stderr.count("\n") == 1
    assert finished.stderr.startswith("leg-day: ")
    assert named in finished.stderr
    assert finished.stdout == ""


@pytest.mark.parametrize(
    "arguments",
    [["ask"], ["ask", "--jsonl", "why"], ["ask", "--teapot", "x"], ["teapot"], ["ask", "a", "b"]],
)
def test_a_command_that_makes_no_sense_exits_with_two(leg_day, arguments):
    finished = leg_day(*arguments)
    assert finished.exit_code == 2
    assert "Traceback" not in finished.stderr
    assert "Error:" in finished.stderr


def test_it_is_so_for_real_too(for_real):
    finished = for_real("{leg_day} ask why", LEG_DAY_STORE="teapot")
    assert finished.returncode == 2
    assert finished.stdout == b""
    assert finished.stderr == (
        b"leg-day: LEG_DAY_STORE: 'teapot' is not sqlite:///PATH, dynamodb://TABLE or memory:\n"
    )


ODD = ["", "   ", "?!", "\n", "🏃", "a" * 20_000, "<speak>", "{goal}", "½", "\x00", "1" * 500]


@pytest.mark.parametrize("question", ODD, ids=range(len(ODD)))
def test_no_question_is_too_odd_to_be_answered(leg_day, question):
    finished = leg_day("ask", question)
    assert (finished.stderr, finished.exit_code) == ("", 0)
    assert finished.stdout.strip()


def test_a_store_that_cannot_be_used_stops_no_answer(leg_day, tmp_path):
    finished = leg_day("ask", "jog or sprint", LEG_DAY_STORE=f"sqlite:///{tmp_path}")
    assert finished.exit_code == 0
    assert finished.stdout.startswith("It depends on your goal.")
    assert "Traceback" not in finished.stderr
