"""English as it reaches a microphone: tokens, and the words that carry nothing.

Nothing here knows what the skill is about; the phrases are in the interaction model.
"""

import re
from collections.abc import Container
from functools import lru_cache

from skill.simulator.nlu.contractions import undone, with_apostrophes
from skill.simulator.nlu.numbers import NUMBER_WORDS

_NOT_SPOKEN = re.compile(r"[^a-z0-9'.% ]+")
_NUMBER_AND_UNIT = re.compile(r"(\d)([a-z])")
_POINT = re.compile(r"(?<=\d)\.(?=\d)")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}\b)")

_TIMES = re.compile(r"\b(\d+)(?= (?:times|days|weeks|months)\b)")
_WORKOUT = re.compile(r"\b(an?|the|my|your|this|that|one|best|good|leg) work out(s?)\b")  # the noun
_IN_WORDS = dict(zip("23456", "two three four five six".split(), strict=True))

_WRITTEN = {
    "½": " and a half",
    "¼": " and a quarter",
    "¾": " and three quarters",
    "’": "'",  # noqa: RUF001
    "&": " and ",
}
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
# Words that say what is thought of something, whatever it is.
JUDGING_WORDS = frozenset(
    (
        "good bad better best worse okay fine great well enough worth useful healthy important "
        "effective pointless count counts counting help helps helping work works working matter "
        "matters please today"
    ).split()
)

_FALTERING = frozenset("um umm uh uhm er erm".split())
_STRETCHED = re.compile(r"(?:(o(?=o*[a-np-z])|[lm])|([a-z]))(?:\1|\2){2,}")  # "coool", "byeee"
_IN_A_TIME = re.compile(r"\b(twice|times) in (?:the|a|one) (?=(?:day|week|month|year)\b)")

_MY = re.compile(r"(?<!\bmy )(?<!\bthe )(?<!\byour )(?<!\ba )\bma (?=\w)")  # "ma legs"
_AH = re.compile(  # as some say "I"
    r"\bah (?=(?:did|do|just|want|need|can|could|should|was|have|had|would|will)\b)"
    r"|(?<=\bcan )ah\b|(?<=\bif )ah\b|(?<=\bshould )ah\b"
)
_NO_JUST = re.compile(r"\b(can|could) i (?:no|not) just\b")  # "can I no just run"
_TOO = re.compile(r"\b(?:an|and) aw$")  # "squats an aw"
_NOT = re.compile(  # by whom English is learned: "i no want big legs"
    r"\b((?:should|do|did|can|could|will|would|must) )?(i|we|you|they) (?:no|not) "
    r"(?=(?:want|like|need|know|understand|care|have|do|go|run)\b)"
)
_TIMES_SO_OFTEN = re.compile(  # "two miles times five days a week"
    r"\btimes (?=\w+ (?:days|times|nights|mornings) (?:a|per|each|every) )"
)
_LIKE = re.compile(r"\blike (?=(?:once|twice|thrice|\w+ (?:times|days|miles|pounds|kilos))\b)")
_ABOUT = re.compile(  # "i ran about three miles", and not "what about three miles"
    r"(?<!\bwhat )(?<!\bhow )\b(?:about|around|roughly) "
    rf"(?=(?:a )?(?:\d+|half|quarter|{'|'.join(sorted(NUMBER_WORDS))})\b)"
)
_WISHED = re.compile(  # "i kinda just want"
    r"\b(?<=i )(?:(?:(?:kind|sort) of|kinda|sorta|really|just|mostly|mainly|only|probably) )+"
    r"(?=(?:want|need|like|am|hate|love|care)\b)"
)
_CARED_FOR = re.compile(  # "not fussed about having big thighs"
    r"\b(bothered|fussed|worried|care|interested) (about|in) (?:having|getting|growing) "
)
_CARED_LITTLE = re.compile(r"\bcare (?:a (?:jot|fig|bit|hoot|toss)|one bit) (?:for|about)\b")
_AT_MY_AGE = re.compile(  # why something isn't wanted, and no question about an age
    r"\b(i (?:do|am) not (?:want|need|care|bothered|fussed|after|interested)\b.*) at my age$"
)
_OCCASION = re.compile(  # by when, and not for whom: "before my daughter's wedding"
    r"\b(?:before|by|in time for) (?:my|our|the|his|her) (?:[\w']+ )?"
    r"(?:wedding|holidays?|vacation|birthday|party|prom|reunion|graduation)\b ?"
)
_IN_A_HURRY = re.compile(  # "quick one, I've only got two minutes, does it count"
    r"^(?:quick one )?i (?:have )?(?:only |just )*(?:got )?(?:only |just |like |about )*"
    r"(?:a|one|two|three|five|ten|thirty|a few|a couple of) (?:minutes?|seconds?|secs?|mins?) "
    r"(?:so |but )?(?=\w+ \w+)"
)
_SUPPOSED = re.compile(
    r"^(?:(?:and|but|so|well|anyway|okay) )?"
    r"(?:(?:let(?:'s| us) |just )?say|suppose|supposing|imagine|assuming) (?:that )?"
    r"(?=(?:i|we|my|someone|somebody) \w+ \w+)"
)
_WELL_BUILT = re.compile(  # legs as whoever wants them says: "decent thighs"
    r"\b((?:want|have|like|need|get|after|with) (?:a pair of |some |really )?)"
    r"(?:decent|proper|solid|sick|great|beautiful|defined|pumped|mighty|well built)"
    r"(?= (?:legs|thighs|quads|calves)\b)"
)
_AT_ONCE = re.compile(r" (?:both |all )?at (?:the same time|once)\b")
_WEIGHED = re.compile(  # which changes no figure; "if I weigh ninety kilos" asks about it
    r"(?<!\bif) (?:and )?i weigh (?:[\w']+ ){1,5}(?:kilos?|kilograms?|kg|pounds?|stone|lbs)$"
)
_HEDGED = re.compile(
    r"\bnot (?:that|too|so|really|all that|overly|particularly|terribly|very|much) "
    r"(?=(?:bothered|fussed|keen|interested|worried|into|after|care)\b)"
)

_HEDGES = (
    (_HEDGED, "not "),
    (_ABOUT, ""),
    (_CARED_LITTLE, "care about"),
    (_CARED_FOR, r"\1 \2 "),
    (_AT_MY_AGE, r"\1"),
    (_SUPPOSED, ""),
    (_LIKE, ""),
    (_WISHED, ""),
    (_IN_A_HURRY, ""),
    (_WELL_BUILT, r"\1bigger"),
    (_AT_ONCE, ""),
)


def tokens(utterance: str) -> list[str]:
    """Return the words of an utterance, spoken or typed: lower case, contractions undone.

    "Can't I run 5k?" -> ["can", "not", "i", "run", "5", "k"]
    """
    text = utterance.lower()
    for sign, words in _WRITTEN.items():
        text = text.replace(sign, words)
    text = _POINT.sub(" point ", _THOUSANDS.sub("", text)).replace(".", " ")
    text = _STRETCHED.sub(lambda found: 2 * (found[1] or "") + (found[2] or ""), text)
    text = _NUMBER_AND_UNIT.sub(r"\1 \2", _NOT_SPOKEN.sub(" ", text))
    text = with_apostrophes(text)
    text = _WORKOUT.sub(r"\1 workout\2", text)
    text = _AH.sub(lambda found: "i " if found[0].endswith(" ") else "i", text)
    text = _NO_JUST.sub(r"\1 i just", text)
    text = _NOT.sub(_not_done, _TOO.sub("as well", _MY.sub("my ", text)))
    text = _TIMES_SO_OFTEN.sub("so ", text)
    text = _IN_A_TIME.sub(r"\1 a ", text)
    text = _TIMES.sub(lambda found: _IN_WORDS.get(found[1], found[1]), text)  # as samples have it
    return [word for token in text.split() for word in undone(token)]


def _not_done(found: re.Match[str]) -> str:
    return found[0] if found[1] else f"{found[2]} do not "  # "should i not run"


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


_STAMMERED = frozenset("i the a my to and does can should".split())


def fluent(words: list[str]) -> list[str]:
    """Return the words without the sounds of thinking, unless they are all there is: "um".

    Nor is a word said twice that only a stammer says twice: "bigger, bigger legs", "I, I want".
    """
    said = zip(words, [*words[1:], ""], strict=False)
    words = [word for word, after in said if word not in _FALTERING or after == "huh"] or words
    pairs = zip(words, [*words[1:], ""], strict=False)
    return [one for one, next_ in pairs if one != next_ or not (one in _STAMMERED or len(one) > 5)]


def with_g(words: list[str], known: Container[str]) -> list[str]:
    """Return the words with the g that some drop, where only so they are known: "runnin"."""
    return [
        f"{word}g" if word.endswith("in") and word not in known and f"{word}g" in known else word
        for word in words
    ]


def unhedged(words: list[str]) -> list[str]:
    """Return the words without how little is cared, or known: "not that fussed", "like twice".

    So many, and about so many, are one to us, and so are by when ("before the wedding"), what
    somebody weighs, told after a question, and how little time there is, told before it.
    """
    said = " ".join(words)
    for hedge, meant in _HEDGES:
        said = hedge.sub(meant, said)
    return (_OCCASION.sub("", _WEIGHED.sub("", said)) or said).split()
