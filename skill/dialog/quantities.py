"""Distances and calories: read from slots, worked out, and spoken in round numbers.

The one figure is the article's, about 100 calories a mile for an average-sized runner, credited to
VeryFitWell. Everything here is arithmetic on it, so every result is an estimate and spoken as round
as one: "a bit over six hundred".
"""

from collections.abc import Mapping

from skill.dialog.numbers import count_in_words, estimated_distance, in_words, shown_distance

CALORIES_PER_MILE = 100
KILOMETERS_PER_MILE = 1.609344
SHORTEST_MILES = 0.2  # below this a distance is a few steps
FEWEST_CALORIES = 20
FURTHEST_IN_TIME = 9_000  # miles in a month or a year: further than anybody runs
FURTHEST_MILES = 500  # past this an estimate is a joke; about the longest footraces there are

_MANY_METERS = 5000  # and more are spoken of as kilometers
_PER_MILE = {
    "mile": 1.0,
    "kilometer": KILOMETERS_PER_MILE,
    "meter": 1000 * KILOMETERS_PER_MILE,
    "yard": 1760.0,
}
_RACE_NAMES = {
    "marathon": "marathon",
    "half-marathon": "half marathon",
    "five-k": "five k",
    "ten-k": "ten k",
    "parkrun": "parkrun",
}
RACES = {  # official lengths in kilometers (World Athletics)
    "marathon": 42.195,
    "half-marathon": 21.0975,
    "five-k": 5.0,
    "ten-k": 10.0,
    "parkrun": 5.0,
}
FRACTIONS = {"half": 0.5, "quarter": 0.25, "three-quarters": 0.75}
KILOMETER_LOCALES = {"en-AU", "en-CA", "en-IN"}  # where people measure a run in kilometers


def own_unit(slots: Mapping[str, str]) -> str:
    """Return the unit that slots name a run in, a race by its kilometers: "five k"; or ""."""
    kilometers = RACES.get(slots.get("race", ""), 0.5) % 1 == 0
    return slots.get("unit", "kilometer" if kilometers else "")


def default_unit(locale: str) -> str:
    """Return the unit meant by a bare number: "kilometer" or "mile"."""
    return "kilometer" if locale in KILOMETER_LOCALES else "mile"


def miles(slots: Mapping[str, str], locale: str = "en-US") -> float | None:
    """Return the distance that resolved slots name, in miles; None where they name none.

    Reads `race`, or `distance` with `fraction` or `tenths`, in `unit` or the locale's own; `extra`
    is what comes to one whole unit, "a mile and a half". Numbers that cannot be read count as
    absent, and minutes are no distance.
    """
    if kilometers := RACES.get(slots.get("race", "")):
        return kilometers * (number(slots.get("distance")) or 1) / KILOMETERS_PER_MILE
    slots = with_extra(slots)
    whole, fraction = number(slots.get("distance")), FRACTIONS.get(slots.get("fraction", ""))
    tenths = number(slots.get("tenths"))
    if whole is None and fraction is None and tenths is None:
        return None
    amount = (whole or 0) + (fraction or 0)
    if tenths is not None:
        amount += tenths / 10 ** len(str(int(tenths)))
    unit = slots.get("unit", default_unit(locale))
    return amount / _PER_MILE[unit] if unit in _PER_MILE else None


def in_unit(distance: float, unit: str) -> str:
    """Return a distance in miles as the `distance` slot of one in another unit."""
    return f"{distance * _PER_MILE.get(unit, 1):.6g}"


def converted(slots: Mapping[str, str], unit: str, locale: str = "en-US") -> Mapping[str, str]:
    """Return the slots of the same distance in another unit."""
    return {"distance": in_unit(miles(slots, locale) or 0, unit), "unit": unit}


def of_a_race(slots: Mapping[str, str]) -> dict[str, str]:
    """Return slots without a race whose distance is told with it: "parkrun's five k"."""
    told = slots.keys() >= {"distance", "unit"}
    return {name: value for name, value in slots.items() if not (told and name == "race")}


def with_extra(slots: Mapping[str, str]) -> Mapping[str, str]:
    """Return the slots of "a mile and a half" as those of "one and a half miles"."""
    if "extra" not in slots:
        return slots
    return {**slots, "distance": slots.get("distance", "1"), "fraction": slots["extra"]}


def with_one(slots: Mapping[str, str]) -> Mapping[str, str]:
    """Return the slots of a bare unit as those of one: "a mile"."""
    return {**slots, "distance": "1"} if set(slots) == {"unit"} else slots


def is_one(slots: Mapping[str, str]) -> bool:
    """Tell whether resolved slots name one whole unit: "a mile"."""
    whole = number(slots.get("distance"))
    return whole == 1 and not slots.keys() & {"fraction", "extra", "tenths", "race"}


def echo(slots: Mapping[str, str], locale: str = "en-US") -> str:
    """Return in words the distance that slots name, as it was said: "three and a half miles".

    A distance that was worked out is rounded, as by `estimated_distance`.
    """
    slots = with_extra(slots)
    whole, fraction = number(slots.get("distance")), slots.get("fraction", "")
    if race := slots.get("race"):
        name = _RACE_NAMES.get(race, race)
        many = whole if whole and whole > 1 else None
        return f"{in_words(round(many), locale)} {name}s" if many else f"{_article(name)} {name}"
    unit = slots.get("unit", default_unit(locale))
    if whole is None and fraction:
        part = {"half": "half a", "quarter": "a quarter of a"}.get(fraction, "three quarters of a")
        return f"{part} {unit}"
    if unit == "meter" and (whole or 0) >= _MANY_METERS:
        return echo({"distance": f"{(whole or 0) / 1000:g}", "unit": "kilometer"}, locale)
    if whole is not None and whole != int(whole):  # worked out, and not as it was said
        return estimated_distance(whole, unit, locale)
    words = count_in_words(int(whole or 0), locale)
    if tenths := slots.get("tenths"):
        words += f" point {' '.join(in_words(int(d)) for d in str(int(number(tenths) or 0)))}"
    if fraction:
        part = {"half": "and a half", "quarter": "and a quarter"}.get(
            fraction, "and three quarters" if whole == 1 else "and three-quarter"
        )
        return f"a {unit} {part}" if whole == 1 else f"{words} {part} {unit}s"
    return f"{words} {unit}{'' if words == 'one' else 's'}"


def shown(slots: Mapping[str, str], locale: str = "en-US") -> str:
    """Return in digits the distance that slots name, for a screen: "3.5 miles"."""
    distance = miles(slots, locale) or 0
    if race := slots.get("race"):
        return _RACE_NAMES.get(race, race).capitalize()
    unit = slots.get("unit", default_unit(locale))
    amount = distance * _PER_MILE.get(unit, 1)
    if "." in slots.get("distance", ""):  # worked out, and rounded as it is spoken
        return shown_distance(amount, unit)
    return f"{amount:,.4g} {unit}{'' if round(amount, 2) == 1 else 's'}"


def calories(distance: float) -> float:
    """Return the calories that an average-sized runner uses over `distance` miles, roughly."""
    return distance * CALORIES_PER_MILE


def distance_for(amount: float, unit: str) -> float:
    """Return how far, in `unit`, an average-sized runner runs for `amount` calories, roughly."""
    distance = amount / CALORIES_PER_MILE
    return distance * KILOMETERS_PER_MILE if unit == "kilometer" else distance


def _article(name: str) -> str:
    return "an" if name[0] in "aeio" else "a"


def number(value: str | None) -> float | None:
    """Return the number that a slot holds; None for "?", words, and a billion or more."""
    try:
        number = float(value or "")
    except ValueError:
        return None
    return number if 0 <= number < 1_000_000_000 else None
