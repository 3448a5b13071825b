"""Who is at the speaker, and whom they speak of: each is answered by a goal of their own."""

from skill.dialog.session import Session
from skill.handlers.turn import Turn

USER = "me"  # the one whose goals are kept
_SOMEBODY = "somebody"
# Who the user is to somebody else: the wife's "my husband".
_COUNTERPARTS = {
    "wife": "husband",
    "husband": "wife",
    "girlfriend": "boyfriend",
    "boyfriend": "girlfriend",
    "partner": "partner",
    "friend": "friend",
}
_SHE = {"she", "wife", "girlfriend", "mom", "daughter", "sister", "granddaughter"}
_HE = {"he", "husband", "boyfriend", "dad", "son", "brother", "grandson"}
_PRONOUNS = {"she", "he"}


def named(session: Session, person: str) -> str:
    """Return the name under which somebody's goal is held: "she" may be the wife of before."""
    if not person or person in session.theirs:
        return person or _SOMEBODY
    gender = next((those for those in (_SHE, _HE) if person in those), {person})
    if person not in _PRONOUNS:
        return next((name for name in session.theirs if name in _PRONOUNS & gender), person)
    told = [name for name in (*session.theirs, session.whom) if name]
    fitting = [name for name in told if name in gender or name not in _SHE | _HE]
    return fitting[-1] if fitting else person


def speaks(turn: Turn, speaker: str) -> None:
    """Hear from now on whoever says who they are; the user's own goals wait until they are back."""
    session = turn.session
    who = "" if _is_user(session, speaker) else named(session, speaker)
    if who == (session.speaker or ""):
        return
    _exchange_pain(session, who or USER)
    if session.speaker:
        _hand_back(turn)
    if who:
        _hand_over(turn, who)
    session.goal_before, session.leaning, session.of_other = None, None, False
    session.answer, session.slots = None, {}  # what was talked about was for somebody else


def _is_user(session: Session, speaker: str) -> bool:
    """Tell whether somebody is the user: by name, or to the one who was heard or spoken of."""
    other = _COUNTERPARTS.get(speaker)
    if speaker == USER:
        return True
    if session.speaker:
        return other == session.speaker or named(session, speaker) == _waiting(session)
    return speaker not in session.theirs and other in session.theirs


def _waiting(session: Session) -> str:
    """Return who the user is to the one that speaks."""
    return _COUNTERPARTS.get(session.speaker or "", _SOMEBODY)


def _exchange_pain(session: Session, who: str) -> None:
    """Keep the pain of whoever was heard for their return, and take up that of who is heard now."""
    if session.pain:
        session.pains[session.hurting or session.speaker or USER] = session.pain
    session.pain = session.pains.pop(who, 0)
    session.own_pain, session.hurting, session.cared = False, None, False


def _hand_over(turn: Turn, who: str) -> None:
    session, own = turn.session, turn.goals()
    session.speaker = who
    session.whom = _waiting(session)
    goal = session.theirs.pop(who, None)
    if own:
        session.theirs[session.whom] = own[0]
    session.goal, session.others, session.loaded = goal, [], True


def _hand_back(turn: Turn) -> None:
    session = turn.session
    own = session.theirs.pop(_waiting(session), None)
    if session.goal:
        session.theirs[session.speaker or _SOMEBODY] = session.goal
    session.whom, session.speaker = session.speaker, None
    session.goal, session.others, session.loaded = None, [], False
    if own and own not in turn.goals():
        turn.set_goals(own)
