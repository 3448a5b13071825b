"""The skill as an AWS Lambda function.

Lambda hands over events that are parsed and that Alexa alone may send (the permission in
lambda/template.yaml), so there is no signature to check; the application id is. Nothing is ever
raised to Lambda, whose error report holds a traceback: whatever goes wrong is apologised for, and
logged as an error, which sets off the stack's alarm.
"""

import logging
import sys
import time
from collections.abc import Callable, Mapping
from typing import Any

from ask_sdk_core.attributes_manager import AbstractPersistenceAdapter, AttributesManager
from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_core.utils import RESPONSE_FORMAT_VERSION, SDK_VERSION, user_agent_info
from ask_sdk_model import RequestEnvelope, ResponseEnvelope

from skill.alexa.serializer import ModelSerializer
from skill.content.answers import load_content
from skill.dialog.dispatcher import RouteDispatcher
from skill.handlers.problems import last_words
from skill.hosting import logs
from skill.persistence import open_memory

Function = Callable[[Any, object], dict[str, Any]]

# Starts that nobody waits for: before a snapshot, or before it is called.
_AHEAD = ("snap-start", "provisioned-concurrency")

_log = logging.getLogger("leg_day")


class Skill:
    """The skill from parsed JSON to parsed JSON, as CustomSkill.invoke has it.

    Without CustomSkill, because importing that imports the client of every Alexa service, none of
    which this skill calls: a third of a cold start.
    """

    def __init__(self, memory: AbstractPersistenceAdapter) -> None:
        self._memory = memory
        self._dispatcher = RouteDispatcher(load_content())
        self._serializer = ModelSerializer()

    def __call__(self, event: Any, context: object) -> dict[str, Any]:
        """Return the response envelope for one request envelope.

        Raises SerializationException for what is no request.
        """
        envelope = self._serializer.read(event, RequestEnvelope)
        attributes = AttributesManager(envelope, self._memory)
        response = self._dispatcher.dispatch(
            HandlerInput(envelope, attributes_manager=attributes, context=context)
        )
        said = ResponseEnvelope(
            response=response,
            version=RESPONSE_FORMAT_VERSION,
            session_attributes=attributes.session_attributes if envelope.session else None,
            user_agent=user_agent_info(SDK_VERSION),
        )
        flat: dict[str, Any] = self._serializer.serialize(said)
        return flat


def create_function(environment: Mapping[str, str]) -> Function:
    """Return the handler for Lambda: `LEG_DAY_SKILL_ID` and `LEG_DAY_STORE` say whose and where.

    A configuration that cannot work is one line on standard error and SystemExit(2).
    """
    skill_id = environment.get("LEG_DAY_SKILL_ID", "")
    try:
        if not skill_id:
            raise ValueError("the skill's application id is not set (LEG_DAY_SKILL_ID)")
        memory = open_memory(environment.get("LEG_DAY_STORE", ""))
    except ValueError as fault:
        print(f"leg-day: {fault}", file=sys.stderr)
        raise SystemExit(2) from None
    skill = Skill(memory)
    if environment.get("AWS_LAMBDA_INITIALIZATION_TYPE") in _AHEAD:
        _prepare(skill, memory)
    return lambda event, context: answer(skill, skill_id, event, context)


def answer(skill: Function, skill_id: str, event: Any, context: object) -> dict[str, Any]:
    """Return the response envelope for one event, and log how that went."""
    start = time.perf_counter()
    said: dict[str, Any] = {"version": "1.0", "response": {}}
    fields: dict[str, Any] = {}
    try:
        if _application(event) != skill_id:
            _log.error("refused: not a request for this skill")
            return said
        fields = _asked(event["request"])
        logs.REQUEST.set(fields["request"])
        said = skill(event, context)
        fields["claims"] = (said.get("sessionAttributes") or {}).get("claims") or []
        fields["ms"] = round((time.perf_counter() - start) * 1_000, 2)
        _log.info("answered", extra={"fields": fields})
        return said
    except Exception:
        _log.exception("the skill failed to answer", extra={"fields": fields})
        return last_words(str(fields.get("type")))
    finally:
        logs.REQUEST.set(None)


def _application(event: Any) -> Any:
    """The application id that the event is for; None where it names none."""
    for name in ("context", "System", "application", "applicationId"):
        event = event.get(name) if isinstance(event, dict) else None
    return event


def _asked(request: Mapping[str, Any]) -> dict[str, Any]:
    """What may be logged of a request: no slot, for a slot is what somebody said; no user."""
    found = {"request": request.get("requestId"), "type": request.get("type")}
    intent = request.get("intent")
    return found | {"intent": intent.get("name")} if isinstance(intent, dict) else found


def _prepare(skill: Skill, memory: Any) -> None:
    """Do ahead what a first request would wait for: to import, to make the client of the store.

    The request that is answered names no user, so nothing is read or written for it.
    """
    screen: dict[str, Any] = {"supportedInterfaces": {"Alexa.Presentation.APL": {}}}
    event = {
        "version": "1.0",
        "context": {"System": {"device": screen}},
        "request": {"type": "LaunchRequest", "requestId": "prepare", "locale": "en-US"},
    }
    try:
        skill(event, None)
        if hasattr(memory, "prepare"):
            memory.prepare()
    except Exception:
        _log.exception("nothing could be prepared; the first request will take longer")
