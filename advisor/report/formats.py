"""The formats of a report of an advice, by name. Each is loaded when it is asked for."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from advisor.advice import Advice
    from advisor.language import Language
    from advisor.report.document import Block

SUFFIXES: Mapping[str, str] = {
    "text": ".txt",
    "json": ".json",
    "md": ".md",
    "html": ".html",
    "docx": ".docx",
    "pdf": ".pdf",
    "ics": ".ics",
}
"""Format → how the name of its files ends."""

COMPARED = tuple(name for name in SUFFIXES if name != "ics")
"""Of a comparison, which has no plan."""

BINARY = frozenset({"docx", "pdf"})
"""Not for a terminal."""

ILLUSTRATED = BINARY | {"html"}
"""Can show pictures."""

DRAWING = ILLUSTRATED | {"text", "md"}
"""Draw blocks of whatever they are; the others are made for an advice."""

CARRYING = frozenset({"json", "docx", "pdf"})
"""Writers that take the data into the report themselves."""

_MODULES = {"text": "as_text", "md": "as_markdown"}


def render(
    name: str, advice: Advice, language: Language, start: str | None = None, *, data: bool = True
) -> str | bytes:
    """A report in one format: bytes when it is binary.

    Args:
        name: one of ``SUFFIXES``.
        start: the day the plan begins.
        data: whether the formats that can carry what ``advisor verify`` needs do so.

    Raises:
        AdvisorError: it cannot be made here, or not without a start.
    """
    writer = _writer(name)
    if name in CARRYING:
        return _checked(writer.render(advice, language, start, data=data))
    content = _checked(writer.render(advice, language, start))
    if name == "html" and data:
        from advisor.report.evidence import evidence_of, into_html

        assert isinstance(content, str)
        return into_html(content, evidence_of(advice, language, start))
    return content


def draw(name: str, blocks: Sequence[Block], language: Language, as_of: str) -> str | bytes:
    """Any other report in one of the formats that draw blocks; it carries no data.

    Args:
        name: one of ``DRAWING``.
        blocks: the first is a heading with the title.
        as_of: the day of the file, as YYYY-MM-DD.

    Raises:
        AdvisorError: it cannot be made here.
    """
    writer = _writer(name)
    if name in BINARY:
        return _checked(writer.draw(blocks, language, as_of))
    return _checked(writer.draw(blocks, language) if name == "html" else writer.draw(blocks))


def _writer(name: str) -> Any:
    return import_module(f"advisor.report.{_MODULES.get(name, f'as_{name}')}")


def _checked(content: Any) -> str | bytes:
    assert isinstance(content, str | bytes)
    return content
