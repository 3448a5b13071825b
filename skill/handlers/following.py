"""What goes on from the last answer: why, more, back, the second thing."""

from dataclasses import replace

from skill.content.schema import Answer
from skill.dialog.reply import Reply
from skill.handlers import goals, questions, quiz, tours
from skill.handlers.turn import Turn


def help_(turn: Turn) -> Reply:
    """Say what can be asked; that this is no medical advice, once."""
    return turn.line("help-again" if "help" in turn.session.forms else "help")


def why(turn: Turn) -> Reply:
    """Give the reason for the last answer, or say honestly that there is none to give."""
    if turn.session.line in turn.content.referred or turn.session.offer == "general":
        return turn.line_and_offer("no-doctor")
    if turn.session.line in (*turn.content.no_answer, "unknown-of-last"):
        return turn.line_and_offer("why-no-answer")
    last = turn.topic
    if last is None and goals.asked_for(turn):
        return turn.line_and_same_offer("why-goal")
    if last is None:
        cold = turn.content.answers["verdict"]
        return turn.reason(cold) or questions.tell(turn, "verdict")
    if reply := turn.reason(last) or _deeper(turn, last):
        return reply
    return turn.line_and_same_offer("not-sure")


def _deeper(turn: Turn, last: Answer) -> Reply | None:
    """The reason behind the reason of `last`; None where there is none, or it is `last` itself."""
    like = turn.content.answers[last.because.like] if last.because else last
    back = like.because is None or like.because.like == last.id
    return None if like is last or back else turn.reason(like)


def why_for(turn: Turn) -> Reply:
    """Why, or how, is an exercise good for that? The reason, or that there's none to give."""
    if said := turn.follow_up():  # "why sprinting"
        return said
    about_running = turn.slots.get("exercise", "running") in questions.RUNS
    asked = "RunningForGoalIntent" if about_running else "LegDayForGoalIntent"
    turn.slots = questions.with_goal_of_topic(turn)
    about = turn.content.for_goals(asked, (turn.slots["goal"],) if "goal" in turn.slots else ())
    if about is None or about.goal is None:
        return (
            questions.running_for_goal(turn) if about_running else questions.leg_day_for_goal(turn)
        )
    how = turn.content.follow_ups["InWhatWayIntent"].said_after(about)
    return (turn.words(how) if how else turn.reason(about)) or turn.line_and_offer("not-sure")


def more(turn: Turn) -> Reply:
    """Say the next thing on the theme of the last answer; when it is told, name another theme."""
    if turn.session.offer == "tour":
        return tours.go_on(turn)
    if turn.session.offer == "why":
        return why(turn)
    last, offered = turn.topic, turn.offered
    following = last.next if last else turn.content.order
    if fresh := turn.offers.unheard([offered.id, *following] if offered else following):
        return questions.tell(turn, fresh[0].id)
    if turn.care.needed:
        return help_(turn)
    return turn.line_and_offer("no-more")


def said_already(turn: Turn) -> Reply:
    """Own up to having said it before, and say something new, in short."""
    brief, turn.session.brief = turn.session.brief, True
    reply = more(turn)
    turn.session.brief = brief
    owned = turn.content.figures["said-already"]
    return reply if ". " in reply.say else replace(reply, say=f"{owned} {reply.say}")


def _suggested(turn: Turn, place: int) -> Reply | None:
    """Tell one of the two things that were just suggested to be asked; None where none were."""
    forms = turn.content.prompts.get(turn.session.line or "", ())
    said = turn.session.said.get("say")
    named = next((form.named for form in forms if form.say == said), ())
    return questions.tell(turn, named[place]) if named else None


def second(turn: Turn) -> Reply:
    """The second of two things: the part that has not been told, or else what comes next."""
    if reply := goals.by_place(turn, 1) or _suggested(turn, 1):
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
    if reply := goals.by_place(turn, 0) or _suggested(turn, 0):
        return reply
    answers = turn.content.answers
    said = [answers[name] for name in turn.session.trail if name in answers]
    if said and said[-1].parts:  # "what's the first one?"
        return questions.tell(turn, said[-1].parts[0])
    return turn.tell(said[0]) if said else turn.line_and_same_offer("nothing-back")


def back(turn: Turn) -> Reply:
    """Go back to the answer before the last one."""
    if turn.session.offer == "tour" and turn.session.tour > 1:
        turn.session.tour -= 2
        return tours.go_on(turn)
    if turn.session.line == "my-goal" and turn.session.goal_before:
        return goals.goal_before(turn)
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
    if quiz.strayed(turn):
        return quiz.start(turn)
    themes = {answers.theme for answers in (turn.topic, turn.offered) if answers}
    order = turn.content.order
    return turn.line_and_offer(
        "skipped", [name for name in order if turn.content.answers[name].theme not in themes]
    )
