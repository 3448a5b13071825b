"""The default store: one SQLite file.

One connection per thread, in write-ahead mode, so that readers and a writer do not wait for each
other and processes may share the file. A lock is waited for a quarter of a second and no longer:
an answer must be out within Alexa's eight seconds, and is worth more than the goal. The server's
event loop does not wait at all: a thread tries again (skill.blocking).
"""

import json
import os
import sqlite3
import threading
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

from ask_sdk_core.attributes_manager import AbstractPersistenceAdapter
from ask_sdk_core.exceptions import PersistenceException
from ask_sdk_model import RequestEnvelope
from platformdirs import user_data_path

from skill import blocking
from skill.persistence import user_key

LOCK_SECONDS = 0.25
_RETRY_SECONDS = 0.002  # while another process makes the file ready

_SCHEMA = """
CREATE TABLE IF NOT EXISTS users (
    key TEXT PRIMARY KEY, attributes TEXT NOT NULL, saved TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP
) WITHOUT ROWID
"""
_PREPARE = ("PRAGMA journal_mode = WAL", "PRAGMA synchronous = NORMAL", _SCHEMA)
_GET = "SELECT attributes FROM users WHERE key = ?"
_SAVE = """
INSERT INTO users (key, attributes) VALUES (?, ?)
ON CONFLICT (key) DO UPDATE SET attributes = excluded.attributes, saved = CURRENT_TIMESTAMP
"""
_DELETE = "DELETE FROM users WHERE key = ?"


def default_path() -> Path:
    """Return where the store lies by default: memory.sqlite in the user's data folder."""
    return user_data_path("leg-day") / "memory.sqlite"


class SqliteStore(AbstractPersistenceAdapter):
    """Keeps attributes as JSON, a row a user. Raises PersistenceException where the file fails."""

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self._path = Path(path)
        self._threads = threading.local()

    def get_attributes(self, request_envelope: RequestEnvelope) -> dict[str, Any]:
        """Return the user's attributes, empty for a stranger and for a row that cannot be read."""
        row = self._run(_GET, user_key(request_envelope)).fetchone()
        try:
            found = json.loads(row[0]) if row else {}
        except ValueError:
            return {}
        return found if isinstance(found, dict) else {}

    def save_attributes(
        self, request_envelope: RequestEnvelope, attributes: dict[str, Any]
    ) -> None:
        """Keep `attributes` in place of what was kept before."""
        if key := user_key(request_envelope):
            self._run(_SAVE, key, json.dumps(attributes))

    def delete_attributes(self, request_envelope: RequestEnvelope) -> None:
        """Erase the user's row."""
        self._run(_DELETE, user_key(request_envelope))

    def _run(self, statement: str, *values: str | None) -> sqlite3.Cursor:
        try:
            return self._connection().execute(statement, values)
        except (sqlite3.Error, OSError) as fault:
            if _busy(fault):
                blocking.about_to_block()
            raise PersistenceException(f"{self._path.name}: {fault}") from fault

    def _connection(self) -> sqlite3.Connection:
        if not hasattr(self._threads, "connection"):
            # A thread is the event loop's, or one that may wait; it never changes.
            self._threads.connection = self._open(LOCK_SECONDS if blocking.may_block() else 0.0)
        connection: sqlite3.Connection = self._threads.connection
        return connection

    def _open(self, timeout: float) -> sqlite3.Connection:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(
            self._path,
            timeout=timeout,
            isolation_level=None,
            check_same_thread=False,  # closed by whichever thread is there when its own has ended
            factory=_Connection,
        )
        end = time.monotonic() + timeout
        while True:
            try:
                for statement in _PREPARE:
                    connection.execute(statement)
            except sqlite3.Error as fault:
                # SQLite itself does not wait where two make the file ready for use at once.
                if not _busy(fault) or time.monotonic() >= end:
                    connection.close()
                    raise
                time.sleep(_RETRY_SECONDS)
            else:
                return connection


def _busy(fault: Exception) -> bool:
    return getattr(fault, "sqlite_errorname", "").startswith("SQLITE_BUSY")


class _Connection(sqlite3.Connection):
    """Closed when its thread ends, or the process does."""

    def __del__(self) -> None:
        with suppress(sqlite3.ProgrammingError):  # it was never open
            self.close()
