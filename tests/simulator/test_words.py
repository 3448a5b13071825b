"""What reaches the microphone becomes words, and what carries nothing is left out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill.simulator.nlu.framing import bare
from skill.simulator.nlu.words import tokens


@pytest.mark.parametrize(
    ("utterance", "words"),
    [
        ("Does running count?", "does running count"),
        ("What's cardio", "what is cardio"),
        ("I'm after it, aren't you", "i am after it are not you"),
        ("can't I run 5k", "can not i run 5 k"),
        ("3.5 miles", "3 point 5 miles"),
        ("1,000 calories", "1000 calories"),
        ("3½ miles", "3 and a half miles"),
        ("don\u2019t", "do not"),
        ("muscle fibers", "muscle fibres"),
        ("the best work out", "the best workout"),
        ("do you work out", "do you work out"),
        ("SQUATS & lunges", "squats and lunges"),
        ("kk byeee", "kk bye"),
        ("sooo coool", "so cool"),
        ("gimme a mile", "give me a mile"),
        ("two times in the week", "two times a week"),
        ("  ", ""),
        ("🏃", ""),
    ],
)
def test_an_utterance_is_read_as_words(utterance, words):
    assert " ".join(tokens(utterance)) == words


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("um so does running count please", "does running count"),
        ("hey can you tell me what is cardio", "what is cardio"),
        ("i was just wondering is leg day cardio mate", "is leg day cardio"),
        ("alexa ask leg day why", "why"),
        ("huh why is that but", "why is that"),
        ("my wife wants to know is leg day cardio", "is leg day cardio"),
        ("no that's not what i asked is leg day cardio", "is leg day cardio"),
        ("so is leg day cardio yes or no", "is leg day cardio"),
        ("thank you", "thank you"),
        ("hello", "hello"),
    ],
)
def test_greetings_fillers_and_thanks_around_it_are_left_out(said, meant):
    assert bare(tokens(said)) == tokens(meant)


@given(st.text())
def test_any_text_has_plain_words(text):
    words = tokens(text)
    assert all(word and word == word.lower() and " " not in word for word in words)
    assert bool(bare(words)) == bool(words)
