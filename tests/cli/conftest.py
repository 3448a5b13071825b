"""The command, run in this process where its output is the point, and for real where it is not."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from skill.cli import main

LEG_DAY = Path(sys.executable).with_name("leg-day")
Run = Callable[..., Result]
RunForReal = Callable[..., "subprocess.CompletedProcess[bytes]"]


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
