"""The tour of everything, the quiz, and fun facts."""

import pytest


def test_the_tour_says_how_far_it_is(person):
    anna = person()
    assert "That's one of eight." in anna.asks("TourIntent").speech
    assert "That's two of eight." in anna.asks("AMAZON.YesIntent").speech


def test_the_tour_can_be_left_and_resumed(person):
    anna = person()
    anna.asks("TourIntent")
    anna.asks("AMAZON.YesIntent")
    assert anna.asks("AMAZON.NoIntent").open
    anna.asks("InjuryRiskIntent")
    assert "That's three of eight." in anna.asks("TourIntent").speech


def test_next_and_skip_go_on_to_the_next_stop_of_the_tour(person):
    anna = person()
    anna.asks("TourIntent")
    assert "That's two of eight." in anna.asks("AMAZON.NextIntent").speech


def test_the_tour_ends_with_the_short_version(person):
    anna = person()
    anna.asks("TourIntent")
    for _ in range(7):
        turn = anna.asks("AMAZON.YesIntent")
    assert "That's the whole tour." in turn.speech
    assert anna.asks("AMAZON.YesIntent").speech.startswith("In short")


def test_the_quiz_counts_what_is_right(person):
    anna = person()
    assert anna.asks("QuizIntent").speech.endswith("biggest muscle group?")
    assert anna.asks("WhatAboutIntent", exercise="leg-day").speech.startswith("Right, your legs.")
    assert anna.asks("WhatAboutIntent", distance="100").speech.startswith("Spot on")
    turn = anna.asks("WhatAboutIntent", exercise="sprinting")
    assert "Three out of three, well done." in turn.speech


def test_wrong_answers_are_put_right(person):
    anna = person()
    anna.asks("QuizIntent")
    assert anna.asks("WhatAboutIntent", exercise="arms").speech.startswith(
        "Not quite, it's your legs."
    )
    second = anna.asks("WhatAboutIntent", distance="500").speech
    assert second.startswith("Not quite, it's about a hundred")
    turn = anna.asks("JoggingIntent")
    assert turn.speech.startswith("Not quite, it's sprinting, which")
    assert "None this time, but now you know." in turn.speech


@pytest.mark.parametrize(
    "aside",
    ["AMAZON.RepeatIntent", "SlowerIntent", "WaitIntent", "ThanksIntent", "PlainWordsIntent"],
)
def test_an_aside_does_not_end_the_quiz(person, aside):
    anna = person()
    anna.asks("QuizIntent")
    assert anna.asks(aside).speech.endswith("biggest muscle group?")
    assert anna.asks("WhatAboutIntent", exercise="leg-day").speech.startswith("Right, your legs.")


def test_fun_facts_are_told_one_after_another(person):
    anna = person()
    said = [anna.asks("FunFactIntent").report() for _ in range(6)]
    assert said[0]["answer"] == "largest-muscle-group"
    assert len({report["answer"] for report in said}) == 6


def test_what_the_quiz_told_is_not_offered_any_more(person):
    anna = person()
    anna.asks("QuizIntent")
    for _ in range(3):
        anna.asks("DontKnowIntent")
    offers = set()
    for _ in range(12):
        offers.add(anna.asks("UnknownQuestionIntent").attributes["offer"])
    assert offers & {"jog-or-sprint", "sprint-for-muscle", "largest-muscle-group"} == set()


def test_a_question_of_ones_own_comes_back_to_the_quiz_and_a_second_one_leaves_it(person):
    anna = person()
    anna.asks("QuizIntent")
    turn = anna.asks("DoesRunningCountIntent")
    assert turn.report()["answer"] == "verdict"
    assert turn.speech.endswith(
        "Back to the quiz. First one, what's your body's biggest muscle group?"
    )
    assert "quiz" not in anna.asks("LegDayCardioIntent").speech
    assert (
        anna.asks("WhatAboutIntent", exercise="arms").report()["answer"] != "largest-muscle-group"
    )
    assert anna.asks("AMAZON.NextIntent").speech.startswith("Back to the quiz. First one,")


def test_what_is_not_understood_in_the_quiz_gets_the_hint_and_is_no_wrong_answer(person):
    anna = person()
    anna.asks("QuizIntent")
    assert anna.asks("AMAZON.FallbackIntent").speech.startswith(
        "It carries you on every run. First"
    )
    assert anna.asks("WhatAboutIntent", exercise="leg-day").speech.startswith("Right, your legs.")


def test_another_quiz_begins_in_other_words(person):
    anna = person()
    anna.asks("QuizIntent")
    for _ in range(3):
        anna.asks("DontKnowIntent")
    said = anna.asks("QuizIntent").speech
    assert said.startswith(
        (
            "Those three are all I have, so once more. First",
            "I've only got the three, so here they are again. First",
        )
    )


def test_a_question_in_the_tour_is_answered_and_the_tour_goes_on(person):
    anna = person()
    anna.asks("TourIntent")
    asked = anna.asks("CaloriesBurnedIntent", distance="5", unit="mile").speech
    assert asked.endswith(("Back to the tour?", "Should we go on with the tour?"))
    assert "two of eight" in anna.asks("AMAZON.YesIntent").speech


def test_the_tour_says_that_it_is_all_of_it_where_its_first_part_was_heard(person):
    anna = person()
    anna.asks("DoesRunningCountIntent")
    assert anna.asks("TourIntent").speech.startswith(
        "Here's the whole thing, in eight parts. First, running partly counts"
    )


def test_a_hint_is_no_guess_and_the_quiz_goes_on(person):
    anna = person()
    anna.asks("QuizIntent")
    turn = anna.asks("AMAZON.HelpIntent")
    assert turn.speech.startswith("It carries you on every run. First one,")
    assert anna.asks("WhatAboutIntent", exercise="leg-day").speech.startswith("Right, your legs.")


def test_who_gives_up_is_told_and_not_corrected(person):
    anna = person()
    anna.asks("QuizIntent")
    assert anna.asks("DontKnowIntent").speech.startswith("It's your legs. No muscle group")


def test_a_quiz_that_was_left_goes_on_where_it_was(person):
    anna = person()
    anna.asks("QuizIntent")
    anna.asks("WhatAboutIntent", exercise="leg-day")
    assert anna.asks("LegDayCardioIntent").speech.startswith("Yes, leg day's strong cardio")
    assert anna.asks("QuizIntent").speech.startswith("Back to the quiz. Second,")
    assert anna.asks("WhatAboutIntent", distance="100").speech.startswith("Spot on")


def test_the_tour_stands_through_a_question_that_has_no_answer(person):
    anna = person()
    anna.asks("TourIntent")
    assert anna.asks("AMAZON.FallbackIntent").attributes["offer"] == "tour"
    assert "two of eight" in anna.asks("AMAZON.YesIntent").speech


def test_a_yes_to_a_quiz_question_is_given_a_hint_and_then_the_answer(person):
    anna = person()
    anna.asks("QuizIntent")
    assert anna.asks("AMAZON.YesIntent").speech.startswith("It carries you on every run.")
    assert anna.asks("AMAZON.YesIntent").speech.startswith("It's your legs.")


def test_the_score_is_told_when_it_is_asked_for(person):
    anna = person()
    assert anna.asks("ScoreIntent").speech.startswith("We haven't done the quiz this time.")
    anna.asks("QuizIntent")
    anna.asks("LargestMuscleIntent")
    said = anna.asks("ScoreIntent").speech
    assert said.startswith("That's one right so far.")
    assert said.endswith("how many calories does a mile burn?")
    anna.asks("DontKnowIntent")
    anna.asks("DontKnowIntent")
    assert anna.asks("ScoreIntent").speech.startswith("That's one out of three.")
