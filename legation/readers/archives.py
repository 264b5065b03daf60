"""Zip and tar files: their members as sources. Nothing is written to disk, so no member can leave its folder.

Members are read one at a time as streams, each under the limit of its own kind and of its archive's expansion;
archives inside archives are refused.
"""

from __future__ import annotations

import io
import tarfile
import zipfile
from collections.abc import Iterator
from typing import BinaryIO, cast

from legation.errors import InputError
from legation.readers.sources import LONGEST_DOCUMENT, Source, bounded, unpacked

ARCHIVES = (".zip", ".tar", ".tgz")
MOST_MEMBERS = 1_000_000
_FLAG_ENCRYPTED = 0x1


def find_members(source: Source, kind: str) -> Iterator[Source]:
    """The files of an archive: of a zip sorted by their names, of a tar in its order; hidden ones are left out.

    A member can be opened until the next one is asked for.

    Raises:
        InputError: it is broken, or holds more than MOST_MEMBERS files.
    """
    try:
        with source.open() as stream:
            yield from _of_zip(source, stream) if kind == ".zip" else _of_tar(source, stream)
    except (zipfile.BadZipFile, tarfile.TarError, RuntimeError, NotImplementedError) as error:
        raise InputError(f"the archive cannot be read: {error}", "unpack it and give the folder") from error


def _of_zip(source: Source, stream: BinaryIO) -> Iterator[Source]:
    with zipfile.ZipFile(stream) as archive:
        infos = [i for i in archive.infolist() if not i.is_dir() and not _is_hidden(i.filename)]
        _check_count(len(infos))
        for info in sorted(infos, key=lambda i: i.filename):
            yield _zip_member(source, archive, info)


def _zip_member(source: Source, archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Source:
    def open_member() -> BinaryIO:
        if info.flag_bits & _FLAG_ENCRYPTED:
            raise InputError("the member needs a password", "unpack the archive and give the folder")
        try:
            member = bounded(cast(BinaryIO, archive.open(info)), info.compress_size)
        except (zipfile.BadZipFile, NotImplementedError) as error:
            raise InputError(f"the member cannot be unpacked: {error}", "make the archive anew") from error
        return unpacked(info.filename, member, info.compress_size)

    return Source(f"{source.name}/{info.filename}", open_member, fields=source.fields)


def _of_tar(source: Source, stream: BinaryIO) -> Iterator[Source]:
    if source.name.lower().endswith(".tgz"):
        stream = unpacked("a.gz", stream, source.size)
    with tarfile.open(fileobj=stream, mode="r|") as archive:
        for count, info in enumerate(archive, 1):
            _check_count(count)
            if info.isfile() and not _is_hidden(info.name):
                yield _tar_member(source, archive, info)


def _tar_member(source: Source, archive: tarfile.TarFile, info: tarfile.TarInfo) -> Source:
    """Small members are held, so that they can be opened again; large ones can be read once, as they come."""
    name = f"{source.name}/{info.name}"
    member = archive.extractfile(info)
    if member is None:
        raise InputError(f"{info.name} is no file", "unpack the archive and give the folder")
    if info.size > LONGEST_DOCUMENT:
        return Source(name, lambda: unpacked(info.name, cast(BinaryIO, member), info.size), fields=source.fields)
    data = member.read()
    return Source(name, lambda: unpacked(info.name, io.BytesIO(data), info.size), fields=source.fields)


def _is_hidden(name: str) -> bool:
    return any(part.startswith((".", "__MACOSX")) and part not in {".", ".."} for part in name.split("/"))


def _check_count(count: int) -> None:
    if count > MOST_MEMBERS:
        raise InputError(f"the archive holds more than {MOST_MEMBERS} files", "split it")
