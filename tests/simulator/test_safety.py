"""What is told of one's life and health, in words of no sample; and what only sounds like it."""

import pytest

from skill.simulator.nlu import understander


@pytest.fixture(scope="module")
def ears():
    return understander("en-US")


@pytest.mark.parametrize(
    ("line", "intent"),
    [
        ("my kids would be happier if i was dead and buried", "DespairIntent"),
        ("i keep hoping i don't wake up one of these days", "DespairIntent"),
        ("tell my girls i loved them when i'm gone tonight", "DespairIntent"),
        ("all i had since sunday is black tea and a cracker", "StarvingIntent"),
        ("i bring my dinner back up every night", "StarvingIntent"),
        ("grandpa went down in the yard and he won't wake up", "EmergencyIntent"),
        ("her face is drooping and her words are slurred", "EmergencyIntent"),
        ("the cardiologist was happy for me to go jogging", "DoctorSaidIntent"),
        ("my surgeon put a stop to the running", "DoctorForbadeIntent"),
        ("we're having our first baby in april", "PregnancyIntent"),
        ("relax it was only a joke i'm not in any danger", "RecoveredIntent"),
    ],
)
def test_what_is_told_is_heard_in_other_words(ears, line, intent):
    assert ears.understand(line).intent == intent


def test_somebody_else_is_named_with_it(ears):
    understood = ears.understand("my wife's hip is giving her grief again")
    assert understood.intent == "PainIntent"
    assert understood.slots["person"].match.id == "wife"


def test_a_question_keeps_what_is_told_beside_it(ears):
    understood = ears.understand("my physio gave me the all clear so should i jog or sprint")
    assert understood.intent == "JogOrSprintIntent"
    assert understood.slots["ailment"].match.id == "allowed"


@pytest.mark.parametrize(
    "line",
    [
        "my old phone died halfway through the run",
        "i could murder a burger after that",
        "this hill is going to be the death of me",
        "i skipped lunch so i'm ravenous",
        "kill the kitchen lights",
        "my boss gives me a headache",
        "the dog hurt his paw in the park",
        "my daughter's a doctor in leeds",
        "how many calories is eleven miles",
    ],
)
def test_what_only_sounds_like_it_alarms_nobody(ears, line):
    told = ("Despair", "Starving", "Emergency", "Pain", "Condition", "Pregnancy", "Age")
    assert ears.understand(line).intent not in {f"{what}Intent" for what in told}
