"""Every store keeps the same promises: a test that asks for `memory` runs against each of them."""

from collections.abc import Callable

import pytest
from ask_sdk_core.attributes_manager import AbstractPersistenceAdapter

from skill.memory import open_memory
from tests.memory.tables import SETTINGS, new_table


@pytest.fixture
def url(tmp_path) -> str:
    """A SQLite store that nobody has used yet, in a folder that is not there yet."""
    return f"sqlite:///{tmp_path}/deep/down/memory.sqlite"


@pytest.fixture
def aws(monkeypatch) -> Callable[[str], None]:
    """Point everything that is AWS to an address of this machine."""

    def point(address: str) -> None:
        for name, value in {**SETTINGS, "AWS_ENDPOINT_URL_DYNAMODB": address}.items():
            monkeypatch.setenv(name, value)

    return point


@pytest.fixture
def table(dynamodb, aws) -> str:
    """A DynamoDB table that nobody has used yet; `dynamodb` is the address of its server."""
    aws(dynamodb)
    return new_table(dynamodb)


@pytest.fixture(params=["memory:", "sqlite", "dynamodb"])
def memory(request) -> AbstractPersistenceAdapter:
    if request.param == "dynamodb":
        return open_memory(f"dynamodb://{request.getfixturevalue('table')}")
    if request.param == "sqlite":
        return open_memory(request.getfixturevalue("url"))
    return open_memory(request.param)


@pytest.fixture
def sqlite(url) -> Callable[[], AbstractPersistenceAdapter]:
    """Open the same file again, as the next start of the program does."""
    return lambda: open_memory(url)
