"""Events as Lambda hands them over from Alexa: parsed JSON."""

SKILL = "amzn1.ask.skill.11111111-2222-3333-4444-555555555555"
USER = "amzn1.ask.account.ANNA"


def event(request=None, skill=SKILL, **session):
    """What Alexa sends for a request, to open the skill unless it is another."""
    application, user = {"applicationId": skill}, {"userId": USER}
    return {
        "version": "1.0",
        "session": {
            "new": True,
            "sessionId": "amzn1.echo-api.session.1",
            "application": application,
            "attributes": {},
            "user": user,
            **session,
        },
        "context": {
            "System": {
                "application": application,
                "user": user,
                "device": {"deviceId": "amzn1.ask.device.1", "supportedInterfaces": {}},
            }
        },
        "request": {
            "type": "LaunchRequest",
            "requestId": "amzn1.echo-api.request.1",
            "timestamp": "2026-11-23T20:00:00Z",
            "locale": "en-US",
            **(request or {}),
        },
    }


def intent(name, **slots):
    """A request for an intent; `slots` are filled with what was heard, and match nothing."""
    filled = {slot: {"name": slot, "value": heard} for slot, heard in slots.items()}
    return event({"type": "IntentRequest", "intent": {"name": name, "slots": filled}})


def disabled():
    """Someone has disabled the skill. Such an event has no session."""
    found = event({"type": "AlexaSkillEvent.SkillDisabled"})
    del found["session"]
    return found
