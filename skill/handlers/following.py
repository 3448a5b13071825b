"""What goes on from the last answer: why, more, back, what about something else."""

from collections.abc import Mapping

from skill.content.schema import Answer
from skill.dialog.reply import Reply
from skill.handlers import beyond, distances, figures, goals, questions, tours
from skill.handlers.turn import Turn

_SHARED = ("cardio", "calories", "abs")  # goals for which running and leg day both do something
_RUNS = {"jogging": ("JoggingIntent", "cardio"), "sprinting": ("SprintingIntent", "muscle")}


def help_(turn: Turn) -> Reply:
    """Say what can be asked; that this is no medical advice, once."""
    return turn.line("help-again" if "help" in turn.session.forms else "help")


def _offered(turn: Turn) -> Answer | None:
    return turn.content.answers.get(turn.session.offer or "")


def why(turn: Turn) -> Reply:
    """Give the reason for the last answer, or say honestly that there is none to give."""
    if turn.session.line in turn.content.referred or turn.session.offer == "general":
        return turn.line_and_offer("no-doctor")
    if turn.session.line in (*turn.content.no_answer, "unknown-of-last"):
        return turn.line_and_offer("why-no-answer")
    last = turn.topic
    if last is None:
        cold = turn.content.answers["verdict"]
        return turn.reason(cold) or questions.tell(turn, "verdict")
    if reply := turn.reason(last) or _deeper(turn, last):
        return reply
    return turn.line_and_offer("not-sure", last.next)


def _deeper(turn: Turn, last: Answer) -> Reply | None:
    """The reason behind the reason of `last`; None where there is none, or it is `last` itself."""
    like = turn.content.answers[last.because.like] if last.because else last
    back = like.because is None or like.because.like == last.id
    return None if like is last or back else turn.reason(like)


def more(turn: Turn) -> Reply:
    """Say the next thing on the theme of the last answer; when it is told, name another theme."""
    if turn.session.offer == "tour":
        return tours.go_on(turn)
    if turn.session.offer == "why":
        return why(turn)
    last, offered = turn.topic, _offered(turn)
    following = last.next if last else turn.content.order
    if fresh := turn.offers.unheard([offered.id, *following] if offered else following):
        return questions.tell(turn, fresh[0].id)
    return turn.line_and_offer("no-more")


def second(turn: Turn) -> Reply:
    """The second of two things: the part that has not been told, or else what comes next."""
    if reply := goals.by_place(turn, 1):
        return reply
    answers = turn.content.answers
    for said in (answers[name] for name in reversed(turn.session.trail) if name in answers):
        if said.parts:
            return questions.tell(turn, said.parts[1])
        for parts in (answer.parts for answer in answers.values()):
            others = [part for part in parts if answers[part].claims != said.claims]
            if len(others) == 1:
                return questions.tell(turn, others[0])
    return more(turn)


def first(turn: Turn) -> Reply:
    """The first of two things, or of the goals that were asked about; or the very first answer."""
    if reply := goals.by_place(turn, 0):
        return reply
    answers, last = turn.content.answers, turn.topic
    if last and last.parts and turn.session.answer == last.id:  # "what's the first one again?"
        return questions.tell(turn, last.parts[0])
    said = [answers[name] for name in turn.session.trail if name in answers]
    return turn.tell(said[0]) if said else turn.line_and_same_offer("nothing-back")


def back(turn: Turn) -> Reply:
    """Go back to the answer before the last one."""
    if turn.session.offer == "tour" and turn.session.tour > 1:
        turn.session.tour -= 2
        return tours.go_on(turn)
    trail = turn.session.trail
    if len(trail) < 2 or trail[-2] not in turn.content.answers:
        return turn.line_and_same_offer("nothing-back")
    before = turn.content.answers[trail[-2]]
    turn.session.trail = trail[:-2]
    return turn.tell(before)


def skip(turn: Turn) -> Reply:
    """Leave out what was offered, and offer another theme."""
    if turn.session.offer == "tour":
        return tours.go_on(turn)
    if tours.strayed(turn):
        return tours.quiz(turn)
    themes = {answers.theme for answers in (turn.topic, _offered(turn)) if answers}
    order = turn.content.order
    return turn.line_and_offer(
        "skipped", [name for name in order if turn.content.answers[name].theme not in themes]
    )


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
        return more(turn)
    session = turn.session
    if session.intent in ("SetGoalIntent", "SeveralGoalsIntent"):  # "and a six-pack"
        return goals.add_goal(turn)
    asked_for_one = session.offer in (
        "which-goal",
        "goal-still",
        "goal-guess",
        "goal-for",
        "last-topic",
    )
    told = session.topic is None and session.said and not (session.misses or session.pain)
    if asked_for_one or told:
        return goals.set_goal(turn)
    last, offered = turn.topic, _offered(turn)
    if last and offered and last.goal == goal == offered.goal:  # "the abs thing": what was offered
        return questions.tell(turn, offered.id)
    if turn.session.intent == "CompareIntent":
        turn.name, turn.slots = "CompareIntent", {"goal": goal}
        said = turn.follow_up() if _of_running(session.slots) else None
        return turn.words(said) if said else questions.compare(turn)
    return questions.instead(turn, _same_question(turn, goal), {"goal": goal})


def compare_exercises(turn: Turn) -> Reply:
    """Do exercises differ? One alone, after an answer for a goal, is asked about for that goal."""
    named = [turn.slots[name] for name in ("exercise", "other_exercise") if name in turn.slots]
    last = turn.content.answers.get(turn.session.answer or "")
    muscles = turn.session.intent in turn.content.about_muscles
    if len(named) == 1 and last and (muscles or last.goal in _SHARED):
        turn.name = "WhatAboutIntent"
        return _other_exercise(turn, named[0])
    return questions.compare_exercises(turn)


def running_benefits(turn: Turn) -> Reply:
    """What does running give me? After leg day for a goal, what it does for that goal."""
    last = turn.content.answers.get(turn.session.answer or "")
    goal = last.goal if last and last.goal in _SHARED else None
    found = turn.content.choose("RunningForGoalIntent", {"goal": goal}) if goal else None
    if found and not set(found.claims) <= set(turn.session.heard):
        return questions.instead(turn, "RunningForGoalIntent", {"goal": str(goal)})
    return questions.plain_question(turn)


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


def _same_question(turn: Turn, goal: str) -> str:
    """Return the intent that asks the last question for another goal."""
    last = turn.session.intent or ""
    same = turn.content.instead.get(last, last)
    found = turn.content.choose(same, {"goal": goal})
    special = found is not None and found is not turn.content.choose(same)
    return same if special else "WhatAboutIntent"


def _of_running(compared: Mapping[str, str]) -> bool:
    """Tell whether running was compared with leg day, or nothing was named."""
    named = {compared[name] for name in ("exercise", "other_exercise") if name in compared}
    return not named or (bool(named & {*questions.RUNS}) and "arms" not in named)


def _other_exercise(turn: Turn, exercise: str) -> Reply:
    """Ask the same of another exercise: "and running?", "what about lunges?"."""
    last, kind = turn.topic, "leg-day" if exercise in questions.OWN_WAY else exercise
    if said := turn.follow_up({"exercise": kind}):
        return turn.words(said)
    known = turn.session.slots.get("goal") or (last.goal if last else None)
    if turn.session.intent in turn.content.about_muscles:
        return questions.instead(turn, "MusclesWorkedIntent", {"exercise": exercise})
    if exercise in _RUNS:
        asked, its_goal = _RUNS[exercise]
        if known in (None, its_goal) or questions.of_runs(turn):
            return questions.instead(turn, asked, {})
        turn.slots = {"exercise": exercise, "goal": known}
        return questions.leg_day_for_goal(turn)
    if known:
        about = "RunningForGoalIntent" if exercise == "running" else "LegDayForGoalIntent"
        return questions.instead(turn, about, {"goal": known})
    if exercise == "running":
        turn.slots = {}
        return questions.does_running_count(turn)
    if exercise in ("leg-day", "squats"):
        return questions.instead(turn, "LegDayForGoalIntent", {"exercise": exercise})
    return questions.instead(turn, "MusclesWorkedIntent", {"exercise": exercise})
