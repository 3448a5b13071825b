"""English as it reaches a microphone: tokens, and the words that carry nothing.

Nothing here knows what the skill is about; the phrases are in the interaction model.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

_NOT_SPOKEN = re.compile(r"[^a-z0-9'.% ]+")
_NUMBER_AND_UNIT = re.compile(r"(\d)([a-z])")
_POINT = re.compile(r"(?<=\d)\.(?=\d)")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}\b)")

_TIMES = re.compile(r"\b(\d+)(?= (?:times|days|weeks|months)\b)")
_IN_WORDS = dict(zip("23456", "two three four five six".split(), strict=True))

_WRITTEN = {
    "½": " and a half",
    "¼": " and a quarter",
    "¾": " and three quarters",
    "’": "'",  # noqa: RUF001
    "&": " and ",
}
_CONTRACTIONS = {
    "cannot": "can not",
    "can't": "can not",
    "won't": "will not",
    "wanna": "want to",
    "gonna": "going to",
    "gotta": "got to",
    "dunno": "don't know",
    "kinda": "kind of",
    "lemme": "let me",
    "tho": "though",
    "cos": "because",
    "cuz": "because",
    "coz": "because",
    "ok": "okay",
    "thx": "thanks",
    "pls": "please",
    "plz": "please",
    "versus": "vs",
    "v": "vs",
    "fibers": "fibres",
    "fiber": "fibre",
    "kilometre": "kilometer",
    "kilometres": "kilometers",
    "metres": "meters",
    "metre": "meter",
}
_ENDINGS = {"n't": "not", "'re": "are", "'ll": "will", "'ve": "have", "'m": "am", "'d": "would"}

# Words that say how a sentence is put together, and not what it is about.
FUNCTION_WORDS = frozenset(
    (
        "a an the this that these those some any no not and or but if so because than then as of "
        "to in on at by for with from into about over up down out off again instead i you he she "
        "it we they me him her us them my your his its our their who what which when where why how "
        "is are am was were be been being do does did done doing have has had having can could "
        "will would shall should may might must get got getting go going goes there here all both "
        "each more most much many only just too very own same such other just also even still "
        "ever never always really want need like would let make take"
    ).split()
)

# What a question begins with, and what comes between it and the rest of a story.
_ASKING = frozenset("does do is are can should how what which why will would must could am".split())
SUBJECTS = frozenset("i you he she it we they that this there who which what running".split())
_BREAKS = frozenset("because but so and anyway right since as though although when while".split())


def _by_word(at: int, phrases: str) -> dict[str, list[list[str]]]:
    """Return the phrases by their first word, or their last, the longest first."""
    found: dict[str, list[list[str]]] = {}
    for phrase in sorted(map(str.split, phrases.split(", ")), key=len, reverse=True):
        found.setdefault(phrase[at], []).append(phrase)
    return found


# Said before or after a request without changing it.
_OPENERS = _by_word(
    0,
    (
        "no ta, no thanks, no thank you, hello there, hi there, hey there, quick one, "
        "serious question, kindly, lol, haha, never mind that, forget that, then, last one, last "
        "question, one more question, bro, hmm, mm, um, uh, er, erm, eh, ah, oh, ooh, ach, och, "
        "hey, hi, hello, so, well, right, okay, like, actually, fine, bet, gonnae, bruv, "
        "basically, you know what, alexa, mate, sorry, excuse me, please, just, quick question, "
        "hang on, listen, look, honestly, i mean, now, alright, yo, dude, sir, madam, ask leg "
        "day, tell leg day, "
        "open leg day and, can you tell me, could you tell me, would you tell me, can you please "
        "tell me, could you please tell me, will you tell me, please tell me, tell me,"
        " can i ask, may i ask, i want to know, i would like to know, i wanted to know, i need to"
        " know, i want to ask, i was wondering, i am wondering, i was just wondering, i am just "
        "wondering, just wondering, wondering, i wonder, do you know, do you happen to know, do "
        "you think, would you say, any idea, my question is, the question is, let me ask you, let"
        " me know, explain to me"
    ),
)
_CLOSERS = _by_word(
    -1,
    (
        "please, thanks, thank you, mate, then, though, sir, madam, or what, or not, or no, or "
        "nah, yaar, teacher, bruv, fam, hun, hon, babe, guv, chief, sweetheart, innit, really, "
        "actually, mainly, bro, dude, man, alexa, love, darling, dear, my dear, pal, buddy, my "
        "friend, you know, if you do not mind, do you think, do you reckon, or something, and "
        "stuff, exactly, anyway, at all, no, right, eh, ya, okay, tell me, can you tell me, would "
        "you believe it, can you believe it, you know what i mean"
    ),
)


_LIKE = re.compile(
    r"\blike (?=(?:once|twice|thrice|(?:two|three|four|five|six) (?:times|days|miles))\b)"
)
_HEDGED = re.compile(
    r"\bnot (?:that|too|so|really|all that|overly|particularly|terribly|very|much) "
    r"(?=(?:bothered|fussed|keen|interested|worried|into|after|care)\b)"
)


def tokens(utterance: str) -> list[str]:
    """Return the words of an utterance, spoken or typed: lower case, contractions undone.

    "Can't I run 5k?" -> ["can", "not", "i", "run", "5", "k"]
    """
    text = utterance.lower()
    for sign, words in _WRITTEN.items():
        text = text.replace(sign, words)
    text = _POINT.sub(" point ", _THOUSANDS.sub("", text)).replace(".", " ")
    text = _NUMBER_AND_UNIT.sub(r"\1 \2", _NOT_SPOKEN.sub(" ", text))
    text = _TIMES.sub(lambda found: _IN_WORDS.get(found[1], found[1]), text)  # as samples have it
    return [word for token in text.split() for word in _undone(token)]


@lru_cache(maxsize=50_000)
def of_word(word: str) -> tuple[str, ...]:
    """Return the tokens of one word; the samples of a model hold the same ones over and over."""
    return tuple(tokens(word))


@lru_cache(maxsize=50_000)
def of_sample(sample: str) -> tuple[str, ...]:
    """Return the tokens of a sample or a slot's value, slots as they are written: "{goal}"."""
    return tuple(
        word
        for part in sample.split()
        for word in ((part,) if part.startswith("{") else of_word(part))
    )


def bare(words: list[str]) -> list[str]:
    """Return the words without what was only said around them: greetings, fillers, politeness.

    Never returns an empty list for a non-empty one: whoever says only "hello" has said that.
    """
    while words and (shorter := _without_opener(words) or _without_closer(words)):
        words = shorter
    return words


def unhedged(words: list[str]) -> list[str]:
    """Return the words without how little is cared, or known: "not that fussed", "like twice"."""
    return _LIKE.sub("", _HEDGED.sub("not ", " ".join(words))).split()


def clauses(words: list[str], longest: int) -> Iterator[list[str]]:
    """Yield what may be a question within a story: from a word that asks to a break or the end.

    None is the whole, none is shorter than four words or longer than `longest`.
    """
    for start, word in enumerate(words):
        if word in _ASKING and SUBJECTS.isdisjoint(words[:start][-1:]):
            breaks = [at for at in range(start + 3, len(words)) if words[at] in _BREAKS]
            for end in {*breaks[:2], len(words)}:
                if 4 <= end - start <= min(longest, len(words) - 1):
                    yield bare(words[start:end])


def _undone(token: str) -> list[str]:
    token = token.strip("'")
    if token in _CONTRACTIONS:
        return _CONTRACTIONS[token].split()
    for ending, word in _ENDINGS.items():
        if token.endswith(ending) and len(token) > len(ending):
            return [*_undone(token[: -len(ending)]), word]
    if token in (
        "what's",
        "who's",
        "how's",
        "where's",
        "that's",
        "it's",
        "there's",
        "he's",
        "she's",
    ):
        return [token[:-2], "is"]
    return [token] if token else []


def _without_opener(words: list[str]) -> list[str]:
    for opener in _OPENERS.get(words[0], ()):
        if words[: len(opener)] == opener:
            return words[len(opener) :]
    return []


def _without_closer(words: list[str]) -> list[str]:
    for closer in _CLOSERS.get(words[-1], ()):
        if words[-len(closer) :] == closer:
            return words[: -len(closer)]
    return []
