"""What is said in reply to what the skill has just said and asked: taken, answered, or objected to.

Whoever is asked something answers that. Only what is not understood by itself is read so, or what
takes an offer in its own words (offered.py). A "but" that isn't understood objects to the answer
before the question.
"""

import re
from dataclasses import replace

from skill.simulator.nlu import in_danger
from skill.simulator.nlu.asides import GOALS_TOLD, NO, YES
from skill.simulator.nlu.asking import asks
from skill.simulator.nlu.framing import bare
from skill.simulator.nlu.goals_told import GoalsTold
from skill.simulator.nlu.intents import BEYOND, FALLBACK, LIFTING, REMARK
from skill.simulator.nlu.offered import OBJECTING, OFFER, UNCLEAR, matched, taken, taken_at_once
from skill.simulator.nlu.tuning import DECIDING
from skill.simulator.nlu.turn_parts import agreed, asks_more, passed_over
from skill.simulator.nlu.under_way import under_way
from skill.simulator.nlu.understanding import Understanding, put_to
from skill.simulator.nlu.words import fluent, tokens

_LAST_SENTENCE = re.compile(r"[^.?!]*\?$")  # where it's a question
_WHAT_FOR = re.compile(
    r"\b(?:goal|after|muscle or|cardio or|matters|what's it to be|one of those close)\b"
)
_NEITHER = re.compile(
    r"(?:(?:no|well|i said|i just said) )*(?:neither|none of (?:those|them|that))\b"
)
_RATHER = re.compile(r"\bi (?:just |only )*do not want\b(?! (?:either|any|that|those)\b)")
_STILL = re.compile(r"\b(?:still|is that right|is that what you're after|as your goal)\b")
_RIGHT = re.compile(
    r"(?:(?:yes|yeah|yep|yup|aye|sure) )?(?:that is (?:it|right)|it is|correct|still)$"
)
_MORE = re.compile(r"(?:(?:yes|yeah|yep|aye|sure|well|it is|still) )*(?:and|also|plus)\b")
# Whether what can't wait is happening now.
_HAPPENING = re.compile(r"\bis it happening now\b")
_PRESENT = re.compile(r"\b(?:yes|yeah|yep|still|right now|at the moment)\b|\bit is$")
_PAST = re.compile(r"\b(?:no|nah|not|was|were|over|gone|stopped|earlier|yesterday|ago|last)\b")
_NOT_NOW = re.compile(r"(?:no|nah|nope|not (?:now|any more|at the moment))\b")
_AILING = {
    "EmergencyIntent",
    "PainIntent",
    "ConditionIntent",
    "PregnancyIntent",
    "AMAZON.StopIntent",
}
# "Injured, well, now I'm worried", to who has just said that one may get injured.
_RISK = re.compile(r"\b(?:may|can) get injured\b")
_INJURED = re.compile(r"(?<!am )(?<!was )(?<!got )(?<!have )(?<!been )\binjur(?:ed|y)\b")
# An offer or a goal, laughed at: "a six pack, oh you are funny, at my age".
_LAUGHED_AT = re.compile(
    r"\b(?:you are|are you) (?:funny|joking|kidding|having a laugh|a laugh|hilarious|serious|mad)\b"
    r"|\b(?:chance would be|dream on|as if|pull the other)\b"
)
_AT_MY_AGE = re.compile(r"\bat my age\b")
# "No, I never said that", to "is that right".
_DENIED = re.compile(r"\b(?:not right|wrong|never (?:said|told|asked)|did not (?:say|ask))\b")
_EATS_WELL = re.compile(
    r"\bi (?:have )?(?:just |already |always |do )*(?:had|ate|eat|eaten) (?:\w+ ){0,3}?(?:lunch"
    r"|dinner|breakfast|meals?|fine|well|plenty|enough|properly|normally|okay|loads)\b"
    r"|\bi am (?:fine|okay|alright|eating)\b|\bi (?:only |just )+(?:asked|wanted|meant)\b"
    r"|\bjoking\b"
)
_OF_EATING = re.compile(r"\bto a doctor about it, or to somebody you trust\b")
_NODS = {"AcknowledgeIntent", "PraiseIntent", "ThanksIntent", "RecoveredIntent", "SurpriseIntent"}
_OF_GOALS = {*GOALS_TOLD, "MyGoalIntent"}
_BUT = re.compile(r"(?:(?:yes|yeah|yep|sure|right|well) )?(?:but|except) |.* though$")
_YOU_SAID = re.compile(r"(?:\w+ )?but (?:you|it) (?:just |only )?(?:said|told me|says)\b")
_UNANSWERED = {FALLBACK, BEYOND, YES, "AskedOfThatIntent", "YesOrNoIntent"}  # where more is asked
YES_AND_MORE = "YesAndMoreIntent"
_BRIEF = 5  # words that name a goal, and ask nothing
_SHORT = 3  # words that object to nothing: "sounds good though"


def replied(own: Understanding, heard: str, goals: GoalsTold) -> Understanding | None:
    """Return what an utterance is in reply to what was heard, or None for its `own` meaning."""
    asked, said = _question(heard).lower(), bare(fluent(tokens(own.utterance)))
    if not asked or not said:
        return None
    if meant := in_danger.answered(own, tokens(own.utterance), asked):
        return meant
    right = _STILL.search(asked) and _RIGHT.match(" ".join(said))
    if right or taken_at_once(own, said, asked):
        return put_to(own, YES)
    if own.tier == "exact":
        return None
    if meant := under_way(own, said, asked) or _answered(own, said, asked, heard.lower()):
        return meant
    if _STILL.search(asked) and _MORE.match(" ".join(said)) and (told := goals.named_in(said)):
        return put_to(own, "AddGoalIntent", told[1], DECIDING.clause)  # "yeah, and abs"
    if _WHAT_FOR.search(asked) and (goal := _goal(own, said, goals)):
        return goal
    if _objects(own):
        return replace(own, intent=OBJECTING, tier="paraphrase", score=DECIDING.clause)
    if (
        OFFER.match(asked)
        and asks_more(fluent(tokens(own.utterance)))
        and own.intent in _UNANSWERED
    ):
        return put_to(own, YES_AND_MORE, own.slots)
    return put_to(own, YES) if taken(own, said, asked) else None


def _question(heard: str) -> str:
    """Return the question that what was heard ends with; "" where it asks nothing."""
    return (_LAST_SENTENCE.search(heard) or ("",))[0].strip()


def _answered(own: Understanding, said: list[str], asked: str, heard: str) -> Understanding | None:
    """Return what words that no sample is are in reply to one question of ours; or None."""
    words = " ".join(said)
    more = asks(said) and not _NOT_NOW.match(words)
    if _HAPPENING.search(asked) and not more and own.intent not in _AILING:
        if _PRESENT.search(words):
            return put_to(own, YES)
        return put_to(own, NO) if _PAST.search(words) else None
    if own.intent in _AILING and _RISK.search(heard) and _INJURED.search(words):
        return put_to(own, "InjuryRiskIntent")
    if _OF_EATING.search(heard) and _EATS_WELL.search(words):
        return put_to(own, LIFTING)
    if _STILL.search(asked) and _DENIED.search(words):
        return put_to(own, NO)
    aged = OFFER.match(asked) and not asks(said) and _AT_MY_AGE.search(words)
    joked = _LAUGHED_AT.search(words) and (OFFER.match(asked) or _WHAT_FOR.search(asked))
    deaf = {*UNCLEAR, *_NODS, YES}
    laughed = (aged and own.intent in deaf) or (joked and own.intent in deaf | _OF_GOALS)
    return put_to(own, NO) if laughed else None


def _goal(own: Understanding, said: list[str], goals: GoalsTold) -> Understanding | None:
    """Return the goals that words name where they were asked for, or that it's none of ours."""
    unclear = own.intent in UNCLEAR and not asks(said)
    unsure = own.intent in UNCLEAR or own.score < DECIDING.clause
    alone = len(said) <= _BRIEF and not asks(said) and own.score < DECIDING.clause
    thanking = own.intent in _NODS and len(said) <= _BRIEF and not asks(said)
    unnamed = (
        unclear or alone or thanking or (own.intent in _OF_GOALS and "goal" not in matched(own))
    )
    unnamed = unnamed or ("and" in said and len(said) <= _BRIEF)  # "legs and abs"
    neither = unsure and _NEITHER.match(" ".join(tokens(own.utterance)))
    if not (unnamed or neither):
        return None
    if told := goals.named_in(said, legs=alone):  # "just legs, like I said"
        return put_to(own, *told, DECIDING.clause)
    if neither and _RATHER.search(" ".join(said)):  # "neither, I just don't want to fall"
        return put_to(own, BEYOND, score=DECIDING.clause)
    return put_to(own, "DontKnowIntent", score=DECIDING.clause) if neither else None


def _objects(own: Understanding) -> bool:
    """Tell whether an utterance that means nothing by itself is an objection: "but hills are"."""
    words = fluent(tokens(own.utterance))
    told = own.intent == REMARK and bool(_YOU_SAID.match(" ".join(words)))
    unclear = (own.intent in (FALLBACK, YES) or told) and not own.slots
    unclear = unclear and not (
        agreed(words) or passed_over(words)
    )  # "go on then, though I doubt it"
    return unclear and len(words) > _SHORT and bool(_BUT.match(" ".join(words))) and not asks(words)
