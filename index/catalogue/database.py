"""One SQLite file: opened, migrated, read and written in transactions, its errors said in Vietnamese."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import RLock
from typing import Final

from ingest.errors import StoreBusy, StoreDamaged, StoreError

WAIT: Final = 10.0
"""Seconds to wait for another process to finish writing."""

_PRAGMAS: Final = ("journal_mode = WAL", "synchronous = NORMAL", "foreign_keys = ON")


class Database:
    """A connection that threads share, one at a time.

    Write-ahead logging lets other processes read the last committed state while one writes; a
    process that dies while writing leaves that state behind.
    """

    def __init__(self, path: Path, migrations: Sequence[Sequence[str]], *, wait: float = WAIT) -> None:
        """Raises: StoreDamaged, StoreBusy."""
        self.path = path
        self._lock = RLock()
        with translated(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            self._connection = _opened(path, wait)
            self._migrate(migrations)

    def _migrate(self, migrations: Sequence[Sequence[str]]) -> None:
        if self._version() == len(migrations):
            return
        with self.writing() as connection:
            version = self._version()
            if version > len(migrations):
                raise StoreDamaged(
                    "thư viện được lập bằng phiên bản Rõ Việc mới hơn; hãy cập nhật chương trình.", file=self.path
                )
            for statement in (each for migration in migrations[version:] for each in migration):
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {len(migrations)}")

    def _version(self) -> int:
        return int(self._connection.execute("PRAGMA user_version").fetchone()[0])

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A transaction in which everything read is of one moment."""
        with self._transaction("BEGIN") as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A transaction that is written whole when the block ends, not at all when it raises.

        Raises:
            StoreBusy: another process was still writing after the wait.
            StoreDamaged: the file is not what it should be.
        """
        with self._transaction("BEGIN IMMEDIATE") as connection:
            yield connection

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[sqlite3.Connection]:
        with self._lock, translated(self.path):
            if self._connection.in_transaction:
                yield self._connection
                return
            self._connection.execute(begin)
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            finally:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")

    def close(self) -> None:
        """Give the file back; the last to close it folds the log into it."""
        self._connection.close()


def _opened(path: Path, wait: float) -> sqlite3.Connection:
    """A connection that others may share; where the disk has no room for what is shared, one of our own."""
    try:
        return _connected(path, wait, _PRAGMAS)
    except sqlite3.OperationalError as error:
        if not error.sqlite_errorname.startswith("SQLITE_IOERR_SHM"):
            raise
        return _connected(path, wait, ("locking_mode = EXCLUSIVE", *_PRAGMAS))


def _connected(path: Path, wait: float, pragmas: Sequence[str]) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=wait, isolation_level=None, check_same_thread=False)
    try:
        for pragma in pragmas:
            connection.execute(f"PRAGMA {pragma}")
        connection.execute("PRAGMA user_version").fetchone()  # the first to touch what processes share
    except sqlite3.Error:
        connection.close()
        raise
    return connection


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn what SQLite and the file system raise into errors a user can read."""
    try:
        yield
    except sqlite3.OperationalError as error:
        raise _told(path, error) from error
    except sqlite3.DatabaseError as error:
        raise StoreDamaged(
            "thư viện đã hỏng hoặc không phải do Rõ Việc lập; hãy nhập lại các kế hoạch.", file=path
        ) from error
    except OSError as error:
        raise StoreDamaged(f"không dùng được thư mục thư viện ({error.strerror or error}).", file=path) from error


def _told(path: Path, error: sqlite3.OperationalError) -> StoreError:
    if error.sqlite_errorname.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return StoreBusy("thư viện đang được một tiến trình khác ghi; hãy thử lại sau ít phút.", file=path)
    if error.sqlite_errorname.startswith("SQLITE_FULL"):
        return StoreDamaged("hết chỗ trống trên đĩa, chưa ghi được gì vào thư viện.", file=path)
    return StoreDamaged(f"không mở hoặc không ghi được thư viện ({error}).", file=path)
