"""What is said in reply to what the skill has just said and asked: taken, answered, or objected to.

Whoever is asked something answers that, in whatever words: "yeah quick one, I've two minutes, does
it count" takes "Want to know if running counts?". Only what is not understood by itself is read so,
or what begins with a yes and says the question over again. A "but" that isn't understood objects
to the answer before the question.
"""

import re
from dataclasses import replace

from skill.simulator.nlu.agreeing import agreed, begins_with_yes, ends_with_yes
from skill.simulator.nlu.asides import GOALS_TOLD, NO, YES
from skill.simulator.nlu.asking import asks
from skill.simulator.nlu.features import stems
from skill.simulator.nlu.framing import bare
from skill.simulator.nlu.goals_told import GoalsTold
from skill.simulator.nlu.intents import BEYOND, DECLINING, FALLBACK, FOLLOWING, REMARK
from skill.simulator.nlu.stories import POINTING
from skill.simulator.nlu.tuning import DECIDING
from skill.simulator.nlu.under_way import under_way
from skill.simulator.nlu.understanding import Understanding
from skill.simulator.nlu.words import FUNCTION_WORDS, fluent, tokens

_LAST_SENTENCE = re.compile(r"[^.?!]*\?$")  # where it's a question
_OFFER = re.compile(
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
_TOUR = re.compile(r"\b(?:tour|next one|go on\?)")  # asks whether to go on with all there is
_ON = {"next", "tour", "story", "part", "parts", "continue", "carry", "more", "couple", "go"}
_WHAT_FOR = re.compile(
    r"\b(?:goal|after|muscle or|cardio or|matters|what's it to be|one of those close)\b"
)
_NEITHER = re.compile(
    r"(?:(?:no|well|i said|i just said) )*(?:neither|none of (?:those|them|that))\b"
)
_STILL = re.compile(r"\b(?:still|is that right|is that what you're after|as your goal)\b")
_RIGHT = re.compile(
    r"(?:(?:yes|yeah|yep|yup|aye|sure) )?(?:that is (?:it|right)|it is|correct|still)$"
)
# Whether what can't wait is happening now.
_HAPPENING = re.compile(r"\bis it happening now\b")
_PRESENT = re.compile(r"\b(?:yes|yeah|yep|still|right now|at the moment)\b|\bit is$")
_PAST = re.compile(r"\b(?:no|nah|not|was|were|over|gone|stopped|earlier|yesterday|ago|last)\b")
_AILING = {
    "EmergencyIntent",
    "PainIntent",
    "ConditionIntent",
    "PregnancyIntent",
    "AMAZON.StopIntent",
}
# A question of the quiz: too hard, or to be another one.
_QUIZ = re.compile(r"(?:first one|second|last one), ")
_NO_IDEA = re.compile(
    r"\b(?:do not (?:even |really )?know|no (?:idea|clue)|(?:too|is) hard|give up)\b"
)
_OTHER_ONE = re.compile(r"\b(?:a different|the other|another) (?:one|question)\b")
_STUCK = {*DECLINING, "InsultIntent", "AcknowledgeIntent", "PlainWordsIntent", "DoubtIntent"}
# An offer, laughed at: "a six pack, oh you are funny, at my age".
_JOKED = re.compile(
    r"\byou are (?:funny|joking|kidding|having a laugh|a laugh|hilarious)\b|\bat my age\b"
    r"|\b(?:chance would be|dream on|as if|pull the other)\b"
)
_NODS = {"AcknowledgeIntent", "PraiseIntent", "ThanksIntent", "RecoveredIntent", "SurpriseIntent"}
_NO = {"no", "nah", "nope", "naw", "not", "never", "stop", "forget", "but"}
# Said beside a yes, and asking for nothing else.
_BESIDE = {FALLBACK, REMARK, "WaitIntent", "OthersHereIntent", "ExpertIntent", "InGeneralIntent"}
_OF_GOALS = {*GOALS_TOLD, "MyGoalIntent"}
_UNCLEAR = {*DECLINING, *_BESIDE, "DontKnowIntent"}
# Asked of an answer, and beside a yes of the one to come: "yes, and which one's that".
_LEANING = FOLLOWING - {"WhyIntent", "SourceIntent", "SummaryIntent", "YesOrNoIntent"}
_NODDING = {"AcknowledgeIntent", "PraiseIntent"}  # at the offer, where some of it is said over
_OBJECTING = "DoubtIntent"
_BUT = re.compile(r"(?:(?:yes|yeah|yep|sure|right|well) )?(?:but|except) |.* though$")
_YOU_SAID = re.compile(r"(?:\w+ )?but (?:you|it) (?:just |only )?(?:said|told me|says)\b")
_ECHOED = 0.6  # the share of what a question is about, for words to say it over again
_FIRST = 5  # words, one of which goes on with a tour
_WHICH = re.compile(  # to "want to know which run", and "haha, go on, which one"
    r"(?:^|\b(?:yes|yeah|okay|go on|sure|so) )which(?: one| run)?"
    r"(?: is (?:it|that))?(?: for (?:me|him|her|us|them))?(?: then)?$"
)
_SAID_YES = re.compile(r"\bi (?:just |already |did )*(?:said|say) (?:yes|yeah)$")
_DOES_IT = {"does it", "is it", "can it", "can i", "do i", "should i"}  # to "want to know if"
_SHORT = 3  # words that object to nothing: "sounds good though"
_FEW = 8  # words of what may be asked by pointing at it


def replied(
    own: Understanding,
    heard: str,
    goals: GoalsTold,
) -> Understanding | None:
    """Return what an utterance is in reply to what was heard, or None for its `own` meaning."""
    asked, said = _question(heard).lower(), bare(fluent(tokens(own.utterance)))
    if said and _says_over(said, asked):
        return replace(own, intent=YES, slots={}, tier="paraphrase", score=DECIDING.beside)
    if own.tier != "exact" and said and _points_at(own, said, asked):
        return replace(own, intent=YES, slots={}, tier="paraphrase", score=DECIDING.beside)
    if _SAID_YES.search(" ".join(said)) and _OFFER.match(_question(heard).lower()):
        return replace(own, intent=YES, slots={}, tier="paraphrase", score=DECIDING.beside)
    if _STILL.search(asked) and _RIGHT.match(" ".join(said)):
        return replace(own, intent=YES, slots={}, tier="paraphrase", score=DECIDING.beside)
    if not asked or not said or own.tier == "exact":
        return None
    if said and (meant := under_way(own, said, asked)):
        return meant
    if said and (act := _answered(own, said, asked)):
        return replace(own, intent=act, slots={}, tier="paraphrase", score=DECIDING.beside)
    unclear = own.intent in _UNCLEAR
    unnamed = unclear or (own.intent in _OF_GOALS and "goal" not in _matched(own))
    unnamed = unnamed or ("and" in said and len(said) <= _FIRST)  # "legs and abs"
    alone = len(said) <= _FIRST and not asks(said) and own.score < DECIDING.clause
    unnamed = unnamed or alone  # "just legs, like I said"
    unsure = unclear or own.score < DECIDING.clause
    neither = unsure and _NEITHER.match(" ".join(tokens(own.utterance))) is not None
    told = goals.named_in(said, legs=alone) or (("DontKnowIntent", {}) if neither else None)
    if (unnamed or neither) and _WHAT_FOR.search(asked) and told:
        return replace(own, intent=told[0], slots=told[1], tier="paraphrase", score=DECIDING.clause)
    if _objects(own):
        return replace(own, intent=_OBJECTING, tier="paraphrase", score=DECIDING.clause)
    if _takes(own, said, asked):
        return replace(own, intent=YES, slots={}, tier="paraphrase", score=DECIDING.beside)
    return None


def _question(heard: str) -> str:
    """Return the question that what was heard ends with; "" where it asks nothing."""
    return (_LAST_SENTENCE.search(heard) or ("",))[0].strip()


def _answered(own: Understanding, said: list[str], asked: str) -> str | None:
    """Return the intent of words that no sample is, in reply to one question of ours; or None."""
    words = " ".join(said)
    if _HAPPENING.search(asked) and not asks(said) and own.intent not in _AILING:
        if _PRESENT.search(words):
            return YES
        return NO if _PAST.search(words) else None
    if _QUIZ.match(asked):
        if _OTHER_ONE.search(words):
            return "AMAZON.NextIntent"
        return "DontKnowIntent" if own.intent in _STUCK and _NO_IDEA.search(words) else None
    joked = _OFFER.match(asked) and not asks(said) and _JOKED.search(words)
    return NO if joked and own.intent in {*_UNCLEAR, *_NODS, YES} else None


def _says_over(said: list[str], asked: str) -> bool:
    """Tell whether words are some of an offer's own: "how much", "help me choose", "does it"."""
    if not _OFFER.match(asked):
        return False
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
    clear = own.intent not in _UNCLEAR | FOLLOWING and own.score >= DECIDING.clause
    if not offered or clear or not 1 < len(said) <= _FEW or said[0] in _NO:
        return False
    about, words = set(stems(tokens(offered[1]))), set(stems(said))
    named = words & about - _GLUE - _ASKING
    asks_what = bool(words & about & {"what", "which"})
    return words <= about | _GLUE and bool(named or asks_what)


def _objects(own: Understanding) -> bool:
    """Tell whether an utterance that means nothing by itself is an objection: "but hills are"."""
    words = fluent(tokens(own.utterance))
    told = own.intent == REMARK and bool(_YOU_SAID.match(" ".join(words)))
    unclear = (own.intent in (FALLBACK, YES) or told) and not own.slots
    unclear = unclear and not agreed(words)  # "go on then, though I doubt it"
    return unclear and len(words) > _SHORT and bool(_BUT.match(" ".join(words))) and not asks(words)


def _takes(own: Understanding, said: list[str], asked: str) -> bool:
    """Tell whether words take what was offered."""
    if said[0] in _NO:
        return False
    if _TOUR.search(asked):
        going_on = not _ON.isdisjoint([*said[:_FIRST], said[-1]]) and "goal" not in _matched(own)
        return going_on and own.score < DECIDING.beside
    if not _OFFER.match(asked) or _matched(own):
        return False
    echoed, taken = _echoed(said, asked), begins_with_yes(said)
    if (taken and echoed >= _ECHOED) or (echoed and own.intent in _NODDING):
        return True
    unsure = own.intent in {*_UNCLEAR, _OBJECTING} - {BEYOND} and own.score < DECIDING.elsewhere
    if (unsure or own.intent in _BESIDE) and (agreed(said) or ends_with_yes(said)):
        return True
    if taken and own.intent in _LEANING and len(said) <= _FIRST:
        return True
    if own.intent == BEYOND and taken:
        return bool(echoed) and (not POINTING.isdisjoint(said) or len(said) <= _FEW)
    return own.intent in _UNCLEAR and echoed >= _ECHOED


def _matched(own: Understanding) -> list[str]:
    """Return the slots that are filled with something known."""
    return [name for name, filled in own.slots.items() if not filled.unmatched]


def _echoed(words: list[str], asked: str) -> float:
    """Return how much of what a question is about words say, from 0 to 1."""
    content = (word for word in tokens(asked) if word not in FUNCTION_WORDS)
    about = {*stems(content)} - _OFFERING
    return len(about.intersection(stems(words))) / len(about) if about else 0.0
