"""Values as JSON for people and other programs: exact decimals as numbers. The store keeps them as words instead."""

from __future__ import annotations

from typing import Any

import msgspec

_ENCODER = msgspec.json.Encoder(decimal_format="number")


def to_json(value: Any) -> str:
    """Compact JSON; exact decimals become numbers with all their digits.

    Example:
        >>> from decimal import Decimal
        >>> to_json({"amount": Decimal("500000000.00")})
        '{"amount":500000000.00}'
    """
    return to_bytes(value).decode("utf-8")


def to_bytes(value: Any) -> bytes:
    """The same, encoded."""
    return _ENCODER.encode(value)
