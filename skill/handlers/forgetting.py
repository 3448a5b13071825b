"""Goals and runs that are taken back, and all that is kept of a user erased, after a yes."""

from collections.abc import Sequence

from skill.dialog import runs
from skill.dialog.reply import Reply
from skill.handlers import adding, beyond, goals, goals_spoken
from skill.handlers.turn import Turn

_KEEPING = {"KeepThenIntent", "ShouldIKeepLegDayIntent"}


def drop_goal(turn: Turn) -> Reply:
    """Forget the goals that are named, or all of them, and nothing else.

    What was never a goal may tell one: who does not care about big legs has none of them in mind.
    """
    held, named, kind = turn.goals(), goals.in_slots(turn), turn.slots.get("exercise")
    unwanted = turn.slots.get("unwanted", "")
    rather = turn.content.unwanted.get(unwanted)
    if rather and (set(held) <= {unwanted, rather} or (rather == "small" and unwanted not in held)):
        turn.slots = {"goal": rather}
        return goals.set_goal(turn)
    if kind == "leg-day":  # "forget the legs"
        named = [goal for goal in held if goal in ("muscle", "strong")] or ["muscle"]
    elif kind:
        return turn.declined()
    if not (named or held):
        return turn.line_and_offer("goal-none")
    if unwanted in named and set(held).isdisjoint(named) and _comes_up(turn, named):
        return _no_more_of(turn, named)
    dropped = goals_spoken.spoken(turn, named or held, turn.content.goals_dropped)
    if not held:
        return turn.line("not-that-goal", goal=dropped)
    left = tuple(goal for goal in held if named and goal not in named)
    if left == held:
        return goals_spoken.with_goals(turn, "my-goal", held)
    turn.set_goals(*left)
    turn.session.leaning = None
    if left:
        return goals_spoken.with_goals(turn, "goal-off", left, dropped=dropped)
    return turn.line_and_offer("goal-dropped", goal=dropped)


def _comes_up(turn: Turn, goals: Sequence[str]) -> bool:
    """Tell whether what was said or offered last is for one of these goals, or any is held."""
    about = (turn.topic, turn.offered)
    return bool(turn.goals()) or any(one and one.goal in goals for one in about)


def bar(turn: Turn) -> None:
    """Note the theme that is left out of a question: "what else is it good for, bar calories"."""
    if turn.name != "DropGoalIntent" and (theirs := turn.slots.pop("unwanted", "")):
        _leave_alone(turn, [theirs])


def _leave_alone(turn: Turn, goals: Sequence[str]) -> None:
    turn.offers.leave_out(one for one in turn.content.answers.values() if one.goal in goals)


def _no_more_of(turn: Turn, goals: Sequence[str]) -> Reply:
    """Leave what was never a goal alone: what is for it is offered no more."""
    _leave_alone(turn, goals)
    return turn.line_and_offer("no-more-of", about=turn.content.about.get(goals[0], "that"))


def leave_out(turn: Turn) -> Reply:
    """Take one of several off again, "the first one": of the runs spoken of, or the goals."""
    which, held = turn.slots.get("when", ""), turn.goals()
    if turn.session.intent in beyond.MEASURED:
        return adding.left_out(turn, which) or turn.line_and_offer("not-that-run")
    if len(held) > 1 and which in runs.PLACES:
        turn.slots = {"goal": next(iter(held[runs.PLACES[which] :]), held[-1])}
        return drop_goal(turn)
    return goals.my_goal(turn)


def forget_me(turn: Turn) -> Reply:
    """Ask whether to erase what is kept of the user."""
    return turn.line("forget-sure")


def erase(turn: Turn) -> Reply:
    """Erase what is kept of the user, and the goals of this session."""
    session = turn.session
    session.goal, session.others, session.loaded, session.forgotten = None, [], True, True
    session.theirs, session.speaker, session.leaning = {}, None, None
    return turn.line_and_offer("forgotten" if turn.forget() else "not-forgotten")


def keeps(turn: Turn) -> bool:
    """Tell whether "keep it" is said to our question whether to erase what is kept."""
    return turn.session.offer == "forget" and turn.name in _KEEPING


def keep_after_all(turn: Turn) -> Reply:
    """Nothing is erased."""
    return turn.line_and_offer("kept")
