"""Offers: yes gives exactly that, none comes twice running, and they end honestly."""

import pytest

from skill.content.answers import load_content

CONTENT = load_content()
QUESTIONS = sorted({question.partition(" ")[0] for question in CONTENT.questions})


def offered(turn) -> str | None:
    offer: str | None = turn.attributes.get("offer")
    return offer


@pytest.mark.parametrize("question", CONTENT.questions, ids=str)
def test_yes_gives_exactly_what_was_offered(person, question):
    name, _, slot = question.partition(" ")
    key, _, value = slot.partition("=")
    anna = person()
    offer = offered(anna.asks(name, **({key: value} if slot else {})))
    turn = anna.asks("AMAZON.YesIntent")
    assert turn.report()["answer"] == offer
    assert turn.speech.startswith(CONTENT.answers[offer].speech.replace("*", ""))


def test_whoever_always_says_yes_hears_all_that_there_is_and_nothing_twice(person):
    anna, heard = person(), []
    turn = anna.asks("DoesRunningCountIntent")
    while offered(turn) != "start-over":
        heard.append(turn.report()["answer"])
        turn = anna.asks("AMAZON.YesIntent")
        assert len(heard) < 50
    heard.append(turn.report()["answer"])
    assert len(set(heard)) == len(heard)
    spoken = {claim for id in heard for claim in CONTENT.answers[id].claims}
    assert spoken == set(CONTENT.claims)
    assert "That's everything" in turn.speech or "start from the top?" in turn.speech


def test_when_all_is_heard_yes_starts_from_the_top_and_no_ends(person):
    for word, open_after in (("AMAZON.YesIntent", True), ("AMAZON.NoIntent", False)):
        anna = person()
        turn = anna.asks("DoesRunningCountIntent")
        while offered(turn) != "start-over":
            turn = anna.asks("AMAZON.YesIntent")
        assert anna.asks(word).open is open_after


def test_the_same_thing_is_never_offered_twice_running(person):
    anna = person()
    last = None
    for name in [*QUESTIONS, "AMAZON.FallbackIntent", *reversed(QUESTIONS), "MoreIntent"] * 2:
        offer = offered(anna.asks(name))
        assert offer is None or offer != last or offer in ("start-over", "which-goal"), name
        last = offer


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
    assert anna.asks("AMAZON.YesIntent").report()["answer"] == offered(before)


def test_the_reprompt_makes_the_same_offer_again(person):
    turn = person().asks("DoesRunningCountIntent")
    question = turn.speech.rpartition(". ")[2]
    assert turn.reprompt is not None
    assert turn.reprompt.endswith(question)


def test_repeat_with_nothing_said_yet_helps(person):
    assert "professional or medical advice" in person().asks("AMAZON.RepeatIntent").speech
