"""What the understanding learned is kept; where that is gone, damaged or not allowed, it learns."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from skill.simulator.nlu.cache import learned
from skill.simulator.nlu.classifier import train

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


def _likeliest(samples=SAMPLES, digest="a digest") -> str:
    chances = learned(digest, lambda: train(samples)).likeness({"squat": 1.0}).probabilities
    return max(chances, key=lambda name: chances[name])


def test_the_second_start_learns_nothing(cache):
    assert _likeliest() == "Squat"
    other = [("Sprint" if name == "Squat" else "Squat", seen) for name, seen in SAMPLES]
    assert _likeliest(other) == "Squat"


@pytest.mark.parametrize("content", [b"", b"\x93NUMPY", b"nonsense" * 100])
def test_what_was_kept_and_is_damaged_is_learned_anew(cache, content):
    _likeliest()
    files = sorted([*cache.rglob("*.npy"), *cache.rglob("*.pickle")])
    assert len(files) > 1
    for file in files:
        file.write_bytes(content)
    assert _likeliest() == "Squat"
    assert all(file.stat().st_size != len(content) for file in files)


@pytest.mark.parametrize("lost", ["0.npy", "learned.pickle"])
def test_what_was_kept_in_part_is_learned_anew(cache, lost):
    _likeliest()
    (file,) = cache.rglob(lost)
    file.unlink()
    assert _likeliest() == "Squat"
    assert file.is_file()


def test_what_another_user_kept_is_not_read(cache, monkeypatch):
    other = [("Sprint" if name == "Squat" else "Squat", seen) for name, seen in SAMPLES]
    assert _likeliest(other) == "Sprint"
    monkeypatch.setattr(os, "getuid", lambda: cache.stat().st_uid + 1)
    assert _likeliest() == "Squat"


def test_a_cache_that_is_no_folder_stops_no_answer(cache):
    (cache / "leg-day").write_text("in the way")
    assert _likeliest() == "Squat"


# --- what older versions learned does not pile up -------------------------------------------------


@pytest.fixture
def ours(cache) -> Path:
    folder = cache / "leg-day"
    folder.mkdir()
    return folder


def _learned_once(folder: Path, *names: str) -> None:
    """Folders and files of older versions, each last used an hour after the one before."""
    for hour, name in enumerate(names):
        if "." in name:
            (folder / name).write_text("learned")
        else:
            (folder / name).mkdir()
            (folder / name / "weights.npy").write_text("learned")
        os.utime(folder / name, (hour * 3_600, hour * 3_600))


def test_of_what_was_learned_the_six_lately_used_are_kept(ours):
    _learned_once(ours, *(f"nlu-{number:024}" for number in range(8)))
    _likeliest()
    kept = {path.name for path in ours.iterdir()}
    assert {name for name in kept if name.startswith("nlu-00")} == {
        "nlu-000000000000000000000003",
        "nlu-000000000000000000000004",
        "nlu-000000000000000000000005",
        "nlu-000000000000000000000006",
        "nlu-000000000000000000000007",
    }
    assert len(kept) == 6


def test_what_is_not_ours_or_of_another_kind_is_left_alone(ours):
    others = ("nlu-notes.txt", "nlu-backup", "nlu-00000000000000000000000000000000", "ear-0")
    links = (ours.parent / "elsewhere", ours / f"nlu-{0:024}")
    links[0].mkdir()
    links[1].symlink_to(links[0])
    _learned_once(ours, *others, *(f"nlu-{number:024}" for number in range(1, 8)))
    _likeliest()
    assert {*others} <= {path.name for path in ours.iterdir()}
    assert links[0].is_dir()


def test_loose_files_of_one_older_version_go_together(ours):
    first, second = "nlu-" + "a" * 24, "nlu-" + "b" * 24
    _learned_once(ours, f"{first}.arpa", f"{second}.arpa", f"{second}.dict", f"{first}.dict")
    _learned_once(ours, *(f"nlu-{number:024}" for number in range(5, 9)))
    for number in range(5, 9):
        os.utime(ours / f"nlu-{number:024}", (99_999, 99_999))
    _likeliest()
    kept = {path.name for path in ours.iterdir()}
    assert {f"{first}.arpa", f"{first}.dict"} <= kept
    assert not {f"{second}.arpa", f"{second}.dict"} & kept


def test_what_is_still_used_outlives_what_was_learned_after_it(ours):
    _likeliest()
    (folder,) = ours.iterdir()
    os.utime(folder, (0, 0))
    for number in range(9):
        _likeliest(digest=f"version {number}")
        _likeliest()
    assert folder.is_dir()
    assert len(list(ours.iterdir())) == 6


SEEN = """
from skill.simulator.nlu.features import Spotter, of_utterance
from skill.simulator.nlu.model import load_model

words = "swim and cycle on creatine with asthma and a sore knee after breakfast".split()
print(*of_utterance(words, Spotter(load_model("en-US"))))
"""


def test_two_processes_learn_the_same_from_the_same_samples():
    seen = [
        subprocess.run(
            [sys.executable, "-c", SEEN],
            env={**os.environ, "PYTHONHASHSEED": number},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for number in ("1", "2", "3")
    ]
    assert seen[0].count("kind") == 5
    assert seen[0] == seen[1] == seen[2]
