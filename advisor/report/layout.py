"""What typesetting needs to know of blocks: how wide columns are, and what stays together on a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.report.document import Block, Items, Paragraph, Picture, Table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

NARROW, WIDE = 9, 46
"""Characters a column counts for at least, so that its heading fits, and at most, for long texts wrap."""


def widths(table: Table) -> list[int]:
    """A share of the page for each column, by its longest cell."""
    longest = [max(len(row[column]) for row in table.rows) for column in range(len(table.rows[0]))]
    return [min(max(length, NARROW), WIDE) for length in longest]


def with_leads(blocks: Sequence[Block]) -> Iterator[tuple[Block, bool]]:
    """Each block, and whether it announces the next one and may not be left behind on the page before."""
    for place, block in enumerate(blocks):
        following = blocks[place + 1] if place + 1 < len(blocks) else None
        yield block, isinstance(block, Paragraph) and isinstance(following, Items | Table | Picture)
