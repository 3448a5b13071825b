"""Whether words take what the skill has just offered, in whatever words they do.

Whoever is offered something takes that: "yeah quick one, I've two minutes, does it count" takes
"Want to know if running counts?", and "so why do they matter" what muscle fibers do.
"""

import re

from skill.simulator.nlu.features import stems
from skill.simulator.nlu.intents import BEYOND, DECLINING, FALLBACK, FOLLOWING, REMARK
from skill.simulator.nlu.stories import POINTING
from skill.simulator.nlu.tuning import DECIDING
from skill.simulator.nlu.turn_parts import agreed, begins_with_yes, ends_with_yes
from skill.simulator.nlu.under_way import STOPPING, TOUR
from skill.simulator.nlu.understanding import Understanding
from skill.simulator.nlu.words import FUNCTION_WORDS, tokens

OFFER = re.compile(
    r"^(?:(?:still )?want (?:to|the|a)|should (?:i|we)|shall (?:i|we)|how about|ready for)\b"
)
_OFFERED = re.compile(  # and what it is about
    r"(?:still )?(?:want to (?:know|hear)(?: about)?|should i (?:tell you(?: about)?|explain)"
    r"|how about) (.+)\?"
)
_ASKING = {*stems("what which why how if whether".split())}
_GLUE = {
    *stems("it that they them this is are do does so then and what whats on you tell i".split())
}
_OFFERING = {
    *stems("want know hear tell explain help choose talk curious ready still about go".split())
}
# Said beside a yes, and asking for nothing else.
_BESIDE = {FALLBACK, REMARK, "WaitIntent", "OthersHereIntent", "ExpertIntent", "InGeneralIntent"}
UNCLEAR = {*DECLINING, *_BESIDE, "DontKnowIntent"}
# Asked of an answer, and beside a yes of the one to come: "yes, and which one's that".
_LEANING = FOLLOWING - {"WhyIntent", "SourceIntent", "SummaryIntent", "YesOrNoIntent"}
_NODDING = {"AcknowledgeIntent", "PraiseIntent"}  # at the offer, where some of it is said over
OBJECTING = "DoubtIntent"
_ECHOED = 0.6  # the share of what a question is about, for words to say it over again
_MEANING = "what do you mean".split()  # "..., how people take to it", to who offers that
_GO_ON = "go on then".split()  # at the end of whatever else: "haha nah, but go on then"
_NAMED = 0.3  # and where they are no clear question of their own
_BRIEF = 5  # words beside a yes that lean on what is to come
_WHICH = re.compile(  # to "want to know which run", and "haha, go on, which one"
    r"(?:^|\b(?:yes|yeah|okay|go on|sure|so) )which(?: one| run)?"
    r"(?: is (?:it|that))?(?: for (?:me|him|her|us|them))?(?: then)?$"
)
_SAID_YES = re.compile(r"\bi (?:just |already |did )*(?:said|say) (?:yes|yeah)$")
_DOES_IT = {"does it", "is it", "can it", "can i", "do i", "should i"}  # to "want to know if"
_FEW = 8  # words of what may be asked by pointing at it


def taken_at_once(own: Understanding, said: list[str], asked: str) -> bool:
    """Tell whether words are some of an offer's own, or say that a yes was said, or ask for it."""
    if OFFER.match(asked) and (_SAID_YES.search(" ".join(said)) or _says_over(said, asked)):
        return True
    if OFFER.match(asked) and own.tier != "exact" and said[-3:] == _GO_ON:
        return True
    return own.tier != "exact" and _points_at(own, said, asked)


def taken(own: Understanding, said: list[str], asked: str) -> bool:
    """Tell whether words take what was offered."""
    if said[0] in STOPPING or TOUR.search(asked) or not OFFER.match(asked) or matched(own):
        return False
    echoed, taken = _echoed(said, asked), begins_with_yes(said)
    if echoed >= _ECHOED and said[:4] == _MEANING and own.intent in UNCLEAR:
        return True
    least = (
        _ECHOED if own.score >= DECIDING.doubted_correction else _NAMED
    )  # "okay, the mile thing"
    if (taken and echoed >= least) or (echoed and own.intent in _NODDING):
        return True
    unsure = own.intent in {*UNCLEAR, OBJECTING} - {BEYOND} and own.score < DECIDING.elsewhere
    if (unsure or own.intent in _BESIDE) and (agreed(said) or ends_with_yes(said)):
        return True
    if taken and own.intent in _LEANING and len(said) <= _BRIEF:
        return True
    if own.intent == BEYOND and taken:
        return bool(echoed) and (not POINTING.isdisjoint(said) or len(said) <= _FEW)
    return own.intent in UNCLEAR and echoed >= _ECHOED


def matched(own: Understanding) -> list[str]:
    """Return the slots that are filled with something known."""
    return [name for name, filled in own.slots.items() if not filled.unmatched]


def _says_over(said: list[str], asked: str) -> bool:
    """Tell whether words are some of an offer's own: "how much", "help me choose", "does it"."""
    words = " ".join(said)
    if words in _DOES_IT:
        return " if " in asked
    if _WHICH.search(words):
        return "which " in asked or (" for " in words and "choos" in asked)
    own = " ".join({"me": "you", "my": "your"}.get(word, word) for word in said)
    names = FUNCTION_WORDS.isdisjoint(said)  # "leg day", which may be asked about by itself
    return len(said) > 1 and not names and f" {own} " in f" {' '.join(tokens(asked))} "


def _points_at(own: Understanding, said: list[str], asked: str) -> bool:
    """Tell whether words ask for what is offered, by some of its words: "so why do they matter"."""
    offered = _OFFERED.match(asked)
    clear = own.intent not in UNCLEAR | FOLLOWING and own.score >= DECIDING.clause
    if not offered or clear or not 1 < len(said) <= _FEW or said[0] in STOPPING:
        return False
    about, words = set(stems(tokens(offered[1]))), set(stems(said))
    named = words & about - _GLUE - _ASKING
    asks_what = bool(words & about & {"what", "which"})
    return words <= about | _GLUE and bool(named or asks_what)


def _echoed(words: list[str], asked: str) -> float:
    """Return how much of what a question is about words say, from 0 to 1."""
    content = (word for word in tokens(asked) if word not in FUNCTION_WORDS)
    about = {*stems(content)} - _OFFERING
    return len(about.intersection(stems(words))) / len(about) if about else 0.0
