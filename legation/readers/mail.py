"""Saved mails (.eml): one report a mail, such as a press office's release."""

from __future__ import annotations

from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage

from legation.errors import InputError
from legation.readers.fields import document_from
from legation.readers.sources import Source
from legation.records import Failure, RawDocument


def read_mail(source: Source) -> Iterator[RawDocument | Failure]:
    """The plain text of the mail, else its HTML; the subject is the title, the day sent that of publication.

    Raises:
        InputError: there is no text part in it.
    """
    message = message_from_bytes(source.read(), policy=policy.default)
    part = message.get_body(("plain", "html")) if isinstance(message, EmailMessage) else None
    if part is None:
        raise InputError("the mail has no text part", "save the release itself")
    try:
        content = str(part.get_content())
    except (LookupError, UnicodeError) as error:
        raise InputError(f"the mail's text cannot be decoded: {error}", "save the release itself") from error
    kind = "html" if part.get_content_type() == "text/html" else "text"
    fields = {"title": message["subject"], "author": message["from"], "published": message["date"]}
    yield document_from(source.name, {kind: content, **{k: str(v) for k, v in fields.items() if v}})
