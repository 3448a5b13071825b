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


_RENDERER = "AriaRuntimeLibrary-2024.3"


def intent(name: str, **slots: str) -> dict[str, Any]:
    """Return an intent as Alexa sends it: a number as heard, any other value resolved to its id."""
    return {
        "name": name,
        "confirmationStatus": "NONE",
        "slots": {slot: _slot(slot, value) for slot, value in slots.items()},
    }


def _slot(name: str, value: str) -> dict[str, Any]:
    slot: dict[str, Any] = {"name": name, "value": value, "confirmationStatus": "NONE"}
    if not value.isdigit():
        match = {"status": {"code": "ER_SUCCESS_MATCH"}, "values": [{"value": {"id": value}}]}
        slot["resolutions"] = {"resolutionsPerAuthority": [{"authority": "device", **match}]}
    return slot


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
    attributes: Mapping[str, Any] = field(default_factory=dict)  # of the session that is open
    _session: str | None = None
    _shown: str | None = None  # the token of the document on the screen

    @property
    def in_session(self) -> bool:
        """Whether the skill is listening for an answer."""
        return self._session is not None

    def launch(self) -> Exchange:
        """Open the skill: "Alexa, open leg day". A session that is open ends first."""
        self.leave()
        return self.request({"type": "LaunchRequest", "shouldLinkResultBeReturned": False})

    def say(self, intent: Mapping[str, Any]) -> Exchange:
        """Send what was understood, in the open session or as a one-shot request that opens one."""
        return self.request({"type": "IntentRequest", "intent": intent, "dialogState": "STARTED"})

    def touch(self, arguments: list[Any]) -> Exchange:
        """Touch something on the screen that sends these arguments."""
        return self.request({"type": "Alexa.Presentation.APL.UserEvent", "arguments": arguments})

    def leave(self, reason: str = "USER_INITIATED") -> None:
        """Walk away: the session that is open ends, and the skill is told so and why."""
        if self._session is not None:
            self.request({"type": "SessionEndedRequest", "reason": reason})
            self._session = None

    def send(self, envelope: Mapping[str, Any], anew: bool = False) -> Exchange:
        """Send an envelope as it stands, and go on from what comes back in the session it names.

        `anew`: with an id and a time of its own, as the skill refuses a request that is old.
        """
        if anew and isinstance(envelope.get("request"), Mapping):
            envelope = {**envelope, "request": {**envelope["request"], **_stamp()}}
        answer = self.door(json.dumps(envelope).encode())
        self._go_on(envelope, answer)
        return Exchange(envelope, answer)

    def _go_on(self, envelope: Mapping[str, Any], answer: Mapping[str, Any]) -> None:
        response = answer.get("response") or {}
        self.attributes = answer.get("sessionAttributes") or {}
        session = envelope.get("session")
        named = session.get("sessionId") if isinstance(session, Mapping) else None
        self._session = named if response.get("shouldEndSession") is False else None
        for directive in response.get("directives") or []:
            if directive.get("type") == "Alexa.Presentation.APL.RenderDocument":
                self._shown = directive.get("token")

    def request(self, request: Mapping[str, Any]) -> Exchange:
        """Send a request in the open session, or in one that it opens."""
        new = self._session is None
        if new:
            self._session, self.attributes = f"amzn1.echo-api.session.{uuid4()}", {}
        return self.send(self._envelope(request, new))

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
            if self._shown:
                context["Alexa.Presentation.APL"] = {"token": self._shown, "version": _RENDERER}
        return {
            "version": "1.0",
            "session": {
                "new": new,
                "sessionId": self._session,
                "application": application,
                "attributes": self.attributes,
                "user": user,
            },
            "context": context,
            "request": {**request, **_stamp(), "locale": self.locale},
        }


def _stamp() -> dict[str, str]:
    """Return an id and the time of sending, as every request has its own."""
    return {
        "requestId": f"amzn1.echo-api.request.{uuid4()}",
        "timestamp": datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
    }
