"""The last question again, of something else: another goal, exercise, distance or person."""

from skill.dialog.reply import Reply
from skill.handlers import (
    beyond,
    comparing,
    distances,
    figures,
    following,
    goals,
    questions,
)
from skill.handlers.turn import Turn

_SHARED = ("cardio", "calories", "abs")  # goals for which running and leg day both do something
_COMPARING = ("CompareIntent", "WhichBurnsMoreIntent")
_OF_GOALS = ("goal-still", "goal-guess", "last-topic")  # offers that a goal answers too
_RUNS = {"jogging": ("JoggingIntent", "cardio"), "sprinting": ("SprintingIntent", "muscle")}


def what_about(turn: Turn) -> Reply:
    """Ask the last question again with another goal, exercise or distance."""
    slots = turn.slots
    if "calories" in slots:
        return figures.distance_for_calories(turn)
    if not slots.keys().isdisjoint(("distance", "fraction", "extra", "tenths", "unit", "race")):
        return distances.other_number(turn)
    goal = slots.get("goal")
    if goal and "exercise" in slots:  # "does running do the butt as well"
        return questions.leg_day_for_goal(turn)
    if exercise := slots.get("exercise"):
        return _other_exercise(turn, exercise)
    if goal is None:
        return following.more(turn)
    session = turn.session
    if session.intent in ("SetGoalIntent", "SeveralGoalsIntent"):  # "and a six-pack"
        return goals.add_goal(turn)
    asked_for_one = goals.asked_for(turn) or session.offer in _OF_GOALS
    told = session.topic is None and session.said and not (session.misses or turn.health.mentioned)
    if asked_for_one or told:
        return goals.set_goal(turn)
    last, offered = turn.topic, turn.offered
    same = last is None or last.goal in (None, goal)
    if offered and same and offered.goal == goal:  # "the abs thing": what was offered
        return questions.tell(turn, offered.id)
    if turn.session.intent == "CompareIntent":
        return comparing.for_goal(turn, goal)
    return questions.instead(turn, _same_question(turn, goal), {"goal": goal})


def compare_exercises(turn: Turn) -> Reply:
    """Do exercises differ? Those that the article names do; of two others nothing is known.

    One alone, after an answer for a goal, is asked about for that goal.
    """
    named = [turn.slots[name] for name in ("exercise", "other_exercise") if name in turn.slots]
    last = turn.content.answers.get(turn.session.answer or "")
    muscles = turn.session.intent in turn.content.about_muscles
    if len(named) == 1 and last and (muscles or last.goal in _SHARED):
        turn.name = "WhatAboutIntent"
        return _other_exercise(turn, named[0])
    two = len(named) == 2 and "leg-day" not in named
    return comparing.compare(turn) if two else questions.plain_question(turn)


def running_benefits(turn: Turn) -> Reply:
    """What does running give me? After leg day for a goal, what it does for that goal."""
    last, declined = turn.content.answers.get(turn.session.answer or ""), turn.session.declined
    if not {"calories", "cardio"}.isdisjoint(declined):  # which the benefits are
        rest = [turn.content.answers[goal] for goal in _SHARED if goal not in declined]
        fresh = turn.offers.unheard([one.id for one in rest])
        return turn.tell([*fresh, *rest][0])
    goal = last.goal if last and last.goal in _SHARED else None
    found = turn.content.choose("RunningForGoalIntent", {"goal": goal}) if goal else None
    if found and not set(found.claims) <= set(turn.session.heard):
        return questions.instead(turn, "RunningForGoalIntent", {"goal": str(goal)})
    return questions.plain_question(turn)


def which_one(turn: Turn) -> Reply:
    """Which one, then? For the goals we know; where either will do, the one that is enjoyed."""
    last = turn.topic
    if turn.session.intent in _COMPARING and last and last.goal in _SHARED and not turn.care.needed:
        return questions.instead(turn, "EnjoymentIntent", {})
    return questions.summary(turn)


def for_whom(turn: Turn) -> Reply:
    """Ask the same for somebody else, or for the user again: "and for him?", "what about me?"."""
    session = turn.session
    if session.intent in beyond.MEASURED and session.line not in turn.content.no_answer:
        return turn.line_and_offer("average-runner")
    last, theirs = session.intent or "", session.theirs.get(session.whom or "")
    if theirs in turn.content.not_known:
        return turn.line_and_offer("cant-speak", ["benefits"])
    if theirs and (turn.of_other or not session.of_other):
        if not turn.of_other:  # "and her?"
            turn.whom = turn.content.people.get(session.whom or "", "them")
        return questions.instead(turn, _same_question(turn, theirs), {"goal": theirs})
    asked = turn.content.choose(last)
    if asked and (asked.other or not turn.of_other):
        turn.slots = {}
        return questions.for_goals(turn, last)
    return turn.line_and_offer("whose-goal")


def _goal_asked_about(turn: Turn) -> str | None:
    """Return the goal that the last question was about, whether or not it had an answer."""
    last = turn.content.answers.get(turn.session.topic or "")
    if asked := turn.session.slots.get("goal"):
        return asked
    return last.goal if last else next(iter(turn.goals()), None)


def _same_question(turn: Turn, goal: str) -> str:
    """Return the intent that asks the last question for another goal."""
    last = turn.session.intent or ""
    same = turn.content.instead.get(last, last)
    found = turn.content.choose(same, {"goal": goal})
    special = found is not None and found is not turn.content.choose(same)
    return same if special else "WhatAboutIntent"


def _other_exercise(turn: Turn, exercise: str) -> Reply:
    """Ask the same of another exercise: "and running?", "what about lunges?"."""
    kind = "leg-day" if exercise in comparing.OWN_WAY else exercise
    if said := turn.follow_up({"exercise": kind}):
        return said
    known = _goal_asked_about(turn)
    if turn.session.intent in turn.content.about_muscles:
        return questions.instead(turn, "MusclesWorkedIntent", {"exercise": exercise})
    if exercise in _RUNS:
        asked, its_goal = _RUNS[exercise]
        if known in (None, its_goal) or questions.of_runs(turn):
            return questions.instead(turn, asked, {})
        turn.slots = {"exercise": exercise, "goal": known}
        return questions.leg_day_for_goal(turn)
    if known and exercise not in ("running", *comparing.OWN_WAY):  # "what about deadlifts"
        return turn.line_and_offer("exercise-unknown")
    if known in turn.content.growth and exercise in comparing.OWN_WAY - {"leg-day"}:
        return questions.instead(turn, "CompareExercisesIntent", {})
    if known:
        about = "RunningForGoalIntent" if exercise == "running" else "LegDayForGoalIntent"
        return questions.instead(turn, about, {"goal": known})
    if exercise == "running":
        turn.slots = {}
        return questions.does_running_count(turn)
    if exercise in ("leg-day", "squats"):
        return questions.instead(turn, "LegDayForGoalIntent", {"exercise": exercise})
    return questions.instead(turn, "MusclesWorkedIntent", {"exercise": exercise})
