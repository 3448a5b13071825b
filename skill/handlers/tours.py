"""The tour of everything, stop by stop."""

from dataclasses import replace

from skill.dialog import numbers
from skill.dialog.reply import Reply
from skill.dialog.speech import capital
from skill.handlers import questions
from skill.handlers.turn import Turn


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
    first = turn.content.answers[turn.content.tour[0]]
    if turn.session.tour or not turn.session.heard or turn.offers.unheard([first.id]):
        return go_on(turn)
    parts = numbers.in_words(len(turn.content.tour))
    whole = turn.content.figures["tour-start"].format(all=parts)
    return replace(go_on(turn), say=whole)


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


def to_go(turn: Turn) -> Reply:
    """Say how many stops are left."""
    left = numbers.in_words(len(turn.content.tour) - turn.session.tour)
    more = turn.content.figures["tour-more"].format(left=left)
    return turn.offers.same(Reply(capital(more)))
