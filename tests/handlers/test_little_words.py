"""People are people: a word back, the offer stands, and nothing of it is a failure or the end."""

import pytest

from skill.content.loader import load_content

WORDS = sorted(load_content().lines_for)


@pytest.mark.parametrize("word", WORDS)
def test_a_little_word_keeps_the_offer_and_the_session(person, word):
    anna = person()
    offer = anna.asks("DoesRunningCountIntent").attributes["offer"]
    turn = anna.asks(word)
    assert turn.open
    assert turn.attributes["offer"] == offer
    assert turn.report()["claims"] == []
    assert "can't help" not in turn.speech


@pytest.mark.parametrize("word", WORDS)
def test_the_offer_is_made_in_other_words(person, word):
    anna = person()
    ask = anna.asks("DoesRunningCountIntent").attributes["said"]["ask"]
    assert not anna.asks(word).speech.endswith(ask)


@pytest.mark.parametrize("word", WORDS)
def test_a_little_word_is_a_beginning_too(person, word):
    turn = person().asks(word)
    assert turn.open
    assert turn.attributes["offer"]


def test_two_thanks_are_no_two_refusals(person):
    anna = person()
    anna.asks("DoesRunningCountIntent")
    anna.asks("ThanksIntent")
    assert anna.asks("ThanksIntent").open


def test_slower_is_the_same_said_slowly(person):
    anna = person()
    before = anna.asks("DoesRunningCountIntent").speech
    turn = anna.asks("SlowerIntent")
    assert turn.speech == before
    response = turn.exchange.response["response"]
    assert '<prosody rate="slow">' in response["outputSpeech"]["ssml"]


def test_slower_lasts_until_the_usual_speed_is_asked_for(person):
    anna = person()
    anna.asks("SlowerIntent")
    turn = anna.asks("LegDayCardioIntent")
    response = turn.exchange.response["response"]
    assert response["outputSpeech"]["ssml"].startswith('<speak><prosody rate="slow">Yes')
    assert '<prosody rate="slow">' in response["reprompt"]["outputSpeech"]["ssml"]
    turn = anna.asks("NormalSpeedIntent")
    assert turn.speech.startswith("Okay, back to my usual speed.")
    assert "prosody" not in str(turn.exchange.response)
    assert anna.asks("NormalSpeedIntent").speech.startswith("This is as fast as I talk, sorry.")


def test_shorter_is_shorter_from_then_on(person):
    anna = person()
    anna.asks("DoesRunningCountIntent")
    assert anna.asks("ShorterIntent").speech.startswith("Partly, since")
    turn = anna.asks("LegDayCardioIntent")
    assert turn.speech.startswith("Leg day's strong cardio, because a hard set")
    assert turn.speech.endswith(
        (
            "Should I go into what cardio means?",
            "Want to hear about what cardio means?",
            "Shall I go on to what cardio means?",
        )
    )


def test_the_second_asking_is_shorter_and_the_third_asks_what_is_missing(person):
    anna = person()
    said = [anna.asks("DoesRunningCountIntent").speech for _ in range(3)]
    assert said[0].startswith("Partly. Running gives you plenty")
    assert said[1].startswith("Partly, since")
    assert said[2].startswith("Running does a lot of the same work")
    assert said[2].endswith(("the reason you're missing?", "Would the reason help?"))
    assert anna.asks("AMAZON.YesIntent").speech.startswith("Because running's low on resistance")


def test_doubt_is_met_with_the_answer_once_and_then_with_modesty(person):
    anna = person()
    anna.asks("LegDayCardioIntent")
    first = anna.asks("DoubtIntent")
    assert first.report()["claims"] == ["leg-day-cardio"]
    assert "article" in first.speech
    second = anna.asks("DoubtIntent")
    assert second.report()["claims"] == []
    assert "article" in second.speech


@pytest.mark.parametrize(
    ("goal", "begins"),
    [
        (None, "In short, run for calories and cardio"),
        ("muscle", "I'd keep leg day, even if you run."),
        ("cardio", "For cardio you can skip leg day, "),
    ],
)
def test_the_bottom_line_is_for_the_goal(person, goal, begins):
    anna = person()
    if goal:
        anna.asks("SetGoalIntent", goal=goal)
    assert anna.asks("SummaryIntent").speech.startswith(begins)


# --- the tour ------------------------------------------------------------------------------------


# --- the quiz ------------------------------------------------------------------------------------


def test_shorter_twice_does_not_say_the_same_twice(person):
    anna = person()
    anna.asks("DoesRunningCountIntent")
    first, second = anna.asks("ShorterIntent"), anna.asks("ShorterIntent")
    assert second.speech.startswith("I'll keep it short.")
    assert first.speech.startswith("Partly, since")


def test_hearsay_is_not_met_as_if_something_had_been_said(person):
    turn = person().asks("DoubtIntent")
    assert turn.speech.startswith(("I've only got one article", "All I have is my one article"))
    assert turn.report()["claims"] == []


def test_an_answer_to_another_question_is_apologised_for(person):
    anna = person()
    anna.asks("DoesRunningCountIntent")
    turn = anna.asks("MisunderstoodIntent")
    assert turn.speech.startswith(("Sorry, I got that wrong.", "My mistake, sorry."))
    assert turn.open


def test_never_mind_takes_back_what_was_asked_and_then_leaves(person):
    anna = person()
    anna.asks("CaloriesBurnedIntent", distance="30", unit="minute")
    assert anna.asks("AMAZON.CancelIntent").open
    assert not anna.asks("AMAZON.CancelIntent").open


def test_who_is_bored_is_offered_a_quiz_and_then_something_else(person):
    anna = person()
    offers = {anna.asks("BoredIntent").attributes["offer"] for _ in range(2)}
    assert offers == {"quiz", "best-workout-is-completed"}


def test_what_is_said_again_is_what_was_said_before_a_word_aside(person):
    anna = person()
    anna.asks("DoesRunningCountIntent")
    anna.asks("ThanksIntent")
    assert anna.asks("SlowerIntent").speech.startswith("Partly.")
    assert anna.asks("AMAZON.RepeatIntent").report()["answer"] == "verdict"


def test_what_was_talked_about_is_told_in_this_session_and_the_next(person):
    anna = person()
    assert anna.asks("LastTimeIntent").speech.startswith("I don't have anything from you yet.")
    anna.asks("JogOrSprintIntent")
    assert anna.asks("LastTimeIntent").speech.startswith("We talked about jogging and sprinting.")


def test_a_question_back_stands_through_a_word_aside(person):
    anna = person()
    anna.asks("JogOrSprintIntent")
    assert anna.asks("WaitIntent").attributes["offer"] == "goal-for"
    assert anna.asks("WhatAboutIntent", goal="cardio").speech.startswith("Jog, and go long.")


def test_whoever_wants_no_more_offers_is_asked_what_comes_next(person):
    anna = person()
    anna.asks("DoesRunningCountIntent")
    assert anna.asks("NoOffersIntent").speech.startswith("All right, no more offers. ")
    turn = anna.asks("JogOrSprintIntent", goal="cardio")
    open_questions = ("What next?", "What would you like to know?", "So what's your question?")
    assert turn.speech.endswith(open_questions)
    assert turn.attributes.get("offer") is None


def test_the_same_in_other_words_and_then_in_others(person):
    anna = person()
    anna.asks("DoesRunningCountIntent")
    assert anna.asks("PlainWordsIntent").speech.startswith("Running does a lot of the same work")
    assert anna.asks("PlainWordsIntent").speech.startswith("Running partly counts as leg day.")
    turn = anna.asks("PlainWordsIntent")
    assert turn.speech.startswith(("That's as plain as I can put it", "I don't have an example"))


def test_whoever_does_not_know_twice_is_told_what_was_offered(person):
    anna = person()
    anna.asks("DoesRunningCountIntent")
    first = anna.asks("DontKnowIntent")
    second = anna.asks("DontKnowIntent")
    assert second.report()["answer"] == first.attributes["offer"]


def test_a_no_to_being_asked_another_way_ends_nothing(person):
    anna = person()
    anna.asks("DoesRunningCountIntent")
    anna.asks("MisunderstoodIntent")
    assert anna.asks("AMAZON.NoIntent").speech.endswith("?")


def test_who_does_not_understand_a_decline_is_told_it_in_other_words_and_not_helped(person):
    anna = person()
    anna.asks("UnknownQuestionIntent")
    assert "advice" not in anna.asks("PlainWordsIntent").speech


def test_help_gives_its_note_on_advice_once(person):
    anna = person()
    assert "advice" in anna.asks("AMAZON.HelpIntent").speech
    for _ in range(3):
        assert "advice" not in anna.asks("AMAZON.HelpIntent").speech


def test_a_brief_yes_gets_what_was_offered_in_short_and_so_does_what_follows(person):
    anna = person()
    anna.asks("SetGoalIntent", goal="calories")
    turn = anna.asks("BriefYesIntent")
    assert turn.speech.startswith("About a hundred calories a mile")


def test_news_of_oneself_gets_a_warm_word(person):
    anna = person()
    anna.asks("DoesRunningCountIntent")
    warm = ("Good for you, that's lovely to hear.", "Nice work, well done.")
    assert anna.asks("GoodNewsIntent").speech.startswith(warm)
