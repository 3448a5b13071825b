"""What is said in reply to the skill's own question is understood as a reply to it."""

import pytest

from skill.simulator.nlu import understander

OFFERED = "Want to know if running counts as leg day?"
HOW_FAR = "How far are you going?"
GOAL = "Which are you after, leg muscle or cardio?"
NEXT = "That's two of eight. Ready for the next one?"


def meant(said: str, question: str):
    return understander("en-US").understand(said, question)


@pytest.mark.parametrize(
    "said",
    [
        "sure and don't just say it depends",
        "ooh yes so does running count as leg day then or doesn't it",
    ],
)
def test_a_yes_with_more_behind_it_takes_the_offer(said):
    assert meant(said, OFFERED).intent == "AMAZON.YesIntent"


@pytest.mark.parametrize(
    ("said", "intent"),
    [
        ("i suppose cardio's the nearest", "SetGoalIntent"),
        ("legs and abs", "AddGoalIntent"),
        ("neither of those i just want a rest", "DontKnowIntent"),
    ],
)
def test_a_goal_that_was_asked_for_is_told_in_ones_own_words(said, intent):
    assert meant(said, GOAL).intent == intent


@pytest.mark.parametrize(
    ("said", "intent"),
    [
        ("no does leg day count as cardio", "LegDayCardioIntent"),
        ("yeah how many sets should i do", "UnknownQuestionIntent"),
        ("yes but how many calories is three miles", "CaloriesBurnedIntent"),
        ("yeah what's the capital of france", "AMAZON.FallbackIntent"),
    ],
)
def test_what_is_asked_beside_a_yes_is_asked(said, intent):
    assert meant(said, OFFERED).intent == intent


def test_a_distance_answers_how_far():
    told = meant("i dunno like four miles maybe on a good day", HOW_FAR)
    assert (told.intent, told.slots["distance"].heard) == ("WhatAboutIntent", "4")


def test_a_goal_in_ones_own_words_answers_what_for():
    told = meant("muscle i say before big leg", GOAL)
    assert (told.intent, told.slots["goal"].match.id) == ("SetGoalIntent", "muscle")


@pytest.mark.parametrize("said", ["back to the story then", "next and do a couple at once"])
def test_a_tour_goes_on_in_any_words(said):
    assert meant(said, NEXT).intent == "AMAZON.YesIntent"


def test_without_a_question_a_reply_is_nothing():
    said = "i dunno like four miles maybe on a good day"
    assert meant(said, "").intent != meant(said, HOW_FAR).intent


@pytest.mark.parametrize(
    "said",
    [
        "but rugby players run all day and they are massive",
        "yeah but usain bolt has thighs like trees",
        "my legs got bigger when i started running though",
    ],
)
def test_a_but_that_means_nothing_else_objects(said):
    assert meant(said, "Should I explain why?").intent == "DoubtIntent"


@pytest.mark.parametrize(
    ("said", "intent"),
    [
        ("but does it burn calories", "RunningCaloriesIntent"),
        ("but what's the weather like", "AMAZON.FallbackIntent"),
        ("but i'm sixty", "AgeIntent"),
        ("sounds good though", "AMAZON.YesIntent"),
    ],
)
def test_a_but_with_a_question_or_more_is_no_objection(said, intent):
    assert meant(said, "Should I explain why?").intent == intent


@pytest.mark.parametrize(
    ("said", "question"),
    [
        ("okay how much", "Want to know roughly how much a mile burns?"),
        ("okay help me choose", "Should I help you choose between jogging and sprinting?"),
        ("well does it", "Want to know if leg day counts as cardio?"),
        ("yeah why leg day burns so much", "Want to know why leg day burns so much?"),
    ],
)
def test_an_offers_own_words_take_it(said, question):
    assert meant(said, question).intent == "AMAZON.YesIntent"


@pytest.mark.parametrize("said", ["how much", "help me choose", "leg day"])
def test_they_take_no_other_offer(said):
    assert meant(said, OFFERED).intent != "AMAZON.YesIntent"


def test_a_nod_that_says_some_of_the_offer_over_takes_it():
    assert meant("overload sounds cool go", "Should I explain progressive overload?").intent == (
        "AMAZON.YesIntent"
    )


@pytest.mark.parametrize(
    ("said", "intent"),
    [
        ("i don't know maybe not right now", "DontKnowIntent"),
        ("there isn't anybody", "DontKnowIntent"),
        ("no i'm safe", "AMAZON.NoIntent"),
        ("no no i'm not in danger i just meant i got out of shape", "RecoveredIntent"),
        ("does running count as leg day", "DoesRunningCountIntent"),
    ],
)
def test_what_is_no_clear_answer_to_danger_is_no_no(said, intent):
    assert meant(said, "Are you in danger right now?").intent == intent
