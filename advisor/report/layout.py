"""What typesetting needs to know of blocks: how wide columns are, and what stays together on a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.report.document import Block, Heading, Items, Paragraph, Picture, Table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

PAGE, WIDE, AROUND = 92, 46, 3
"""In characters: what fits on a line of a table, what a column asks for at most, and the space around a text."""

MOST_ROWS, MOST_POINTS, MOST_CHARACTERS = 9, 5, 600
"""Of a table, of a list and of all points in it, that are kept on one page."""


def widths(table: Table) -> list[int]:
    """A share of the page for each column: at least its longest word, and of the rest what its texts ask for."""
    columns = [[row[column] for row in table.rows] for column in range(len(table.rows[0]))]
    least = [max(len(word) for text in texts for word in (text.split() or ("",))) for texts in columns]
    least = [min(length, WIDE) + AROUND for length in least]
    wanted = [min(max(map(len, texts)), WIDE) + AROUND for texts in columns]
    asked, left = sum(wanted) - sum(least), PAGE - sum(least)
    if asked <= left or left <= 0:
        return wanted if left > 0 else least
    return [few + (more - few) * left // asked for few, more in zip(least, wanted, strict=True)]


def with_leads(blocks: Sequence[Block]) -> Iterator[tuple[Block, bool]]:
    """Each block, and whether it announces the next one and may not be left behind on the page before.

    A paragraph does, before a list, a table or a picture; and right under a heading, before a lower heading.
    """
    for place, block in enumerate(blocks):
        before, after = blocks[place - 1] if place else None, blocks[place + 1] if place + 1 < len(blocks) else None
        parts = isinstance(before, Heading) and isinstance(after, Heading) and after.level > before.level
        yield block, isinstance(block, Paragraph) and (parts or isinstance(after, Items | Table | Picture))


def stays_whole(block: Items | Table) -> bool:
    """Whether a list or a table is so short that a page may not break it."""
    if isinstance(block, Table):
        return len(block.rows) <= MOST_ROWS
    return len(block.texts) <= MOST_POINTS and sum(map(len, block.texts)) <= MOST_CHARACTERS
