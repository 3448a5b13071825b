"""On an event loop a store that would wait says so, and the same is done again on a thread."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from ask_sdk_core.exceptions import PersistenceException
from ask_sdk_model import RequestEnvelope, Session, User

from skill import blocking
from skill.persistence.dynamodb import DynamoDbStore
from skill.persistence.sqlite import SqliteStore

SOMEONE = RequestEnvelope(session=Session(user=User(user_id="someone")))


def test_sqlite_answers_at_once(tmp_path: Path) -> None:
    memory = SqliteStore(tmp_path / "memory.sqlite")
    memory.save_attributes(SOMEONE, {"goal": "muscle"})
    assert blocking.nonblocking(lambda: memory.get_attributes(SOMEONE)) == {"goal": "muscle"}


def test_a_locked_file_is_left_to_a_thread_and_then_given_up(tmp_path: Path) -> None:
    memory = SqliteStore(tmp_path / "memory.sqlite")
    memory.save_attributes(SOMEONE, {})
    other = sqlite3.connect(tmp_path / "memory.sqlite", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        with pytest.raises(blocking.WouldBlock):
            blocking.nonblocking(lambda: memory.save_attributes(SOMEONE, {"goal": "muscle"}))
        with pytest.raises(PersistenceException):
            memory.save_attributes(SOMEONE, {"goal": "muscle"})
    finally:
        other.close()


def test_dynamodb_is_never_asked_on_the_loop() -> None:
    with pytest.raises(blocking.WouldBlock):
        blocking.nonblocking(lambda: DynamoDbStore("goals").get_attributes(SOMEONE))
