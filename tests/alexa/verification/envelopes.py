"""Request envelopes as Alexa sends them."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from tests.alexa.verification.certificates import NOW, SKILL_ID

EVENTS = [
    "AlexaSkillEvent.SkillEnabled",
    "AlexaSkillEvent.SkillDisabled",
    "AlexaSkillEvent.SkillPermissionAccepted",
    "AlexaSkillEvent.SkillPermissionChanged",
    "AlexaSkillEvent.SkillAccountLinked",
]


def rfc3339(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def envelope(**request: Any) -> dict[str, Any]:
    """A launch, or whatever `request` makes of it."""
    user = {"userId": "amzn1.ask.account.TEST"}
    application = {"applicationId": SKILL_ID}
    device = {"deviceId": "device", "supportedInterfaces": {}}
    return {
        "version": "1.0",
        "session": {
            "new": True,
            "sessionId": "amzn1.echo-api.session.1",
            "application": application,
            "attributes": {},
            "user": user,
        },
        "context": {"System": {"application": application, "user": user, "device": device}},
        "request": {
            "type": "LaunchRequest",
            "requestId": "amzn1.echo-api.request.1",
            "timestamp": rfc3339(NOW),
            "locale": "en-US",
            **request,
        },
    }


def compact(content: Any) -> bytes:
    return json.dumps(content, separators=(",", ":"), ensure_ascii=False).encode()
