"""What is said last: a goodbye, thanks or a "go on then" after words that ask for nothing."""

from collections.abc import Collection

from skill.simulator.nlu.asides import LATEST, LEAVING, NO, YES, halves
from skill.simulator.nlu.asking import asks, confides
from skill.simulator.nlu.grammar import Grammar, Parse
from skill.simulator.nlu.intents import BEYOND

# Enough by themselves:
_FAREWELLS = set(
    (
        "bye goodbye goodnight cheerio farewell tara hooroo seeya laters ciao adios toodles peace"
    ).split()
)
_ENDING = {*_FAREWELLS, "stop", "quit"}
_COMPLAINTS = {"MisunderstoodIntent", "InsultIntent"}
_TO_US = {*_FAREWELLS, "thanks", "thank", "cheers", "ta"}  # said to us, and no end of a story
_ONLY_IF, _CLAUSE = {"if", "unless"}, 4  # words of a clause
_SPEAKING = {"say", "says", "said", "saying"}
_AGREEING_LAST = {"yes", "yeah", "yep", "aye", "go", "tell"}  # and more: "go on then"
_LEFT = {NO: {"no", "nah"}, "AMAZON.CancelIntent": {"forget", "drop"}}  # "... no thank you"
_NOT_SO = {"never", "not", "to", "will"}  # "i will never forget it"
_REQUESTING = {"tell", "give", "explain", "show"}  # "tell me about creatine, cheers" asks
_NEW = set("i we he she it they there my our the someone because so and thanks thank".split())
_TELLING = {"i", "we", "got", "that"}  # "gotta go my bus is here", and not "turn off the lights"


def parting(grammar: Grammar, words: list[str], short: list[str]) -> Parse | None:
    """Return the goodbye at an end of words that ask for nothing else, or None.

    `short` are the words without what is said around them; what somebody said is part of a story.
    """
    found = None if not _SPEAKING.isdisjoint(words) else _parting(grammar, short)
    return found or _parting(grammar, words)


def _parting(grammar: Grammar, words: list[str]) -> Parse | None:
    told = not {*words[:1]}.isdisjoint(_TELLING | _FAREWELLS)
    for before, after in halves(words):
        for part, rest in ((after, before), (before, after)):
            if not asks(rest) and (len(part) > 1 or part[0] in _FAREWELLS):
                begins = part is before and _FAREWELLS.isdisjoint(part)  # "i'm off sugar"
                begins = begins and not _NEW.issuperset(rest[:1])
                parse = None if begins or _ends_a_story(rest, part) else grammar.parse(part)
                if parse and parse.intent == LEAVING and (told or part is after):
                    return parse
    return None


def said_last(grammar: Grammar, words: list[str], likest: str) -> Parse | None:
    """Return the thanks or the "go on then" at the end of words that ask for nothing, or None.

    `likest` is the intent that all the words are likest: what is beyond the article isn't thanks.
    """
    agreed = taken_last(grammar, words) or _left_last(grammar, words)
    agreed = agreed or _last_said(grammar, words, "YesOrNoIntent")
    if agreed or likest == BEYOND:
        return agreed
    return _last_said(grammar, words, "ThanksIntent")


def taken_last(grammar: Grammar, words: list[str]) -> Parse | None:
    """Return the "go on then" at the end of words that ask for nothing, or None."""
    return _last_said(grammar, words, YES, begins=_AGREEING_LAST)


def _left_last(grammar: Grammar, words: list[str]) -> Parse | None:
    """Return the "no thank you" or the "forget it" at the end of words, or None."""
    found = (_last_said(grammar, words, intent, begins) for intent, begins in _LEFT.items())
    return next((parse for parse in found if parse), None)


def farewell(grammar: Grammar, words: list[str], likest: str | None) -> Parse | None:
    """Return the "bye" that words end with, or None: "you've been kind thanks bye bye".

    After a complaint, of the intent `likest`, so is a "stop": "you're not listening, stop".
    """
    ending = _ENDING if likest in _COMPLAINTS else _FAREWELLS
    bye = words[-2:] == ["see", "you"] or not ending.isdisjoint(words[-2:])
    return _last_said(grammar, words, LEAVING) if bye else None


def _last_said(
    grammar: Grammar, words: list[str], intent: str, begins: Collection[str] = ()
) -> Parse | None:
    """Return the sample of an intent at the end of words that ask for nothing before it.

    Where `begins` are given, it is more than one word, and no word of somebody else's.
    """
    for before, after in halves(words):
        first = not begins or (
            after[0] in begins and len(after) > 1 and before[-1] not in _SPEAKING | _NOT_SO
        )
        asked = before[0] in _REQUESTING or (intent not in _LEFT and asks(before))
        parse = grammar.parse(after) if first and not asked else None
        if parse and parse.intent == intent:
            return parse
    return None


def _ends_a_story(story: list[str], words: list[str]) -> bool:
    """Tell whether words end what is told: "i had a pie so that's that", "he said see you"."""
    if not _SPEAKING.isdisjoint(story[-LATEST:]) or not _ONLY_IF.isdisjoint(story[-_CLAUSE:]):
        return True  # "he said see you", "if it's burpees I'm leaving"
    if story[-1] in ("has", "have") and story[-2:-1] not in (["i"], ["we"]):
        return True  # "this muffin top has got to go"
    return words[0] == "that" and _TO_US.isdisjoint(words) and confides(story)
