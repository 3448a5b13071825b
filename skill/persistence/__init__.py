"""What is kept of a user between sessions: their goals, what was last talked about, the visits.

The stores stand behind the SDK's AbstractPersistenceAdapter; `open_store` picks one by URL, and
`load`, `save` and `delete` are all that the handlers use. Users are kept under a digest of their
id, so that a store tells nobody who they are.

A store may be slow, locked, damaged or gone: then nothing is remembered, and the answer is given
all the same.
"""

import logging
import re
from collections.abc import Mapping
from typing import Any

from ask_sdk_core.attributes_manager import AbstractPersistenceAdapter
from ask_sdk_core.exceptions import PersistenceException
from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import RequestEnvelope

_log = logging.getLogger(__name__)


class StoreUrlError(ValueError):
    """LEG_DAY_STORE names no store that we know."""


def open_store(url: str = "") -> AbstractPersistenceAdapter:
    """Return the store that `url` names: sqlite:///PATH, dynamodb://TABLE or memory:.

    An empty `url` is SQLite in the user's data folder. Nothing is opened before it is used. Raises
    `StoreUrlError` for any other URL.
    """
    if url == "memory:":
        from skill.persistence.in_memory import InMemoryStore

        return InMemoryStore()
    if not url or url.startswith("sqlite:///"):
        from skill.persistence.sqlite import SqliteStore, default_path

        return SqliteStore(url.removeprefix("sqlite:///") or default_path())
    if url.startswith("dynamodb://"):
        return _open_table(url.removeprefix("dynamodb://"))
    raise StoreUrlError(
        f"LEG_DAY_STORE: {url!r} is not sqlite:///PATH, dynamodb://TABLE or memory:"
    )


def _open_table(name: str) -> AbstractPersistenceAdapter:
    if not re.fullmatch(r"[\w.-]{3,255}", name, re.ASCII):
        raise StoreUrlError(f"LEG_DAY_STORE: {name!r} is not the name of a DynamoDB table")
    from importlib.util import find_spec

    if find_spec("botocore") is None:
        raise StoreUrlError("LEG_DAY_STORE: dynamodb:// needs pip install 'leg-day[dynamodb]'")
    from skill.persistence.dynamodb import DynamoDbStore

    return DynamoDbStore(name)


def user_key(envelope: RequestEnvelope) -> str | None:
    """Return the digest under which a request's user is kept; None where it names no user."""
    system = envelope.context.system if envelope.context else None
    session = envelope.session
    user = (system.user if system else None) or (session.user if session else None)
    if user is None or not user.user_id:
        return None
    from hashlib import blake2b  # 3 ms of a cold start, for OpenSSL

    return blake2b(str(user.user_id).encode(), digest_size=24).hexdigest()


def load(handler_input: HandlerInput) -> Mapping[str, Any]:
    """Return what is remembered of the user; empty where that is nothing or the store fails."""
    try:
        found = handler_input.attributes_manager.persistent_attributes
    except Exception as fault:
        _note("load", fault)
        return {}
    return found if isinstance(found, dict) else {}


def save(handler_input: HandlerInput, attributes: Mapping[str, Any]) -> bool:
    """Keep `attributes` for the user and return whether that worked."""
    manager = handler_input.attributes_manager
    try:
        manager.persistent_attributes = dict(attributes)
        manager.save_persistent_attributes()
    except Exception as fault:
        _note("save", fault)
        return False
    return True


def delete(handler_input: HandlerInput) -> bool:
    """Erase everything kept of the user and return whether that worked."""
    try:
        handler_input.attributes_manager.delete_persistent_attributes()
    except Exception as fault:
        _note("delete", fault)
        return False
    return True


def _note(what: str, fault: Exception) -> None:
    known = isinstance(fault, PersistenceException)
    _log.warning("persistence.%s failed: %s", what, fault if known else type(fault).__name__)
