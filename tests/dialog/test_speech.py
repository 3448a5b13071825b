"""Words become SSML in one place, and nothing that is said can break it."""

from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill.dialog.speech import plain, ssml, strip_ssml


def test_a_statement_is_spoken_as_it_is():
    assert ssml("It can be a risk.") == "<speak>It can be a risk.</speak>"


def test_a_short_pause_stands_before_the_question():
    spoken = ssml("It can be.", "Want to hear why?")
    assert spoken == '<speak>It can be. <break time="350ms"/>Want to hear why?</speak>'


def test_a_question_alone_needs_no_pause():
    assert ssml("", "How far?") == "<speak>How far?</speak>"


def test_a_starred_word_is_stressed_moderately():
    assert ssml("*Sprint*.") == '<speak><emphasis level="moderate">Sprint</emphasis>.</speak>'


def test_signs_that_mean_something_to_xml_are_escaped():
    assert ssml("Squats & <lunges>") == "<speak>Squats &amp; &lt;lunges&gt;</speak>"


def test_plain_words_lose_their_stars():
    assert plain("*Partly*. Running, then.") == "Partly. Running, then."


@pytest.mark.parametrize(
    ("document", "words"),
    [
        ('<speak><emphasis level="moderate">Partly</emphasis>. It is.</speak>', "Partly. It is."),
        ('<speak>One. <break time="350ms"/>Two?</speak>', "One. Two?"),
        ("<speak>Squats &amp; &lt;lunges&gt;</speak>", "Squats & <lunges>"),
        ("<speak>&amp;lt;</speak>", "&lt;"),
    ],
)
def test_what_is_heard_has_no_tags(document, words):
    assert strip_ssml(document) == words


@given(st.text(st.characters()))
def test_any_words_make_well_formed_ssml(words):
    ElementTree.fromstring(ssml(words, words))


SPOKEN = st.from_regex(r"[A-Za-z&<>' ]{1,40}", fullmatch=True)


@given(SPOKEN)
def test_what_is_said_is_what_is_heard(words):
    assert strip_ssml(ssml(words)) == " ".join(words.split())
