"""Everything that follows the conversation rather than asks the article."""

from collections.abc import Mapping

from skill.dialog.reply import Reply
from skill.dialog.session import Session
from skill.handlers import questions
from skill.handlers.turn import Handler, Turn


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
    return (
        turn.line("fallback-again") if turn.session.misses > 1 else turn.line_and_offer("fallback")
    )


# --- yes and no ----------------------------------------------------------------------------------


def yes(turn: Turn) -> Reply:
    """Give exactly what was offered."""
    offer = turn.session.offer or ""
    if special := _OFFERS.get(offer):
        return special[0](turn)
    if answer := turn.content.answers.get(offer):
        return questions.unasked(turn, answer.id)
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


# Offers that are no answers: what yes does, what no does.
_OFFERS: Mapping[str, tuple[Handler, Handler]] = {
    "start-over": (start_over, stop),
    "goal-still": (_advice, lambda turn: turn.line("new-goal")),
    "which-goal": (lambda turn: turn.line("which-goal"), stop),
    "distance": (lambda turn: turn.line("which-distance"), lambda turn: turn.line("declined")),
}


# --- beyond the article --------------------------------------------------------------------------


def other_activity(turn: Turn) -> Reply:
    """Another sport: say that running is all we know."""
    return turn.line_and_offer("other-activity")


def pain(turn: Turn) -> Reply:
    """Pain or a medical question: name the people to ask, and nothing else."""
    return turn.line("pain")
