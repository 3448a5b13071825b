"""What a screen shows to touch is what was just asked or offered; its headline is what is said."""

import pytest


def shown(turn):
    (found,) = turn.exchange.response["response"]["directives"]
    return found["datasources"]["screen"]["properties"]


def touchable(turn):
    return [f"{one['label']} {one['words']}".strip() for one in shown(turn)["choices"]]


def said(talk, *lines):
    """Say lines to a device with a screen, "!" before what is touched; return the last turn."""
    device = talk(screen=True)
    return [device.touch(line[1:]) if line[0] == "!" else device.say(line) for line in lines][-1]


# --- the quiz ------------------------------------------------------------------------------------


@pytest.mark.parametrize("way", ["", "!"])
def test_a_quiz_question_shows_its_choices_and_a_touch_answers_it(talk, way):
    device = talk(screen=True)
    turn = device.say("quiz me")
    for headline, choices, right in (
        ("Biggest muscle group?", ["arms", "legs", "abs"], "legs"),
        ("Calories in a mile?", ["fifty", "a hundred", "two hundred"], "a hundred"),
        ("For leg muscle?", ["jog", "sprint"], "sprint"),
    ):
        assert (shown(turn)["headline"], touchable(turn)) == (headline, choices)
        turn = device.touch(right) if way else device.say(right)
    assert "Three out of three" in turn.speech
    assert shown(turn)["headline"] == "3 of 3"


def test_a_wrong_choice_of_the_quiz_is_taken_for_an_answer(talk):
    assert "Not quite" in said(talk, "quiz me", "!arms").speech
    assert "Not quite" in said(talk, "quiz me", "!legs", "!two hundred").speech
    turn = said(talk, "quiz me", "!legs", "!a hundred", "!jog")
    assert "Two out of three" in turn.speech


@pytest.mark.parametrize("aside", ["what", "thanks", "what's my score", "what's your name"])
def test_the_question_of_the_quiz_stays_on_the_screen(talk, aside):
    turn = said(talk, "quiz me", "legs", aside)
    assert shown(turn)["headline"] == "Calories in a mile?"


def test_another_quiz_shows_its_first_question(talk):
    turn = said(talk, "quiz me", "legs", "a hundred", "jog", "another quiz please")
    assert touchable(turn) == ["arms", "legs", "abs"]


def test_a_quiz_in_pain_shows_its_question_too(talk):
    assert touchable(said(talk, "my knee hurts", "quiz me")) == ["arms", "legs", "abs"]


def test_a_question_in_the_quiz_comes_back_to_its_choices(talk):
    assert touchable(said(talk, "quiz me", "is leg day cardio")) == ["arms", "legs", "abs"]


# --- goals and distances -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("asked", "choices"),
    [
        ("can i skip leg day", ["bigger legs", "better cardio", "burning calories"]),
        ("should i run or do leg day", ["bigger legs", "better cardio", "burning calories"]),
        ("should i jog or sprint", ["leg muscle", "cardio", "burning calories"]),
    ],
)
def test_a_goal_that_is_asked_for_can_be_touched_beside_the_answer(talk, asked, choices):
    turn = said(talk, asked)
    assert turn.attributes["offer"] == "goal-for"
    assert [column["title"] for column in shown(turn)["columns"]]
    assert touchable(turn) == choices


def test_touching_a_goal_answers_for_it(talk):
    assert said(talk, "should i jog or sprint", "!leg muscle").speech.startswith("Sprint.")
    assert said(talk, "should i jog or sprint", "!cardio").speech.startswith("Jog")
    assert "keep leg day" in said(talk, "can i skip leg day", "!bigger legs").speech


def test_another_distance_can_be_touched_and_not_the_same(talk):
    turn = said(talk, "how many calories is three miles")
    assert turn.attributes["offer"] == "distance"
    assert touchable(turn) == ["ten k", "a half marathon", "ten miles"]
    turn = said(talk, "how many calories is three miles", "!ten miles")
    assert turn.speech.startswith("Ten miles, about a thousand calories.")


@pytest.mark.parametrize(
    ("told", "headline"),
    [
        ("i want bigger legs and better cardio", "Your goals: bigger legs and better cardio"),
        ("i want abs and better cardio", "Your goals: a six-pack and better cardio"),
        ("i want bigger legs and stronger legs", "Your goals: bigger legs and stronger legs"),
        ("my goal is bigger legs", "Your goal: bigger legs"),
    ],
)
def test_goals_are_named_and_counted(talk, told, headline):
    assert shown(said(talk, told))["headline"] == headline


def test_goals_that_are_told_back_are_named_too(talk):
    turn = said(talk, "i want bigger legs and better cardio", "what's my goal")
    assert shown(turn)["headline"] == "Your goals: bigger legs and better cardio"
    turn = said(talk, "is running good for abs", "what's my goal")
    assert shown(turn)["headline"] == "After a six-pack?"


# --- headlines -----------------------------------------------------------------------------------


@pytest.mark.parametrize("before", ["hello", "does running count", "quiz me", "tell me everything"])
@pytest.mark.parametrize(
    ("line", "headline"),
    [
        ("what do you keep about me", "What I keep"),
        ("are you a doctor", "Not a doctor"),
        ("it doesn't hurt anymore", "Good to know"),
    ],
)
def test_a_line_that_matters_has_a_headline_whatever_was_said_before(talk, before, line, headline):
    turn = said(talk, before, line)
    assert shown(turn)["headline"] in (headline, "Biggest muscle group?")
    assert before == "quiz me" or shown(turn)["headline"] == headline


def test_an_emergency_shows_what_to_do_and_what_answers(talk):
    turn = said(talk, "i have chest pain right now")
    assert (shown(turn)["headline"], touchable(turn)) == ("Get medical help now", ["yes", "no"])


def test_the_score_is_shown(talk):
    turn = said(talk, "quiz me", "legs", "five", "jog", "what's my score")
    assert "one out of three" in turn.speech
    assert shown(turn)["headline"] == "1 of 3"


def test_what_was_forgotten_is_shown_as_such(talk):
    turn = said(talk, "my goal is bigger legs", "forget me", "yes")
    assert shown(turn)["headline"] == "Forgotten"
    assert "bigger legs" not in str(shown(turn))


def test_what_is_kept_is_nothing_once_it_was_forgotten(talk):
    turn = said(talk, "my goal is bigger legs", "forget me", "yes", "what do you keep about me")
    assert shown(turn)["headline"] == "Nothing kept"


def test_goals_of_two_people_are_not_told_to_do_both(talk):
    turn = said(talk, "i want bigger legs and she wants better cardio")
    assert (shown(turn)["headline"], shown(turn)["key_fact"]) == ("Two goals at once", "Both")


# --- offers --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lines", "offer", "first"),
    [
        (["my goal is bigger legs"], "sprint-for-muscle", "Yes: sprinting for leg muscle"),
        (["does running count as leg day"], "why", "Yes: the reason"),
        (["tell me everything"], "tour", "Yes: on with the tour"),
        (["fjdks sdkf sdfj"], "verdict", "Yes: running as leg day"),
        (["i'm bored"], "quiz", "Yes: the quiz"),
    ],
)
def test_an_offer_is_named_first_and_touching_it_is_a_yes(talk, lines, offer, first):
    turn = said(talk, *lines)
    assert turn.attributes["offer"] == offer
    assert touchable(turn)[0] == first
    touched, spoken = (talk(screen=True) for _ in range(2))
    for line in lines:
        touched.say(line)
        spoken.say(line)
    assert touched.touch("yes").report()["answer"] == spoken.say("yes").report()["answer"]


def test_what_is_offered_is_not_shown_twice(talk):
    turn = said(talk, "fjdks sdkf sdfj")
    assert touchable(turn)[1:] == ["should I jog or sprint", "can I skip leg day"]


# --- in pain -------------------------------------------------------------------------------------


@pytest.mark.parametrize("told", ["i'm pregnant", "my knee hurts"])
def test_with_a_word_of_care_no_workout_is_shown(talk, told):
    turn = said(talk, told, "is jogging good")
    assert "doctor" in turn.speech
    assert (shown(turn)["headline"], shown(turn)["key_fact"]) == (
        "One for a professional",
        "Ask a doctor first",
    )
    assert "columns" not in shown(turn)
    assert touchable(turn) == ["Yes: what cardio means"]
    card = turn.exchange.response["response"]["card"]
    assert card["title"] == "One for a professional"
    assert "sprint" not in card["text"]


def test_in_pain_what_was_said_with_care_before_picks_no_workout_either(talk):
    turn = said(talk, "my knee hurts", "is jogging good", "tell me about jogging")
    assert "doctor" not in turn.speech
    assert (shown(turn)["headline"], shown(turn)["key_fact"]) == (
        "Jogging and sprinting",
        "Ask a doctor first",
    )


def test_in_pain_a_general_answer_hints_at_no_workout(talk):
    turn = said(talk, "my knee hurts", "does running count")
    assert shown(turn)["key_fact"] == "Partly"
    assert touchable(turn) == ["Yes: the reason", "Try what is cardio"]


def test_nothing_of_running_is_shown_to_who_cannot_stand_it(talk):
    turn = said(talk, "i hate running", "blah fsdf")
    assert not [words for words in touchable(turn) if "run" in words or "jog" in words]
