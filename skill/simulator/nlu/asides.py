"""Two things said in one breath: a kind word beside a request, a goodbye beside anything."""

import re
from collections.abc import Iterator

from skill.simulator.nlu.grammar import Grammar, Parse
from skill.simulator.nlu.words import bare

# Said to be kind or to react: whoever asks for something beside it wants that.
ASIDES = {
    "ThanksIntent",
    "PraiseIntent",
    "AcknowledgeIntent",
    "SurpriseIntent",
    "ApologyIntent",
    "GreetingIntent",
    "RemarkIntent",
    "WaitIntent",
}
_LEAVING = "AMAZON.StopIntent"
_ASKING = re.compile(
    r"(does|do|is|are|can|should|would|could)\b(?! not\b)|.*\b(how|what|which|why)\b"
)
_FAREWELLS = {"bye", "goodbye", "goodnight", "cheerio", "farewell", "tara"}  # enough by themselves
_TELLING = {"i", "we", "got", "that"}  # "gotta go my bus is here", and not "turn off the lights"


def with_aside(grammar: Grammar, words: list[str]) -> Parse | None:
    """Return the sample that the words are, with a kind word before or after it, or None.

    "brilliant thanks i'm off" is "i'm off"; of two kind words, the last counts.
    """
    for before, after in _halves(words):
        first = _sample(grammar, before)
        second = first and _sample(grammar, after)
        if first and second:
            if first.intent in ASIDES and len(after) > 1:  # "that makes sense now" is no "now"
                return second
            if second.intent in ASIDES:
                return first
    return None


def parting(grammar: Grammar, words: list[str]) -> Parse | None:
    """Return the goodbye at an end of words that ask for nothing else, or None."""
    told = not {*words[:1]}.isdisjoint(_TELLING | _FAREWELLS)
    for before, after in _halves(words):
        for part, rest in ((after, before), (before, after)):
            asks = _ASKING.match(" ".join(rest))
            if not asks and (len(part) > 1 or part[0] in _FAREWELLS):
                parse = grammar.parse(part)
                if parse and parse.intent == _LEAVING and (told or part is after):
                    return parse
    return None


def _sample(grammar: Grammar, words: list[str]) -> Parse | None:
    """Return the sample that the words are, with or without what is said around it."""
    parse, short = grammar.parse(words), bare(words)
    return parse if parse or short == words else grammar.parse(short)


def _halves(words: list[str]) -> Iterator[tuple[list[str], list[str]]]:
    return ((words[:cut], words[cut:]) for cut in range(1, len(words)))
