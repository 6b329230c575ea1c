"""The field of all weightings of the three goals, each point with the form that comes out there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from advisor.explorer.goals import STEPS, TRADED
from advisor.tui.words import say
from advisor.words import say as tell

if TYPE_CHECKING:
    from advisor.advice import Advice
    from advisor.explorer.goals import Thresholds
    from advisor.language import Language

COLOURS = ("primary", "success", "warning", "error", "secondary", "foreground")
"""A ground for each form, in the order of the form cards; a letter always stands on it."""

NOW = "◆"
"""Stands where the goals are now."""

CELL = 2
"""Cells wide for a point: a row is two cells high to the eye, so the triangle looks even-sided."""


def goal_picture(advice: Advice, thresholds: Thresholds, language: Language) -> list[Content]:
    """A triangle with a goal in each corner, and what its letters stand for."""
    names = [tell(goal, language) for goal in TRADED]
    middle = STEPS * CELL // 2 + 1
    left = max(len(names[1]) - 2, 0)
    letters = {form: chr(ord("A") + place) for place, form in enumerate(advice.rulebook.forms)}
    lines = [Content(" " * max(0, left + middle - len(names[0]) // 2) + names[0]).stylize("bold")]
    for row, forms in enumerate(thresholds.grid):
        cells = [_cell(letters[form], here=(row, place) == _now(thresholds)) for place, form in enumerate(forms)]
        lines.append(Content.assemble(" " * (left + (STEPS - row) * CELL // 2), *cells))
    bottom = names[1] + " " * (left + (STEPS + 1) * CELL - len(names[1]) - 2) + names[2]
    lines.append(Content(bottom).stylize("bold"))
    legend = [
        Content.assemble(_cell(letters[form]), f" {advice.rulebook.forms[form].name.in_(language)}")
        for form in thresholds.forms
    ]
    return [*lines, Content(""), *legend, Content(f"{NOW}  {say('goals_now', language)}")]


def _now(thresholds: Thresholds) -> tuple[int, int]:
    """Row and place of the point nearest to where the goals are."""
    quality, _, cost = (round(thresholds.now[goal] * STEPS) for goal in TRADED)
    return STEPS - quality, cost


def _cell(letter: str, *, here: bool = False) -> tuple[str, str]:
    colour = COLOURS[(ord(letter) - ord("A")) % len(COLOURS)]
    return (f"{NOW if here else letter} ", f"bold $background on ${colour}")
