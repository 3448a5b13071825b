"""What the simulator hears with."""

import pytest

from skill.simulator.nlu import Understander, understander


@pytest.fixture(scope="session")
def ears() -> Understander:
    """The understanding of the American model."""
    return understander("en-US")
