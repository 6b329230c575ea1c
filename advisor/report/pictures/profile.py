"""What each form offers in quality, flexibility and cost, before the goals weigh it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.explorer.goals import TRADED
from advisor.language import signed
from advisor.report.pictures.bars import HEIGHT, Axis, bar
from advisor.report.pictures.drawing import LINE, SIZE, WIDTH, Drawing, fitted
from advisor.report.sentences import Sentences

if TYPE_CHECKING:
    from advisor.advice import Advice
    from advisor.language import Language
    from advisor.report.document import Picture

NAMES = 190.0
"""Room for the names of the forms."""
COLUMN = (WIDTH - NAMES) / len(TRADED)


def picture(advice: Advice, language: Language, start: str | None = None) -> Picture | None:
    """The profile of each form; None when nothing counts yet."""
    values = [standing.points[criterion] for standing in advice.ranking for criterion in TRADED]
    if not any(values):
        return None
    words = Sentences(advice, language)
    drawing = Drawing("picture-profile")
    lefts = {criterion: NAMES + number * COLUMN for number, criterion in enumerate(TRADED)}
    axes = {criterion: Axis.around(values, left, left + COLUMN) for criterion, left in lefts.items()}
    for criterion, left in lefts.items():
        drawing.write(left + COLUMN / 2, 22, words.say(criterion), "middle", bold=True)
    y = 36.0
    for number, standing in enumerate(advice.ranking):
        lines = fitted(words.form_name(standing.form), NAMES - 20, 3)
        height = max(len(lines), 1) * LINE
        if number % 2 == 0:
            drawing.box(0, y - 5, WIDTH, height + 10, "pale")
        drawing.paragraph(10, y - 1, lines, bold=standing.verdict == "recommended")
        for criterion, axis in axes.items():
            value = standing.points[criterion]
            bar(drawing, axis, y + (height - HEIGHT) / 2, value, "solid" if value > 0 else "striped", signed(value))
        y += height + 10
    for axis in axes.values():
        drawing.line(axis.at(0), 30, axis.at(0), y - SIZE + 8)
    return drawing.picture(y, words.say("picture_profile"), _alt(words), language)


def _alt(words: Sentences) -> str:
    forms = "; ".join(
        f"{words.form_name(standing.form)}: "
        + ", ".join(f"{words.say(criterion)} {signed(standing.points[criterion])}" for criterion in TRADED)
        for standing in words.advice.ranking
    )
    return words.say("alt_profile", forms=forms)
