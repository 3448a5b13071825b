"""A store that lasts as long as the process: `memory:`."""

from typing import Any

from ask_sdk_core.attributes_manager import AbstractPersistenceAdapter
from ask_sdk_model import RequestEnvelope

from skill.persistence import user_key


class InMemoryStore(AbstractPersistenceAdapter):
    """Keeps attributes in a dictionary. Each call is one operation on it, so threads are safe."""

    def __init__(self) -> None:
        self._users: dict[str, dict[str, Any]] = {}

    def get_attributes(self, request_envelope: RequestEnvelope) -> dict[str, Any]:
        """Return a copy of the user's attributes, empty for a stranger."""
        return dict(self._users.get(user_key(request_envelope) or "", {}))

    def save_attributes(
        self, request_envelope: RequestEnvelope, attributes: dict[str, Any]
    ) -> None:
        """Keep a copy of `attributes` in place of what was kept before."""
        if key := user_key(request_envelope):
            self._users[key] = dict(attributes)

    def delete_attributes(self, request_envelope: RequestEnvelope) -> None:
        """Erase the user."""
        self._users.pop(user_key(request_envelope) or "", None)
