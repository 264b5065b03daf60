"""Opens the database file: to write where that is allowed, else to read only."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from legation.errors import StoreError
from legation.store.schema import SCHEMA_VERSION, check_version, migrate

BUSY_MS = 30_000
ROOM = "make room on the disk and run the same command again: what was kept before stays"


def open_database(path: Path, create: bool = False, write: bool = False) -> tuple[sqlite3.Connection, bool]:
    """The connection, and whether it can only read.

    Raises:
        StoreError: no file and not ``create``; no record, a newer or a locked one; or it can only be read and
            ``create`` or ``write`` asks for more.
    """
    if not create and not path.exists():
        raise StoreError(f"no record at {path}", f"make one: legation build REPORTS --store {path}")
    if not path.parent.is_dir():
        raise StoreError(f"no folder {path.parent} to put the record in", "make the folder or name another --store")
    read_only = path.exists() and not can_write(path)
    if read_only and (create or write):
        raise read_only_error(path)
    try:
        return (connect_to_read(path) if read_only else _connect_to_write(path)), read_only
    except (sqlite3.Error, StoreError) as error:
        other = ROOM if _lacks_room(error) else "check the file and its folder, or name another --store"
        remedy = getattr(error, "remedy", None) or other
        raise StoreError(f"{path}: {error}", remedy) from None


def can_write(path: Path) -> bool:
    """Whether both the file and its folder, where SQLite keeps its log beside it, can be written."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def read_only_error(path: Path) -> StoreError:
    """What to say when somebody asks to write what can only be read."""
    return StoreError(
        f"{path} can only be read: the file or its folder is write-protected; nothing was written",
        "copy it to a folder of your own and name that copy with --store",
    )


def unwritten_error(path: Path, error: sqlite3.Error) -> StoreError:
    """What to say when a transaction failed and was taken back."""
    remedy = ROOM if _lacks_room(error) else "is another build running?"
    return StoreError(f"{path}: {error}; nothing was written", remedy)


def _lacks_room(error: Exception) -> bool:
    code = getattr(error, "sqlite_errorcode", None)
    return code is not None and code & 0xFF in (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR)


def damaged_error(path: Path, error: Exception) -> StoreError:
    """What to say when the file cannot be read as it was written."""
    return StoreError(
        f"{path} cannot be read: {error}",
        "the file is damaged: build anew under another name from the reports, or go back to a copy of the file",
    )


def connect_to_read(path: Path) -> sqlite3.Connection:
    """A connection that writes nothing, neither in the file nor beside it where that is not allowed."""
    address = f"{path.resolve().as_uri()}?mode=ro"
    try:
        return _checked(_connect(address, uri=True))
    except sqlite3.OperationalError:
        log = path.with_name(f"{path.name}-wal")
        if log.exists() and log.stat().st_size:
            raise
        return _checked(_connect(f"{address}&immutable=1", uri=True))  # no log can be made beside it, and none is there


def _connect_to_write(path: Path) -> sqlite3.Connection:
    connection = _connect(str(path))
    try:
        check_version(connection)
        if connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
            connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        migrate(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _connect(address: str, uri: bool = False) -> sqlite3.Connection:
    connection = sqlite3.connect(address, timeout=BUSY_MS / 1000, isolation_level=None, uri=uri)
    connection.execute("PRAGMA foreign_keys = ON")
    return connection


def _checked(connection: sqlite3.Connection) -> sqlite3.Connection:
    try:
        version = check_version(connection)
        if version < SCHEMA_VERSION:
            raise StoreError(
                f"the record has schema version {version}, and can only be read, not brought to {SCHEMA_VERSION}",
                "copy it to a folder of your own and name that copy with --store",
            )
    except BaseException:
        connection.close()
        raise
    return connection
