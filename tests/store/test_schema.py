from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from legation.errors import StoreError
from legation.store import SCHEMA_VERSION, Store
from legation.store.schema import MIGRATIONS, migrate
from tests.store import made


def test_an_older_version_is_brought_up_keeping_its_rows(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    with Store.open(path, create=True) as store:
        store.add_analyses(made.kept(), "0")
    later = (*MIGRATIONS, "ALTER TABLE documents ADD COLUMN desk TEXT;")
    connection = sqlite3.connect(path, isolation_level=None)
    assert migrate(connection, later) == 1
    assert connection.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION + 1,)
    assert connection.execute("SELECT count(*) FROM analyses").fetchone() == (2,)
    assert migrate(connection, later) == 0


def test_quantities_of_a_first_version_get_the_documents_of_their_claims(tmp_path: Path) -> None:
    old = sqlite3.connect(tmp_path / "old.db", isolation_level=None)
    migrate(old, MIGRATIONS[:1])
    old.execute("INSERT INTO runs VALUES (1, 'print', '0', 'now', 1, 1, 0, 0)")
    old.execute("INSERT INTO claims VALUES ('c','d','SUPPORT',NULL,'occurred',0,0,'','',NULL,NULL,NULL,NULL,'',0,'')")
    for name, claim in (("q1", "c"), ("q2", None)):
        row = (name, claim, "5", "5", None, None, None, 0, "=", None, None, None, "")
        old.execute(f"INSERT INTO quantities VALUES ({','.join('?' * 13)})", row)
    assert migrate(old) == len(MIGRATIONS) - 1
    assert old.execute("SELECT id, document_id FROM quantities ORDER BY id").fetchall() == [("q1", "d"), ("q2", None)]
    assert old.execute("SELECT fingerprint FROM runs").fetchone() == ("",)


def test_a_newer_version_is_refused_with_a_clear_message(tmp_path: Path) -> None:
    path = tmp_path / "new.db"
    Store.open(path, create=True).close()
    sqlite3.connect(path).execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}").connection.commit()
    with pytest.raises(StoreError, match=f"schema version {SCHEMA_VERSION + 1}") as refused:
        Store.open(path)
    assert refused.value.remedy == "pip install --upgrade legation"


def test_a_failing_migration_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    Store.open(path, create=True).close()
    connection = sqlite3.connect(path, isolation_level=None)
    with pytest.raises(sqlite3.OperationalError):
        migrate(connection, (*MIGRATIONS, "ALTER TABLE documents ADD COLUMN desk TEXT; NO SUCH STATEMENT;"))
    assert not connection.in_transaction
    assert connection.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)


def test_the_file_is_in_wal_mode_so_that_readers_and_a_writer_share_it(tmp_path: Path) -> None:
    Store.open(tmp_path / "r.db", create=True).close()
    assert sqlite3.connect(tmp_path / "r.db").execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_what_hangs_on_a_row_is_found_by_index(tmp_path: Path) -> None:
    with Store.open(tmp_path / "record.db", create=True):
        pass
    with closing(sqlite3.connect(tmp_path / "record.db")) as db:
        tables = [name for (name,) in db.execute("SELECT name FROM pragma_table_list WHERE type = 'table'")]
        hanging = {(t, r[3]) for t in tables for r in db.execute(f"PRAGMA foreign_key_list({t})")}
        indexes = [(t, i[1]) for t in tables for i in db.execute(f"PRAGMA index_list({t})")]
        found = {(t, db.execute(f"PRAGMA index_info({i})").fetchone()[2]) for t, i in indexes}
    assert ("evidence", "document_id") in hanging
    assert hanging - found == set()
