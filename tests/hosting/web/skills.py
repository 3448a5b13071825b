"""The smallest SDK skill that can be observed, so that the endpoint is tested by itself."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import Any

from ask_sdk_core.dispatch_components import AbstractRequestHandler
from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_core.skill import CustomSkill
from ask_sdk_core.skill_builder import SkillBuilder
from ask_sdk_core.utils import get_user_id
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from skill import blocking
from tests.alexa.verification.certificates import signed
from tests.alexa.verification.envelopes import compact, envelope


@dataclass
class Greeter(AbstractRequestHandler):
    """Says hello, and remembers whom to; a user called "slow" waits, "broken" breaks it."""

    greeted: list[str] = field(default_factory=list)

    def can_handle(self, handler_input: HandlerInput) -> bool:
        return True

    def handle(self, handler_input: HandlerInput) -> Any:
        user = str(get_user_id(handler_input))
        self.greeted.append(user)
        if user == "broken":
            raise RuntimeError("a handler's fault")
        if user == "slow":
            blocking.about_to_block()
            time.sleep(1)
        return handler_input.response_builder.speak("Hello.").response


def skill_of(greeter: Greeter) -> CustomSkill:
    builder = SkillBuilder()
    builder.add_request_handler(greeter)
    return builder.create()


GOOD = compact(envelope())


def post(client: FlaskClient, body: bytes, **more: Any) -> TestResponse:
    """The answer to this body, signed."""
    return client.post("/", data=body, headers=signed(body), **more)


def by(user: str) -> bytes:
    """A launch by this user."""
    content = envelope()
    content["context"]["System"]["user"] = {"userId": user}
    return compact(content)
