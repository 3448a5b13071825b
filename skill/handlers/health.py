"""What was told of pain before: it's over, it's somebody else's, or it's asked about again."""

from skill.dialog.reply import Reply
from skill.handlers import following
from skill.handlers.beyond import FOR_A_PROFESSIONAL
from skill.handlers.turn import Turn


def recovered(turn: Turn) -> Reply:
    """It doesn't hurt, or hurts somebody else: what to do may be asked about, and told, again."""
    session, pain = turn.session, turn.session.pain
    if turn.of_other and not pain:  # "it's not me, it's my wife", of anything else
        return following.for_whom(turn)
    session.pain, session.own_pain, session.hurting = 0, False, None
    if not turn.of_other:
        return turn.line_and_offer("recovered")
    session.pains[session.whom or turn.whom] = pain
    whom, turn.whom = turn.whom, ""  # what is offered is for the user again
    return turn.line_and_offer("not-yours", whom=whom)


def told_before(turn: Turn) -> Reply:
    """What was told of one's health is not kept: say so, and take it up as told now."""
    reply = turn.line("health-told")
    turn.session.pain, turn.session.own_pain = FOR_A_PROFESSIONAL, False
    return reply
