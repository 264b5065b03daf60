"""Small files of the formats that are read, made by hand."""

from __future__ import annotations

import hashlib
from pathlib import Path


def write(folder: Path, name: str, data: bytes | str) -> Path:
    """The path of a new file."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode("utf-8") if isinstance(data, str) else data)
    return path


def make_warc_record(
    url: str, body: bytes, kind: str = "text/html; charset=utf-8", status: str = "200 OK", wrong_by: int = 0
) -> bytes:
    """A response record; ``wrong_by`` is added to its true length."""
    http = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n".encode() + body
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\n"
        f"WARC-Target-URI: {url}\r\nWARC-Date: 2025-08-05T10:00:00Z\r\n"
        "WARC-Record-ID: <urn:uuid:11111111-1111-1111-1111-111111111111>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http) + wrong_by}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def make_pdf(lines: list[str], trailer: str = "") -> bytes:
    """A PDF of one page with the lines on it."""
    shown = "".join(f"BT /F1 12 Tf 50 {700 - 20 * n} Td ({line}) Tj ET\n" for n, line in enumerate(lines))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R "
        "/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
        f"<< /Length {len(shown)} >>\nstream\n{shown}endstream",
    ]
    data, places = "%PDF-1.4\n", []
    for number, words in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{words}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    data += f"xref\n0 5\n0000000000 65535 f \n{table}trailer << /Size 5 /Root 1 0 R {trailer} >>\n"
    return (data + f"startxref\n{data.index('xref')}\n%%EOF").encode()


def locked_pdf() -> bytes:
    """A PDF that needs a password that nobody has."""
    owner = hashlib.sha256(b"owner").hexdigest().upper()
    key = f"<< /Filter /Standard /V 1 /R 2 /O <{owner}> /U <{owner}> /P -4 >>"
    return make_pdf(["hidden"], f"/Encrypt {key} /ID [<00112233445566778899AABBCCDDEEFF> <00>]")
