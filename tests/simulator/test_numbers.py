"""Numbers as people say and write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill.dialog.numbers import in_words
from skill.simulator.nlu.numbers import number_at


def whole(words: str) -> str | None:
    """What all of the words are as one number."""
    split = words.replace("-", " ").split()
    return next((digits for end, digits in number_at(split, 0) if end == len(split)), None)


@pytest.mark.parametrize(
    ("words", "digits"),
    [
        ("7", "7"),
        ("zero", "0"),
        ("ten", "10"),
        ("forty two", "42"),
        ("a hundred", "100"),
        ("a hundred and five", "105"),
        ("twenty six hundred", "2600"),
        ("one thousand two hundred and fifty", "1250"),
        ("a thousand", "1000"),
        ("thousand", "1000"),
        ("a million", "1000000"),
        ("two million", "2000000"),
        ("nine hundred ninety nine thousand nine hundred and ninety nine", None),
        ("miles", None),
        ("two three", None),
        ("twenty eleven", None),
        ("a", None),
    ],
)
def test_words_are_one_number_or_none(words, digits):
    assert whole(words) == digits


def test_the_longest_reading_comes_first():
    assert number_at(["two", "hundred", "and", "ten", "miles"], 0) == [
        *((4, "210"), (2, "200"), (1, "2")),
    ]


@given(st.integers(0, 9999), st.sampled_from(["en-US", "en-GB"]))
def test_what_we_say_we_understand(number, locale):
    assert whole(in_words(number, locale)) == str(number)
