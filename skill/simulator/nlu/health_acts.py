"""What people do by words about health: tell of a fall or a doctor's word, say that it's over."""

import re

from skill.simulator.nlu.asking import asks, inverted
from skill.simulator.nlu.background import conditions
from skill.simulator.nlu.intents import LIFTING

ADVISED, FORBIDDEN = "DoctorSaidIntent", "DoctorForbadeIntent"
WHOM_TO_TRUST, _NO_DOCTOR = "DoctorOrYouIntent", "AreYouADoctorIntent"
_AGE, _ILL, _HURT, _PREGNANT = "AgeIntent", "ConditionIntent", "PainIntent", "PregnancyIntent"
_FOR_THEM, _HEARD = "ForWhomIntent", "AcknowledgeIntent"
KIN = (
    r"(?:husband|wife|partner|mum|mom|mother|dad|father|son|daughter|brother|sister|nan|gran"
    r"|grandma|grandad|grandpa|friend|mate|boy|girl|girlfriend|boyfriend|kid|dog|cat)"
)
DEAR = rf"(?:my|our) (?:late |dear |poor |old )?{KIN}"
_DOCTOR = (
    r"(?:doctor|doc|dr|gp|physio|physiotherapist|physical therapist|therapist|midwife|nurse"
    r"|consultant|specialist|surgeon|cardiologist|pa?ediatrician|osteopath|chiropractor)s?"
)
_OF_DOCTOR = re.compile(rf"\b{_DOCTOR}\b")
_SAID = re.compile(
    rf"(?:\b(?:my|the|our|a|his|her) |^){_DOCTOR} (?:\w+ ){{0,2}}?"
    r"(?:said|says|say|told|reckons|thinks|gave|wants)\b"
)
_ALLOWING = re.compile(
    r"\b(?:yes|no|good|great|well|not|never|fine|okay|alright|right|safe|allowed|can|could|may|should|must|only"
    r"|ahead|clear|light|need|weak|strengthen|stronger"
    r"|to (?:run|jog|sprint|walk|squat|lift|train|rest|exercise|avoid|take|build|get|work))\b"
)
_FORBIDDING = re.compile(r"\b(?:not|never|no|avoid|rest|stop|only|must)\b")
_ADVISED = re.compile(
    rf"\b{_DOCTOR} (?:has |already |just )*"
    r"(?:cleared|okayed|lets?|signed|allowed|put|got) (?:me|it)\b"
    rf"|\b{_DOCTOR} (?:already )?(?:knows|is (?:fine|happy|okay) with it)\b"
    rf"|\b(?:cleared|signed off) (?:\w+ )?(?:by|with) (?:my|the|a) {_DOCTOR}\b"
    rf"|\bi (?:did ask|(?:have |already )?asked|have seen|saw) (?:him|her|them|my {_DOCTOR})\b"
    rf"|\b{_DOCTOR} (?:and )?(?:he|she|they) (?:said|says|told me) (?:i |to |my |strengthen)"
    r"|\b(?:he|she|they) (?:already )?(?:said|says|told me) (?:yes|(?:to )?go ahead"
    r"|i (?:can|could|may))\b"
)
_TRUSTING = re.compile(
    rf"\b{_DOCTOR}\b.*\b(?:is|was) (?:he|she|it|that|this) (?:right|true|correct|wrong)\b"
    rf"|\bis (?:my|the) {_DOCTOR} (?:right|wrong|correct)\b"
    rf"|\b(?:to|trust|believe|with|by|follow) (?:him|her|them|(?:my|the) {_DOCTOR}) or you\b"
    rf"|\byou or (?:him|her|them|(?:my|the) {_DOCTOR})\b"
)
# "I'll ring the surgery".
_PLANNING = re.compile(
    r"\bi (?:will|might|should|am going to|had better|have to|have booked|am seeing)\b"
    r"(?: \w+){0,4}?"
    rf" (?:{_DOCTOR}|surgery|clinic|hospital|appointment)\b"
)
# "Why can't you tell me about pregnancy", "why would i ask a doctor", "why a doctor".
_WHY_NOT = re.compile(
    r"\bwhy (?:can|could|will|do|would|should|must) (?:not )?(?:you|i) (?:\w+ ){0,2}?"
    r"(?:say|tell|talk|know|answer|help|speak|ask|see)\b"
    rf"|\b(?:why|what for) (?:\w+ )?(?:a|the) {_DOCTOR}\b|\b{_DOCTOR} (?:what for|why)\b"
)
_KIDS = r"(?:kids?|child|children|teen(?:ager)?s?|little ones?)"
# Whether it's right for a child.
_GROWING = re.compile(
    rf"\b(?:can|should|could) (?:my |our )?{_KIDS} (?:run|lift|squat|do|train|jog|sprint|skip)\b"
    rf"|\bis (?:this|it|that) (?:even )?for {_KIDS}\b"
    r"|\bstunt(?:s|ed|ing)? (?:my|your|his|her|their|the|you|them|kids?)\b"
    rf"|\b(?:bad|safe|okay|alright|dangerous|harmful)\b.* {_KIDS}\b"
)
_MEDICINE = re.compile(
    r"\b(?:take|taking|took|taken|on|pop|popping|need|will|would|does|do|can|could|with|some|an?)\b"
    r".*\b(?:ibuprofen|nurofen|paracetamol|tylenol|advil|aspirin|pain ?killers?|pain relief|codeine"
    r"|tablets?|pills?|medication|medicine|anti ?inflammator(?:y|ies)|cortisone)\b"
)
# "I'm well on the tablets".
_WELL_ON_IT = re.compile(
    r"\bi am (?:\w+ )?(?:well|fine|okay|alright|good|great|stable) (?:on|with) (?:the|my|it|them)\b"
)
_NEW_JOINT = re.compile(
    r"\b(?:new|replacement|artificial|plastic|metal) (?:hip|knee)s?\b|\b(?:hip|knee)s? replaced\b"
)
_SYMPTOM = re.compile(r"\bout of breath (?:\w+ )?(?:walking|sitting|standing|lying|at rest)\b")
_FALLING = re.compile(
    rf"\b(?:i|he|she|{DEAR}) (?:have |has |had )?(?:just |also |only )?(?:fell|fallen|got hurt"
    r"|got injured|tripped|slipped|took a tumble|(?:a )?(?:bad |nasty |little )?(?:fall|tumble)"
    r"|pulled (?:something|a muscle)|went over on)\b"
    r"(?! (?:asleep|in|out|behind|short|for|into|apart|off the|back|under|below))"
)
_INJURED = re.compile(
    r"\b(?:rolled|twisted|sprained|hurt|broke|tore|pulled|strained|banged|injured|tweaked)"
    r" (?:his|her|my|their|a) (?:\w+ )?(?:ankle|knee|foot|toe|hip|back|hamstring|calf|groin|shin"
    r"|leg|quad|shoulder|achilles|muscle)s?\b"
)
_TRIFLE = (
    r"(?:heart ?burn|indigestion|wind|trapped wind|gas|acid|reflux|a stitch|a cramp|cramp|nerves"
    r"|nothing|tiredness|a false alarm|the dinner|something i ate)"
)
# "It was only heartburn", "he's fine now", "I'm not sick".
_WELL_AGAIN = re.compile(
    rf"\b(?:only|just|turned out to be|turned out it was) (?:a bit of |bad |some |the )?{_TRIFLE}$"
    r"|^(?:\w+ ){0,3}false alarm\b"
    rf"|^(?:\w+ ){{0,2}}?(?:i am|he is|she is|{DEAR} is|{DEAR}'s)"
    r" (?:much |all |feeling |absolutely |totally )*(?:fine|okay|better|alright|right|well|grand)"
    r" (?:now|again)(?: (?:though|thanks|thank you|thank god))?$"
    r"|\b(?:does|do|is) not (?:even |really )?(?:hurt|hurting|painful)(?: at all| me| now|$)"
    r"|\b(?:have not|do not have|have not got|have) (?:got )?(?:any|no) pain\b|\bno pain at all\b"
    r"|\bit is (?:just|only) a (?:bit of a |little |slight |wee )*(?:cold|sniffle|cough)\b"
    r"|\bnothing(?:'s| is) (?:going on|wrong|the matter)\b"
    r"|\bi am not (?:sick|ill|unwell|hurt|injured|in pain)\b|\bnothing (?:hurts|is wrong with me)\b"
    rf"|\b(?:shut up|enough|stop|forget|leave it) (?:with |about )?(?:the |that )?{_DOCTOR}\b"
)
# "He's not pregnant, is he": it's asked for him.
_NOT_THEM = re.compile(
    r"\b(?:he|she) is not (?:pregnant|expecting|sick|ill|hurt|injured|the one)\b"
)
_EXPECTING = re.compile(
    r"\b(?:months|weeks) (?:gone|along|pregnant)\b|\bbaby on the way\b|\bi am expecting\b"
)


def health_act(words: list[str]) -> str | None:
    """Return the intent of what words about health do, whatever they are likest; or None."""
    said = " ".join(words)
    if _WHY_NOT.search(said) and (conditions(words) or _OF_DOCTOR.search(said)):
        return _NO_DOCTOR
    if _NOT_THEM.search(said):
        return _FOR_THEM
    if _EXPECTING.search(said):
        return _PREGNANT
    if _GROWING.search(said):
        return _AGE
    if _WELL_ON_IT.search(said):
        return ADVISED
    if _WELL_AGAIN.search(said) and not asks(words):
        return LIFTING
    if _MEDICINE.search(said) or _NEW_JOINT.search(said):
        return _ILL
    if _SYMPTOM.search(said) or _INJURED.search(said):
        return _HURT
    if _WELL_AGAIN.search(said) and not inverted(words):
        return LIFTING
    return None if asks(words) else _told(words, said)


def _told(words: list[str], said: str) -> str | None:
    """Return the intent of what is told of one's health, and asks nothing; or None."""
    if advised(words):
        return ADVISED if allowed(words) else FORBIDDEN
    if _PLANNING.search(said):
        return _HEARD
    return _HURT if _FALLING.search(said) else None


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
