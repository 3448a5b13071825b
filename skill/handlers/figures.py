"""Distances and calories, worked out from the one figure."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from skill.dialog import multiples, numbers, quantities, runs
from skill.dialog.reply import Reply
from skill.handlers.turn import Turn

_FIGURE = "calories-per-mile"
RUNS = 10  # that are added up
_ALIKE = 1.1  # how much apart two counts of calories still agree


def calories_burned(turn: Turn) -> Reply:
    """How many calories does a distance burn? Without a distance: how many a mile."""
    slots = turn.slots
    counted = quantities.number(slots.pop("calories", None))
    if line := turn.content.units.get(slots.get("unit", "")):
        return no_distance(turn, line)
    if counted and quantities.miles(slots, turn.locale) is None and "unit" not in slots:
        before = distance_before(turn)  # "so that's three hundred calories?"
        slots = turn.slots = dict(quantities.with_one(before))
        take_back(turn)
    miles = quantities.miles(slots, turn.locale)
    if (counted or 0) < quantities.FEWEST_CALORIES:  # "I did five miles, five!"
        counted = None
    lead = _compared(turn, counted, quantities.calories(miles)) if counted and miles else ""
    return worked_out(turn, lead)


def worked_out(turn: Turn, lead: str = "") -> Reply:
    """Work out what the distance of this turn burns; `lead` is said before it."""
    slots = turn.slots
    told, event = slots.pop("told", ""), slots.pop("event", "")
    day = slots.pop("when", "")
    _note(turn, "CaloriesBurnedIntent")
    miles = quantities.miles(slots, turn.locale)
    if miles is None or (quantities.is_one(slots) and slots.get("unit", "mile") == "mile"):
        return _a_mile(turn, lead)
    if miles < quantities.SHORTEST_MILES:
        return turn.line_and_offer("too-short")
    furthest = quantities.FURTHEST_IN_TIME if "over" in slots else quantities.FURTHEST_MILES
    if miles > furthest:
        return turn.line_and_offer("no-such-distance")
    asked = not day and told in ("", "supposed")
    summed = "over" in slots or (asked and turn.session.added > 1)
    before = [] if summed else turn.session.runs  # the next sum is of other runs
    turn.session.runs = [*before, runs.kept(slots, day, turn.locale)][-RUNS:]
    turn.session.added = 1
    burned = quantities.calories(miles)
    words = {
        "distance": capital(in_words(turn, slots)),
        "calories": numbers.spoken_estimate(burned, turn.locale),
    }
    shown = f"About {numbers.shown_count(burned)} calories"
    praised = told == "done" or (told == "ahead" and ("race" in slots or event))
    kind = told if praised and not lead else "burned"
    return _figure(turn, kind, shown, quantities.shown(slots, turn.locale), words, lead)


def in_words(turn: Turn, slots: Mapping[str, str]) -> str:
    """Return in words the distance that slots name, and in what time: "ten miles a week"."""
    return f"{quantities.echo(slots, turn.locale)}{multiples.in_time(slots)}"


def agrees(turn: Turn, number: str, times: Sequence[float] = (1,)) -> bool:
    """Tell whether a number is about the calories of the distance spoken of, or so many `times`."""
    counted = quantities.number(number) or 0
    burned = quantities.calories(quantities.miles(distance_before(turn), turn.locale) or 0)
    return burned > 0 and any(1 / _ALIKE <= counted / (burned * time) <= _ALIKE for time in times)


def _compared(turn: Turn, counted: float, burned: float) -> str:
    """Say how our estimate compares to what somebody else counted: "four thousand, then?"."""
    kind = "more" if burned > counted * _ALIKE else "less" if counted > burned * _ALIKE else "same"
    return turn.content.figures[kind]


def in_another_unit(turn: Turn, unit: str) -> Reply:
    """What's that in kilometers? The distance spoken of, or else what one burns."""
    session, before = turn.session, distance_before(turn)
    turn.slots = {"unit": unit}
    if unit in turn.content.units or not quantities.miles(before, turn.locale):
        return calories_burned(turn)
    known = session.runs, session.added
    turn.slots = dict(multiples.in_other_unit(before, unit, turn.locale))
    reply = calories_burned(turn)
    session.runs, session.added = known
    return reply


def take_back(turn: Turn) -> None:
    """Take back the runs that the figure spoken of is for: something else is made of them."""
    session = turn.session
    session.runs, session.added = session.runs[: len(session.runs) - session.added], 0


def distance_before(turn: Turn) -> dict[str, str]:
    """Return the slots of the distance spoken of, or of the one that was worked out."""
    slots, intent = turn.session.slots, turn.session.intent
    if turn.session.offer == "suggested":
        return _suggested(turn)
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
    turn.session.added = 0
    if line := turn.content.units.get(unit):
        return no_distance(turn, line)
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
        "calories": capital(numbers.count_in_words(round(wanted), turn.locale)),
        "answer": f"about {spoken}",
    }
    return _figure(turn, "distance", shown, f"{round(wanted):,} calories", words)


def to_run_off(turn: Turn) -> Reply:
    """How far to run off a pizza? Nothing is known of what it has: ask how many calories."""
    turn.slots.pop("food", None)
    if "calories" in turn.slots or turn.slots.get("unit") in turn.content.units:
        return distance_for_calories(turn)
    turn.session.added = 0
    _note(turn, "DistanceForCaloriesIntent")
    return turn.line("which-calories")


def last(turn: Turn) -> Reply:
    """What was that number again? Of the distance spoken of, the last run, or else of a mile."""
    run = last_run(turn)
    miles = quantities.miles(run, turn.locale)
    if miles is None:
        return calories_burned(turn)
    if turn.session.intent == "DistanceForCaloriesIntent":
        turn.slots = {**turn.session.slots}
        return distance_for_calories(turn)
    turn.slots = run
    _note(turn, "CaloriesBurnedIntent")
    counted = numbers.spoken_estimate(quantities.calories(miles), turn.locale)
    words = {"calories": capital(counted), "distance": in_words(turn, run)}
    shown = f"About {numbers.shown_count(quantities.calories(miles))} calories"
    return _figure(turn, "repeated", shown, quantities.shown(run, turn.locale), words)


def last_run(turn: Turn) -> dict[str, str]:
    """Return the slots of the last run spoken of, however long ago; none where none was."""
    told = turn.session.runs[-max(turn.session.added, 1) :]
    before = dict(quantities.with_one(distance_before(turn)))
    return before or (runs.together(told, runs.slots_of(told[-1])["unit"]) if told else {})


def how_far(turn: Turn) -> Reply:
    """Ask how far; how a distance is told is explained to whoever has told none yet."""
    return turn.line("which-distance-again" if turn.session.runs else "which-distance")


def suggest(turn: Turn) -> Reply:
    """Name a distance, to somebody who wants one worked out and names none."""
    return turn.line("suggest-distance", distance=quantities.echo(_suggested(turn), turn.locale))


def as_suggested(turn: Turn) -> Reply:
    """Work out the distance that was named."""
    turn.slots = _suggested(turn)
    return calories_burned(turn)


def _suggested(turn: Turn) -> dict[str, str]:
    distance = "10" if turn.session.slots.get("distance") == "5" else "5"
    return {"distance": distance, "unit": quantities.default_unit(turn.locale)}


def _a_mile(turn: Turn, lead: str = "") -> Reply:
    answer, again = turn.content.answers[_FIGURE], bool(lead) or _credited(turn)
    unit = turn.slots.get("unit", quantities.default_unit(turn.locale))
    say = turn.content.figures.get(f"per-{unit}-again" if again else f"per-{unit}")
    if say is None:
        return turn.answer(answer)
    say = f"{lead} {say}".lstrip()
    claims = ("calories-per-mile",) if again else answer.claims
    metric = {"key_fact": "About 60 calories", "above": "1 kilometer"}
    return turn.answer(answer, say, claims=claims, **(metric if unit == "kilometer" else {}))


def no_distance(turn: Turn, line: str) -> Reply:
    """Say the line on a measure that is no distance, and what a mile burns, or ask how far."""
    if any(form.ask for form in turn.content.prompts[line]):
        return turn.line(line)
    return turn.line_and_offer(line, [_FIGURE])


def counted_as(turn: Turn, race: Mapping[str, str]) -> Reply:
    """Say how far a race is, which is the distance of this turn, and what that burns."""
    slots = turn.slots
    said = worked_out(turn)
    burned = quantities.calories(quantities.miles(slots, turn.locale) or 0)
    words = {
        "race": quantities.echo(race, turn.locale),
        "distance": f"about {in_words(turn, slots)}",
        "calories": numbers.spoken_estimate(burned, turn.locale),
    }
    return replace(said, say=turn.content.figures["counted-as"].format(**words))


def _figure(
    turn: Turn, kind: str, key_fact: str, above: str, words: dict[str, str], lead: str = ""
) -> Reply:
    """Speak a worked-out figure, crediting it the first time in a session; `lead` comes first."""
    answer, again = turn.content.answers[_FIGURE], _credited(turn)
    again = again or bool(lead)  # two sentences are enough
    kind = f"{kind}-again" if again and f"{kind}-again" in turn.content.figures else kind
    sentence = turn.content.figures[kind].format(**words)
    sentence = f"{lead} {sentence}".lstrip()
    claims = ("calories-per-mile",) if again else answer.claims
    previous = turn.session.offer
    reply = turn.answer(answer, sentence, claims=claims, key_fact=key_fact, above=above)
    if previous not in ("distance", "suggested"):
        return turn.offers.make(reply, "distance")
    return turn.offers.next(reply, [other for other in answer.next if other != "why"])


def _credited(turn: Turn) -> bool:
    return "calories-source" in turn.session.heard


def _note(turn: Turn, intent: str) -> None:
    turn.session.intent, turn.session.slots = intent, turn.slots


def capital(words: str) -> str:
    """Return words as they begin a sentence."""
    return words[:1].upper() + words[1:]
