"""The stages of one report, run so that whatever goes wrong is one ``Failure`` and the run goes on."""

from __future__ import annotations

from collections.abc import Callable

from legation.engines.limits import time_limit
from legation.errors import LegationError
from legation.pipeline.spool import Made
from legation.records import Analysis, Document, Failure, RawDocument
from legation.store.checks import check_analysis


def make_safely(raw: RawDocument, make: Callable[[RawDocument], Document], limit_seconds: float) -> Made | Failure:
    """The document, or why there is none."""
    try:
        with time_limit(limit_seconds):
            return raw, make(raw)
    except Exception as error:
        return _failure(raw.name, "document", error)


def analyse_safely(
    document: Document, analyse: Callable[[Document], Analysis], limit_seconds: float
) -> Analysis | Failure:
    """The analysis, or why there is none: an error, the time limit, or a quote that is not in the text."""
    try:
        with time_limit(limit_seconds):
            analysis = analyse(document)
        check_analysis(analysis)
        return analysis
    except Exception as error:
        return _failure(document.name, "analysis", error)


def _failure(name: str, stage: str, error: Exception) -> Failure:
    if isinstance(error, LegationError):
        return Failure(name, stage, str(error), error.remedy)
    trace, place = error.__traceback__, ""
    while trace is not None:
        place = f"{trace.tb_frame.f_globals.get('__name__', '?')}:{trace.tb_lineno}"
        trace = trace.tb_next
    reason = f"{type(error).__name__} in {place}: {error}".rstrip(": ")
    return Failure(name, stage, reason, "a defect of Legation: please report it with this line")


def lost(item: RawDocument | Document) -> Failure:
    """Why there is nothing of an item that killed its worker."""
    reason = "the worker died on it, of memory or of a crash in native code"
    return Failure(item.name, "worker", reason, "split the report, or give the machine more memory")
