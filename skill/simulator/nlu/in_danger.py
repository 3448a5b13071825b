"""What is said to whoever asks "are you in danger": a clear no or yes, a question, or none."""

import re

from skill.simulator.nlu.asides import NO, YES
from skill.simulator.nlu.feelings import speaks_of_training
from skill.simulator.nlu.intents import LIFTING
from skill.simulator.nlu.understanding import Understanding, put_to

_ASKED = re.compile(r"\bdanger\b")
_UNSURE = re.compile(
    r"\b(?:maybe|perhaps|might|not sure|unsure|i guess|i suppose|do not know|no idea|not really"
    r"|do not care|who cares|nobody|no one|there is not any(?:body|one)|hardly|kind of|sort of)\b"
)
_NO = r"(?:(?:oh|gosh|god|well|um|right) )*(?:no|nope|nah|not (?:right )?now)"
_NO_ALONE = re.compile(
    rf"{_NO}(?: (?:no|nope|nah|not|right|now|i|am|thanks|thank|you|of|course|at|all|it|is|okay))*$"
)
_NO_FIRST = re.compile(  # "no, not right now, I'm with my sister", and not "no point"
    rf"{_NO} (?:not|never|no|thanks?|nothing|it is not"
    r"|i am (?:not|with|at|home|safe|okay|fine))\b"
)
_SAFE = re.compile(
    r"\b(?:not|never) in (?:any )?(?:\w+ )?danger\b|\bno danger\b"
    r"|\bi am (?:(?:really|quite|all|totally|perfectly|just|completely) )*"
    r"(?:safe|fine|okay|alright|all right|good)\b"
    r"|\b(?:will|would|am) (?:not|never) (?:going to |ever )?"
    r"(?:do (?:anything|that|it)|hurt myself|harm myself)\b"
)
_MISREAD = re.compile(
    r"\bi (?:only |just )+(?:meant|mean|wanted|said|asked)\b|\b(?:dramatic|joking|kidding)\b"
    r"|\bfigure of speech\b|\bnot what i (?:meant|said)\b|\b(?:got|took) (?:it|me|that) wrong\b"
    r"|\bmisunderst\w+|\bdid not mean\b"
)
_PRESENT = re.compile(
    r"^(?:i think |i guess )?(?:yes|yeah|yep)\b|\b(?:right now|at the moment)\b|\b(?:it is|i am)$"
)
_KEPT = {YES, NO, LIFTING, "AMAZON.StopIntent", "AMAZON.RepeatIntent"}
_UNCLEAR = "DontKnowIntent"


def answered(own: Understanding, said: list[str], asked: str) -> Understanding | None:
    """Return what words are in answer to whether somebody is in danger; None where unasked.

    What's no clear answer, and speaks of no training, is unclear: never a no, or a request.
    """
    if not _ASKED.search(asked):
        return None
    words = " ".join(said)
    safe, unsure = _SAFE.search(words), _UNSURE.search(words)
    if _MISREAD.search(words) and not unsure:
        return put_to(own, LIFTING)
    if (safe or _NO_ALONE.match(words) or _NO_FIRST.match(words)) and not unsure:
        return put_to(own, NO)
    if unsure:
        return put_to(own, _UNCLEAR)
    if _PRESENT.search(words) and not speaks_of_training(said):
        return put_to(own, YES)
    known = own.intent in _KEPT - {NO, LIFTING, YES} or speaks_of_training(said)
    return own if known else put_to(own, _UNCLEAR)
