"""What the understanding learned is kept; where that is gone, damaged or not allowed, it learns."""

from pathlib import Path

import pytest

from skill.simulator.nlu.classifier import trained

SAMPLES = [
    ("Sprint", {"sprint": 1.0, "jog": 1.0}),
    ("Sprint", {"sprint": 1.0}),
    ("Squat", {"squat": 1.0, "deep": 1.0}),
    ("Squat", {"squat": 1.0}),
]


@pytest.fixture
def cache(tmp_path, monkeypatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path


def _likeliest(samples=SAMPLES) -> str:
    chances = trained(lambda: samples, "a digest").likeness({"squat": 1.0}).probabilities
    return max(chances, key=lambda name: chances[name])


def test_the_second_start_learns_nothing(cache):
    assert _likeliest() == "Squat"
    other = [("Sprint" if name == "Squat" else "Squat", seen) for name, seen in SAMPLES]
    assert _likeliest(other) == "Squat"


@pytest.mark.parametrize("content", [b"", b"\x93NUMPY", b"nonsense" * 100])
def test_what_was_kept_and_is_damaged_is_learned_anew(cache, content):
    _likeliest()
    files = sorted(cache.rglob("*.npy"))
    assert files
    for file in files:
        file.write_bytes(content)
    assert _likeliest() == "Squat"
    assert all(file.stat().st_size != len(content) for file in files)


def test_a_cache_that_is_no_folder_stops_no_answer(cache):
    (cache / "leg-day").write_text("in the way")
    assert _likeliest() == "Squat"
