"""What the article does not say: said so, and nothing of it affirmed."""

import re
from collections.abc import Iterable

from skill.dialog.health import CHILD, CLEARED, STARVING, STATE
from skill.dialog.reply import Reply
from skill.handlers.care import REFERRAL
from skill.handlers.turn import Turn

_GOALS = ("goal", "other_goal", "third_goal")
_HELD = (*_GOALS, "exercise", "other_exercise", "belly")
_MEASURES = ("unit", "race")
_DISTANCE = ("distance", "fraction", "race", "unit", "calories")
MEASURED = ("CaloriesBurnedIntent", "DistanceForCaloriesIntent")  # what is worked out
NOT_KNOWN = "not-known"  # the GOAL value of what is not in the article
_MEDICAL = "health"  # the GOAL value of everything that is a professional's business
# What is asked with an aim that is not known, and still has a rule to go by.
_RULED = ("CanISkipLegDayIntent", "ShouldIKeepLegDayIntent", "DoesRunningCountIntent")


def outside(turn: Turn) -> Reply | None:
    """Return what is said to a question that goes beyond the article; None where none does.

    A slot that matched nothing, or a goal known to be unknown, is never read as if it were absent.
    """
    measured = turn.name not in _RULED and not turn.slots.keys().isdisjoint(_DISTANCE)
    sums = measured or turn.slots.get("goal") == "calories"
    if turn.health.has(STARVING) and sums:
        return turn.line(REFERRAL)
    if turn.health.has(CHILD) and (sums or turn.name in MEASURED):
        return turn.line("child-figure")
    if turn.care.needed and not sums and _of_pain(turn):
        turn.session.intent, turn.session.slots = turn.name, turn.slots
        return turn.line(REFERRAL)
    if turn.name == "AMAZON.FallbackIntent":
        return None
    heard = [turn.unknown[name] for name in _HELD if name in turn.unknown]
    if _MEDICAL in map(turn.slots.get, _GOALS) or any(_medical(turn, words) for words in heard):
        return is_it_safe(turn)
    if unknown_aim := aim(turn):
        return _not_known(turn, unknown_aim)
    if turn.name in (*MEASURED, "WhatAboutIntent") and any(
        name in turn.unknown for name in _MEASURES
    ):
        return turn.line("which-unit")
    part_only = "fraction" in turn.unknown and "distance" not in turn.slots
    if turn.name in MEASURED and part_only:  # "tree miles", misheard: no mile is meant
        return turn.line("which-distance")
    return None


def aim(turn: Turn) -> str:
    """Return what is wanted and not known, as it is spoken of; "" where there is no such thing."""
    not_known, named = turn.content.not_known, [turn.slots.get(name) for name in _GOALS]
    if found := next((not_known[goal] for goal in not_known if goal in named), ""):
        return found
    if "race" in turn.slots and turn.name in (*_RULED, "SetGoalIntent"):
        return not_known["race"]
    return "" if turn.unknown.keys().isdisjoint(_HELD) else not_known[NOT_KNOWN]


def _not_known(turn: Turn, aim: str) -> Reply | None:
    """Say that an aim is not known, and the rule for leg day where that is asked for.

    None where a goal that is known was told beside it.
    """
    known = [turn.slots[name] for name in _HELD if turn.slots.get(name) in turn.content.goals]
    if turn.name == "GoalsOfTwoIntent" and known:
        return None
    if turn.name in ("SetGoalIntent", "AddGoalIntent") and not turn.of_other:
        return None if known else turn.line("goal-unknown", aim=aim)
    asked = _RULED[0] if turn.name == "ShouldIKeepLegDayIntent" and not known else turn.name
    rule = turn.content.for_goals(asked, tuple(known)) if asked in _RULED else None
    if rule is None or turn.unknown:
        return turn.line_and_offer("cant-speak", ["benefits"])
    turn.session.intent, turn.session.slots = turn.name, {}
    lead = turn.form("aim-unknown").say.format(aim=aim)
    return turn.answer(rule, f"{lead} {rule.again or rule.asked}")


def unknown_question(turn: Turn) -> Reply:
    """A question about running or leg day that the article does not answer."""
    if said := turn.follow_up():  # "how many", of what has a figure
        return said
    what = turn.slots.get("asked", "")
    beside = turn.content.beside.get(what, ())
    if (asked := turn.content.unknown.get(what)) is None:
        return turn.no_answer("unknown-plain")
    if f"unknown-{what}" in turn.content.prompts and not turn.health.mentioned:
        return turn.line_and_offer(f"unknown-{what}", beside)
    return unknown(turn, asked, beside, of_last=what in turn.content.of_last)


def unknown(turn: Turn, asked: str, beside: Iterable[str] = (), *, of_last: bool = True) -> Reply:
    """Say what is not known; where it was asked of the last answer, that is still talked about."""
    stands = turn.session.topic and turn.session.line not in turn.content.no_answer
    line = "unknown-of-last" if of_last and stands else "unknown-question"
    return turn.line_and_offer(line, beside, asked=asked)


def how_soon(turn: Turn) -> Reply:
    """How long till it shows, or a run takes? Not known; what running does for it can be told."""
    run = turn.session.intent in MEASURED and turn.session.line not in turn.content.no_answer
    if run and "goal" not in turn.slots:
        return turn.line_and_offer("unknown-question", asked=turn.content.unknown["how-long"])
    about = turn.content.choose("RunningForGoalIntent", turn.slots)
    beside = (about.id,) if about and about.offer and "goal" in turn.slots else ()
    return turn.line_and_offer("unknown-question", beside, asked=turn.content.unknown["how-soon"])


def other_activity(turn: Turn) -> Reply:
    """Another sport: say that running is all we know."""
    if not turn.slots.keys() & {"distance", "unit", "race"}:
        return turn.line_and_offer("other-activity")
    turn.session.intent, turn.session.slots = turn.name, {}  # no run is spoken of any more
    return turn.line_and_offer("not-walked")


def is_it_safe(turn: Turn) -> Reply:
    """Illness, safety: for a professional, and nothing else."""
    if turn.of_other:  # "my wife has asthma"
        turn.health.tell(STATE)
    else:
        turn.health.ask()
    return turn.line("medical")


def _of_pain(turn: Turn) -> bool:
    """Tell whether somebody in pain asks what to do, or right after telling of it, of the pain.

    Once that was sent to a professional, what is asked on is told in general, with a word of care.
    """
    goals = (turn.slots["goal"],) if "goal" in turn.slots else turn.goals()
    found = turn.content.for_goals(turn.name, goals)
    if (
        turn.health.has(CLEARED)
        or turn.care.referred
        or (found and found.id in turn.content.told_with_care)
    ):
        return False
    about_it = turn.session.line in turn.content.referred and "goal" not in turn.slots
    right_after = turn.content.right_after_pain if about_it else ()
    return turn.name in (*turn.content.after_pain, *right_after)


def _medical(turn: Turn, words: str) -> bool:
    return any(re.search(rf"\b{word}\b", words) for word in turn.content.professional)
