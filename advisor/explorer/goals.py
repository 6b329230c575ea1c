"""At which weighting of quality, flexibility and cost another form becomes the headline.

The three goals share one total weight; what is feasible keeps the weight it has. Which rules fire
does not depend on the goals, so every form's score is a straight line in their shares.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from msgspec import Struct

from advisor.rulebook.model import CRITERIA

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from advisor.rulebook.model import Criterion

TRADED: tuple[Criterion, ...] = ("quality", "flexibility", "cost")
"""The goals that a manager weighs against each other."""

STEPS = 12
"""Steps in the grid between all weight on one goal and none; every order of the goals falls on it."""

Shares = dict["Criterion", Fraction]
"""Goal → its part of the weight the three have together; adds up to 1."""


class Range(Struct, frozen=True):
    """A stretch of one goal's share in which one form is the headline."""

    start: Fraction
    end: Fraction
    form: str


class Thresholds(Struct, frozen=True):
    """Where the headline turns when the goals are weighed otherwise."""

    now: Mapping[Criterion, Fraction]
    """Each goal's share at present."""
    ranges: Mapping[Criterion, tuple[Range, ...]]
    """Goal → who wins as its share goes from 0 to 1 while the other two keep their proportion."""
    grid: tuple[tuple[str, ...], ...]
    """The whole field: row *r* has quality's share at ``1 - r/STEPS``; in it, from left to right,
    weight moves from flexibility to cost in steps of ``1/STEPS``."""

    @property
    def forms(self) -> tuple[str, ...]:
        """Every form that wins somewhere on the grid, the most frequent first."""
        cells = [form for row in self.grid for form in row]
        return tuple(sorted(dict.fromkeys(cells), key=lambda form: (-cells.count(form), cells.index(form))))


class Field:
    """The forms that can be the headline, with their points per criterion."""

    def __init__(self, points: Mapping[str, Mapping[Criterion, int]], weights: Mapping[Criterion, int]) -> None:
        """Points of the forms that are not excluded, in the order in which ties are decided; and the weights now."""
        self._points = points
        self._weights = weights
        self._total = sum(weights[goal] for goal in TRADED)

    def thresholds(self) -> Thresholds:
        """The ranges per goal and the grid."""
        now = {goal: Fraction(self._weights[goal], self._total) for goal in TRADED}
        ranges = {goal: self._ranges(_without(now, goal), _only(goal)) for goal in TRADED}
        return Thresholds(now, ranges, tuple(self._row(row) for row in range(STEPS + 1)))

    def winner(self, shares: Mapping[Criterion, Fraction]) -> str:
        """The headline at these shares."""
        return max(self._points, key=lambda form: self._score(form, shares))  # the first of equals

    def _score(self, form: str, shares: Mapping[Criterion, Fraction]) -> Fraction:
        points = self._points[form]
        fixed = sum(points[criterion] * self._weights[criterion] for criterion in CRITERIA if criterion not in TRADED)
        return fixed + self._total * sum((points[goal] * shares[goal] for goal in TRADED), Fraction(0))

    def _row(self, row: int) -> tuple[str, ...]:
        quality = Fraction(STEPS - row, STEPS)
        cells = [(Fraction(row - place, STEPS), Fraction(place, STEPS)) for place in range(row + 1)]
        return tuple(self.winner(dict(zip(TRADED, (quality, *rest), strict=True))) for rest in cells)

    def _ranges(self, start: Shares, end: Shares) -> tuple[Range, ...]:
        """Who wins along the line between two weightings: the winner between each two crossings."""
        lines = {form: (self._score(form, start), self._score(form, end)) for form in self._points}
        crossings = {crossing for one, two in combinations(lines.values(), 2) for crossing in _crossing(one, two)}
        found: list[Range] = []
        for left, right in pairwise(sorted({Fraction(0), *crossings, Fraction(1)})):
            middle = (left + right) / 2
            form = self.winner({goal: start[goal] + (end[goal] - start[goal]) * middle for goal in TRADED})
            if found and found[-1].form == form:
                found[-1] = Range(found[-1].start, right, form)
            else:
                found.append(Range(left, right, form))
        return tuple(found)


def _only(goal: Criterion) -> Shares:
    """All weight on one goal."""
    return {other: Fraction(int(other == goal)) for other in TRADED}


def _without(shares: Mapping[Criterion, Fraction], goal: Criterion) -> Shares:
    """One goal left out, the others in the proportion they have."""
    rest = 1 - shares[goal]
    return {other: Fraction(0) if other == goal else share / rest for other, share in shares.items()}


def _crossing(one: Sequence[Fraction], two: Sequence[Fraction]) -> list[Fraction]:
    """Where two lines over 0 to 1 meet, given by their values at both ends; nowhere when they run together."""
    at_start, at_end = one[0] - two[0], one[1] - two[1]
    return [at_start / (at_start - at_end)] if at_start * at_end < 0 else []
