"""The linter on this very skill: it hears everything, and notices every kind of fault."""

from skill.content.loader import load_content
from skill.dialog.reply import Reply
from skill.dialog.speech import plain, strip_ssml
from skill.lint.finding import rules
from skill.lint.own import asking, replies, script
from skill.lint.own.speech import misread

# Said when something fails, or when all is said; the linter looks at their words as well.
TROUBLE = {"apology", "not-forgotten", "all-heard", "goal-heard"}
ASKS = "It depends. Shall I go on?"


def response(words, ends, again="", **more):
    """A response envelope that speaks `words`."""
    body = {"outputSpeech": {"type": "SSML", "ssml": f"<speak>{words}</speak>"}, **more}
    body |= {} if ends is None else {"shouldEndSession": ends}
    if again:
        body["reprompt"] = {"outputSpeech": {"type": "SSML", "ssml": f"<speak>{again}</speak>"}}
    return {"version": "1.0", "response": body}


def faults(words, ends=True, again="", **more):
    return list(replies.judge(response(words, ends, again, **more)))


def test_replies_without_a_fault():
    assert faults("Happy training.") == []
    assert faults(ASKS, False, "Shall I?") == []


def test_open_exactly_when_it_asks():
    assert faults(ASKS, True, "Shall I?") == [("reply-open", f'asks, but ends: "{ASKS}"')]
    assert faults(ASKS, False) == [("reply-open", f'asks, but has no reprompt: "{ASKS}"')]
    assert faults("Bye.", False) == [("reply-open", 'asks nothing, but stays open: "Bye."')]
    assert faults("Bye.", True, "Bye?") == [("reply-open", 'asks nothing, but stays open: "Bye."')]
    assert faults("Bye.", None) == [("reply-open", "shouldEndSession is not set")]


def test_length():
    card = {"card": {"type": "Standard", "title": "Leg day", "text": "Legs"}}
    long = "Run " + "and run " * 18 + "again."
    assert faults("One. Two. Three.", **card) == [
        ("reply-length", '3 sentences: "One. Two. Three."')
    ]
    assert faults(long, **card) == [("reply-length", f'an answer of 38 words: "{long}"')]
    assert faults(long) == []
    assert faults('One. Two. <break time="1s"/>All. More?', False, "More?", **card) == []
    asks = "Shall I tell you now about all that there is to tell?"
    assert faults(asks, False, "Yes?") == []
    asks = "Shall I tell you now about all of that which there is to tell?"
    assert faults(asks, False, "Yes?") == [("reply-length", f'a question of 14 words: "{asks}"')]
    longest = "Run. " * 61
    assert [rule for rule, _ in faults(longest)] == ["reply-length"]


def test_what_alexa_would_misread():
    wrong = [says for _, says in misread("Run 5 km/h, e.g. (fast) \u2013 NASA... & vs. all")]
    assert [says.split("'")[1] for says in wrong] == [
        *("5", "km", "/", "e.g.", "(", ")", "\u2013", "NASA", "...", "&", "vs.")
    ]


def test_the_form_is_held_to_what_holds_for_everybody():
    assert faults("a <b>") == [
        ("probe-ssml", "the speech is not well-formed SSML: <speak>a <b></speak>")
    ]


def test_a_handler_that_fails_is_found():
    sorry = "Sorry, something went wrong on my side. Could you ask me that again?"
    said = asking.Said("JogOrSprintIntent", response(sorry, False, "Yes?"))
    assert [(one.rule, one.says) for one in replies.check([said])] == [
        ("reply-fault", "JogOrSprintIntent: ends in an apology, so something was raised")
    ]


def test_all_rules_for_replies_are_tried_here():
    assert [rule for rule in rules() if rule.startswith("reply-")] == [
        *("reply-open", "reply-length", "reply-characters", "reply-screen", "reply-fault"),
    ]


def test_the_script_has_everything_said():
    """Every answer and every form of every line is in some response or reprompt.

    Not all offers are: some answers are offered only by others that say the same. The linter looks
    at the offers themselves as well.
    """
    spoken = set()
    for said in script.everything():
        body = said.response.get("response", {})
        for part in (body, body.get("reprompt", {})):
            spoken.add(strip_ssml(part.get("outputSpeech", {}).get("ssml", "")))
    content = load_content()
    lines = [answer.asked for answer in content.answers.values()]
    lines += [
        part
        for name, forms in content.prompts.items()
        if name not in TROUBLE
        for form in forms
        for part in (form.say, form.ask, form.reprompt)
        if part and "{" not in part
    ]
    everything = "\n".join(spoken)
    here = content.idioms_of("en-US")
    lines = [Reply(line).in_words_of(here).say for line in lines]
    assert [line for line in lines if plain(line) not in everything] == []
