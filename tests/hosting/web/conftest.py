"""One server for all the tests of a module, in a process of its own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from flask.testing import FlaskClient

from skill.hosting.flask_app import create_app
from tests.alexa.verification.certificates import verifier
from tests.alexa.verification.chain_host import ChainHost
from tests.hosting.web.served import Served, request_of, served
from tests.hosting.web.skills import Greeter, skill_of


@pytest.fixture(scope="module")
def chain_host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ChainHost]:
    with ChainHost.started(tmp_path_factory.mktemp("host")) as host:
        yield host


@pytest.fixture(scope="module")
def server(chain_host: ChainHost, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with served(tmp_path_factory.mktemp("server"), chain_host) as running:
        assert running.post(*request_of()) == 200
        yield running


@pytest.fixture
def greeter() -> Greeter:
    return Greeter()


@pytest.fixture
def client(greeter: Greeter) -> FlaskClient:
    return create_app(skill_of(greeter), verifier()).test_client()
