"""Everything that follows the conversation rather than asks the article."""

from skill.handlers import questions
from skill.handlers.turn import Turn
from skill.reply import Reply
from skill.session import Session


def launch(turn: Turn) -> Reply:
    """The skill was opened: greet, say what can be asked, and pick up a goal told earlier."""
    if goal := turn.goal():
        return turn.line("launch-goal", goal=turn.content.goals[goal])
    return turn.line("launch")


def help_(turn: Turn) -> Reply:
    """Say what can be asked, and that this is no medical advice."""
    return turn.line("help")


def stop(turn: Turn) -> Reply:
    """Say goodbye and end."""
    return turn.line("goodbye")


def repeat(turn: Turn) -> Reply:
    """Say the last reply again, word for word."""
    said, session = turn.session.said, turn.session
    if "say" not in said or ("ask" in said) != ("again" in said):
        return help_(turn)
    answer = turn.content.answers.get(session.answer or "")
    claims = tuple(session.claims) if answer else ()
    words = said["say"], said.get("ask"), said.get("again")
    return Reply(*words, session.offer, answer, claims, big=said.get("big"))


def start_over(turn: Turn) -> Reply:
    """Forget the conversation, not the user, and begin again."""
    goal, recalled, forms = turn.session.goal, turn.session.recalled, turn.session.forms
    turn.session = Session(goal=goal, recalled=recalled, forms=forms)
    return turn.line("start-over")


def fallback(turn: Turn) -> Reply:
    """Nothing was understood: say what we know about, and after a second time give examples."""
    turn.session.misses += 1
    return turn.line("fallback-again") if turn.session.misses > 1 else turn.line_and_offer("fallback")


# --- yes and no ----------------------------------------------------------------------------------


def yes(turn: Turn) -> Reply:
    """Give exactly what was offered."""
    offer = turn.session.offer or ""
    if special := _OFFERS.get(offer):
        return special[0](turn)
    if answer := turn.content.answers.get(offer):
        return _say(turn, answer.id)
    return turn.line("yes-what")


def no(turn: Turn) -> Reply:
    """Leave what was offered; whoever declines twice in a row, or has nothing to ask, is let go."""
    offer = turn.session.offer
    if offer is None or turn.session.refusals:
        return stop(turn)
    turn.session.refusals += 1
    special = _OFFERS.get(offer)
    return special[1](turn) if special else turn.line("declined")


def _advice(turn: Turn) -> Reply:
    return questions.should_i_keep_leg_day(turn)


_OFFERS = {  # offers that are no answers: what yes does, what no does
    "start-over": (start_over, stop),
    "goal-still": (_advice, lambda turn: turn.line("new-goal")),
    "which-goal": (lambda turn: turn.line("which-goal"), lambda turn: turn.line("declined")),
    "distance": (lambda turn: turn.line("which-distance"), lambda turn: turn.line("declined")),
}


# --- going on from the last answer ---------------------------------------------------------------


def why(turn: Turn) -> Reply:
    """Give the reason for the last answer, or say honestly that there is none to give."""
    last = turn.content.answers.get(turn.session.topic or "")
    if last is None:
        return _say(turn, "limits")
    if last.why and turn.unheard([last.why]):
        return _say(turn, last.why)
    if last.why:
        return more(turn)
    return turn.line_and_offer("not-sure", last)


def more(turn: Turn) -> Reply:
    """Say the next thing on the theme of the last answer; when it is told, name another theme."""
    last = turn.content.answers.get(turn.session.topic or "")
    if last is None:
        offered = turn.content.answers.get(turn.session.offer or "")
        return _say(turn, offered.id if offered else turn.content.tour[0])
    if fresh := turn.unheard(last.next):
        return _say(turn, fresh[0].id)
    return turn.line_and_offer("no-more")


def what_about(turn: Turn) -> Reply:
    """Ask the last question again with another goal, exercise or distance."""
    slots, intent = turn.slots, turn.session.intent
    if _names_distance(slots):
        return questions.calories_burned(turn)
    if exercise := slots.get("exercise"):
        return _other_exercise(turn, exercise)
    goal = slots.get("goal")
    if goal is None:
        return more(turn)
    if turn.session.offer == "which-goal":
        return set_goal(turn)
    if intent not in _ASKED_BY_GOAL:
        intent = "WhatAboutIntent"
    return _again(turn, intent, {"goal": goal})


def _other_exercise(turn: Turn, exercise: str) -> Reply:
    """"and running?", "what about lunges?": the same question of another exercise."""
    if exercise in ("jogging", "sprinting"):
        return _again(turn, "JoggingIntent" if exercise == "jogging" else "SprintingIntent", {})
    about = "RunningForGoalIntent" if exercise == "running" else "LegDayForGoalIntent"
    goal = _goal_of(turn)
    if goal and turn.session.intent not in ("MusclesWorkedIntent", "WhyCaloriesIntent"):
        return _again(turn, about, {"goal": goal})
    return _again(turn, "MusclesWorkedIntent", {"exercise": exercise})


def _goal_of(turn: Turn) -> str | None:
    """Return the goal that the last question was about, said or implied."""
    if goal := turn.session.slots.get("goal"):
        return goal
    return _IMPLIED.get(turn.session.topic or "")


def _again(turn: Turn, intent: str, slots: dict[str, str]) -> Reply:
    turn.name, turn.slots = intent, slots
    return questions.plain_question(turn)


def _names_distance(slots: dict[str, str]) -> bool:
    return not slots.keys().isdisjoint(("distance", "fraction", "tenths", "unit", "race"))


_ASKED_BY_GOAL = {
    "DoesRunningCountIntent",
    "JogOrSprintIntent",
    "CanISkipLegDayIntent",
    "ShouldIKeepLegDayIntent",
    "LegDayForGoalIntent",
    "RunningForGoalIntent",
}
_IMPLIED = {
    "cardio": "cardio",
    "leg-day-cardio": "cardio",
    "calories": "calories",
    "leg-day-calories": "calories",
    "abs": "abs",
    "leg-day-abs": "abs",
}


# --- the user's goal -----------------------------------------------------------------------------


def set_goal(turn: Turn) -> Reply:
    """Take in a goal and say what it means for running and leg day."""
    goal = turn.slots.get("goal")
    if goal not in turn.content.goals:
        return turn.line("which-goal")
    turn.remember_goal(goal)
    return _again(turn, "SetGoalIntent", {"goal": goal})


def my_goal(turn: Turn) -> Reply:
    """Say which goal is remembered."""
    if goal := turn.goal():
        return turn.line("my-goal", goal=turn.content.goals[goal])
    return turn.line("no-goal")


def forget_me(turn: Turn) -> Reply:
    """Erase what is kept of the user, and the goal of this session."""
    turn.session.goal, turn.session.recalled = None, True
    return turn.line_and_offer("forgotten" if turn.forget() else "not-forgotten")


# --- beyond the article --------------------------------------------------------------------------


def other_activity(turn: Turn) -> Reply:
    """Another sport: say that running is all we know."""
    return turn.line_and_offer("other-activity")


def pain(turn: Turn) -> Reply:
    """Pain or a medical question: name the people to ask, and nothing else."""
    return turn.line("pain")


def _say(turn: Turn, answer: str) -> Reply:
    """Say an answer that was not asked for by name, as if it had been."""
    found = turn.content.answers[answer]
    intent, _, slot = found.intents[0].partition(" ")
    name, _, value = slot.partition("=")
    turn.session.intent, turn.session.slots = intent, ({name: value} if slot else {})
    return turn.answer(found)
