"""Numbers as people say or write them: AMAZON.NUMBER."""

from collections.abc import Iterator

_SMALL = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen".split()
    )
}
_TENS = {
    word: (number + 2) * 10
    for number, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split())
}
_SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000}
NUMBER_WORDS = frozenset((*_SMALL, *_TENS, *_SCALES))
_FIRST = NUMBER_WORDS | {"a"}  # "a hundred"
_LONGEST = 8  # words: "nine hundred and ninety nine thousand" and then some


def number_at(words: list[str], start: int) -> list[tuple[int, str]]:
    """Return every reading of a whole number that begins at `start`: (end, digits), longest first.

    ["two", "hundred", "and", "ten", "miles"], 0 -> [(4, "210"), (2, "200"), (1, "2")]
    """
    if start < len(words) and words[start].isdigit():
        return [(start + 1, words[start])]
    found: list[tuple[int, str]] = []
    if start < len(words) and words[start] not in _FIRST:
        return found
    for end in range(start + 1, min(len(words), start + _LONGEST) + 1):
        if words[end - 1] != "and" and (value := _value(words[start:end])) is not None:
            found.append((end, str(value)))
    return found[::-1]


def numbers_in(words: list[str]) -> Iterator[tuple[int, str]]:
    """Yield where each number in words ends, and its digits, the longest reading of each."""
    at = 0
    while at < len(words):
        end, digits = next(iter(number_at(words, at)), (at + 1, ""))
        if digits:
            yield end, digits
        at = end


def _value(words: list[str]) -> int | None:
    """Read the words as one number; None where they are not exactly one."""
    if words[0] == "a" and (len(words) == 1 or words[1] not in _SCALES):
        return None
    if words[-1] == "million" and len(words) > 1:  # and no thousands after it
        millions = 1 if words[:-1] == ["a"] else _value(words[:-1])
        return millions * _SCALES["million"] if millions else None
    thousands = group = 0
    last = 10_000_000  # the size of the part before: parts come in falling size
    for word in words:
        if word == "and" and last >= 100:
            continue
        if word == "thousand" and (0 < group < 1000 or words == ["thousand"]) and not thousands:
            thousands, group, last = (group or 1) * 1000, 0, 1000
        elif word == "hundred" and (0 < group < 100 or words == ["hundred"]):
            group, last = (group or 1) * 100, 100
        elif (part := _part(word, group, last)) is not None:
            group, last = group + part[0], part[1]
        else:
            return None
    return thousands + group


def _part(word: str, group: int, last: int) -> tuple[int, int] | None:
    """Return the value and the size of a word below a hundred, where it may stand there."""
    if word == "a":
        return None if group else (1, 1)
    if word in _TENS:
        return None if last < 100 or group % 100 else (_TENS[word], 10)
    small = _SMALL.get(word)
    if small is None or last <= 9 or (last == 10 and not 0 < small <= 9):
        return None
    return small, 1
