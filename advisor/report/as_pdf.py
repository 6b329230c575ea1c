"""The advice as PDF: tagged, with its fonts inside, and carrying the data it rests on."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from advisor.report import typesetting
from advisor.report.document import Block, Heading, Items, Link, Paragraph, Table, title_of
from advisor.report.evidence import FILE_NAME, written
from advisor.report.file_words import say
from advisor.report.layout import stays_whole, widths, with_leads
from advisor.report.typesetting import drawable, settable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from advisor.language import Language
    from advisor.report.evidence import Evidence


def draw(blocks: Sequence[Block], language: Language, as_of: str, evidence: Evidence | None = None) -> bytes:
    """Blocks as PDF; the first is a heading with its title.

    Args:
        as_of: the day of the file, as YYYY-MM-DD: that of the rulebook, for it cannot be today.
        evidence: what it carries.

    Raises:
        AdvisorError: typst is not there, or cannot set it.
    """
    day = date.fromisoformat(as_of)
    report: dict[str, Any] = {
        "language": language,
        "title": settable(title_of(blocks)),
        "description": say("product", language),
        "date": {"year": day.year, "month": day.month, "day": day.day},
        "footer": say("product", language),
        "page": say("page", language),
        "of": say("of", language),
        "evidence": None,
    }
    if evidence is not None:
        report["evidence"] = {
            "name": FILE_NAME,
            "content": written(evidence),
            "description": say("evidence_is", language),
        }
    report["blocks"] = [_block(block) | {"leads": leads} for block, leads in with_leads(blocks)]
    return typesetting.pdf(report, language)


def _block(block: Block) -> dict[str, Any]:
    if isinstance(block, Heading):
        return {"kind": "heading", "level": block.level, "text": settable(block.text)}
    if isinstance(block, Paragraph):
        return {"kind": "paragraph", "text": settable(block.text)}
    if isinstance(block, Items):
        texts = [settable(text) for text in block.texts]
        return {"kind": "items", "texts": texts, "numbered": block.numbered, "whole": stays_whole(block)}
    if isinstance(block, Table):
        head, *rows = [[settable(cell) for cell in row] for row in block.rows]
        shape = {"right": sorted(block.right), "widths": widths(block), "whole": stays_whole(block)}
        return {"kind": "table", "head": head, "rows": rows, **shape}
    if isinstance(block, Link):
        return {"kind": "link", "text": settable(block.text), "address": block.address}
    return {"kind": "picture", "title": settable(block.title), "svg": drawable(block.svg), "alt": block.alt}
