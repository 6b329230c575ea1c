"""Bars to the left and to the right of zero."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from advisor.report.pictures.drawing import SIZE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from advisor.report.pictures.drawing import Drawing, Look

HEIGHT = 16.0
"""Of a bar."""
ROOM = 40.0
"""For the number at either end of a bar."""


@dataclass(frozen=True)
class Axis:
    """Numbers on a stretch of a drawing, zero among them, with room for a number at both ends."""

    left: float
    right: float
    low: int
    high: int

    @staticmethod
    def around(values: Iterable[int], left: float, right: float) -> Axis:
        """The axis on which all of ``values`` fit."""
        numbers = [0, *values]
        return Axis(left + ROOM, right - ROOM, min(numbers), max(numbers))

    def at(self, value: int) -> float:
        """Where a number stands."""
        span = max(self.high - self.low, 1)
        return self.left + (value - self.low) * (self.right - self.left) / span


def bar(drawing: Drawing, axis: Axis, y: float, value: int, look: Look, label: str) -> None:
    """One bar from zero, its top at ``y``, with its label beyond its end."""
    zero, end = axis.at(0), axis.at(value)
    if value:
        drawing.box(min(zero, end), y, abs(end - zero), HEIGHT, look)
    drawing.write(end + (5 if value >= 0 else -5), y + SIZE, label, "start" if value >= 0 else "end")
