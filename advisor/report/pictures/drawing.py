"""A picture under construction: shapes in order, which a template writes as SVG."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from advisor.report.document import Picture
from advisor.report.pictures import lettering
from advisor.report.templates import template
from advisor.text import clean_line

if TYPE_CHECKING:
    from advisor.language import Language

WIDTH = 640.0
"""Of every picture, in its own unit, in which a text is ``SIZE`` high."""
SIZE = 13.0
LINE = 17.0
"""From one line of text to the next."""

Look = Literal["solid", "hatched", "striped", "dotted", "dashed", "pale"]
"""How a surface is filled; in black and white the patterns still differ."""
Anchor = Literal["start", "middle", "end"]

_NOT_IN_XML = str.maketrans("", "", "\ufffe\uffff")


@dataclass(frozen=True)
class Box:
    """A filled rectangle."""

    x: float
    y: float
    width: float
    height: float
    look: Look
    kind: str = "box"


@dataclass(frozen=True)
class Line:
    """A thin straight line."""

    x: float
    y: float
    x2: float
    y2: float
    kind: str = "line"


@dataclass(frozen=True)
class Diamond:
    """A black mark on one spot."""

    x: float
    y: float
    kind: str = "diamond"


@dataclass(frozen=True)
class Written:
    """One line of text; ``y`` is where it stands on."""

    x: float
    y: float
    text: str
    size: float
    anchor: Anchor
    bold: bool
    kind: str = "written"


class Drawing:
    """Collects shapes; later ones lie on top.

    Args:
        name: unique within a report; it becomes part of the identifiers inside the SVG.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self.shapes: list[Box | Line | Diamond | Written] = []

    def box(self, x: float, y: float, width: float, height: float, look: Look) -> None:
        """A filled rectangle."""
        self.shapes.append(Box(x, y, width, height, look))

    def line(self, x: float, y: float, x2: float, y2: float) -> None:
        """A thin straight line."""
        self.shapes.append(Line(x, y, x2, y2))

    def diamond(self, x: float, y: float) -> None:
        """A black mark."""
        self.shapes.append(Diamond(x, y))

    def write(
        self, x: float, y: float, text: str, anchor: Anchor = "start", size: float = SIZE, bold: bool = False
    ) -> None:
        """One line of text that is known to fit."""
        self.shapes.append(Written(x, y, text, size, anchor, bold))

    def paragraph(self, x: float, y: float, lines: list[str], bold: bool = False) -> None:
        """Lines below each other, the first with its top at ``y``."""
        for number, text in enumerate(lines):
            self.write(x, y + number * LINE + SIZE, text, bold=bold)

    def picture(self, height: float, title: str, alt: str, language: Language) -> Picture:
        """The finished picture, ``WIDTH`` wide."""
        title, alt = plain(title), plain(alt)
        svg = template("pictures/picture.svg.jinja").render(
            name=self.name, width=WIDTH, height=height, title=title, alt=alt, language=language, shapes=self.shapes
        )
        return Picture(svg.strip().translate(_NOT_IN_XML), alt, title)


def plain(text: str) -> str:
    """``text`` on one line, without signs that no picture can show."""
    return clean_line(text).translate(_NOT_IN_XML)


def fitted(text: str, room: float, most: int) -> list[str]:
    """``text`` on at most ``most`` lines no wider than ``room``."""
    return lettering.wrap(plain(text), SIZE, room, most)
