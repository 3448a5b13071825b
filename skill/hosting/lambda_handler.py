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

from skill.alexa.serializer import serialize
from skill.dialog.factory import Skill, create_skill
from skill.hosting import logs
from skill.hosting.apology import apology
from skill.persistence import open_store

Function = Callable[[Any, object], dict[str, Any]]

# Starts that nobody waits for: before a snapshot, or before it is called.
_AHEAD = ("snap-start", "provisioned-concurrency")

_log = logging.getLogger(__name__)


def create_function(environment: Mapping[str, str]) -> Function:
    """Return the handler for Lambda: `LEG_DAY_SKILL_ID` and `LEG_DAY_STORE` say whose and where.

    A configuration that cannot work is one line on standard error and SystemExit(2).
    """
    skill_id = environment.get("LEG_DAY_SKILL_ID", "")
    try:
        if not skill_id:
            raise ValueError("the skill's application id is not set (LEG_DAY_SKILL_ID)")
        memory = open_store(environment.get("LEG_DAY_STORE", ""))
    except ValueError as fault:
        print(f"leg-day: {fault}", file=sys.stderr)
        raise SystemExit(2) from None
    skill = create_skill(memory)
    if environment.get("AWS_LAMBDA_INITIALIZATION_TYPE") in _AHEAD:
        _prepare(skill, memory)
    return lambda event, context: answer(skill, skill_id, event, context)


def answer(skill: Skill, skill_id: str, event: Any, context: object) -> dict[str, Any]:
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
        said = serialize(skill.answer(event, context))
        fields["claims"] = (said.get("sessionAttributes") or {}).get("claims") or []
        fields["ms"] = round((time.perf_counter() - start) * 1_000, 2)
        _log.info("answered", extra={"fields": fields})
        return said
    except Exception:
        _log.exception("the skill failed to answer", extra={"fields": fields})
        return apology(fields.get("type"))
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
        skill.answer(event)
        if hasattr(memory, "prepare"):
            memory.prepare()
    except Exception:
        _log.exception("nothing could be prepared; the first request will take longer")
