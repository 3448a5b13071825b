"""The function as Lambda makes it, without Lambda."""

import json

import pytest

from skill.content.loader import load_content
from skill.dialog.dispatcher import RouteDispatcher
from skill.dialog.factory import Skill, create_skill
from skill.hosting.lambda_handler import create_function
from skill.persistence import open_store
from tests.hosting.lambda_.events import SKILL


@pytest.fixture
def function():
    """Ask the function: an event in, an answer out that JSON can carry."""
    return as_json(create_function({"LEG_DAY_SKILL_ID": SKILL, "LEG_DAY_STORE": "memory:"}))


def as_json(handler):
    return lambda event: json.loads(json.dumps(handler(event, None)))


class _Broken(RouteDispatcher):
    """Fails as a dispatcher may: with what was said in the message of the fault."""

    def dispatch(self, handler_input):
        int("my secret")


@pytest.fixture
def broken() -> Skill:
    """A skill that fails whatever it is asked."""
    skill = create_skill(open_store("memory:"))
    skill.request_dispatcher = _Broken(load_content())
    return skill
