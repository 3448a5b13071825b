"""The SDK's hello world for Lambda, and one answer of it: python hello.py EVENT.json."""

import json
import sys

from ask_sdk_core.dispatch_components import AbstractRequestHandler
from ask_sdk_core.skill_builder import SkillBuilder
from ask_sdk_core.utils import is_intent_name, is_request_type

SPEECH = "Sprint if you want bigger legs. Want to know why?"


class LaunchRequestHandler(AbstractRequestHandler):
    def can_handle(self, handler_input):
        return is_request_type("LaunchRequest")(handler_input)

    def handle(self, handler_input):
        return handler_input.response_builder.speak(SPEECH).ask("Want to know why?").response


class JogOrSprintIntentHandler(AbstractRequestHandler):
    def can_handle(self, handler_input):
        return is_intent_name("JogOrSprintIntent")(handler_input)

    def handle(self, handler_input):
        return handler_input.response_builder.speak(SPEECH).ask("Want to know why?").response


builder = SkillBuilder()
builder.add_request_handler(LaunchRequestHandler())
builder.add_request_handler(JogOrSprintIntentHandler())
lambda_handler = builder.lambda_handler()

if __name__ == "__main__":
    with open(sys.argv[1], "rb") as file:
        answer = lambda_handler(json.load(file), None)
    assert "Sprint" in answer["response"]["outputSpeech"]["ssml"]  # type: ignore[index]
