"""The ledger of figures as a page: whose, on whom, of which period, and each amount with its words."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from legation.cli.pages import DAY, FAINT, QUOTE, STRONG, blocks, disputed, indented, one_line
from legation.views.figures import FigureRow, LevelRow


def figures_page(rows: Sequence[FigureRow]) -> RenderableType:
    """One block a figure."""
    return blocks([figure_block(row) for row in rows], "no figure between two states in the record")


def figure_block(row: FigureRow) -> RenderableType:
    """Sides, measure and period; the amounts in the order of their reports; what is disputed."""
    sides = " – ".join(row.actors) if not row.recipients else f"{', '.join(row.actors)} → {', '.join(row.recipients)}"
    head = Text.assemble((sides, STRONG), f"  {row.measure.replace('_', ' ')}", (f"  {row.period}", DAY))
    lines = [level_line(level) for level in row.levels]
    return Group(head, *indented([*lines, *map(disputed, row.conflicts), Text(row.id, FAINT)]))


def level_line(level: LevelRow) -> Text:
    """The amount, in brackets where a later one takes its place; outlet and day; its words."""
    amount = f"({level.amount}, before)" if level.revised else level.amount
    words = (one_line(level.before), QUOTE), (level.words, "italic underline"), (one_line(level.after), QUOTE)
    return Text.assemble((amount, STRONG), (f"  {level.outlet}, {level.published}  ", FAINT), *words)
