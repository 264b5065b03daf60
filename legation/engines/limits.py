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
    """Raise ``InputError`` in the block once it took ``seconds`` of the processor, however busy the machine is.

    No limit off the main thread or where there are no alarms.
    """
    able = hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()
    if not able or seconds <= 0:
        yield
        return

    def stop(number: int, frame: FrameType | None) -> None:
        raise InputError(f"took longer than {seconds:g} seconds of the processor", "split the report into smaller ones")

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
