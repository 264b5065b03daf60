"""A time limit for one item of work, where the platform has alarms."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from legation.errors import InputError


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Raise ``InputError`` in the block once it has run ``seconds``; no limit off the main thread or without alarms."""
    able = hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()
    if not able or seconds <= 0:
        yield
        return

    def stop(number: int, frame: FrameType | None) -> None:
        raise InputError(f"took longer than {seconds:g} seconds", "split the report into smaller ones")

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
