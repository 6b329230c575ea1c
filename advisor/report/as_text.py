"""The advice as plain text, wrapped for a terminal."""

from __future__ import annotations

import textwrap
from itertools import zip_longest
from typing import TYPE_CHECKING

from advisor.report.document import Block, Heading, Items, Link, Paragraph, Picture, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


WIDTH = 80
NARROWEST = 12
"""Characters that a column of a table keeps."""


def draw(blocks: Iterable[Block]) -> str:
    """Blocks as text, an empty line between them."""
    return "\n\n".join("\n".join(_lines(block)) for block in blocks if not isinstance(block, Link | Picture)) + "\n"


def _lines(block: Block) -> Iterator[str]:
    if isinstance(block, Heading):
        lines = textwrap.wrap(block.text, WIDTH)
        yield from lines
        if block.level < 3:
            yield ("=" if block.level == 1 else "-") * max(map(len, lines), default=0)
    elif isinstance(block, Paragraph):
        yield from textwrap.wrap(block.text, WIDTH)
    elif isinstance(block, Items):
        for number, text in enumerate(block.texts, 1):
            mark = f"{number}. " if block.numbered else "- "
            yield from textwrap.wrap(text, WIDTH, initial_indent=mark, subsequent_indent=" " * len(mark))
    elif isinstance(block, Table):
        yield from table_lines(block)


def table_lines(table: Table) -> Iterator[str]:
    """A table in columns that fit the terminal together, a line under its heading; a long cell takes more lines."""
    rows = [[" ".join(cell.split()) for cell in row] for row in table.rows]
    widths = _fitting([[row[column] for row in rows] for column in range(len(rows[0]))])
    for place, row in enumerate(rows):
        cells = [textwrap.wrap(cell, width) for cell, width in zip(row, widths, strict=True)]
        for parts in zip_longest(*cells, fillvalue="") if any(cells) else [[""] * len(row)]:
            padded = (
                part.rjust(width) if column in table.right and place else part.ljust(width)
                for column, (part, width) in enumerate(zip(parts, widths, strict=True))
            )
            yield "  ".join(padded).rstrip()
        if place == 0:
            yield "  ".join("-" * width for width in widths)


def _fitting(columns: list[list[str]]) -> list[int]:
    """How wide each column is: what its texts ask for, the widest less until they fit or none can do with less."""
    widths = [max(1, *map(len, texts)) for texts in columns]
    least = [min(NARROWEST, width) for width in widths]
    while sum(widths) + 2 * (len(widths) - 1) > WIDTH and widths != least:
        widest = max(range(len(widths)), key=lambda column: widths[column] - least[column])
        widths[widest] -= 1
    return widths
