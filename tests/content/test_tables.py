"""The tables agree: the model's intents, ROUTES, the content's questions, answers and claims."""

from pathlib import Path

import pytest

from skill.alexa.interaction_model import locales
from skill.content.loader import load_content
from skill.content.schema import Question
from skill.handlers import ROUTES, route
from skill.handlers import questions as handlers
from skill.handlers.yes_no import OFFERS
from skill.simulator.nlu.model import load_model

CONTENT = load_content()
MODEL = load_model()
ASKED = {question.intent for question in CONTENT.questions}
WORKED_OUT = {"SourceIntent of=figure", "JogOrSprintIntent goals=several"}  # by the handler
NOT_GOALS = {"speed", "health", "not-known", "butt"}  # heard, and answered, but no goal to hold
INTERNAL = {
    "WhatAboutIntent",
    "SetGoalIntent",
    "WhichBurnsMoreIntent",
    "DoubtIntent",
}  # asked with a slot, after their handlers chose it


def test_every_intent_of_the_model_has_a_route_or_a_fixed_answer():
    fixed = ASKED | set(CONTENT.lines_for) | set(CONTENT.follow_ups)
    assert set(MODEL.intents) - set(ROUTES) - fixed == set()


def test_every_route_is_an_intent_of_the_model_or_a_launch():
    assert set(ROUTES) - set(MODEL.intents) == {"LaunchRequest"}


def test_every_question_of_the_content_is_an_intent_of_the_model():
    assert ASKED - set(MODEL.intents) == set()


def test_every_question_names_a_slot_and_a_value_that_its_intent_has():
    for question in CONTENT.questions:
        if question.slot and str(question) not in WORKED_OUT and question.intent != "SummaryIntent":
            slot_type = MODEL.intents[question.intent].slots[question.slot]
            assert question.value in {known.id for known in MODEL.types[slot_type]}, question


def test_every_plain_intent_answers_with_no_slot_heard_too():
    asked_whole = {question.intent for question in CONTENT.questions if not question.slot}
    assert ASKED - asked_whole - INTERNAL == set()


@pytest.mark.parametrize("intent", ["DoesRunningCountIntent", "JogOrSprintIntent"])
def test_the_two_questions_of_the_skill_have_rows_of_their_own(intent):
    assert ROUTES[intent] is not handlers.plain_question


def test_a_request_of_no_known_name_is_not_understood():
    assert route("TeapotIntent", CONTENT) is ROUTES["AMAZON.FallbackIntent"]


@pytest.mark.parametrize(
    "name", ["Help", "Stop", "Cancel", "NavigateHome", "Fallback", "Yes", "No"]
)
def test_the_built_ins_that_alexa_expects_are_there(name):
    assert f"AMAZON.{name}Intent" in MODEL.intents


def test_every_goal_can_be_heard_spoken_and_set():
    heard = {value.id for value in MODEL.types["GOAL"]}
    assert heard == set(CONTENT.goals) | NOT_GOALS
    for goal in CONTENT.goals:
        assert Question("SetGoalIntent", "goal", goal) in CONTENT.questions


def test_every_goal_has_an_answer_to_every_question_that_depends_on_one():
    asked = ("CanISkipLegDayIntent", "ShouldIKeepLegDayIntent", "JogOrSprintIntent")
    for intent in (*asked, "SummaryIntent", "DoesRunningCountIntent"):
        for goal in CONTENT.goals:
            answer = CONTENT.choose(intent, {"goal": goal})
            assert answer not in (None, CONTENT.choose(intent)), (intent, goal)


def test_every_answer_is_reached_by_a_question_or_an_offer():
    asked = set(CONTENT.questions.values())
    offered = {name for answer in CONTENT.answers.values() for name in answer.next}
    assert set(CONTENT.answers) - asked - offered == set()


def test_every_claim_is_spoken_in_answer_to_a_question():
    spoken = {
        claim for answer in CONTENT.questions.values() for claim in CONTENT.answers[answer].claims
    }
    assert set(CONTENT.claims) - spoken == set()
    assert len(CONTENT.claims) == 32


def test_every_offer_of_a_line_is_one_that_yes_and_no_know():
    offers = {form.offers for forms in CONTENT.prompts.values() for form in forms if form.offers}
    assert offers <= set(OFFERS) | set(CONTENT.answers)


def test_what_follows_a_conversation_names_intents_and_answers_that_are_there():
    instead, several = CONTENT.instead, {**CONTENT.several, **CONTENT.several_with_growth}
    assert {*CONTENT.about_muscles, *instead, *instead.values()} <= set(MODEL.intents)
    assert set(several) <= set(MODEL.intents)
    assert set(several.values()) <= set(CONTENT.answers)
    assert {a.goal for a in CONTENT.answers.values()} - {None} == set(CONTENT.goals)
    assert set(CONTENT.after_pain) <= set(MODEL.intents)


def test_every_thing_asked_that_is_not_known_has_its_words():
    assert {value.id for value in MODEL.types["ASKED"]} == set(CONTENT.unknown)


def test_every_unit_is_worked_out_or_has_its_line():
    assert {value.id for value in MODEL.types["UNIT"]} - set(CONTENT.units) == {
        *("mile", "kilometer", "meter", "yard")
    }


def test_every_theme_has_its_three_files():
    here = Path(__file__).parents[2]
    said = {file.stem for file in (here / "skill/content/en").glob("*.toml")}
    assert said == {file.stem for file in (here / "interaction_model/en").glob("*.toml")}
    assert said == {file.stem for file in (here / "tests/questions").glob("*.toml")}


def test_no_sample_is_in_two_intents():
    seen: dict[str, str] = {}
    for intent in MODEL.intents.values():
        for sample in intent.samples:
            assert seen.setdefault(sample, intent.name) == intent.name, sample


@pytest.mark.parametrize("locale", locales())
def test_every_locale_has_the_same_intents_and_slots(locale):
    other = load_model(locale)
    assert {i.name: dict(i.slots) for i in other.intents.values()} == {
        i.name: dict(i.slots) for i in MODEL.intents.values()
    }
    assert other.invocation == "leg day"
