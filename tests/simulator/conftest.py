"""What the simulator hears with."""

import pytest

from skill.simulator.conversation import understander
from skill.simulator.nlu import Understander


@pytest.fixture(scope="session")
def ears() -> Understander:
    """The understanding of the American model."""
    return understander("en-US")
