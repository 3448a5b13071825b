"""Yes, no and "I don't know": what was offered, or asked, is taken, left, or chosen for one."""

from collections.abc import Mapping
from dataclasses import replace

from skill.dialog.reply import Reply
from skill.handlers import (
    distances,
    figures,
    following,
    forgetting,
    goals,
    questions,
    quiz,
    tours,
)
from skill.handlers.conversation import stop
from skill.handlers.turn import Handler, Turn


def yes(turn: Turn) -> Reply:
    """Give exactly what was offered."""
    offer = turn.session.offer or ""
    if special := OFFERS.get(offer):
        return special[0](turn)
    if answer := turn.content.answers.get(offer):
        return questions.tell(turn, answer.id)
    fresh = turn.offers.unheard(turn.content.order)
    if fresh and turn.session.forms.get("yes-what"):  # asked what once: then something is told
        return questions.tell(turn, fresh[0].id)
    return turn.line("yes-what")


def brief_yes(turn: Turn) -> Reply:
    """Give what was offered, and from now on all, in short."""
    turn.session.brief = True
    return yes(turn)


def yes_and_more(turn: Turn) -> Reply:
    """Give what was offered, in a sentence, and say that what was asked beside it isn't known."""
    turn.name, brief = "AskedOfThatIntent", turn.session.brief
    if said := turn.follow_up():  # "yes, but how many"
        return said
    turn.session.brief = True
    reply, turn.session.brief = yes(turn), brief
    if (found := reply.answer) is None:
        return reply
    ways = [way for way in (reply.say, found.again, found.plain) if way and ". " not in way]
    asked = turn.content.unknown.get(turn.slots.get("asked", ""), turn.content.figures["rest"])
    rest = turn.form("rest-unknown").say.format(asked=asked)
    return replace(reply, say=f"{[*ways, reply.say][0]} {rest}")


def no(turn: Turn) -> Reply:
    """Leave what was offered; whoever declines twice in a row, or has nothing to ask, is let go.

    Whoever was sent to a professional is asked what else, once: it may be "no, it's fine".
    """
    offer = turn.session.offer
    if offer in ("forget", "emergency", "danger"):  # an answer to our question, not a refusal
        return OFFERS[offer][1](turn)
    if turn.session.line == "misunderstood":  # "so no, then"
        return turn.declined()
    if offer is None or turn.session.refusals:
        return stop(turn)
    turn.session.refusals += 1
    turn.offers.refuse(offer)
    sent = turn.session.line in turn.content.referred  # to a professional
    special = None if sent else OFFERS.get(offer)
    return special[1](turn) if special else turn.declined()


def dont_know(turn: Turn) -> Reply:
    """Take "I don't know": to a question of ours, or to none; the second time, choose for them."""
    if goals.asked_for(turn):
        return _whichever(turn)
    offered = turn.content.answers.get(turn.session.offer or "")
    if turn.session.line == "dont-know" and offered:
        return questions.tell(turn, offered.id)
    return turn.line_and_offer("dont-know")


def _no_goal(turn: Turn) -> Reply:
    """Neither of the goals: then what matters is what one enjoys."""
    if not turn.offers.unheard(["enjoyment"]):
        return turn.declined()
    return questions.instead(turn, "EnjoymentIntent", {})


def _general(turn: Turn) -> Reply:
    """Listen for what somebody in pain would like to know; the second time, tell something."""
    fresh = turn.offers.unheard(turn.content.order)
    if fresh and turn.session.forms.get("yes-what-pain"):
        return questions.tell(turn, fresh[0].id)
    return turn.line("yes-what")


def _which_goal(turn: Turn) -> Reply:
    """Take a yes to one goal or the other: ask once in other words, then tell what always holds."""
    if turn.session.forms.get("which-goal-yes"):
        return _whichever(turn)
    return replace(turn.line("which-goal-yes"), offers=turn.session.offer)


def _whichever(turn: Turn) -> Reply:
    """Tell what holds whatever the goal is; where all of it was heard, ask for something else."""
    fresh = turn.offers.unheard(["verdict", "benefits", "enjoyment", "alternate"])
    return questions.tell(turn, fresh[0].id) if fresh else turn.declined()


def _summary(turn: Turn) -> Reply:
    turn.session.intent, turn.session.slots = "SummaryIntent", {}
    return turn.tell(turn.content.answers["summary"])


def _ask(line: str) -> Handler:
    return lambda turn: turn.line(line)


# Offers that are no answers: what yes does, what no does.
OFFERS: Mapping[str, tuple[Handler, Handler]] = {
    "why": (following.why, Turn.declined),
    "goal-still": (goals.still, goals.change_goal),
    "goal-guess": (goals.guessed, goals.change_goal),
    "which-goal": (_which_goal, Turn.declined),
    "goal-for": (_which_goal, _no_goal),
    "forget": (forgetting.erase, forgetting.keep_after_all),
    "distance": (figures.how_far, Turn.declined),
    "how-far": (distances.suggest, Turn.declined),
    "how-many": (_ask("which-calories"), Turn.declined),
    "how-often": (_ask("how-often"), Turn.declined),
    "suggested": (distances.as_suggested, Turn.declined),
    "summary": (_summary, Turn.declined),
    "quiz": (quiz.start, Turn.declined),
    "tour": (tours.go_on, tours.leave),
    "last-topic": (following.more, Turn.declined),
    "danger": (_ask("danger-now"), _ask("safe-now")),
    "emergency": (_ask("emergency-now"), _ask("emergency-before")),
    "general": (_general, stop),
    "company": (_ask("yes-what"), stop),
    "leave": (stop, Turn.declined),
}
