"""Events as Lambda hands them over from Alexa: parsed JSON."""

from tests.alexa.verification.certificates import SKILL_ID
from tests.alexa.verification.envelopes import envelope

SKILL = SKILL_ID
USER = "amzn1.ask.account.ANNA"


def event(request=None, skill=SKILL, **session):
    """What Alexa sends for a request, to open the skill unless it is another."""
    found = envelope(**(request or {}))
    user, application = {"userId": USER}, {"applicationId": skill}
    found["context"]["System"] |= {"application": application, "user": user}
    found["session"] |= {"application": application, "user": user, **session}
    return found


def intent(name, **slots):
    """A request for an intent; `slots` are filled with what was heard, and match nothing."""
    filled = {slot: {"name": slot, "value": heard} for slot, heard in slots.items()}
    return event({"type": "IntentRequest", "intent": {"name": name, "slots": filled}})


def disabled():
    """Someone has disabled the skill. Such an event has no session."""
    found = event({"type": "AlexaSkillEvent.SkillDisabled"})
    del found["session"]
    return found
