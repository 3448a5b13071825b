"""A device with one user: makes request envelopes as Alexa does, and keeps the session.

Knows envelopes only. What is sent through `door` comes back as the skill's answer; who signs it on
the way, and how it travels, is the door's business.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

Door = Callable[[bytes], Mapping[str, Any]]

_LANDSCAPE_HUB = {  # an Echo Show 8, as Alexa describes it
    "experiences": [
        {"arcMinuteWidth": 346, "arcMinuteHeight": 216, "canRotate": False, "canResize": False}
    ],
    "mode": "HUB",
    "shape": "RECTANGLE",
    "pixelWidth": 1280,
    "pixelHeight": 800,
    "dpi": 160,
    "currentPixelWidth": 1280,
    "currentPixelHeight": 800,
    "touch": ["SINGLE"],
    "video": {"codecs": ["H_264_42", "H_264_41"]},
}


@dataclass(frozen=True, slots=True)
class Exchange:
    """One request and what came back."""

    request: Mapping[str, Any]
    response: Mapping[str, Any]


@dataclass(slots=True)
class Device:
    """One device of one user. Its session opens with the first request and ends as on an Echo."""

    door: Door
    application: str
    user: str
    locale: str = "en-US"
    screen: bool = False
    viewport: Mapping[str, Any] = field(default_factory=lambda: _LANDSCAPE_HUB)
    id: str = field(default_factory=lambda: f"amzn1.ask.device.{uuid4()}")
    _session: str | None = None
    _attributes: Mapping[str, Any] = field(default_factory=dict)

    @property
    def in_session(self) -> bool:
        """Whether the skill is listening for an answer."""
        return self._session is not None

    def launch(self) -> Exchange:
        """Open the skill: "Alexa, open leg day". A session that is open ends first."""
        self.leave()
        return self._send({"type": "LaunchRequest", "shouldLinkResultBeReturned": False})

    def say(self, intent: Mapping[str, Any]) -> Exchange:
        """Send what was understood, in the open session or as a one-shot request that opens one."""
        return self._send({"type": "IntentRequest", "intent": intent, "dialogState": "STARTED"})

    def touch(self, arguments: list[Any]) -> Exchange:
        """Touch something on the screen that sends these arguments."""
        return self._send({"type": "Alexa.Presentation.APL.UserEvent", "arguments": arguments})

    def leave(self, reason: str = "USER_INITIATED") -> None:
        """Walk away: the session that is open ends, and the skill is told so and why."""
        if self._session is not None:
            self._send({"type": "SessionEndedRequest", "reason": reason})
            self._session = None

    def _send(self, request: Mapping[str, Any]) -> Exchange:
        new = self._session is None
        if new:
            self._session, self._attributes = f"amzn1.echo-api.session.{uuid4()}", {}
        envelope = self._envelope(request, new)
        answer = self.door(json.dumps(envelope).encode())
        self._attributes = answer.get("sessionAttributes") or {}
        if answer.get("response", {}).get("shouldEndSession") is not False:
            self._session = None
        return Exchange(envelope, answer)

    def _envelope(self, request: Mapping[str, Any], new: bool) -> dict[str, Any]:
        application, user = {"applicationId": self.application}, {"userId": self.user}
        interfaces: dict[str, Any] = {}
        context: dict[str, Any] = {
            "System": {
                "application": application,
                "user": user,
                "device": {"deviceId": self.id, "supportedInterfaces": interfaces},
                "apiEndpoint": "https://api.amazonalexa.com",
            }
        }
        if self.screen:
            interfaces["Alexa.Presentation.APL"] = {"runtime": {"maxVersion": "2024.3"}}
            context["Viewport"] = self.viewport
        return {
            "version": "1.0",
            "session": {
                "new": new,
                "sessionId": self._session,
                "application": application,
                "attributes": self._attributes,
                "user": user,
            },
            "context": context,
            "request": {
                **request,
                "requestId": f"amzn1.echo-api.request.{uuid4()}",
                "locale": self.locale,
                "timestamp": datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
            },
        }
