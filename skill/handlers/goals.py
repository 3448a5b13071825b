"""The goals that a user tells us: taken in, told back, changed."""

from dataclasses import replace

from skill.content.schema import Answer
from skill.dialog.reply import Reply
from skill.dialog.speech import capital
from skill.handlers import beyond, goals_spoken, questions, sums
from skill.handlers.offers import FOR_GOAL
from skill.handlers.turn import Turn

_TWO = 2  # goals that are said back and leave room for all that they come to
_NAMED = "WhatAboutIntent"
_ADVICE = ("ShouldIKeepLegDayIntent", "JogOrSprintIntent", "DoesRunningCountIntent")
_IN_ORDER = ("muscle", "cardio")  # as they stand in our question,
# Whether to train legs for a goal: a professional tells whoever is ill or hurt.
_OF_LEG_DAY = {"keep-if-want-growth-or-balance", "skip-if-not-wanting-big-legs"}
_TAKEN_IN = {"SetGoalIntent", "SeveralGoalsIntent"}  # that's how a goal is taken in
_OUT_OF_ORDER = ("goal-unknown", "new-goal", "not-that-goal")  # and not in these


def asked_for(turn: Turn) -> bool:
    """Tell whether we have just asked for the goal."""
    return turn.session.offer in FOR_GOAL


def takes_ours(turn: Turn) -> bool:
    """Take the goal that a question is about for the answer to ours: "fitter, heart and that".

    Returns whether we asked for a goal, and it is about one.
    """
    if asked_for(turn) and turn.slots == {"exercise": "leg-day"} and turn.name == _NAMED:
        turn.slots = {"goal": "muscle"}  # "legs", to "muscle or cardio?"
        return True
    asked, intent = turn.content.choose(turn.name, turn.slots), turn.name
    about_running = turn.content.instead.get(intent, intent) == "RunningForGoalIntent"
    if not asked_for(turn) or turn.of_other or not (asked and about_running):
        return False
    turn.slots.setdefault("goal", asked.goal or "")
    return turn.slots["goal"] in turn.content.goals


def set_goal(turn: Turn) -> Reply:
    """Take in a goal, or two, and say what that means for running and leg day."""
    goals = in_slots(turn)
    if turn.of_other:
        return _advice(turn, goals[0] if goals else "")
    if not goals:
        return _no_goal_named(turn)
    if turn.session.offer == "goal-for" and len(goals) == 1 and turn.session.intent:
        turn.set_goals(*goals)
        return questions.instead(turn, turn.session.intent, {"goal": goals[0]})
    if goals == ["small"]:  # "no big legs" takes the place of bigger legs alone
        goals = [*(one for one in turn.goals() if one not in ("muscle", "small")), "small"]
    return _take_in(turn, goals)


def by_place(turn: Turn, place: int) -> Reply | None:
    """Take "the first one" for a goal that we asked about; None where no goals were named."""
    if not asked_for(turn) or turn.session.line in _OUT_OF_ORDER:
        return None
    turn.slots = {"goal": _IN_ORDER[place]}
    return set_goal(turn)


def add_goal(turn: Turn) -> Reply:
    """Take in one more goal, beside those we know."""
    goals, leaning = in_slots(turn), turn.session.leaning
    if not goals and leaning:  # "add that to my goals"
        goals = [leaning]
    if not goals:
        return _no_goal_named(turn)
    return _take_in(turn, goals if len(goals) > 1 else [*turn.goals(), *goals])


def both(turn: Turn) -> Reply:
    """Take "both" for the goals that were asked about, or for the two last told; else mix them."""
    session = turn.session
    if asked_for(turn):
        if session.offer == "goal-for" and session.intent:
            turn.set_goals("muscle", "cardio")
            return questions.for_goals(turn, session.intent)
        return _take_in(turn, ["muscle", "cardio"])
    if session.intent == "SetGoalIntent" and session.goal_before:
        return _take_in(turn, [session.goal_before, *turn.goals()])
    if session.intent in beyond.MEASURED and len(session.runs) > 1:
        turn.slots = {"multiple": "both"}
        return sums.several_runs(turn)
    return questions.plain_question(turn)


def change_goal(turn: Turn) -> Reply:
    """Ask for the new goal; the old one stays until it is told."""
    return turn.line("new-goal")


def my_goal(turn: Turn) -> Reply:
    """Say which goals are remembered: nobody's but the user's own."""
    if turn.of_other:
        theirs = turn.session.theirs.get(turn.session.whom or "", "")
        return _advice(turn, theirs) if theirs else turn.line_and_offer("only-yours")
    if goals := turn.goals():
        return goals_spoken.with_goals(turn, "my-goal", goals)
    if leaning := turn.session.leaning:
        return goals_spoken.with_goals(turn, "goal-guess", (leaning,))
    if turn.erased:
        return turn.line_and_offer("privacy-forgotten")
    return turn.line("no-goal")


def goal_before(turn: Turn) -> Reply:
    """Say which goal was given up in this session, and which is remembered now."""
    before, goals = turn.content.goals.get(turn.session.goal_before or ""), turn.goals()
    if not before or turn.session.goal_before in goals:
        return my_goal(turn)
    if not goals:
        return turn.line_and_offer("goal-before", goal=before)
    return goals_spoken.with_goals(turn, "my-goal-and-before", goals, before=before)


def changed(turn: Turn) -> Reply:
    """Does that change the answer? The question before is answered anew, for the goals known now.

    Of what no goal changes, it's said what the goals come to.
    """
    answers = turn.content.answers
    for answer in (answers[name] for name in reversed(turn.session.trail) if name in answers):
        asked = answer.questions[0].intent
        special = turn.content.for_goals(asked, turn.goals())
        if asked not in _TAKEN_IN and special and special is not turn.content.choose(asked):
            return questions.instead(turn, asked, {"goal": turn.goals()[-1]})
    return questions.summary(turn)


def guessed(turn: Turn) -> Reply:
    """Take in the goal that was asked about before, after a yes to it."""
    return _take_in(turn, [turn.session.leaning]) if turn.session.leaning else my_goal(turn)


def still(turn: Turn) -> Reply:
    """The goal still stands: to whoever is back, give advice for it, but not last time's again."""
    session, back = turn.session, turn.session.line == "launch-goal"
    for intent in _ADVICE if back else ():
        answer = turn.content.for_goals(intent, turn.goals())
        new = answer and set(session.heard).isdisjoint(answer.claims)
        if answer and new and answer.theme not in session.declined:
            turn.session.intent, turn.session.slots = intent, {}
            return turn.tell(answer)
    return turn.line_and_offer("acknowledge")


def in_slots(turn: Turn) -> list[str]:
    """Return the goals that the slots name, as far as they are known."""
    named = (turn.slots.get(name, "") for name in ("goal", "other_goal", "third_goal", "unwanted"))
    return [goal for goal in dict.fromkeys(named) if goal in turn.content.goals]


def question_of(turn: Turn, goals: list[str], last: str = "") -> tuple[str, dict[str, str]]:
    """Return what is asked by somebody with these goals: for all of them, or for the `last`."""
    if len(goals) > 1 and not {"fun", "small"} & set(goals):
        growing = bool(set(turn.content.growth) & set(goals))
        if growing and "cardio" in goals:
            return "SeveralGoalsIntent", {}
        if not growing or set(goals) - set(turn.content.growth):
            return "SeveralGoalsIntent", {"goal": "muscle" if growing else "cardio"}
    return "SetGoalIntent", {"goal": last or goals[-1]} if goals else {}


def _advice(turn: Turn, goal: str) -> Reply:
    """Say what a goal means for leg day, and keep none."""
    asked, slots = "ShouldIKeepLegDayIntent", {"goal": goal}
    turn.session.intent, turn.session.slots = asked, slots
    chosen = (turn.content.choose(name, slots) for name in (asked, "SetGoalIntent") if goal)
    answer = next(filter(None, chosen), None)
    return turn.tell(answer) if answer else turn.no_answer("cant-speak", ["benefits"])


def _no_goal_named(turn: Turn) -> Reply:
    """What is no goal may still be known; or else it is asked for."""
    if turn.content.choose("SetGoalIntent", turn.slots):
        return questions.ask(turn, "SetGoalIntent", turn.slots)
    return turn.line("which-goal")


def _take_in(turn: Turn, goals: list[str]) -> Reply:
    told = in_slots(turn)
    turn.set_goals(*goals)
    asked = question_of(turn, [*turn.goals()], goals[-1])
    found = turn.content.choose(*asked)
    if found and turn.care.needed and not _OF_LEG_DAY.isdisjoint(found.claims):
        return turn.line("goal-noted", goal=capital(goals_spoken.spoken(turn, tuple(goals))))
    reply = questions.instead(turn, *asked)
    if reply.answer is None or len(goals) == 1 or not told:
        return reply
    return replace(reply, say=_said_back(turn, told, reply.answer))


def _said_back(turn: Turn, told: list[str], answer: Answer) -> str:
    """Return what several goals come to, those just told first: "a six-pack, so do both"."""
    *_, last = answer.questions
    growing = not set(turn.content.growth).isdisjoint(turn.goals())
    short, added = len(told) > _TWO, len(told) == 1
    both = last.intent == "SeveralGoalsIntent" and growing and not short
    forms = ("goal-added", "goal-added-for-both") if added else ("goals-told", "goals-for-both")
    lead = turn.content.figures[forms[both]]
    in_order = sorted(told, key=lambda goal: goal == "small")  # "abs and no big legs"
    named = lead.format(goals=goals_spoken.spoken(turn, in_order, turn.content.goals_told))
    rest = answer.again if short else answer.asked.partition(". ")[2] or answer.asked
    return f"{capital(named)} {rest}"
