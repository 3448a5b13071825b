"""Every store keeps the same promises: a test that asks for `memory` runs against each of them."""

from collections.abc import Callable

import pytest
from ask_sdk_core.attributes_manager import AbstractPersistenceAdapter

from skill.persistence import open_store


@pytest.fixture
def url(tmp_path) -> str:
    """A SQLite store that nobody has used yet, in a folder that is not there yet."""
    return f"sqlite:///{tmp_path}/deep/down/memory.sqlite"


@pytest.fixture(params=["memory:", "sqlite", "dynamodb"])
def memory(request) -> AbstractPersistenceAdapter:
    if request.param == "dynamodb":
        return open_store(f"dynamodb://{request.getfixturevalue('table')}")
    if request.param == "sqlite":
        return open_store(request.getfixturevalue("url"))
    return open_store(request.param)


@pytest.fixture
def sqlite(url) -> Callable[[], AbstractPersistenceAdapter]:
    """Open the same file again, as the next start of the program does."""
    return lambda: open_store(url)
