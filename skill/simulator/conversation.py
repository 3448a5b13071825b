"""The simulator as a whole: an utterance in, what was understood and what the skill answered out.

Everything goes the way it goes with Alexa: the utterance is understood against the interaction
model, becomes a request envelope, is signed, and goes through the endpoint's one door.
Only the authority that signs is a throw-away one.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from ask_sdk_core.attributes_manager import AbstractPersistenceAdapter

from skill.alexa.verification import Refused, RequestVerifier
from skill.dialog.factory import create_skill
from skill.dialog.speech import strip_ssml
from skill.hosting.endpoint import Endpoint
from skill.simulator.device import Device, Door, Exchange
from skill.simulator.nlu import understander
from skill.simulator.nlu.understanding import Understanding
from skill.simulator.nlu.words import tokens
from skill.simulator.signing import SigningAuthority
from skill.simulator.stages import stage, timed

APPLICATION = "amzn1.ask.skill.00000000-0000-0000-0000-000000000000"
LAUNCH = "<launch>"  # in a written conversation: opens the skill with no question
_LAUNCHES = {"open", "launch", "start", "begin", "load", "run", "use", "resume", "talk to", "go to"}


class DoorClosedError(RuntimeError):
    """The skill's front door refused a request; the message carries the status and the reason."""


def front_door(store: AbstractPersistenceAdapter) -> Door:
    """Return a door to a new instance of the skill: signs a body, returns the answer."""
    authority = SigningAuthority.create()
    skill, verifier = create_skill(store), authority.verifier(APPLICATION)
    timed(verifier, "admit", "verification")
    timed(skill.request_dispatcher, "dispatch", "dispatch")
    endpoint = Endpoint(skill, verifier)

    def door(body: bytes) -> Mapping[str, Any]:
        with stage("signing"):
            headers = authority.sign(body)
        status, answer = endpoint.answer(headers, body)
        if status != 200:
            why = _reason(verifier, headers, body)
            raise DoorClosedError(f"the skill's endpoint answered {status} ({why})")
        found: Mapping[str, Any] = json.loads(answer)
        return found

    return door


def _reason(verifier: RequestVerifier, headers: Mapping[str, str], body: bytes) -> str:
    """Return why a request was refused, which the endpoint itself tells nobody but its log."""
    try:
        verifier.admit(headers, body)
    except Refused as refused:
        return refused.reason
    return "for another reason"


def throw_away_user() -> str:
    """Return the id of a user who never comes back."""
    return f"amzn1.ask.account.{uuid4().hex.upper()}"


@dataclass(frozen=True, slots=True)
class Turn:
    """One exchange, with what was understood; None for opening the skill."""

    utterance: str | None
    understood: Understanding | None
    exchange: Exchange

    @property
    def speech(self) -> str:
        """What is heard, in plain words; empty where nothing is said."""
        return _spoken(self._response.get("outputSpeech"))

    @property
    def reprompt(self) -> str | None:
        """What is heard after eight silent seconds, or None."""
        return _spoken((self._response.get("reprompt") or {}).get("outputSpeech")) or None

    @property
    def open(self) -> bool:
        """Whether the skill listens for an answer."""
        return self._response.get("shouldEndSession") is False

    @property
    def attributes(self) -> Mapping[str, Any]:
        """The session attributes that came back."""
        return self.exchange.response.get("sessionAttributes") or {}

    @property
    def screen(self) -> bool:
        """Whether something was sent to draw."""
        return any(
            directive.get("type", "").startswith("Alexa.Presentation.APL")
            for directive in self._response.get("directives") or []
        )

    def report(self) -> dict[str, Any]:
        """Return the exchange as the JSON object that `leg-day ask --json` prints."""
        understood = self.understood
        return {
            "utterance": self.utterance,
            "intent": understood.intent if understood else None,
            "slots": _resolved(understood),
            "tier": understood.tier if understood else None,
            "score": round(understood.score, 3) if understood else None,
            "answer": self.attributes.get("answer"),
            "claims": list(self.attributes.get("claims") or []),
            "speech": self.speech,
            "reprompt": self.reprompt,
            "session": "open" if self.open else "ended",
            "screen": self.screen,
            "request": self.exchange.request,
            "response": self.exchange.response,
        }

    @property
    def _response(self) -> Mapping[str, Any]:
        found: Mapping[str, Any] = self.exchange.response.get("response") or {}
        return found


class Conversation:
    """One user talking to the skill on one device."""

    def __init__(
        self, door: Door, user: str | None = None, locale: str = "en-US", screen: bool = False
    ) -> None:
        self._understander = understander(locale)
        self._speech = ""
        self.device = Device(door, APPLICATION, user or throw_away_user(), locale, screen)

    def launch(self) -> Turn:
        """Open the skill with no question."""
        return self._heard(Turn(None, None, self.device.launch()))

    def say(self, utterance: str, understood: Understanding | None = None) -> Turn:
        """Say something: in the open session, or as "Alexa, ask leg day …" would where none is.

        `understood` is what it means, where an ear has worked that out already.
        """
        rest = after_invocation(utterance, self._understander.model.invocation)
        if rest == "":
            return self._heard(Turn(utterance, None, self.device.launch()))
        if understood is None:
            with stage("understanding"):
                said = utterance if rest is None else rest
                understood = self._understander.understand(said, self.said)
        intent = understood.intent_json(self._understander.model, APPLICATION)
        return self._heard(Turn(utterance, understood, self.device.say(intent)))

    def touch(self, words: str) -> Turn:
        """Touch these words on the screen."""
        return self._heard(Turn(words, None, self.device.touch(["ask", words])))

    def send(self, envelope: Mapping[str, Any], anew: bool = False) -> Turn:
        """Send a request written by hand; `anew` with an id and a time of its own."""
        return self._heard(Turn(None, None, self.device.send(envelope, anew)))

    @property
    def said(self) -> str:
        """What the skill has just said, in plain words; empty where it doesn't listen."""
        return self._speech if self.device.in_session else ""

    def _heard(self, turn: Turn) -> Turn:
        """Remember what the skill said in its turn, and return the turn."""
        self._speech = turn.speech
        return turn

    def come_back(self) -> None:
        """End what is open: the same user returns in a new session."""
        self.device.leave()


def after_invocation(utterance: str, invocation: str) -> str | None:
    """Return what follows "Alexa, ask leg day"; "" for a bare launch; None without either."""
    words = [word for word in tokens(utterance) if word not in ("alexa", "please", "hey")]
    name = tokens(invocation)
    if words[-len(name) :] == name and " ".join(words[: -len(name)]) in _LAUNCHES:
        return ""
    if words[1 : len(name) + 1] == name and words[0] in ("ask", "tell"):
        return " ".join(words[len(name) + 1 :])
    return None


def _spoken(speech: Mapping[str, Any] | None) -> str:
    return strip_ssml((speech or {}).get("ssml") or (speech or {}).get("text") or "")


def _resolved(understood: Understanding | None) -> dict[str, str]:
    slots = understood.slots if understood else {}
    return {name: slot.match.id if slot.match else slot.heard for name, slot in slots.items()}
