"""What people tell of their health, for a professional: pain, an illness, that it's over."""

from skill.dialog.reply import Reply
from skill.handlers import what_about
from skill.handlers.care import REFERRAL
from skill.handlers.turn import Turn

# For how many answers what to do is for a professional: the whole conversation.
_FOR_A_PROFESSIONAL = 9_999


def pain(turn: Turn) -> Reply:
    """Pain or a medical question: name the people to ask, and nothing else."""
    _from_now_on(turn, own=False)  # whose isn't known
    turn.session.hurting = turn.session.whom if turn.of_other else None
    return turn.line("pain")


def emergency(turn: Turn) -> Reply:
    """What can't wait, as a pain in the chest: say to get help now, and end."""
    return turn.line("emergency")


def condition(turn: Turn) -> Reply:
    """One's own illness or state: for a professional, and so is what to do from then on."""
    _from_now_on(turn, own=True)
    return turn.line("medical")


def new_baby(turn: Turn) -> Reply:
    """A baby was born: a kind word first, then as any other state."""
    condition(turn)
    return turn.line("new-baby")


def recovered(turn: Turn) -> Reply:
    """It doesn't hurt, or hurts somebody else: what to do may be asked about, and told, again."""
    session, pain = turn.session, turn.session.pain
    if turn.of_other and not pain:  # "it's not me, it's my wife", of anything else
        return what_about.for_whom(turn)
    session.pain, session.own_pain, session.hurting = 0, False, None
    if not turn.of_other:
        return turn.line_and_offer("recovered")
    session.pains[session.whom or turn.whom] = pain
    whom, turn.whom = turn.whom, ""  # what is offered is for the user again
    return turn.line_and_offer("not-yours", whom=whom)


def told_before(turn: Turn) -> Reply:
    """What was told of one's health is not kept: say so, and take it up as told now."""
    reply = turn.line("health-told")
    _from_now_on(turn, own=False)
    return reply


def _from_now_on(turn: Turn, own: bool) -> None:
    """Have what to do be for a professional; none was asked about this yet."""
    turn.session.pain, turn.session.own_pain = _FOR_A_PROFESSIONAL, own
    turn.session.forms.pop(REFERRAL, None)
