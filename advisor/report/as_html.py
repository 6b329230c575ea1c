"""The advice as one page that stands on its own: nothing is fetched, nothing runs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from advisor.report.document import Block, Heading, title_of
from advisor.report.evidence import as_html_block
from advisor.report.templates import template
from advisor.words import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from advisor.language import Language
    from advisor.report.evidence import Evidence


def draw(blocks: Sequence[Block], language: Language, evidence: Evidence | None = None) -> str:
    """Blocks as an HTML document; every text is escaped, so a note stays a note.

    Args:
        blocks: the first is a heading with the title.
        evidence: what it carries.
    """
    carried = as_html_block(evidence) if evidence is not None else ""
    parts = list(_parts(blocks[1:]))
    sections = [part for part in parts if part["kind"] == "heading" and part["block"].level == 2]
    words = {name: say(f"page_{name}", language) for name in ("skip", "contents")}
    shown = {"title": title_of(blocks), "words": words, "parts": parts, "sections": sections, "carried": carried}
    return template("page.html.jinja").render(language=language, **shown) + "\n"


def _parts(blocks: Iterable[Block]) -> Iterable[dict[str, Any]]:
    """Each block with its kind, its number and the number of the heading it stands under."""
    under = 0
    for number, block in enumerate(blocks):
        if isinstance(block, Heading):
            under = number
        yield {"kind": type(block).__name__.lower(), "block": block, "number": number, "under": under}
