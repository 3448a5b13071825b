"""create_skill: the handlers, the content and a store as one skill. The only place they meet."""

from typing import Any

from ask_sdk_core.attributes_manager import AbstractPersistenceAdapter, AttributesManager
from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_core.utils import RESPONSE_FORMAT_VERSION, SDK_VERSION, user_agent_info
from ask_sdk_model import RequestEnvelope, ResponseEnvelope

from skill.alexa.serializer import read
from skill.content.loader import load_content
from skill.content.schema import Content
from skill.dialog.dispatcher import RouteDispatcher

_USER_AGENT = user_agent_info(SDK_VERSION)


class Skill:
    """Answers requests as the SDK's CustomSkill does, through `request_dispatcher`.

    Without CustomSkill, because importing that imports the client of every Alexa service, none of
    which this skill calls: a third of a cold start.
    """

    def __init__(self, store: AbstractPersistenceAdapter, content: Content) -> None:
        self.persistence_adapter = store
        self.request_dispatcher = RouteDispatcher(content)

    def invoke(self, request_envelope: RequestEnvelope, context: object = None) -> ResponseEnvelope:
        """Return the response to a request. `context` is Lambda's."""
        attributes = _attributes(request_envelope, self.persistence_adapter)
        response = self.request_dispatcher.dispatch(
            HandlerInput(request_envelope, attributes_manager=attributes, context=context)
        )
        return ResponseEnvelope(
            response=response,
            version=RESPONSE_FORMAT_VERSION,
            session_attributes=attributes.session_attributes if request_envelope.session else None,
            user_agent=_USER_AGENT,
        )

    def answer(self, event: Any, context: object = None) -> ResponseEnvelope:
        """Return the response to a request envelope as JSON has it."""
        return self.invoke(read(RequestEnvelope, event), context)


def _attributes(envelope: RequestEnvelope, store: AbstractPersistenceAdapter) -> AttributesManager:
    """Return the SDK's, without its deep copy of the session's: a fifth of the time of an answer.

    What a handler changes in them is the request's own, which nobody reads again.
    """
    session = envelope.session
    own = session.attributes if session else None
    if session and own:
        session.attributes = None
    manager = AttributesManager(envelope, store)
    if session and own:
        session.attributes = manager.session_attributes = own
    return manager


def create_skill(store: AbstractPersistenceAdapter, content: Content | None = None) -> Skill:
    """Return the skill, ready to invoke.

    `store` keeps the users' goals. `content` is the English of this package unless given.
    """
    return Skill(store, content or load_content())
