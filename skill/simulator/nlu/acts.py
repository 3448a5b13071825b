"""What people do by words that ask nothing, whatever these are about: grieve, complain, doubt."""

import re

from skill.simulator.nlu.asking import asks, inverted
from skill.simulator.nlu.background import conditions
from skill.simulator.nlu.feelings import DESPAIR, LOW, felt, hopeless, speaks_of_training
from skill.simulator.nlu.health_acts import DEAR, KIN, health_act

_SAFE, _SAFETY = "IsItSafeIntent", {"IsItHarmfulIntent", "PainIntent", "ConditionIntent"}
GRIEVING = "GriefIntent"
_OBJECTING, _SAID_ALREADY = "MisunderstoodIntent", "SaidAlreadyIntent"
_DOUBTING, URGENT, _SCOLDING = "DisagreeIntent", "EmergencyIntent", "InsultIntent"
_SPRINTING, _SWAPPING = "SprintingIntent", "RunOrLegDayIntent"
_WHO, _WHO_SAYS, _JOKE = "WhoAreYouIntent", "SourceIntent", "JokeIntent"
_FOR_WHOM = "WhoForIntent"
_OF_GOALS = {"SetGoalIntent", "AddGoalIntent", "ChangeGoalIntent", "GoalsOfTwoIntent"}
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
_UNSAFE = re.compile(
    r"\bshould (?:i|we) be (?:worried|concerned)\b"
    r"|\bhelp (?:with )?(?:my|his|her|their) (?:breathing|lungs|joints|bones|blood)\b"
    r"|\b(?:safer?|safest|gentler|kinder)\b(?! (?:to (?:say|assume)|bet|side|space))"
)
_GRIEVING = re.compile(
    rf"\b{DEAR} (?:has |just )*(?:died|passed(?! (?:his|is|her|the|my|me|a|it)\b)|is gone|is dead)"
    r"\b"
    rf"|\b(?:my|our) late {KIN}\b|\bsince {DEAR} went\b"
    rf"|\b(?:lost|buried|miss) {DEAR}(?: (?:in|last|to|and|so|recently|two|a|this|now)\b|$)"
    r"|\b(?:he|she) (?:(?:has|is) been|is) (?:gone|dead)"
    r" (?:now|nearly|about|\w+ (?:years?|months?|weeks?))"
    r"|\b(?:he|she) (?:died|passed (?:away|on|last|in (?!(?:the|a|his|her)\b)))"
    r"|\b(?:before|since|after|till|until|when) (?:he|she) (?:died|passed|went)$"
    r"|\bi am (?:a widow|a widower|widowed)\b"
)
_COMPLAINING = re.compile(
    r"\bi (?:have )?(?:just|already|literally)(?: just| already)? (?:told you|said)\b"
    r"|\bi (?:did not|never) (?:even )?(?:ask|say) (?:anything|any of that|you)\b"
    r"|\b(?:dodged|ducked|avoided|ignored|swerved) (?:that|it|me|the question|my question)\b"
    r"|\badmit (?:that )?(?:you|it)\b"
)
_SCOLDING_US = re.compile(
    r"\byou are (?:so |just |really |a bit |well |being |very |kind of |pretty )*"
    r"(?:cold|mean|mid|rude|heartless|harsh|sick|cruel|dumb|thick|useless|annoying)\b"
    r"|\b(?:more|better|faster|further|stronger) than you$|\byou sound like my \w+$"
    r"|\byou (?:missed|did not get) (?:the|my) joke\b"
)
_MACHINE = re.compile(
    r"\byou are (?:just |only |nothing but |really )*(?:a |an |some )?"
    r"(?:machine|robot|computer|bot|program|programme|speaker|gadget|recording|algorithm|a i)\b"
)
_JUST_FOR = re.compile(
    r"\b(?:is|are) (?:it|that|this|they) (?:not |no )?"
    r"(?:(?:just|only) for \w|for (?:\w+ )?or (?:just|only)\b)"
)
_JOKING = re.compile(
    r"\bsix pack\b.*\b(?:fridge|beers?)\b"
    r"|\b(?:tell|give) (?:me|us) (?:a|another|your) (?:\w+ )?joke\b"
)
# "No actual science behind it, then".
_EVIDENCE = re.compile(
    r"\b(?:no|any|actual|real|zero) (?:actual |real |hard |proper )?"
    r"(?:science|evidence|studies|research|proof|data|sources?)\b"
    r"|\bwho (?:on earth |the hell )?(?:wrote|writes|came up with) (?:this|that|it)\b"
)
_REPEATED = re.compile(
    r"\byou (?:have )?(?:literally |just |only |already |keep )*(?:said|told me|saying)"
    r" (?:me )?the (?:exact |very )?same\b"
)
_SAID_OVER = re.compile(
    r"^(?:\w+ )?you (?:have )?already (?:said|told me)\b"
    r"|^(?:\w+ ){0,2}you (?:have |did )?(?:just )?(?:said|told me|tell me|mentioned|covered)"
    r" (?:that|this|it)(?: one| bit| part)?(?: already| before| twice)?$"
)
# "Should I just do squats instead".
_INSTEAD = re.compile(
    r"\b(?:should|could|can|would|shall) (?:i|we) (?:\w+ )?(?:just |only )"
    r"(?:do|try|stick to|go for) (?:\w+ )?(?:squats|lunges|weights|leg day|legs|leg press)\b"
)
# "Look at sprinters, their legs are huge": which run builds muscle is known.
_SPRINTERS = re.compile(r"\bsprinters?\b.*\b(?:huge|massive|big|muscular|legs|thighs|quads)\b")
# "He says it's leg day, and I say it isn't".
_DISPUTED, _WHO_WINS = {"DoesRunningCountIntent"}, "WhoIsRightIntent"
_AT_ODDS = re.compile(
    r"\b(?:says|said|reckons|thinks|swears)\b.*\bi (?:say|said|think|reckon|disagree|told)\b"
    r"|\bi (?:say|think|reckon)\b.*\b(?:says|reckons|thinks|disagrees)\b"
    r"|\b(?:disagree|arguing|argument|falling out|fighting)\b.*\b(?:says|reckons|thinks)\b"
    r"|\bbet (?:me|him|her|us|them)\b"
)
_LEGS = r"(?:legs|thighs|calves|quads|glutes|hamstrings)"
_GROWN = (
    r"(?:huge|massive|big|bigger|thick|thicker|great|strong|stronger|muscular|grew|grown|doubled)"
)
# What they have seen or been told speaks against it: "but my legs got huge from running".
_AGAINST = re.compile(
    r"^(?:\w+ ){0,4}?(?:but|rubbish|nonsense|wrong|nah|disagree)\b.*\b(?:runners|cyclists|dancers"
    r"|athletes|footballers|kenyans|i (?:have seen|know|saw|met|read)"
    rf"|my (?:mate|brother|dad|coach|trainer|pt)|my {_LEGS} (?:are|look|got|grew))\b"
    rf"|\bmy {_LEGS} (?:\w+ ){{0,2}}?{_GROWN}\b.*\b(?:from|by|with|through|since|thanks to)"
    r" (?:\w+ )?(?:running|jogging|runs|sprinting)\b"
    rf"|\b(?:running|jogging|sprinting) (?:gave|built|grew|made|got) (?:me|my)\b.*\b{_LEGS}\b"
    rf"|\b(?:runners?|cyclists?|footballers?)\b.*\b(?:have|has|had|got) (?:\w+ )?{_GROWN}\b"
    r"|\bmy (?:mates|friends|coaches|club) (?:all )?(?:say|think|reckon|swear)\b"
    r"|\b(?:not (?:believe|buy|so sure|sure)|doubt)\b.*\b(?:coach(?:ed|ing)?|trained|taught)\b"
    r"|\byou are (?:just |so |all )?wrong\b|\bliving proof\b"
    r"|\b(?:says?|said|reckons?|thinks?)\b.* you (?:have |are )?(?:got (?:it|that) )?wrong\b"
    r"|^(?:\w+ ){0,2}(?:running|sprinting|jogging|sprints) (?:does|do|will|is) not"
    r" (?:build|grow|help|burn|work|do|count)\b"
)

_ASKING = {
    _WHO: _MACHINE,
    _WHO_SAYS: _EVIDENCE,
    _SWAPPING: _INSTEAD,
    _JOKE: _JOKING,
    _FOR_WHOM: _JUST_FOR,
}
_TELLING = {
    _SCOLDING: _SCOLDING_US,
    _SPRINTING: _SPRINTERS,
    _DOUBTING: _AGAINST,
    _SAID_ALREADY: _SAID_OVER,
}


def act_of(words: list[str], intent: str, named: bool) -> str | None:
    """Return the intent of what words do, that are likest `intent` and ask nothing; or None.

    `named` tells whether that has a slot filled, and is heard.
    """
    said, deaf = " ".join(words), intent in _DEAF and not named
    if deaf and _COMPLAINING.search(said):
        return _OBJECTING
    if intent == DESPAIR and speaks_of_training(words):
        return LOW
    if intent == URGENT:
        return None
    if act := health_act(words):
        return act
    if _GRIEVING.search(said) and not (conditions(words) or inverted(words)):
        return GRIEVING
    if act := next((act for act, form in _ASKING.items() if form.search(said)), None):
        return act
    if intent in _DISPUTED and _AT_ODDS.search(said):
        return _WHO_WINS
    if asks(words) and not hopeless(words):
        return _SAFE if _UNSAFE.search(said) and intent not in _SAFETY else None
    return _told(words, said, goal=named and intent in _OF_GOALS) or (
        _SAID_ALREADY if deaf and _REPEATED.search(said) else None
    )


def _told(words: list[str], said: str, goal: bool) -> str | None:
    """Return the intent of what is told and asks nothing: a feeling, a scolding, a doubt; or None.

    `goal` tells whether a goal is told.
    """
    if feeling := felt(words, goal):
        return feeling
    return next((intent for intent, form in _TELLING.items() if form.search(said)), None)
