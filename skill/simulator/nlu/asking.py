"""Whether an utterance asks, tells, or tells of oneself: by its form, not by what it says."""

import re

from skill.simulator.nlu.framing import SUBJECTS

_ASKING = re.compile(
    r"(does|do|is|are|can|should|would|could)\b(?! not\b)|.*\b(how|what|which|why)\b"
)
_ASKED = re.compile(
    r"(does|do|is|are|am|can|could|should|would|will|did|has|have)\b(?! not\b)"
    r"|.*\b(how|what|which|why|where|when|who|whether|if|unless)\b"
)
VERBS = set("is are am do does did can could should would will was were".split())
_TOLD = {"not", "i", "we", "you", "he", "she", "it", "they", "that", "my", "our", "the", "this"}
_OF_ONESELF = {"i", "we", "my", "our", "he", "she", "they"}
_WISHING = {"want", "need", "would", "wish"}
_HEARSAY = {"say", "says", "said", "think", "thinks", "reckons", "told", "heard", "swears"}
_ASKED_OF = SUBJECTS | set("my your our the people runners cardio leg squats sprinting".split())
_POINTED_AT = {"it", "that", "this"}
_MODAL = set("do does did can could should would will".split())
_OF_WHAT = set("my our the all these those any".split())  # "would all this running help"
_FEW = 3  # words that tell of nothing yet
_CONCLUDING = re.compile(r"(?:so|then) (?:\w+ ){3,}then")  # "so I've got to run for it then"
_TAGGED = re.compile(r" (?:is|are|do|does|can|will|have) not (?:it|you|that|they)$")


def tells(words: list[str]) -> bool:
    """Tell whether words begin as what is told, and is not asked."""
    return words[0] in _TOLD and not asks(words)


def confides(words: list[str]) -> bool:
    """Tell whether words are about oneself or one's own, and ask nothing: "i run with my dog"."""
    if len(words) <= _FEW or words[0] not in _OF_ONESELF or "or" in words:
        return False
    if not _WISHING.isdisjoint(words[1:2]) or not _HEARSAY.isdisjoint(words):
        return False  # a goal that wasn't understood, or what a nod would agree with
    return tells(words) and not may_ask(words)


def may_ask(words: list[str]) -> bool:
    """Tell whether words begin as a question does, or have a word of one anywhere."""
    return bool(_ASKED.match(" ".join(words)))


def asked_plainly(words: list[str]) -> list[str]:
    """Return a question that expects a yes as one that doesn't: "isn't running good", "is ...".

    What is told not to do something stays, "don't tell me", and so does "doesn't matter to me".
    """
    asked = words[:1] and words[0] in VERBS and words[1:2] == ["not"] and len(words) > _FEW
    if words[:1] and words[0] in VERBS and words[2:3] == ["not"] and words[1] in _POINTED_AT:
        return [*words[:2], *words[3:]] if len(words) > _FEW else words  # "is that not risky"
    return [words[0], *words[2:]] if asked and words[2] in _ASKED_OF else words


def asks(words: list[str]) -> bool:
    """Tell whether words have the form of a question, or have one: "it's fine, is it worth it"."""
    return bool(_ASKING.match(" ".join(words))) or inverted(words)


def inverted(words: list[str]) -> bool:
    """Tell whether a verb stands before whom it is asked of: "(how often) should I"."""
    return any(
        verb in VERBS
        and (subject in SUBJECTS or (verb in _MODAL and subject in _OF_WHAT))
        and before not in SUBJECTS | VERBS
        for before, verb, subject in zip(["", *words], words, words[1:], strict=False)
    )


def concludes(words: list[str]) -> bool:
    """Tell whether words draw a conclusion, and ask whether it's right: "so i have to run then".

    Or do so by a tag: "that's all you know, isn't it".
    """
    said = " ".join(words)
    return bool(_CONCLUDING.fullmatch(said) or _TAGGED.search(said))
