"""What people do by words that ask nothing, whatever these are about: grieve, complain, doubt."""

import re

from skill.simulator.nlu.asking import asks
from skill.simulator.nlu.background import conditions

ADVISED, FORBIDDEN = "DoctorSaidIntent", "DoctorForbadeIntent"
WHOM_TO_TRUST, _NO_DOCTOR = "DoctorOrYouIntent", "AreYouADoctorIntent"
_AGE = "AgeIntent"
_SAFE, _SAFETY = "IsItSafeIntent", {"IsItHarmfulIntent", "PainIntent", "ConditionIntent"}
GRIEVING = "GriefIntent"
_OBJECTING, _SAID_ALREADY = "MisunderstoodIntent", "SaidAlreadyIntent"
_DOUBTING, URGENT = "DoubtIntent", "EmergencyIntent"
# What a complaint is taken for, where it is not heard as one.
_DEAF = {
    "AMAZON.FallbackIntent",
    "UnknownQuestionIntent",
    "RemarkIntent",
    "AcknowledgeIntent",
    "ApologyIntent",
    "BoredIntent",
    "DropGoalIntent",
    "InsultIntent",
    "MyGoalIntent",
    "SetGoalIntent",
}
_DOCTOR = (
    r"(?:doctor|doc|dr|gp|physio|physiotherapist|physical therapist|therapist|midwife|nurse"
    r"|consultant|specialist|surgeon|cardiologist)s?"
)
_OF_DOCTOR = re.compile(rf"\b{_DOCTOR}\b")
_SAID = re.compile(
    rf"\b(?:my|the|our|a) {_DOCTOR} (?:\w+ ){{0,2}}?(?:said|says|say|told|reckons|thinks|gave)\b"
)
_ALLOWING = re.compile(
    r"\b(?:yes|no|not|never|fine|okay|alright|right|safe|allowed|can|could|may|should|must|only"
    r"|ahead|clear|light|to (?:run|jog|sprint|walk|squat|lift|train|rest|exercise|avoid|take))\b"
)
_FORBIDDING = re.compile(r"\b(?:not|never|no|avoid|rest|stop|only|must)\b")
_TRUSTING = re.compile(
    rf"\b{_DOCTOR}\b.*\b(?:is|was) (?:he|she|it|that|this) (?:right|true|correct|wrong)\b"
    rf"|\bis (?:my|the) {_DOCTOR} (?:right|wrong|correct)\b"
    rf"|\b(?:to|trust|believe|with|by|follow) (?:him|her|them|(?:my|the) {_DOCTOR}) or you\b"
    rf"|\byou or (?:him|her|them|(?:my|the) {_DOCTOR})\b"
)
# "Why can't you tell me about pregnancy", "why would i ask a doctor".
_WHY_NOT = re.compile(
    r"\bwhy (?:can|could|will|do|would|should|must) (?:not )?(?:you|i) (?:\w+ ){0,2}?"
    r"(?:say|tell|talk|know|answer|help|speak|ask|see)\b"
)
# Whether it's right for a child.
_GROWING = re.compile(
    r"\bcan (?:kids|children|teenagers) (?:run|lift|squat|do|train)\b"
    r"|\bstunt(?:s|ed|ing)? (?:my|your|his|her|their|the|you|them|kids?)\b"
    r"|\b(?:bad|safe|okay|alright|dangerous|harmful)\b.* (?:kids?|child|children|teen(?:ager)?s?)\b"
)
_UNSAFE = re.compile(
    r"\b(?:safer?|safest|gentler|kinder)\b(?! (?:to (?:say|assume)|bet|side|space))"
)
_ADVISED = re.compile(
    rf"\b{_DOCTOR} (?:has |already |just )*(?:cleared|okayed|lets?|signed|allowed) (?:me|it)\b"
    rf"|\b(?:cleared|signed off) (?:\w+ )?(?:by|with) (?:my|the|a) {_DOCTOR}\b"
    rf"|\bi (?:did ask|(?:have |already )?asked|have seen|saw) (?:him|her|them|my {_DOCTOR})\b"
    r"|\b(?:he|she|they) (?:already )?(?:said|says|told me) (?:yes|(?:to )?go ahead"
    r"|i (?:can|could|may))\b"
)
_KIN = (
    r"(?:husband|wife|partner|mum|mom|mother|dad|father|son|daughter|brother|sister|nan|gran"
    r"|grandma|grandad|grandpa|friend|mate|boy|girl|dog|cat)"
)
_DEAR = rf"(?:my|our) (?:late |dear |poor )?{_KIN}"
_GRIEVING = re.compile(
    rf"\b{_DEAR} (?:has |just )*(?:died|passed(?! (?:his|is|her|the|my|me|a|it)\b)|is gone|is dead)"
    r"\b"
    rf"|\b(?:my|our) late {_KIN}\b|\bsince {_DEAR} went\b"
    rf"|\b(?:lost|buried|miss) {_DEAR}(?: (?:in|last|to|and|so|recently|two|a|this|now)\b|$)"
    r"|\b(?:he|she) (?:(?:has|is) been|is) (?:gone|dead)"
    r" (?:now|nearly|about|\w+ (?:years?|months?|weeks?))"
    r"|\b(?:he|she) (?:died|passed (?:away|on|last|in (?!(?:the|a|his|her)\b)))"
    r"|\bi am (?:a widow|a widower|widowed)\b"
)
_COMPLAINING = re.compile(
    r"\bi (?:have )?(?:just|already|literally)(?: just| already)? (?:told you|said)\b"
    r"|\bi (?:did not|never) (?:even )?(?:ask|say) (?:anything|any of that|you)\b"
    r"|\b(?:dodged|ducked|avoided|ignored|swerved) (?:that|it|me|the question|my question)\b"
    r"|\badmit (?:that )?(?:you|it)\b"
)
_REPEATED = re.compile(
    r"\byou (?:have )?(?:literally |just |only |already |keep )*(?:said|told me|saying)"
    r" (?:me )?the (?:exact |very )?same\b"
)
_SAID_OVER = re.compile(r"^(?:\w+ )?you (?:have )?already (?:said|told me)\b")
# "Look at sprinters, their legs are huge": which run builds muscle is known.
_SPRINTERS = re.compile(r"\bsprinters?\b.*\b(?:huge|massive|big|muscular|legs|thighs|quads)\b")
_DENYING = re.compile(
    r"\b(?:says?|said|reckons?|thinks?)\b.* you (?:have |are )?(?:got (?:it|that) )?wrong\b"
    r"|^(?:\w+ ){0,2}(?:running|sprinting|jogging|sprints) (?:does|do|will|is) not"
    r" (?:build|grow|help|burn|work|do|count)\b"
)


def act_of(words: list[str], intent: str, named: bool) -> str | None:
    """Return the intent of what words do, that are likest `intent` and ask nothing; or None.

    `named` tells whether that has a slot filled, and is heard.
    """
    said, deaf = " ".join(words), intent in _DEAF and not named
    if deaf and _COMPLAINING.search(said):
        return _OBJECTING
    if intent == URGENT:
        return None
    if _WHY_NOT.search(said) and (conditions(words) or _OF_DOCTOR.search(said)):
        return _NO_DOCTOR
    if _GROWING.search(said):
        return _AGE
    if asks(words):
        return _SAFE if _UNSAFE.search(said) and intent not in _SAFETY else None
    if advised(words):
        return ADVISED if allowed(words) else FORBIDDEN
    if _GRIEVING.search(said) and not conditions(words):
        return GRIEVING
    if _SPRINTERS.search(said):
        return "SprintingIntent"
    if _DENYING.search(said):
        return _DOUBTING
    if _SAID_OVER.search(said):
        return _SAID_ALREADY
    return _SAID_ALREADY if deaf and _REPEATED.search(said) else None


def advised(words: list[str]) -> bool:
    """Tell whether words tell what a professional said one may do: "my physio cleared me to jog".

    What one has, by a doctor, is no such thing; nor is what one might ask of them.
    """
    said = " ".join(words)
    return bool(_ADVISED.search(said) or (_SAID.search(said) and _ALLOWING.search(said)))


def trusting(words: list[str]) -> bool:
    """Tell whether words ask whom to believe, a professional or us: "is my physio right"."""
    return bool(_TRUSTING.search(" ".join(words)))


def allowed(words: list[str]) -> bool:
    """Tell whether what a professional said one may do is told without a no in it."""
    return not _FORBIDDING.search(" ".join(words))
