"""Real audio: questions read by flite's voices, kept for the run."""

import subprocess
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

import pytest

from skill.simulator.nlu.model import load_model
from skill.speakers.listen.recogniser import PocketSphinx

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
