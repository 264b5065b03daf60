"""Words and addresses of reports as formats can take them: reports may hold anything."""

from __future__ import annotations


def web_address(url: str | None) -> str:
    """The address if it leads into the web; empty for any other scheme, which a link must not run."""
    return url if url and url.startswith(("http://", "https://")) else ""


def xml_words(words: str) -> str:
    """Words without the characters that XML 1.0 has no place for.

    Example:
        >>> xml_words("a\\x00b\\tc")
        'ab\\tc'
    """
    return "".join(c for c in words if c in "\t\n" or _is_xml(c))


def _is_xml(c: str) -> bool:
    return c >= " " and not "\ud800" <= c <= "\udfff" and c not in "\ufffe\uffff"
