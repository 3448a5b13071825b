"""What people tell of their health, for a professional: pain, an illness, that it's over."""

from skill.dialog import quantities
from skill.dialog.reply import Reply
from skill.handlers import what_about
from skill.handlers.care import REFERRAL
from skill.handlers.conversation import word_back
from skill.handlers.turn import Turn

AILMENT = "ailment"  # the slot of what somebody has
OF_ILLNESS = ("ConditionIntent",)  # what is about that slot
_ALLOWED = "allowed"  # its value where a professional has said what one may do
_MEDICINE, _PREGNANCY, _BIRTH = "medicine", "pregnancy", "birth"  # and others of its values

# For how many answers what to do is for a professional: the whole conversation.
_FOR_A_PROFESSIONAL = 9_999
_PASSING = ("illness", "injury")  # AILMENT values of what may be over
_GROWN_UP = 18


def pain(turn: Turn) -> Reply:
    """Pain or a medical question: name the people to ask, and nothing else."""
    if turn.session.offer == "emergency":  # asked if it's happening now
        return emergency(turn)
    _from_now_on(turn, own=False)  # whose isn't known
    turn.session.cleared = False  # of what is told now, nobody has said anything
    turn.session.hurting = turn.session.whom if turn.of_other else None
    return turn.line("pain")


def emergency(turn: Turn) -> Reply:
    """What can't wait, as a pain in the chest: say to get help, and ask if it's happening now."""
    _from_now_on(turn, own=False)
    turn.session.lasting = turn.session.alarmed = True
    turn.session.cleared = False
    return turn.line("emergency")


def starving(turn: Turn) -> Reply:
    """Somebody hardly eats: for a doctor, and nothing of calories is told from then on."""
    told_of(turn, "")
    turn.session.starving = True
    return turn.line("starving")


def condition(turn: Turn) -> Reply:
    """An illness or state: for a professional, and so is what to do from then on."""
    told_of(turn, ailment := turn.slots.get(AILMENT, ""))
    return turn.line("medicine" if ailment == _MEDICINE else "medical")


def pregnancy(turn: Turn) -> Reply:
    """A pregnancy is for a midwife or a doctor, and so is what to do from then on."""
    told_of(turn, "")
    turn.session.pregnant = not turn.of_other
    return turn.line("pregnancy")


def told_of(turn: Turn, ailment: str) -> None:
    """Take in whose illness or state it is; one that passes may be lifted again."""
    _from_now_on(turn, own=not turn.of_other)
    turn.session.lasting |= ailment not in _PASSING
    turn.session.cleared = False
    turn.session.hurting = turn.session.whom if turn.of_other else None


def told_beside(turn: Turn) -> None:
    """Take in an illness that is told beside a question, which is no part of it then."""
    turn.ailing = True
    ailment = turn.slots.pop(AILMENT, "")
    turn.unknown.pop(AILMENT, None)
    if ailment == _ALLOWED:
        _allowed(turn)
    else:
        told_of(turn, ailment)
    turn.session.pregnant |= ailment == _PREGNANCY
    turn.born = ailment == _BIRTH
    if turn.born:
        turn.session.forms[REFERRAL] = 1  # who runs after it is told with care


def doctor_said(turn: Turn) -> Reply:
    """What their own doctor said stands; what is asked on is told in general."""
    _allowed(turn)
    return turn.line("doctor-said")


def doctor_forbade(turn: Turn) -> Reply:
    """What their own doctor told them not to do stands, and what to do is for the doctor."""
    _from_now_on(turn, own=turn.session.own_pain)
    turn.session.cleared = False
    return turn.line("doctor-forbade")


def _allowed(turn: Turn) -> None:
    _from_now_on(turn, own=turn.session.own_pain)
    turn.session.cleared = True


def age(turn: Turn) -> Reply:
    """An age: nothing is known of it, and a child asks a parent or a doctor."""
    if said := turn.follow_up():  # "is that for somebody my age", of a figure
        return said
    if not is_child(turn):
        return word_back(turn, "age")
    _from_now_on(turn, own=not turn.of_other)
    turn.session.child = turn.session.lasting = True
    turn.session.hurting = turn.session.whom if turn.of_other else None
    return turn.line("age-child")


def is_child(turn: Turn) -> bool:
    """Tell whether somebody's age is told who has not grown up."""
    years = quantities.number(turn.slots.get("age"))
    return years is not None and years < _GROWN_UP


def new_baby(turn: Turn) -> Reply:
    """A baby was born: a kind word first, then as any other state."""
    condition(turn)
    return turn.line("new-baby")


def recovered(turn: Turn) -> Reply:
    """It doesn't hurt, or hurts somebody else: what to do may be asked about, and told, again."""
    session, pain = turn.session, turn.session.pain
    if turn.of_other and not pain:  # "it's not me, it's my wife", of anything else
        return what_about.for_whom(turn)
    if session.starving and not turn.of_other:
        session.starving, session.pain, session.lasting = False, 0, False
        return turn.line_and_offer("eats-well")
    if session.lasting and not turn.of_other:
        return turn.line_and_offer("recovered")
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
    session, whose = turn.session, turn.session.whom if turn.of_other else None
    if session.hurting and session.hurting != whose:  # somebody else, of whom it stays true
        session.pains[session.hurting], session.child = session.pain, False
    session.pain, session.own_pain = _FOR_A_PROFESSIONAL, own
    turn.session.forms.pop(REFERRAL, None)
