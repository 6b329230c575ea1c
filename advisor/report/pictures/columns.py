"""A row per form and a column per what is compared, with a bar in each place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from advisor.report.pictures.bars import HEIGHT, Axis, bar
from advisor.report.pictures.drawing import LINE, SIZE, WIDTH, fitted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from advisor.report.pictures.drawing import Drawing, Look

NAMES = 190.0
"""Room for the names of the forms."""
TOP = 22.0
"""Where the first line of the heads stands on."""


@dataclass(frozen=True)
class Bar:
    """A number, as a bar with a label."""

    value: int
    look: Look
    label: str


@dataclass(frozen=True)
class Row:
    """A name, and a bar for each column."""

    name: str
    bold: bool
    bars: tuple[Bar, ...]


def draw(drawing: Drawing, heads: Sequence[str], rows: Sequence[Row]) -> float:
    """The whole of it; returns where it ends."""
    column = (WIDTH - NAMES) / len(heads)
    lefts = [NAMES + number * column for number in range(len(heads))]
    values = [bar_.value for row in rows for bar_ in row.bars]
    axes = [Axis.around(values, left, left + column) for left in lefts]
    written = [fitted(head, column - 16, 3) for head in heads]
    for left, lines in zip(lefts, written, strict=True):
        for number, line in enumerate(lines):
            drawing.write(left + column / 2, TOP + number * LINE, line, "middle", bold=True)
    top = TOP + (max(map(len, written)) - 1) * LINE
    y = top + SIZE + 1
    for number, row in enumerate(rows):
        lines = fitted(row.name, NAMES - 20, 3)
        height = max(len(lines), 1) * LINE
        if number % 2 == 0:
            drawing.box(0, y - 5, WIDTH, height + 10, "pale")
        drawing.paragraph(10, y - 1, lines, bold=row.bold)
        for axis, bar_ in zip(axes, row.bars, strict=True):
            bar(drawing, axis, y + (height - HEIGHT) / 2, bar_.value, bar_.look, bar_.label)
        y += height + 10
    for axis in axes:
        drawing.line(axis.at(0), top + 8, axis.at(0), y - SIZE + 8)
    return y
