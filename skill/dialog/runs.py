"""The runs that are spoken of, as a session keeps them: "3 mile", "5 kilometer saturday"."""

from collections.abc import Mapping, Sequence

from skill.dialog.quantities import default_unit, in_unit, miles, own_unit

DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()  # WHEN ids
PLACES = {"first": 0, "second": 1, "third": 2, "last": -1}  # WHEN ids of "the first one"
ALIKE = 0.01  # miles, by which two lengths may differ and be one


def kept(slots: Mapping[str, str], day: str = "", locale: str = "en-US") -> str:
    """Return the run that slots name as it is kept, with the day it was on, where that was told."""
    unit = own_unit(slots) or default_unit(locale)
    return f"{in_unit(miles(slots, locale) or 0, unit)} {unit} {day}".rstrip()


def slots_of(run: str) -> dict[str, str]:
    """Return the slots of a run that was kept."""
    distance, unit, *_ = [*run.split(), "mile", ""]
    return {"distance": distance, "unit": unit}


def day_of(run: str) -> str:
    """Return the day of a run that was kept; "" where none was told."""
    return next(iter(run.split()[2:]), "")


def together(runs: Sequence[str], unit: str) -> dict[str, str]:
    """Return the slots of what runs come to, in a unit."""
    length = sum(miles(slots_of(run)) or 0 for run in runs)
    return {"distance": in_unit(length, unit), "unit": unit}


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
