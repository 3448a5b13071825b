"""Requests that nobody speaks: nothing is said to them."""

import logging

from ask_sdk_core.handler_input import HandlerInput

from skill import persistence

_log = logging.getLogger(__name__)


def session_ended(handler_input: HandlerInput) -> None:
    """The session is over. Alexa accepts no answer; an error that it reports is logged."""
    error = getattr(handler_input.request_envelope.request, "error", None)
    if error is not None:
        _log.warning("alexa ended the session: %s", getattr(error.object_type, "value", "unknown"))


def skill_disabled(handler_input: HandlerInput) -> None:
    """The user has disabled the skill: forget them."""
    persistence.forget(handler_input)
