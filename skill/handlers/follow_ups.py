"""What is asked of the answer before in a word or two: is that a lot, yes or no, so I skip it?"""

from collections.abc import Mapping
from dataclasses import replace

from skill.content.schema import Answer, FollowUp
from skill.dialog.reply import Reply
from skill.handlers import beyond, conversation, questions
from skill.handlers.turn import Turn

_OPPOSITE = {"yes": "no", "no": "yes"}  # an answer's word, to the opposite question
_JUDGED = ("yes", "no", "partly", "depends")  # words of answers that say what to do


def follow_up(turn: Turn) -> Reply:
    """Say what there is to say after the last answer, or answer the question that it comes to."""
    row, last = turn.content.follow_ups[turn.name], turn.topic
    if said := turn.follow_up():
        return said
    if last is None and turn.session.line == "other-activity" and row.words:
        return turn.line_and_offer("no-yes-or-no")  # "so it's no use", of swimming
    if row.asks:
        return _concluded(turn, row, last)
    if row.unknown:
        return beyond.unknown(turn, row.unknown)
    return conversation.little_word(turn)


def far_enough(turn: Turn) -> Reply:
    """Is a run long enough for that? Not known; what a distance does for it is told."""
    measured = turn.session.intent in beyond.MEASURED or "distance" in turn.slots
    if "goal" in turn.slots and not measured:  # "is that enough for my heart", of running
        return questions.running_for_goal(turn)
    return follow_up(turn)


def good_for_one(turn: Turn) -> Reply:
    """Agree that running is for one goal and not for another, or say what each is for."""
    kept = {turn.content.kin.get(goal, goal) for goal in turn.slots.values()}
    growing = set(turn.content.growth)
    agreed = turn.slots.get("goal") not in growing and turn.slots.get("other_goal") in growing
    if agreed and len(kept) > 1 and (said := turn.follow_up()):
        return said
    return questions.instead(turn, "SummaryIntent", {})


def yes_or_no(turn: Turn) -> Reply:
    """Say the last answer again with a yes or a no first, or what there is in its place."""
    session, last = turn.session, turn.topic
    if turn.care.needed and (last is None or turn.care.for_professional(last)):
        return turn.line("no-yes-or-no")
    if last is None and session.line in (*turn.content.no_answer, *turn.content.referred):
        return turn.line_and_offer("no-yes-or-no")
    if last is None or session.intent is None:
        return questions.does_running_count(turn)
    if last.in_a_word is None and turn.offered:  # "can running be your leg day?", "well, can it"
        return questions.tell(turn, turn.offered.id)
    asked = turn.content.choose(session.intent, session.slots)
    found = asked if asked and not last.in_a_word else last  # and not the reason for it
    return _in_a_word(turn, found, session.intent)


def _concluded(turn: Turn, row: FollowUp, last: Answer | None) -> Reply:
    """Say whether it is as somebody concludes, for the goals we know or that were talked about."""
    found = turn.content.for_goals(row.asks, turn.goals() or _goal_of(turn, last))
    if found is None or found.in_a_word not in _JUDGED:
        found = turn.content.choose(row.asks)
    if found is None:
        return turn.line_and_offer("fallback")
    turn.session.intent, turn.session.slots = row.asks, {}
    return _in_a_word(turn, found, row.asks, row.words)


def _goal_of(turn: Turn, last: Answer | None) -> tuple[str, ...]:
    """Return the goal that was talked about; growth only where it was asked about by name."""
    goal = last.goal if last and not turn.of_other else None
    named = goal not in turn.content.growth or goal in turn.session.slots.values()
    return (goal,) if goal and named else ()


def _in_a_word(turn: Turn, found: Answer, asked: str, words: Mapping[str, str] = {}) -> Reply:
    """Say an answer to the question `asked` in other words than just now, yes or no first."""
    first, word = found.questions[0].intent, found.in_a_word or "none"
    if turn.content.opposites.get(asked) == first:
        word = _OPPOSITE.get(word, word)
    lead = turn.content.in_a_word[words.get(word, word)]
    ways = (found.plain, found.again, found.told or found.asked)
    brief = [way for way in ways if way and ". " not in way] or [found.asked]
    said = turn.session.said.get("say", "")
    rest = next((way for way in brief if way not in said), brief[0])
    say = rest if rest.startswith(lead[:-1]) else f"{lead} {rest}"
    if say == said:
        plain = turn.line_and_offer("no-plainer", found.next)
        return replace(plain, say=f"{lead} {plain.say}")
    return turn.answer(found, say)
