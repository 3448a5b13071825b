"""LEG_DAY_STORE names a store by its URL."""

import pytest

from skill.memory import MemoryUrlError, open_memory
from skill.memory.in_process import InProcessMemory
from skill.memory.sqlite import SqliteMemory, default_path


def test_unless_told_otherwise_it_is_a_file_in_the_users_data_folder(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert isinstance(open_memory(), SqliteMemory)
    assert default_path() == tmp_path / "leg-day" / "memory.sqlite"


def test_memory_lasts_as_long_as_the_process():
    assert isinstance(open_memory("memory:"), InProcessMemory)


@pytest.mark.parametrize("url", ["teapot", "sqlite:memory.sqlite", "postgres://x", "memory:x"])
def test_any_other_url_is_refused_in_one_clear_line(url):
    with pytest.raises(MemoryUrlError, match="LEG_DAY_STORE") as fault:
        open_memory(url)
    assert url in str(fault.value)
    assert "\n" not in str(fault.value)
