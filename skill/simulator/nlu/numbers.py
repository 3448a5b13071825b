"""Numbers as people say or write them: AMAZON.NUMBER."""

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
_SCALES = {"hundred": 100, "thousand": 1000}
NUMBER_WORDS = frozenset((*_SMALL, *_TENS, *_SCALES))
_LONGEST = 8  # words: "nine hundred and ninety nine thousand" and then some


def number_at(words: list[str], start: int) -> list[tuple[int, str]]:
    """Return every reading of a whole number that begins at `start`: (end, digits), longest first.

    ["two", "hundred", "and", "ten", "miles"], 0 -> [(4, "210"), (2, "200"), (1, "2")]
    """
    if start < len(words) and words[start].isdigit():
        return [(start + 1, words[start])]
    found = []
    for end in range(start + 1, min(len(words), start + _LONGEST) + 1):
        if words[end - 1] != "and" and (value := _value(words[start:end])) is not None:
            found.append((end, str(value)))
    return found[::-1]


def _value(words: list[str]) -> int | None:
    """Read the words as one number; None where they are not exactly one."""
    if words[0] == "a" and (len(words) == 1 or words[1] not in _SCALES):
        return None
    total = group = 0
    last = 10_000_000  # the size of the part before: parts come in falling size
    for word in words:
        size = _SMALL.get(word, _TENS.get(word))
        if word == "and":
            if last < 100:
                return None
        elif word in _SCALES:
            scale = _SCALES[word]
            if scale == 100:
                if not 0 < group < 100:
                    return None
                group, last = group * 100, 100
            else:
                if not 0 < group < 1000 or total:
                    return None
                total, group, last = group * 1000, 0, 1000
        elif word == "a":
            if group:
                return None
            group, last = 1, 1
        elif size is not None:
            if word in _TENS:
                if last < 100 or group % 100:
                    return None
                group, last = group + size, 10
            else:
                if last <= 9 or (last == 10 and size > 9) or (last == 10 and size == 0):
                    return None
                group, last = group + size, 1
        else:
            return None
    return total + group
