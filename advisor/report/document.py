"""A report as a row of simple blocks, which every format can draw."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Heading:
    """A heading; level 1 is the title."""

    level: int
    text: str


@dataclass(frozen=True)
class Paragraph:
    """Running text."""

    text: str


@dataclass(frozen=True)
class Items:
    """A list of points; ``numbered`` when their order matters."""

    texts: tuple[str, ...]
    numbered: bool = False


@dataclass(frozen=True)
class Table:
    """A table whose first row is the heading; columns in ``right`` hold numbers."""

    rows: tuple[tuple[str, ...], ...]
    right: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Picture:
    """A drawing; formats that cannot show it leave it out, for its facts stand in the text too."""

    svg: str
    """One self-contained SVG document."""
    alt: str
    """What it shows, for who cannot see it."""
    title: str = ""
    """What it is about, for a caption."""


Block = Heading | Paragraph | Items | Table | Picture
