"""The content is checked when it is loaded, and a fault names the id that has it."""

import copy
from typing import Any

import pytest

from skill.content.loader import ContentError, build_content, load_content

CLAIMS = {
    "verdict": {"section": "s", "says": "It does."},
    "limits": {"section": "s", "says": "Less."},
}
ROW = {
    "intents": ["DoesRunningCountIntent"],
    "claims": ["verdict"],
    "asked": "Partly.",
    "headline": "Partly",
    "key_fact": "Partly",
    "hint": "does it count",
    "ask": "does it count",
    "next": ["limits"],
}
COUNTS = {
    "order": ["verdict"],
    "answers": {
        "verdict": ROW,
        "limits": ROW
        | {"intents": ["LimitsIntent"], "claims": ["limits"], "offer": ["Why?"], "next": []},
    },
}
TALK = {"prompts": {"help": [{"say": "Ask.", "ask": "What?", "reprompt": "What?"}]}}
NO_TEA = {"says": "None.", "like": "teapot"}
TEA = {"says": "None.", "like": "verdict"}
SAID: dict[str, Any] = {"counts": COUNTS, "talk": TALK}


def said(answer: str, **changes: object) -> dict[str, Any]:
    changed = copy.deepcopy(SAID)
    changed["counts"]["answers"][answer] |= changes
    return changed


def test_content_that_agrees_is_built():
    content = build_content(CLAIMS, SAID)
    assert content.answers["verdict"].asked == "Partly."
    assert content.order == ("verdict", "limits")
    assert content.answers["verdict"].theme == "counts"


@pytest.mark.parametrize(
    ("faulty", "message"),
    [
        (said("verdict", claims=["teapot"]), "answer verdict: no claim teapot in the article"),
        (said("limits", next=["teapot"]), "answer limits: no answer teapot to go on to"),
        (
            said("verdict", because={"says": "Because.", "like": "teapot"}),
            "answer verdict: no answer teapot to go on to",
        ),
        (said("verdict", next=["why"]), "answer verdict: offers why, but has no because"),
        (said("verdict", hint="tea?"), "answer verdict: nothing is asked by touching 'tea.'"),
        (said("limits", next=["verdict"]), "answer limits: verdict has no words to offer it with"),
        (said("limits", claims=["verdict"]), "claim limits: no answer says it"),
        (
            said("limits", intents=["DoesRunningCountIntent"]),
            "answer limits: DoesRunningCountIntent is answered already",
        ),
        (said("verdict", colour="red"), "answer verdict: .*colour"),
        (said("verdict", in_a_word="teapot"), "answer verdict: no word teapot"),
        (
            SAID | {"more": {"follow_ups": {"TeaIntent": {"after": {"any": NO_TEA}}}}},
            "follow-up TeaIntent: no answer teapot",
        ),
        (
            SAID | {"more": {"follow_ups": {"TeaIntent": {"after": {"teapot": TEA}}}}},
            "follow-up TeaIntent: no answer or theme teapot",
        ),
        (
            SAID | {"more": {"follow_ups": {"TeaIntent": {"words": {"teapot": "teapot"}}}}},
            "follow-up TeaIntent: no word teapot",
        ),
        (SAID | {"more": {"tour": ["teapot"]}}, "tour: no answer teapot"),
        (SAID | {"more": {"lines_for": {"TeaIntent": "tea"}}}, "prompt tea: missing"),
        (SAID | {"more": TALK}, "more: prompts help stands in another theme as well"),
        (SAID | {"more": {"answers": {"limits": ROW}}}, "more: answers limits stands in another"),
        (SAID | {"more": {"tea": {}}}, "more: nothing is called tea"),
        (SAID | {"talk": {"prompts": {"help": [{"tell": "Ask."}]}}}, "prompt help: .*tell"),
        (
            SAID | {"talk": {"prompts": {"help": [{"say": "Ask.", "ask": "What?"}]}}},
            "prompt help: a question needs a reprompt, and only a question",
        ),
    ],
)
def test_content_that_contradicts_itself_names_the_id(faulty, message):
    with pytest.raises(ContentError, match=message):
        build_content(CLAIMS, faulty)


def test_an_answer_that_lacks_a_field_names_itself():
    faulty = copy.deepcopy(SAID)
    del faulty["counts"]["answers"]["verdict"]["headline"]
    with pytest.raises(ContentError, match=r"answer verdict: .*headline"):
        build_content(CLAIMS, faulty)


def test_a_claim_that_lacks_a_field_names_itself():
    with pytest.raises(ContentError, match=r"claim verdict: .*says"):
        build_content(CLAIMS | {"verdict": {"section": "s"}}, SAID)


def test_an_answer_for_a_slots_value_comes_before_the_general_one():
    content = load_content()
    general = content.choose("JogOrSprintIntent")
    special = content.choose("JogOrSprintIntent", {"goal": "muscle"})
    assert general is not None
    assert special is not None
    assert (general.id, special.id) == ("jog-or-sprint", "sprint-for-muscle")


def test_an_unknown_value_gets_the_general_answer_and_an_unknown_intent_none():
    content = load_content()
    chosen = content.choose("JogOrSprintIntent", {"goal": "teapot"})
    assert chosen is not None
    assert chosen.id == "jog-or-sprint"
    assert content.choose("TeapotIntent") is None
    assert content.choose("SetGoalIntent", {"goal": "teapot"}) is None


def test_content_is_loaded_once():
    assert load_content() is load_content()
