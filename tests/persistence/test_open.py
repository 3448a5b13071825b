"""LEG_DAY_STORE names a store by its URL."""

import subprocess
import sys

import pytest

from skill.persistence import StoreUrlError, open_store
from skill.persistence.in_memory import InMemoryStore
from skill.persistence.sqlite import SqliteStore, default_path


def test_unless_told_otherwise_it_is_a_file_in_the_users_data_folder(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert isinstance(open_store(), SqliteStore)
    assert default_path() == tmp_path / "leg-day" / "memory.sqlite"


def test_memory_lasts_as_long_as_the_process():
    assert isinstance(open_store("memory:"), InMemoryStore)


@pytest.mark.parametrize("url", ["teapot", "sqlite:memory.sqlite", "postgres://x", "memory:x"])
def test_any_other_url_is_refused_in_one_clear_line(url):
    with pytest.raises(StoreUrlError, match="LEG_DAY_STORE") as fault:
        open_store(url)
    assert url in str(fault.value)
    assert "\n" not in str(fault.value)


OPEN = "import sys; from skill.persistence import open_store; open_store(sys.argv[1]); {then}"


def test_to_open_a_table_imports_no_botocore():
    then = OPEN.format(then="assert 'botocore' not in sys.modules")
    subprocess.run([sys.executable, "-c", then, "dynamodb://leg-day"], check=True, timeout=60)


@pytest.mark.parametrize("name", ["", "ab", "a/b", "leg day", "x" * 256, "schuß"])
def test_a_name_that_no_table_can_have_is_refused_in_one_clear_line(name):
    with pytest.raises(StoreUrlError, match="LEG_DAY_STORE") as fault:
        open_store(f"dynamodb://{name}")
    assert "\n" not in str(fault.value)


def test_without_botocore_it_says_what_to_install(tmp_path):
    """-S and a path of our own: everything is installed here but botocore."""
    then = "sys.path[:0] = sys.argv[2:]; from skill.persistence import open_store as o\n"
    then += "try: o(sys.argv[1])\nexcept ValueError as fault: print(fault)"
    for name in ("skill", "ask_sdk_core", "ask_sdk_model", "ask_sdk_runtime", "dateutil", "six.py"):
        (tmp_path / name).symlink_to(_installed(name))
    command = [sys.executable, "-I", "-S", "-B", "-c", f"import sys; {then}"]
    command += ["dynamodb://leg-day", str(tmp_path)]
    ran = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert ran.stdout == "LEG_DAY_STORE: dynamodb:// needs pip install 'leg-day[dynamodb]'\n"


def _installed(name):
    module = __import__(name.removesuffix(".py"))
    return module.__file__ if name.endswith(".py") else next(iter(module.__path__))
