"""Numbers, estimates and distances in words, as each locale says them, and in digits."""

from math import floor, log10

_CLOSE = 0.03  # what is less far off a round number is "about" it
_EXACT = 0.01  # and a distance what is less far off it
_FAR_OFF = 0.06  # of a distance, for the nearest half to be too far from it
_TEN, _MANY = 10, 1000  # from ten on two digits will do; up to a thousand, what is exact is said
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
    off, to half as much or the nearest ten. What counts twenty-fives exactly stays as it is, up to
    two thousand. What is more than three hundredths off is said to be over or under.
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
    if 100 <= amount < 2000 and round(amount, 2) % 25 == 0:  # "eight hundred seventy-five"
        return round(amount)
    found = next((one for below, *one in _STEPS if amount < below), [1000])
    nearest = [max(round(amount / step) * step, step) for step in found]
    return next((one for one in nearest if abs(one - amount) <= _FAR * amount), nearest[-1])


def spoken_distance(amount: float, unit: str, locale: str = "en-US") -> str:
    """Return a distance in words, as `rounded_distance` has it: "four and three-quarter miles"."""
    whole, quarters = divmod(round(rounded_distance(amount) * 4), 4)
    if not whole:
        return f"{('a quarter of a', 'half a', 'three quarters of a')[quarters - 1]} {unit}"
    if whole == 1:
        part = ("", " and a quarter", " and a half", " and three quarters")[quarters]
        return f"a {unit}{part}"
    part = ("", " and a quarter", " and a half", " and three-quarter")[quarters]
    return f"{in_words(whole, locale)}{part} {unit}s"


def estimated_distance(amount: float, unit: str, locale: str = "en-US") -> str:
    """Return a distance in words, said to be over or under where it's rounded by much.

    Of ten and more two digits are exact enough.
    """
    near = rounded_distance(amount)
    off = (amount - near) / near if amount < _TEN else 0
    over = "a bit over " if off > _EXACT else "a bit under " if off < -_EXACT else ""
    return over + spoken_distance(amount, unit, locale)


def exact_distance(amount: float, unit: str, locale: str = "en-US") -> str:
    """Return a distance in words to two decimals: "nine point one one miles"."""
    whole, _, decimals = f"{round(amount, 2):.10g}".partition(".")
    words = in_words(int(whole), locale)
    if decimals:
        words += f" point {' '.join(_ONES[int(digit)] for digit in decimals)}"
    return f"{words} {unit}{'' if words == 'one' else 's'}"


def shown_distance(amount: float, unit: str) -> str:
    """Return in digits the distance that `spoken_distance` says: "4.5 miles"."""
    near = rounded_distance(amount)
    return f"{near:,g} {unit}{'' if near == 1 else 's'}"


def rounded_distance(amount: float) -> float:
    """Return a distance as it is spoken of: quarters that are exact, else the nearest half.

    That is the nearest quarter where a half is too far off, and from ten on two digits.
    """
    if amount < _MANY and round(amount * 4, 2) % 1 == 0:
        return max(round(amount * 4), 1) / 4
    if amount < _TEN:
        half = round(amount * 2) / 2
        return half if abs(half - amount) <= _FAR_OFF * amount else max(round(amount * 4), 1) / 4
    step = int(10 ** max(floor(log10(amount)) - 1, 0))
    return round(amount / step) * step
