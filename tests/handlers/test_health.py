"""Pain, illness and age: a professional's, whoever's it is, and not kept."""

import re

import pytest


def test_somebody_else_s_pain_is_not_the_speaker_s(person):
    anna = person()
    anna.asks("PainIntent")
    assert anna.asks("RecoveredIntent", person="friend").speech.startswith(
        (
            "Glad you're fine. For your friend, a doctor's the one to ask.",
            "Ah, so you're all right. For your friend, it's a doctor who should say.",
        )
    )
    assert anna.asks("JogOrSprintIntent").report()["answer"] == "jog-or-sprint"


def test_who_is_in_pain_is_still_told_nothing_to_do(person):
    anna = person()
    anna.asks("PainIntent")
    anna.asks("RecoveredIntent", person="friend")
    turn = anna.asks("ShouldIKeepLegDayIntent", person="friend")
    assert "doctor" in turn.speech
    assert turn.report()["answer"] is None


def test_not_me_but_her_is_of_a_question_where_nobody_is_in_pain(person):
    anna = person()
    anna.asks("DoesRunningCountIntent")
    assert "doctor" not in anna.asks("RecoveredIntent", person="wife").speech


def test_health_is_not_kept_and_counts_again_once_it_is_spoken_of(person):
    anna = person()
    anna.asks("PainIntent")
    anna.device.leave()
    assert anna.asks("HealthToldIntent").speech.startswith(
        "Sorry, I keep nothing about health. For that, please ask a doctor or a physical therapist."
    )
    assert anna.asks("JogOrSprintIntent").report()["answer"] is None


def test_within_a_conversation_pain_is_known_and_said_not_to_be_kept(person):
    anna = person()
    anna.asks("PainIntent")
    assert anna.asks("HealthToldIntent").speech.startswith(
        "I do while we're talking, but I keep nothing about health. "
        "A doctor or a physical therapist is the one to ask."
    )


@pytest.mark.parametrize("told", ["PainIntent", "ConditionIntent"])
@pytest.mark.parametrize("question", ["CanISkipLegDayIntent", "JogOrSprintIntent"])
def test_what_the_ill_and_hurt_should_do_is_for_a_professional(person, told, question):
    anna = person()
    anna.asks(told)
    anna.asks("CaloriesBurnedIntent", distance="3")
    turn = anna.asks(question)
    assert "doctor" in turn.speech
    assert turn.report()["claims"] == []


@pytest.mark.parametrize("told", ["PainIntent", "ConditionIntent"])
@pytest.mark.parametrize("question", ["CanISkipLegDayIntent", "JogOrSprintIntent"])
def test_who_asks_on_hears_what_holds_in_general_with_a_word_of_care(person, told, question):
    anna = person()
    anna.asks(told)
    anna.asks(question)
    for _ in range(6):
        turn = anna.asks(question)
        assert "doctor" in turn.speech
        assert turn.report()["claims"] != []


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
    assert anna.asks("WhyIntent").speech.startswith("I'm no doctor")


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


def test_after_an_emergency_it_is_asked_if_it_is_now(person):
    anna = person()
    turn = anna.asks("EmergencyIntent")
    assert turn.speech.endswith("call the emergency number. Is it happening now?")
    turn = anna.asks("AMAZON.YesIntent")
    assert turn.speech == "Then please stop, and call the emergency number right away."
    assert not turn.open


def test_more_pain_while_that_is_asked_is_no_less_urgent(person):
    anna = person()
    anna.asks("EmergencyIntent")
    assert anna.asks("PainIntent").speech.startswith("Please don't wait on that.")


def test_an_emergency_outlives_its_being_over(person):
    anna = person()
    anna.asks("EmergencyIntent")
    assert anna.asks("AMAZON.NoIntent").speech.startswith(
        "I'm glad it's not happening now. Please still see a doctor about it before you train "
        "again."
    )
    anna.asks("RecoveredIntent")
    anna.asks("AMAZON.StartOverIntent")
    for _ in range(3):
        turn = anna.asks("JogOrSprintIntent", goal="cardio")
        assert "doctor" in turn.speech
        assert turn.report()["claims"] == []


def test_a_state_is_not_lifted_by_being_well(person):
    anna = person()
    anna.asks("ConditionIntent")
    anna.asks("RecoveredIntent")
    assert "doctor" in anna.asks("JogOrSprintIntent").speech
    ben = person()
    ben.asks("ConditionIntent", ailment="illness")
    ben.asks("RecoveredIntent")
    assert ben.asks("JogOrSprintIntent").report()["answer"] == "jog-or-sprint"


def test_whom_a_professional_has_told_what_to_do_hears_what_holds_in_general(person):
    anna = person()
    anna.asks("ConditionIntent")
    anna.asks("DoctorSaidIntent")
    for _ in range(3):
        turn = anna.asks("SprintingIntent")
        assert turn.report()["answer"] == "sprinting"
        assert "go by what they told you" in turn.speech
        assert "doctor" not in turn.speech


def test_a_question_beside_what_a_professional_allowed_is_answered(person):
    said = person().asks("JogOrSprintIntent", ailment="allowed").speech
    assert said.startswith("Sprint for leg muscle, jog long for cardio")
    assert "go by what they told you" in said


def test_what_a_professional_spoke_against_is_not_told(person):
    anna = person()
    assert anna.asks("DoctorForbadeIntent").speech.startswith("Then please stick to that")
    assert anna.asks("SprintingIntent").report()["claims"] == []


def test_nothing_to_do_is_told_after_an_emergency(person):
    anna = person()
    anna.asks("EmergencyIntent")
    anna.asks("AMAZON.NoIntent")
    for question in ("DoesRunningCountIntent", "IsItSafeIntent", "JogOrSprintIntent"):
        turn = anna.asks(question)
        assert "a doctor" in turn.speech
        assert turn.report()["claims"] == []


def test_what_ails_somebody_pregnant_cannot_wait(person):
    anna = person()
    assert "your midwife or doctor" in anna.asks("PregnancyIntent").speech
    assert anna.asks("PainIntent").speech.startswith(
        "Please stop there, and call your midwife or doctor about that today."
    )


def test_a_birth_beside_a_question_is_congratulated_and_the_question_answered(person):
    turn = person().asks("CanISkipLegDayIntent", ailment="birth")
    assert turn.speech.startswith("Congratulations, and ask your midwife or doctor first. Skip")


def test_advice_to_the_ill_has_whom_to_ask_in_front_and_no_keep_training(person):
    anna = person()
    anna.asks("PainIntent")
    anna.asks("RunningMuscleIntent")
    said = anna.asks("RunningMuscleIntent").speech
    assert "doctor" in said.partition(". ")[0]
    assert "keep training" not in said


def test_an_illness_told_beside_a_question_gets_the_answer_and_whom_to_ask(person):
    anna = person()
    said = anna.asks("DoesRunningCountIntent", ailment="condition").speech
    assert said.startswith("Partly, since running does plenty of what leg day does")
    assert "doctor" in said
    assert "doctor" in anna.asks("CanISkipLegDayIntent").speech


def test_a_child_is_sent_to_a_parent_and_a_doctor(person):
    assert (
        person()
        .asks("AgeIntent", age="12")
        .speech.startswith(
            "My article doesn't mention age. "
            "Whether it's all right is for a parent and a doctor to say."
        )
    )


def test_a_goal_of_somebody_ill_is_kept_and_not_advised_on(person):
    anna = person()
    anna.asks("PainIntent")
    turn = anna.asks("SetGoalIntent", goal="muscle")
    assert turn.speech.startswith(
        "Bigger legs, got it. With what you've told me, ask a doctor how to get there"
    )
    assert turn.attributes["goal"] == "muscle"


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
    assert turn.speech.startswith(
        "Good to know. Go with what they said, because they know you, and I only know one article."
    )


def test_despair_names_who_helps_and_asks_for_danger(person):
    anna = person()
    turn = anna.asks("DespairIntent")
    assert "Please call or text nine eight eight now, or somebody you trust." in turn.speech
    assert turn.speech.endswith("Are you in danger right now?")
    assert "somebody about it today" in anna.asks("AMAZON.NoIntent").speech
    ben = person()
    ben.asks("DespairIntent")
    turn = ben.asks("AMAZON.YesIntent")
    assert turn.speech.startswith("Then please call the emergency number right away")
    assert not turn.open


@pytest.mark.parametrize(
    ("locale", "line"),
    [
        ("en-CA", "call or text nine eight eight"),
        ("en-GB", "call Samaritans on one one six, one two three"),
        ("en-AU", "call Lifeline on thirteen, eleven, fourteen"),
        ("en-IN", "call Tele MANAS on one, four, four, one, six"),
    ],
)
def test_the_crisis_line_is_the_one_of_the_place(person, locale, line):
    assert line in person(locale=locale).asks("DespairIntent").speech


def test_health_belongs_to_whom_it_was_told_of(person):
    anna = person()
    assert "a doctor" in anna.asks("PainIntent", person="son").speech
    assert anna.asks("JogOrSprintIntent").speech.startswith("It depends on your goal.")
    assert "doctor" in anna.asks("JogOrSprintIntent", person="he").speech
    ben = person()
    ben.asks("PregnancyIntent")
    ben.asks("PainIntent", person="husband")
    assert "doctor" in ben.asks("CanISkipLegDayIntent").speech


def test_nothing_hurts_and_the_question_beside_it_is_answered(person):
    anna = person()
    anna.asks("PainIntent")
    turn = anna.asks("CanISkipLegDayIntent", ailment="well")
    assert turn.speech.startswith(
        ("Glad to hear it. Skip leg day if", "Good to hear. Skip leg day if")
    )
    assert anna.asks("SprintingIntent").speech.startswith("Sprinting is the one for leg muscle.")


def test_only_a_clear_no_or_question_ends_the_talk_of_danger(person):
    anna = person()
    anna.asks("DespairIntent")
    said = set()
    for name in ("DontKnowIntent", "GreetingIntent", "MyGoalIntent", "DespairIntent"):
        turn = anna.asks(name)
        assert "danger" in turn.speech
        assert turn.open
        said.add(turn.speech)
    assert len(said) == 4
    assert anna.asks("DoesRunningCountIntent").report()["answer"] == "verdict"


def test_a_false_alarm_is_apologised_for(person):
    anna = person()
    anna.asks("DespairIntent")
    assert anna.asks("RecoveredIntent").speech.startswith("I'm glad to hear it, and sorry")
    assert "danger" not in anna.asks("GreetingIntent").speech
    ben = person()
    ben.asks("StarvingIntent")
    assert ben.asks("RecoveredIntent").speech.startswith("Good, and sorry")


def test_no_figure_is_told_for_a_child(person):
    anna = person()
    anna.asks("AgeIntent", age="9", person="son")
    turn = anna.asks("CaloriesBurnedIntent", distance="3", unit="mile")
    assert turn.speech.startswith("I can't say for a child.")
    assert turn.report()["claims"] == []


def test_whoever_hardly_eats_is_told_no_calories(person):
    anna = person()
    assert "somebody you trust" in anna.asks("StarvingIntent").speech
    for asked in ({"distance": "3", "unit": "mile"}, {"distance": "5", "unit": "mile"}):
        turn = anna.asks("CaloriesBurnedIntent", **asked)
        assert turn.report()["claims"] == []
        assert "hundred" not in turn.speech
    assert anna.asks("LargestMuscleIntent").report()["answer"] == "largest-muscle-group"


def test_a_child_is_a_childs_until_the_parent_asks_for_themselves(person):
    anna = person()
    assert "a parent and a doctor" in anna.asks("AgeIntent", age="12", person="son").speech
    turn = anna.asks("WhatAboutIntent", exercise="sprinting")
    assert "a parent and a doctor" in turn.speech
    assert turn.report()["claims"] == []
    anna.asks("ForWhomIntent")
    turn = anna.asks("SprintingIntent")
    assert turn.report()["answer"] == "sprinting"
    assert "doctor" not in turn.speech
