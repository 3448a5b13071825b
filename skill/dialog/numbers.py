"""Numbers, estimates and distances in words, as each locale says them, and in digits."""

from math import floor, log10

_CLOSE = 0.03  # what is less far off a round number is "about" it
_FAR = 0.05  # of an amount, for its round number to be too far from it
_STEPS = ((100, 5), (200, 25, 10), (1000, 50, 25), (10_000, 100))  # below -> the rounder first
_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
).split()
_TENS = "_ _ twenty thirty forty fifty sixty seventy eighty ninety".split()


def in_words(number: int, locale: str = "en-US") -> str:
    """Return a whole number from 0 to 999,999 in words, as the locale says it."""
    if number < 20:
        return _ONES[number]
    if number < 100:
        tens, ones = divmod(number, 10)
        return _TENS[tens] + (f"-{_ONES[ones]}" if ones else "")
    joint = " " if locale in ("en-US", "en-CA") else " and "
    if number < 1000:
        hundreds, rest = divmod(number, 100)
        return f"{_ONES[hundreds]} hundred" + (joint + in_words(rest, locale) if rest else "")
    thousands, rest = divmod(number, 1000)
    after = (" " if rest >= 100 else joint) + in_words(rest, locale) if rest else ""
    return f"{in_words(thousands, locale)} thousand{after}"


def count_in_words(number: int, locale: str) -> str:
    """Return a whole number as people say it: "a thousand", "thirteen hundred"."""
    if number in (100, 1000):
        return f"a {in_words(number, locale)[4:]}"
    if 1100 <= number < 2000 and number % 50 == 0:
        return in_words(number // 100, locale) + in_words(100 + number % 100, locale)[3:]
    return in_words(number, locale)


def spoken_estimate(amount: float, locale: str = "en-US") -> str:
    """Return a count in words, as round as an estimate is: 310 -> "a bit over three hundred".

    To the nearest five below a hundred, twenty-five below two hundred, fifty below a thousand,
    hundred below ten thousand, and thousand from there on; where that is more than five hundredths
    off, to half as much or the nearest ten. What counts fifties exactly stays as it is, from eleven
    hundred to two thousand. What is more than three hundredths off is said to be over or under.
    """
    near = _near(amount)
    off = (amount - near) / near
    about = "about" if abs(off) <= _CLOSE else "a bit over" if off > 0 else "a bit under"
    return f"{about} {count_in_words(near, locale)}"


def shown_count(amount: float) -> str:
    """Return in digits the round number that `spoken_estimate` says: 2622 -> "2,600"."""
    return f"{_near(amount):,}"


def _near(amount: float) -> int:
    """Return the round number that an estimate is near to."""
    if 1100 <= amount < 2000 and amount % 50 == 0:  # "seventeen hundred fifty"
        return int(amount)
    found = next((one for below, *one in _STEPS if amount < below), [1000])
    nearest = [max(round(amount / step) * step, step) for step in found]
    return next((one for one in nearest if abs(one - amount) <= _FAR * amount), nearest[-1])


def spoken_distance(amount: float, unit: str, locale: str = "en-US") -> str:
    """Return a distance in words, below ten to the nearest half: "four and a half miles".

    From ten on a half is said where it's exact: "seventeen and a half miles".
    """
    if amount < 0.75:
        return f"half a {unit}" if amount >= 0.375 else f"a quarter of a {unit}"
    if amount < 1.25:
        return f"a {unit}"
    whole, half = divmod(round(_round(amount) * 2), 2)
    if (whole, half) == (1, 1):
        return f"a {unit} and a half"
    return f"{in_words(whole, locale)}{' and a half' if half else ''} {unit}s"


def shown_distance(amount: float, unit: str) -> str:
    """Return in digits the distance that `spoken_distance` says: "4.5 miles"."""
    if amount < 0.75:
        return f"{0.5 if amount >= 0.375 else 0.25} {unit}s"
    if amount < 1.25:
        return f"1 {unit}"
    return f"{_round(amount):,g} {unit}s"


def _round(amount: float) -> float:
    """Return a distance rounded to the half, or from ten on to two digits unless it's a half."""
    if amount < 10 or amount % 1 == 0.5:
        return round(amount * 2) / 2
    step = int(10 ** max(floor(log10(amount)) - 1, 0))
    return round(amount / step) * step
