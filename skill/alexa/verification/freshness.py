"""Is the request recent, and is it for this skill?

Rules (Alexa Skills Kit): the timestamp is within 150 seconds of now, either way; the skill
events may be up to an hour old, because Alexa retries them, but come from the future no more
than others do; the application id is ours.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from ask_sdk_model.request_envelope import RequestEnvelope

from skill.alexa.verification.errors import Refused

TOLERANCE = timedelta(seconds=150)
EVENT_TOLERANCE = timedelta(hours=1)
EVENTS = frozenset(
    {
        "AlexaSkillEvent.SkillEnabled",
        "AlexaSkillEvent.SkillDisabled",
        "AlexaSkillEvent.SkillPermissionAccepted",
        "AlexaSkillEvent.SkillPermissionChanged",
        "AlexaSkillEvent.SkillAccountLinked",
    }
)


def check_time(envelope: RequestEnvelope, now: datetime) -> None:
    """In: `now`, aware. Errors: Refused "time.missing", ".zone", ".stale", ".future"."""
    request = envelope.request
    timestamp = getattr(request, "timestamp", None)
    if request is None or not isinstance(timestamp, datetime):
        raise Refused("time.missing")
    if timestamp.utcoffset() is None:
        raise Refused("time.zone")
    age = now - timestamp
    if age < -TOLERANCE:
        raise Refused("time.future")
    is_event = str(request.object_type) in EVENTS
    if age > (EVENT_TOLERANCE if is_event else TOLERANCE):
        raise Refused("time.stale")


def check_application(envelope: RequestEnvelope, skill_id: str) -> None:
    """Errors: Refused "application.missing", "application.other"."""
    system = getattr(envelope.context, "system", None)
    application_id = getattr(getattr(system, "application", None), "application_id", None)
    if not isinstance(application_id, str):
        raise Refused("application.missing")
    if application_id != skill_id:
        raise Refused("application.other")
