"""The runs counted, as a session keeps them: "3 mile", "5 kilometer saturday", "8 mile theirs".

What is run in a time has that too: "200 mile a-year".
"""

from collections.abc import Mapping, Sequence

from skill.dialog.quantities import default_unit, in_unit, miles, own_unit

DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()  # WHEN ids
THEIRS = "theirs"  # the WHEN id of somebody else's
PLACES = {"first": 0, "second": 1, "third": 2, "last": -1}  # WHEN ids of "the first one"
ALIKE = 0.01  # miles, by which two lengths may differ and be one
_OVER = "a-"  # how the time begins in which a run is kept to be run


def kept(slots: Mapping[str, str], day: str = "", locale: str = "en-US") -> str:
    """Return the run that slots name as it is kept, with its day, or whose it is, where told."""
    unit = own_unit(slots) or default_unit(locale)
    over = [f"{_OVER}{slots['over']}"] if "over" in slots else []
    return " ".join([in_unit(miles(slots, locale) or 0, unit), unit, *over, *day.split()])


def slots_of(run: str) -> dict[str, str]:
    """Return the slots of a run that was kept."""
    distance, unit, *rest = [*run.split(), "mile", ""]
    over = [word.removeprefix(_OVER) for word in rest if word.startswith(_OVER)]
    return {"distance": distance, "unit": unit, **({"over": over[0]} if over else {})}


def day_of(run: str) -> str:
    """Return the day of a run that was kept, or whose it is; "" where none was told."""
    return next((word for word in run.split()[2:] if not word.startswith(_OVER)), "")


def together(runs: Sequence[str], unit: str) -> dict[str, str]:
    """Return the slots of what runs come to, in a unit, and in what time, where that's one."""
    told = [slots_of(run) for run in runs]
    over = {one["over"] for one in told if "over" in one}
    in_time = {"over": over.pop()} if len(over) == 1 else {}
    length = sum(miles(one) or 0 for one in told)
    return {"distance": in_unit(length, unit), "unit": unit, **in_time}


def meant(runs: Sequence[str], day: str, wrong: Mapping[str, str]) -> int | None:
    """Return which run somebody means, by its day or by the length that it was `wrong` of.

    None where they don't tell, or it is none of the runs.
    """
    if day in PLACES:
        return next(iter([*range(len(runs))][PLACES[day] :]), None)
    found = (at for at in reversed(range(len(runs))) if day and day_of(runs[at]) == day)
    told = (at for at in reversed(range(len(runs))) if _is(runs[at], wrong))
    return next(found, None) if day else next(told, None)


def _is(run: str, slots: Mapping[str, str]) -> bool:
    """Tell whether a run is as long as slots say, in its own unit where they name none."""
    own = slots_of(run)
    length = miles({"unit": own["unit"], **slots}) if slots else None
    return length is not None and abs(length - (miles(own) or 0)) < ALIKE
