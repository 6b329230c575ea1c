"""How wide the columns of a table are."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from advisor.report.document import Table

NARROW, WIDE = 9, 46
"""Characters a column counts for at least, so that its heading fits, and at most, for long texts wrap."""


def widths(table: Table) -> list[int]:
    """A share of the page for each column, by its longest cell."""
    longest = [max(len(row[column]) for row in table.rows) for column in range(len(table.rows[0]))]
    return [min(max(length, NARROW), WIDE) for length in longest]
