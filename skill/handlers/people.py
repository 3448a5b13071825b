"""Who is at the speaker, and whom they speak of: each is answered by a goal of their own."""

from skill.dialog.reply import Reply
from skill.dialog.session import Session
from skill.handlers import beyond, goals, goals_spoken, health
from skill.handlers.turn import Turn

_USER = "me"  # the one whose goals are kept
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
_SPEAKING = ("speaker", "next_person", "next_name")  # slots that say who is at the speaker now


def heed(turn: Turn) -> None:
    """Take in who asks, and whose goal it is about: what "I" want is one's own, and is kept.

    Those slots, who speaks, `wish`, `person`, `instead_of` and `scope`, then are no part of the
    question.
    """
    _note_oneself(turn)
    if turn.name not in health.OF_ILLNESS and health.AILMENT in {*turn.slots, *turn.unknown}:
        health.told_beside(turn)
    for name in _SPEAKING:
        if speaker := turn.slots.pop(name, ""):
            _speaks(turn, speaker.lower())
    if turn.slots.pop("scope", ""):  # "forget my knee, should people jog or sprint"
        turn.health.set_aside()
    given_up = turn.slots.pop("instead_of", "")
    instead = given_up not in ("", "small", "muscle", "strong", *turn.goals())
    if turn.slots.get("goal") == "small" and instead:
        turn.slots["goal"], given_up = given_up, "muscle"  # "i don't want big legs, i want stamina"
    rather = turn.content.unwanted.get(given_up)
    if rather and "goal" not in turn.slots:  # "big legs mean nothing to me, is running enough"
        turn.slots["goal"] = rather
    of_user = turn.name == "ForWhomIntent" and turn.slots.keys().isdisjoint({"person"})
    if of_user:  # "my son's twelve", and then "and for me"
        turn.session.concerned = None
    wish, person = turn.slots.pop("wish", ""), turn.slots.pop("person", "")
    unknown = "person" in turn.unknown
    if not (person or unknown or wish or given_up):
        return
    asked = turn.content.choose(turn.name)
    goal = turn.slots.get("goal") or (asked and asked.goal) or ""
    if person and person == turn.session.speaker:  # "my wife wants ...": the user is back
        _speaks(turn, _USER)
    if (person or unknown) and wish != "mine":  # "i want big legs, but she wants me to run"
        _of_somebody(turn, person, goal)
    elif wish == "mine" and goal in turn.content.goals:
        turn.set_goals(goal)
    elif given_up in turn.goals() and (goal == rather or goal not in turn.content.goals):
        turn.set_goals(*(held for held in turn.goals() if held != given_up))


def _note_oneself(turn: Turn) -> None:
    """Remember what rules out some offers: an age told, and not wanting to run."""
    if turn.name == "AgeIntent" or "age" in turn.slots:
        turn.session.wary = True
    if turn.name in ("HateRunningIntent", "CanISkipRunningIntent"):
        turn.session.no_running = True


def _of_somebody(turn: Turn, person: str, goal: str) -> None:
    """Ask for somebody else, whose goal is the one named now, or else the one told before."""
    asked, session = turn.content.choose(turn.name), turn.session
    who = session.whom = _named(session, person)
    turn.whom = turn.content.people.get(person, "them")
    told = turn.name == "SetGoalIntent" and goal in turn.content.not_known
    if told or (goal and turn.content.choose("WhatAboutIntent", {"goal": goal})):
        session.theirs[who] = goal
    theirs = {"goal": session.theirs.get(who, "")}
    if turn.content.choose(turn.name, theirs) is not asked:
        turn.slots |= theirs


def introduced(turn: Turn) -> Reply:
    """Greet whoever says who they are: by the goal that is known of them, or ask for it."""
    held = turn.goals()
    return goals_spoken.with_goals(turn, "speaker-goal", held) if held else turn.line("speaker")


def of_two(turn: Turn) -> Reply:
    """Take in one's own goal, and note somebody else's: what the two of them mean for leg day.

    "Which of us should skip leg day?" names none: then it is about those that were told.
    """
    session, own = turn.session, turn.slots.get("goal", "")
    if own in turn.content.goals:
        turn.set_goals(own)
    for name, goal in (("third_person", "third_goal"), ("other_person", "other_goal")):
        if goal in turn.slots or goal in turn.unknown:
            session.whom = _named(session, turn.slots.get(name, ""))
            session.theirs[session.whom] = turn.slots.get(goal, beyond.NOT_KNOWN)
    if aim := beyond.aim(turn):
        return _the_known_one(turn, aim)
    theirs = [goal for goal in session.theirs.values() if goal in turn.content.goals]
    told = [*turn.goals(), *theirs] if theirs and turn.goals() else []
    if session.offer == "goal-for" and session.intent and told:
        turn.session.slots = {}
        if answer := turn.content.for_goals(session.intent, tuple(told)):
            return turn.tell(answer)
    if not (meant := goals.in_slots(turn) or told):  # what holds for either of them
        session.intent, session.slots = "SeveralGoalsIntent", {}
        return turn.ending(turn.tell(turn.content.answers["both-goals"]), "whose-goals")
    session.intent, session.slots = "ShouldIKeepLegDayIntent", {}  # "and him?", "and me?"
    answer = turn.content.choose(*goals.question_of(turn, meant))
    return turn.tell(answer) if answer else turn.no_answer("cant-speak", ["benefits"])


def _the_known_one(turn: Turn, aim: str) -> Reply:
    """Answer whoever has a goal that is known, and say that the other's, `aim`, is not."""
    session, own = turn.session, turn.slots.get("goal")
    mine = own in turn.content.goals
    others = (name for name, goal in session.theirs.items() if goal in goals.in_slots(turn))
    if not mine and (who := next(others, "")):
        session.whom, turn.whom = who, turn.content.people.get(who, "them")
    asked = "SetGoalIntent" if mine else "ShouldIKeepLegDayIntent"
    slots = {"goal": goals.in_slots(turn)[0]}
    session.intent, session.slots = asked, slots
    if (answer := turn.content.choose(asked, slots)) is None:
        return turn.line_and_offer("cant-speak", ["benefits"])
    brief = answer.again if mine else f"For {turn.whom}, {answer.other.partition('. ')[0]}."
    return turn.answer(answer, f"{brief} {turn.form('aim-unknown').say.format(aim=aim)}")


def _named(session: Session, person: str) -> str:
    """Return the name under which somebody's goal is held: "she" may be the wife of before."""
    if not person or person in session.theirs:
        return person or _SOMEBODY
    gender = next((those for those in (_SHE, _HE) if person in those), {person})
    if person not in _PRONOUNS:
        return next((name for name in session.theirs if name in _PRONOUNS & gender), person)
    told = [name for name in (*session.theirs, session.whom) if name]
    fitting = [name for name in told if name in gender or name not in _SHE | _HE]
    return fitting[-1] if fitting else person


def _speaks(turn: Turn, speaker: str) -> None:
    """Hear from now on whoever says who they are; the user's own goals wait until they are back."""
    session = turn.session
    who = "" if _is_user(session, speaker) else _named(session, speaker)
    if who == (session.speaker or ""):
        return
    if session.speaker:
        _hand_back(turn)
    if who:
        _hand_over(turn, who)
    session.goal_before, session.leaning, session.of_other = None, None, False
    session.answer, session.slots = None, {}  # what was talked about was for somebody else


def _is_user(session: Session, speaker: str) -> bool:
    """Tell whether somebody is the user: by name, or to the one who was heard or spoken of."""
    other = _COUNTERPARTS.get(speaker)
    if speaker == _USER:
        return True
    if session.speaker:
        return other == session.speaker or _named(session, speaker) == _waiting(session)
    return speaker not in session.theirs and other in session.theirs


def _waiting(session: Session) -> str:
    """Return who the user is to the one that speaks."""
    return _COUNTERPARTS.get(session.speaker or "", _SOMEBODY)


def _hand_over(turn: Turn, who: str) -> None:
    session, own = turn.session, turn.goals()
    session.speaker = who
    session.whom = _waiting(session)
    turn.health.change_speaker(session.whom, who)
    goal = session.theirs.pop(who, None)
    if own:
        session.theirs[session.whom] = own[0]
    session.goal, session.others, session.loaded = goal, [], True


def _hand_back(turn: Turn) -> None:
    session = turn.session
    own = session.theirs.pop(_waiting(session), None)
    turn.health.change_speaker(session.speaker or _SOMEBODY, _waiting(session))
    if session.goal:
        session.theirs[session.speaker or _SOMEBODY] = session.goal
    session.whom, session.speaker = session.speaker, None
    session.goal, session.others, session.loaded = None, [], False
    if own and own not in turn.goals():
        turn.set_goals(own)
