"""The web archive that pages are saved in: one gzip'd record an answer (ISO 28500:2017), appended.

What an earlier run saved tells the next one what to ask for: the validators of a page are in its own headers.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import uuid
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

from fastwarc.warc import ArchiveIterator, WarcRecordType

from legation.errors import LegationError
from legation.fetching.getting import AGENT, Answer

_VALIDATORS = (("ETag", "If-None-Match"), ("Last-Modified", "If-Modified-Since"))
_UNFIT = frozenset({"transfer-encoding", "connection", "keep-alive", "content-length"})  # the body is kept joined


@dataclass(slots=True)
class Archive:
    """An open archive; a context manager."""

    stream: BinaryIO
    packed: bool
    known: dict[str, dict[str, str]] = field(default_factory=dict)

    @classmethod
    def open(cls, path: Path) -> Archive:
        """The archive at ``path``, new or continued.

        Raises:
            LegationError: it cannot be written, or what is there is no web archive.
        """
        if not path.name.lower().endswith((".warc", ".warc.gz")):
            raise LegationError(f"{path}: no name of a web archive", "call it saved.warc.gz")
        try:
            known = _known(path) if path.exists() and path.stat().st_size else None
            archive = cls(path.open("ab"), path.suffix.lower() == ".gz", known or {})
        except OSError as error:
            raise LegationError(f"{path} cannot be written: {error.strerror or error}", "choose another -o") from error
        if known is None:
            archive._write("warcinfo", (), f"software: {AGENT}\r\nformat: WARC File Format 1.0\r\n".encode(), "info")
        return archive

    def __enter__(self) -> Archive:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.stream.close()

    def validators(self, url: str) -> dict[str, str]:
        """The headers that ask for ``url`` only if it changed since it was saved."""
        return dict(self.known.get(url, {}))

    def add(self, answer: Answer) -> None:
        """Append an answer under the address that was asked for."""
        kept = [(k, v) for k, v in answer.headers if k.lower() not in _UNFIT]
        lines = [f"HTTP/1.1 {answer.status} {answer.reason}".rstrip(), *(f"{k}: {v}" for k, v in kept)]
        head = "\r\n".join([*lines, f"Content-Length: {len(answer.body)}", "", ""]).encode("latin-1", "replace")
        day = answer.at.strftime("%Y-%m-%dT%H:%M:%SZ")
        fields = [("WARC-Target-URI", answer.url), ("WARC-IP-Address", answer.address)]
        fields += [("WARC-Payload-Digest", f"sha1:{_digest(answer.body)}")]
        self._write("response", tuple(fields), head + answer.body, day)
        self.known[answer.url] = _validators(dict(kept))
        self.stream.flush()

    def _write(self, kind: str, fields: tuple[tuple[str, str], ...], block: bytes, day: str) -> None:
        content = "application/http; msgtype=response" if kind == "response" else "application/warc-fields"
        number = uuid.uuid5(uuid.NAMESPACE_URL, f"{kind} {fields} {day} {_digest(block)}")
        lines = ["WARC/1.0", f"WARC-Type: {kind}", f"WARC-Record-ID: <urn:uuid:{number}>"]
        lines += [f"WARC-Date: {day}"] if kind == "response" else []
        lines += [f"{name}: {value}" for name, value in fields]
        lines += [f"Content-Type: {content}", f"Content-Length: {len(block)}", "", ""]
        record = "\r\n".join(lines).encode() + block + b"\r\n\r\n"
        self.stream.write(gzip.compress(record, mtime=0) if self.packed else record)


def _known(path: Path) -> dict[str, dict[str, str]]:
    """The validators of every page of an archive, the last saved of each."""
    found: dict[str, dict[str, str]] = {}
    with path.open("rb") as stream:
        for record in ArchiveIterator(stream, record_types=WarcRecordType.response, parse_http=True):
            if record.http_headers is not None:
                headers = {str(k): str(v) for k, v in record.http_headers.items()}
                found[(record.headers.get("WARC-Target-URI") or "").strip("<>")] = _validators(headers)
    return found


def _validators(headers: dict[str, str]) -> dict[str, str]:
    lower = {name.lower(): value for name, value in headers.items()}
    return {ask: lower[have.lower()] for have, ask in _VALIDATORS if have.lower() in lower}


def _digest(data: bytes) -> str:
    return base64.b32encode(hashlib.sha1(data, usedforsecurity=False).digest()).decode("ascii")
