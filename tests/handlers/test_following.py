"""What is said after an answer means what it means after that answer."""

import pytest


def after(person, *asked):
    """The answer's id after a row of questions, each a name or a name with slots."""
    anna = person()
    for name, slots in asked:
        turn = anna.asks(name, **slots)
    return turn.report()["answer"]


Asked = tuple[str, dict[str, str]]

VERDICT: Asked = ("DoesRunningCountIntent", {})
WHY: Asked = ("WhyIntent", {})
MORE: Asked = ("MoreIntent", {})
SECOND: Asked = ("SecondThingIntent", {})
RUNNING_ABS = ("RunningForGoalIntent", {"goal": "abs"})
LEG_DAY_CARDIO = ("LegDayForGoalIntent", {"goal": "cardio"})


def about(**slots: str):
    return ("WhatAboutIntent", slots)


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ([VERDICT, WHY], "limits"),
        ([VERDICT, WHY, WHY], "progressive-overload"),
        ([VERDICT, MORE], "limits"),  # "Want to hear why?" - "Tell me more."
        ([("RunningBenefitsIntent", {}), MORE, MORE], "abs-two-factors"),
        ([RUNNING_ABS, WHY], "abs-two-factors"),
        ([WHY], "limits"),
        ([MORE], "verdict"),
        ([VERDICT, about(goal="cardio")], "cardio"),
        ([VERDICT, about(goal="muscle")], "verdict-muscle"),
        ([("JogOrSprintIntent", {}), about(goal="cardio")], "jog-for-cardio"),
        ([("JogOrSprintIntent", {}), about(goal="muscle")], "sprint-for-muscle"),
        ([("JogOrSprintIntent", {}), about(exercise="jogging")], "jogging"),
        ([("CanISkipLegDayIntent", {}), about(goal="abs")], "skip-abs"),
        ([LEG_DAY_CARDIO, about(goal="abs")], "leg-day-abs"),
        ([("LegDayCardioIntent", {}), about(goal="abs")], "leg-day-abs"),
        ([RUNNING_ABS, about(exercise="leg-day")], "leg-day-abs"),
        ([LEG_DAY_CARDIO, about(exercise="running")], "cardio"),
        ([("CaloriesBurnedIntent", {}), about(exercise="leg-day")], "leg-day-calories"),
        ([("MusclesWorkedIntent", {}), about(exercise="lunges")], "leg-exercises-other-muscles"),
        (
            [("MusclesWorkedIntent", {"exercise": "lunges"}), about(exercise="running")],
            "running-muscles",
        ),
        ([("OtherActivityIntent", {"activity": "swimming"}), about(exercise="running")], "verdict"),
        ([about(exercise="running")], "verdict"),
        ([("WhyRunningFallsShortIntent", {}), SECOND], "repetitive"),
        ([("ResistanceIntent", {}), SECOND], "repetitive"),
        ([VERDICT, ("SixPackIntent", {}), ("AMAZON.PreviousIntent", {})], "verdict"),
        ([("ResistanceIntent", {}), WHY], "progressive-overload"),
        ([("ProgressiveOverloadIntent", {}), ("PlainWordsIntent", {})], "progressive-overload"),
        ([("LegDayCardioIntent", {}), ("DoubtIntent", {})], "leg-day-cardio"),
        ([("ResistanceIntent", {}), about(exercise="leg-day")], "leg-day-muscle"),
        ([("RepetitiveIntent", {}), about(exercise="leg-day")], "leg-day-muscle"),
        ([VERDICT, ("InjuryRiskIntent", {})], "injury-risk"),
        ([("RunningMusclesIntent", {}), about(exercise="lunges")], "leg-exercises-other-muscles"),
        ([("LegExerciseMusclesIntent", {}), about(exercise="running")], "running-muscles"),
        ([("SourceIntent", {})], "article-source"),
        ([("CaloriesBurnedIntent", {}), ("SourceIntent", {})], "calories-source"),
    ],
)
def test_a_follow_up_follows_the_last_answer(person, asked, answer):
    assert after(person, *asked) == answer


def test_why_goes_on_to_something_new_when_the_reason_was_heard(person):
    anna = person()
    anna.asks("WhyRunningFallsShortIntent")
    anna.asks("DoesRunningCountIntent")
    turn = anna.asks("WhyIntent")
    assert turn.speech.startswith("Because legs get bigger and stronger when you keep adding")


def test_why_has_no_reason_where_the_article_gives_none(person):
    anna = person()
    anna.asks("SprintingIntent")
    turn = anna.asks("WhyIntent")
    assert turn.speech.startswith(
        (
            "I don't have a reason for that one",
            "That's as deep as",
            "My article gives no reason",
            "Beyond that I'd only be guessing",
        )
    )
    assert turn.report()["claims"] == []


def test_more_ends_honestly_and_names_another_theme(person):
    anna = person()
    anna.asks("LargestMuscleIntent")
    for _ in range(40):
        turn = anna.asks("MoreIntent")
        if not turn.report()["claims"]:
            break
    assert turn.report()["claims"] == []
    assert turn.open


def test_a_second_miss_in_a_row_brings_examples(person):
    anna = person()
    first = anna.asks("AMAZON.FallbackIntent").speech
    second = anna.asks("AMAZON.FallbackIntent").speech
    assert "You could ask" not in first
    assert "ou could ask" in second
    anna.asks("DoesRunningCountIntent")
    assert "ou could ask" not in anna.asks("AMAZON.FallbackIntent").speech


@pytest.mark.parametrize(
    ("which", "answer"),
    [("FirstThingIntent", "skip-or-keep"), ("SecondThingIntent", "calories-per-mile")],
)
def test_one_of_two_questions_that_were_suggested_is_answered(person, which, answer):
    anna = person()
    anna.asks("AMAZON.HelpIntent")
    suggested = "You could ask if you can skip leg day, or how many calories five miles burns."
    heard = (anna.asks("AMAZON.HelpIntent").speech for _ in range(4))
    assert any(speech.startswith(suggested) for speech in heard)
    assert anna.asks(which).report()["answer"] == answer


def test_pain_gets_a_professional_and_nothing_else(person):
    turn = person().asks("PainIntent")
    assert "a doctor or a physical therapist" in turn.speech.lower()
    assert turn.report()["claims"] == []
    assert turn.attributes.get("offer") == "general"


def test_the_second_thing_is_found_after_another_subject(person):
    asked = ("WhyRunningFallsShortIntent", "CaloriesBurnedIntent", "SecondThingIntent")
    assert after(person, *((name, {}) for name in asked)) == "repetitive"


def test_a_goal_after_a_comparison_is_compared_too(person):
    anna = person()
    anna.asks("CompareIntent")
    turn = anna.asks("WhatAboutIntent", goal="calories")
    assert turn.speech.startswith(
        "I don't know which does more, but either will do. Both burn loads of calories."
    )


def test_both_sides_of_a_bet_have_a_point(person):
    anna = person()
    anna.asks("DoesRunningCountIntent")
    assert anna.asks("WhoIsRightIntent").speech.startswith(
        "It's half and half. Running's great for calories and cardio, but for growing "
        "legs, it's leg day."
    )


def test_how_to_avoid_an_injury_is_to_keep_leg_day(person):
    anna = person()
    anna.asks("InjuryRiskIntent")
    assert anna.asks("HowToIntent").speech.startswith("Keep training your legs, for a better")


def test_a_doubt_of_what_was_asked_twice_is_not_answered_at_length(person):
    anna = person()
    anna.asks("ProgressiveOverloadIntent")
    anna.asks("ProgressiveOverloadIntent")
    assert anna.asks("DoubtIntent").report()["claims"] == []


def test_what_is_asked_again_at_once_has_no_more_to_it(person):
    anna = person()
    anna.asks("MuscleFibresIntent")
    said = anna.asks("MuscleFibresIntent").speech
    assert said.startswith("More muscle fibers trained means more growth, and leg day trains more")
    assert "That's as far as my article goes." in said or "That's the whole of it." in said


def test_what_is_asked_again_later_is_only_shorter(person):
    anna = person()
    anna.asks("MuscleFibresIntent")
    anna.asks("AlternateIntent")
    assert "article" not in anna.asks("MuscleFibresIntent").speech


@pytest.mark.parametrize("intent", ["MuscleFibresIntent", "AddWeightIntent", "RepetitiveIntent"])
def test_examples_and_which_ones_are_the_exercises_that_are_named(person, intent):
    anna = person()
    anna.asks(intent)
    assert anna.asks("WhichOnesIntent").speech.startswith("Squats, lunges and leg extensions are")


def test_now_this_and_now_that_goes_by_goal(person):
    anna = person()
    anna.asks("CanISkipLegDayIntent", goal="abs")
    anna.asks("ShouldIKeepLegDayIntent")
    assert anna.asks("WhichIsItIntent").speech.startswith("Both, it goes by goal. For cardio,")


def test_a_sprint_is_not_as_good_as_leg_day(person):
    anna = person()
    anna.asks("SprintingIntent")
    assert anna.asks("CompareIntent", exercise="leg-day").speech.startswith(
        "No, leg day still does more. Sprinting gives you the most muscle"
    )
