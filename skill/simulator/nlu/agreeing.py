"""A yes or a no with more behind it, and what somebody asked or meant in the first place."""

import re

from skill.simulator.nlu.background import far

_REFUSING = {"no", "nope", "nah", "naw", "nothing"}
_AGREED = {"yes", "yeah", "yep", "yup", "aye", "sure", "go", "on", "then", "please"}
_YESSES = {"yes", "yeah", "yep", "yup", "aye", "sure", "definitely", "absolutely"}
# Takes what was offered, whatever comes after it, unless that is understood.
_TAKEN = re.compile(
    r"(?:(?:lovely|great|nice|brilliant|perfect|go on) )?(?:yes|yeah|yep|aye|sure|okay) "
    r"(?:please|go on|go ahead|go for it|tell me|do|explain)\b"
    r"|(?:go on|go ahead) (?:then|tell me)\b"
    r"|(?:whatever|fine|alright) (?:then )?(?:explain|tell me|go on)\b"
)
_CONCLUDING = re.compile(r"(?:so|then) (?:\w+ ){3,}then")  # "so I've got to run for it then"
_TAGGED = re.compile(r" (?:is|are|do|does|can|will|have) not (?:it|you|that|they)$")
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


def meant(words: list[str]) -> list[str]:
    """Return what somebody says they asked, said or meant, and nothing where they don't."""
    said = " ".join(words)
    if found := _ABOUT.fullmatch(said) or _SAID_LAST.fullmatch(said) or _MEANT.fullmatch(said):
        return found["rest"].split()
    unclear = _NOT_CLEAR.fullmatch(said)
    return ["what", "is", *unclear["rest"].split()] if unclear else []


def concludes(words: list[str]) -> bool:
    """Tell whether words draw a conclusion, and ask whether it's right: "so i have to run then".

    Or do so by a tag: "that's all you know, isn't it".
    """
    said = " ".join(words)
    return bool(_CONCLUDING.fullmatch(said) or _TAGGED.search(said))


def after_no(words: list[str]) -> list[str]:
    """Return what is said after the no that words begin with, and nothing if with none."""
    start = next((at for at, word in enumerate(words) if word not in _REFUSING), len(words))
    start += words[start : start + 1] == ["and"]
    return words[start:] if words[:1] and words[0] in _REFUSING else []


def after_yes(words: list[str]) -> list[str]:
    """Return what is said after the yes that words begin with, and nothing if with none."""
    start = next((at for at, word in enumerate(words) if word not in _AGREED), len(words))
    return words[start:] if start and words[0] not in ("on", "then", "please") else []


def agreed(words: list[str]) -> bool:
    """Tell whether words that mean nothing else begin with a yes: "yes please, I taught for years".

    After one plain yes they speak of nothing that has nothing to do with exercise; after more than
    that, of whatever they like: "yes go on, my wife's pies will have to wait".
    """
    return bool(_TAKEN.match(" ".join(words))) or (begins_with_yes(words) and not far(words))


def ends_with_yes(words: list[str]) -> bool:
    """Tell whether a few words end with a yes: "mixing it, yes please"."""
    end = len(words) - (words[-1:] == ["please"])
    return 1 < end <= _SHORT and words[end - 1] in _YESSES


def begins_with_yes(words: list[str]) -> bool:
    """Tell whether words begin with a yes and go on, with no but: "yes, does it count"."""
    yes = len(words) > 1 and (words[0] in _YESSES or words[:2] == ["go", "on"])
    return yes and words[1] not in ("but", "not")
