"""A report as a row of simple blocks, which every format can draw."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


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


class Link(Struct, frozen=True):
    """Something to open; formats that are only text leave it out, for its facts stand in the text too."""

    text: str
    address: str
    """A URL in ASCII."""


class Picture(Struct, frozen=True):
    """A drawing; formats that cannot show it leave it out, for its facts stand in the text too."""

    svg: str
    """One self-contained SVG document."""
    alt: str
    """What it shows, for who cannot see it."""
    title: str = ""
    """What it is about, for a caption."""


Block = Heading | Paragraph | Items | Table | Link | Picture


def title_of(blocks: Sequence[Block]) -> str:
    """What a report is called: its first block says so."""
    title = blocks[0]
    if not isinstance(title, Heading):
        raise TypeError("a report begins with its title")
    return title.text


def texts(blocks: Iterable[Block]) -> Iterator[str]:
    """Every text in a report but those of its links and pictures."""
    for block in blocks:
        if isinstance(block, Items):
            yield from block.texts
        elif isinstance(block, Table):
            for row in block.rows:
                yield from row
        elif not isinstance(block, Link | Picture):
            yield block.text
