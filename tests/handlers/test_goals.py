"""A goal told once shapes every later answer, for that user and nobody else."""

import pytest

GOALS = ["muscle", "cardio", "calories", "abs", "balance", "fun", "small"]


@pytest.mark.parametrize(
    ("goal", "jog_or_sprint", "skip", "count"),
    [
        ("muscle", "sprint-for-muscle", "keep-for-growth", "verdict-muscle"),
        ("cardio", "jog-for-cardio", "skip-cardio", "cardio"),
        ("calories", "jog-or-sprint-enjoy", "skip-calories", "calories"),
        ("abs", "jog-or-sprint-abs", "skip-abs", "abs"),
        ("balance", "jog-or-sprint-balance", "keep-for-balance", "balance"),
        ("fun", "enjoyment", "enjoyment", "enjoyment"),
        ("small", "jog-or-sprint-no-big-legs", "skip-small", "no-big-legs"),
    ],
)
def test_each_goal_has_its_own_advice(person, goal, jog_or_sprint, skip, count):
    anna = person()
    assert anna.asks("SetGoalIntent", goal=goal).report()["answer"] == f"goal-{goal}"
    answers = [
        anna.asks(question).report()["answer"]
        for question in ("JogOrSprintIntent", "CanISkipLegDayIntent", "DoesRunningCountIntent")
    ]
    assert answers == [jog_or_sprint, skip, count]


@pytest.mark.parametrize(
    ("goal", "answer"),
    [
        ("muscle", "skip-running-growth"),
        ("strong", "skip-running-growth"),
        ("balance", "skip-running-growth"),
        ("cardio", "skip-running-cardio"),
        ("calories", "skip-running-calories"),
        ("abs", "skip-running-abs"),
        ("fun", "enjoyment"),
        ("small", "skip-running-small"),
    ],
)
def test_whether_to_skip_the_running_is_answered_for_the_goal_told(person, goal, answer):
    """Not as if leg day were to be skipped: that's the other side."""
    anna = person()
    anna.asks("SetGoalIntent", goal=goal)
    assert anna.asks("CanISkipRunningIntent").report()["answer"] == answer


def test_somebody_elses_running_is_skipped_for_their_goal(person):
    anna = person()
    anna.asks("SetGoalIntent", person="wife", goal="muscle")
    assert anna.asks("CanISkipRunningIntent", person="she").speech.startswith(
        "For her, it's leg day to keep, for bigger legs and a balanced body."
    )


@pytest.mark.parametrize(
    ("goals", "answer"),
    [
        ([], "run-or-leg-day"),
        (["muscle"], "keep-for-growth"),
        (["cardio"], "skip-cardio"),
        (["calories", "muscle"], "summary"),
        (["cardio", "abs"], "running-goals"),
        (["small"], "skip-small"),
    ],
)
def test_run_or_lift_is_answered_for_the_goals_told(person, goals, answer):
    anna = person()
    for goal in goals:
        anna.asks("AddGoalIntent", goal=goal)
    assert anna.asks("RunOrLegDayIntent").report()["answer"] == answer


def test_running_or_leg_day_side_by_side_is_for_the_goal_told(person):
    anna, both = person(), {"exercise": "running", "other_exercise": "squats"}
    assert anna.asks("CompareIntent", **both).report()["answer"] == "compare"
    anna.asks("SetGoalIntent", goal="cardio")
    assert anna.asks("CompareIntent", **both).report()["answer"] == "skip-cardio"


@pytest.mark.parametrize(
    ("unwanted", "says"),
    [
        ("cardio", ("Not better cardio, then.", "Okay, without better cardio.")),
        ("muscle", "No big legs, got it."),
        ("balance", "No big legs, got it."),
        ("small", "Bigger legs, got it."),
    ],
)
def test_what_nobody_wants_is_not_taken_for_a_goal(person, unwanted, says):
    assert person().asks("DropGoalIntent", unwanted=unwanted).speech.startswith(says)


def test_of_several_goals_the_unwanted_one_is_dropped(person):
    anna = person()
    anna.asks("AddGoalIntent", goal="muscle", other_goal="cardio")
    assert anna.asks("DropGoalIntent", unwanted="muscle").speech == (
        "Okay, I've dropped bigger legs. That leaves better cardio. Is that right?"
    )


def test_who_gives_big_legs_up_within_a_question_wants_none(person):
    anna = person()
    anna.asks("SetGoalIntent", goal="muscle")
    asked = anna.asks("DoesRunningCountIntent", instead_of="muscle")
    assert asked.speech.startswith("Running can stand in for leg day, for you.")
    assert anna.asks("MyGoalIntent").speech.startswith("You haven't told me a goal")


@pytest.mark.parametrize("goal", GOALS)
def test_a_goal_comes_back_in_the_next_session(person, goal):
    anna = person()
    anna.asks("SetGoalIntent", goal=goal)
    before = anna.asks("JogOrSprintIntent").report()["answer"]
    anna.device.leave()
    assert anna.asks("JogOrSprintIntent").report()["answer"] == before


def test_a_goal_named_in_the_question_counts_for_that_question_only(person):
    anna = person()
    anna.asks("SetGoalIntent", goal="muscle")
    assert anna.asks("JogOrSprintIntent", goal="cardio").report()["answer"] == "jog-for-cardio"
    assert anna.asks("JogOrSprintIntent").report()["answer"] == "sprint-for-muscle"


def test_nobody_elses_goal_is_used(person):
    person().asks("SetGoalIntent", goal="muscle")
    assert person().asks("JogOrSprintIntent").report()["answer"] == "jog-or-sprint"


def test_a_goal_that_was_not_caught_is_asked_for(person):
    turn = person().asks("SetGoalIntent")
    assert turn.speech.endswith("What are you after, bigger legs or better cardio?")
    assert turn.open


def test_a_goal_is_not_recited_and_can_be_asked_for(person):
    anna = person()
    assert anna.asks("MyGoalIntent").speech.startswith("You haven't told me a goal yet.")
    anna.asks("SetGoalIntent", goal="abs")
    assert anna.asks("MyGoalIntent").speech == "You're after a six-pack. Is that still right?"


def test_still_after_it_yes_brings_advice_for_it(person):
    anna = person()
    anna.asks("SetGoalIntent", goal="cardio")
    anna.device.leave()
    assert "better cardio" in anna.launches().speech
    assert anna.asks("AMAZON.YesIntent").report()["claims"] == ["jog-for-cardio"]


def test_still_after_it_no_asks_for_the_new_one_and_takes_it(person):
    anna = person()
    anna.asks("SetGoalIntent", goal="cardio")
    anna.device.leave()
    anna.launches()
    assert anna.asks("AMAZON.NoIntent").speech.endswith(("after now?", "the new goal?"))
    assert anna.asks("WhatAboutIntent", goal="abs").report()["answer"] == "goal-abs"
    assert anna.asks("MyGoalIntent").speech.startswith("You're after a six-pack.")


def test_forget_me_forgets_now_and_for_later(person):
    anna = person()
    anna.asks("SetGoalIntent", goal="muscle")
    assert anna.asks("ForgetMeIntent").speech.endswith("Should I forget it all?")
    assert anna.asks("AMAZON.YesIntent").speech.startswith("Done. I've forgotten everything")
    assert anna.asks("JogOrSprintIntent").report()["answer"] == "jog-or-sprint"
    anna.device.leave()
    assert anna.asks("JogOrSprintIntent").report()["answer"] == "jog-or-sprint"


def test_whoever_disables_the_skill_is_forgotten(person):
    anna = person()
    anna.asks("SetGoalIntent", goal="muscle")
    anna.device.leave()
    said = anna.sends({"type": "AlexaSkillEvent.SkillDisabled"})
    assert said.get("response", {}) == {}
    anna.device.leave()
    assert anna.asks("JogOrSprintIntent").report()["answer"] == "jog-or-sprint"


def test_erasing_is_asked_about_and_a_no_keeps_everything(person):
    anna = person()
    anna.asks("SetGoalIntent", goal="muscle")
    anna.asks("ForgetMeIntent")
    assert anna.asks("AMAZON.NoIntent").speech.startswith("Okay, it all stays.")
    assert anna.asks("JogOrSprintIntent").report()["answer"] == "sprint-for-muscle"


def test_changing_a_goal_never_erases(person):
    anna = person()
    anna.asks("SetGoalIntent", goal="muscle")
    assert anna.asks("ChangeGoalIntent").speech.endswith(("after now?", "the new goal?"))
    assert anna.asks("JogOrSprintIntent").report()["answer"] == "sprint-for-muscle"


def test_a_dropped_goal_is_gone_in_the_next_session_too(person):
    anna = person()
    anna.asks("SetGoalIntent", goal="muscle")
    assert anna.asks("DropGoalIntent").speech.startswith("Okay, I've dropped bigger legs.")
    anna.device.leave()
    assert anna.asks("JogOrSprintIntent").report()["answer"] == "jog-or-sprint"


def test_two_goals_are_held_and_come_back(person):
    anna = person()
    turn = anna.asks("AddGoalIntent", goal="muscle", other_goal="cardio")
    assert turn.speech.startswith(
        "Bigger legs and better cardio, so do both. Running gets your heart rate up"
    )
    assert anna.asks("JogOrSprintIntent").speech.startswith("Sprint for your leg muscle, and jog")
    anna.device.leave()
    assert "bigger legs and better cardio" in anna.launches().speech


def test_one_more_goal_leaves_the_first(person):
    anna = person()
    anna.asks("SetGoalIntent", goal="muscle")
    anna.asks("AddGoalIntent", goal="cardio")
    assert "bigger legs and better cardio" in anna.asks("MyGoalIntent").speech


@pytest.mark.parametrize("question", ["JogOrSprintIntent", "CanISkipLegDayIntent"])
def test_it_depends_asks_on_what_and_a_bare_goal_answers_that_question(person, question):
    anna = person()
    assert anna.asks(question).speech.endswith(("cardio?", "your goal?", "the goal?"))
    turn = anna.asks("WhatAboutIntent", goal="cardio")
    expected = {"JogOrSprintIntent": "jog-for-cardio", "CanISkipLegDayIntent": "skip-cardio"}
    assert turn.report()["answer"] == expected[question]
    assert "better cardio" in anna.asks("MyGoalIntent").speech


def test_a_goal_known_shapes_what_a_yes_gives(person):
    anna = person()
    anna.asks("SetGoalIntent", goal="cardio")
    for _ in range(12):
        turn = anna.asks("AMAZON.YesIntent")
        assert "depends on your goal" not in turn.speech


def test_a_goal_told_right_after_opening_is_kept(person):
    anna = person()
    anna.launches()
    assert anna.asks("WhatAboutIntent", goal="muscle").report()["answer"] == "goal-muscle"
    assert anna.asks("JogOrSprintIntent").report()["answer"] == "sprint-for-muscle"


def test_yes_to_which_goal_is_narrowed_down_and_ends(person):
    anna = person()
    anna.asks("MyGoalIntent")
    assert "Leg size, your heart, or burning calories?" in anna.asks("AMAZON.YesIntent").speech
    assert anna.asks("AMAZON.YesIntent").report()["answer"] == "verdict"


def test_still_after_it_does_not_bring_last_times_advice(person):
    anna = person()
    anna.asks("SetGoalIntent", goal="muscle")
    said = []
    for _ in range(3):
        anna.device.leave()
        anna.launches()
        said.append(anna.asks("AMAZON.YesIntent").report()["answer"])
    assert said == ["sprint-for-muscle", "keep-for-growth", "sprint-for-muscle"]


def test_whoever_comes_back_is_not_offered_what_they_declined(person):
    anna = person()
    assert anna.asks("SprintingIntent").speech
    anna.asks("AMAZON.NoIntent")
    declined = anna.asks("AMAZON.StopIntent").speech
    assert declined
    anna.launches()
    assert anna.asks("MoreIntent").report()["answer"] != "sprint-for-muscle"


def test_is_that_right_is_taken_with_a_word(person):
    anna = person()
    anna.asks("AddGoalIntent", goal="muscle", other_goal="abs")
    anna.asks("DropGoalIntent", goal="abs")
    turn = anna.asks("AMAZON.YesIntent")
    assert turn.speech.startswith(("Good stuff.", "All right.", "Okay, good."))


@pytest.mark.parametrize(
    ("goals", "says"),
    [
        ({"goal": "small", "other_goal": "abs"}, "Abs and no big legs, got it."),
        ({"goal": "muscle", "other_goal": "calories"}, "Bigger legs and burning calories, so do"),
    ],
)
def test_several_goals_are_taken_in_by_their_short_names(person, goals, says):
    assert person().asks("AddGoalIntent", **goals).speech.startswith(says)


def test_nobody_elses_goals_are_kept(person):
    anna = person()
    anna.asks("SetGoalIntent", goal="cardio")
    said = anna.asks("MyGoalIntent", person="daughter").speech
    assert said.startswith("I only keep your own goals, nobody else's.")
    assert anna.asks("MyGoalIntent").speech.startswith("You're after better cardio.")


def test_whoever_comes_back_without_a_goal_is_not_introduced_again(person):
    anna = person()
    anna.asks("SprintingIntent")
    anna.device.leave()
    turn = anna.launches()
    assert "jogging and sprinting" in turn.speech
    assert anna.asks("AMAZON.YesIntent").report()["answer"] == "jog-for-cardio"


def test_visits_alone_are_enough_for_a_welcome_back(person):
    anna = person()
    anna.launches()
    anna.device.leave()
    assert "back" in anna.launches().speech


def test_a_goal_told_when_coming_back_is_kept_too(person):
    anna = person()
    anna.asks("LegDayCardioIntent")
    anna.device.leave()
    anna.launches()
    assert anna.asks("WhatAboutIntent", goal="abs").report()["answer"] == "goal-abs"


def test_one_of_several_goals_is_dropped_and_the_others_stay(person):
    anna = person()
    anna.asks("AddGoalIntent", goal="calories", other_goal="abs", third_goal="muscle")
    turn = anna.asks("DropGoalIntent", goal="abs")
    assert turn.speech.startswith(
        "Okay, I've dropped the six-pack. That leaves a big calorie burn and bigger"
    )
    assert "bigger legs" in anna.asks("MyGoalIntent").speech
    assert "six-pack" not in anna.asks("MyGoalIntent").speech


def test_dropping_a_goal_that_is_not_held_leaves_what_is(person):
    anna = person()
    anna.asks("SetGoalIntent", goal="muscle")
    assert anna.asks("DropGoalIntent", goal="abs").speech.startswith("You're after bigger legs.")


def test_both_of_the_goals_that_were_asked_about(person):
    anna = person()
    anna.asks("MyGoalIntent")
    assert anna.asks("AlternateIntent").speech.startswith("Do both, then.")
    assert "bigger legs and better cardio" in anna.asks("MyGoalIntent").speech


def test_both_answers_the_question_that_depends_on_the_goal(person):
    anna = person()
    anna.asks("JogOrSprintIntent")
    assert anna.asks("AlternateIntent").speech.startswith("Sprint for your leg muscle, and jog")


def test_both_of_a_goal_and_the_one_given_up_for_it(person):
    anna = person()
    anna.asks("SetGoalIntent", goal="abs")
    anna.asks("SetGoalIntent", goal="muscle")
    anna.asks("AlternateIntent")
    assert "a six-pack and bigger legs" in anna.asks("MyGoalIntent").speech


def test_both_is_a_mix_of_runs_and_leg_days_otherwise(person):
    anna = person()
    anna.asks("DoesRunningCountIntent")
    assert anna.asks("AlternateIntent").speech.startswith("Do both. Switching between runs")


@pytest.mark.parametrize(
    ("intent", "goal"),
    [("FirstThingIntent", "Bigger legs, got it."), ("SecondThingIntent", "Better cardio, got it.")],
)
def test_the_first_of_the_goals_that_were_asked_about(person, intent, goal):
    anna = person()
    anna.asks("MyGoalIntent")
    assert anna.asks(intent).speech.startswith(goal)


def test_a_goal_asked_about_is_offered_as_the_goal(person):
    anna = person()
    anna.asks("RunningForGoalIntent", goal="calories")
    assert anna.asks("MyGoalIntent").speech == (
        "You haven't told me a goal, but you asked about a big calorie burn. "
        "Is that what you're after?"
    )
    assert anna.asks("AMAZON.YesIntent").speech.startswith("Burning calories, got it.")
    assert anna.asks("MyGoalIntent").speech.startswith("You're after a big calorie burn.")


@pytest.mark.parametrize(("which", "left"), [("first", "a six-pack"), ("last", "bigger legs")])
def test_one_of_several_goals_is_taken_off_by_its_place(person, which, left):
    anna = person()
    anna.asks("AddGoalIntent", goal="muscle", other_goal="abs")
    assert f"That leaves {left}." in anna.asks("LeaveOutIntent", when=which).speech
    assert f"You're after {left}." in anna.asks("MyGoalIntent").speech


def test_a_place_among_one_goal_asks_whether_it_is_right(person):
    anna = person()
    anna.asks("SetGoalIntent", goal="muscle")
    assert anna.asks("LeaveOutIntent", when="first").speech.startswith("You're after bigger legs.")
