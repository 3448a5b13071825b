"""What every test starts from: the real skill behind its real front door, nobody's own files."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import settings

from skill.cli import main
from skill.persistence import open_store
from skill.simulator.conversation import Conversation, front_door
from skill.simulator.device import Door
from tests.persistence.tables import SETTINGS, new_table

Talk = Callable[..., Conversation]
LEG_DAY = Path(sys.executable).with_name("leg-day")
Run = Callable[..., Result]
RunForReal = Callable[..., "subprocess.CompletedProcess[bytes]"]

settings.register_profile("leg-day", deadline=None)  # a busy machine is not a fault
settings.load_profile("leg-day")
# A shell that runs this in the background ignores Ctrl-C for it, and so for every child.
signal.signal(signal.SIGINT, signal.default_int_handler)


_MARKED = {"tests/simulator/page/": "browser", "tests/hosting/web/": "server"}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what needs a browser or a server: `-m "not browser and not server"` leaves it out."""
    for item in items:
        for folder, marker in _MARKED.items():
            if item.nodeid.startswith(folder):
                item.add_marker(marker)


@pytest.fixture(scope="session")
def learned(tmp_path_factory, worker_id) -> str:
    """Where all tests of a run, in all its processes, keep what was learned of the models."""
    base = tmp_path_factory.getbasetemp()
    return str((base if worker_id == "master" else base.parent) / "cache")


@pytest.fixture(autouse=True)
def _nothing_of_the_machine(tmp_path_factory, monkeypatch, learned):
    """No test reads or writes the store, the history or the settings of whoever runs it."""
    monkeypatch.setenv("XDG_CACHE_HOME", learned)
    home = tmp_path_factory.mktemp("home")
    for name in ("LEG_DAY_STORE", "LEG_DAY_SKILL_ID", "SSL_CERT_FILE", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for name in ("HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(home))


@pytest.fixture(scope="session")
def door() -> Door:
    """The skill as Alexa reaches it: signed requests, the web service, a memory of its own."""
    return front_door(open_store("memory:"))


@pytest.fixture
def talk(door) -> Talk:
    """Begin a conversation with a user nobody has met: `talk(locale="en-GB")`."""
    return lambda **how: Conversation(door, **how)


# --- the command: in this process where its output is the point, and for real where it is not -----


@pytest.fixture
def store(tmp_path) -> dict[str, str]:
    """The setting that names a store in the test's own folder."""
    return {"LEG_DAY_STORE": f"sqlite:///{tmp_path}/memory.sqlite"}


@pytest.fixture
def leg_day(store) -> Run:
    """Run `leg-day` with these arguments; `typed` is its standard input."""

    def run(*arguments: str, typed: str = "", **more: str) -> Result:
        return CliRunner().invoke(main, arguments, input=typed, env=store | more)

    return run


@pytest.fixture
def environment(store) -> dict[str, str]:
    """The environment of a command of its own, where a warning is an error."""
    return dict(os.environ) | store | {"PYTHONWARNINGS": "error"}


@pytest.fixture
def for_real(environment) -> RunForReal:
    """Run a command line as people do; {leg_day} in it is the installed command."""

    def run(line: str, typed: bytes = b"", **more: str) -> "subprocess.CompletedProcess[bytes]":
        return subprocess.run(
            ["sh", "-c", line.replace("{leg_day}", str(LEG_DAY))],
            input=typed,
            capture_output=True,
            timeout=60,
            env=environment | more,
            check=False,
        )

    return run


# --- DynamoDB -------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def dynamodb() -> Iterator[str]:
    """The address of a DynamoDB on this machine, started by the first test that asks."""
    command = [sys.executable, "-m", "tests.persistence.table_server"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout
        yield server.stdout.readline().strip()
        server.terminate()


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
