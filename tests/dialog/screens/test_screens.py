"""Which screen an answer gets, what it says, and what touching it asks."""

import pytest

from skill.content.answers import load_content
from skill.dialog import screen
from skill.handlers import ROUTES
from skill.handlers.touch import asked
from skill.persistence import open_memory
from skill.simulator.conversation import Conversation, front_door

CONTENT = load_content()
DOOR = front_door(open_memory("memory:"))
WORDS = screen.load_words()
SHOWN = sorted(
    {answer.hint for answer in CONTENT.answers.values()}
    | {choice for menu in WORDS.menus.values() for choice in menu["choices"]}
)


def of(id: str, big: str | None = None) -> screen.Screen:
    answer = CONTENT.answers[id]
    return screen.of_answer(answer.id, answer.headline, big or answer.big, answer.hint)


def test_an_answer_shows_its_key_word():
    shown = of("verdict")
    assert (shown.document, shown.data["big"]) == ("answer", "Partly")


def test_weighing_two_things_shows_both_with_the_one_picked():
    open_, picked = of("jog-or-sprint"), of("sprint-for-muscle")
    assert open_.document == picked.document == "comparison"
    assert [column["picked"] for column in open_.data["columns"]] == [False, False]
    assert [column["dim"] for column in open_.data["columns"]] == [False, False]
    assert [column["picked"] for column in picked.data["columns"]] == [False, True]
    assert [column["dim"] for column in picked.data["columns"]] == [True, False]


@pytest.mark.parametrize(
    ("big", "parts"),
    [
        ("About 300 calories", ("About", "300", "calories")),
        ("About 2,600 calories", ("About", "2,600", "calories")),
        ("4.6 miles", ("", "4.6", "miles")),
        ("100", ("", "100", "")),
    ],
)
def test_a_figure_stands_between_its_words(big, parts):
    shown = of("calories-per-mile", big)
    assert shown.document == "figure"
    assert (shown.data["before"], shown.data["number"], shown.data["unit"]) == parts


def test_a_line_without_a_menu_leaves_the_screen_as_it_is():
    assert screen.of_prompt("goodbye") is None


def test_every_menu_belongs_to_a_line_and_every_contrast_to_an_answer():
    assert set(WORDS.menus) <= set(CONTENT.prompts)
    assert set(WORDS.contrasts) <= set(CONTENT.answers)


def test_headlines_are_short():
    headlines = [answer.headline for answer in CONTENT.answers.values()]
    headlines += [menu["headline"] for menu in WORDS.menus.values()]
    assert [line for line in headlines if len(line.split()) > 6] == []


def test_everything_that_can_be_touched_means_something():
    assert sorted(set(SHOWN) - set(WORDS.touch)) == []


@pytest.mark.parametrize("words", SHOWN)
def test_touching_asks_a_question_that_has_an_answer(words):
    intent, slots = asked(["ask", words], CONTENT)
    assert intent in ROUTES or CONTENT.choose(intent, slots)


GOALS = ("bigger legs", "better cardio", "burning calories")  # said in answer to "which goal?"


@pytest.mark.parametrize("words", [words for words in SHOWN if words not in GOALS])
def test_what_a_screen_shows_can_also_be_said(words):
    said, touched = (
        Conversation(DOOR, screen=True).say(words),
        Conversation(DOOR, screen=True).touch(words),
    )
    assert said.understood
    assert said.understood.tier == "exact"
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


def test_a_device_without_a_screen_is_sent_none():
    assert not Conversation(DOOR).say("should i jog or sprint").screen
    assert Conversation(DOOR, screen=True).say("should i jog or sprint").screen


def test_a_touch_follows_the_conversation():
    talk = Conversation(DOOR, screen=True)
    talk.say("my goal is bigger legs")
    assert talk.touch("should I jog or sprint").speech.startswith("Sprint")


def test_a_repeated_figure_is_the_same_figure():
    talk = Conversation(DOOR, screen=True)
    first = talk.say("how many calories is three miles")
    again = talk.say("repeat that")
    assert directive(again)["datasources"] == directive(first)["datasources"]


def directive(turn):
    (found,) = turn.exchange.response["response"]["directives"]
    return found
