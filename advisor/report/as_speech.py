"""A report to be heard: no lines under headings, no columns, no signs that a voice passes over."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from advisor.report.as_text import draw as draw_text
from advisor.report.document import Block, Heading, Items, Paragraph, Table
from advisor.words import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from advisor.language import Language

_WEEKS = re.compile(r"\b(weken|weeks) (\d+)–(\d+)")
_RANGE = re.compile(r"(?<=\d)–(?=\d)")
_PLUS = re.compile(r"(?<![\w.])\+(?=\d)")
_MINUS = re.compile(r"(?<![\w.])−(?=\d)")


def draw(blocks: Iterable[Block], language: Language) -> str:
    """Blocks as plain text in which every line can be understood by who only hears it."""
    return draw_text(_spoken(blocks, language))


def in_words(text: str, language: Language) -> str:
    """Signs between and before numbers as words: ``−9`` is "min 9", ``weken 2–4`` "weken 2 tot en met 4"."""
    text = _WEEKS.sub(rf"\1 \2 {say('spoken_through', language)} \3", text)
    text = _RANGE.sub(f" {say('spoken_to', language)} ", text)
    text = _PLUS.sub(f"{say('spoken_plus', language)} ", text)
    return _MINUS.sub(f"{say('spoken_minus', language)} ", text)


def _spoken(blocks: Iterable[Block], language: Language) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Heading):
            yield Paragraph(_ended(in_words(block.text, language)))
        elif isinstance(block, Paragraph):
            yield Paragraph(in_words(block.text, language))
        elif isinstance(block, Items):
            yield replace(block, texts=tuple(in_words(text, language) for text in block.texts))
        elif isinstance(block, Table):
            yield Items(tuple(in_words(line, language) for line in _rows(block)))


def _rows(table: Table) -> Iterator[str]:
    """A sentence per row that names its columns."""
    (_, *heads), *rows = table.rows
    for first, *cells in rows:
        named = [f"{head}: {cell}" for head, cell in zip(heads, cells, strict=True) if cell]
        yield " ".join(_ended(part) for part in (first, *named) if part)


def _ended(text: str) -> str:
    return text if text.endswith((".", ":", "?", "!")) else f"{text}."
