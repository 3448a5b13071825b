"""The last answer once more in other words: plainer, shorter, by an example, when it is doubted."""

from dataclasses import replace

from skill.dialog.reply import Reply
from skill.handlers import checking, distances, questions
from skill.handlers.following import help_
from skill.handlers.turn import Turn

_SAID_OVER = {  # what is said again is to be, or is another question
    "AMAZON.RepeatIntent",
    "AMAZON.NextIntent",
    "SlowerIntent",
    "NormalSpeedIntent",
    "GoalsOfTwoIntent",
}
_WHO_SAYS = "article-source"


def plain(turn: Turn) -> Reply:
    """The last answer in plainer words, then in others; after that, there are none."""
    last = turn.topic
    if last is None and turn.session.line in turn.content.misses:
        return turn.line_and_same_offer("what-i-know")
    if last is None:
        return help_(turn)
    kind = f"plain {last.id}"
    ways = [words for words in (last.plain or last.again, last.told) if words]
    fresh = ways[turn.session.forms.get(kind, 0) :]
    if fresh and fresh[0] in turn.session.said.get("say", ""):
        fresh = fresh[1:]
    if not fresh:
        return turn.line_and_same_offer("no-plainer")
    turn.session.forms[kind] = len(ways) - len(fresh) + 1
    return turn.offers.same(Reply(fresh[0], answer=last, claims=last.claims))


def anew(turn: Turn, reply: Reply) -> Reply:
    """Return `reply`, or where just this was said before, its answer in other words, if it has any.

    A figure stays one, and what is to be said again is.
    """
    said = turn.session.said.get("say")
    if reply.say != said or not reply.answer or turn.name in _SAID_OVER or turn.slots:
        return reply
    found = reply.answer
    other = next((way for way in (found.again, found.plain) if way and way not in said), "")
    return replace(reply, say=other, claims=found.claims) if other else reply


def example(turn: Turn) -> Reply:
    """Tell an example of the last answer; where there is none, or it was told, say so."""
    last = turn.topic
    if last is None:
        return help_(turn)
    if last.id == "calories-per-mile":
        return distances.as_suggested(turn)
    kind = f"example {last.id}"
    said = turn.content.follow_ups["ExampleIntent"].said_after(last)
    if said and kind not in turn.session.forms:
        turn.session.forms[kind] = 1
        return turn.words(said)
    if last.example is None or kind in turn.session.forms:
        return turn.line_and_same_offer("no-example")
    turn.session.forms[kind] = 1
    return turn.tell(turn.content.answers[last.example])


def shorter(turn: Turn) -> Reply:
    """From now on briefly: the last answer in short, or a promise."""
    turn.session.brief = True
    last = turn.topic
    if last and last.again and last.again not in turn.session.said.get("say", ""):
        return turn.offers.same(Reply(last.again, answer=last, claims=last.claims))
    return turn.line_and_same_offer("shorter")


def doubt(turn: Turn) -> Reply:
    """Is that so? It is what the article says, once more in short, and no more than that."""
    return _stands_by_it(turn, "doubt-reason", "doubt", ["why"])


def disagree(turn: Turn) -> Reply:
    """Something speaks against it: that may be so, and who says what we said is offered."""
    turn.name = "DoubtIntent"
    return _stands_by_it(turn, "granted", "granted-doubt", [_WHO_SAYS])


def _stands_by_it(turn: Turn, lead: str, doubted_line: str, following: list[str]) -> Reply:
    """Say the last answer once more in short after a `lead`; where that was said, another line."""
    last = turn.topic
    if anew := checking.checked(turn):
        turn.session.forms[f"doubt {turn.session.topic}"] = 1
        return anew
    if turn.content.choose(turn.name, turn.slots):  # "i don't believe running builds your legs"
        return questions.plain_question(turn)
    if last is None:
        return turn.line_and_offer("hearsay" if doubted_line == "doubt" else doubted_line)
    ways = (last.again, last.plain) if last.theme != "sources" else ()
    said = turn.session.said.get("say", "")
    brief = [one for one in ways if one and one not in said and ". " not in one]
    short = min(brief, key=_answers, default="")
    kind = f"doubt {last.id}"
    doubted = turn.session.forms.get(kind)
    if not doubted and (different := turn.follow_up()):  # "my watch says less"
        turn.session.forms[kind] = 1
        of_a_mile = last.id == turn.session.answer == "calories-per-mile"
        return turn.offers.make(different, "distance") if of_a_mile else different
    if not short or not turn.session.claims or doubted:
        return turn.line_and_offer(doubted_line, last.next if "why" in following else following)
    turn.session.forms[kind] = 1
    reply = Reply(f"{turn.form(lead).say} {short}", answer=last, claims=last.claims)
    return turn.offers.next(reply, [*following, *last.next], last, {*following} - {"why"})


def _answers(words: str) -> bool:
    """Tell whether words begin with a word that answers a question, as "partly" does."""
    return "," in words.partition(" ")[0]
