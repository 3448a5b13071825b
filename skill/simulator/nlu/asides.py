"""Two things in one breath: a kind word beside a request, a yes, a goal or a bye beside more."""

import re
from collections.abc import Callable, Collection, Iterator

from skill.simulator.nlu.asking import VERBS, asks, confides, may_ask, tells
from skill.simulator.nlu.framing import bare
from skill.simulator.nlu.grammar import NUMBER, Grammar, Parse

# Said to be kind or to react: whoever asks for something beside it wants that.
ASIDES = {
    "ThanksIntent",
    "PraiseIntent",
    "AcknowledgeIntent",
    "SurpriseIntent",
    "ApologyIntent",
    "GreetingIntent",
    "RemarkIntent",
    "ExpertIntent",
    "OthersHereIntent",
    "WaitIntent",
    "InGeneralIntent",
}
KIND = {"ThanksIntent", "PraiseIntent", "AcknowledgeIntent", "ApologyIntent"}
LEAVING, _YES, _NO = "AMAZON.StopIntent", "AMAZON.YesIntent", "AMAZON.NoIntent"
# Those that ask for nothing,
SAYING = {*ASIDES, _YES, _NO}
ASKING_NOTHING = {  # and what was not understood
    *SAYING,
    "AgeIntent",
    "AMAZON.CancelIntent",
    "AMAZON.FallbackIntent",
    "UnknownQuestionIntent",
}
_TURNED_DOWN = re.compile(r"\b(not(?! (?:sure|know|certain)\b)|no|never|nor|hate|without)\b")
_GOAL_TOLD = "SetGoalIntent"
_NAMED = "WhatAboutIntent"  # "cardio", and then why: "cardio, the ticker matters more"
_REASON = {"i", "my", "the", "it", "because", "we", "as", "so"}  # what a reason for it begins with
GOALS_TOLD = {_GOAL_TOLD, "AddGoalIntent", "DropGoalIntent", "ChangeGoalIntent", "GoalsOfTwoIntent"}
# Enough by themselves:
_FAREWELLS = {"bye", "goodbye", "goodnight", "cheerio", "farewell", "tara", "hooroo"}
_TO_US = {*_FAREWELLS, "thanks", "thank", "cheers", "ta"}  # said to us, and no end of a story
# How an answer to an offer, or a word to somebody else, begins before anything.
_LEADS = {_YES, _NO, "WaitIntent"}
FIRST = set("yes yeah yep aye sure go no nah nope hang hold wait one just give bear in".split())
_WHERE = {"a", "an", "the", "my", "your", "to", "for", "with", "of", "in", "at"}  # "go on a run"
_COMPLAINING = {"told", "asked", "said"}
_SPEAKING = {"say", "says", "said", "saying"}
_FALTERING = [[word] for word in "um umm uh er erm well hmm hm mm".split()]
_REFUSING = {"no", "nope", "nah", "naw"}
_AGREED = {"yes", "yeah", "yep", "yup", "aye", "sure", "go", "on", "then", "please"}
_AGREEING_LAST = {"yes", "yeah", "yep", "aye", "go", "tell"}  # and more: "go on then"
_BEFORE_LEAVING = {*SAYING, "DontKnowIntent"}  # "whatever, no, quit"
_LATEST = 3  # words before which a yes begins, where it is not the first thing said
_FEW = 3  # words that are no question by themselves
_JOINING = {"and", "so", "but"}
_NEW = set("i we he she it they there my our the someone because so and thanks thank".split())
_TELLING = {"i", "we", "got", "that"}  # "gotta go my bus is here", and not "turn off the lights"


def with_aside(grammar: Grammar, words: list[str]) -> Parse | None:
    """Return the sample that the words are, with a kind word before or after it, or None.

    "brilliant thanks i'm off" is "i'm off"; of two kind words, the last counts. Whoever says
    no or yes and then goodbye leaves, and "yes, four miles" is the distance.
    """
    for before, after in _halves(words):
        first = _opening(grammar, before)
        second = first and _sample(grammar, after)
        if first and second:
            if second.intent == LEAVING and first.intent in _BEFORE_LEAVING:
                return second
            if first.intent in (_YES, _NO) and _measures(second):
                return second
            alone = len(after) == 1 and second.intent not in (LEAVING, "ThanksIntent")
            if first.intent in ASIDES and not alone:  # "that makes sense now" is no "now"
                return second
            if second.intent in ASIDES:
                return first
    return None


def parting(grammar: Grammar, words: list[str]) -> Parse | None:
    """Return the goodbye at an end of words that ask for nothing else, or None."""
    told = not {*words[:1]}.isdisjoint(_TELLING | _FAREWELLS)
    for before, after in _halves(words):
        for part, rest in ((after, before), (before, after)):
            if not asks(rest) and (len(part) > 1 or part[0] in _FAREWELLS):
                begins = part is before and _FAREWELLS.isdisjoint(part)  # "i'm off sugar"
                begins = begins and not _NEW.issuperset(rest[:1])
                parse = None if begins or _ends_a_story(rest, part) else grammar.parse(part)
                if parse and parse.intent == LEAVING and (told or part is after):
                    return parse
    return None


def leading(grammar: Grammar, words: list[str], likest: str) -> Parse | None:
    """Return the yes, the no or the "hang on" that words begin with, the rest asking nothing.

    "Go on" may come after what it is to: "sprinting, go on then, though my wife will laugh".
    `likest` is the intent that all the words are likest: a remark is to somebody else, "no Tom".
    """
    for start in range(min(len(words), _LATEST)):
        for end in range(len(words) - 1, start, -1):
            said, rest = words[start:end], words[end:]
            parse = grammar.parse(said) if said[0] in FIRST else None
            if not parse or parse.intent not in _LEADS or (start and said[:2] != ["go", "on"]):
                continue
            if likest == "RemarkIntent" and parse.intent != "WaitIntent" and len(said) == 1:
                return None
            of_what = rest[0] in _WHERE if said[0] == "go" else said == ["no"] and not tells(rest)
            of_what = of_what or not _COMPLAINING.isdisjoint(rest)  # "no, I just told you"
            return None if of_what or asks(rest) else parse
    return None


def said_last(grammar: Grammar, words: list[str]) -> Parse | None:
    """Return the thanks or the "go on then" at the end of words that ask for nothing, or None."""
    agreed = _last_said(grammar, words, _YES, begins=_AGREEING_LAST)
    return agreed or _last_said(grammar, words, "ThanksIntent")


def farewell(grammar: Grammar, words: list[str]) -> Parse | None:
    """Return the "bye" that words end with, or None: "you've been kind thanks bye bye"."""
    return None if _FAREWELLS.isdisjoint(words[-2:]) else _last_said(grammar, words, LEAVING)


def after_no(words: list[str]) -> list[str]:
    """Return what is said after the no that words begin with, and nothing if with none."""
    start = next((at for at, word in enumerate(words) if word not in _REFUSING), len(words))
    start += words[start : start + 1] == ["and"]
    return words[start:] if words[:1] and words[0] in _REFUSING else []


def after_yes(words: list[str]) -> list[str]:
    """Return what is said after the yes that words begin with, and nothing if with none."""
    start = next((at for at, word in enumerate(words) if word not in _AGREED), len(words))
    return words[start:] if start and words[0] not in ("on", "then", "please") else []


def kindness(grammar: Grammar, words: list[str]) -> tuple[Parse | None, list[str]]:
    """Return the kind word that words begin with, if any, and the rest."""
    for before, after in reversed([*_halves(words)]):
        parse = _opening(grammar, before)
        faltering = before in _FALTERING  # "well, ...", which is no "wait" where more is said
        if parse and parse.intent in ASIDES and not faltering:
            return parse, after
    return None, words


def asked_first(
    grammar: Grammar, words: list[str], speaks_of: Callable[[list[str]], bool]
) -> Parse | None:
    """Return the question that is a sample, with only oneself told of after it, or None.

    "what's leg day anyway i don't belong to a gym" asks no more than its first words.
    """
    for before, after in _halves(words):
        if len(before) > _FEW and confides(after) and not speaks_of(after):
            parse = _sample(grammar, before) if asks(before) else None
            if parse and not parse.slots and parse.intent not in {*ASKING_NOTHING, LEAVING}:
                return parse
    return None


def goal_told(
    grammar: Grammar, words: list[str], speaks_of: Callable[[list[str]], bool]
) -> Parse | None:
    """Return the goal told at an end of words that ask for nothing and turn nothing down, or None.

    `speaks_of` tells whether the rest is of something else that the model knows.
    """
    found = []
    for before, after in _halves(words):
        for part, rest in ((before, after), (after, before)):
            if may_ask(rest) or _TURNED_DOWN.search(" ".join(rest)) or speaks_of(rest):
                continue
            parse = _sample(grammar, part)
            named = part is before and rest[0] in _REASON and parse and parse.intent == _NAMED
            if parse and "goal" in parse.slots and (parse.intent == _GOAL_TOLD or named):
                found.append((len(part), parse))
    return max(found, key=lambda one: one[0], default=(0, None))[1]


def _last_said(
    grammar: Grammar, words: list[str], intent: str, begins: Collection[str] = ()
) -> Parse | None:
    """Return the sample of an intent at the end of words that ask for nothing before it.

    Where `begins` are given, it is more than one word, and no word of somebody else's.
    """
    for before, after in _halves(words):
        first = not begins or (
            after[0] in begins and len(after) > 1 and before[-1] not in _SPEAKING
        )
        parse = grammar.parse(after) if first and not asks(before) else None
        if parse and parse.intent == intent:
            return parse
    return None


def _ends_a_story(story: list[str], words: list[str]) -> bool:
    """Tell whether words end what is told: "i had a pie so that's that", "he said see you"."""
    if not _SPEAKING.isdisjoint(story[-_LATEST:]):
        return True
    if story[-1] in ("has", "have") and story[-2:-1] not in (["i"], ["we"]):
        return True  # "this muffin top has got to go"
    return words[0] == "that" and _TO_US.isdisjoint(words) and confides(story)


def _opening(grammar: Grammar, words: list[str]) -> Parse | None:
    """Return the sample that the first words of more are; None for "how do", of "how do I"."""
    return None if words[-1] in VERBS else _sample(grammar, words)


def _sample(grammar: Grammar, words: list[str]) -> Parse | None:
    """Return the sample that the words are, with or without what is said around it."""
    if parse := grammar.parse(words):
        return parse
    short = bare(words[words[0] in _JOINING :] or words)
    return grammar.parse(short) if short != words else None


def _measures(parse: Parse) -> bool:
    """Tell whether a sample has a number in it, or a race."""
    return any(filled.type in (NUMBER, "RACE") for filled in parse.slots.values())


def _halves(words: list[str]) -> Iterator[tuple[list[str], list[str]]]:
    return ((words[:cut], words[cut:]) for cut in range(1, len(words)))
