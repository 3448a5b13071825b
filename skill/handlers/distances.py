"""A distance that is told or asked about: the first, another, one further, one that was no run."""

from collections.abc import Mapping
from dataclasses import replace

from skill.dialog import multiples, numbers, quantities
from skill.dialog.reply import Reply
from skill.dialog.speech import capital
from skill.handlers import (
    adding,
    beyond,
    figures,
    own_counts,
    repeating,
    side_by_side,
    spoken_of,
    sums,
)
from skill.handlers.turn import Turn

_ONE = "one"  # the WHEN of "one of them"
_WRONG = ("other_distance", "other_fraction", "other_unit")  # slots of what is taken back
_MANY = 50  # miles that are further than what most run
_FURTHER = 4  # times as far as a run is no run that may be done as often
_LENGTHS = ("distance", "fraction", "extra", "race")  # slots that say how far a run is


def distance(turn: Turn) -> Reply:
    """How many calories does a distance burn, so often as was asked where it was asked for?"""
    session = turn.session
    if session.offer == "how-many" and turn.slots.keys() == {"calories"}:
        return figures.distance_for_calories(turn)
    if session.offer == "how-far" and session.intent == "SeveralRunsIntent":
        turn.slots = {**session.slots, **turn.slots}
        if turn.slots.keys() & repeating.HOW_OFTEN and "calories" not in turn.slots:
            session.intent, session.slots = None, {}
            return sums.several_runs(turn)
    return figures.calories_burned(turn)


def other_number(turn: Turn) -> Reply:
    """Ask the last question again with another number: "and ten miles?", "and five hundred?"."""
    session, slots = turn.session, turn.slots
    bare, of_unit = not slots.keys() - {"distance"}, slots.keys() == {"unit"}
    if bare and session.offer == "how-often":  # "three", and no miles
        turn.slots = {"multiple": f"{slots['distance']}-times"}
        return sums.several_runs(turn)
    of_calories = session.intent == "DistanceForCaloriesIntent" and session.offer != "how-far"
    if of_calories and (bare or (of_unit and "calories" in session.slots)):
        other = {"calories": slots["distance"]} if bare else slots
        turn.slots = {**session.slots, **other}
        return figures.distance_for_calories(turn)
    if of_unit:
        return _in_unit(turn, slots["unit"])
    if bare and own_counts.is_of_calories(turn, slots["distance"]):  # "a hundred, really?"
        turn.slots = {"calories": slots["distance"]}
        return figures.calories_burned(turn)
    if "unit" not in slots and "race" not in slots:
        if session.intent not in beyond.MEASURED and session.offer != "how-far":
            figures.note(turn, "CaloriesBurnedIntent")
            return turn.line("which-unit")
        if unit := session.slots.get("unit"):
            turn.slots = {**slots, "unit": unit}
            if bare and _too_far(turn):
                return _calories_or_miles(turn)
    whole = session.slots.get("distance") == slots.get("distance")
    if whole and bare and _of_a_figure(turn):  # "so nine", of three miles three times a week
        turn.slots = {**session.slots}
        return distance(turn)
    if "over" in session.slots and _of_a_figure(turn) and _comparable(turn):
        turn.slots = dict(multiples.as_often(session.slots, turn.slots, turn.locale))
    return distance(turn)


def _in_unit(turn: Turn, unit: str) -> Reply:
    """Take a unit by itself: that of a number told without one, another one, or one more run."""
    before = turn.session.slots
    if turn.session.offer == "how-far" and "distance" in before:
        turn.slots = {**before, "unit": unit}
        return figures.calories_burned(turn)
    if turn.session.intent == "CaloriesBurnedIntent" and before.get("unit") == unit:
        return figures.calories_burned(turn)  # "and a mile?", after five
    return figures.in_another_unit(turn, unit)


def _comparable(turn: Turn) -> bool:
    """Tell whether a run may be done as often as the one before: forty miles isn't, after two."""
    before = turn.session.slots
    each = {"distance": before.get("each", ""), "unit": before.get("unit", "")}
    miles, once = (quantities.miles(one, turn.locale) for one in (turn.slots, each))
    return not (miles and once) or miles <= _FURTHER * once


def _of_a_figure(turn: Turn) -> bool:
    """Tell whether what was said last is what a distance burns: how often it's run still holds."""
    said = turn.session.said.get("answer")
    return turn.session.intent == "CaloriesBurnedIntent" and said == "calories-per-mile"


def _too_far(turn: Turn, before: Mapping[str, str] | None = None) -> bool:
    """Tell whether a number is of a run ten times as far as the one before, and hardly meant."""
    last = quantities.miles(before or spoken_of.distance_before(turn), turn.locale) or 0
    return (quantities.number(turn.slots.get("distance")) or 0) > max(_MANY, 10 * last)


def _calories_or_miles(turn: Turn) -> Reply:
    """Ask what a number is of; it's kept till that is told."""
    figures.note(turn, "CaloriesBurnedIntent")
    return turn.line("calories-or-miles")


def another(turn: Turn) -> Reply:
    """A run beside those spoken of: "plus two more", "and I also did five k on Saturday"."""
    if more := sums.more_calories(turn):
        return more
    before = spoken_of.last_run(turn)
    if turn.slots.keys() <= {"distance", "when"} and _too_far(turn, before):
        return _calories_or_miles(turn)
    if turn.slots.keys() <= {"unit", "when"}:  # "another mile"
        turn.slots = {"distance": "1", **turn.slots}
    turn.slots = {f"other_{name}": value for name, value in turn.slots.items()}
    return sums.several_runs(turn)


def race_length(turn: Turn) -> Reply:
    """How far is a marathon? As far as it was counted, and what that burns."""
    race = {name: value for name, value in turn.slots.items() if name == "race"}
    unit = turn.slots.get("unit", "")
    if unit not in ("mile", "kilometer"):
        unit = quantities.default_unit(turn.locale)
    if not race:
        return figures.in_another_unit(turn, unit)
    turn.slots = dict(quantities.converted(race, unit, turn.locale))
    return figures.worked_out(turn, race=quantities.echo(race, turn.locale))


def corrected(turn: Turn) -> Reply:
    """Work it out again: "no, four", "I meant kilometers", "actually make it five times"."""
    session = turn.session
    wrong = {name: turn.slots.pop(name, "") for name in _WRONG}
    day = turn.slots.pop("when", "")
    if not turn.slots:
        return turn.line("misunderstood")
    if day == _ONE and (changed := adding.one_changed(turn)):
        return changed
    known = session.intent in beyond.MEASURED and session.line not in turn.content.no_answer
    bare = set(turn.slots) == {"distance"} and session.intent == "CaloriesBurnedIntent"
    if known and bare and own_counts.is_of_calories(turn, turn.slots["distance"]):
        return other_number(turn)
    often = not turn.slots.keys().isdisjoint(repeating.HOW_OFTEN)
    named = not often and not turn.slots.keys().isdisjoint(_LENGTHS)
    told = {name.removeprefix("other_"): value for name, value in wrong.items() if value}
    beside = side_by_side.put_right(turn, day, told) if named and known else None
    one = (beside or adding.put_right(turn, day, told)) if named else None
    reply = one or (_again(turn) if known else _anew(turn))
    if any(wrong.values()) and known and reply.answer:  # "not five miles, five k"
        return replace(reply, say=f"{turn.content.figures['mistake']} {reply.say}")
    return reply


def _again(turn: Turn) -> Reply:
    """Put what was told now in the place of what was told of the run spoken of."""
    slots, before = turn.slots, turn.session.slots
    if slots.get("multiple") == "all" and before.get("over"):  # "not a week, in total"
        turn.slots = {name: before[name] for name in ("distance", "unit")}
        return figures.calories_burned(turn)
    in_unit = set(slots) == {"unit"} and before.keys().isdisjoint(("race", "calories"))
    if in_unit or not slots.keys().isdisjoint(_LENGTHS):  # it is no run beside that one
        spoken_of.take_back(turn)
    if in_unit:
        turn.slots = {**before, **slots}
        return figures.calories_burned(turn)
    if "distance" in slots and "unit" in before:
        turn.slots = {"unit": before["unit"], **slots}
    if whole := multiples.put_right(before, turn.slots, turn.locale):
        turn.slots = dict(whole)
        return figures.calories_burned(turn)
    return _anew(turn)


def _anew(turn: Turn) -> Reply:
    often = not turn.slots.keys().isdisjoint(repeating.HOW_OFTEN)
    return sums.several_runs(turn) if often else other_number(turn)


def not_a_run(turn: Turn) -> Reply:
    """It was walking, not running: the figure is taken back."""
    session = turn.session
    if session.intent not in beyond.MEASURED or session.line in turn.content.no_answer:
        return beyond.other_activity(turn)
    spoken_of.take_back(turn)
    session.intent, session.slots = turn.name, {}
    return turn.line_and_offer("not-a-run")


def asked_of_that(turn: Turn) -> Reply:
    """How many? Of a distance that was worked out, its calories; else what there is to it."""
    how_many = turn.slots.get("asked") == "how-many" and _of_a_figure(turn)
    measured = how_many and not quantities.is_one(quantities.with_one(turn.session.slots))
    return last_figure(turn) if measured else beyond.unknown_question(turn)


def to_run_off(turn: Turn) -> Reply:
    """How far to run off a pizza? Nothing is known of what it has: ask how many calories."""
    pound = turn.slots.pop("food", None) == "pound"
    if "calories" in turn.slots or turn.slots.get("unit") in turn.content.units:
        return figures.distance_for_calories(turn)
    turn.session.added = 0
    figures.note(turn, "DistanceForCaloriesIntent")
    return turn.line("which-calories-pound" if pound else "which-calories")


def last_figure(turn: Turn) -> Reply:
    """What was that number again? Of the distance spoken of, the last run, or else of a mile."""
    run = spoken_of.last_run(turn)
    miles = quantities.miles(run, turn.locale)
    if miles is None:
        return figures.calories_burned(turn)
    if turn.session.intent == "DistanceForCaloriesIntent":
        turn.slots = {**turn.session.slots}
        return figures.distance_for_calories(turn)
    turn.slots = run
    figures.note(turn, "CaloriesBurnedIntent")
    counted = numbers.spoken_estimate(quantities.calories(miles), turn.locale)
    words = {"calories": capital(counted), "distance": figures.in_words(turn, run)}
    if not figures.credited(turn):
        return figures.calories_burned(turn)
    return figures.figure(turn, "repeated", run, words)


def suggest(turn: Turn) -> Reply:
    """Name a distance, to somebody who wants one worked out and names none."""
    named = quantities.echo(spoken_of.suggested(turn), turn.locale)
    return turn.line("suggest-distance", distance=named)


def as_suggested(turn: Turn) -> Reply:
    """Work out the distance that was named."""
    turn.slots = spoken_of.suggested(turn)
    return figures.calories_burned(turn)
