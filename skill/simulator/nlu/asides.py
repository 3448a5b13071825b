"""Two things in one breath: a kind word beside a request, a yes or a goal beside more."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import chain

from skill.simulator.nlu.asking import VERBS, asks, confides, may_ask, tells
from skill.simulator.nlu.framing import unframed
from skill.simulator.nlu.grammar import NUMBER, Grammar, Parse
from skill.simulator.nlu.numbers import NUMBER_WORDS

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
_BESIDE = {*ASIDES, "MisunderstoodIntent", "InsultIntent"}  # "you don't listen, ..."
LEAVING, YES, NO = "AMAZON.StopIntent", "AMAZON.YesIntent", "AMAZON.NoIntent"
# Those that ask for nothing,
SAYING = {*ASIDES, YES, NO}
ASKING_NOTHING = {  # and what was not understood
    *SAYING,
    "AgeIntent",
    "AMAZON.CancelIntent",
    "AMAZON.FallbackIntent",
    "UnknownQuestionIntent",
}
GOAL_TOLD = "SetGoalIntent"
_CONVINCING = "WhyIntent"
_NAMED = "WhatAboutIntent"  # "cardio", and then why: "cardio, the ticker matters more"
_GIVEN_UP = "DropGoalIntent"  # "i give up, just forget my goal"
GOALS_TOLD = {GOAL_TOLD, "AddGoalIntent", _GIVEN_UP, "ChangeGoalIntent", "GoalsOfTwoIntent"}
# How an answer to an offer, or a word to somebody else, begins before anything.
_LEADS = {YES, NO, "AMAZON.CancelIntent", "WaitIntent"}
FIRST = set(
    "never yes yeah yep aye sure go no nah nope hang hold wait one just give bear in".split()
)
_WHERE = {"a", "an", "the", "my", "your", "to", "for", "with", "of", "in", "at"}  # "go on a run"
_COMPANY = (["with", "him"], ["with", "her"], ["with", "them"])
_WHERE_RUN = set("before after round around along with in through by at on up to".split())
_GO_AHEAD, _DOING = ["go", "ahead"], {"and", "with"}  # "go ahead and run, you mean"
_COMPLAINING = {"told", "asked", "said"}
_FALTERING = [[word] for word in "um umm uh er erm well hmm hm mm".split()]
_THANKING = {"thanks", "thank", "cheers", "ta"}
_BEFORE_LEAVING = {*SAYING, "DontKnowIntent"}  # "whatever, no, quit"
LATEST = 3  # words before which a yes begins, where it is not the first thing said
_FEW = 3  # words that are no question by themselves
_JOINING = {"and", "so", "but"}
_MORE = {"and", "but", "what", "how"}  # "perfect, and for the belly"
_AT_ONCE = {"AMAZON.RepeatIntent", "BriefYesIntent"}  # "..., I've the little one on my lap"


def with_aside(grammar: Grammar, words: list[str]) -> Parse | None:
    """Return the sample that the words are, with a kind word before or after it, or None.

    "brilliant thanks i'm off" is "i'm off"; of two kind words, the last counts. Whoever says
    no or yes and then goodbye leaves, and "yes, four miles" is the distance.
    """
    for before, after in halves(words):
        first = _opening(grammar, before)
        second = first and as_said(grammar, after)
        if first and second:
            if second.intent == LEAVING and first.intent in _BEFORE_LEAVING:
                return second
            more = second.intent == _NAMED and after[0] in _MORE
            if first.intent in (YES, NO) and (more or _measures(second)):
                return second
            alone = len(after) == 1 and second.intent not in (LEAVING, "ThanksIntent")
            if first.intent == YES and second.intent == _CONVINCING and before[0] == "go":
                return first  # "go on then, convince me"
            if first.intent in ASIDES and not alone:  # "that makes sense now" is no "now"
                return second
            nods = second.intent == "AcknowledgeIntent" and len(after) >= _FEW
            if first.intent == YES and nods:  # "cool, I'll try that"
                return thanked(second, words)
            if second.intent in ASIDES:
                return first
    return None


def thanked(parse: Parse, words: list[str]) -> Parse:
    """Return what words say, or the thanks beside a word that asks nothing: "I see, thanks"."""
    beside = {*words}.difference(parse.sample.split())
    thanks = parse.intent in ASIDES and not _THANKING.isdisjoint(beside)
    return replace(parse, intent="ThanksIntent", slots={}) if thanks else parse


def leading(grammar: Grammar, words: list[str], likest: str) -> Parse | None:
    """Return the yes, the no or the "hang on" that words begin with, the rest asking nothing.

    "Go on" may come after what it is to: "sprinting, go on then, though my wife will laugh".
    `likest` is the intent that all the words are likest: a remark is to somebody else, "no Tom".
    """
    for start in range(min(len(words), LATEST)):
        for end in range(len(words) - 1, start, -1):
            said, rest = words[start:end], words[end:]
            parse = grammar.parse(said) if said[0] in FIRST else None
            if not parse or parse.intent not in _LEADS or (start and said[:2] != ["go", "on"]):
                continue
            if likest == "RemarkIntent" and parse.intent != "WaitIntent" and len(said) == 1:
                return None
            of_what = rest[0] in _WHERE if said[0] == "go" else said == ["no"] and not tells(rest)
            of_what = of_what or (said == _GO_AHEAD and rest[0] in _DOING)
            of_what = of_what or not _COMPLAINING.isdisjoint(rest)  # "no, I just told you"
            of_what = of_what or (rest[0] == "but" and may_ask(rest))  # "yeah but will it"
            return None if of_what or asks(rest) else parse
    return None


def kindness(grammar: Grammar, words: list[str]) -> tuple[Parse | None, list[str]]:
    """Return the kind word that words begin with, if any, and the rest."""
    for before, after in reversed([*halves(words)]):
        parse = _opening(grammar, before)
        faltering = before in _FALTERING  # "well, ...", which is no "wait" where more is said
        if parse and parse.intent in _BESIDE and not faltering:
            more = kindness(grammar, after) if len(after) > 1 else (None, [])
            return (parse, after) if more[0] is None else (parse, more[1])  # "nice, I like that"
    return None, words


def asked_first(
    grammar: Grammar, words: list[str], speaks_of: Callable[[list[str]], bool]
) -> Parse | None:
    """Return the question that is a sample, with only oneself told of after it, or None.

    "what's leg day anyway i don't belong to a gym" asks no more than its first words. So does a
    distance, and "say that again".
    """
    for before, after in halves(words):
        reason = after[0] == "because" and len(after) > 1  # "jog, because I do it longer"
        parse = as_said(grammar, before) if reason or len(before) >= _FEW else None
        if parse and _is_all(parse, before, after[reason:], reason, speaks_of):
            return parse
    return None


def _is_all(
    parse: Parse,
    before: list[str],
    told: list[str],
    reason: bool,
    speaks_of: Callable[[list[str]], bool],
) -> bool:
    """Tell whether a sample is all that is asked or said before what is told, as its reason or not.

    A yes needs no reason; and a run stays one wherever it was: "I do two miles before work".
    """
    if reason and parse.intent == YES:
        return True
    if speaks_of(told[:-2] if told[-2:] in _COMPANY else told):
        return False
    if told[0] in _WHERE_RUN and not may_ask(told) and NUMBER_WORDS.isdisjoint(told):
        return _measures(parse)
    return confides(told) and (reason or _stands_alone(parse, before))


def _opening(grammar: Grammar, words: list[str]) -> Parse | None:
    """Return the sample that the first words of more are; None for "how do", of "how do I"."""
    return None if words[-1] in VERBS else as_said(grammar, words)


def as_said(grammar: Grammar, words: list[str]) -> Parse | None:
    """Return the sample that the words are, with or without what is said around it."""
    joined = words[words[0] in _JOINING :] or words
    forms = chain([words], [joined] if joined != words else (), unframed(joined))
    return next(filter(None, map(grammar.parse, forms)), None)


def _stands_alone(parse: Parse, words: list[str]) -> bool:
    """Tell whether a sample, said in these words, asks by itself what it asks."""
    if parse.intent in {*ASKING_NOTHING, LEAVING, "ForWhomIntent"}:
        return False
    asked = not parse.slots and len(words) > _FEW and asks(words)
    return asked or parse.intent in _AT_ONCE or _measures(parse)


def _measures(parse: Parse) -> bool:
    """Tell whether a sample has a number in it, or a race."""
    return any(filled.type in (NUMBER, "RACE") for filled in parse.slots.values())


def halves(words: list[str]) -> Iterator[tuple[list[str], list[str]]]:
    """Yield words in two parts, cut after each but the last."""
    return ((words[:cut], words[cut:]) for cut in range(1, len(words)))
