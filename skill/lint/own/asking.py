"""Asks this very skill, as Alexa does: envelopes of its own users, through no wire."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from skill.alexa.serializer import serialize
from skill.dialog.factory import Skill, create_skill
from skill.persistence import open_store
from skill.simulator.device import Device, Door, intent

_APPLICATION = "amzn1.ask.skill.check"


@dataclass(frozen=True, slots=True)
class Said:
    """One response, and what it was said to."""

    to: str
    response: Mapping[str, Any]


class Asker:
    """Makes devices of users nobody has met, and asks through them. One memory for all."""

    def __init__(self) -> None:
        self._door = door_to(create_skill(open_store("memory:")))
        self._users = 0

    def device(self, locale: str = "en-US", screen: bool = False) -> Device:
        """Return the device of a new user."""
        self._users += 1
        user = f"amzn1.ask.account.{self._users}"
        return Device(self._door, _APPLICATION, user, locale=locale, screen=screen)

    def ask(self, device: Device, name: str, slots: Mapping[str, str] | None = None) -> Said:
        """Ask, and return what is said. A number is a slot's value as heard, all else an id."""
        filled = " ".join(f"{slot}={value}" for slot, value in (slots or {}).items())
        where = device.locale.replace("en-US", "")
        to = " ".join(filter(None, (name, filled, where)))
        return Said(to, device.say(intent(name, **(slots or {}))).response)


def door_to(skill: Skill) -> Door:
    """Return a way to a skill without signatures and a wire between."""

    def ask(body: bytes) -> Mapping[str, Any]:
        answer: Mapping[str, Any] = serialize(skill.answer(json.loads(body)))
        return answer

    return ask
