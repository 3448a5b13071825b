"""What somebody feels, whatever it's about: that they can't go on, discouraged, proud."""

import re

DESPAIR, STARVING = "DespairIntent", "StarvingIntent"
_DISCOURAGED, LOW, _PROUD = "DiscouragedIntent", "FeelingLowIntent", "GoodNewsIntent"
_ENJOYING = "EnjoymentIntent"
_VERY = (
    r"(?:(?:so|really|just|a bit|kinda|too|very|such|feeling|still|always|sometimes|kind of|like|a"
    r"|an|this|that|also|the|most|totally|absolutely|completely|honestly|pretty|quite|well) )*"
)
_HARM = r"(?:hurt|harm|cut|kill|hurting|harming|cutting|killing) myself"
# "I want to die", and not "I want to die after leg day".
_DESPAIRING = re.compile(
    rf"\bi {_VERY}(?:want|wish|wanna|would like|am (?:going|ready|planning)|feel) {_VERY}"
    r"(?:to |i (?:could |was |were ))?(?:die|dead|dying|kill(?:ing)? myself|not be here|not wake up"
    r"|end(?:ing)? (?:it all|my life|it$|things$))\b"
    r"(?! (?:after|on|when|during|every|of|doing|from|quick|soon|tired|set|serious|keen|sure|lift))"
    rf"|(?<!not )\b(?:want|wanna|thinking|thought|urge|tempted|like) (?:to |of |about ){_HARM}\b"
    rf"|\b(?:i|been) {_HARM} on purpose\b|\bself harm\w*\b|\bsuicid(?:e|al)\b"
    r"|\b(?:taking?|end|ending) my (?:own )?life\b|\bend(?:ing)? it all\b"
    r"|\b(?:do|can) not (?:even |really )?(?:want to |wanna )?(?:live|be alive|exist|go on living"
    r"|be here|wake up)(?: (?:any ?more|like this|tomorrow))*$"
    r"|\b(?:reason|point) (?:to|in|of) (?:me )?(?:live|living|be alive|being (?:alive|here)|life)\b"
    r"|\blife is not worth\b|\bbetter off (?:dead|without me)\b"
)
# And what is only that where no training is spoken of.
_HOPELESS = re.compile(
    r"\b(?:do not|can not|never) (?:really |even )?enjoy anything\b|\bnothing (?:matters"
    r"|(?:makes me|gives me|brings me) (?:any )?(?:happy|joy)|is worth it) ?(?:any ?more|to me)?$"
    r"|\bpoint (?:of|in|to) (?:any of (?:it|this)|anything|it all|everything"
    r"|going on|carrying on)(?: any ?more)?$"
    r"|\b(?:will not|am not going to) be (?:around|here) (?:for )?much longer\b"
    r"|\bi (?:have )?(?:got |have )?(?:nobody|no one|not got anybody)"
    r"(?: (?:left|at all|to talk to|to turn to|who cares|any ?more))*$"
    r"|\b(?:nobody|no one) would (?:even )?(?:miss me|notice|care) ?(?:if i .*)?$"
    r"|\bi can not (?:go on|cope|carry on)(?: like this)?(?: any ?more)?$"
)
_EAT = r"(?:eat|eating|ate|eaten)"
_HUNGERING = re.compile(
    r"\bstarv(?:e|ing) (?:myself|to)\b|\bpurging\b|\b(?:am|been) not eating\b"
    rf"|\b{_EAT} (?:nothing|no food)\b|\bskip(?:ping|ped)? (?:all )?(?:my )?meals\b"
    r"|\b(?:just |then |will |and )not eat(?:ing)? "
    r"(?:tomorrow|today|tonight|all day|anything|for)\b"
    r"|\bonly (?:have|drink|having|drinking) (?:coffee|water|tea|gum) "
    r"(?:tomorrow|today|all day|for)\b"
    rf"|\b(?:stopped|quit) {_EAT}\b|\bdo not {_EAT}(?: any ?more| anything| at all)?$"
    r"|\bmak(?:e|es|ing) myself (?:sick|throw up|vomit)\b"
    r"|\bthrow(?:ing)? up after (?:i eat|eating|meals|food|dinner|lunch)\b"
    rf"|\b(?:{_EAT}|having|have|on|only) (?:(?!burn)\w+ ){{0,3}}?"
    r"(?:(?:one|two|three|four|five|six|seven|eight|a) hundred|[1-8]00) (?:and \w+ )?"
    r"calories (?:a|per) day\b"
    rf"|\b(?:barely|hardly|scarcely|not) (?:even |really )?(?:eat|eating|ate|eaten)"
    r"(?: (?:anything|a thing|much|at all|all|in|for|since|today|this|these)\b|$)"
    rf"|\bonly {_EAT} (?:like |about |around |maybe )*(?:(?:one|two|three|four|five|six|seven"
    r"|eight|a) hundred|[1-8]00) (?:calories )?(?:a|per|each) day\b"
    r"|\b(?:get|be|become|look) (?:super|really really|as) (?:skinny|thin)\b(?! (?:and|legs))"
)
_BODY = r"(?:body|self|myself|figure|shape|reflection|how i look|the way i look|looking at myself)"
_DOWN = re.compile(
    rf"\bi (?:am|feel|am feeling|feel like|look|look like) {_VERY}"
    r"(?:useless|rubbish|crap|hopeless|worthless|pathetic|ashamed|embarrassed|guilty|intimidated"
    r"|self conscious|fat|ugly|lazy|unfit|out of shape|slow|failure|joke|loser|slob|whale|garbage"
    r"|trash|discouraged|demotivated|disappointed|giving up|quitting|disgusting|mess"
    r"|stupid|silly|daft|clueless|awkward|out of place|left out"
    r"|bad about (?:myself|it|my \w+))\b"
    rf"|\bi (?:am|feel) {_VERY}(?:scared|afraid|terrified|nervous) (?:of|about|to go|at|in) "
    r"(?:(?:the|going|to|a|my|other|run|running|leg) )*(?:gym|weights room|outside|people|alone"
    r"|class|race|day|run)\b"
    rf"|\bi (?:hate|loathe|can not stand|am ashamed of|do not like) (?:my )?{_BODY}\b"
    r"|\b(?:everyone|everybody|people|they|kids|lads|boys|girls|neighbours|mates) (?:all |always )?"
    r"(?:laughs?|laughed|stares?|stared|looks?|shouts?|shouted|make fun|makes fun|made fun)"
    r" (?:at|of) me\b"
    r"|\bi (?:have )?(?:keep|kept|always) (?:failing|quitting|giving up|skipping|stopping)\b"
    r"|\bi (?:have )?(?:just )?(?:skipped|missed|bailed|gave up|failed)(?: \w+){0,3}?"
    r" (?:again|today)(?: today)?$"
    r"|\bi will never (?:be|get|look|manage|do) |\bi am never going to (?:be|get|look|manage)\b"
    r"|\b(?:nobody|no one) believes in me\b|\bstory of my life\b"
    r"|\bi (?:\w+ ){0,6}?(?:gave up|packed it in|dropped out) (?:in|after|again|every|half)\b"
)
_SAD = re.compile(
    r"\bmy (?:wife|husband|partner|girlfriend|boyfriend|mrs) (?:has |just )?(?:left|dumped) me\b"
    r"|\bi (?:have )?(?:just )?(?:lost|got fired from|got the sack from) my job\b"
    r"|\bi (?:was|got|get|am) (?:bullied|teased|mocked)\b"
    r"|\bi (?:just )?got (?:fired|sacked|dumped|made redundant|divorced)\b"
    r"|\bi (?:do not have|have not got|have got|have|got|lost) (?:no|zero|all|my|the|any|much) ?"
    r"(?:energy|willpower)\b"
    r"|\bi am (?:so |really |just |a |bit )*(?:starving|hungry|hangry)$"
    r"|\bbreak(?:s|ing)? my heart\b|\bheart ?broken\b"
    r"|\bi am getting divorced\b|\bnot a goal i am (?:just |only )?tired\b"
)
# What they train for: "I just want to feel good about myself again".
_SELF_WORTH = re.compile(
    r"\bwant to (?:feel|be) (?:\w+ )?(?:good|better|great|happy|happier|confident|proud)"
    r"(?: (?:about|in|with|of) (?:myself|my body|my self|my skin|my own skin))"
)
_DID_IT = re.compile(
    r"\bi (?:just |finally |have )?(?:did|got|hit|smashed|set|beat|managed|completed|finished)"
    r" (?:(?:a|my|the|new|own|an|all|of|it) )*"
    r"(?:first|personal best|pb|pr|personal record|record|best time|old time|time|goal|couch to)\b"
    r"|\bi am (?:so |really |well |dead |dead |pretty )*(?:chuffed|proud|delighted|thrilled|buzzing"
    r"|over the moon|made up)\b"
    r"|\bi (?:just |finally |actually |have )*(?:ran|jogged|did|run|managed)\b.*"
    r"\b(?:without (?:stopping|walking|a break)|non ?stop|for the first time)\b"
)
_POINTLESS = re.compile(
    r"\b(?:even|any|a) point\b|\bworth (?:it|trying|bothering)\b|\bwhy bother\b"
)
_TRAINING = re.compile(
    r"\b(?:leg day|squats?|lunges?|burpees?|runs?|running|sprint(?:s|ing)?|jog(?:ging)?|legs?"
    r"|miles?|workouts?|calories|gym|cardio)\b"
)

_FELT = {_ENJOYING: _SELF_WORTH, LOW: _SAD, _PROUD: _DID_IT, _DISCOURAGED: _DOWN}


def alarming(words: list[str]) -> str | None:
    """Return the intent of words that can't be let pass: a life, or eating, is in danger; or None.

    It comes before whatever else is said or asked.
    """
    said = " ".join(words)
    hopeless = _HOPELESS.search(said) and not speaks_of_training(words)
    if hopeless or _DESPAIRING.search(said):
        return DESPAIR
    return STARVING if _HUNGERING.search(said) else None


def felt(words: list[str], goal: bool) -> str | None:
    """Return the intent of words that tell what somebody feels and ask nothing, or None.

    Who is discouraged and tells a `goal` has told a goal.
    """
    said = " ".join(words)
    found = next((intent for intent, form in _FELT.items() if form.search(said)), None)
    return None if goal and found == _DISCOURAGED else found


def hopeless(words: list[str]) -> bool:
    """Tell whether words only ask if it's any use: "is there a point if i'm this unfit"."""
    said = " ".join(words)
    return bool(_POINTLESS.search(said) and _DOWN.search(said))


def speaks_of_training(words: list[str]) -> bool:
    """Tell whether words name training: "leg day makes me want to die" is no despair."""
    return bool(_TRAINING.search(" ".join(words)))
