"""What the article does not say is never affirmed, and pain is a professional's."""

import re

import pytest


def unmatched(name: str, heard: str):
    """A slot as Alexa sends it where its type has no such value."""
    resolution = {"authority": "test", "status": {"code": "ER_SUCCESS_NO_MATCH"}}
    return {
        "name": name,
        "value": heard,
        "confirmationStatus": "NONE",
        "resolutions": {"resolutionsPerAuthority": [resolution]},
    }


def says(anna, intent: str, **heard: str):
    slots = {name: unmatched(name, words) for name, words in heard.items()}
    asked = {"name": intent, "confirmationStatus": "NONE", "slots": slots}
    answer = anna.sends({"type": "IntentRequest", "intent": asked, "dialogState": "STARTED"})
    attributes = answer["sessionAttributes"]
    return attributes["said"]["say"], attributes.get("answer"), attributes.get("claims")


QUESTIONS = ("RunningForGoalIntent", "LegDayForGoalIntent", "DoesRunningCountIntent")


@pytest.mark.parametrize("intent", [*QUESTIONS, "JogOrSprintIntent", "WhatAboutIntent"])
def test_a_goal_nobody_knows_is_not_affirmed(person, intent):
    say, answer, claims = says(person(), intent, goal="singing voice")
    assert say in (
        "I can't speak for that, sorry.",
        "That's one I can't speak for.",
        "I don't know about that, so I won't guess.",
    )
    assert (answer, claims) == (None, None)


@pytest.mark.parametrize("intent", QUESTIONS)
@pytest.mark.parametrize("heard", ["depression", "my arthritis", "a bad knee", "lung cancer"])
def test_an_illness_goes_to_a_doctor(person, intent, heard):
    say, answer, claims = says(person(), intent, goal=heard)
    assert "doctor" in say
    assert (answer, claims) == (None, None)


@pytest.mark.parametrize("goal", ["health", "not-known"])
def test_a_goal_known_to_be_unknown_is_not_affirmed(person, goal):
    turn = person().asks("RunningForGoalIntent", goal=goal)
    assert (turn.report()["answer"], turn.report()["claims"]) == (None, [])


def test_a_goal_that_is_none_of_ours_is_not_taken_in(person):
    anna = person()
    say, answer, _ = says(anna, "SetGoalIntent", goal="swim the channel")
    assert say.startswith("I can't speak for that goal, sorry.")
    assert answer is None
    assert anna.asks("MyGoalIntent").speech.startswith("You haven't told me a goal yet.")


def test_an_exercise_nobody_knows_gets_no_muscles(person):
    _, answer, claims = says(person(), "MusclesWorkedIntent", exercise="hip thrusts")
    assert (answer, claims) == (None, None)


def test_a_unit_nobody_knows_is_not_taken_for_miles(person):
    say, _, claims = says(person(), "CaloriesBurnedIntent", distance="3", unit="leagues")
    assert say == "I can only go by distance."
    assert claims is None


def test_what_is_walked_is_not_computed(person):
    turn = person().asks("OtherActivityIntent", activity="walking", distance="6", unit="kilometer")
    assert "running" in turn.speech
    assert "hundred" not in turn.speech
    assert turn.report()["claims"] == []


@pytest.mark.parametrize("goal", ["calories", "cardio"])
def test_a_comparison_that_the_article_does_not_make_is_declined(person, goal):
    turn = person().asks("CompareIntent", exercise="running", other_exercise="leg-day", goal=goal)
    assert "which does more" in turn.speech
    assert turn.report()["claims"] == []


@pytest.mark.parametrize(
    "slots",
    [
        {"exercise": "sprinting", "other_exercise": "squats"},
        {"exercise": "deadlifts", "other_exercise": "squats"},
        {"exercise": "squats", "other_exercise": "lunges", "goal": "muscle"},
        {"exercise": "squats", "other_exercise": "squats"},  # front squats or back squats
    ],
)
@pytest.mark.parametrize("intent", ["CompareIntent", "CompareExercisesIntent"])
def test_of_two_exercises_that_it_does_not_set_side_by_side_none_wins(person, intent, slots):
    turn = person().asks(intent, **slots)
    assert "which does more" in turn.speech
    assert turn.report()["claims"] == []


@pytest.mark.parametrize(
    ("slots", "answer"),
    [
        ({"exercise": "running", "other_exercise": "leg-day"}, "compare"),
        ({"exercise": "running", "other_exercise": "leg-day", "goal": "muscle"}, "compare"),
        ({"exercise": "jogging", "other_exercise": "sprinting"}, "jog-or-sprint"),
        (
            {"exercise": "jogging", "other_exercise": "sprinting", "goal": "muscle"},
            "sprint-for-muscle",
        ),
        ({"exercise": "squats", "other_exercise": "lunges"}, "many-angles"),
        ({}, "compare"),
        ({"exercise": "arms", "other_exercise": "leg-day"}, "legs-over-arms"),
    ],
)
def test_a_comparison_that_the_article_makes_is_told(person, slots, answer):
    assert person().asks("CompareIntent", **slots).report()["answer"] == answer


def test_how_often_is_not_known_and_said_so(person):
    turn = person().asks("UnknownQuestionIntent", asked="how-often")
    assert "how often" in turn.speech
    assert turn.report()["claims"] == []
    assert turn.open


@pytest.mark.parametrize("told", ["PainIntent", "ConditionIntent"])
@pytest.mark.parametrize("question", ["CanISkipLegDayIntent", "JogOrSprintIntent"])
def test_what_the_ill_and_hurt_should_do_is_for_a_professional_to_the_end(person, told, question):
    anna = person()
    anna.asks(told)
    for _ in range(6):
        anna.asks("CaloriesBurnedIntent", distance="3")
        turn = anna.asks(question)
        assert "doctor" in turn.speech
        assert turn.report()["claims"] == []


def test_right_after_pain_a_kind_of_run_is_asked_about_for_it(person):
    anna = person()
    anna.asks("PainIntent")
    turn = anna.asks("SprintingIntent")
    assert "doctor" in turn.speech
    assert turn.report()["claims"] == []


def test_what_holds_in_general_is_told_to_somebody_in_pain_with_a_word_of_care(person):
    anna = person()
    anna.asks("PainIntent")
    assert "doctor" not in anna.asks("DoesRunningCountIntent").speech
    said = anna.asks("RunningForGoalIntent", goal="cardio").speech
    assert said.startswith("Running gets your heart rate up")
    assert "doctor" in said
    assert "doctor" not in anna.asks("RunningForGoalIntent", goal="abs").speech
    assert "doctor" in anna.asks("RunningForGoalIntent", goal="calories").speech
    assert "doctor" in anna.asks("SummaryIntent").speech
    assert "doctor" not in anna.asks("ProgressiveOverloadIntent").speech


def test_ones_own_illness_is_in_nobody_elses_way(person):
    anna = person()
    anna.asks("ConditionIntent")
    assert "doctor" in anna.asks("ShouldIKeepLegDayIntent").speech
    said = anna.asks("ShouldIKeepLegDayIntent", person="grandson").speech
    assert said.startswith("For your grandson, ")
    assert "doctor" not in said
    anna.asks("PainIntent")  # whose pain isn't known
    assert "doctor" in anna.asks("ShouldIKeepLegDayIntent", person="grandson").speech


def test_a_birth_is_good_news_first_and_then_for_a_midwife_or_a_doctor(person):
    anna = person()
    assert anna.asks("NewBabyIntent").speech.startswith(
        "Congratulations! When to train again is one for your midwife or doctor."
    )
    assert "doctor" in anna.asks("JogOrSprintIntent").speech


def test_to_a_death_nothing_is_offered_but_to_leave_it(person):
    anna = person()
    anna.asks("DoesRunningCountIntent")
    turn = anna.asks("GriefIntent")
    assert turn.speech in (
        "I'm so sorry. Shall we leave it there for today?",
        "I'm very sorry for your loss. Shall we leave it there for now?",
    )
    assert anna.asks("AMAZON.NoIntent").open


def test_pain_that_is_gone_stands_in_no_answers_way(person):
    anna = person()
    anna.asks("PainIntent")
    assert "doctor" in anna.asks("RecoveredIntent").speech
    assert anna.asks("JogOrSprintIntent").report()["answer"] == "jog-or-sprint"


def test_age_alone_is_not_known_and_stands_in_no_answers_way(person):
    anna = person()
    anna.asks("DoesRunningCountIntent")
    turn = anna.asks("AgeIntent", age="58")
    assert "doctor" in turn.speech
    assert turn.attributes["offer"] == "why"
    assert anna.asks("CanISkipLegDayIntent").report()["answer"] == "skip-or-keep"


@pytest.mark.parametrize("told", [("AgeIntent", {}), ("SetGoalIntent", {"goal": "strong"})])
def test_no_exercise_is_offered_after_an_age(person, told):
    anna, (intent, slots) = person(), told
    harmless = {"why", "general", "minimal-resistance", "repetitive", "progressive-overload"}
    harmless |= {"calories-per-mile", "cardio-definition", "muscle-fibres"}
    harmless |= {"abs-two-factors", "why-running-burns"}
    assert anna.asks(intent, age="66", **slots).attributes["offer"] in harmless
    for question in ("SprintingIntent", "CanISkipRunningIntent", "WhyRunningFallsShortIntent"):
        offer = anna.asks(question).attributes.get("offer")
        assert offer in harmless


def test_why_after_pain_is_that_this_is_no_doctor(person):
    anna = person()
    anna.asks("DoesRunningCountIntent")
    anna.asks("PainIntent")
    assert anna.asks("WhyIntent").speech.startswith("I'm no doctor and no trainer")


@pytest.mark.parametrize(
    ("question", "slots"),
    [
        ("UnknownQuestionIntent", {"asked": "how-often"}),
        ("OtherActivityIntent", {"activity": "cycling"}),
        ("RunningForGoalIntent", {"goal": "not-known"}),
    ],
)
def test_why_after_no_answer_is_not_the_reason_for_the_answer_before(person, question, slots):
    anna = person()
    anna.asks("DoesRunningCountIntent")
    anna.asks(question, **slots)
    turn = anna.asks("WhyIntent")
    assert turn.report()["claims"] == []
    assert "article" in turn.speech


def test_what_is_offered_in_place_of_what_is_not_known_is_close_to_it(person):
    turn = person().asks("UnknownQuestionIntent", asked="same-day")
    assert turn.attributes["offer"] == "alternate"


def test_a_plain_fact_is_told_after_pain(person):
    anna = person()
    anna.asks("PainIntent")
    assert anna.asks("InjuryRiskIntent").report()["answer"] == "injury-risk"


@pytest.mark.parametrize(
    ("locale", "who"), [("en-US", "a physical therapist"), ("en-GB", "a physio")]
)
def test_a_physio_is_called_what_people_call_one(person, locale, who):
    assert who in person(locale=locale).asks("PainIntent").speech.lower()


@pytest.mark.parametrize(
    "aside", ["ThanksIntent", "MoreIntent", "FunFactIntent", "AMAZON.HelpIntent"]
)
def test_to_somebody_in_pain_nothing_of_what_to_do_is_brought_up(person, aside):
    anna = person()
    anna.asks("PainIntent")
    for name in (aside, "AMAZON.YesIntent", "AMAZON.YesIntent"):
        turn = anna.asks(name)
        assert not {"sprint", "jog", "skip", "squats"} & set(
            re.findall("[a-z]+", turn.speech.lower())
        )


def test_goodbye_to_somebody_in_pain(person):
    anna = person()
    anna.asks("PainIntent")
    turn = anna.asks("AMAZON.NoIntent")  # "no, it's fine now", for all we know
    assert turn.speech == "That's fine. What would you like to know?"
    assert turn.open
    turn = anna.asks("AMAZON.NoIntent")
    assert turn.speech == "Take good care of yourself, and see you next time."
    assert not turn.open


def test_to_somebody_in_pain_which_run_for_calories_is_told_with_a_word_of_care(person):
    anna = person()
    anna.asks("IsItSafeIntent")
    anna.asks("SetGoalIntent", goal="calories")
    turn = anna.asks("JogOrSprintIntent")
    assert turn.report()["answer"] == "jog-or-sprint-enjoy"
    assert "doctor" in turn.speech
    ben = person()
    ben.asks("ConditionIntent")
    turn = ben.asks("JogOrSprintIntent", goal="calories")
    assert turn.report()["answer"] == "jog-or-sprint-enjoy"
    assert "doctor" in turn.speech


def test_in_place_of_advice_nothing_is_pushed(person):
    anna = person()
    anna.asks("SetGoalIntent", goal="cardio")
    assert anna.asks("PainIntent").speech.endswith(
        (
            "Is there something about running or leg day I can answer?",
            "What would you like to know about running or leg day?",
            "What else can I tell you about running or leg day?",
        )
    )


def test_what_their_own_doctor_said_stands(person):
    turn = person().asks("DoctorSaidIntent")
    assert turn.speech.startswith("Then go by that. They know you, and I only know one article.")
