"""RouteDispatcher: from the SDK's HandlerInput to its Response, by way of the one handler asked."""

import logging
from typing import cast

from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Intent, Request, Response
from ask_sdk_runtime.dispatch import AbstractRequestDispatcher

from skill.content.schema import Content
from skill.dialog.reply import respond
from skill.dialog.screen import TOUCHED
from skill.dialog.session import Session
from skill.handlers import NO_RESPONSE, answer, finish, problems, touch
from skill.handlers.slots import resolved, unmatched
from skill.handlers.turn import Turn

_log = logging.getLogger(__name__)

_SPOKEN = ("LaunchRequest", "IntentRequest", TOUCHED)


class RouteDispatcher(AbstractRequestDispatcher):
    """Looks the handler of a request up by name, where the SDK's own tries one after the other."""

    def __init__(self, content: Content) -> None:
        self._content = content

    def dispatch(self, handler_input: HandlerInput) -> Response:  # type: ignore[override]
        """Return the response to a request; an empty one where nothing may be said."""
        request = cast(Request, handler_input.request_envelope.request)
        kind = str(request.object_type)
        if kind in _SPOKEN:
            return self._speak(handler_input, request)
        if kind == "CanFulfillIntentRequest":
            from skill.handlers.can_fulfill import can_fulfill  # rare: not for every cold start

            return Response(can_fulfill_intent=can_fulfill(handler_input, self._content))
        if listener := NO_RESPONSE.get(kind):
            listener(handler_input)
        return Response()

    def _speak(self, handler_input: HandlerInput, request: Request) -> Response:
        turn = self._turn(handler_input, request)
        try:
            reply = answer(turn)
        except Exception:
            _log.exception("handler of %s failed", turn.name)
            turn = self._turn(handler_input, request)
            reply = problems.apology(turn)
        reply = finish(turn, reply)
        if handler_input.request_envelope.session is not None:
            handler_input.attributes_manager.session_attributes = turn.session.attributes()
        return respond(handler_input, reply)

    def _asked(self, request: Request) -> tuple[str, dict[str, str]]:
        """Return the name to route by, and the resolved slots: spoken or touched."""
        if intent := _intent(request):
            return str(intent.name), resolved(intent.slots)
        if request.object_type == TOUCHED:
            return touch.asked(getattr(request, "arguments", None), self._content)
        return str(request.object_type), {}

    def _turn(self, handler_input: HandlerInput, request: Request) -> Turn:
        name, slots = self._asked(request)
        session = handler_input.request_envelope.session
        return Turn(
            name=name,
            slots=slots,
            session=Session.read(session.attributes if session else None),
            content=self._content,
            locale=request.locale or "en-US",
            seed=str(session.session_id if session else request.request_id),
            handler_input=handler_input,
            unknown=unmatched(intent.slots) if (intent := _intent(request)) else {},
        )


def _intent(request: Request) -> Intent | None:
    # By its name: to ask the SDK's classes, which are abstract, takes ten times as long.
    return getattr(request, "intent", None) if request.object_type == "IntentRequest" else None
