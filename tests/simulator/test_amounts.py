"""Amounts among other words: what is told and asked of them, by what the skill has just said."""

import pytest

from skill.simulator.nlu import understander

MILES = "Four miles burns about four hundred calories. Want another distance?"
KILOMETERS = "Fifteen kilometers a week, about nine hundred fifty calories. Want another distance?"
EATEN = "Two hundred fifty calories, about two and a half miles. Want another distance?"
WHAT_NUMBER = "I don't know how many calories that is, sorry. What number should I go by?"


def meant(said: str, before: str) -> tuple[str, dict[str, str]]:
    found = understander("en-US").understand(said, before)
    slots = found.slots.items()
    return found.intent, {name: slot.match.id if slot.match else slot.heard for name, slot in slots}


@pytest.mark.parametrize(
    ("said", "before", "slots"),
    [
        ("okay two five ks and a ten k", "", {"distance": "5", "third_distance": "10"}),
        ("that's wrong two fives and a ten is twenty", KILOMETERS, {"third_distance": "10"}),
        ("three miles four and a half and two", MILES, {"distance": "3", "third_distance": "2"}),
        ("two parkruns and a half marathon", "", {"race": "parkrun", "multiple": "twice"}),
        ("three ten ks and a half marathon", MILES, {"distance": "10", "multiple": "three-times"}),
        ("what would i burn doing two half marathons", "", {"multiple": "twice"}),
        ("so i did four ten ks this month how much is that", "", {"multiple": "four-times"}),
        ("i do that every week so in a month what is it", MILES, {"span": "month"}),
        ("and i do that twice a week with the wednesday one", MILES, {"multiple": "twice-a-week"}),
        ("minus two miles so two and a half", MILES, {"multiple": "less", "distance": "2"}),
        ("okay and divide that by seven", MILES, {"multiple": "seventh"}),
        ("so what did we both burn together", MILES, {"multiple": "both"}),
        ("two and a half what's that in kilometres love", MILES, {"other_unit": "kilometer"}),
        ("my wife did four and i did six what is it for both", MILES, {"other_distance": "6"}),
    ],
)
def test_what_is_done_with_amounts_is_done(said, before, slots):
    intent, found = meant(said, before)
    assert intent == "SeveralRunsIntent"
    assert slots.items() <= found.items()


@pytest.mark.parametrize(
    ("said", "before", "intent", "slots"),
    [
        ("so a thousand and then the marathon on top", MILES, "AnotherRunIntent", "race=marathon"),
        ("a glass of wine is a hundred and twenty put that on top", EATEN, "AnotherRunIntent", ""),
        ("no no the calories it's five k parkrun", MILES, "CorrectRunIntent", "unit=kilometer"),
        ("and if one of them's a ten k instead", KILOMETERS, "CorrectRunIntent", "when=one"),
        ("oh i skipped the monday one so take that off", MILES, "LeaveOutIntent", "when=monday"),
        ("my husband ran six how many more is that than mine", MILES, "CompareRunsIntent", ""),
        ("um like two miles maybe two and a half", MILES, "CompareRunsIntent", "other_distance=2"),
        ("no the taco say two hundred calories", EATEN, "WhatAboutIntent", "calories=200"),
        ("dunno three fifty ish i think", WHAT_NUMBER, "WhatAboutIntent", "calories=350"),
        ("but i only do like two miles is that too short", MILES, "FarEnoughIntent", "distance=2"),
        ("my garmin had it at six hundred though", MILES, "DoubtIntent", ""),
        ("we've got a ten mile race in two weeks", MILES, "CaloriesBurnedIntent", "told=ahead"),
        ("how far do i have to go to burn off a sausage roll", "", "DistanceForFoodIntent", ""),
    ],
)
def test_a_turn_with_an_amount_is_about_the_amount(said, before, intent, slots):
    found, filled = meant(said, before)
    assert found == intent
    assert {*filter(None, [slots])} <= {f"{name}={value}" for name, value in filled.items()}


@pytest.mark.parametrize(
    ("said", "before"),
    [
        ("ooh thirteen hundred how many pints is that", MILES),
        ("okay divide that by thirteen", MILES),
        ("what's fifteen percent of eighty", MILES),
        ("i bike ten miles to work what's that", MILES),
        ("is it safe for my daughter to run ten miles", MILES),
        ("my late husband ran marathons in his day", ""),
        ("we walked two dogs", MILES),
        ("i get up at six and go at seven", MILES),
        ("is five hundred calories enough for breakfast", MILES),
    ],
)
def test_no_figure_is_made_of_anything_else(said, before):
    assert meant(said, before)[0] not in (
        *("CaloriesBurnedIntent", "SeveralRunsIntent", "WhatAboutIntent", "AnotherRunIntent"),
        *("CorrectRunIntent", "CompareRunsIntent", "DistanceForCaloriesIntent"),
    )
