"""So many calories, or miles, to get to: how long it takes, and what's left."""

from collections.abc import Mapping

from skill.dialog import multiples, numbers, quantities, runs
from skill.dialog.reply import Reply
from skill.dialog.speech import capital
from skill.handlers import figures, side_by_side, spoken_of
from skill.handlers.turn import Turn

LEFT = "less"  # the MULTIPLE id of what's left
_NEAR = 0.03  # of a count, for it to be "about" the one that is said
_ANYTHING = 0.2  # miles, for something to be left


def for_calories(turn: Turn) -> Reply:
    """How many weeks, or runs, for so many calories? Of the run told, or before; or what's left."""
    session = turn.session
    asked = turn.slots.pop("calories", None) or session.target or session.slots.get("calories")
    burned, often = quantities.number(asked) or 0, turn.slots.pop("multiple", "")
    if often == LEFT:
        return left(turn, burned, turn.slots)
    run = dict(turn.slots) or dict(quantities.with_one(spoken_of.distance_before(turn)))
    if often and (turn.slots or "over" in run):  # "how many weeks", of a run that is run weekly
        run = dict(multiples.in_all({**turn.slots, "multiple": often}, run, turn.locale))
    miles = quantities.miles(run, turn.locale)
    if not miles:
        return figures.how_far(turn)
    if not quantities.FEWEST_CALORIES <= burned <= quantities.calories(quantities.FURTHEST_IN_TIME):
        return turn.line_and_offer("too-many-calories" if burned else "too-few-calories")
    turn.slots = run
    reply = figures.noted(turn)
    if not reply.answer:
        return reply
    count = burned / quantities.calories(miles)
    near = max(round(count), 1)
    unit = f"{run.get('over', 'run')}{'s' if near > 1 else ''}"
    words = {
        "calories": capital(numbers.count_in_words(round(burned), turn.locale)),
        "times": f"{_off(count / near)} {numbers.in_words(near, turn.locale)} {unit}",
        "distance": figures.in_words(turn, run),
    }
    return figures.figure(turn, "so-long" if "over" in run else "so-many", run, words)


def _off(share: float) -> str:
    """Say how near a count is to the one that is spoken of, by its share of that."""
    return "about" if abs(share - 1) <= _NEAR else "a bit over" if share > 1 else "a bit under"


def left(turn: Turn, wanted: float, run: Mapping[str, str]) -> Reply:
    """How much is left of the calories that are `wanted`, without a run, or what was counted?"""
    session, told = turn.session, quantities.miles(run, turn.locale) is not None
    if not told and not wanted:
        turn.slots = {}
        return side_by_side.compared(turn)
    if not told and not session.runs:
        return figures.how_far(turn)
    counted = spoken_of.counted(turn)
    if told:
        counted = [runs.kept(run, "", turn.locale)]
        session.runs, session.added = [*session.runs, *counted][-spoken_of.RUNS :], 1
    unit = runs.slots_of(counted[0])["unit"]
    done = runs.together(counted, unit if unit != "meter" else "kilometer")
    further = wanted / quantities.CALORIES_PER_MILE - (quantities.miles(done) or 0)
    session.target = f"{wanted:.6g}"
    session.intent = "DistanceForCaloriesIntent"
    session.slots = {"calories": f"{max(further, 0) * 100:.0f}", "unit": done["unit"]}
    rest = {"distance": quantities.in_unit(max(further, 0), done["unit"]), "unit": done["unit"]}
    shown = rest if further > _ANYTHING else done
    burned = quantities.calories(quantities.miles(shown) or 0)
    words = {
        "answer": capital(f"about {quantities.echo(rest, turn.locale)}"),
        "calories": numbers.spoken_estimate(burned, turn.locale),
        "done": quantities.echo(done, turn.locale),
    }
    return figures.figure(turn, "left" if further > _ANYTHING else "none-left", shown, words)
