"""The language model: chances that add up, and samples likelier than the same words in disorder."""

import re
from collections import defaultdict

import pytest

from skill.simulator.nlu.model import load_model
from skill.speakers.listen.language import arpa, sentences, vocabulary, words_of


class Arpa:
    """A back-off model read from its file, as the recogniser reads it."""

    def __init__(self, text: str) -> None:
        self.chances: dict[tuple[str, ...], float] = {}
        self.back: defaultdict[tuple[str, ...], float] = defaultdict(lambda: 1.0)
        for line in text.splitlines():
            if fits := re.fullmatch(r"(-?\d+\.\d+)\t([^\t]+)(?:\t(-?\d+\.\d+))?", line):
                gram = tuple(fits[2].split())
                self.chances[gram] = 10 ** float(fits[1])
                self.back[gram] = 10 ** float(fits[3] or 0)

    def chance(self, *gram: str) -> float:
        if gram in self.chances:
            return self.chances[gram]
        return self.back[gram[:-1]] * self.chance(*gram[1:])

    def sentence(self, text: str) -> float:
        words = ["<s>", *text.split(), "</s>"]
        found = self.chance(*words[:2])
        for three in zip(words, words[1:], words[2:], strict=False):
            found *= self.chance(*three)
        return found


@pytest.fixture(scope="module")
def model() -> Arpa:
    return Arpa("".join(arpa(sentences(load_model(), {}))))


@pytest.mark.parametrize(
    "history", [(), ("<s>",), ("leg",), ("is", "running"), ("<s>", "should"), ("knackered",)]
)
def test_the_chances_of_all_next_words_add_up(model, history):
    words = {*vocabulary(load_model()), "</s>"}
    assert sum(model.chance(*history, word) for word in words) == pytest.approx(1, abs=0.002)


def test_what_people_ask_is_likelier_than_its_words_in_disorder(model):
    asked = model.sentence("does running count as leg day")
    assert asked > 1e6 * model.sentence("day count leg running as does")


def test_sentences_that_are_no_sample_have_a_chance(model):
    assert model.sentence("can squats count as cardio on sunday") > 1e-40


def test_answers_can_be_made_likelier():
    plain = Arpa("".join(arpa(sentences(load_model(), {}))))
    weighted = Arpa("".join(arpa(sentences(load_model(), {"AMAZON.YesIntent": 40}))))
    assert weighted.sentence("yes") > 2 * plain.sentence("yes")


def test_slots_are_filled_with_every_value():
    said = {" ".join(words) for words in sentences(load_model(), {})}
    assert any("swimming" in text for text in said)
    assert any("five miles" in text for text in said)
    assert not any("{" in text for text in said)


def test_contractions_stay_one_word_for_the_ear():
    assert words_of("Can't I run, in runners' shoes?") == "can't i run in runners shoes".split()
