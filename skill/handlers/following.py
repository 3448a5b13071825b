"""What goes on from the last answer: why, more, in plain words, what about something else."""

from skill.content.schema import Answer
from skill.dialog.reply import Reply
from skill.handlers import beyond, figures, goals, questions, sums, tours
from skill.handlers.turn import Turn


def topic(turn: Turn) -> Answer | None:
    """Return the last answer that was said; none right after a question that had no answer."""
    if turn.session.line in (*turn.content.no_answer, *turn.content.referred):
        return None
    return turn.content.answers.get(turn.session.topic or "")


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
    last = topic(turn)
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
    last, offered = topic(turn), _offered(turn)
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


def plain(turn: Turn) -> Reply:
    """The last answer in plainer words, then in others; after that, there are none."""
    last = topic(turn)
    if last is None and turn.session.line in turn.content.misses:
        return turn.line_and_same_offer("what-i-know")
    if last is None:
        return help_(turn)
    kind = f"plain {last.id}"
    ways = [words for words in (last.plain or last.again, last.told) if words]
    fresh = ways[turn.session.forms.get(kind, 0) :]
    if fresh[:1] == [turn.session.said.get("say")]:
        fresh = fresh[1:]
    if not fresh:
        return turn.line_and_same_offer("no-plainer")
    turn.session.forms[kind] = len(ways) - len(fresh) + 1
    return turn.offers.same(Reply(fresh[0], answer=last, claims=last.claims))


def example(turn: Turn) -> Reply:
    """Tell an example of the last answer; where there is none, or it was told, say so."""
    last = topic(turn)
    if last is None:
        return help_(turn)
    if last.id == "calories-per-mile":
        return figures.as_suggested(turn)
    kind = f"example {last.id}"
    said = turn.content.follow_ups["ExampleIntent"].said_after(last)
    if said and kind not in turn.session.forms:
        turn.session.forms[kind] = 1
        return turn.words(said)
    if last.example is None or kind in turn.session.forms:
        return turn.line_and_same_offer("no-example")
    turn.session.forms[kind] = 1
    return turn.tell(turn.content.answers[last.example])


def shorter(turn: Turn) -> Reply:
    """From now on briefly: the last answer in short, or a promise."""
    turn.session.brief = True
    last = topic(turn)
    if last and last.again and last.again != turn.session.said.get("say"):
        return turn.offers.same(Reply(last.again, answer=last, claims=last.claims))
    return turn.line_and_same_offer("shorter")


def doubt(turn: Turn) -> Reply:
    """Is that so? It is what the article says, once more in short, and no more than that."""
    last = topic(turn)
    if turn.content.choose(turn.name, turn.slots):  # "i don't believe running builds your legs"
        return questions.plain_question(turn)
    if last is None:
        return turn.line_and_offer("hearsay")
    ways = (last.again, last.plain) if last.theme != "sources" else ()
    said = turn.session.said.get("say")
    short = next((one for one in ways if one not in ("", said) and ". " not in one), "")
    kind = f"doubt {last.id}"
    if not short or not turn.session.claims or turn.session.forms.get(kind):
        return turn.line_and_offer("doubt", last.next)
    turn.session.forms[kind] = 1
    lead = turn.form("doubt-reason").say
    reply = Reply(f"{lead} {short}", answer=last, claims=last.claims)
    return turn.offers.next(reply, ["why", *last.next], last)


def first(turn: Turn) -> Reply:
    """Go back to the very first answer, or take the first of the goals that were asked about."""
    if reply := goals.by_place(turn, 0):
        return reply
    answers = turn.content.answers
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
    themes = {answers.theme for answers in (topic(turn), _offered(turn)) if answers}
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
        return sums.other_number(turn)
    if exercise := slots.get("exercise"):
        return _other_exercise(turn, exercise)
    goal = slots.get("goal")
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
    last, offered = topic(turn), _offered(turn)
    if last and offered and last.goal == goal == offered.goal:  # "the abs thing": what was offered
        return questions.tell(turn, offered.id)
    if turn.session.intent == "CompareIntent":
        turn.name, turn.slots = "CompareIntent", {"goal": goal}
        return questions.compare(turn)
    return questions.instead(turn, _same_question(turn, goal), {"goal": goal})


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


def _other_exercise(turn: Turn, exercise: str) -> Reply:
    """Ask the same of another exercise: "and running?", "what about lunges?"."""
    if exercise in ("jogging", "sprinting"):
        asked = "JoggingIntent" if exercise == "jogging" else "SprintingIntent"
        return questions.instead(turn, asked, {})
    last = topic(turn)
    if turn.session.intent in turn.content.about_muscles:
        return questions.instead(turn, "MusclesWorkedIntent", {"exercise": exercise})
    if goal := turn.session.slots.get("goal") or (last.goal if last else None):
        about = "RunningForGoalIntent" if exercise == "running" else "LegDayForGoalIntent"
        return questions.instead(turn, about, {"goal": goal})
    if exercise == "running":
        turn.slots = {}
        return questions.does_running_count(turn)
    if exercise in ("leg-day", "squats"):
        return questions.instead(turn, "LegDayForGoalIntent", {"exercise": exercise})
    return questions.instead(turn, "MusclesWorkedIntent", {"exercise": exercise})
