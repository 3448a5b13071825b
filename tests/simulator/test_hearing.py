"""What is misheard is put right by its sound and by the words beside it, and nothing else is."""

import pytest

from skill.simulator.nlu.hearing import sound


@pytest.mark.parametrize(
    ("heard", "said"),
    [("lake", "leg"), ("hart", "heart"), ("cow lorries", "calories")],
)
def test_what_sounds_alike_has_one_sound(heard, said):
    assert sound(heard.replace(" ", "")) == sound(said)


@pytest.mark.parametrize(("one", "other"), [("squat", "run"), ("jog", "sprint"), ("abs", "legs")])
def test_what_sounds_different_has_not(one, other):
    assert sound(one) != sound(other)


@pytest.mark.parametrize(
    ("heard", "intent"),
    [
        ("is running good for car dio", "RunningForGoalIntent"),
        ("does running count as leg they", "DoesRunningCountIntent"),
        ("should i job or sprint", "JogOrSprintIntent"),
        ("how many cow lorries in a smile", "CaloriesBurnedIntent"),
        ("why do squads make my hart race", "LegDayCardioIntent"),
        ("what is progressive overlord", "ProgressiveOverloadIntent"),
        ("what muscles do lunches work", "MusclesWorkedIntent"),
        ("is leg day good radio", "LegDayCardioIntent"),
    ],
)
def test_a_word_or_two_misheard_are_put_right(ears, heard, intent):
    assert ears.understand(heard).intent == intent


@pytest.mark.parametrize(
    "utterance",
    [
        "dim the lights",
        "read me my messages",
        "how tall is the eiffel tower",
        "what is in the news",
    ],
)
def test_nothing_of_ours_is_heard_into_what_is_asked_of_any_speaker(ears, utterance):
    assert ears.understand(utterance).intent == "AMAZON.FallbackIntent"


@pytest.mark.parametrize(
    ("said", "slots"),
    [
        ("okay swimming", {"activity": "swimming"}),
        ("i'd like great big legs", {"goal": "muscle"}),
    ],
)
def test_a_word_that_makes_sense_is_not_heard_as_another(ears, said, slots):
    filled = ears.understand(said).slots
    assert {name: value.match.id for name, value in filled.items()} == slots


def test_a_correction_is_less_sure_than_what_was_said(ears):
    said = ears.understand("what is progressive overload")
    heard = ears.understand("what is progressive overlord")
    assert heard.intent == said.intent
    assert heard.score < said.score
    assert heard.matched == "what is progressive overload"


@pytest.mark.parametrize(
    "utterance", ["can i skip leg day if i like cricket", "how do i stop my knee hurting"]
)
def test_what_closes_is_never_heard_into_a_question(ears, utterance):
    closing = {"AMAZON.StopIntent", "AMAZON.CancelIntent", "AMAZON.NavigateHomeIntent"}
    assert ears.understand(utterance).intent not in closing


@pytest.mark.parametrize(
    ("utterance", "intent"),
    [
        ("what about creatine", "AMAZON.FallbackIntent"),
        ("what about protein", "AMAZON.FallbackIntent"),
        ("is swimming good", "UnknownQuestionIntent"),
        ("is boxing worth it", "UnknownQuestionIntent"),
        ("how about gloves then", "UnknownQuestionIntent"),
        ("does swimming work", "OtherActivityIntent"),
    ],
)
def test_a_thing_that_is_all_that_is_spoken_of_is_not_heard_as_one_of_ours(ears, utterance, intent):
    assert ears.understand(utterance).intent == intent


@pytest.mark.parametrize(
    ("utterance", "intent"),
    [("is radio good", "AMAZON.FallbackIntent"), ("is rowing good cardio", "OtherActivityIntent")],
)
def test_what_makes_sense_as_it_is_is_heard_as_it_is(ears, utterance, intent):
    assert ears.understand(utterance).intent == intent
