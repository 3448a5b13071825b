"""Which of two is better: only what the article sets side by side is compared."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet

from skill.dialog.reply import Reply
from skill.handlers import questions
from skill.handlers.turn import Turn

OWN_WAY = {"squats", "lunges", "leg-extensions", "leg-day"}  # each works the legs its own way


def compare(turn: Turn) -> Reply:
    """Which of two is better? Only what the article sets side by side is compared."""
    turn.session.intent, turn.session.slots = "CompareIntent", turn.slots
    named = [turn.slots[name] for name in ("exercise", "other_exercise") if name in turn.slots]
    kinds = {*named}
    if len(named) > len(kinds) and kinds != {"leg-day"}:  # two kinds of squat
        return turn.line_and_offer("cant-split")
    if len(kinds) < 2:  # "compared to squats", "which is better for it"
        turn.slots = questions.with_goal_of_topic(turn)
    if not kinds and questions.of_runs(turn):
        return questions.jog_or_sprint(turn)
    goal = turn.slots.get("goal")
    if said := _either(turn, kinds):
        return said
    runs = kinds & {*questions.RUNS}
    if runs == {"sprinting"} and kinds & OWN_WAY and goal in (None, "muscle", "strong"):
        return questions.instead(turn, "SprintOrLegDayIntent", {})
    if kinds and kinds <= {*questions.RUNS} and kinds != {"running"} and goal != "calories":
        turn.name, turn.slots = "JogOrSprintIntent", {"goal": goal} if goal else {}
        return questions.jog_or_sprint(turn)
    if runs == {"running"} and kinds & OWN_WAY and goal is None and turn.goals():
        return questions.run_or_leg_day(turn)  # which is better, for what they are after
    if "arms" in kinds and not runs and len(kinds) == 2 and goal in (None, "calories"):
        both = {"exercise": "arms", "other_exercise": "leg-day"}
        return questions.instead(turn, "WhichBurnsMoreIntent", both)
    if len(kinds) == 2 and kinds <= OWN_WAY and goal is None:
        return questions.instead(turn, "CompareExercisesIntent", {})
    return _by_goal(turn, kinds, goal)


def _by_goal(turn: Turn, kinds: AbstractSet[str], goal: str | None) -> Reply:
    """Say which is better for a goal, or in general; or that it isn't known."""
    runs = kinds & {*questions.RUNS}
    shared = not kinds or (kinds & OWN_WAY and runs and "sprinting" not in runs)
    if goal and shared and (said := turn.follow_up({"goal": goal})):  # "better for my heart?"
        return said
    if "arms" in kinds or goal in ("calories", "cardio", "abs"):
        return turn.line_and_offer(
            "cant-split", [goal] if goal and goal in turn.content.answers else ()
        )
    if len(kinds) == 2 and "leg-day" not in kinds and runs != {"running"}:
        return turn.line_and_offer("cant-split", ["sprint-for-muscle" if runs else "many-angles"])
    if goal in ("balance", "small", "fun"):
        return questions.instead(turn, "ShouldIKeepLegDayIntent", {"goal": goal})
    if goal and kinds and goal not in turn.content.growth:  # "better for my bum"
        return questions.instead(turn, "DoesRunningCountIntent", {"goal": goal})
    return questions.plain_question(turn)


def _either(turn: Turn, kinds: AbstractSet[str]) -> Reply | None:
    """Say what running and leg day both do for a goal: the last answer's, or the one told."""
    told = next(iter(turn.goals()), "")
    if len(kinds) == 2 and kinds <= {"running", "leg-day"} and "goal" not in turn.slots and told:
        return turn.follow_up({"goal": told})
    return turn.follow_up() if len(kinds) == 1 and turn.topic else None  # "more than leg day?"


def for_goal(turn: Turn, goal: str) -> Reply:
    """Ask what was compared last again, for a goal: "and for cardio?"."""
    turn.name, turn.slots = "CompareIntent", {"goal": goal}
    said = turn.follow_up() if _of_running(turn.session.slots) else None
    return said or compare(turn)


def _of_running(compared: Mapping[str, str]) -> bool:
    """Tell whether running was compared with leg day, or nothing was named."""
    named = {compared[name] for name in ("exercise", "other_exercise") if name in compared}
    return not named or (bool(named & {*questions.RUNS}) and "arms" not in named)


def which_burns_more(turn: Turn) -> Reply:
    """Legs or arms is told; running or leg day is not. "Which burns more?" is of the last two."""
    of_last = turn.session.intent == "WhichBurnsMoreIntent" and not turn.slots
    slots = turn.session.slots if of_last else turn.slots
    only_arms = {*slots.values()} == {"arms"}  # "does it burn more than training arms": do legs?
    turn.slots = {**slots, "goal": "calories"} | ({"exercise": "leg-day"} if only_arms else {})
    if said := turn.follow_up():
        return said
    turn.name = "CompareIntent"
    return compare(turn)
