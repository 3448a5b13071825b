"""A word without a pronunciation can never be heard, and nothing would say so."""

from pathlib import Path

import pytest

from skill.alexa.interaction_model import locales
from skill.simulator.nlu.model import load_model
from skill.speakers.listen.language import vocabulary
from skill.speakers.listen.pronunciation import (
    OWN,
    built,
    dictionary_lines,
    pronunciations,
    read_dictionary,
    spelled_out,
)

pytestmark = pytest.mark.voice

PHONES = set(
    "AA AE AH AO AW AY B CH D DH EH ER EY F G HH IH IY JH K L M N NG OW OY P R S SH T TH UH UW V W "
    "Y Z ZH".split()
)


@pytest.fixture(scope="module")
def known():
    import pocketsphinx

    cmu = Path(pocketsphinx.get_model_path("en-us/cmudict-en-us.dict"))
    return read_dictionary(cmu, OWN)


@pytest.mark.parametrize("locale", locales())
def test_every_word_of_the_samples_is_spoken_in_phones_that_the_recogniser_knows(locale, known):
    spoken = pronunciations(vocabulary(load_model(locale)), known)
    assert all(spoken.values())
    assert {phone for ways in spoken.values() for way in ways for phone in way.split()} == PHONES


@pytest.mark.parametrize("locale", locales())
def test_hardly_a_word_of_the_samples_is_guessed_by_its_letters(locale, known):
    words = vocabulary(load_model(locale))
    guessed = [word for word in words if word not in known and not built(word, known)]
    assert len(guessed) <= len(words) / 200, guessed


def test_each_sample_word_is_in_the_recognisers_dictionary(ear):
    words = vocabulary(load_model())
    assert [word for word in words if ear._decoder.lookup_word(word) is None] == []


@pytest.mark.parametrize(
    ("word", "phones"),
    [
        ("deadlifts", "D EH D L IH F T S"),
        ("bodyweight", "B AA D IY W EY T"),
        ("sprinter's", "S P R IH N T ER Z"),
        ("hiit", "HH IH T"),
        ("overstriding", "OW V ER S T R AY D IH NG"),
        ("gymmed", "JH IH M D"),
    ],
)
def test_a_word_is_spoken_as_people_do(word, phones, known):
    assert phones in pronunciations([word], known)[word]


@pytest.mark.parametrize(
    ("word", "phones"), [("zorb", "Z AO R B"), ("bpm", "B IY P IY EH M"), ("plake", "P L EY K")]
)
def test_letters_are_the_last_resort(word, phones):
    assert spelled_out(word) == phones


def test_both_ways_to_say_a_word_are_kept(known):
    text = "".join(dictionary_lines(pronunciations(["half", "can't"], known)))
    assert text == ("can't K AE N T\ncan't(2) K AA N T\nhalf HH AE F\nhalf(2) HH AA F\n")
