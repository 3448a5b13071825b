"""What a turn is made of: a yes or a no, what is left out, and what is said or asked beside it.

"Yes, the benefits but not calories", "no more fibers, what about jogging", "no, I asked about abs".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import takewhile

from skill.simulator.nlu.asking import asks
from skill.simulator.nlu.background import conditions, far
from skill.simulator.nlu.features import stems
from skill.simulator.nlu.framing import bare
from skill.simulator.nlu.grammar import Filled, SlotTypes
from skill.simulator.nlu.wishes import NOT_TRAINED_FOR
from skill.simulator.nlu.words import FUNCTION_WORDS, tokens

YES, NO, MEANT = "yes", "no", "meant"  # what a turn begins with
_YESSES = {"yes", "yeah", "yep", "yup", "aye", "sure", "definitely", "absolutely"}
_WORDS = {
    YES: {"yes", "yeah", "yep", "yup", "aye", "sure", "go", "on", "then", "please"},
    NO: {"no", "nope", "nah", "naw", "nothing"},
}
# Takes what was offered, whatever comes after it, unless that is understood.
_TAKEN = re.compile(
    r"(?:(?:lovely|great|nice|brilliant|perfect|go on) )?(?:yes|yeah|yep|aye|sure|okay) "
    r"(?:please|go on|go ahead|go for it|tell me|do|explain)\b"
    r"|(?:go on|go ahead) (?:then|tell me)\b"
    r"|(?:whatever|fine|alright) (?:then )?(?:explain|tell me|go on)\b"
)
_SHORT = 4  # words that end with a yes, and say no more than it
_MEANT = re.compile(  # "no, what I asked is ...", "I didn't say partly, I said ..."
    r".*\b(?:i (?:just |already |only |literally )*"
    r"(?:asked|ask|said|say|meant|mean|was asking|am asking|wanted to know)(?: you)?(?: is| was)?"
    r"|(?:my|our) (?:\w+ )?(?:mum|mom|dad|nan|gran|granny|grandma|grandad|grandpa|wife|husband"
    r"|missus|partner|mate|friend|buddy|brother|sister|son|daughter|boss|cousin|uncle|aunt|boyfriend"
    r"|girlfriend)(?: \w+)? (?:says|said|reckons|thinks|told me|swears|claims)(?: that)?"
    r"|(?:i would rather|you (?:said|offered|promised)(?: you would| to)?)(?: tell| know)?(?: me)?"
    r"(?: if| whether)?|(?:just |please )tell me(?: if| whether)?"
    r"|(?:let us |can we )?(?:go )?back to"
    r"|you (?:did not|never|have not) (?:even )?(?:say|said|tell me|told me|answer|answered)) "
    r"(?P<rest>.+)"
)
_ABOUT = re.compile(r".+ (?P<rest>(?:what|how) about \w+.*)")  # "got it, what about ..."
_SAID_LAST = re.compile(r"(?:no |oh )?(?P<rest>\w+(?: \w+){1,5}) i (?:said|mean|meant|asked)")
_NOT_CLEAR = re.compile(  # "I don't understand this resistance thing"
    r".*\bi (?:still )?(?:do not|can not|never|did not) (?:really )?(?:understand|get|know)"
    r"(?: what)?(?: this| that| the)? (?P<rest>\w+(?: \w+)?)(?: thing| stuff| bit| is| means)*"
)
_NAMES = 3  # words by which something is turned down
_TURNED_DOWN = re.compile(  # "no more of the ...", "not that but ...", "I know that one, ..."
    r"(?:(?:no|nah|nope|meh|well|but|yes|yeah|oh) )*"
    r"(?P<how>no more|stop(?: it)? with|enough (?:of|about|with)|not|forget(?: about)?|never mind"
    r"|no|i (?:already )?(?:know|heard)|i have (?:already )?heard)"
    r"(?: (?:of|about|with|the|any|more|all))*(?: (?P<that>that|it|this|those|them)(?: one)?)? ?"
)
_ANYTHING = re.compile(
    r"(?!(?:i|you|we|he|she|they|it|bad|sure|really|so|yet|me|to)\b)\w+(?: (?!i\b|you\b)\w+)?"
    r"(?= (?:thing|stuff|bit|one|thanks|please|what about|how about|tell me|what else)\b)"
)
_AND_THEN = re.compile(
    r"^(?:(?:thing|things|stuff|bit|one|ones|thanks|thank you|please|and|but|it is boring|only|just"
    r"|so|though|then)(?: |$))+"
)
_PASSING_OVER = re.compile(  # "yes but not the fibers bit"
    r"(?:(?:no|nah|yes|yeah|but|well|just) )*not (?:the |that )?(?P<what>\w+(?: \w+)?)"
    r" (?:thing|stuff|bit|part)$"
)
_AND_MORE = re.compile(r"(?:\w+ ){1,4}?(?:but|and|also)(?: also| what about)? (?P<rest>\w+ .+)")
# A goal that is left out of what is asked or taken, and what is said around it.
_LEAVING_OUT = re.compile(
    r"(?:\b(?:apart|aside) from|\bbesides|\bother than|\bexcept(?: for)?|\bnot counting"
    r"|\b(?P<only>but not|but nothing about|just not|(?<=^)not(?: interested in)?"
    r"|no more(?: of| about)?|forget(?: about)?|never mind"
    r"|(?:stop|quit|enough)(?: it)?(?: already)?(?: going on| talking| banging on)?"
    r"(?: with| about| of| on about)?)"
    r"|(?:\bbut |\band )?(?:\bjust |\bonly )?\b(?P<leave>leave|leaving))"
    r"(?: (?:all|this|that|the|any|your|more|with|about))* $"
)
_LEFT_OUT = re.compile(
    r"(?:out(?: of (?:it|this|that))?|thing|stuff|bit|part|talk|business|already|aside|please|now"
    r"|(?:i|we) do not (?:really |even )?care(?: about (?:that|it|those|them))?)(?: |$)"
)
_GOAL, _LAST = "GOAL", 2  # words of a question, at least


@dataclass(frozen=True, slots=True)
class TurnParts:
    """What a turn begins with, YES or NO or MEANT, and what is said or asked beside that."""

    begins: str
    rest: list[str] = field(default_factory=list)


def parts_of(words: list[str]) -> Iterator[TurnParts]:
    """Yield the ways to take words apart: after a no, a yes, or "I asked"; none where whole."""
    for reply in (NO, YES):
        if rest := _after(words, reply):
            yield TurnParts(reply, rest)
    if rest := _meant(words):
        yield TurnParts(MEANT, rest)


def after_no(words: list[str]) -> list[str]:
    """Return what is said after the no that words begin with, and nothing if with none."""
    return _after(words, NO)


def _after(words: list[str], reply: str) -> list[str]:
    said = len([*takewhile(_WORDS[reply].__contains__, words)])
    if not said or words[0] in ("on", "then", "please"):
        return []
    said += reply == NO and words[said : said + 1] == ["and"]
    return words[said:]


def _meant(words: list[str]) -> list[str]:
    """Return what somebody says they asked, said or meant, and nothing where they don't."""
    said = " ".join(words)
    if found := _ABOUT.fullmatch(said) or _SAID_LAST.fullmatch(said) or _MEANT.fullmatch(said):
        return found["rest"].split()
    unclear = _NOT_CLEAR.fullmatch(said)
    return ["what", "is", *unclear["rest"].split()] if unclear else []


def without_goal(words: list[str], types: SlotTypes) -> tuple[list[str], Filled] | None:
    """Return what is said beside a goal that is left out of it, and that goal; None for neither.

    "What's it good for apart from calories", "stop with the calories, is it good for my heart".
    What only turns a goal down, or one for another, is no question without it.
    """
    for start in range(1, 0 if conditions(words) else len(words)):
        before = f"{' '.join(words[:start])} "
        found = _LEAVING_OUT.search(before)
        for end, goal in types.at(_GOAL, words, start) if found else ():
            after = " ".join(words[end:])
            health = goal.match and goal.match.id in NOT_TRAINED_FOR
            if not found or health or (found["leave"] and not after.startswith("out")):
                continue
            while left_out := _LEFT_OUT.match(after):
                after = after[left_out.end() :]
            first, last = before[: found.start()].split(), after.split()
            more = asks(last) if len(last) > _LAST else last[-1:] == ["else"]
            if found["only"] and not (_takes(first) or more):
                continue
            kept = [*first, *last] if more or not found["only"] else first
            if kept:
                return kept, goal
    return None


def _takes(words: list[str]) -> bool:
    """Tell whether words begin by taking what was offered: "yes, the benefits", "okay"."""
    return words[:1] == ["okay"] or says_yes(words)


def redirected(said: list[str], heard: str) -> list[str]:
    """Return what is asked for instead of what was heard of: "no more fibers, what about jogging".

    Empty where nothing is turned down first, or nothing is said behind it.
    """
    text = " ".join(said)
    if not (found := _TURNED_DOWN.match(text)):
        return []
    rest, heard_of = text[found.end() :].split(), {*stems(tokens(heard))} - FUNCTION_WORDS
    about = len([*takewhile(lambda word: not heard_of.isdisjoint(stems([word])), rest[:_NAMES])])
    if not about and (not found["that"] or found["how"] == "no"):
        named = _ANYTHING.match(" ".join(rest))  # "no more fibers, thanks, ..."
        about = len(named[0].split()) if named else len(rest)
    rest = bare(_AND_THEN.sub("", " ".join(rest[about:])).split())
    return rest if len(rest) > 1 else []


def passed_over(said: list[str]) -> list[str]:
    """Return the one thing that words turn down, asking for no other: "yes, but not the fibers"."""
    found = _PASSING_OVER.match(" ".join(said))
    return found["what"].split() if found else []


def agreed(words: list[str]) -> bool:
    """Tell whether words that mean nothing else begin with a yes: "yes please, I taught for years".

    After one plain yes they speak of nothing that has nothing to do with exercise; after more than
    that, of whatever they like: "yes go on, my wife's pies will have to wait".
    """
    return bool(_TAKEN.match(" ".join(words))) or (begins_with_yes(words) and not far(words))


def asks_more(words: list[str]) -> bool:
    """Tell whether words begin with a yes and ask something else: "yes, but is it hard"."""
    found = _AND_MORE.match(" ".join(words)) if words[0] in _YESSES else None
    return bool(found and asks(found["rest"].split()))


def says_yes(words: list[str]) -> bool:
    """Tell whether words begin with a yes, whatever comes after it."""
    return words[:1] != [] and (words[0] in _YESSES or words[:2] == ["go", "on"])


def ends_with_yes(words: list[str]) -> bool:
    """Tell whether a few words end with a yes: "mixing it, yes please"."""
    end = len(words) - (words[-1:] == ["please"])
    return 1 < end <= _SHORT and words[end - 1] in _YESSES


def begins_with_yes(words: list[str]) -> bool:
    """Tell whether words begin with a yes and go on, with no but: "yes, does it count"."""
    return len(words) > 1 and says_yes(words) and words[1] not in ("but", "not")
