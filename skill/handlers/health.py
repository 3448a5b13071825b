"""What people tell of their health, for a professional: pain, an illness, that it's over."""

from skill.dialog import quantities
from skill.dialog.health import (
    CHILD,
    CLEARED,
    EMERGENCY,
    PAIN,
    PREGNANT,
    REFERRED,
    STARVING,
    STATE,
)
from skill.dialog.reply import Reply
from skill.handlers import questions, what_about
from skill.handlers.care import REFERRAL
from skill.handlers.conversation import word_back
from skill.handlers.turn import Turn

AILMENT = "ailment"  # the slot of what somebody has
OF_ILLNESS = ("ConditionIntent",)  # what is about that slot
# Its values: what a professional has allowed, that nothing ails them, and what there's a word for.
_ALLOWED, _WELL, _MEDICINE, _BIRTH = "allowed", "well", "medicine", "birth"
_KINDS = {"illness": PAIN, "injury": PAIN, "pregnancy": PREGNANT}  # what most of it is no STATE
_GROWN_UP = 18


def pain(turn: Turn) -> Reply:
    """Pain or a medical question: name the people to ask, and nothing else."""
    if turn.session.offer == "emergency":  # asked if it's happening now
        return emergency(turn)
    turn.health.tell(PAIN, whose_known=False)
    return turn.line("pain")


def emergency(turn: Turn) -> Reply:
    """What can't wait, as a pain in the chest: say to get help, and ask if it's happening now."""
    turn.health.tell(EMERGENCY, whose_known=False)
    return turn.line("emergency")


def starving(turn: Turn) -> Reply:
    """Somebody hardly eats: for a doctor, and nothing of calories is told from then on."""
    turn.health.tell(STARVING)
    return turn.line("starving")


def condition(turn: Turn) -> Reply:
    """An illness or state: for a professional, and so is what to do from then on."""
    ailment = turn.slots.get(AILMENT, "")
    _told(turn, ailment)
    return turn.line("medicine" if ailment == _MEDICINE else "medical")


def pregnancy(turn: Turn) -> Reply:
    """A pregnancy is for a midwife or a doctor, and so is what to do from then on."""
    _told(turn, "pregnancy")
    return turn.line("pregnancy")


def _told(turn: Turn, ailment: str) -> None:
    """Take in an illness or state, by the id of its value."""
    kind = _KINDS.get(ailment, STATE)
    turn.health.tell(STATE if kind == PREGNANT and turn.of_other else kind)


def told_beside(turn: Turn) -> None:
    """Take in an illness that is told beside a question, which is no part of it then."""
    ailment = turn.slots.pop(AILMENT, "")
    turn.unknown.pop(AILMENT, None)
    turn.well = ailment == _WELL
    if turn.well:
        return turn.health.recover()
    turn.ailing = True
    if ailment == _ALLOWED:
        return _allowed(turn)
    _told(turn, ailment)
    turn.born = ailment == _BIRTH
    if turn.born:
        turn.health.note(REFERRED)  # who runs after it is told with care
    return None


def doctor_said(turn: Turn) -> Reply:
    """What their own doctor said stands; what is asked on is told in general."""
    _allowed(turn)
    return _asked_before(turn) or turn.line("doctor-said")


def doctor_forbade(turn: Turn) -> Reply:
    """What their own doctor told them not to do stands, and what to do is for the doctor."""
    turn.health.tell(PAIN)
    return turn.line("doctor-forbade")


def _allowed(turn: Turn) -> None:
    turn.health.tell(PAIN)
    turn.health.note(CLEARED)


def age(turn: Turn) -> Reply:
    """An age: nothing is known of it, and a child asks a parent or a doctor."""
    if said := turn.follow_up():  # "is that for somebody my age", of a figure
        return said
    if not is_child(turn):
        return word_back(turn, "age")
    turn.health.tell(CHILD)
    return turn.line("age-child")


def is_child(turn: Turn) -> bool:
    """Tell whether somebody's age is told who has not grown up."""
    years = quantities.number(turn.slots.get("age"))
    return years is not None and years < _GROWN_UP


def new_baby(turn: Turn) -> Reply:
    """A baby was born: a kind word first, then as any other state."""
    _told(turn, _BIRTH)
    return turn.line("new-baby")


def recovered(turn: Turn) -> Reply:
    """It doesn't hurt, or hurts somebody else: what to do may be asked about, and told, again."""
    ailed = bool(turn.session.health or turn.session.safety)
    if turn.of_other and not ailed:  # "it's not me, it's my wife", of anything else
        return what_about.for_whom(turn)
    if turn.health.has(STARVING):
        turn.health.set_aside()
        return turn.line_and_offer("eats-well")
    if not turn.of_other or turn.health.only_theirs:
        turn.health.recover()
        turn.well = True
        return _asked_before(turn) or turn.line_and_offer("recovered" if ailed else "well")
    turn.health.give_to(turn.health.who)
    whom, turn.whom = turn.whom, ""  # what is offered is for the user again
    return turn.line_and_offer("not-yours", whom=whom)


def _asked_before(turn: Turn) -> Reply | None:
    """Answer the question that was left to a professional, where nothing speaks against it now."""
    if turn.session.line != REFERRAL or not turn.session.intent or turn.care.needed_now:
        return None
    turn.slots = dict(turn.session.slots)
    return questions.for_goals(turn, turn.session.intent)


def told_before(turn: Turn) -> Reply:
    """What was told of one's health is not kept: say so, and take it up as told now."""
    reply = turn.line("health-told")
    turn.health.tell(PAIN, whose_known=False)
    return reply
