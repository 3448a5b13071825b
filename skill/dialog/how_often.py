"""How often something is run, and in what time: "twice a week", "five days", "in four weeks".

That is what a MULTIPLE of the interaction model means, by its id.
"""

from collections.abc import Mapping

_TIMES = {"half": 1 / 2, "third": 1 / 3, "quarter": 1 / 4, "fifth": 1 / 5, "sixth": 1 / 6}
_TIMES |= {"seventh": 1 / 7, "once": 1, "twice": 2, "double": 2}
_EACH = "once-a-"  # how the MULTIPLE of "each month" begins
A_DAY = "day"  # the MULTIPLE of "five miles a day", and of "how many is that a day?"
SEVENTH = "seventh"
SHARED_DAYS = {"fifth", "sixth"}  # of a week's: over the days that it's run on
ONCE = "once"
_DAYS = {"day": 1, "week": 7, "month": 30, "year": 365}
_COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
_COUNTS |= {"eight": 8, "nine": 9, "ten": 10, "twelve": 12, "twenty": 20}


def multiple(value: str) -> tuple[float | None, str]:
    """Return how often a MULTIPLE is, and in what time: "twice-a-week" -> (2, "week").

    None and "" are what it does not say: "week" -> (None, "week"), "half" -> (0.5, "").
    """
    if days(value) > 1:
        return None, value
    if value == A_DAY:
        return 7, "week"
    times, _, over = value.partition("-a-")
    daily = {"every-day-of": days(over), "every-other-day-of": days(over) / 2}
    return daily.get(times) or _TIMES.get(times) or _counted(times), over


def each(time: str) -> str:
    """Return the MULTIPLE of "each week"."""
    return f"{_EACH}{time}"


def is_count(often: str) -> bool:
    """Tell whether it is how often something is run, and no multiple of it: "five times"."""
    return often == "twice" or often.endswith("-times")


def meant(often: str, span: str) -> tuple[str, str]:
    """Return the MULTIPLEs of how often and in what time as they are meant together, "" for none.

    "A day" and "five days" are five times; "a week" and "a day", a day's share of it; "a week" and
    "each month", a month of it; "every day" comes before "in a week", as "three times" and "a week"
    are three times a week.
    """
    if A_DAY in (often, span) and (count := next(filter(is_count, (often, span)), "")):
        return count, ""  # in whichever order they were told
    if often == span:  # "to the station and back, a mile each way"
        return often, ""
    if span in (A_DAY, *SHARED_DAYS) and not multiple(often)[0]:
        return often, span
    if multiple(span)[0] and not multiple(often)[0]:
        of_each = span.startswith(_EACH)
        often, span = (often, span.removeprefix(_EACH)) if of_each else (span, often)
    joined = often_in(often, span)
    return (joined, "") if joined != often else (often, span)


def often_in(often: str, time: str) -> str:
    """Return the MULTIPLE of so often in a time: "three-times", "week" -> "three-times-a-week".

    It is `often` where that tells the time itself, or `time` is none.
    """
    times, over = multiple(often)
    return f"{often}-a-{time}" if times and not over and time in _DAYS else often


def in_time(slots: Mapping[str, str]) -> str:
    """Return in words in what time slots say something is run: " a week", " in four weeks"."""
    over = slots.get("over", "").replace("-", " ")
    return f" {'in' if ' ' in over else 'a'} {over}" if over else ""


def days(time: str) -> int:
    """Return how many days a time is: "week" -> 7, "four-weeks" -> 28; 1 for what is none."""
    count, _, unit = time.partition("-")
    several = _COUNTS.get(count, 0) * _DAYS.get(unit.removesuffix("s"), 0)
    return several or _DAYS.get(time, 1)


def fold(time: str, part: str) -> float:
    """Return how many times one time holds another: a week seven days, a year twelve months."""
    return 12 if (time, part) == ("year", "month") else days(time) / days(part)


def _counted(times: str) -> float | None:
    """Return how many times, or laps, are counted: "three-times", "three-fold" -> 3."""
    count, _, what = times.partition("-")
    return (
        (_COUNTS.get(count) or (int(count) if count.isdecimal() else None))
        if what in ("times", "fold", "laps")
        else None
    )
