"""What a display shows beside what is said: an answer or a headline, and what to touch next."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from skill.content.schema import Answer
from skill.dialog.reply import Reply, has_screen
from skill.dialog.screen import Choice, Display
from skill.dialog.speech import capital
from skill.handlers import goals_spoken, touch
from skill.handlers.turn import Turn

_MOST = 3  # choices that stand below an answer, or with a yes
_OF_GOALS = ("SetGoalIntent", "SeveralGoalsIntent")


def shown(turn: Turn, reply: Reply) -> Reply:
    """Return `reply` with what a display shows to it, if there's one, and its answer as a card may.

    A card goes to the phone, so an answer is fitting with or without a display.
    """
    answer = _fitting(turn, reply.answer) if reply.answer else None
    if not has_screen(turn.handler_input):
        return reply if answer is reply.answer else replace(reply, answer=answer)
    if answer is None or reply.offers == "quiz-answer":
        return replace(reply, answer=answer, display=_line(turn, reply))
    return replace(reply, answer=answer, display=_answer(turn, reply, answer))


def _answer(turn: Turn, reply: Reply, answer: Answer) -> Display:
    choices = [one for one in _choices(turn, reply, [answer.hint]) if not _just_asked(turn, one)]
    if turn.care.for_professional(answer):
        reply = replace(reply, above=None, key_fact=None)
    headline, key_fact = reply.above or answer.headline, reply.key_fact or answer.key_fact
    return Display(headline, tuple(choices[:_MOST]), key_fact, answer.columns)


def _line(turn: Turn, reply: Reply) -> Display | None:
    """What is shown to a line, or to a question of the quiz; None leaves what is there.

    A word aside leaves it too, unless there is a headline for it.
    """
    menus = turn.content.menus
    own, offered = (
        menus.get(name or "", {}) for name in (reply.menu or reply.prompt, reply.offers)
    )
    headline = reply.above or own.get("headline")
    if not headline and (reply.aside or not (reply.prompt and reply.ask)):
        return None
    if reply.prompt in turn.content.referred and not own.get("headline"):
        headline = turn.content.screen["professional"]
    hints = _only(turn) or own.get("choices") or menus["any"]["choices"]
    return Display(
        headline or offered.get("headline") or menus["any"]["headline"],
        _choices(turn, reply, hints),
    )


def _fitting(turn: Turn, answer: Answer) -> Answer:
    """Return an answer as it may be shown: with the user's goals, and no workout in pain."""
    if turn.care.for_professional(answer):
        answer = _for_professional(turn, answer)
    elif answer.questions[0].intent in _OF_GOALS and len(held := turn.goals()) > 1:
        answer = answer._replace(headline=goals_spoken.shown(turn, held))
    only = _only(turn)
    if only and answer.hint not in only:
        answer = answer._replace(hint=next(hint for hint in only if hint != answer.ask))
    return answer


def _for_professional(turn: Turn, answer: Answer) -> Answer:
    """Return an answer by its theme alone, or where a word of care is said, whose it is to say."""
    words, theme = turn.content.screen, turn.content.about.get(answer.theme, "")
    headline = capital(theme)
    if turn.session.cared or not theme:
        headline = words["professional"]
    return answer._replace(headline=headline, key_fact=words["care"], columns=())


def _only(turn: Turn) -> Sequence[str]:
    """The questions that are all that may be shown; none where any may."""
    if turn.health.mentioned or turn.session.wary:
        return tuple(turn.content.menus["general"]["choices"])
    return tuple(turn.content.menus["no-running"]["choices"]) if turn.session.no_running else ()


def _choices(turn: Turn, reply: Reply, hints: Iterable[str]) -> tuple[Choice, ...]:
    """What answers the question that was asked; or its yes, and what else can be asked."""
    if not reply.ask:
        return ()
    menus = turn.content.menus
    for name in (reply.menu, reply.offers):
        if named := menus.get(name or "", {}).get("choices"):
            return tuple(Choice(words, words) for words in named)
    words, offered = turn.content.screen, turn.content.answers.get(reply.offers or "")
    brings = turn.content.yes.get(reply.offers or "") or (offered.offer[-1] if offered else "")
    others = [Choice(hint, hint, words["try"] if reply.answer else "") for hint in hints]
    if not brings:
        return tuple(others)
    fresh = [one for one in others if not offered or one.ask != offered.ask]
    return Choice(brings, "yes", words["yes"]), *fresh[: _MOST - 1]


def _just_asked(turn: Turn, choice: Choice) -> bool:
    """Tell whether a choice asks what was just answered."""
    intent, slots = touch.asked(["ask", choice.ask], turn.content)
    return (intent, slots) == (turn.session.intent, turn.session.slots)
