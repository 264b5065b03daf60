"""Zip and tar files: their members as sources. Nothing is written to disk, so no member can leave its folder.

Members are read one at a time, each under the limit of its own kind; archives inside archives are refused.
"""

from __future__ import annotations

import tarfile
import zipfile
from collections.abc import Iterator
from typing import BinaryIO

from legation.errors import InputError
from legation.readers.sources import Source, from_bytes, too_long

ARCHIVES = (".zip", ".tar", ".tgz")
LONGEST_MEMBER = 500_000_000  # bytes; as large as the largest file that is read whole
MOST_MEMBERS = 1_000_000


def find_members(source: Source, kind: str) -> Iterator[Source]:
    """The files of an archive, sorted by their names; hidden ones are left out.

    Raises:
        InputError: it is broken, or holds more than MOST_MEMBERS files.
    """
    try:
        with source.open() as stream:
            yield from _of_zip(source.name, stream) if kind == ".zip" else _of_tar(source.name, stream)
    except (zipfile.BadZipFile, tarfile.TarError, RuntimeError, NotImplementedError) as error:
        raise InputError(f"the archive cannot be read: {error}", "unpack it and give the folder") from error


def _of_zip(name: str, stream: BinaryIO) -> Iterator[Source]:
    with zipfile.ZipFile(stream) as archive:
        infos = [i for i in archive.infolist() if not i.is_dir() and not _is_hidden(i.filename)]
        _check_count(len(infos))
        for info in sorted(infos, key=lambda i: i.filename):
            with archive.open(info) as member:
                yield _member(f"{name}/{info.filename}", member.read(LONGEST_MEMBER + 1))


def _of_tar(name: str, stream: BinaryIO) -> Iterator[Source]:
    with tarfile.open(fileobj=stream, mode="r:*") as archive:
        infos = [i for i in archive.getmembers() if i.isfile() and not _is_hidden(i.name)]
        _check_count(len(infos))
        for info in sorted(infos, key=lambda i: i.name):
            member = archive.extractfile(info)
            if member is not None:
                yield _member(f"{name}/{info.name}", member.read(LONGEST_MEMBER + 1))


def _member(name: str, data: bytes) -> Source:
    if len(data) > LONGEST_MEMBER:
        raise too_long(None, LONGEST_MEMBER)
    return from_bytes(name, data)


def _is_hidden(name: str) -> bool:
    return any(part.startswith((".", "__MACOSX")) and part not in {".", ".."} for part in name.split("/"))


def _check_count(count: int) -> None:
    if count > MOST_MEMBERS:
        raise InputError(f"the archive holds {count} files; at most {MOST_MEMBERS} are read", "split it")
