"""Requests sent as Alexa sends them, with the intent given: no understanding stands between."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import pytest

from skill.simulator.conversation import APPLICATION, Turn, throw_away_user
from skill.simulator.device import Device, Door, intent


@dataclass
class Person:
    """Somebody with an Echo, whose words Alexa understood as given."""

    door: Door
    user: str = field(default_factory=throw_away_user)
    locale: str = "en-US"

    def __post_init__(self) -> None:
        self.device = Device(self.door, APPLICATION, self.user, self.locale)

    def asks(self, name: str, /, **ids: str) -> Turn:
        return Turn(None, None, self.device.say(intent(name, **ids)))

    def sends(self, request: Mapping[str, Any]) -> Mapping[str, Any]:
        return self.device.request(request).response

    def launches(self) -> Turn:
        return Turn(None, None, self.device.launch())


@pytest.fixture
def person(door) -> Callable[..., Person]:
    return lambda **who: Person(door, **who)
