"""Which screen an answer gets, what it says, and what touching it asks."""

import pytest

from skill.content.loader import load_content
from skill.dialog import screen
from skill.handlers import ROUTES
from skill.handlers.touch import asked
from skill.handlers.yes_no import OFFERS

CONTENT = load_content()
SHOWN = sorted(
    {answer.hint for answer in CONTENT.answers.values()}
    | {choice for menu in CONTENT.menus.values() for choice in menu.get("choices", ())}
)


def of(name: str, key_fact: str | None = None) -> screen.Screen:
    answer = CONTENT.answers[name]
    return screen.drawn(
        screen.Display(answer.headline, (), key_fact or answer.key_fact, answer.columns)
    )


def test_an_answer_shows_its_key_word():
    shown = of("verdict")
    assert (shown.document, shown.data["key_fact"]) == ("answer", "Partly")


def test_weighing_two_things_shows_both_with_the_one_picked():
    open_, picked = of("jog-or-sprint"), of("sprint-for-muscle")
    assert open_.document == picked.document == "comparison"
    assert [column["picked"] for column in open_.data["columns"]] == [False, False]
    assert [column["dim"] for column in open_.data["columns"]] == [False, False]
    assert [column["picked"] for column in picked.data["columns"]] == [False, True]
    assert [column["dim"] for column in picked.data["columns"]] == [True, False]


@pytest.mark.parametrize(
    ("key_fact", "parts"),
    [
        ("About 300 calories", ("About", "300", "calories")),
        ("About 2,600 calories", ("About", "2,600", "calories")),
        ("4.6 miles", ("", "4.6", "miles")),
        ("100", ("", "100", "")),
    ],
)
def test_a_figure_stands_between_its_words(key_fact, parts):
    shown = of("calories-per-mile", key_fact)
    assert shown.document == "figure"
    assert (shown.data["before"], shown.data["number"], shown.data["unit"]) == parts


def test_a_goodbye_leaves_the_screen_as_it_is(talk):
    device = talk(screen=True)
    device.say("should i jog or sprint")
    assert not device.say("goodbye").screen


@pytest.mark.parametrize("words", ["forget my goal", "my knee hurts", "no thanks"])
def test_no_goal_and_no_workout_stays_on_the_screen(talk, words):
    device = talk(screen=True)
    device.say("my goal is bigger legs")
    said = device.say(words)
    assert said.screen
    assert "bigger legs" not in str(shown(said)["headline"])


def test_while_somebody_has_pain_no_menu_shows_what_to_do(talk):
    anna = talk(screen=True)
    anna.say("my shoulder is sore")
    anna.say("what would you like for dinner")
    assert touchable(anna.say("help")) == [
        "what is cardio",
        "how many calories is three miles",
        "what's the biggest muscle group",
    ]


def test_a_key_word_is_written_as_people_of_the_place_do(talk):
    turn = talk(locale="en-GB", screen=True).say("why do muscle fibres matter")
    assert shown(turn)["key_fact"] == "Muscle fibres"


@pytest.mark.parametrize("before", ["hello", "why do muscle fibres matter"])
def test_what_can_be_touched_is_written_so_too_and_is_understood(talk, before):
    device = talk(locale="en-GB", screen=True)
    device.say(before)
    said = device.say("are squats and lunges the same")
    (one,) = [one for one in shown(said)["choices"] if "fibres" in one["words"]]
    assert device.touch(one["ask"]).report()["answer"] == "muscle-fibres"


def test_a_figure_shows_the_distance_above_it_and_whose_it_is_below(talk):
    device = talk(screen=True)
    figure = shown(device.say("how many calories is 5k"))
    assert (figure["headline"], figure["number"]) == ("5 kilometers", "300")
    assert figure["note"] == "Average-sized runner, by Very Fit Well"


def test_a_kilometer_shows_what_is_spoken(talk):
    device = talk(screen=True)
    said = device.say("how many calories is a kilometer")
    assert "sixty" in said.speech
    assert shown(said)["number"] == "60"


def test_every_goal_can_be_touched_where_one_is_asked_for():
    assert CONTENT.menus["which-goal"]["choices"] == [
        "bigger legs",
        "better cardio",
        "burning calories",
        "a six pack",
        "a balanced body",
        "enjoying it",
        "no big legs",
    ]


def test_the_offer_is_the_first_thing_to_touch_and_a_touch_takes_it(talk):
    device = talk(screen=True)
    said = device.say("is running good for abs")
    assert touchable(said) == ["Yes: six-packs"], "the hint asks the same"
    assert shown(said)["choices"][0]["ask"] == "yes"
    assert device.touch("yes").report()["answer"] == "abs-two-factors"


def test_every_menu_belongs_to_an_offer_or_a_line():
    questions = {"quiz-1", "quiz-2", "quiz-3"}
    assert set(CONTENT.menus) <= {*OFFERS, *CONTENT.prompts, *questions, "any", "no-running"}


def test_every_offer_has_a_menu_or_words_for_its_yes():
    assert sorted(set(OFFERS) - {*CONTENT.menus, *CONTENT.yes}) == []
    assert {len(answer.offer) for answer in CONTENT.answers.values()} == {0, 3}


def test_a_word_aside_leaves_the_screen_as_it_is(talk):
    device = talk(screen=True)
    device.say("should i jog or sprint")
    assert not device.say("thank you").screen
    assert talk(screen=True).say("good morning").screen


def test_a_distance_that_was_worked_out_is_shown_as_it_is_spoken(talk):
    device = talk(screen=True)
    device.say("how many calories is 20 k")
    said = device.say("in miles")
    assert said.speech.startswith("Twelve miles, a bit over twelve hundred calories.")
    assert shown(said)["headline"] == "12 miles"


def test_kilometres_are_written_as_people_of_the_place_do(talk):
    device = talk(screen=True, locale="en-GB")
    said = device.say("how many kilometres to burn 400 calories")
    assert shown(said)["unit"] == "kilometres"


def test_the_headlines_of_menus_are_short():
    headlines = [str(menu.get("headline", "")) for menu in CONTENT.menus.values()]
    assert [line for line in headlines if len(line.split()) > 6] == []


def test_everything_that_can_be_touched_means_something_and_nothing_else_does():
    assert sorted({*SHOWN} ^ set(CONTENT.touch)) == []


@pytest.mark.parametrize("words", SHOWN)
def test_touching_asks_a_question_that_has_an_answer(words):
    intent, slots = asked(["ask", words], CONTENT)
    assert intent in ROUTES or CONTENT.choose(intent, slots)


# Said in answer to a question of ours.
REPLIES = {word for word, asks in CONTENT.touch.items() if "SetGoal" in asks or " " not in word}
REPLIES |= {"three miles", "ten miles", "change my goal", "forget me", "a hundred", "two hundred"}
REPLIES |= {"once a week", "three times a week", "every day"}


@pytest.mark.parametrize("words", [words for words in SHOWN if words not in REPLIES])
def test_what_a_screen_shows_can_also_be_said(talk, words):
    said, touched = (
        talk(screen=True).say(words),
        talk(screen=True).touch(words),
    )
    assert said.understood
    assert said.understood.tier == "exact", f"{words!r} is shown, and no sample"
    assert said.report()["answer"] == touched.report()["answer"] is not None


@pytest.mark.parametrize(
    "arguments",
    [
        None,
        [],
        ["ask"],
        ["ask", "what shall I cook"],
        ["ask", 7],
        ["ask", ["x"]],
        ["do", "x"],
        [{}, {}],
    ],
)
def test_what_no_screen_shows_is_not_understood(arguments):
    assert asked(arguments, CONTENT) == ("AMAZON.FallbackIntent", {})


def test_a_device_without_a_screen_is_sent_none(talk):
    assert not talk().say("should i jog or sprint").screen
    assert talk(screen=True).say("should i jog or sprint").screen


def test_a_touch_follows_the_conversation(talk):
    device = talk(screen=True)
    device.say("my goal is bigger legs")
    assert device.touch("should I jog or sprint").speech.startswith("Sprint")


def test_a_repeated_figure_is_the_same_figure(talk):
    device = talk(screen=True)
    first = device.say("how many calories is three miles")
    again = device.say("repeat that")
    assert directive(again)["datasources"] == directive(first)["datasources"]


def directive(turn):
    (found,) = turn.exchange.response["response"]["directives"]
    return found


def shown(turn):
    return directive(turn)["datasources"]["screen"]["properties"]


def touchable(turn):
    return [f"{one['label']} {one['words']}".strip() for one in shown(turn)["choices"]]
