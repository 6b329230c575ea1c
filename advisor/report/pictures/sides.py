"""The score of each form in two or more advices side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.language import number
from advisor.report.pictures import columns
from advisor.report.pictures.columns import Bar, Row
from advisor.report.pictures.drawing import Drawing
from advisor.report.pictures.ranking import LOOKS, described
from advisor.report.sentences import Sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from advisor.advice import Advice
    from advisor.language import Language
    from advisor.report.document import Picture


def picture(sides: Sequence[tuple[str, Advice]], language: Language) -> Picture:
    """The rankings, the forms in the order of the first one."""
    words = Sentences(sides[0][1], language)
    drawing = Drawing("picture-sides")
    rows = []
    for form in (standing.form for standing in words.advice.ranking):
        standings = [advice.standing(form) for _, advice in sides]
        bars = (Bar(s.score, LOOKS[s.verdict], number(s.score, language)) for s in standings)
        rows.append(Row(words.form_name(form), any(s.verdict == "recommended" for s in standings), tuple(bars)))
    y = columns.draw(drawing, [name for name, _ in sides], rows)
    alt = " ".join(f"{name}: {described(advice, language)}." for name, advice in sides)
    return drawing.picture(y, words.say("picture_sides"), alt, language)
