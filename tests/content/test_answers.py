"""The content is checked when it is loaded, and a fault names the id that has it."""

import copy

import pytest

from skill.content.answers import ContentError, build_content, load_content

CLAIMS = {
    "verdict": {"section": "s", "says": "It does."},
    "limits": {"section": "s", "says": "Less."},
}
ROW = {
    "intents": ["DoesRunningCountIntent"],
    "claims": ["verdict"],
    "speech": "Partly.",
    "headline": "Partly",
    "big": "Partly",
    "hint": "why",
    "next": ["limits"],
}
SAID = {
    "tour": ["verdict"],
    "answers": {
        "verdict": ROW,
        "limits": ROW
        | {"intents": ["LimitsIntent"], "claims": ["limits"], "offer": ["Why?"], "next": []},
    },
    "prompts": {"help": [{"say": "Ask.", "ask": "What?", "again": "What?"}]},
    "goals": {"muscle": "bigger legs"},
    "figures": {},
    "leads": {"again": ["I'm here."]},
}


def said(answer: str, **changes: object) -> dict[str, object]:
    changed = copy.deepcopy(SAID)
    changed["answers"][answer] |= changes  # type: ignore[index]
    return changed


def test_content_that_agrees_is_built():
    content = build_content(CLAIMS, SAID)
    assert content.answers["verdict"].speech == "Partly."
    assert content.tour == ("verdict", "limits")


@pytest.mark.parametrize(
    ("faulty", "message"),
    [
        (said("verdict", claims=["teapot"]), "answer verdict: no claim teapot in the article"),
        (said("limits", next=["teapot"]), "answer limits: no answer teapot to go on to"),
        (said("verdict", why="teapot"), "answer verdict: no answer teapot to go on to"),
        (said("limits", next=["verdict"]), "answer limits: verdict has no words to offer it with"),
        (said("limits", claims=["verdict"]), "claim limits: no answer says it"),
        (
            said("limits", intents=["DoesRunningCountIntent"]),
            "answer limits: DoesRunningCountIntent is answered already",
        ),
        (said("verdict", colour="red"), "answer verdict: .*colour"),
        (SAID | {"tour": ["teapot"]}, "tour: no answer teapot"),
        (
            SAID | {"prompts": {"help": [{"say": "Ask.", "ask": "What?"}]}},
            "prompt help: a question needs a reprompt, and only a question",
        ),
    ],
)
def test_content_that_contradicts_itself_names_the_id(faulty, message):
    with pytest.raises(ContentError, match=message):
        build_content(CLAIMS, faulty)


def test_an_answer_that_lacks_a_field_names_itself():
    faulty = copy.deepcopy(SAID)
    del faulty["answers"]["verdict"]["headline"]  # type: ignore[attr-defined]
    with pytest.raises(ContentError, match=r"answer verdict: .*headline"):
        build_content(CLAIMS, faulty)


@pytest.mark.parametrize(
    "faulty", [{"prompts": {"help": [{"tell": "Ask."}]}}, {"tour": ["teapot"]}]
)
def test_a_fault_is_a_content_error_and_no_other(faulty):
    with pytest.raises(ContentError):
        build_content(CLAIMS, SAID | faulty)


def test_a_claim_that_lacks_a_field_names_itself():
    with pytest.raises(ContentError, match=r"claim verdict: .*says"):
        build_content(CLAIMS | {"verdict": {"section": "s"}}, SAID)


def test_a_part_that_is_missing_is_named():
    with pytest.raises(ContentError, match="goals"):
        build_content(CLAIMS, {key: part for key, part in SAID.items() if key != "goals"})


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
