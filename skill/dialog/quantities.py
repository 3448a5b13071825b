"""Distances and calories: read from slots, worked out, and spoken in round numbers.

The one figure is the article's, about 100 calories a mile for an average-sized runner, credited to
VeryFitWell. Everything here is arithmetic on it, so every result is an estimate and spoken as round
as one: "a bit over six hundred".
"""

from collections.abc import Mapping

from skill.dialog.numbers import count_in_words, in_words, shown_distance, spoken_distance

CALORIES_PER_MILE = 100
KILOMETERS_PER_MILE = 1.609344
SHORTEST_MILES = 0.2  # below this a distance is a few steps
FEWEST_CALORIES = 20
FURTHEST_IN_TIME = 9_000  # miles in a month or a year: further than anybody runs
FURTHEST_MILES = 500  # past this an estimate is a joke; about the longest footraces there are

_PER_MILE = {"mile": 1.0, "kilometer": KILOMETERS_PER_MILE, "meter": 1000 * KILOMETERS_PER_MILE}
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
_MULTIPLES = {
    "half": 0.5,
    "quarter": 0.25,
    "third": 1 / 3,
    "once": 1,
    "twice": 2,
    "three-times": 3,
    "four-times": 4,
    "five-times": 5,
    "six-times": 6,
    "eight-times": 8,
    "ten-times": 10,
}
_A_DAY = "day"  # the MULTIPLE of "five miles a day", and of "how many is that a day?"
_DAYS = {"day": 1, "week": 7, "month": 30, "year": 365}
_COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_COUNTS |= {"eight": 8, "ten": 10, "twelve": 12}
KILOMETER_LOCALES = {"en-AU", "en-CA", "en-IN"}  # where people measure a run in kilometers

_BESIDE = ("other_", "third_")  # how the slots of a second and a third run begin


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


def in_all(
    slots: Mapping[str, str], last: Mapping[str, str], locale: str = "en-US"
) -> Mapping[str, str]:
    """Return, as slots of one distance, what slots name together; none where they name nothing.

    That is one run, and `other_...` and `third_...` beside it, `multiple` times over. `last` are
    the slots of the distance spoken of before, which is meant where no first run is named.
    """
    own = {name: value for name, value in slots.items() if not name.startswith(_BESIDE)}
    others = [_of_run(prefix, slots) for prefix in _BESIDE]
    a_day = own.get("multiple") == _A_DAY
    times, over = multiple(own.pop("multiple", ""))
    if set(own) == {"unit"} and times:  # "a couple of miles", "a mile twice a week"
        own["distance"] = "1"
    if miles(own, locale) is None:
        if a_day and "over" in last:
            return in_a_day(last)
        own, times, over = _again(last, times, over)
    elif over and not times:  # "ten miles a week": all of them, in who knows how many runs
        own, times = {**own, "over": over}, 1
    unit = own.get("unit") or slots.get("other_unit") or last.get("unit", default_unit(locale))
    if others[0].keys() == {"unit"}:  # "what's five miles in kilometers"
        return converted(own, others[0]["unit"], locale) if own else {}
    runs = [run for run in (own, *others) if miles({"unit": unit, **run}, locale) is not None]
    if not runs or (len(runs) == 1 and not (times or over)):
        return runs[0] if runs else {}
    if not times:  # what is run daily, or in so many days
        times = _fold(over, last.get("over", "")) if over else 1
    lengths = [miles({"unit": unit, **run}, locale) or 0 for run in runs]
    sums = (sum(lengths), times * lengths[0] + sum(lengths[1:]))  # "three twice a week, and a four"
    each, amount = (f"{sum_ * _PER_MILE.get(unit, 1):.6g}" for sum_ in sums)
    found = {"distance": amount, "unit": unit} | _counted(own, times, len(runs) - 1)
    known = "each" in own or "over" not in own
    return (
        found
        | ({"over": over} if over else {})
        | ({"each": own.get("each", each)} if over and known else {})
    )


def _counted(own: Mapping[str, str], times: float, others: int) -> dict[str, str]:
    """Return, as a slot, in how many runs it is run; none where that isn't known."""
    once = number(own.get("parts")) or (None if "over" in own else 1)
    return {"parts": f"{once * times + others:.6g}"} if once and times >= 1 else {}


def in_a_day(last: Mapping[str, str]) -> Mapping[str, str]:
    """Return the slots of what is run in a day, of so much in a week: "how many is that a day?"."""
    a_day = (number(last.get("distance")) or 0) / _days(last["over"])
    return {"distance": f"{a_day:.6g}", "unit": last.get("unit", "mile"), "over": "day"}


def a_run(last: Mapping[str, str]) -> Mapping[str, str]:
    """Return the slots of one run of several, on average; none where it isn't known how many."""
    parts, whole = number(last.get("parts")), number(last.get("distance"))
    if not parts or not whole or parts == 1:
        return {}
    return {"distance": f"{whole / parts:.6g}", "unit": last.get("unit", "mile")}


def _again(
    last: Mapping[str, str], times: float | None, over: str
) -> tuple[dict[str, str], float | None, str]:
    """Return the slots of the last distance, how many `times` it is taken, and in what time.

    "twice a day" and "five times a week" are multiplied; of the same time, the later one counts.
    What was told of a whole week stays, however often it is run.
    """
    before, each, whole = last.get("over", ""), number(last.get("each")), last.get("distance")
    if not times:
        return dict(last), times, over
    if before and over and not each:  # "three times a week", of ten miles a week
        counted = {"parts": f"{times:.6g}"} if over == before else {}
        return {**last, **counted}, 1, before
    if not each:
        return dict(last), times, over or before
    if over and (
        over == before or "day" not in (over, before)
    ):  # "three times a week", after "twice a week"
        parts = number(last.get("parts"))
        one = {"parts": f"{parts * each / (number(whole) or each):.6g}"} if parts else {}
        return {**last, "distance": last["each"], **one}, times, over
    if over in ("", "day"):  # "twice a day", or half of it, after "five days a week"
        return {**last, "each": f"{each * times:.6g}"}, times, before
    return {name: value for name, value in last.items() if name != "each"}, times, over


def as_often(
    before: Mapping[str, str], slots: Mapping[str, str], locale: str = "en-US"
) -> Mapping[str, str]:
    """Return the slots of another run, made as often as the one `before`: "and three miles?"."""
    each, whole = miles(slots, locale), number(before.get("distance"))
    one = number(before.get("each")) or whole
    if not (each and one and whole):
        return slots
    unit = slots.get("unit", default_unit(locale))
    lengths = {"each": each, "distance": each * whole / one}
    amounts = {name: f"{length * _PER_MILE.get(unit, 1):.6g}" for name, length in lengths.items()}
    return {**before, **{name: amounts[name] for name in amounts if name in before}, "unit": unit}


def _of_run(prefix: str, slots: Mapping[str, str]) -> dict[str, str]:
    return {
        name.removeprefix(prefix): value for name, value in slots.items() if name.startswith(prefix)
    }


def multiple(value: str) -> tuple[float | None, str]:
    """Return how often a MULTIPLE is, and in what time: "twice-a-week" -> (2, "week").

    None and "" are what it does not say: "week" -> (None, "week"), "half" -> (0.5, "").
    """
    if _days(value) > 1:
        return None, value
    if value == _A_DAY:
        return 7, "week"
    times, _, over = value.partition("-a-")
    daily = {"every-day-of": _days(over), "every-other-day-of": _days(over) / 2}
    return daily.get(times) or _MULTIPLES.get(times), over


def _days(time: str) -> int:
    """Return how many days a time is: "week" -> 7, "four-weeks" -> 28; 1 for what is none."""
    count, _, unit = time.partition("-")
    several = _COUNTS.get(count, 0) * _DAYS.get(unit.removesuffix("s"), 0)
    return several or _DAYS.get(time, 1)


def _fold(time: str, part: str) -> float:
    """Return how many times one time holds another: a week seven days, a year twelve months."""
    return 12 if (time, part) == ("year", "month") else _days(time) / _days(part)


def in_time(slots: Mapping[str, str]) -> str:
    """Return in words in what time slots say something is run: " a week", " in four weeks"."""
    over = slots.get("over", "").replace("-", " ")
    return f" {'in' if ' ' in over else 'a'} {over}" if over else ""


def converted(slots: Mapping[str, str], unit: str, locale: str = "en-US") -> Mapping[str, str]:
    """Return the slots of the same distance in another unit."""
    distance = (miles(slots, locale) or 0) * _PER_MILE.get(unit, 1)
    return {"distance": f"{distance:.6g}", "unit": unit}


def with_extra(slots: Mapping[str, str]) -> Mapping[str, str]:
    """Return the slots of "a mile and a half" as those of "one and a half miles"."""
    if "extra" not in slots:
        return slots
    return {**slots, "distance": slots.get("distance", "1"), "fraction": slots["extra"]}


def is_one(slots: Mapping[str, str]) -> bool:
    """Tell whether resolved slots name one whole unit: "a mile"."""
    whole = number(slots.get("distance"))
    return whole == 1 and not slots.keys() & {"fraction", "extra", "tenths", "race"}


def echo(slots: Mapping[str, str], locale: str = "en-US") -> str:
    """Return in words the distance that slots name, as it was said: "three and a half miles".

    A distance that was worked out is rounded, as by `spoken_distance`.
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
    if whole is not None and whole != int(whole):  # worked out, and not as it was said
        return spoken_distance(whole, unit, locale)
    words = count_in_words(int(whole or 0), locale)
    if tenths := slots.get("tenths"):
        words += f" point {' '.join(in_words(int(d)) for d in str(int(number(tenths) or 0)))}"
    if fraction:
        part = {"half": "and a half", "quarter": "and a quarter"}.get(
            fraction, "and three quarters"
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
