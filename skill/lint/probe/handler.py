"""Certification's own questions to a handler: one device for each, in every locale."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from time import monotonic
from typing import Any

from skill.lint.finding import Finding
from skill.lint.probe import answers, phrases
from skill.lint.probe.notes import Notes
from skill.lint.probe.process import HandlerProcess
from skill.lint.probe.subject import Handler, Subject
from skill.simulator.device import Device, intent

BOUND = 300.0  # seconds for all locales; what is left then is not asked, which is a finding
_MOST_UNANSWERED = 3  # requests; who waits for a database that is not there, waits for ever
_USER = "amzn1.ask.account.PROBE"
_BUILTINS = ("HelpIntent", "CancelIntent", "StopIntent", "FallbackIntent")
_ODD = {"probeProperty": {"of": ["tomorrow", {"none": None}]}}


def probe(handler: Handler, subject: Subject, bound: float = BOUND) -> list[Finding]:
    """Return what certification would find by talking to a handler, within `bound` seconds.

    Raises `BadPackageError` where node is needed and is not here.
    """
    notes, end = Notes(handler.file), monotonic() + bound
    with HandlerProcess(handler) as process:
        for locale, model in subject.models.items():
            talk = _Talk(process, notes, subject.application, locale)
            for step in _steps(talk, model, subject.examples.get(locale, [])):
                if monotonic() > end or process.unanswered >= _MOST_UNANSWERED:
                    notes.add("probe-slow", "the rest", locale, "not asked: it takes too long")
                    return notes.findings()
                step()
                if not process.loads:
                    return notes.findings()
    return notes.findings()


def _steps(
    talk: "_Talk", model: Mapping[str, Any], examples: list[str]
) -> Iterator[Callable[[], None]]:
    named = {str(row.get("name")) for row in model.get("intents") or () if isinstance(row, dict)}
    for screen in (False, True):
        yield partial(talk.launch, screen)
    for phrase in examples:
        yield partial(talk.example, phrase, model)
    for name in _BUILTINS:
        if f"AMAZON.{name}" in named:
            yield partial(talk.builtin, name)
    yield talk.leave
    yield talk.unknown_properties
    yield talk.unknown_type


@dataclass(slots=True)
class _Door:
    """The way to the handler for one question; judges what comes back once it is told to."""

    process: HandlerProcess
    note: Callable[..., None]  # rule, what is wrong, file and line
    screen: bool
    rule: str = ""  # for a fault; empty while nothing is judged
    response: Mapping[str, Any] | None = None  # the last one that could be read

    def __call__(self, body: bytes) -> Mapping[str, Any]:
        outcome = self.process.ask(json.loads(body))
        answer = outcome.answer if isinstance(outcome.answer, dict) else {}
        response = answer.get("response")
        self.response = response if isinstance(response, dict) and not outcome.fault else None
        if outcome.fault and self.rule:
            rule = "probe-slow" if outcome.slow else self.rule
            file = outcome.file or str(self.process.handler.file)
            self.note(rule, outcome.fault, file, outcome.line)
        elif self.rule == "probe-fault":
            for rule, says in answers.judge(outcome.answer, self.screen):
                self.note(rule, says)
        attributes = answer.get("sessionAttributes")
        return {  # as much as a device goes on from, whatever came back
            "sessionAttributes": attributes if isinstance(attributes, dict) else {},
            "response": {"shouldEndSession": (self.response or {}).get("shouldEndSession")},
        }


@dataclass(slots=True)
class _Talk:
    """The questions of one locale."""

    process: HandlerProcess
    notes: Notes
    application: str
    locale: str

    def launch(self, screen: bool) -> None:
        """Open the skill."""
        device, door = self._device("Launch", screen)
        door.rule = "probe-fault"
        device.launch()
        self._judge("Launch", door)

    def example(self, phrase: str, model: Mapping[str, Any]) -> None:
        """Say an example phrase; one that does not name the skill in its open session.

        One that only opens it was asked already; one like no sample is the linter's business.
        """
        if phrases.is_launch(phrase, model):
            return
        intent = phrases.intent(phrase, model)
        if intent is None:
            self._note(f'"{phrase}"', "probe-unasked", "no sample is like it: it was not asked")
            return
        device, door = self._device(f'"{phrase}"', screen=True)
        if not phrases.is_one_shot(phrase, model):
            device.launch()
        door.rule = "probe-fault"
        device.say(intent)
        self._judge(f'"{phrase}"', door)

    def builtin(self, name: str) -> None:
        """Say help, cancel, stop or nonsense to the skill that was opened."""
        asked = name.removesuffix("Intent")
        device, door = self._device(asked, screen=False)
        device.launch()
        door.rule = "probe-fault"
        device.say(intent(f"AMAZON.{name}"))
        ends = (door.response or {}).get("shouldEndSession")
        if asked in ("Help", "Fallback"):
            self._judge(asked, door)
        if asked == "Help" and door.response is not None and ends is not False:
            self._note(asked, "probe-help", "the session ends")
        if asked in ("Stop", "Cancel") and ends is False:
            self._note(asked, f"probe-{asked.lower()}", "the session stays open")

    def leave(self) -> None:
        """Walk away: nothing may come back."""
        device, door = self._device("SessionEnded", screen=False)
        opened = device.launch().request
        ended = {**opened["request"], "type": "SessionEndedRequest", "reason": "USER_INITIATED"}
        door.rule = "probe-ended-fault"
        device.send({**opened, "request": ended}, anew=True)
        parts = ("outputSpeech", "reprompt", "card", "directives")
        if said := [part for part in parts if (door.response or {}).get(part)]:
            self._note("SessionEnded", "probe-session-ended", f"sends {', '.join(said)}")

    def unknown_properties(self) -> None:
        """Open the skill with properties in the request that none has yet."""
        device, door = self._device("unknown properties", screen=False)
        sent = device.launch().request
        if door.response is None:  # known to fail without them
            return
        door.rule = "probe-unknown"
        known = {key: {**sent[key], **_ODD} for key in ("session", "context", "request")}
        device.send({**sent, **known, **_ODD}, anew=True)

    def unknown_type(self) -> None:
        """Send a request of a type that there is not yet."""
        device, door = self._device("an unknown type of request", screen=False)
        sent = device.launch().request
        if door.response is None:
            return
        door.rule = "probe-unknown-type"
        device.send({**sent, "request": {**sent["request"], "type": "Probe.Unknown"}}, anew=True)

    def _device(self, asked: str, screen: bool) -> tuple[Device, _Door]:
        door = _Door(self.process, partial(self._note, asked), screen)
        return Device(door, self.application, _USER, self.locale, screen), door

    def _judge(self, asked: str, door: _Door) -> None:
        """Judge what is said, and whether the session is open when it should be."""
        response = door.response
        if response is None or _goes_on(response):
            return
        speech, ends = response.get("outputSpeech"), response.get("shouldEndSession")
        words, again = answers.spoken(speech), answers.spoken(answers.again(response))
        if not words and not answers.plays(speech):
            self._note(asked, "probe-silent", "nothing is said")
        if not isinstance(ends, bool):
            self._note(asked, "probe-end-unset", "shouldEndSession is not set")
        last = f'"{words[-100:]}"'
        if answers.asks(words) and ends is not False:
            self._note(asked, "probe-open", f"asks, but the session ends: {last}")
        elif ends is False and not answers.asks(words):
            rule = "probe-prompt" if again else "probe-open"
            self._note(asked, rule, f"asks nothing, but the session stays open: {last}")
        elif ends is False and not again:
            self._note(asked, "probe-reprompt", f"asks without a reprompt: {last}")

    def _note(self, asked: str, rule: str, says: str, file: str = "", line: int = 1) -> None:
        self.notes.add(rule, asked, self.locale, says, file, line)


def _goes_on(response: Mapping[str, Any]) -> bool:
    """Whether a directive goes on where the answer stops: a dialog, a recording, a game."""
    directives = response.get("directives")
    kinds = [
        str(one.get("type"))
        for one in (directives if isinstance(directives, list) else [])
        if isinstance(one, dict)
    ]
    return any(not kind.startswith("Alexa.Presentation.APL") for kind in kinds)
