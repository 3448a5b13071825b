"""What Alexa would understand, near enough: intents, slots, tiers and the request they make."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill.alexa.interaction_model import ModelError, locales
from skill.simulator.conversation import APPLICATION
from skill.simulator.nlu import understander
from skill.simulator.nlu.model import load_model

MODEL = load_model()
PLAIN = [
    (intent.name, sample)
    for intent in MODEL.intents.values()
    for sample in intent.samples
    if "{" not in sample
]


def slots(understood) -> dict[str, str]:
    return {n: s.match.id if s.match else s.heard for n, s in understood.slots.items()}


def test_every_sample_without_slots_is_taken_for_its_own_intent(ears):
    wrong = [
        (sample, found.intent)
        for name, sample in PLAIN
        if (found := ears.understand(sample)).intent != name
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("utterance", "intent", "filled"),
    [
        ("should i jog or sprint for bigger legs", "JogOrSprintIntent", {"goal": "muscle"}),
        ("my goal is better cardio", "SetGoalIntent", {"goal": "cardio"}),
        (
            "how many calories in three miles",
            "CaloriesBurnedIntent",
            {"distance": "3", "unit": "mile"},
        ),
        ("how many calories in a marathon", "CaloriesBurnedIntent", {"race": "marathon"}),
        ("what muscles do lunges work", "MusclesWorkedIntent", {"exercise": "lunges"}),
        ("does swimming count as leg day", "OtherActivityIntent", {"activity": "swimming"}),
        ("how far is five hundred calories", "DistanceForCaloriesIntent", {"calories": "500"}),
        ("what about cardio", "WhatAboutIntent", {"goal": "cardio"}),
    ],
)
def test_slots_are_filled_by_what_their_types_know(ears, utterance, intent, filled):
    understood = ears.understand(utterance)
    assert (understood.intent, slots(understood)) == (intent, filled)
    assert (understood.tier, understood.score) == ("exact", 1.0)


@pytest.mark.parametrize(
    "around", ["um {}", "{} please", "hey can you tell me {}", "{} mate", "{}?"]
)
def test_politeness_changes_nothing(ears, around):
    understood = ears.understand(around.format("does running count as leg day"))
    assert (understood.intent, understood.tier) == ("DoesRunningCountIntent", "exact")


@pytest.mark.parametrize("utterance", ["", "?", "🏃", "zim zam flooble"])
def test_what_nobody_understands_is_a_fallback(ears, utterance):
    understood = ears.understand(utterance)
    assert (understood.intent, understood.tier) == ("AMAZON.FallbackIntent", "fallback")


@given(st.text())
def test_any_text_is_understood_as_something_of_the_model(utterance):
    understood = understander("en-US").understand(utterance)
    assert understood.intent in MODEL.intents
    assert understood.tier in ("exact", "paraphrase", "fallback")
    assert 0 <= understood.score <= 1


def test_a_filled_slot_is_resolved_as_alexa_resolves_it(ears):
    understood = ears.understand("my goal is bigger legs")
    intent = understood.intent_json(ears.model, APPLICATION)
    slot = intent["slots"]["goal"]
    assert slot["value"] == "bigger legs"
    [authority] = slot["resolutions"]["resolutionsPerAuthority"]
    assert authority["authority"] == f"amzn1.er-authority.echo-sdk.{APPLICATION}.GOAL"
    assert authority["status"] == {"code": "ER_SUCCESS_MATCH"}
    assert authority["values"][0]["value"]["id"] == "muscle"


def test_every_declared_slot_is_in_the_request_filled_or_not(ears):
    understood = ears.understand("how many calories in three miles")
    intent = understood.intent_json(ears.model, APPLICATION)
    assert set(intent["slots"]) == set(MODEL.intents["CaloriesBurnedIntent"].slots)
    assert "value" not in intent["slots"]["race"]


def test_what_several_people_ran_is_a_run_like_one_s_own(ears):
    understood = ears.understand("we ran three miles in the morning and two in the evening")
    heard = {name: slot.heard for name, slot in understood.slots.items()}
    assert understood.intent == "SeveralRunsIntent"
    assert heard == {
        "distance": "3",
        "unit": "miles",
        "when": "in the morning",
        "other_distance": "2",
        "other_when": "in the evening",
    }


@pytest.mark.parametrize(
    ("utterance", "filled"),
    [
        ("three no four miles", {"distance": "4", "unit": "mile"}),
        ("two miles i mean three", {"distance": "3", "unit": "mile"}),
        ("a mile no two", {"distance": "2", "unit": "mile"}),
        ("three point five miles no wait four", {"distance": "4", "unit": "mile"}),
        ("yes ten k no five k", {"distance": "5", "unit": "kilometer"}),
        ("yeah go on a half marathon", {"race": "half-marathon"}),
        ("yes three miles", {"distance": "3", "unit": "mile"}),
    ],
)
def test_the_last_of_two_numbers_counts_and_a_yes_beside_it_does_not(ears, utterance, filled):
    understood = ears.understand(utterance)
    assert (understood.intent, slots(understood)) == ("WhatAboutIntent", filled)


def test_what_a_number_counts_stands_for_the_one_that_is_said_for_it(ears):
    assert slots(ears.understand("three times a week no four")) == {"multiple": "four-times-a-week"}
    assert ears.understand("i did five no problem").intent == "AcknowledgeIntent"


@pytest.mark.parametrize("utterance", ["i run about three miles", "i run roughly three miles"])
def test_about_so_many_are_so_many(ears, utterance):
    understood = ears.understand(utterance)
    assert (understood.intent, understood.tier) == ("CaloriesBurnedIntent", "exact")


@pytest.mark.parametrize("locale", locales())
def test_every_locale_understands_the_question(locale):
    understood = understander(locale).understand("does running count as leg day")
    assert (understood.intent, understood.tier) == ("DoesRunningCountIntent", "exact")


@pytest.mark.parametrize("locale", ["xx-XX", "", "../en-US", "EN-us"])
def test_a_locale_without_a_model_is_named(locale):
    with pytest.raises(ModelError, match=r"no .*model for locale"):
        load_model(locale)


@pytest.mark.parametrize(
    ("utterance", "intent", "heard"),
    [
        ("do squats help with loneliness", "LegDayForGoalIntent", {"goal": "loneliness"}),
        ("does running give you wings", "RunningForGoalIntent", {"goal": "wings"}),
        ("what muscles do nordics work", "MusclesWorkedIntent", {"exercise": "nordics"}),
        ("does hopscotch count as leg day", "OtherActivityIntent", {"activity": "hopscotch"}),
        (
            "does playing the tuba count as leg day",
            "OtherActivityIntent",
            {"activity": "playing the tuba"},
        ),
    ],
)
def test_a_slot_takes_what_its_type_does_not_know_as_alexa_does(ears, utterance, intent, heard):
    understood = ears.understand(utterance)
    unmatched = {n: s.heard for n, s in understood.slots.items() if s.match is None}
    assert (understood.intent, unmatched) == (intent, heard)
    [(name, value)] = heard.items()
    slot = understood.intent_json(ears.model, APPLICATION)["slots"][name]
    assert slot["value"] == value
    [authority] = slot["resolutions"]["resolutionsPerAuthority"]
    assert authority["status"] == {"code": "ER_SUCCESS_NO_MATCH"}
    assert "values" not in authority


@pytest.mark.parametrize(
    "utterance",
    [
        "is it bad to jog with a hernia",
        "who holds the sprint record",
        "fitbit calories burned accuracy",
        "what trousers are best for lifting weights",
        "how much cardio should someone do in a month",
        "why was the dentist late",
        "sum up the election for me",
        "any reason my visa got refused",
        "what's my overdraft limit",
        "i came home late and the boiler was broken and the landlord won't answer his phone or my "
        "emails so what should i do now",
    ],
)
def test_a_thing_or_a_question_that_no_sample_has_is_not_answered(ears, utterance):
    declined = {"AMAZON.FallbackIntent", "UnknownQuestionIntent", "PainIntent", "IsItSafeIntent"}
    assert ears.understand(utterance).intent in declined


@pytest.mark.parametrize(
    "utterance",
    [
        "i wish the rain would stop",
        "should i stop at the shop",
        "turn off the lights",
        "close the curtains please",
        "i'm out of milk so add it to my shopping list",
        "turn off the lights in the kitchen",
        "that'll stop us arguing ta very much",
        "i did three miles and then i had a pie so that's that",
        "i said to him see ya",
        "this muffin top has got to go",
    ],
)
def test_nothing_ends_by_mistake(ears, utterance):
    assert ears.understand(utterance).intent not in ("AMAZON.StopIntent", "AMAZON.CancelIntent")


@pytest.mark.parametrize(
    ("utterance", "intent"),
    [
        ("scrap whatever you've got stored on me", "ForgetMeIntent"),
        ("i'd rather you forgot all that", "ForgetMeIntent"),
        ("erase what you've saved", "ForgetMeIntent"),
        ("please forget what i told you i wanted", "DropGoalIntent"),
        ("don't forget what i told you", "MyGoalIntent"),
        ("i forget what i told you", "MyGoalIntent"),
    ],
)
def test_to_forget_is_meant_only_where_it_is_asked_for(ears, utterance, intent):
    assert ears.understand(utterance).intent == intent


@pytest.mark.parametrize(
    "utterance",
    [
        "kindly close this",
        "wicked see ya",
        "bye bye talking lady",
        "you've been very kind thank you bye bye",
    ],
)
def test_a_goodbye_is_one_beside_a_word_more(ears, utterance):
    assert ears.understand(utterance).intent == "AMAZON.StopIntent"


@pytest.mark.parametrize(
    ("utterance", "intent"),
    [
        ("stop now", "AMAZON.StopIntent"),
        ("whatever no quit", "AMAZON.StopIntent"),
        ("yeah and make it quick", "BriefYesIntent"),
        ("sure how much", "AMAZON.YesIntent"),
        ("aye go on then how many calories", "CaloriesBurnedIntent"),
        ("i run with my dog every morning", "RemarkIntent"),
        ("never mind goodbye", "AMAZON.StopIntent"),
        ("i'm leaving", "AMAZON.StopIntent"),
        ("brilliant thanks i'm off", "AMAZON.StopIntent"),
        ("right pub ta ta", "AMAZON.StopIntent"),
        ("bye from the two of us", "AMAZON.StopIntent"),
        ("gotta go the baby's awake", "AMAZON.StopIntent"),
        ("good answer does running give you abs", "RunningForGoalIntent"),
        ("should i jog or sprint thank you", "JogOrSprintIntent"),
        ("that makes sense now", "AcknowledgeIntent"),
        ("yeah that's me", "AMAZON.YesIntent"),
        ("how do i get bigger legs", "ProgressiveOverloadIntent"),
        ("what's leg day anyway i don't belong to a gym", "WhatIsLegDayIntent"),
        ("should i jog or sprint my knee hurts", "PainIntent"),
        ("half right which half", "WhoIsRightIntent"),
        ("so who wins the bet then", "WhoIsRightIntent"),
        ("no it doesn't", "DoubtIntent"),
        ("don't worry about it", "AMAZON.NoIntent"),
        ("cardio is it good for that", "RunningForGoalIntent"),
        ("i've just taken up running at fifty five", "GoodNewsIntent"),
    ],
)
def test_of_two_things_in_one_breath_the_one_that_asks_for_something_counts(
    ears, utterance, intent
):
    assert ears.understand(utterance).intent == intent


def test_a_topic_of_ours_is_no_unknown_activity(ears):
    understood = ears.understand("progressive overload explained for legs")
    assert understood.intent == "ProgressiveOverloadIntent"


@pytest.mark.parametrize(
    ("said", "goal"),
    [
        ("big thighs are so not my vibe can i ditch leg day and stick to running", "small"),
        ("i want big legs so not sure if i can skip leg day", "muscle"),
        ("i'm no fussed about big legs can i chuck leg day", "small"),
        ("could not care less about having massive legs can i skip leg day", "small"),
        ("big legs aren't my thing so can i skip leg day", "small"),
        (
            "is it acceptable to leave out leg day if a balanced physique isn't important to me",
            "small",
        ),
        ("big legs i don't need so can i skip leg day", "small"),
        ("i've never seen the appeal of huge legs so would it be so bad to quit leg day", "small"),
        ("i don't run but i want big legs can i skip leg day", "muscle"),
        ("i'm not getting big legs so can i skip leg day", "muscle"),
        ("i don't want chicken legs so can i skip leg day", "balance"),
        ("i don't want skinny legs should i keep leg day", "muscle"),
    ],
)
def test_a_goal_that_is_turned_down_is_its_opposite(said, goal):
    understood = understander("en-US").understand(said)
    match = understood.slots["goal"].match
    assert match
    assert understood.intent in ("CanISkipLegDayIntent", "ShouldIKeepLegDayIntent")
    assert match.id == goal


@pytest.mark.parametrize(
    ("said", "intent"),
    [
        (
            "my watch goes mad every time i run it's all red and beeping and the missus thinks "
            "it's broken so is running good cardio",
            "RunningCardioIntent",
        ),
        (
            "should i jog or sprint because my brother says one thing and the lad at the front "
            "desk says another and i've stopped listening to either",
            "JogOrSprintIntent",
        ),
        (
            "no it's fine it's an old thing is it worth doing legs at all then",
            "ShouldIKeepLegDayIntent",
        ),
        ("no i get that but why is running not enough", "WhyRunningFallsShortIntent"),
        ("that's nice but does running give me abs", "RunningForGoalIntent"),
        ("i got five minutes before the bus does running work your abs", "RunningAbsIntent"),
        ("sorry i was talking to the dog who can skip leg day then", "CanISkipLegDayIntent"),
        # before the question, after it, on both sides
        ("my wife's always going on at me so does leg day count as cardio", "LegDayCardioIntent"),
        ("we were on about it in the car and does running work your abs", "RunningAbsIntent"),
        ("should i keep leg day i've got the gym tomorrow you see", "ShouldIKeepLegDayIntent"),
        (
            "hello love i've a question for you who says a hundred calories a mile we've a bet on",
            "SourceIntent",
        ),
        # what is no question by its form
        (
            "i'm halfway through a bag of crisps but never mind that calories for ten k",
            "CaloriesBurnedIntent",
        ),
        # what the article does not know stays unknown
        ("i've been a postman for years so how many sets should i do", "UnknownQuestionIntent"),
        # and what is asked of the story itself is not cut from it
        ("i cycle to work does that count as leg day", "OtherActivityIntent"),
        ("i did three miles on the towpath how many calories is that", "CaloriesBurnedIntent"),
        ("i don't have to pick just one do i running or legs", "AlternateIntent"),
    ],
)
def test_a_question_is_found_in_a_long_story(ears, said, intent):
    assert ears.understand(said).intent == intent


@pytest.mark.parametrize(
    "said",
    [
        "i had a heart attack in march and was told to be careful so is running good cardio",
        "i've got a bad knee from football years ago and i'm fifty so should i skip leg day",
        "i'm seven months pregnant with our second so should i jog or sprint",
    ],
)
def test_an_ailment_in_a_story_is_for_a_professional(ears, said):
    ailing = ("PainIntent", "ConditionIntent", "IsItSafeIntent", "PregnancyIntent")
    assert ears.understand(said).intent in ailing


@pytest.mark.parametrize(
    ("said", "intent"),
    [
        ("the dog keeps looking at me can he have a biscuit", "AMAZON.FallbackIntent"),
        ("our lad's at college now would you believe it", "RemarkIntent"),
    ],
)
def test_a_remark_asks_nothing(ears, said, intent):
    assert ears.understand(said).intent == intent


@pytest.mark.parametrize(
    ("utterance", "intent", "goal"),
    [
        ("i don't want muscle or abs i want cardio", "SetGoalIntent", "cardio"),
        ("i don't care about cardio, just muscle, jog or sprint", "JogOrSprintIntent", "muscle"),
        ("i'm not after cardio i'm after abs should i run", "RunningForGoalIntent", "abs"),
        (
            "i don't want to lose weight, i want to get stronger, is running enough",
            "RunningForGoalIntent",
            "strong",
        ),
    ],
)
def test_of_two_goals_the_one_that_is_turned_down_is_left_out(ears, utterance, intent, goal):
    understood = ears.understand(utterance)
    assert understood.intent == intent
    assert slots(understood)["goal"] == goal


@pytest.mark.parametrize(
    ("utterance", "intent"),
    [
        ("so it's sprinting i want not jogging", "SprintingIntent"),
        ("jogging for cardio i said not sprinting", "JoggingIntent"),
    ],
)
def test_what_is_denied_at_the_end_is_left_out(ears, utterance, intent):
    assert ears.understand(utterance).intent == intent


@pytest.mark.parametrize(
    ("utterance", "goals"),
    [
        ("cardio, but I'd also like to lose a bit round the middle", ["cardio", "abs"]),
        ("I told you already, cardio and the belly", ["cardio", "abs"]),
        ("I've already told you, my heart and my waist", ["cardio", "abs"]),
    ],
)
def test_who_asks_nothing_and_names_several_goals_tells_them(ears, utterance, goals):
    """Two goals are no question about one of them."""
    understood = ears.understand(utterance)
    assert understood.intent == "AddGoalIntent"
    assert [goal.match.id for goal in understood.slots.values()] == goals


@pytest.mark.parametrize("utterance", ["what are cardio and calories", "my heart and my gut hurt"])
def test_a_question_or_an_ailment_tells_no_goals(ears, utterance):
    assert ears.understand(utterance).intent != "AddGoalIntent"


def test_how_often_stands_beside_in_total(ears):
    slots = ears.understand("we do it two times in the week so how much in total").slots
    found = {name: value.match.id for name, value in slots.items()}
    assert found == {"multiple": "twice-a-week", "span": "all"}


@pytest.mark.parametrize("complaint", ["I told you already", "we already told you"])
def test_what_was_told_already_names_no_exercise(ears, complaint):
    assert ears.understand(complaint).intent == "MisunderstoodIntent"


def test_a_stiff_hip_after_a_kind_word_is_for_a_professional(ears):
    said = "that's better. my hip's a bit stiff today mind, should I still go"
    assert ears.understand(said).intent == "PainIntent"


@pytest.mark.parametrize(
    ("utterance", "intent", "filled"),
    [
        ("i just said i'm not bothered about cardio", "DropGoalIntent", {"unwanted": "cardio"}),
        ("cardio isn't really important to me", "DropGoalIntent", {"unwanted": "cardio"}),
        (
            "i'm not fussed about stamina so i'll just do legs yeah",
            "CanISkipRunningIntent",
            {"instead_of": "cardio"},
        ),
        (
            "big legs mean nothing to me so is running enough",
            "DoesRunningCountIntent",
            {"instead_of": "muscle"},
        ),
        ("my wife likes me skinny so can i skip legs", "CanISkipLegDayIntent", {"goal": "small"}),
        (
            "my girlfriend wants to slim down, i want to bulk up, what do we do",
            "GoalsOfTwoIntent",
            {"other_person": "girlfriend", "other_goal": "calories", "goal": "muscle"},
        ),
        (
            "both actually, big legs first, cardio second",
            "AddGoalIntent",
            {"goal": "muscle", "other_goal": "cardio"},
        ),
        (
            "i'm 70 and i only want stronger legs",
            "SetGoalIntent",
            {"age": "70", "goal": "strong"},
        ),
    ],
)
def test_a_goal_is_told_given_up_or_somebody_elses(ears, utterance, intent, filled):
    understood = ears.understand(utterance)
    assert (understood.intent, slots(understood)) == (intent, filled)


@pytest.mark.parametrize(
    ("utterance", "intent"),
    [
        ("wait go back what was that overload thing called again", "ProgressiveOverloadIntent"),
        ("no the other one the progressive thing", "ProgressiveOverloadIntent"),
        ("what was the first thing about resistance", "ResistanceIntent"),
        ("no the other one", "SecondThingIntent"),
    ],
)
def test_what_is_asked_for_by_its_name_is_no_step_back(ears, utterance, intent):
    assert ears.understand(utterance).intent == intent


@pytest.mark.parametrize(
    ("utterance", "intent"),
    [
        ("no i was asking what balanced means", "BalancedBodyIntent"),
        ("i didn't say that i asked which one's better", "CompareIntent"),
        ("no i say tell me everything", "TourIntent"),
        ("could you tell me is running good for the stomach muscles", "RunningForGoalIntent"),
    ],
)
def test_what_was_asked_in_the_first_place_counts(ears, utterance, intent):
    assert ears.understand(utterance).intent == intent


@pytest.mark.parametrize(
    ("line", "intent"),
    [
        ("my physio cleared me for light jogging", "DoctorSaidIntent"),
        ("the nurse told me i've got diabetes", "ConditionIntent"),
        ("i do since my husband passed", "GriefIntent"),
        ("i lost my dad last year", "GriefIntent"),
        ("well at least you're honest go on then", "AMAZON.YesIntent"),
        ("rubbish sprinting doesn't build legs", "DisagreeIntent"),
        ("nah thats me mate", "AMAZON.StopIntent"),
        ("but i've seen runners with big quads", "DisagreeIntent"),
        ("my thighs doubled in size from running", "DisagreeIntent"),
        ("my mum fell on her run", "PainIntent"),
        ("would ibuprofen get me through it", "ConditionIntent"),
        ("hi again it was only heartburn", "RecoveredIntent"),
        ("she's fine again now", "RecoveredIntent"),
        ("alright i'll ring the surgery", "AcknowledgeIntent"),
        ("should i just do squats instead", "RunOrLegDayIntent"),
        ("my boy's nine is running good for him", "AgeIntent"),
        ("can i do leg day i'm five months gone", "PregnancyIntent"),
        ("everyone laughs at me when i run", "DiscouragedIntent"),
        ("i feel bad about myself", "DiscouragedIntent"),
        ("i got a personal best", "GoodNewsIntent"),
        ("nah tell me a joke about leg day", "JokeIntent"),
        ("you're just a machine aren't you", "WhoAreYouIntent"),
        ("so no actual science behind it", "SourceIntent"),
        ("my husband used to run before he passed", "GriefIntent"),
        ("my daughter's thirteen and her coach has her doing squats is that ok", "AgeIntent"),
        ("my husband rolled his ankle can he still do leg day", "PainIntent"),
        ("who wrote this rubbish", "SourceIntent"),
        ("my gran could squat more than you", "InsultIntent"),
        ("i finally ran three miles without stopping", "GoodNewsIntent"),
        ("is there even a point if i'm this unfit", "DiscouragedIntent"),
        ("would it help his breathing", "IsItSafeIntent"),
    ],
)
def test_what_people_do_by_words(ears, line, intent):
    assert ears.understand(line).intent == intent


@pytest.mark.parametrize(
    "line",
    [
        "i want to kill myself",
        "i feel like ending it all",
        "sometimes i don't see the point of being here anymore",
        "did you hear me i'm suicidal does running count",
        "no i don't want to be alive",
        "i don't enjoy anything anymore",
        "what's the point of any of it",
        "i won't be around much longer anyway",
        "i've got nobody",
    ],
)
def test_a_life_in_danger_comes_before_all_else(ears, line):
    assert ears.understand(line, "Want to hear why?").intent == "DespairIntent"


@pytest.mark.parametrize(
    "line",
    [
        "i'm only having five hundred calories a day",
        "if i eat nothing and run five miles what's that",
        "if i only eat like five hundred a day how fast will i get skinny",
        "i've barely eaten all week",
    ],
)
def test_whoever_hardly_eats_is_heard_before_any_sum(ears, line):
    assert ears.understand(line).intent == "StarvingIntent"


@pytest.mark.parametrize(
    "line",
    [
        "i want to die after leg day",
        "i'm dead lean but you can't see my abs",
        "i don't want to hurt myself",
        "what's the point of leg day",
        "i burn five hundred calories a day",
        "i feel like throwing up after squats",
        "is that enough to burn off everything i ate today",
        "i just want to feel good about myself again",
        "that makes no sense to me",
    ],
)
def test_what_endangers_nobody(ears, line):
    assert ears.understand(line).intent not in {"DespairIntent", "StarvingIntent"}


@pytest.mark.parametrize("line", ["i lost my dog lead on a run", "my dad passed his fitness test"])
def test_what_is_no_loss(ears, line):
    assert ears.understand(line).intent != "GriefIntent"
