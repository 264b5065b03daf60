"""The files of ``data/models``, each checked against its SHA-256 before it is used.

``SHA256SUMS`` lists them as ``sha256sum`` does; trainings write it (``python -m eval.training.checksums``).
"""

from __future__ import annotations

import hashlib
import io
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

from legation.errors import ModelError

_FOLDER = files("legation").joinpath("data", "models")


def read_model(name: str) -> bytes | None:
    """The bytes of a model file; None where the package was built without it.

    Raises:
        ModelError: the file is not the one that ``SHA256SUMS`` lists.
    """
    path = _FOLDER / name
    if not path.is_file():
        return None
    data = path.read_bytes()
    found, listed = hashlib.sha256(data).hexdigest(), list_checksums().get(name)
    if found != listed:
        raise ModelError(
            f"legation/data/models/{name} has the SHA-256 {found}; SHA256SUMS lists {listed or 'no such file'}",
            "install the package anew; after a training of your own, write SHA256SUMS anew",
        )
    return data


def read_arrays(name: str) -> dict[str, NDArray[Any]] | None:
    """The arrays of an ``.npz`` model by name; None where the package was built without it."""
    data = read_model(name)
    if data is None:
        return None
    with np.load(io.BytesIO(data), allow_pickle=False) as arrays:
        return dict(arrays)


@cache
def list_checksums() -> dict[str, str]:
    """SHA-256 by file name, as ``SHA256SUMS`` lists them."""
    lines = (_FOLDER / "SHA256SUMS").read_text(encoding="ascii").splitlines()
    return {name: digest for digest, name in (line.split() for line in lines)}
