"""Two people at one speaker: each is answered by a goal of their own."""

import pytest


@pytest.fixture
def couple(person):
    """The user, after bigger legs, whose wife wants to lose weight."""
    told = person()
    told.asks("SetGoalIntent", goal="muscle")
    told.asks("SetGoalIntent", person="wife", goal="calories")
    return told


def test_the_wife_is_answered_by_her_own_goal(couple):
    turn = couple.asks("JogOrSprintIntent", speaker="wife")
    assert turn.speech.startswith("I don't have a winner for that. Do whichever you enjoy more")
    assert couple.asks("CanISkipLegDayIntent").speech.startswith(
        "For calories you can skip leg day, "
    )
    assert couple.asks("MyGoalIntent").speech.startswith("You're after a big calorie burn.")


@pytest.mark.parametrize("said", ["he", "husband"])
def test_to_the_wife_the_user_is_somebody_else(couple, said):
    couple.asks("JogOrSprintIntent", speaker="wife")
    speech = couple.asks("ShouldIKeepLegDayIntent", person=said).speech
    whom = {"he": "For him", "husband": "For your husband"}[said]
    assert speech.startswith(f"{whom}, I'd keep leg day, even with the running.")


@pytest.mark.parametrize("back", ["husband", "me"])
def test_the_user_is_back_with_the_goal_of_before(couple, back):
    assert couple.asks("SpeakerIntent", speaker="wife").speech.startswith(
        "Hello. I've got you down for a big calorie burn."
    )
    assert couple.asks("SpeakerIntent", speaker=back).speech.startswith(
        "Hello. I've got you down for bigger legs."
    )
    assert couple.asks("ForWhomIntent", person="she").speech.startswith("For her, running's enough")


def test_who_speaks_of_the_wife_is_the_user_again(couple):
    couple.asks("SpeakerIntent", speaker="she")
    couple.asks("SetGoalIntent", person="wife", goal="abs")
    assert couple.asks("MyGoalIntent").speech.startswith("You're after bigger legs.")


def test_what_the_wife_wants_is_not_kept_as_the_users(couple):
    couple.asks("SetGoalIntent", speaker="wife", goal="abs")
    assert couple.asks("MyGoalIntent").speech.startswith("You're after a six-pack.")
    couple.device.leave()
    assert "bigger legs" in couple.launches().speech


def test_somebody_whose_goal_is_not_known_is_asked_for_it(person):
    told = person()
    told.asks("SetGoalIntent", goal="muscle")
    assert told.asks("SpeakerIntent", speaker="wife").speech == (
        "Hello, nice to meet you. What are you after, bigger legs or better cardio?"
    )
    assert told.asks("JogOrSprintIntent").speech.startswith("It depends on your goal.")
    assert told.asks("WhatAboutIntent", goal="cardio").report()["answer"] == "jog-for-cardio"
    told.device.leave()
    assert "bigger legs" in told.launches().speech


def test_what_i_want_is_mine_whoever_is_named_beside_it(person):
    told = person()
    turn = told.asks("ShouldIKeepLegDayIntent", wish="mine", goal="muscle", person="she")
    assert turn.speech.startswith("I'd keep leg day, even if you run.")
    assert told.asks("MyGoalIntent").speech.startswith("You're after bigger legs.")


def test_of_two_pronouns_each_keeps_their_goal(person):
    told = person()
    told.asks("SetGoalIntent", goal="cardio", person="she")
    told.asks("SetGoalIntent", goal="muscle", person="he")
    assert told.asks("ForWhomIntent", person="wife").speech.startswith(
        "For your wife, running's enough for cardio."
    )
    assert told.asks("ForWhomIntent", person="he").speech.startswith("For him, I'd keep leg day")


def test_she_can_skip_and_i_cannot(couple):
    assert couple.asks("GoalsOfTwoIntent", other_person="she").speech.startswith(
        "Leg day's for whoever wants bigger legs or a balanced body. Running burns loads"
    )


def test_starting_over_keeps_who_speaks(couple):
    couple.asks("SpeakerIntent", speaker="wife")
    couple.asks("AMAZON.StartOverIntent")
    assert couple.asks("MyGoalIntent").speech.startswith("You're after a big calorie burn.")
    couple.asks("SpeakerIntent", speaker="husband")
    assert couple.asks("MyGoalIntent").speech.startswith("You're after bigger legs.")


def test_of_two_goals_the_known_one_is_answered_and_kept(person):
    told = person()
    turn = told.asks("GoalsOfTwoIntent", goal="muscle", other_person="she", other_goal="speed")
    assert turn.speech.startswith("Bigger legs, got it, so keep leg day")
    assert "getting faster, sorry." in turn.speech
    assert told.asks("MyGoalIntent").speech.startswith("You're after bigger legs.")
    assert "bigger legs" not in told.asks("ForWhomIntent", person="she").speech


def test_of_two_goals_the_other_is_answered_where_ones_own_is_not_known(person):
    told = person()
    turn = told.asks("GoalsOfTwoIntent", goal="speed", other_person="wife", other_goal="cardio")
    assert turn.speech.startswith("For your wife, running's enough for cardio.")
    assert "getting faster, sorry." in turn.speech
    assert told.asks("MyGoalIntent").speech.startswith("You haven't told me a goal yet.")


def test_what_somebody_wants_now_beats_what_they_wanted(couple):
    turn = couple.asks("SetGoalIntent", person="wife", goal="speed")
    assert not turn.speech.startswith("For your wife, running's enough")
    assert "calories" not in couple.asks("CanISkipLegDayIntent", person="wife").speech


@pytest.mark.parametrize(
    "slots", [{"speaker": "wife"}, {"next_person": "wife"}, {"next_name": "Tom"}]
)
def test_pain_is_not_handed_over_with_the_speaker(person, slots):
    told = person()
    told.asks("PainIntent")
    told.asks("SpeakerIntent", **slots)
    assert told.asks("CanISkipLegDayIntent").speech.startswith("You can, unless you want")
    told.asks("SpeakerIntent", speaker="me")
    assert "doctor" in told.asks("CanISkipLegDayIntent").speech


def test_pain_of_the_wife_is_hers_when_she_speaks(person):
    told = person()
    told.asks("PainIntent", person="wife")
    told.asks("SpeakerIntent", speaker="wife")
    assert "doctor" in told.asks("CanISkipLegDayIntent").speech
    told.asks("SpeakerIntent", speaker="me")
    assert told.asks("CanISkipLegDayIntent").speech.startswith("You can, unless you want")
