"""The goals that a user tells us: taken in, told back, changed, forgotten."""

from dataclasses import replace

from skill.dialog.reply import Reply
from skill.handlers import beyond, people, questions, sums
from skill.handlers.turn import Turn

_ASKED = ("which-goal", "goal-for")  # offers with which we ask for the goal
_IN_ORDER = ("muscle", "cardio")  # as they stand in our question,
_OUT_OF_ORDER = ("goal-unknown", "new-goal", "goal-dropped", "not-that-goal")  # and not in these
_SPEAKING = ("speaker", "next_person", "next_name")  # slots that say who is at the speaker now


def heed(turn: Turn) -> None:
    """Take in who asks, and whose goal it is about: what "I" want is one's own, and is kept.

    Those slots, who speaks, `wish`, `person`, `instead_of` and `scope`, then are no part of the
    question.
    """
    for name in _SPEAKING:
        if speaker := turn.slots.pop(name, ""):
            people.speaks(turn, speaker.lower())
    if turn.slots.pop("scope", ""):  # "forget my knee, should people jog or sprint"
        turn.session.pain = min(turn.session.pain, 1)
    given_up = turn.slots.pop("instead_of", "")
    if turn.slots.get("goal") == "small" and given_up not in ("", "small", "muscle", "strong"):
        turn.slots["goal"], given_up = given_up, "muscle"  # "i don't want big legs, i want stamina"
    wish, person = turn.slots.pop("wish", ""), turn.slots.pop("person", "")
    unknown = "person" in turn.unknown
    if not (person or unknown or wish or given_up):
        return
    asked = turn.content.choose(turn.name)
    goal = turn.slots.get("goal") or (asked and asked.goal) or ""
    if person and person == turn.session.speaker:  # "my wife wants ...": the user is back
        people.speaks(turn, people.USER)
    if (person or unknown) and wish != "mine":  # "i want big legs, but she wants me to run"
        speak_of(turn, person)
        who = turn.session.whom or ""
        told = turn.name == "SetGoalIntent" and goal in turn.content.not_known
        if told or (goal and turn.content.choose("WhatAboutIntent", {"goal": goal})):
            turn.session.theirs[who] = goal
        theirs = {"goal": turn.session.theirs.get(who, "")}
        if turn.content.choose(turn.name, theirs) is not asked:
            turn.slots |= theirs
    elif wish == "mine" and goal in turn.content.goals:
        turn.set_goals(goal)
    elif given_up in turn.goals() and goal not in turn.content.goals:
        turn.set_goals(*(held for held in turn.goals() if held != given_up))


def takes_ours(turn: Turn) -> bool:
    """Take the goal that a question is about for the answer to ours: "fitter, heart and that".

    Returns whether we asked for a goal, and it is about one.
    """
    asked, intent = turn.content.choose(turn.name, turn.slots), turn.name
    about_running = turn.content.instead.get(intent, intent) == "RunningForGoalIntent"
    if turn.session.offer not in _ASKED or turn.of_other or not (asked and about_running):
        return False
    turn.slots.setdefault("goal", asked.goal or "")
    return turn.slots["goal"] in turn.content.goals


def speak_of(turn: Turn, person: str = "") -> None:
    """Take somebody else as the one it is asked for; "she" and "he" are whoever was named last."""
    turn.session.whom = people.named(turn.session, person)
    turn.whom = turn.content.people.get(person, "them")


def set_goal(turn: Turn) -> Reply:
    """Take in a goal, or two, and say what that means for running and leg day."""
    goals = _named(turn)
    if turn.of_other:
        return _advice(turn, goals[0] if goals else "")
    if not goals:
        return _no_goal_named(turn)
    if turn.session.offer == "goal-for" and len(goals) == 1 and turn.session.intent:
        turn.set_goals(*goals)
        return questions.instead(turn, turn.session.intent, {"goal": goals[0]})
    return _take_in(turn, goals)


def by_place(turn: Turn, place: int) -> Reply | None:
    """Take "the first one" for a goal that we asked about; None where no goals were named."""
    if turn.session.offer not in _ASKED or turn.session.line in _OUT_OF_ORDER:
        return None
    turn.slots = {"goal": _IN_ORDER[place]}
    return set_goal(turn)


def add_goal(turn: Turn) -> Reply:
    """Take in one more goal, beside those we know."""
    goals = _named(turn)
    if not goals:
        return _no_goal_named(turn)
    return _take_in(turn, goals if len(goals) > 1 else [*turn.goals(), *goals])


def of_two(turn: Turn) -> Reply:
    """Take in one's own goal, and note somebody else's: what the two of them mean for leg day.

    "Which of us should skip leg day?" names none: then it is about those that were told.
    """
    session, own = turn.session, turn.slots.get("goal", "")
    if own in turn.content.goals:
        turn.set_goals(own)
    for name, goal in (("third_person", "third_goal"), ("other_person", "other_goal")):
        if goal in turn.slots or goal in turn.unknown:
            session.whom = people.named(session, turn.slots.get(name, ""))
            session.theirs[session.whom] = turn.slots.get(goal, beyond.NOT_KNOWN)
    if aim := beyond.aim(turn):
        return _the_known_one(turn, aim)
    theirs = [goal for goal in session.theirs.values() if goal in turn.content.goals]
    told = [*turn.goals(), *theirs] if theirs and turn.goals() else []
    if session.offer == "goal-for" and session.intent and told:
        turn.session.slots = {}
        if answer := turn.content.for_goals(session.intent, tuple(told)):
            return turn.tell(answer)
    if not (goals := _named(turn) or told):
        return turn.line_and_offer("whose-goal")
    session.intent, session.slots = "ShouldIKeepLegDayIntent", {}  # "and him?", "and me?"
    answer = turn.content.choose(*_question_of(turn, goals))
    return turn.tell(answer) if answer else turn.no_answer("cant-speak", ["benefits"])


def _the_known_one(turn: Turn, aim: str) -> Reply:
    """Answer whoever has a goal that is known, and say that the other's, `aim`, is not."""
    session, own = turn.session, turn.slots.get("goal")
    mine = own in turn.content.goals
    others = (name for name, goal in session.theirs.items() if goal in _named(turn))
    if not mine and (who := next(others, "")):
        session.whom, turn.whom = who, turn.content.people.get(who, "them")
    asked = "SetGoalIntent" if mine else "ShouldIKeepLegDayIntent"
    slots = {"goal": _named(turn)[0]}
    session.intent, session.slots = asked, slots
    if (answer := turn.content.choose(asked, slots)) is None:
        return turn.line_and_offer("cant-speak", ["benefits"])
    brief = answer.again if mine else f"For {turn.whom}, {answer.other.partition('. ')[0]}."
    return turn.answer(answer, f"{brief} {turn.form('aim-unknown').say.format(aim=aim)}")


def both(turn: Turn) -> Reply:
    """Take "both" for the goals that were asked about, or for the two last told; else mix them."""
    session = turn.session
    if session.offer in _ASKED:
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


def introduced(turn: Turn) -> Reply:
    """Greet whoever says who they are: by the goal that is known of them, or ask for it."""
    held = turn.goals()
    return with_goals(turn, "speaker-goal", held) if held else turn.line("speaker")


def change_goal(turn: Turn) -> Reply:
    """Ask for the new goal; the old one stays until it is told."""
    return turn.line("new-goal")


def my_goal(turn: Turn) -> Reply:
    """Say which goals are remembered."""
    if goals := turn.goals():
        return with_goals(turn, "my-goal", goals)
    if leaning := turn.session.leaning:
        return with_goals(turn, "goal-guess", (leaning,))
    return turn.line("no-goal")


def guessed(turn: Turn) -> Reply:
    """Take in the goal that was asked about before, after a yes to it."""
    return _take_in(turn, [turn.session.leaning]) if turn.session.leaning else my_goal(turn)


def drop_goal(turn: Turn) -> Reply:
    """Forget the goals that are named, or all of them, and nothing else."""
    held, named, kind = turn.goals(), _named(turn), turn.slots.get("exercise")
    if kind == "leg-day":  # "forget the legs"
        named = [goal for goal in held if goal in ("muscle", "strong")] or ["muscle"]
    elif kind:
        return turn.line("declined")
    if not held and named:
        return turn.line("not-that-goal", goal=spoken(turn, tuple(named)))
    if not held:
        return turn.line("no-goal")
    left = tuple(goal for goal in held if named and goal not in named)
    if left == held:
        return with_goals(turn, "my-goal", held)
    turn.set_goals(*left)
    dropped = spoken(turn, tuple(named) or held)
    if left:
        return with_goals(turn, "goal-off", left, dropped=dropped)
    return turn.line("goal-dropped", goal=dropped)


def forget_me(turn: Turn) -> Reply:
    """Ask whether to erase what is kept of the user."""
    return turn.line("forget-sure")


def erase(turn: Turn) -> Reply:
    """Erase what is kept of the user, and the goals of this session."""
    session = turn.session
    session.goal, session.others, session.loaded, session.forgotten = None, [], True, True
    session.theirs, session.speaker, session.leaning = {}, None, None
    return turn.line_and_offer("forgotten" if turn.forget() else "not-forgotten")


def keep_after_all(turn: Turn) -> Reply:
    """Nothing is erased."""
    return turn.line_and_offer("kept")


def still(turn: Turn) -> Reply:
    """The goal still stands: give advice for it, but not last time's again."""
    last = turn.session.topic or str(turn.saved().get("topic"))
    told = turn.content.answers.get(last)
    heard = {*turn.session.heard, *(told.claims if told else ())}
    for intent in ("ShouldIKeepLegDayIntent", "JogOrSprintIntent", "DoesRunningCountIntent"):
        answer = turn.content.for_goals(intent, turn.goals())
        if answer and heard.isdisjoint(answer.claims):
            turn.session.intent, turn.session.slots = intent, {}
            return turn.tell(answer)
    return turn.line_and_offer("acknowledge")


def spoken(turn: Turn, goals: tuple[str, ...]) -> str:
    """Return goals as they are spoken of: "bigger legs and better cardio"."""
    *first, last = (turn.content.goals[goal] for goal in goals[:3])
    return f"{', '.join(first)} and {last}" if first else last


def with_goals(turn: Turn, line: str, goals: tuple[str, ...], **values: str) -> Reply:
    """Say a line that names goals, and show them."""
    named = spoken(turn, goals)
    shown = turn.content.screen["goal"].format(goal=named)
    return replace(turn.line(line, goal=named, **values), above=shown)


def _advice(turn: Turn, goal: str) -> Reply:
    """Say what a goal means for leg day, and keep none."""
    asked, slots = "ShouldIKeepLegDayIntent", {"goal": goal}
    turn.session.intent, turn.session.slots = asked, slots
    answer = turn.content.choose(asked, slots) if goal else None
    return turn.tell(answer) if answer else turn.no_answer("cant-speak", ["benefits"])


def _named(turn: Turn) -> list[str]:
    named = (turn.slots.get(name, "") for name in ("goal", "other_goal", "third_goal"))
    return [goal for goal in dict.fromkeys(named) if goal in turn.content.goals]


def _no_goal_named(turn: Turn) -> Reply:
    """What is no goal may still be known; or else it is asked for."""
    if turn.content.choose("SetGoalIntent", turn.slots):
        return questions.ask(turn, "SetGoalIntent", turn.slots)
    return turn.line("which-goal")


def _take_in(turn: Turn, goals: list[str]) -> Reply:
    turn.set_goals(*goals)
    return questions.instead(turn, *_question_of(turn, [*turn.goals()], goals[-1]))


def _question_of(turn: Turn, goals: list[str], last: str = "") -> tuple[str, dict[str, str]]:
    """Return what is asked by somebody with these goals: for all of them, or for the `last`."""
    if len(goals) > 1 and not {"fun", "small"} & set(goals):
        growing = bool(set(turn.content.growth) & set(goals))
        if growing and "cardio" in goals:
            return "SeveralGoalsIntent", {}
        if not growing or set(goals) - set(turn.content.growth):
            return "SeveralGoalsIntent", {"goal": "muscle" if growing else "cardio"}
    return "SetGoalIntent", {"goal": last or goals[-1]} if goals else {}
