"""Distances and calories, worked out from the one figure."""

from collections.abc import Sequence
from dataclasses import replace

from skill.dialog import numbers, quantities
from skill.dialog.reply import Reply
from skill.handlers import beyond
from skill.handlers.turn import Turn

_FIGURE = "calories-per-mile"
_RUNS = 10  # that are added up
_ALIKE = 1.1  # how much apart two counts of calories still agree
_SUMS = {"both": 2, "all": _RUNS}  # MULTIPLE ids: how many of the last runs they add up


def calories_burned(turn: Turn) -> Reply:
    """How many calories does a distance burn? Without a distance: how many a mile."""
    slots = turn.slots
    counted, told = quantities.number(slots.pop("calories", None)), slots.pop("told", "")
    if line := turn.content.units.get(slots.get("unit", "")):
        return _no_distance(turn, line)
    if counted and quantities.miles(slots, turn.locale) is None and "unit" not in slots:
        slots = turn.slots = dict(_distance_before(turn))  # "so that's three hundred calories?"
        turn.session.runs = turn.session.runs[:-1]
    _note(turn, "CaloriesBurnedIntent")
    miles = quantities.miles(slots, turn.locale)
    if miles is None or (quantities.is_one(slots) and slots.get("unit", "mile") == "mile"):
        return _a_mile(turn)
    if miles < quantities.SHORTEST_MILES:
        return turn.line_and_offer("too-short")
    furthest = quantities.FURTHEST_IN_TIME if "over" in slots else quantities.FURTHEST_MILES
    if miles > furthest:
        return turn.line_and_offer("no-such-distance")
    before = [] if "over" in slots else turn.session.runs  # what is run in a week is a sum already
    turn.session.runs = [*before, f"{miles:.6g}"][-_RUNS:]
    burned = quantities.calories(miles)
    echo = f"{quantities.echo(slots, turn.locale)}{quantities.in_time(slots)}"
    words = {
        "distance": _capital(echo),
        "calories": numbers.spoken_estimate(burned, turn.locale),
    }
    shown = f"About {numbers.shown_count(burned)} calories"
    lead = _compared(turn, counted, burned) if counted else ""
    praised = told == "done" or (told == "ahead" and "race" in slots)
    kind = told if praised and not lead else "burned"
    return _figure(turn, kind, shown, quantities.shown(slots, turn.locale), words, lead)


def _compared(turn: Turn, counted: float, burned: float) -> str:
    """Say how our estimate compares to what somebody else counted: "four thousand, then?"."""
    kind = "more" if burned > counted * _ALIKE else "less" if counted > burned * _ALIKE else "same"
    return f"{turn.content.figures[kind]} "


def several_runs(turn: Turn) -> Reply:
    """How many calories do two runs burn, or one several times: "twice that", "and two more"?"""
    slots, session = _runs(turn), turn.session
    if how_many := _SUMS.get(slots.get("multiple", "")):
        slots = {name: value for name, value in slots.items() if name != "multiple"}
        runs, unit = session.runs[-how_many:], _distance_before(turn).get("unit", "")
        another = quantities.miles({"unit": unit, **slots} if unit else slots, turn.locale)
        if another and runs:  # "and I did three more, total?"
            return _sum(turn, [*runs[-how_many + 1 :], f"{another:.6g}"])
        if not slots and len(runs) > 1:
            return _sum(turn, runs)
    times, over = quantities.multiple(slots.get("multiple", ""))
    if (
        over
        and set(slots) == {"multiple"}
        and (session.line in turn.content.no_answer or session.intent not in beyond.MEASURED)
    ):  # "three times a week", of leg days
        turn.slots = {"asked": "how-often"}
        return beyond.unknown_question(turn)
    before = quantities.number(session.slots.get("calories"))
    if before and times and set(slots) == {"multiple"}:
        turn.slots = {**session.slots, "calories": f"{before * times:.0f}"}
        return distance_for_calories(turn)
    if not slots.keys() - {"distance", "other_distance"} and slots and not session.intent:
        return turn.line_and_offer("unknown-plain")  # "what's two plus two"
    if slots.get("unit") not in turn.content.units:
        last = _distance_before(turn)
        if set(last) == {"unit"}:  # "how many calories is a mile"
            last = {**last, "distance": "1"}
        if quantities.miles(slots, turn.locale) is None:  # of the last run something else is made
            session.runs = session.runs[:-1]
        elif slots.keys() & {"other_distance", "other_race"}:  # these are added up already
            session.runs = []
        in_one = quantities.in_all(slots, last, turn.locale)
        span = {"multiple": slots.pop("span", "")}  # "three times a week, for a month"
        turn.slots = dict(quantities.in_all(span, in_one, turn.locale))
        if not turn.slots:  # "and in a month", of something else
            fits = times or not slots
            return turn.line("which-distance") if fits else turn.line_and_offer("unknown-plain")
    return calories_burned(turn)


def per_what(turn: Turn) -> Reply:
    """Is that per week? It is for the distance that was worked out."""
    before = _distance_before(turn)
    if not before or turn.session.line in turn.content.no_answer:
        return beyond.unknown(turn, turn.content.unknown["how-often"])
    slots = before if quantities.miles(before, turn.locale) else {"distance": "1", **before}
    distance = f"{quantities.echo(slots, turn.locale)}{quantities.in_time(slots)}"
    return turn.line_and_offer("all-told" if "over" in slots else "once", distance=distance)


def _runs(turn: Turn) -> dict[str, str]:
    """Return the slots of the runs spoken of, whenever they were; "another mile" is one beside."""
    slots = {name: value for name, value in turn.slots.items() if not name.endswith("when")}
    if set(slots) == {"unit"} and slots["unit"] not in turn.content.units:
        return {"other_distance": "1", "other_unit": slots["unit"]}
    return slots


def _sum(turn: Turn, runs: Sequence[str]) -> Reply:
    unit = _distance_before(turn).get("unit", quantities.default_unit(turn.locale))
    miles = {"distance": f"{sum(quantities.number(run) or 0 for run in runs):.6g}", "unit": "mile"}
    turn.slots = dict(quantities.converted(miles, unit, turn.locale))
    reply = calories_burned(turn)
    turn.session.runs = []  # the next sum is of other runs
    return reply


def in_another_unit(turn: Turn, unit: str) -> Reply:
    """What's that in kilometers? The distance spoken of, or else what one burns."""
    before = _distance_before(turn)
    turn.slots = {"unit": unit}
    turn.session.runs = turn.session.runs[:-1]
    if unit not in turn.content.units and quantities.miles(before, turn.locale):
        turn.slots = dict(quantities.converted(before, unit, turn.locale))
    return calories_burned(turn)


def _distance_before(turn: Turn) -> dict[str, str]:
    slots, intent = turn.session.slots, turn.session.intent
    burned = quantities.number(slots.get("calories"))
    if intent == "DistanceForCaloriesIntent" and burned:
        unit = slots.get("unit", quantities.default_unit(turn.locale))
        return {"distance": f"{quantities.distance_for(burned, unit):.6g}", "unit": unit}
    return slots if intent == "CaloriesBurnedIntent" else {}


def distance_for_calories(turn: Turn) -> Reply:
    """How far for so many calories? The same arithmetic, backwards, in the unit asked for."""
    if turn.session.intent == "DistanceForCaloriesIntent":  # "how far is that in miles?"
        turn.slots = {**turn.session.slots, **turn.slots}
    slots = turn.slots
    wanted, unit = quantities.number(slots.get("calories")), slots.get("unit", "")
    if wanted is None and unit:
        return in_another_unit(turn, unit)
    _note(turn, "DistanceForCaloriesIntent")
    if line := turn.content.units.get(unit):
        return _no_distance(turn, line)
    if wanted is None:
        return _a_mile(turn)
    if wanted < quantities.FEWEST_CALORIES:
        return turn.line_and_offer("too-few-calories")
    if wanted > quantities.calories(quantities.FURTHEST_MILES):
        return turn.line_and_offer("too-many-calories")
    if unit not in ("mile", "kilometer"):
        unit = quantities.default_unit(turn.locale)
    distance = quantities.distance_for(wanted, unit)
    spoken = numbers.spoken_distance(distance, unit, turn.locale)
    shown = f"About {numbers.shown_distance(distance, unit)}"
    words = {
        "calories": _capital(numbers.count_in_words(round(wanted), turn.locale)),
        "answer": f"about {spoken}",
    }
    return _figure(turn, "distance", shown, f"{round(wanted):,} calories", words)


def suggest(turn: Turn) -> Reply:
    """Name a distance, to somebody who wants one worked out and names none."""
    unit = quantities.default_unit(turn.locale)
    spoken = numbers.spoken_distance(float(_suggested(turn)), unit, turn.locale)
    return turn.line("suggest-distance", distance=spoken)


def as_suggested(turn: Turn) -> Reply:
    """Work out the distance that was named."""
    unit = quantities.default_unit(turn.locale)
    turn.slots = {"distance": _suggested(turn), "unit": unit}
    return calories_burned(turn)


def _suggested(turn: Turn) -> str:
    return "10" if turn.session.slots.get("distance") == "5" else "5"


def _a_mile(turn: Turn) -> Reply:
    answer = turn.content.answers[_FIGURE]
    unit = turn.slots.get("unit", quantities.default_unit(turn.locale))
    kind = f"per-{unit}-again" if _credited(turn) else f"per-{unit}"
    say = turn.content.figures.get(kind)
    if say is None:
        return turn.answer(answer)
    claims = ("calories-per-mile",) if _credited(turn) else answer.claims
    metric = {"key_fact": "About 60 calories", "above": "1 kilometer"}
    return turn.answer(answer, say, claims=claims, **(metric if unit == "kilometer" else {}))


def _no_distance(turn: Turn, line: str) -> Reply:
    if any(form.ask for form in turn.content.prompts[line]):
        return turn.line(line)
    return turn.line_and_offer(line, [_FIGURE])


def _figure(
    turn: Turn, kind: str, key_fact: str, above: str, words: dict[str, str], lead: str = ""
) -> Reply:
    """Speak a worked-out figure, crediting it the first time in a session; `lead` comes first."""
    answer, again = turn.content.answers[_FIGURE], _credited(turn)
    again = again or bool(lead)  # two sentences are enough
    sentence = lead + turn.content.figures[f"{kind}-again" if again else kind].format(**words)
    claims = ("calories-per-mile",) if again else answer.claims
    previous = turn.session.offer
    reply = turn.answer(answer, sentence, claims=claims, key_fact=key_fact, above=above)
    if previous not in ("distance", "suggested"):
        reply = turn.offers.make(reply, "distance")
        return replace(reply, reprompt=f"{turn.content.figures['reprompt']} {reply.ask}")
    return turn.offers.next(reply, [other for other in answer.next if other != "why"])


def _credited(turn: Turn) -> bool:
    return "calories-source" in turn.session.heard


def _note(turn: Turn, intent: str) -> None:
    turn.session.intent, turn.session.slots = intent, turn.slots


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
