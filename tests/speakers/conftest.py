"""Real audio read by flite, kept for the run, and servers in processes of their own."""

import signal
import subprocess
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import pytest

from skill.simulator.nlu.model import load_model
from skill.speakers.listen.recogniser import PocketSphinx
from tests.conftest import LEG_DAY

Spoken = Callable[..., Path]


@pytest.fixture(scope="session")
def spoken(tmp_path_factory) -> Spoken:
    """Return a WAV file of a text, read by slt (a woman), rms (a man) or awb (a Scotsman)."""
    folder = tmp_path_factory.mktemp("clips")

    def make(text: str, voice: str = "slt") -> Path:
        path = folder / f"{voice} {text}.wav"
        if not path.exists():
            command = ["flite", "-voice", voice, "-t", text, "-o", str(path)]
            subprocess.run(command, check=True, timeout=60)
        return path

    return make


@lru_cache
def _ear() -> PocketSphinx:
    return PocketSphinx(load_model())


@pytest.fixture
def ear() -> PocketSphinx:
    """The recogniser of American English."""
    return _ear()


@dataclass(frozen=True)
class Running:
    """A server, and the first line that it printed."""

    process: "subprocess.Popen[str]"
    first: str

    @property
    def port(self) -> int:
        return int(self.first.partition(". Ctrl-C")[0].rsplit(":", 1)[1].split("/")[0])

    def stopped(self, by: signal.Signals = signal.SIGINT) -> tuple[int, str, str]:
        """Stop it; its exit status, and the rest of what it wrote to each output."""
        self.process.send_signal(by)
        out, err = self.process.communicate(timeout=30)
        return self.process.returncode, out, err


Serving = Callable[..., AbstractContextManager[Running]]


@pytest.fixture
def serving(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Serving:
    """Run `leg-day ARGUMENTS` until the end of a with block: it has said that it listens."""
    monkeypatch.setenv("LEG_DAY_STORE", f"sqlite:///{tmp_path}/memory.sqlite")

    @contextmanager
    def run(*arguments: str) -> Iterator[Running]:
        command = [str(LEG_DAY), *arguments]
        pipe = subprocess.PIPE
        with subprocess.Popen(command, stdout=pipe, stderr=pipe, text=True) as process:
            assert process.stdout
            try:
                yield Running(process, process.stdout.readline())
            finally:
                process.kill()

    return run
