"""What the store keeps of a tab's user, read and rewritten past the skill, as a developer would."""

from collections.abc import Mapping
from typing import Any

from ask_sdk_core.attributes_manager import AbstractPersistenceAdapter
from ask_sdk_model import Context, RequestEnvelope, User
from ask_sdk_model.interfaces.system import SystemState

from skill.simulator.page.visitors import user


class Kept:
    """The attributes that are kept of users between sessions. Faults are the store's own."""

    def __init__(self, memory: AbstractPersistenceAdapter) -> None:
        self._memory = memory

    def read(self, tab: str) -> Mapping[str, Any]:
        """Return what is kept of a tab's user; empty for a stranger."""
        found: Mapping[str, Any] = self._memory.get_attributes(_of(tab)) or {}
        return found

    def write(self, tab: str, attributes: Mapping[str, Any]) -> None:
        """Keep `attributes` in place of what was kept; nothing at all where they are empty."""
        if attributes:
            self._memory.save_attributes(_of(tab), dict(attributes))
        else:
            self._memory.delete_attributes(_of(tab))


def _of(tab: str) -> RequestEnvelope:
    """Return as much of a request as names its user."""
    return RequestEnvelope(context=Context(system=SystemState(user=User(user_id=user(tab)))))
