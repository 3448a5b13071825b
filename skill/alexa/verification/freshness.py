"""Is the request recent, and is it for this skill?

Rules (Alexa Skills Kit): the timestamp is within 150 seconds of now, either way; the skill
events may be up to an hour old, because Alexa retries them, but come from the future no more
than others do; the application id is ours.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from skill.alexa.verification.errors import Refused

TOLERANCE = timedelta(seconds=150)
EVENT_TOLERANCE = timedelta(hours=1)
EVENTS = "AlexaSkillEvent."


def check_time(request: Mapping[str, Any], now: datetime) -> None:
    """Check the timestamp of an envelope's request against `now`, which is aware.

    Raises Refused "time.missing", "time.format", "time.stale", "time.future".
    """
    timestamp = request.get("timestamp")
    if timestamp is None:
        raise Refused("time.missing")
    try:
        age = now - datetime.fromisoformat(timestamp)
    except ValueError:  # the 30th of February; the form itself has been checked
        raise Refused("time.format") from None
    if age < -TOLERANCE:
        raise Refused("time.future")
    if age > (EVENT_TOLERANCE if request["type"].startswith(EVENTS) else TOLERANCE):
        raise Refused("time.stale")


def check_application(envelope: Mapping[str, Any], skill_id: str) -> None:
    """Check whom an envelope is for. Raises Refused "application.missing", "application.other"."""
    system = envelope["context"].get("System") or {}
    application_id = (system.get("application") or {}).get("applicationId")
    if application_id is None:
        raise Refused("application.missing")
    if application_id != skill_id:
        raise Refused("application.other")
