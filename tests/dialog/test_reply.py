"""A reply becomes the platform's response: open exactly when it asks."""

import pytest

from skill.dialog.reply import Reply


@pytest.mark.parametrize(
    ("ask", "reprompt"), [("Why?", None), (None, "Why?"), ("Why?", ""), ("", "Why?")]
)
def test_a_question_needs_a_reprompt_and_only_a_question(ask, reprompt):
    with pytest.raises(ValueError, match="a question needs a reprompt"):
        Reply("It can be a risk.", ask, reprompt)


def test_an_answer_is_spoken_asked_about_and_kept_on_a_card(talk):
    response = talk().say("does skipping leg day cause injury").exchange.response["response"]
    assert response["outputSpeech"]["type"] == "SSML"
    assert response["outputSpeech"]["ssml"].startswith("<speak>Skipping leg day can be a risk.")
    assert '<break time="350ms"/>' in response["outputSpeech"]["ssml"]
    assert response["reprompt"]["outputSpeech"]["ssml"].endswith("?</speak>")
    assert response["shouldEndSession"] is False
    assert response["card"]["title"] == "Out of balance"
    assert response["card"]["text"].startswith("Skipping leg day can be a risk.")
    assert response["card"]["text"].endswith("Try: should I keep leg day")


def test_a_goodbye_ends_and_shows_nothing(talk):
    response = talk().say("stop").exchange.response["response"]
    assert response["shouldEndSession"] is True
    assert "reprompt" not in response
    assert "card" not in response


def test_a_card_has_no_stars_or_tags(talk):
    text = (
        talk()
        .say("should i jog or sprint for muscle")
        .exchange.response["response"]["card"]["text"]
    )
    assert text.startswith(
        "Sprint. If you're skipping leg day, sprinting gives you the most muscle"
    )
