"""Which part of the work goes with which form: a grid of parts and forms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.report.pictures.drawing import LINE, WIDTH, Drawing, fitted
from advisor.report.sentences import Sentences

if TYPE_CHECKING:
    from advisor.advice import Advice
    from advisor.language import Language
    from advisor.report.document import Picture

NAMES = 180.0
"""Room for the names of the parts."""
MARK = 18.0


def picture(advice: Advice, language: Language, start: str | None = None) -> Picture | None:
    """The mix; None when one form does all the work."""
    if len(advice.mix) < 2:
        return None
    words = Sentences(advice, language)
    drawing = Drawing("picture-parts")
    chosen = {part.form for part in advice.mix}
    forms = [standing.form for standing in advice.ranking if standing.form in chosen]
    column = (WIDTH - NAMES) / len(forms)
    heads = {form: fitted(words.form_name(form), column - 16, 4) for form in forms}
    top = max(map(len, heads.values())) * LINE + 16
    for number, lines in enumerate(heads.values()):
        drawing.paragraph(NAMES + number * column + 8, 8, lines, bold=True)
    alt, y = [], top
    for part in advice.mix:
        name = advice.rulebook.segments[part.segment].name.in_(language)
        alt.append(f"{name}: {words.form_name(part.form)}.")
        lines = fitted(name, NAMES - 20, 3)
        height = max(len(lines), 1) * LINE + 14
        drawing.line(0, y, WIDTH, y)
        drawing.paragraph(10, y + 6, lines)
        left = NAMES + forms.index(part.form) * column
        drawing.box(left, y + 1, column, height - 2, "pale")
        drawing.box(left + 8, y + (height - MARK) / 2, MARK, MARK, "solid")
        y += height
    for number in range(len(forms)):
        drawing.line(NAMES + number * column, 0, NAMES + number * column, y)
    return drawing.picture(y, words.say("picture_parts"), " ".join(alt), language)
