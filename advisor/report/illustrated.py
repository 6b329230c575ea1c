"""The report with its pictures, for the formats that can show them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.report.contents import contents
from advisor.report.document import Block, Heading
from advisor.report.pictures import pictures
from advisor.words import say

if TYPE_CHECKING:
    from advisor.advice import Advice
    from advisor.language import Language

FIRST_PAGE = ("main_reasons", "main_risks")
"""Headings that belong to the summary; the pictures come after it."""


def illustrated(advice: Advice, language: Language, start: str | None = None) -> tuple[Block, ...]:
    """The blocks of the report, with the pictures after the first page, under a heading of their own.

    Args:
        start: the day the plan begins, as YYYY-MM-DD.
    """
    blocks, drawn = contents(advice, language, start), pictures(advice, language, start)
    if not drawn:
        return blocks
    summary = {say(key, language) for key in FIRST_PAGE}
    later = (n for n, b in enumerate(blocks) if isinstance(b, Heading) and b.level == 2 and b.text not in summary)
    place = next(later, len(blocks))
    return (*blocks[:place], Heading(2, say("pictures", language)), *drawn, *blocks[place:])
