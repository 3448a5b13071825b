"""What is told around a question: "I've just had my tea, so is running leg day, I've a bet on"."""

import re
from collections.abc import Callable, Collection, Iterator

from skill.simulator.nlu.asking import VERBS, asks
from skill.simulator.nlu.background import conditions
from skill.simulator.nlu.framing import SUBJECTS, bare
from skill.simulator.nlu.intents import SUBJECT
from skill.simulator.nlu.numbers import NUMBER_WORDS, numbers_in

Named = Callable[
    [list[str], Collection[str]], list[str]
]  # the slot types that words have values of

_LEANT_ON = SUBJECT | {"BELLY"}  # slot types of what is told before, and asked about
_AGED = re.compile(
    r"\b(?:am|is|are|turned|nearly|almost) (?:only |just |nearly |about )?"
    rf"(?:{'|'.join(NUMBER_WORDS)}|[0-9])(?!\w* (?:months?|weeks?|stone|kilos?|pounds?|feet)\b)"
)
_TENS = "forty|fifty|sixty|seventy|eighty|ninety"
_OLD = re.compile(  # an age that people tell for its own sake, and no number of miles
    r"(?<!when )(?<!if )(?<!before )(?<!until )"
    rf"\bi (?:am|turned|just turned) (?:over |nearly |almost )?"
    rf"(?:[4-9][0-9]|(?:{_TENS})(?: \w+)?)\b"
    r"(?! (?:miles?|k|kilos?|kilometers?|minutes?|hours?|percent|pounds?|calories)\b)"
)
_YOUNG = re.compile(  # and no miles, weeks or pounds
    r"(?<!when )(?<!if )"
    r"\b(i am|(?:he|she) is|(?:my |our )?(?:little |wee |young )?"
    r"(?:son|daughter|kid|boy|girl|lad|lass|child|one"
    r"|nephew|niece|grandson|granddaughter|grandchild|brother|sister|cousin)(?: is|'s))"
    r" (?:only |just |nearly |almost |like )?"
    r"(seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|[7-9]|1[0-7])"
    r"(?= (?:years?|and|but|so|can|could|should|am|is|are|do|does|now|if|what|how|which|though"
    r"|bro|man|lol|you|too|not|the|my)\b|$)"
)
POINTING = frozenset("it that this they them one".split())  # at what was said before
_COUNTING = frozenset("many much far".split())

# What a question begins with, and what comes between it and the rest of a story.
_ASKING = frozenset(
    "does do is are can should how what which why who will would must could am".split()
)
_BREAKS = frozenset("because but so and anyway right since as though although when while".split())
_TAGS = (["is", "not", "it"], ["does", "not", "it"])  # "that's good, isn't it"
_LED = 4  # words before a verb that may ask with it: "how many days should"
_LEAST = 3  # words of a story, and of what is asked beside it
_SAYERS = frozenset("i we he she they it there you doctor doc physio gp nurse".split())
_OWNERS = frozenset(
    "my our his her their this that some somebody someone everybody everyone people nobody".split()
)
_ANSWERS = frozenset("no nah nope not yes yeah aye".split())  # "no, it's an old thing, is it"
_REASONS = frozenset("because since but and though although just only".split())
_QUESTIONS = frozenset("how what which why".split())
_RELATIVE = frozenset("who where when".split())  # "the lads who do weights"
_BEING = frozenset("is are was were am".split())  # "the reason is", "my top half is"
_HAVING = frozenset("am is wants are have has had was were never".split())
JOINING = frozenset("so and but or anyway".split())
_SUBJECTS = frozenset("i we he she they".split())  # of whom a story is told
_DONE = VERBS | frozenset(
    "am be been have has had gave gives bought buys took takes got get gets said says wants wanted "
    "keeps keep went goes going made makes told tells asked asks knows needs likes cleared".split()
)
# What follows these is what is thought, said or wanted, and no story's end.
_LEADING_ON = frozenset(
    (
        "think thought believe say says said saying reckon reckons know knows heard told hear "
        "swear swears want wants need needs wish hope guess doubt mean means love like hate care "
        "wonder asked ask asking bothered fussed sure see tell explain understand get make "
        "give put grow build"
    ).split()
)
# And these belong with the word after them.
_BINDING = frozenset(
    "a an the my your our his her their these no not never to for with without of in at on by "
    "from into about over than or as if is are was were be do does did can could should would "
    "will have has had am very more any some all only just how why when where".split()
)
GOING_ON = _BINDING | SUBJECTS | _LEADING_ON


def after_story(words: list[str]) -> tuple[list[str], list[str]] | None:
    """Return the question that words end with, and the story before it; None where there is none.

    "i have been a postman for years so how does running help" asks the last four words.
    """
    for cut in range(_LEAST, len(words) - _LEAST + 1):
        before, after = _to_the_point(words[:cut]), words[cut:]
        tag = after[0] in before and after[1] == before[0]  # "i do not have to pick, do i"
        tag = tag and not aged(before)  # "i am only twelve, am i allowed"
        goes_on = before[-1] in GOING_ON and before[-2:-1] != ["forget"]  # "forget it, does ..."
        if not tag and _begins(after, before[-1]) and _told(before) and not goes_on:
            return after, before
    return None


def last_question(words: list[str]) -> tuple[list[str], list[str]] | None:
    """Return the question that words end with and what is said before it, or None.

    Of "that's actually fair, so how many days" it's the last three words.
    """
    for cut in range(1, len(words)):
        before, after = words[:cut], words[cut:]
        told = before[:-3] if before[-3:] in _TAGS else before
        going_on = before[-1] in GOING_ON and told == before and before[-2:] != ["go", "on"]
        begins = after == ["why"] or (len(after) > 1 and _begins(after, before[-1]))
        told_of = before[-2:-1] and before[-2] in _OWNERS and after[0] in _BEING  # "my mum is"
        if begins and not told_of and not going_on and not asks(told):
            return after, before
    return None


def aged(words: list[str]) -> bool:
    """Tell whether words say how old somebody is: "I'm seventy four"."""
    return bool(_AGED.search(" ".join(words)))


def old(words: list[str]) -> bool:
    """Tell whether words say that oneself is forty or older: "at my age? I'm seventy one"."""
    return bool(_OLD.search(" ".join(words)))


def young(words: list[str]) -> str:
    """Return the age of a child that words tell, their own or another's, in digits, or ""."""
    found = _YOUNG.search(" ".join(words))
    return next((digits for _, digits in numbers_in([found[2]])), "") if found else ""


def after_stories(words: list[str]) -> Iterator[list[str]]:
    """Yield what may be said after a story, in any form: "... so legs or arms for calories"."""
    for cut in range(_LEAST, len(words) - _LEAST):
        before, after = words[:cut], words[cut:]
        if before[-1] not in GOING_ON | JOINING and _told(before):
            after = bare(after[after[0] in JOINING :])
            if len(after) > _LEAST and not _told(after):
                yield after


def before_story(words: list[str]) -> tuple[list[str], list[str]] | None:
    """Return the question that words begin with, and the story after it; None where there is none.

    "can I skip leg day, my mate wants to know" asks the first four words.
    """
    for cut in range(len(words) - _LEAST, _LEAST, -1):
        before, after = words[:cut], words[cut:]
        reason = after[0] in _REASONS
        own = after[0] in ("my", "our") or (after[0] in _SUBJECTS and after[1] in _HAVING)
        if (
            (reason or own)
            and _told(after[reason:])
            and asks(before)
            and (before[-1] not in GOING_ON or _defined(before))
        ):
            return before, after
    return None


def _defined(words: list[str]) -> bool:
    """Tell whether words end as what asks what something is: "tell me what leg day even is"."""
    return "what" in words[:-2] and words[-1] in ("is", "are")


def clauses(words: list[str], longest: int) -> Iterator[list[str]]:
    """Yield what may be a question within a story: from a word that asks to a break or the end.

    None is the whole, none is shorter than four words or longer than `longest`.
    """
    for start, word in enumerate(words):
        told = word == "what" and words[start + 1 : start + 2] in (["i"], ["you"], ["we"])
        led = word in VERBS and not _QUESTIONS.isdisjoint(words[max(0, start - _LED) : start])
        if word in _ASKING and not (told or led) and SUBJECTS.isdisjoint(words[:start][-1:]):
            breaks = [at for at in range(start + 3, len(words)) if words[at] in _BREAKS]
            for end in {*breaks[:2], len(words)}:
                if 4 <= end - start <= min(longest, len(words) - 1):
                    yield bare(words[start:end])


def apart(asked: list[str], story: list[str], named: Named) -> bool:
    """Tell whether a question leans on nothing that the story beside it names."""
    if conditions(story) or aged(story):
        return False
    if all(named(part, {"MULTIPLE"}) for part in (story, asked)):
        return False  # "I do it twice a week, so how much in total"
    points = not POINTING.isdisjoint(asked)
    leant_on = {*named(story, _LEANT_ON)}
    if not points and _COUNTING.isdisjoint(asked):
        leant_on -= {"UNIT"}  # "I've five minutes, ..."
    return not leant_on or (not points and leant_on <= {*named(asked, _LEANT_ON)})


def points_back(clause: list[str], words: list[str], named: Named) -> bool:
    """Tell whether a clause points at what only the rest of the words names."""
    if POINTING.isdisjoint(clause):
        return False
    return not {*named(words, _LEANT_ON)} <= {*named(clause, _LEANT_ON)}


def _to_the_point(words: list[str]) -> list[str]:
    """Return the words without the "you know" that they end with."""
    return words[:-2] if words[-2:] in (["you", "know"], ["you", "see"]) else words


def _begins(words: list[str], after: str) -> bool:
    """Tell whether words begin with a question, after another word: "so am i", "how do i"."""
    first, second = words[:2]
    if first in _RELATIVE:
        return second in VERBS and after in JOINING
    if first in _BEING:
        own = second in _OWNERS or second.endswith("ing")  # "is walking the same", "are my shoes"
        return second in SUBJECTS or own or (after in JOINING and first not in ("was", "were"))
    return first in VERBS or first in _QUESTIONS


def _told(words: list[str]) -> bool:
    """Tell whether words tell of somebody or something, and ask nothing."""
    answered = next((at for at, word in enumerate(words) if word not in _ANSWERS), len(words))
    words = bare(words[answered:]) if words[answered:] else []
    if len(words) < _LEAST or asks(words):
        return False
    does = not _DONE.isdisjoint(words) or words[1].endswith("'s")  # "my knee's fine"
    return words[0] in _SAYERS or (words[0] in _OWNERS and does)
