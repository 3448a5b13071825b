"""The tour of everything, stop by stop, and the quiz of three questions."""

from dataclasses import replace

from skill.dialog import numbers, quantities
from skill.dialog.reply import Reply
from skill.handlers import questions
from skill.handlers.turn import Turn

_ABOUT_A_HUNDRED = (80, 120)
_YES = "AMAZON.YesIntent"
_GIVEN_UP = {_YES, "AMAZON.NoIntent", "AMAZON.NextIntent", "DontKnowIntent"}
_HELP = {"AMAZON.HelpIntent", "PlainWordsIntent"}
_AGAIN = {"AMAZON.RepeatIntent", "SlowerIntent"}
_ASIDES = {
    "WaitIntent",
    "SurpriseIntent",
    "ThanksIntent",
    "PraiseIntent",
    "ApologyIntent",
    "GreetingIntent",
    "LouderIntent",
    "HowAreYouIntent",
    "WhoAreYouIntent",
    "JokeIntent",
    "InsultIntent",
    "RemarkIntent",
    "FeelingLowIntent",
    "DoubtIntent",
}


def fun_fact(turn: Turn) -> Reply:
    """Tell a fact not heard yet."""
    fresh = turn.offers.unheard([*turn.content.facts, *turn.content.order])
    if not fresh:
        return turn.line_and_offer("no-more")
    return questions.tell(turn, fresh[0].id)


def tour(turn: Turn) -> Reply:
    """Tell everything, one stop a turn: begin, or go on where the tour was left."""
    if turn.session.tour >= len(turn.content.tour):
        turn.session.tour = 0
    return go_on(turn)


def go_on(turn: Turn) -> Reply:
    """Say the next stop of the tour, with how far along it is."""
    stops, at = turn.content.tour, turn.session.tour
    if at >= len(stops):
        return turn.line_and_offer("no-more")
    answer = turn.content.answers[stops[at]]
    first = answer.questions[0]
    turn.session.intent, turn.session.slots = first.intent, first.slots
    turn.session.tour = at + 1
    turn.session.mark_heard(answer.claims)
    turn.session.move_to(answer.id)
    say = answer.again if turn.session.brief else ""
    reply = Reply(say or answer.told or answer.asked, answer=answer, claims=answer.claims)
    done = at + 1 == len(stops)
    reply = turn.offers.make(reply, "summary" if done else "tour")
    so_far = {"at": numbers.in_words(at + 1), "all": numbers.in_words(len(stops))}
    place = turn.content.figures["tour-end" if done else "tour-stop"].format(**so_far)
    return replace(reply, ask=f"{place} {reply.ask}")


def leave(turn: Turn) -> Reply:
    """Stop the tour; it can be taken up again."""
    return turn.line("tour-left")


# --- the quiz ------------------------------------------------------------------------------------


def quiz(turn: Turn) -> Reply:
    """Ask the first question, or the one at which the quiz was left."""
    if 1 < turn.session.quiz <= len(turn.content.quiz):
        return _asking(turn, turn.line("quiz-back"))
    turn.session.quiz, turn.session.score = 1, 0
    return _asking(turn, turn.line("quiz-start"))


def guess(turn: Turn) -> Reply | None:
    """Judge an answer to the quiz's question; None where it is none.

    Whatever else is asked leaves the quiz; a hint or a word aside does not.
    """
    session, number = turn.session, turn.session.quiz
    if turn.name in _AGAIN or not 1 <= number <= len(turn.content.quiz):
        return None
    if turn.name in _ASIDES:
        line = turn.content.lines_for.get(turn.name, "hearsay")
        return replace(_asking(turn, turn.line(line)), aside=True)
    hint = f"hint {number}"
    if turn.name in _HELP or (turn.name == _YES and not session.forms.get(hint)):
        session.forms[hint] = 1
        return _asking(turn, Reply(turn.content.quiz[number - 1].hint))
    question, said = turn.content.quiz[number - 1], _said(turn)
    hit = not said.isdisjoint(question.right)
    if not (hit or turn.name in {*_GIVEN_UP, *turn.content.guesses} or "number" in said):
        return None
    session.score += hit
    session.mark_heard(question.claims)
    session.move_to(question.like)
    answer = turn.content.answers[question.like]
    say = question.hit if hit else question.miss
    if not hit and turn.name not in _GIVEN_UP:
        say = f"{turn.content.scores['wrong']} {say[0].lower()}{say[1:]}"
    if number == len(turn.content.quiz):
        session.quiz = 0
        say = f"{say} {turn.content.scores[str(session.score)]}"
        return turn.offers.next(Reply(say, answer=answer, claims=question.claims))
    session.quiz = number + 1
    return _asking(turn, Reply(say, answer=answer, claims=question.claims))


def _asking(turn: Turn, reply: Reply) -> Reply:
    question = turn.content.quiz[turn.session.quiz - 1]
    return Reply(
        reply.say,
        question.ask,
        question.reprompt,
        "quiz-answer",
        reply.answer,
        reply.claims,
        prompt=reply.prompt,
    )


def _said(turn: Turn) -> set[str]:
    """Return what a guess may be right by: its intent, its slots, and a number near a hundred."""
    said = {turn.name, *(f"{name}={value}" for name, value in turn.slots.items())}
    for name in ("distance", "calories"):
        value = quantities.number(turn.slots.get(name))
        if value is not None:
            low, high = _ABOUT_A_HUNDRED
            said |= {"number"} | ({"number=100"} if low <= value <= high else set())
    return said
