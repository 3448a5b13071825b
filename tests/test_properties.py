"""Whatever is said, and whatever comes back in a session: a valid answer, open when it asks."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skill.content.loader import load_content
from skill.dialog.session import Session
from skill.lint.own.replies import judge
from skill.simulator.conversation import APPLICATION, Conversation
from skill.simulator.device import Device, Door
from skill.simulator.nlu.model import load_model

CONTENT = load_content()
MODEL = load_model()
SAMPLES = [sample for intent in MODEL.intents.values() for sample in intent.samples]
IDS = sorted({value.id for values in MODEL.types.values() for value in values})
FIELDS = sorted(Session.__dataclass_fields__)

# After these the offer stands.
STANDING = {
    "AMAZON.RepeatIntent",
    "AMAZON.PreviousIntent",
    "FirstThingIntent",
    "SlowerIntent",
    "ShorterIntent",
}
STANDING |= {"ExampleIntent", "PlainWordsIntent", "NormalSpeedIntent", *CONTENT.lines_for}
names = st.sampled_from(sorted(MODEL.intents))
words = st.text() | st.sampled_from(SAMPLES) | st.lists(st.sampled_from(IDS)).map(" ".join)
heard = (
    st.none() | st.text(max_size=40) | st.sampled_from([*IDS, "0", "3", "?", "-1", "1e999", "nan"])
)
leaves = st.none() | st.booleans() | st.integers(-(2**40), 2**40) | st.text(max_size=60)
known = st.sampled_from([*CONTENT.answers, *CONTENT.claims, *CONTENT.goals, *MODEL.intents])
garbage = st.recursive(
    leaves | known,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(known | st.text(max_size=9), inner, max_size=3)
    ),
    max_leaves=6,
)
sessions = st.dictionaries(st.sampled_from(FIELDS) | st.text(max_size=9), garbage, max_size=13)
goings = st.lists(names, min_size=1, max_size=25)


def intent(name: str, values: dict[str, str | None]) -> dict[str, object]:
    """An intent as Alexa sends it, each declared slot holding what was drawn for it."""
    slots = {}
    for slot in MODEL.intents[name].slots:
        value = values.get(slot)
        slots[slot] = {"name": slot, "confirmationStatus": "NONE"} | (
            {"value": value} if value else {}
        )
    return {"name": name, "confirmationStatus": "NONE", "slots": slots}


def device(door: Door) -> Device:
    return Device(door, APPLICATION, "anybody")


@given(words)
def test_any_utterance_gets_a_valid_answer(door, utterance):
    assert list(judge(Conversation(door).say(utterance).exchange.response)) == []


@given(
    names, st.dictionaries(st.sampled_from(["goal", "distance", "unit", "race", "exercise"]), heard)
)
def test_any_slot_value_gets_a_valid_answer(door, name, values):
    assert list(judge(device(door).say(intent(name, values)).response)) == []


@settings(max_examples=300)
@given(sessions, names | st.just("LaunchRequest"))
def test_any_session_attributes_get_a_valid_answer(door, attributes, name):
    echo = device(door)
    echo.launch()
    echo.attributes = attributes
    launch = {"type": "LaunchRequest"}
    told = echo.request(launch) if name == "LaunchRequest" else echo.say(intent(name, {}))
    assert list(judge(told.response)) == []


@given(goings)
def test_any_conversation_keeps_the_rules_at_every_turn(door, asked):
    echo = device(door)
    for name in asked:
        assert list(judge(echo.say(intent(name, {})).response)) == []


@given(goings)
def test_the_same_offer_is_never_made_twice_running(door, asked):
    echo, last = device(door), None
    for name in asked:
        said = echo.say(intent(name, {})).response.get("sessionAttributes", {})
        offer = said.get("offer")
        repeated = name in STANDING or said.get("line") in ("why-no-answer", "not-sure")
        repeated |= offer not in CONTENT.answers
        assert repeated or offer != last
        last = offer if echo.in_session else None


@pytest.mark.parametrize(
    ("name", "prompt"),
    [
        ("AMAZON.StartOverIntent", "start-over"),
        ("PainIntent", "pain"),
        ("OtherActivityIntent", "other-activity"),
    ],
)
def test_no_form_is_heard_again_while_another_is_unused(door, name, prompt):
    forms = {form.say for form in CONTENT.prompts[prompt]}
    echo = device(door)
    said = [begins(echo, name, forms) for _ in range(len(forms) * 3)]
    for start in range(0, len(said), len(forms)):
        assert set(said[start : start + len(forms)]) == forms


def begins(echo: Device, name: str, forms: set[str]) -> str:
    """Which of the forms the answer begins with."""
    said = echo.say(intent(name, {})).response["sessionAttributes"]["said"]["say"]
    assert said in forms
    return str(said)


def test_different_sessions_begin_differently(door):
    greetings = Counter(Conversation(door).launch().speech for _ in range(60))
    assert len(greetings) == len(CONTENT.prompts["launch"])
