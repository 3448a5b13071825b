"""Requests that nobody speaks: nothing is said to them."""

import logging

from ask_sdk_core.handler_input import HandlerInput

from skill import persistence
from skill.dialog.session import Session

_log = logging.getLogger(__name__)


def session_ended(handler_input: HandlerInput) -> None:
    """The session is over. Alexa accepts no answer; an error that it reports is logged.

    What was talked about last is kept, for whoever comes back.
    """
    envelope = handler_input.request_envelope
    error = getattr(envelope.request, "error", None)
    if error is not None:
        _log.warning("alexa ended the session: %s", getattr(error.object_type, "value", "unknown"))
    session = Session.read(envelope.session.attributes if envelope.session else None)
    kept, more = persistence.load(handler_input), session.kept()
    if kept != {**kept, **more}:
        persistence.save(handler_input, {**kept, **more})


def skill_disabled(handler_input: HandlerInput) -> None:
    """The user has disabled the skill: forget them."""
    persistence.delete(handler_input)
