"""The advice as plain text, wrapped for a terminal."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from advisor.report.document import Block, Heading, Items, Link, Paragraph, Picture, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from advisor.advice import Advice
    from advisor.language import Language

WIDTH = 80


def render(advice: Advice, language: Language, start: str | None = None) -> str:
    """The whole report as text; ``start`` is the day the plan begins."""
    from advisor.report.contents import contents  # other reports only draw here, and know less

    return draw(contents(advice, language, start))


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
    """A table in columns, a line per row and one under the heading."""
    widths = [max(len(row[column]) for row in table.rows) for column in range(len(table.rows[0]))]
    for place, row in enumerate(table.rows):
        cells = [
            cell.rjust(width) if column in table.right and place else cell.ljust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        yield "  ".join(cells).rstrip()
        if place == 0:
            yield "  ".join("-" * width for width in widths)
