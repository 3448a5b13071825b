"""Which function answers which request: one table, looked up by name.

A question that is not in ROUTES has one fixed answer, which the content names. What was said is
noted in the session at the end.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace

from ask_sdk_core.handler_input import HandlerInput

from skill.content.schema import Content
from skill.dialog import quantities
from skill.dialog.health import REFERRED
from skill.dialog.reply import Reply
from skill.handlers import (
    beyond,
    comparing,
    conversation,
    crisis,
    display,
    distances,
    events,
    figures,
    follow_ups,
    following,
    forgetting,
    goals,
    health,
    people,
    questions,
    quiz,
    repeating,
    rewording,
    side_by_side,
    sums,
    targets,
    tours,
    what_about,
    yes_no,
)
from skill.handlers.care import REFERRAL
from skill.handlers.turn import Handler, Turn

ROUTES: Mapping[str, Handler] = {
    "LaunchRequest": conversation.launch,
    "DoesRunningCountIntent": questions.does_running_count,
    "JogOrSprintIntent": questions.jog_or_sprint,
    "WhichRunIntent": questions.which_run,
    "CanISkipLegDayIntent": questions.can_i_skip_leg_day,
    "RunOrLegDayIntent": questions.run_or_leg_day,
    "CanISkipRunningIntent": questions.can_i_skip_running,
    "HateRunningIntent": questions.can_i_skip_running,
    "ShouldIKeepLegDayIntent": questions.should_i_keep_leg_day,
    "RunningForGoalIntent": questions.running_for_goal,
    "LegDayForGoalIntent": questions.leg_day_for_goal,
    "CompareIntent": comparing.compare,
    "CompareExercisesIntent": what_about.compare_exercises,
    "RunningBenefitsIntent": what_about.running_benefits,
    "WhichBurnsMoreIntent": comparing.which_burns_more,
    "WhyCaloriesIntent": questions.why_calories,
    "SummaryIntent": questions.summary,
    "WhichOneIntent": what_about.which_one,
    "SourceIntent": questions.source,
    "CaloriesBurnedIntent": distances.distance,
    "SeveralRunsIntent": sums.several_runs,
    "AnotherRunIntent": distances.another,
    "RaceLengthIntent": distances.race_length,
    "CompareRunsIntent": side_by_side.compared,
    "CorrectRunIntent": distances.corrected,
    "NotARunIntent": distances.not_a_run,
    "DistanceForCaloriesIntent": figures.distance_for_calories,
    "RunsForCaloriesIntent": targets.for_calories,
    "DistanceForFoodIntent": distances.to_run_off,
    "LastFigureIntent": distances.last_figure,
    "WhyIntent": following.why,
    "WhyForGoalIntent": following.why_for,
    "MoreIntent": following.more,
    "SaidAlreadyIntent": following.said_already,
    "SecondThingIntent": following.second,
    "FirstThingIntent": following.first,
    "PlainWordsIntent": rewording.plain,
    "ExampleIntent": rewording.example,
    "ShorterIntent": rewording.shorter,
    "DoubtIntent": rewording.doubt,
    "DisagreeIntent": rewording.disagree,
    "WhatAboutIntent": what_about.what_about,
    "YesOrNoIntent": follow_ups.yes_or_no,
    "FarEnoughIntent": follow_ups.far_enough,
    "GoodForOneIntent": follow_ups.good_for_one,
    "PerWhatIntent": repeating.per_what,
    "ForWhomIntent": what_about.for_whom,
    "SetGoalIntent": goals.set_goal,
    "AddGoalIntent": goals.add_goal,
    "GoalsOfTwoIntent": people.of_two,
    "SpeakerIntent": people.introduced,
    "AlternateIntent": goals.both,
    "ChangeGoalIntent": goals.change_goal,
    "MyGoalIntent": goals.my_goal,
    "GoalBeforeIntent": goals.goal_before,
    "DoesThatChangeIntent": goals.changed,
    "DropGoalIntent": forgetting.drop_goal,
    "LeaveOutIntent": forgetting.leave_out,
    "ForgetMeIntent": forgetting.forget_me,
    "LastTimeIntent": conversation.last_time,
    "TourIntent": tours.tour,
    "FunFactIntent": tours.fun_fact,
    "QuizIntent": quiz.start,
    "ScoreIntent": quiz.score,
    "WhoIsRightIntent": quiz.who_is_right,
    "OtherActivityIntent": beyond.other_activity,
    "PainIntent": health.pain,
    "EmergencyIntent": health.emergency,
    "DespairIntent": crisis.despair,
    "StarvingIntent": health.starving,
    "IsItSafeIntent": beyond.is_it_safe,
    "ConditionIntent": health.condition,
    "NewBabyIntent": health.new_baby,
    "PregnancyIntent": health.pregnancy,
    "GriefIntent": conversation.grief,
    "DiscouragedIntent": conversation.discouraged,
    "InGeneralIntent": questions.in_general,
    "RecoveredIntent": health.recovered,
    "DoctorSaidIntent": health.doctor_said,
    "DoctorForbadeIntent": health.doctor_forbade,
    "AgeIntent": health.age,
    "HealthToldIntent": health.told_before,
    "UnknownQuestionIntent": beyond.unknown_question,
    "AskedOfThatIntent": distances.asked_of_that,
    "HowSoonIntent": beyond.how_soon,
    "DontKnowIntent": yes_no.dont_know,
    "MisunderstoodIntent": conversation.misunderstood,
    "NoOffersIntent": conversation.no_offers,
    "SlowerIntent": conversation.slower,
    "NormalSpeedIntent": conversation.normal_speed,
    "BoredIntent": conversation.bored,
    "PrivacyIntent": conversation.privacy,
    "AMAZON.YesIntent": yes_no.yes,
    "BriefYesIntent": yes_no.brief_yes,
    "YesAndMoreIntent": yes_no.yes_and_more,
    "AMAZON.NoIntent": yes_no.no,
    "AMAZON.RepeatIntent": conversation.repeat,
    "AMAZON.NextIntent": following.skip,
    "AMAZON.PreviousIntent": following.back,
    "AMAZON.StartOverIntent": conversation.start_over,
    "AMAZON.HelpIntent": following.help_,
    "AMAZON.StopIntent": conversation.stop,
    "AMAZON.CancelIntent": conversation.cancel,
    "AMAZON.NavigateHomeIntent": conversation.stop,
    "AMAZON.FallbackIntent": conversation.fallback,
}

NO_RESPONSE: Mapping[str, Callable[[HandlerInput], None]] = {
    "SessionEndedRequest": events.session_ended,
    "AlexaSkillEvent.SkillDisabled": events.skill_disabled,
}


def route(name: str, content: Content) -> Handler:
    """Return the function that answers the intent or request type `name`."""
    if found := ROUTES.get(name):
        return found
    if name in content.follow_ups:
        return follow_ups.follow_up
    if name in content.lines_for:
        return conversation.little_word
    asked = any(question.intent == name for question in content.questions)
    return questions.plain_question if asked else conversation.fallback


def answer(turn: Turn) -> Reply:
    """Return what is said to a turn: beyond the article, in the quiz, or by its route."""
    under_way = turn.session.offer
    turn.slots = quantities.of_a_race(turn.slots)
    if under_way == "quiz-answer" and (judged := quiz.guess(turn)):
        return judged
    if said := crisis.stays(turn):
        return said
    people.heed(turn)
    if forgetting.keeps(turn):
        return forgetting.keep_after_all(turn)
    handler = goals.set_goal if goals.takes_ours(turn) else route(turn.name, turn.content)
    if health.is_child(turn):  # "i'm twelve and i want big legs"
        handler = health.age
    forgetting.bar(turn)
    reply = rewording.anew(turn, beyond.outside(turn) or handler(turn))
    return quiz.back_to(turn, under_way, reply)


def finish(turn: Turn, reply: Reply) -> Reply:
    """Note in the session what was said, and return it in the words of the user's place."""
    session, missed = turn.session, reply.prompt in turn.content.misses
    words = {"say": reply.say, "ask": reply.ask, "reprompt": reply.reprompt}
    words |= {"key_fact": reply.key_fact, "above": reply.above, "menu": reply.menu}
    session.offer, session.question = reply.offers, reply.ask
    session.answer = reply.answer.id if reply.answer else None
    session.claims = list(reply.claims)
    words |= {"answer": session.answer, "claims": " ".join(session.claims)}
    if not reply.aside:  # a word aside is nothing to be said again
        session.said = {name: text for name, text in words.items() if text}
    session.misses = session.misses + 1 if missed else 0
    session.refusals = session.refusals if turn.name == "AMAZON.NoIntent" else 0
    session.line = reply.prompt
    reply = display.shown(turn, reply)
    session.of_other = turn.of_other if reply.answer else session.of_other
    if reply.answer or reply.prompt in turn.content.referred:  # and not for a word aside
        session.safety = max(session.safety - 1, 0)
    if reply.prompt == REFERRAL:
        turn.health.note(REFERRED)
    if reply.answer and not turn.of_other:
        session.concerned = None
    if session.slow:
        reply = replace(reply, slow=True)
    idioms = turn.content.idioms_of(turn.locale)
    return reply.in_words_of(idioms) if idioms else reply
