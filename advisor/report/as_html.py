"""The advice as one page that stands on its own: nothing is fetched, nothing runs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from advisor.report.document import Block, Heading, title_of
from advisor.report.illustrated import illustrated
from advisor.report.templates import template
from advisor.words import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from advisor.advice import Advice
    from advisor.language import Language


def render(advice: Advice, language: Language, start: str | None = None) -> str:
    """The whole report as an HTML document; every text is escaped, so a note stays a note.

    Args:
        start: the day the plan begins, as YYYY-MM-DD.
    """
    return draw(illustrated(advice, language, start), language)


def draw(blocks: Sequence[Block], language: Language) -> str:
    """Blocks as an HTML document; the first is a heading with its title."""
    parts = list(_parts(blocks[1:]))
    sections = [part for part in parts if part["kind"] == "heading" and part["block"].level == 2]
    words = {name: say(f"page_{name}", language) for name in ("skip", "contents")}
    page = template("page.html.jinja")
    return page.render(language=language, title=title_of(blocks), words=words, parts=parts, sections=sections) + "\n"


def _parts(blocks: Iterable[Block]) -> Iterable[dict[str, Any]]:
    """Each block with its kind, its number and the number of the heading it stands under."""
    under = 0
    for number, block in enumerate(blocks):
        if isinstance(block, Heading):
            under = number
        yield {"kind": type(block).__name__.lower(), "block": block, "number": number, "under": under}
