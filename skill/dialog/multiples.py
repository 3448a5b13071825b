"""What several runs come to, or one run several times: "three miles twice a week, and a four".

A distance that was worked out is slots again: `distance` in `unit`, `over` the time in which it is
run, and `each` what is run at once, where that is known; of "ten miles a week" it isn't. `lap` is
how long one of several laps is.
"""

from collections.abc import Mapping

from skill.dialog.how_often import A_DAY, ONCE, SEVENTH, SHARED_DAYS, days, fold, is_count, multiple
from skill.dialog.quantities import converted, default_unit, in_unit, miles, number, with_one

_NEAR = 0.2  # of what is run in a time, how far off what it's put right to may be
BESIDE = ("other_", "third_", "fourth_")  # how the slots of runs beside the first begin


def in_all(
    slots: Mapping[str, str], last: Mapping[str, str], locale: str = "en-US"
) -> Mapping[str, str]:
    """Return, as slots of one distance, what slots name together; none where they name nothing.

    That is one run, and `other_...` and so on beside it, each `multiple` times over. `last` are the
    slots of the distance spoken of before, which is meant where no first run is named. What is run
    in times of several lengths comes to what that is in the longest of them.
    """
    in_laps = slots.get("multiple", "").endswith("-laps")
    if in_laps and "lap" in last:
        last = {"distance": last["lap"], "unit": last["unit"]}
    own, times, over = _first(slots, last, locale)
    others = [of_run(prefix, slots) for prefix in BESIDE]
    unit = own.get("unit") or slots.get("other_unit") or last.get("unit", default_unit(locale))
    if others[0].keys() == {"unit"}:  # "what's five miles in kilometers"
        return converted(own, others[0]["unit"], locale) if own else {}
    runs = [run for run in (own, *others) if miles({"unit": unit, **run}, locale) is not None]
    if not runs or (len(runs) == 1 and not (times or over)):
        return runs[0] if runs else {}
    if not times:  # what is run daily, or in so many days
        times = fold(over, last.get("over", "")) if over else 1
    lengths = [miles({"unit": unit, **run}, locale) or 0 for run in runs]
    often = [(times, over), *(multiple(run.get("multiple", "")) for run in runs[1:])]
    so_often = any("multiple" in run for run in runs[1:])
    over = max((time for _, time in often), key=lambda time: (days(time), time))
    amount = sum(  # "three twice a week, and a four"
        length * (count or 1) * (fold(over, time) if time else 1)
        for length, (count, time) in zip(lengths, often, strict=True)
    )
    found = {"distance": in_unit(amount, unit), "unit": unit}
    if in_laps:
        found["lap"] = in_unit(lengths[0], unit)
    if over:
        found["over"] = over
    elif times > 1 and len(runs) == 1:
        found["once"] = in_unit(lengths[0], unit)
    if over and not so_often and ("each" in own or "over" not in own):
        found["each"] = own.get("each", in_unit(sum(lengths), unit))
    return found


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
    amounts = {name: in_unit(lengths[name], unit) for name in lengths if name in before}
    return {"over": before.get("over", ""), **amounts, "unit": unit}


def put_right(
    before: Mapping[str, str], slots: Mapping[str, str], locale: str = "en-US"
) -> Mapping[str, str]:
    """Return the slots of all that is run in a time, where it's put right: "no, it's 8.75".

    No slots where what was told isn't near to that, or is nearer to what is run at once.
    """
    whole, each, told = number(before.get("distance")), number(before.get("each")), miles(slots)
    if not (whole and each and told and "over" in before):
        return {}
    amount = number(in_unit(told, before.get("unit", default_unit(locale)))) or 0
    if abs(amount - whole) >= min(abs(amount - each), _NEAR * whole):
        return {}
    unit = slots.get("unit", default_unit(locale))
    found = {"distance": in_unit(told, unit), "unit": unit, "over": before["over"]}
    return {**found, "each": in_unit(told * each / whole, unit)}


def in_other_unit(before: Mapping[str, str], unit: str, locale: str = "en-US") -> Mapping[str, str]:
    """Return the slots of the same distance in another unit, run as often as it was."""
    found = dict(converted(before, unit, locale))
    if "each" in before:
        one = {"distance": before["each"], "unit": before["unit"]}
        found["each"] = converted(one, unit, locale)["distance"]
    return {**found, "over": before["over"]} if "over" in before else found


def shorter(
    last: Mapping[str, str], slots: Mapping[str, str], locale: str = "en-US"
) -> Mapping[str, str]:
    """Return the slots of the distance spoken of, each run of it without another: "minus a mile".

    No slots where nothing is left of it.
    """
    unit = last.get("unit", default_unit(locale))
    one = {"distance": last["each"], "unit": unit} if "each" in last else last
    left = (miles(one, locale) or 0) - (miles({"unit": unit, **with_one(slots)}, locale) or 0)
    if left <= 0:
        return {}
    run = {"distance": in_unit(left, unit), "unit": unit}
    return as_often(last, run, locale) if "over" in last else run


def _first(
    slots: Mapping[str, str], last: Mapping[str, str], locale: str
) -> tuple[Mapping[str, str], float | None, str]:
    """Return the slots of the first run, or of the last one, how many times, and in what time.

    They have `over` only where they are all that is run in that time, however often.
    """
    own = {name: value for name, value in slots.items() if not name.startswith(BESIDE)}
    how_often = own.pop("multiple", "")
    times, over = multiple(how_often)
    if set(own) == {"unit"} and times:  # "a couple of miles", "a mile twice a week"
        own["distance"] = "1"
    if miles(own, locale) is not None:
        all_told = over and not times  # "ten miles a week"
        return ({**own, "over": over}, 1, over) if all_told else (own, times, over)
    by_the_week = how_often == SEVENTH and last.get("over") == "week"  # a seventh of it
    if (how_often == A_DAY and "over" in last) or by_the_week:  # "how many is that a day?"
        a_day = (number(last.get("distance")) or 0) / days(last["over"])
        unit = last.get("unit", default_unit(locale))
        return {"distance": f"{a_day:.6g}", "unit": unit, "over": "day"}, 1, "day"
    if how_often == A_DAY:
        return last, 1, "day"
    if how_often in SHARED_DAYS and last.get("over") == "week":  # a week's, over so many days
        share = (number(last.get("distance")) or 0) * (times or 1)
        return {"distance": f"{share:.6g}", "unit": last["unit"], "over": "day"}, 1, "day"
    if how_often == ONCE and (one := last.get("each") or last.get("once")):  # of so many
        return {"distance": one, "unit": last["unit"]}, 1, ""
    if is_count(how_often) and "once" in last:  # "only twice", of three times
        return {"distance": last["once"], "unit": last["unit"]}, times, ""
    return _again(last, times, over)


def _again(
    last: Mapping[str, str], times: float | None, over: str
) -> tuple[Mapping[str, str], float | None, str]:
    """Return the slots of the last distance, how many `times` it is taken, and in what time.

    "twice a day" and "five times a week" are multiplied; of the same time, the later one counts.
    What was told of a whole week stays, however often it is run.
    """
    before, each = last.get("over", ""), number(last.get("each"))
    if not times:
        return last, times, over
    if not each:
        return (last, 1, before) if before and over else (last, times, over or before)
    if over and (over == before or "day" not in (over, before)):
        return {**last, "distance": last["each"]}, times, over  # after "twice a week", "three ..."
    if over in ("", "day"):  # "twice a day", or half of it, after "five days a week"
        return {**last, "each": f"{each * times:.6g}"}, times, before
    return {name: last[name] for name in last if name not in ("each", "over")}, times, over


def of_run(prefix: str, slots: Mapping[str, str]) -> dict[str, str]:
    """Return the slots of a run beside the first, by how they begin."""
    return {
        name.removeprefix(prefix): value for name, value in slots.items() if name.startswith(prefix)
    }
