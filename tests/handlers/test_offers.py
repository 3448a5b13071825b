"""Offers: yes gives exactly that, none comes twice running, and they end honestly."""

import pytest

from skill.content.loader import load_content

CONTENT = load_content()
QUESTIONS = sorted({question.intent for question in CONTENT.questions})


def offered(turn) -> str:
    return str(turn.attributes.get("offer"))


@pytest.mark.parametrize("question", CONTENT.questions, ids=str)
def test_yes_gives_exactly_what_was_offered(person, question):
    anna = person()
    asked = anna.asks(question.intent, **question.slots)
    offer, turn = offered(asked), anna.asks("AMAZON.YesIntent")
    if offer in CONTENT.answers:
        answer = CONTENT.answers[offer]
        assert turn.report()["answer"] == offer
        assert turn.speech.startswith((answer.told or answer.asked).replace("*", ""))
    elif offer == "why":
        because = CONTENT.answers[asked.report()["answer"]].because
        assert because
        assert turn.speech.startswith(because.says)
    else:
        assert offer in ("goal-for", "which-goal", "distance")
        assert turn.open


def test_what_is_offered_is_told_and_not_answered_like_a_question(person):
    anna = person()
    anna.asks("AMAZON.FallbackIntent")
    for _ in range(30):
        turn = anna.asks("AMAZON.YesIntent")
        assert not turn.speech.startswith(("Yes", "No,", "Not ", "On leg day, yes"))
        if not turn.open:
            break


def test_whoever_always_says_yes_hears_all_that_there_is_and_nothing_twice(person):
    anna, heard, claims = person(), [], set()
    turn = anna.asks("DoesRunningCountIntent")
    while offered(turn) not in ("summary", "quiz", "leave"):
        heard.append(turn.speech)
        claims |= set(turn.report()["claims"])
        turn = anna.asks("AMAZON.YesIntent")
        assert len(heard) < 50
    claims |= set(turn.report()["claims"])
    assert len(set(heard)) == len(heard)
    told = {"jog-for-cardio"}  # the answer on both kinds of run told it
    assert claims == set(CONTENT.claims) - told


def test_thirty_yeses_stay_fresh_and_end_well(person):
    anna = person()
    said: list[str] = []
    turn = anna.asks("DoesRunningCountIntent")
    while turn.open and len(said) < 45:
        said.append(turn.speech)
        turn = anna.asks("AMAZON.YesIntent")
    assert len(set(said)) == len(said)
    assert not turn.open
    assert any("short version" in words for words in said)
    assert any("quiz" in words for words in said)


def test_no_to_everything_is_let_go_kindly(person):
    anna = person()
    anna.launches()
    for _ in range(4):
        turn = anna.asks("AMAZON.NoIntent")
    assert not turn.open


def test_the_same_thing_is_never_offered_twice_running(person):
    anna = person()
    last = None
    for name in [*QUESTIONS, "AMAZON.FallbackIntent", *reversed(QUESTIONS), "MoreIntent"] * 2:
        offer = offered(anna.asks(name))
        assert offer not in CONTENT.answers or offer != last, name
        last = offer


def test_what_was_offered_least_is_offered_first(person):
    anna = person()
    offers = [offered(anna.asks("UnknownQuestionIntent")) for _ in range(8)]
    assert len(set(offers)) == len(offers)


def test_what_was_heard_is_not_offered(person):
    anna = person()
    anna.asks("WhyRunningFallsShortIntent")
    assert offered(anna.asks("DoesRunningCountIntent")) == "benefits"


def test_one_no_is_taken_and_a_second_ends(person):
    anna = person()
    anna.asks("DoesRunningCountIntent")
    assert anna.asks("AMAZON.NoIntent").open
    assert not anna.asks("AMAZON.NoIntent").open


def test_a_question_between_makes_the_next_no_a_first_one(person):
    anna = person()
    for _ in range(3):
        anna.asks("DoesRunningCountIntent")
        assert anna.asks("AMAZON.NoIntent").open


def test_an_offer_survives_a_repeat(person):
    anna = person()
    before = anna.asks("DoesRunningCountIntent")
    again = anna.asks("AMAZON.RepeatIntent")
    assert again.speech == before.speech
    assert offered(again) == offered(before) == "why"
    assert anna.asks("AMAZON.YesIntent").report()["answer"] == "limits"


def test_the_reprompt_makes_the_same_offer_in_other_words(person):
    turn = person().asks("DoesRunningCountIntent")
    offered = {"Want to hear why?", "Should I explain why?", "Want the reason?"}
    question = turn.speech.rpartition(". ")[2]
    assert turn.reprompt is not None
    assert {question, turn.reprompt.rpartition(". ")[2]} < offered
    assert not turn.reprompt.endswith(question)


def test_repeat_with_nothing_said_yet_helps(person):
    assert "professional or medical advice" in person().asks("AMAZON.RepeatIntent").speech


def test_how_a_distance_is_told_is_explained_till_one_was(person):
    anna, bert = person(), person()
    anna.asks("RunningCaloriesIntent")
    asked = anna.asks("SeveralRunsIntent", multiple="week")
    assert asked.reprompt.startswith(("Just give me the distance, like", "Any distance will do,"))
    turn = bert.asks("CaloriesBurnedIntent", distance="3")
    assert turn.reprompt.endswith(
        ("Want another distance?", "Should I work out another one?", "Got another run to work out?")
    )
    assert "like three miles" not in bert.asks("AMAZON.YesIntent").reprompt


def test_a_yes_to_how_far_is_given_a_distance_and_then_something_else(person):
    anna = person(locale="en-AU")
    anna.asks("CaloriesBurnedIntent", distance="3", unit="mile")
    anna.asks("AMAZON.YesIntent")
    assert anna.asks("AMAZON.YesIntent").speech.endswith("How about five kilometres?")
    turn = anna.asks("AMAZON.YesIntent")
    assert turn.speech.startswith("Five kilometres, a bit over three hundred calories.")
    assert turn.attributes["offer"] == "why"


def test_neither_of_the_goals_is_what_one_enjoys(person):
    anna = person()
    anna.asks("JogOrSprintIntent")
    assert anna.asks("AMAZON.NoIntent").speech.startswith("Do what you enjoy.")


def test_a_kind_of_run_that_the_rule_has_named_is_not_offered_again(person):
    anna = person()
    offers = [anna.asks("JogOrSprintIntent").attributes["offer"]]
    for _ in range(30):
        offers.append(offered(anna.asks("MoreIntent")))
    assert {"sprint-for-muscle", "jog-for-cardio"}.isdisjoint(offers)


def test_a_reason_offered_again_after_a_word_aside_says_still(person):
    anna = person()
    anna.asks("DoesRunningCountIntent")
    assert anna.asks("ThanksIntent").speech.endswith(
        ("Still want to hear why?", "Should I give you the reason, then?")
    )


@pytest.mark.parametrize("intent", ["SetGoalIntent", "RunningForGoalIntent"])
def test_nothing_is_offered_twice_and_no_six_pack_to_lose_weight(person, intent):
    anna = person()
    made = [offered(anna.asks(intent, goal="calories"))]
    made += [offered(anna.asks("AMAZON.YesIntent")) for _ in range(6)]
    answers = [offer for offer in made if offer in CONTENT.answers]
    assert len(set(answers)) == len(answers)
    assert "abs-two-factors" not in made


def test_who_has_told_a_goal_is_offered_nothing_of_another(person):
    anna = person()
    turn = anna.asks("SetGoalIntent", goal="calories")
    offers = [offered(turn)]
    while turn.open and len(offers) < 40:
        turn = anna.asks("AMAZON.YesIntent")
        offers.append(offered(turn))
    others = {"abs", "leg-day-abs", "abs-two-factors", "limits", "sprint-for-muscle", "add-weight"}
    assert others.isdisjoint(offers)
    assert [one for one in offers if one in ("summary", "quiz", "leave")] == [
        "summary",
        "quiz",
        "leave",
    ]


def test_a_declined_theme_is_not_offered_again_until_it_is_asked_about(person):
    anna = person()
    assert offered(anna.asks("RunningAbsIntent")) == "abs-two-factors"
    anna.asks("AMAZON.NoIntent")
    offers = [offered(anna.asks("UnknownQuestionIntent")) for _ in range(10)]
    assert {"abs", "abs-two-factors", "leg-day-abs"}.isdisjoint(offers)
    assert offered(anna.asks("SixPackIntent")) == "leg-day-abs"


def test_nothing_is_offered_a_third_time(person):
    anna = person()
    offers = [offered(anna.asks("UnknownQuestionIntent")) for _ in range(80)]
    made = [one for one in offers if one in CONTENT.answers]
    assert made
    assert max(map(made.count, made)) == 2


def test_who_told_no_goal_is_not_told_that_theirs_is_covered(person):
    anna = person()
    said = [anna.asks("UnknownQuestionIntent").speech for _ in range(80)]
    assert not [one for one in said if "for what you're after" in one or "covered" in one]
    assert said[-1].endswith(("What next?", "What would you like to know?", "your question?"))
