"""Timing in turn, so that whatever else the machine does hits all alike; only ratios are worth keeping."""

from __future__ import annotations

import time
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence


@dataclass(frozen=True)
class Row:
    """What one thing took beside another."""

    what: str
    milliseconds: float | None
    """Median; None when it could not be measured."""
    ratio: float | None = None
    """To the base of the table: the median over the rounds."""
    low: float | None = None
    high: float | None = None
    """The least and the greatest ratio of a round."""
    note: str = ""
    target: float | None = None
    """The ratio should be at most this; for rates, see the note."""

    @property
    def met(self) -> bool | None:
        """Whether the target is met; None when there is none."""
        return None if self.target is None or self.ratio is None else self.ratio <= self.target


def cpu(run: Callable[[], Any]) -> float:
    """Milliseconds of processor time; what other processes do hardly counts."""
    start = time.process_time()
    run()
    return (time.process_time() - start) * 1000


def in_turn(
    runs: Mapping[str, Callable[[int], Any]], rounds: int, each: int, clock: Callable[[Callable[[], Any]], float] = cpu
) -> dict[str, list[float]]:
    """Per name the median of every round; a run is handed its number, and all runs of that number come in turn."""
    medians: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(rounds):
        times: dict[str, list[float]] = {name: [] for name in runs}
        for number in range(each):
            for name, run in runs.items():
                times[name].append(clock(lambda run=run, number=number: run(number)))
        for name, taken in times.items():
            medians[name].append(median(taken))
    return medians


def rows(
    taken: Mapping[str, Sequence[float]],
    base: str,
    targets: Mapping[str, float] | None = None,
    notes: Mapping[str, str] | None = None,
) -> list[Row]:
    """Every name beside ``base``, round by round."""
    found = []
    for name, times in taken.items():
        ratios = [time / under for time, under in zip(times, taken[base], strict=True)]
        found.append(
            Row(
                name,
                median(times),
                median(ratios),
                min(ratios),
                max(ratios),
                (notes or {}).get(name, ""),
                (targets or {}).get(name),
            )
        )
    return found


def table(title: str, found: Sequence[Row]) -> str:
    """Rows as a Markdown table."""
    lines = [
        f"### {title}",
        "",
        "| | median ms | ratio | lowest to highest | target | note |",
        "|---|---|---|---|---|---|",
    ]
    for row in found:
        target = "" if row.target is None else f"{row.target:g}: {'met' if row.met else '**missed**'}"
        spread = "" if row.low is None else f"{_plain(row.low)} to {_plain(row.high)}"
        lines.append(
            f"| {row.what} | {_plain(row.milliseconds)} | {_plain(row.ratio)} | {spread} | {target} | {row.note} |"
        )
    return "\n".join(lines) + "\n"


def _plain(number: float | None) -> str:
    if number is None:
        return "–"
    return f"{number:,.0f}" if number >= 100 else f"{number:.3g}"
