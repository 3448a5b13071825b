"""The function as Lambda makes it, without Lambda."""

import json

import pytest

from skill.hosting.lambda_handler import create_function
from tests.hosting.lambda_.events import SKILL


@pytest.fixture
def function():
    """Ask the function: an event in, an answer out that JSON can carry."""
    return as_json(create_function({"LEG_DAY_SKILL_ID": SKILL, "LEG_DAY_STORE": "memory:"}))


def as_json(handler):
    return lambda event: json.loads(json.dumps(handler(event, None)))
