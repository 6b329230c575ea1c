"""The advice as Markdown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from advisor.report.document import Block, Heading, Items, Link, Paragraph, Picture, Table

if TYPE_CHECKING:
    from collections.abc import Iterable


_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~&!])|(?m:^(\s*)(\d+)([.)])(?=\s|$))|(?m:^(\s*)([-+=])(?=\s|=|-|$))")


def draw(blocks: Iterable[Block]) -> str:
    """Blocks as Markdown."""
    return "\n\n".join(_block(block) for block in blocks if not isinstance(block, Link | Picture)) + "\n"


def escape(text: str) -> str:
    """``text`` so that Markdown shows it as it is, on one line."""
    flat = " ".join(text.split())

    def quote(match: re.Match[str]) -> str:
        if match[1]:
            return "\\" + match[1]
        return f"{match[2]}{match[3]}\\{match[4]}" if match[3] else f"{match[5]}\\{match[6]}"

    return _SPECIAL.sub(quote, flat)


def _block(block: Heading | Paragraph | Items | Table) -> str:
    if isinstance(block, Heading):
        return "#" * block.level + " " + escape(block.text)
    if isinstance(block, Paragraph):
        return escape(block.text)
    if isinstance(block, Items):
        return "\n".join(
            f"{f'{n}.' if block.numbered else '-'} {escape(text)}" for n, text in enumerate(block.texts, 1)
        )
    head, *rows = [[escape(cell) for cell in row] for row in block.rows]
    line = ["---:" if column in block.right else "---" for column in range(len(head))]
    return "\n".join("| " + " | ".join(row) + " |" for row in (head, line, *rows))
