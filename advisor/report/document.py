"""A report as a row of simple blocks, which every format can draw."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Sequence


class Heading(Struct, frozen=True):
    """A heading; level 1 is the title."""

    level: int
    text: str


class Paragraph(Struct, frozen=True):
    """Running text."""

    text: str


class Items(Struct, frozen=True):
    """A list of points; ``numbered`` when their order matters."""

    texts: tuple[str, ...]
    numbered: bool = False


class Table(Struct, frozen=True):
    """A table whose first row is the heading; columns in ``right`` hold numbers."""

    rows: tuple[tuple[str, ...], ...]
    right: frozenset[int] = frozenset()


class Picture(Struct, frozen=True):
    """A drawing; formats that cannot show it leave it out, for its facts stand in the text too."""

    svg: str
    """One self-contained SVG document."""
    alt: str
    """What it shows, for who cannot see it."""
    title: str = ""
    """What it is about, for a caption."""


Block = Heading | Paragraph | Items | Table | Picture


def title_of(blocks: Sequence[Block]) -> str:
    """What a report is called: its first block says so."""
    title = blocks[0]
    if not isinstance(title, Heading):
        raise TypeError("a report begins with its title")
    return title.text
