"""What is asked for instead of what was told or offered: "not that, how far is a ten k"."""

import re
from itertools import takewhile

from skill.simulator.nlu.features import stems
from skill.simulator.nlu.framing import bare
from skill.simulator.nlu.words import FUNCTION_WORDS, tokens

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
