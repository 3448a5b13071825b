"""Distances and calories, worked out from the one figure."""

from dataclasses import replace

from skill.dialog import quantities
from skill.dialog.reply import Reply
from skill.handlers.turn import Turn

_FIGURE = "calories-per-mile"


def calories_burned(turn: Turn) -> Reply:
    """How many calories does a distance burn? Without a distance: how many a mile."""
    slots = turn.slots
    _note(turn, "CaloriesBurnedIntent")
    if line := turn.content.units.get(slots.get("unit", "")):
        return _no_distance(turn, line)
    miles = quantities.miles(slots, turn.locale)
    if miles is None or (quantities.is_one(slots) and slots.get("unit", "mile") == "mile"):
        return _a_mile(turn)
    if miles < quantities.SHORTEST_MILES:
        return turn.line_and_offer("too-short")
    if miles > quantities.FURTHEST_MILES:
        return turn.line_and_offer("no-such-distance")
    burned = quantities.calories(miles)
    echo = quantities.echo(slots, turn.locale)
    words = {
        "distance": _capital(echo),
        "calories": quantities.spoken_estimate(burned, turn.locale),
    }
    shown = f"About {quantities.shown_count(burned)} calories"
    return _figure(turn, "burned", shown, quantities.shown(slots, turn.locale), words)


def distance_for_calories(turn: Turn) -> Reply:
    """How far for so many calories? The same arithmetic, backwards, in the unit asked for."""
    if turn.session.intent == "DistanceForCaloriesIntent":  # "how far is that in miles?"
        turn.slots = {**turn.session.slots, **turn.slots}
    slots = turn.slots
    _note(turn, "DistanceForCaloriesIntent")
    wanted = quantities.number(slots.get("calories"))
    if wanted is None:
        return _a_mile(turn)
    if wanted < quantities.FEWEST_CALORIES:
        return turn.line_and_offer("too-few-calories")
    if wanted > quantities.calories(quantities.FURTHEST_MILES):
        return turn.line_and_offer("too-many-calories")
    unit = slots.get("unit", "")
    if unit not in ("mile", "kilometer"):
        unit = quantities.default_unit(turn.locale)
    distance = quantities.distance_for(wanted, unit)
    spoken = quantities.spoken_distance(distance, unit, turn.locale)
    shown = f"About {quantities.shown_distance(distance, unit)}"
    words = {
        "calories": _capital(quantities.count_in_words(round(wanted), turn.locale)),
        "answer": f"about {spoken}",
    }
    return _figure(turn, "distance", shown, f"{round(wanted):,} calories", words)


def _a_mile(turn: Turn) -> Reply:
    answer = turn.content.answers[_FIGURE]
    unit = turn.slots.get("unit", quantities.default_unit(turn.locale))
    if unit != "kilometer":
        return turn.answer(answer)
    kind = "per-kilometer-again" if _credited(turn) else "per-kilometer"
    claims = ("calories-per-mile",) if _credited(turn) else answer.claims
    shown = {"key_fact": "About 60 calories", "above": "1 kilometer"}
    return turn.answer(answer, turn.content.figures[kind], claims=claims, **shown)


def _no_distance(turn: Turn, line: str) -> Reply:
    if any(form.ask for form in turn.content.prompts[line]):
        return turn.line(line)
    return turn.line_and_offer(line, [_FIGURE])


def _figure(turn: Turn, kind: str, key_fact: str, above: str, words: dict[str, str]) -> Reply:
    """Speak a worked-out figure, crediting it the first time in a session."""
    answer, again = turn.content.answers[_FIGURE], _credited(turn)
    sentence = turn.content.figures[f"{kind}-again" if again else kind].format(**words)
    claims = ("calories-per-mile",) if again else answer.claims
    previous = turn.session.offer
    reply = turn.answer(answer, sentence, claims=claims, key_fact=key_fact, above=above)
    if previous != "distance":
        reply = turn.offer(reply, "distance")
        return replace(reply, reprompt=f"{turn.content.figures['reprompt']} {reply.ask}")
    return turn.offering(reply, [other for other in answer.next if other != "why"])


def _credited(turn: Turn) -> bool:
    return "calories-source" in turn.session.heard


def _note(turn: Turn, intent: str) -> None:
    turn.session.intent, turn.session.slots = intent, turn.slots


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
