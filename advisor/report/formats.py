"""The formats of a report of an advice, by name. Each is loaded when it is asked for."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from advisor.advice import Advice
    from advisor.language import Language
    from advisor.report.document import Block
    from advisor.report.evidence import Evidence

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

_MODULES = {"text": "as_text", "md": "as_markdown"}


def render(
    name: str, advice: Advice, language: Language, start: str | None = None, *, of: str = "", data: bool = True
) -> str | bytes:
    """A report in one format: bytes when it is binary.

    Args:
        name: one of ``SUFFIXES``.
        start: the day the plan begins, as YYYY-MM-DD.
        of: for whom or what the advice is, such as the name of an organisation; the formats to be read say it.
        data: whether the formats that can carry what ``advisor verify`` needs do so.

    Raises:
        AdvisorError: it cannot be made here, or not without a start.
    """
    if name == "json":
        return _checked(_writer(name).render(advice, language, start, data=data))
    if name == "ics":
        return _checked(_writer(name).render(advice, language, start))
    from advisor.report.contents import contents, named

    if name not in ILLUSTRATED:
        blocks = named(of, contents(advice, language, start), language)
        return draw(name, blocks, language, advice.rulebook.version)
    from advisor.report.document import Paragraph
    from advisor.report.evidence import evidence_of
    from advisor.report.file_words import say
    from advisor.report.illustrated import illustrated

    blocks, evidence = named(of, illustrated(advice, language, start), language), None
    if data:
        blocks = (*blocks, Paragraph(say("carries_data", language)))
        evidence = evidence_of(advice, language, start)
    return draw(name, blocks, language, advice.rulebook.version, evidence)


def draw(
    name: str, blocks: Sequence[Block], language: Language, as_of: str, evidence: Evidence | None = None
) -> str | bytes:
    """Blocks in one of the formats that draw them: all but ``json`` and ``ics``.

    Args:
        name: of the format.
        blocks: the first is a heading with the title.
        as_of: the day of the file, as YYYY-MM-DD.
        evidence: what the report carries; only what can be illustrated can.

    Raises:
        AdvisorError: it cannot be made here.
    """
    writer = _writer(name)
    if name in BINARY:
        return _checked(writer.draw(blocks, language, as_of, evidence))
    if name == "html":
        return _checked(writer.draw(blocks, language, evidence))
    return _checked(writer.draw(blocks))


def _writer(name: str) -> Any:
    return import_module(f"advisor.report.{_MODULES.get(name, f'as_{name}')}")


def _checked(content: Any) -> str | bytes:
    assert isinstance(content, str | bytes)
    return content
