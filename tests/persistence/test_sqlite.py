"""The file: shared by processes, private to its users, and never a reason for no answer."""

import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import pytest
from ask_sdk_core.exceptions import PersistenceException

from skill.persistence import open_store
from skill.simulator.conversation import Conversation, front_door
from tests.persistence.envelopes import of

WRITER = """
import sys
from skill.persistence import open_store
from tests.persistence.envelopes import of
memory = open_store(sys.argv[1])
for number in range(50):
    memory.save_attributes(of(f"{sys.argv[2]} {number}"), {"goal": sys.argv[2]})
    memory.save_attributes(of("shared"), {"goal": sys.argv[2]})
"""


def path(url: str) -> Path:
    return Path(url.removeprefix("sqlite:///"))


def asked_for_a_goal(memory) -> tuple[str, str]:
    """What is said to somebody who sets a goal and then asks a question that depends on it."""
    anna = Conversation(front_door(memory), "anna")
    return anna.say("my goal is bigger legs").speech, anna.say("jog or sprint").speech


def test_nothing_is_written_before_something_is_kept(url):
    open_store(url)
    assert not path(url).parent.exists()


def test_it_is_still_there_after_the_program_starts_again(sqlite):
    sqlite().save_attributes(of("anna"), {"goal": "muscle"})
    assert sqlite().get_attributes(of("anna")) == {"goal": "muscle"}


def test_the_file_does_not_tell_who_its_users_are(sqlite, url):
    sqlite().save_attributes(of("amzn1.ask.account.ANNA"), {"goal": "muscle"})
    kept = b"".join(file.read_bytes() for file in path(url).parent.iterdir())
    assert b"muscle" in kept
    assert b"ANNA" not in kept


def test_a_forgotten_user_leaves_no_row(sqlite, url):
    memory = sqlite()
    memory.save_attributes(of("anna"), {"goal": "muscle"})
    memory.delete_attributes(of("anna"))
    rows = sqlite3.connect(path(url))
    assert rows.execute("SELECT count(*) FROM users").fetchone() == (0,)
    rows.close()


def test_processes_share_the_file(url):
    writers = [subprocess.Popen([sys.executable, "-c", WRITER, url, name]) for name in "abc"]
    assert [writer.wait(timeout=60) for writer in writers] == [0, 0, 0]
    memory = open_store(url)
    for name in "abc":
        assert memory.get_attributes(of(f"{name} 49")) == {"goal": name}
    assert memory.get_attributes(of("shared"))["goal"] in ("a", "b", "c")


@pytest.mark.parametrize("content", ["not json", "[1, 2]", "null", '{"goal"'])
def test_a_damaged_row_is_as_good_as_none(sqlite, url, content):
    memory = sqlite()
    memory.save_attributes(of("anna"), {"goal": "muscle"})
    rows = sqlite3.connect(path(url))
    with rows:
        rows.execute("UPDATE users SET attributes = ?", (content,))
    rows.close()
    assert memory.get_attributes(of("anna")) == {}
    memory.save_attributes(of("anna"), {"goal": "abs"})
    assert memory.get_attributes(of("anna")) == {"goal": "abs"}


def test_a_goal_that_is_no_text_is_ignored(sqlite):
    memory = sqlite()
    memory.save_attributes(of("anna"), {"goal": ["muscle"]})
    said = Conversation(front_door(memory), "anna").say("jog or sprint").speech
    assert said.startswith("It depends on your goal.")


def test_a_damaged_file_stops_no_answer(url):
    path(url).parent.mkdir(parents=True)
    path(url).write_bytes(b"this is no database, " * 500)
    taken_in, answer = asked_for_a_goal(open_store(url))
    assert taken_in.startswith("Bigger legs, got it.")
    assert answer.startswith("Sprint. ")


def test_a_file_damaged_while_in_use_stops_no_answer(sqlite, url):
    memory = sqlite()
    memory.save_attributes(of("ben"), {"goal": "cardio"})
    path(url).write_bytes(b"\x00" * 8192)
    assert asked_for_a_goal(memory)[1].startswith("Sprint")


def test_a_locked_database_stops_no_answer_for_long(sqlite, url):
    memory = sqlite()
    memory.save_attributes(of("ben"), {"goal": "cardio"})
    other = sqlite3.connect(path(url), isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    taken_in, answer = asked_for_a_goal(memory)
    other.close()
    assert taken_in.startswith("Bigger legs, got it.")
    assert answer.startswith("Sprint")


def test_a_folder_that_cannot_be_made_stops_no_answer(tmp_path):
    (tmp_path / "file").write_text("in the way")
    memory = open_store(f"sqlite:///{tmp_path}/file/memory.sqlite")
    with pytest.raises(PersistenceException, match=r"memory\.sqlite"):
        memory.get_attributes(of("anna"))
    assert asked_for_a_goal(memory)[1].startswith("Sprint")


def test_a_file_that_may_only_be_read_stops_no_answer(tmp_path):
    memory = open_store(f"sqlite:///{tmp_path}")  # a folder, which nobody can write as a file
    assert asked_for_a_goal(memory)[1].startswith("Sprint")


def test_whoever_cannot_be_forgotten_is_told_so(tmp_path):
    anna = Conversation(front_door(open_store(f"sqlite:///{tmp_path}")))
    anna.say("forget me")
    said = anna.say("yes").speech
    assert said.startswith("Sorry, I couldn't do that just now.")


def test_whoever_comes_first_to_a_new_file_none_is_turned_away(tmp_path):
    """Making the file ready at once is what SQLite does not wait for: one in ten times."""

    def save(memory, name):
        memory.save_attributes(of(name), {"goal": "abs"})
        return memory.get_attributes(of(name))

    with ThreadPoolExecutor(8) as crew:
        for number in range(100):
            memory = open_store(f"sqlite:///{tmp_path}/{number}.sqlite")
            found = list(crew.map(partial(save, memory), "abcdefgh"))
            assert found == [{"goal": "abs"}] * 8
