"""`leg-day routes` shows how a question travels: intent, handler, answers, claims."""

from skill.content.loader import load_content
from skill.simulator.nlu.model import load_model


def test_every_intent_answer_and_claim_is_shown(leg_day):
    finished = leg_day("routes")
    assert (finished.stderr, finished.exit_code) == ("", 0)
    shown = finished.stdout.splitlines()
    assert {line.split(" -> ")[0] for line in shown if not line.startswith(" ")} == {
        *load_model().intents,
        "LaunchRequest",
    }
    for name in (*load_content().claims, *load_content().answers):
        assert name in finished.stdout


def test_a_choice_shows_its_function_and_each_of_its_answers(leg_day):
    shown = leg_day("routes").stdout
    row = shown[shown.index("JogOrSprintIntent -> ") :].splitlines()
    assert row[0] == "JogOrSprintIntent -> questions.jog_or_sprint"
    assert "    otherwise: jog-or-sprint [jog-or-sprint]" in row[1:9]
    assert "    goal=muscle: sprint-for-muscle [sprint-for-muscle]" in row[1:9]
