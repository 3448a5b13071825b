"""The goal that a user tells us: taken in, told back, forgotten."""

from skill.dialog.reply import Reply
from skill.handlers import questions
from skill.handlers.turn import Turn


def set_goal(turn: Turn) -> Reply:
    """Take in a goal and say what it means for running and leg day."""
    goal = turn.slots.get("goal", "")
    if goal not in turn.content.goals:
        return turn.line("which-goal")
    turn.remember_goal(goal)
    return questions.instead(turn, "SetGoalIntent", {"goal": goal})


def my_goal(turn: Turn) -> Reply:
    """Say which goal is remembered."""
    if goal := turn.goal():
        return turn.line("my-goal", goal=turn.content.goals[goal])
    return turn.line("no-goal")


def forget_me(turn: Turn) -> Reply:
    """Erase what is kept of the user, and the goal of this session."""
    turn.session.goal, turn.session.recalled = None, True
    return turn.line_and_offer("forgotten" if turn.forget() else "not-forgotten")
