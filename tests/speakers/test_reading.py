"""The understanding votes on readings; nothing that lasts is done on a doubtful hearing."""

import pytest

from skill.simulator.nlu import understander
from skill.speakers.listen.audio import read_wav
from skill.speakers.listen.reading import choose
from skill.speakers.listen.recogniser import Heard, Reading


def _chosen(*readings: tuple[str, float]) -> tuple[str, str]:
    heard = Heard(tuple(Reading(*one) for one in readings), 0.5)
    choice = choose(heard, understander("en-US"))
    assert choice
    return choice.understood.intent, choice.text


def test_a_reading_that_makes_sense_wins_over_a_likelier_one_that_makes_none():
    assert _chosen(("pudding eyes fly a twist", 1.0), ("should i jog or sprint", 0.9)) == (
        "JogOrSprintIntent",
        "should i jog or sprint",
    )


def test_readings_that_mean_the_same_count_together():
    readings = (
        ("is cycling leg day", 1.0),
        ("jog or sprint", 0.8),
        ("should i jog or sprint", 0.7),
    )
    assert _chosen(*readings) == ("JogOrSprintIntent", "jog or sprint")


def test_a_reading_hardly_believed_in_does_not_overrule_the_likeliest():
    readings = (("does running count as leg day", 1.0), ("should i jog or sprint", 0.2))
    assert _chosen(*readings)[0] == "DoesRunningCountIntent"


@pytest.mark.parametrize(
    ("words", "intent"),
    [
        ("forget me", "ForgetMeIntent"),
        ("stop", "AMAZON.StopIntent"),
        ("cancel", "AMAZON.CancelIntent"),
        ("start over", "AMAZON.StartOverIntent"),
    ],
)
def test_what_lasts_has_to_be_heard_clearly(words, intent):
    assert _chosen((words, 1.0))[0] == intent
    readings = ((words, 1.0), ("what is cardio", 0.9), ("should i jog or sprint", 0.9))
    assert _chosen(*readings)[0] == "AMAZON.FallbackIntent"
    assert _chosen(("does running count", 0.4), (words, 1.0))[0] != intent
    assert _chosen((f"uh {words} leg the so", 1.0))[0] not in (intent, "AMAZON.HelpIntent")


def test_a_stop_that_the_recogniser_hardly_believes_in_is_asked_about():
    readings = (("quit", 1.0), ("quick", 0.9), ("the kit", 0.9))
    assert _chosen(*readings)[0] == "AMAZON.FallbackIntent"
    assert _chosen(("quit", 1.0), ("quick", 0.9))[0] == "AMAZON.StopIntent"


def test_a_stop_in_other_words_is_taken_where_hardly_anything_else_was_heard():
    assert _chosen(("stop it now", 1.0), ("stop at now", 0.05))[0] == "AMAZON.StopIntent"
    assert _chosen(("stop it now", 1.0), ("got it now", 0.9))[0] != "AMAZON.StopIntent"


def test_to_be_forgotten_takes_a_sample_word_for_word():
    understood = understander("en-US").understand("forget i")
    assert (understood.intent, understood.tier) == ("ForgetMeIntent", "paraphrase")
    assert _chosen(("forget i", 1.0))[0] == "AMAZON.FallbackIntent"


def test_nothing_heard_is_no_choice():
    assert choose(Heard((), 0.0), understander("en-US")) is None


def test_the_skill_asks_back_in_its_own_words(talk):
    said = (("forget me", 1.0), ("what is cardio", 0.9), ("should i jog or sprint", 0.9))
    readings = tuple(Reading(*one) for one in said)
    choice = choose(Heard(readings, 0.1), understander("en-US"))
    assert choice
    turn = talk().say(choice.text, choice.understood)
    assert turn.report()["intent"] == "AMAZON.FallbackIntent"
    assert turn.open
    assert turn.speech.endswith("?")


@pytest.mark.voice
@pytest.mark.parametrize(
    ("words", "intent"),
    [
        ("yes", "AMAZON.YesIntent"),
        ("sure", "AMAZON.YesIntent"),
        ("yes please", "AMAZON.YesIntent"),
        ("no", "AMAZON.NoIntent"),
        ("no thanks", "AMAZON.NoIntent"),
        ("stop", "AMAZON.StopIntent"),
        ("why", "WhyIntent"),
    ],
)
@pytest.mark.parametrize("voice", ["slt", "rms"])
def test_short_answers_are_heard_while_a_question_is_open(ear, spoken, words, intent, voice):
    heard = ear.hear(read_wav(spoken(words, voice)))
    choice = choose(heard, understander("en-US"))
    assert choice
    assert choice.understood.intent == intent
