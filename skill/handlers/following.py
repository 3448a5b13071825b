"""What goes on from the last answer: why, more, what about something else."""

from skill.dialog.reply import Reply
from skill.handlers import goals, questions
from skill.handlers.turn import Turn


def why(turn: Turn) -> Reply:
    """Give the reason for the last answer, or say honestly that there is none to give."""
    last = turn.content.answers.get(turn.session.topic or "")
    if last is None:
        return questions.unasked(turn, "limits")
    if last.why and turn.unheard([last.why]):
        return questions.unasked(turn, last.why)
    if last.why:
        return more(turn)
    return turn.line_and_offer("not-sure", last)


def more(turn: Turn) -> Reply:
    """Say the next thing on the theme of the last answer; when it is told, name another theme."""
    last = turn.content.answers.get(turn.session.topic or "")
    if last is None:
        offered = turn.content.answers.get(turn.session.offer or "")
        return questions.unasked(turn, offered.id if offered else turn.content.tour[0])
    if fresh := turn.unheard(last.next):
        return questions.unasked(turn, fresh.id)
    return turn.line_and_offer("no-more")


def what_about(turn: Turn) -> Reply:
    """Ask the last question again with another goal, exercise or distance."""
    slots = turn.slots
    if _names_distance(slots):
        return questions.calories_burned(turn)
    if exercise := slots.get("exercise"):
        return _other_exercise(turn, exercise)
    goal = slots.get("goal")
    if goal is None:
        return more(turn)
    if turn.session.offer in ("which-goal", "goal-still"):
        return goals.set_goal(turn)
    same = _BY_GOAL.get(turn.session.intent or "", "WhatAboutIntent")
    return questions.instead(turn, same, {"goal": goal})


def _other_exercise(turn: Turn, exercise: str) -> Reply:
    """ "and running?", "what about lunges?": the same question of another exercise."""
    if exercise in ("jogging", "sprinting"):
        asked = "JoggingIntent" if exercise == "jogging" else "SprintingIntent"
        return questions.instead(turn, asked, {})
    if turn.session.intent in _ABOUT_MUSCLES:
        return questions.instead(turn, "MusclesWorkedIntent", {"exercise": exercise})
    if goal := turn.session.slots.get("goal") or _IMPLIED.get(turn.session.topic or ""):
        about = "RunningForGoalIntent" if exercise == "running" else "LegDayForGoalIntent"
        return questions.instead(turn, about, {"goal": goal})
    if exercise == "running":
        turn.slots = {}
        return questions.does_running_count(turn)
    return questions.instead(turn, "MusclesWorkedIntent", {"exercise": exercise})


def _names_distance(slots: dict[str, str]) -> bool:
    return not slots.keys().isdisjoint(("distance", "fraction", "tenths", "unit", "race"))


_ABOUT_MUSCLES = {"MusclesWorkedIntent", "RunningMusclesIntent", "LegExerciseMusclesIntent"}
_BY_GOAL = {  # the question asked -> how to ask it again for another goal
    "DoesRunningCountIntent": "DoesRunningCountIntent",
    "JogOrSprintIntent": "JogOrSprintIntent",
    "JoggingIntent": "JogOrSprintIntent",
    "SprintingIntent": "JogOrSprintIntent",
    "CanISkipLegDayIntent": "CanISkipLegDayIntent",
    "ShouldIKeepLegDayIntent": "ShouldIKeepLegDayIntent",
    "RunningForGoalIntent": "RunningForGoalIntent",
    "LegDayForGoalIntent": "LegDayForGoalIntent",
    "LegDayCardioIntent": "LegDayForGoalIntent",
    "LegDayCaloriesIntent": "LegDayForGoalIntent",
    "LegDayAbsIntent": "LegDayForGoalIntent",
}
_IMPLIED = {  # the answer given -> the goal that it was about
    "cardio": "cardio",
    "leg-day-cardio": "cardio",
    "cardio-definition": "cardio",
    "calories": "calories",
    "leg-day-calories": "calories",
    "largest-muscle-group": "calories",
    "calories-per-mile": "calories",
    "calories-source": "calories",
    "why-running-burns": "calories",
    "abs": "abs",
    "leg-day-abs": "abs",
    "abs-two-factors": "abs",
    "limits": "muscle",
    "minimal-resistance": "muscle",
    "add-weight": "muscle",
    "progressive-overload": "muscle",
    "repetitive": "muscle",
    "many-angles": "muscle",
    "muscle-fibres": "muscle",
}
