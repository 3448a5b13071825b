"""Distances and calories, worked out from the one figure."""

from collections.abc import Mapping

from skill.dialog import how_often, multiples, numbers, quantities
from skill.dialog.reply import Reply
from skill.dialog.speech import capital
from skill.handlers import own_counts, spoken_of
from skill.handlers.turn import Turn

_FIGURE = "calories-per-mile"
_CARED = "cared for a figure"  # the form of words by which a figure had a word of care
_IN_GENERAL = "calories"  # the answer whether running burns many: too little for who counts them
_NOT_OF_RUNNING = ("leg-day-calories", "why-leg-day-burns", "love-or-hate", "alternate")
_REASON = "reason of a figure"  # the form of words in which it is offered
_ANEW = "anew"  # the TOLD of "start over"
_ANOTHER = ("distance", "suggested")  # offers of another distance


def calories_burned(turn: Turn) -> Reply:
    """How many calories does a distance burn? Without a distance: how many a mile."""
    slots = turn.slots
    counted = quantities.number(slots.pop("calories", None))
    if line := turn.content.units.get(slots.get("unit", "")):
        return no_distance(turn, line)
    if counted and quantities.miles(slots, turn.locale) is None and "unit" not in slots:
        before = spoken_of.distance_before(turn)  # "so that's three hundred calories?"
        slots = turn.slots = dict(quantities.with_one(before))
        spoken_of.take_back(turn)
    miles = quantities.miles(slots, turn.locale)
    if (counted or 0) < quantities.FEWEST_CALORIES:  # "I did five miles, five!"
        counted = None
    lead = (
        own_counts.compared(turn, counted, quantities.calories(miles)) if counted and miles else ""
    )
    return worked_out(turn, lead)


def worked_out(turn: Turn, lead: str = "", race: str = "") -> Reply:
    """Work out what the distance of this turn burns; `lead` is said before it.

    `race` is what it's counted as the length of.
    """
    slots = turn.slots
    told, event = slots.pop("told", ""), slots.pop("event", "")
    day = slots.pop("when", "")
    if told == _ANEW:
        spoken_of.forget(turn)
    note(turn, "CaloriesBurnedIntent")
    miles = quantities.miles(slots, turn.locale)
    if miles is None or (quantities.is_one(slots) and slots.get("unit", "mile") == "mile"):
        return _a_mile(turn, lead)
    if miles < quantities.SHORTEST_MILES:
        return turn.line_and_offer("too-short")
    furthest = quantities.FURTHEST_IN_TIME if "over" in slots else quantities.FURTHEST_MILES
    if miles > furthest:
        return turn.line_and_offer("no-such-distance")
    spoken_of.keep(turn, slots, day, asked=not day and told in ("", "supposed"))
    burned = quantities.calories(miles)
    words = {
        "distance": capital(in_words(turn, slots)),
        "calories": numbers.spoken_estimate(burned, turn.locale),
        "run": in_words(turn, slots),
        "race": race,
        "length": f"about {in_words(turn, slots)}",
    }
    praised = told == "done" or (told == "ahead" and ("race" in slots or event))
    kind = "counted-as" if race else told if praised and not lead else "burned"
    return figure(turn, kind, slots, words, lead)


def noted(turn: Turn) -> Reply:
    """Note the run of this turn as if what it burns were said, which says more itself."""
    session = turn.session
    heard, forms = [*session.heard], {**session.forms}
    reply = worked_out(turn)
    session.heard, session.forms = heard, forms
    return reply


def in_words(turn: Turn, slots: Mapping[str, str]) -> str:
    """Return in words the distance that slots name, and in what time: "ten miles a week"."""
    return f"{quantities.echo(slots, turn.locale)}{how_often.in_time(slots)}"


def in_another_unit(turn: Turn, unit: str) -> Reply:
    """What's that in kilometers? The distance spoken of, or else what one burns."""
    session, before = turn.session, spoken_of.distance_before(turn)
    turn.slots = {"unit": unit}
    if unit in turn.content.units or not quantities.miles(before, turn.locale):
        return calories_burned(turn)
    known = session.runs, session.added
    turn.slots = dict(multiples.in_other_unit(before, unit, turn.locale))
    reply = calories_burned(turn)
    session.runs, session.added = known
    return reply


def distance_for_calories(turn: Turn) -> Reply:
    """How far for so many calories? The same arithmetic, backwards, in the unit asked for."""
    if turn.session.intent == "DistanceForCaloriesIntent":  # "how far is that in miles?"
        turn.slots = {**turn.session.slots, **turn.slots}
    slots = turn.slots
    wanted, unit = quantities.number(slots.get("calories")), slots.get("unit", "")
    if wanted is None and unit:
        return in_another_unit(turn, unit)
    note(turn, "DistanceForCaloriesIntent")
    turn.session.added, turn.session.target = 0, slots.get("calories")
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
    return _spoken(turn, "distance", (shown, f"{round(wanted):,} calories"), words)


def how_far(turn: Turn) -> Reply:
    """Ask how far; how a distance is told is explained to whoever has told none yet."""
    return turn.line("which-distance-again" if turn.session.runs else "which-distance")


def _a_mile(turn: Turn, lead: str = "") -> Reply:
    answer, again = turn.content.answers[_FIGURE], bool(lead) or credited(turn)
    again = again or turn.ailing
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


def figure(
    turn: Turn, kind: str, slots: Mapping[str, str], words: dict[str, str], lead: str = ""
) -> Reply:
    """Speak of what the distance that slots name burns, in the sentence `kind`, and show it."""
    return _spoken(turn, kind, _shown(turn, slots), words, lead)


def _shown(turn: Turn, slots: Mapping[str, str]) -> tuple[str, str]:
    """Return what a screen shows of the figure for the distance that slots name."""
    burned = quantities.calories(quantities.miles(slots, turn.locale) or 0)
    return f"About {numbers.shown_count(burned)} calories", quantities.shown(slots, turn.locale)


def _spoken(
    turn: Turn, kind: str, shown: tuple[str, str], words: dict[str, str], lead: str = ""
) -> Reply:
    """Speak a worked-out figure, crediting it the first time in a session; `lead` comes first."""
    answer, again = turn.content.answers[_FIGURE], credited(turn)
    careful = turn.care.needed and not (turn.ailing or _CARED in turn.session.forms)
    again = again or bool(lead) or turn.ailing or careful  # two sentences are enough
    kind = f"{kind}-again" if again and f"{kind}-again" in turn.content.figures else kind
    sentence = turn.content.figures[kind].format(**words)
    sentence = f"{lead} {sentence}".lstrip()
    if careful and not lead:
        turn.session.forms[_CARED] = 1
        sentence = f"{sentence} {turn.form('care').say}"
    claims = ("calories-per-mile",) if again else answer.claims
    previous = turn.session.offer
    reply = turn.answer(answer, sentence, claims=claims, key_fact=shown[0], above=shown[1])
    return _offering(turn, reply, previous)


def said(turn: Turn, say: str, slots: Mapping[str, str]) -> Reply:
    """Say a sentence on the figure for the distance that slots name, and show it."""
    answer, previous = turn.content.answers[_FIGURE], turn.session.offer
    shown, above = _shown(turn, slots)
    reply = turn.answer(answer, say, claims=(_FIGURE,), key_fact=shown, above=above)
    return _offering(turn, reply, previous)


def _offering(turn: Turn, reply: Reply, previous: str | None) -> Reply:
    """Offer another distance, then the reason, then what running is good for, each of them once."""
    for theme in (_IN_GENERAL, *_NOT_OF_RUNNING):
        turn.offers.leave(theme)
    tried = turn.session.forms
    if "offer distance" not in tried and previous not in _ANOTHER:
        return turn.offers.make(reply, "distance")
    if _REASON not in tried and not {"why-running-burns", "why"} & {previous, *turn.session.trail}:
        tried[_REASON] = 1
        return turn.offers.next(reply, ["why"], turn.content.answers[_FIGURE])
    themes = turn.offers.untried(turn.content.order)
    if themes or previous in _ANOTHER:
        return turn.offers.next(reply, themes)
    return turn.offers.make(reply, "distance")


def credited(turn: Turn) -> bool:
    """Tell whether it was said whose figure it is."""
    return "calories-source" in turn.session.heard


def note(turn: Turn, intent: str) -> None:
    """Note what the question was, and its slots."""
    turn.session.intent, turn.session.slots = intent, turn.slots
