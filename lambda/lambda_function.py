"""The skill on AWS Lambda."""

import os
from typing import Any

from ask_sdk_model import RequestEnvelope

from skill.factory import create_skill
from skill.memory import open_memory
from skill.serializer import ModelSerializer

_serializer = ModelSerializer()
_skill = create_skill(open_memory(os.environ["LEG_DAY_STORE"]), os.environ["LEG_DAY_SKILL_ID"])


def lambda_handler(event: dict[str, Any], context: object) -> Any:
    """Answer one request envelope, parsed from JSON by Lambda, with a response envelope."""
    request = _serializer.read(event, RequestEnvelope)
    return _serializer.serialize(_skill.invoke(request, context))
