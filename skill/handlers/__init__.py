"""Which function answers which request: one table, looked up by name.

A question that is not in ROUTES has one fixed answer, which the content names.
"""

from collections.abc import Callable, Mapping

from ask_sdk_core.handler_input import HandlerInput

from skill.content.answers import Content
from skill.handlers import conversation, events, following, goals, questions
from skill.handlers.turn import Handler

ROUTES: Mapping[str, Handler] = {
    "LaunchRequest": conversation.launch,
    "DoesRunningCountIntent": questions.does_running_count,
    "JogOrSprintIntent": questions.jog_or_sprint,
    "CanISkipLegDayIntent": questions.can_i_skip_leg_day,
    "ShouldIKeepLegDayIntent": questions.should_i_keep_leg_day,
    "CaloriesBurnedIntent": questions.calories_burned,
    "DistanceForCaloriesIntent": questions.distance_for_calories,
    "LegDayForGoalIntent": questions.leg_day_for_goal,
    "SourceIntent": questions.source,
    "WhyIntent": following.why,
    "MoreIntent": following.more,
    "WhatAboutIntent": following.what_about,
    "SetGoalIntent": goals.set_goal,
    "MyGoalIntent": goals.my_goal,
    "ForgetMeIntent": goals.forget_me,
    "OtherActivityIntent": conversation.other_activity,
    "PainIntent": conversation.pain,
    "AMAZON.YesIntent": conversation.yes,
    "AMAZON.NoIntent": conversation.no,
    "AMAZON.RepeatIntent": conversation.repeat,
    "AMAZON.StartOverIntent": conversation.start_over,
    "AMAZON.HelpIntent": conversation.help_,
    "AMAZON.StopIntent": conversation.stop,
    "AMAZON.CancelIntent": conversation.stop,
    "AMAZON.NavigateHomeIntent": conversation.stop,
    "AMAZON.FallbackIntent": conversation.fallback,
}

SILENT: Mapping[str, Callable[[HandlerInput], None]] = {
    "SessionEndedRequest": events.session_ended,
    "AlexaSkillEvent.SkillDisabled": events.skill_disabled,
}


def route(name: str, content: Content) -> Handler:
    """Return the function that answers the intent or request type `name`."""
    if found := ROUTES.get(name):
        return found
    asked = any(question.partition(" ")[0] == name for question in content.questions)
    return questions.plain_question if asked else conversation.fallback
