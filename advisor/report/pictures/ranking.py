"""The score of each form as a bar, in the order of the ranking."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.language import number
from advisor.report.pictures.bars import HEIGHT, Axis, bar
from advisor.report.pictures.drawing import LINE, WIDTH, Drawing, Look, fitted
from advisor.report.sentences import Sentences

if TYPE_CHECKING:
    from collections.abc import Mapping

    from advisor.advice import Advice
    from advisor.advice.model import Verdict
    from advisor.language import Language
    from advisor.report.document import Picture

LOOKS: Mapping[Verdict, Look] = {
    "recommended": "solid",
    "suitable": "hatched",
    "doubtful": "dotted",
    "excluded": "dashed",
}
NAMES = 200.0
"""Room for the names of the forms."""
VERDICTS = 105.0


def picture(advice: Advice, language: Language, start: str | None = None) -> Picture | None:
    """The ranking; None when nothing counts yet."""
    if not any(standing.arguments for standing in advice.ranking):
        return None
    words = Sentences(advice, language)
    drawing = Drawing("picture-ranking")
    axis = Axis.around([s.score for s in advice.ranking], NAMES, WIDTH - VERDICTS)
    y = 12.0
    for standing in advice.ranking:
        lines = fitted(words.form_name(standing.form), NAMES - 10, 3)
        drawing.paragraph(10, y, lines, bold=standing.verdict == "recommended")
        height = max(len(lines), 1) * LINE
        bar_y = y + (height - HEIGHT) / 2
        bar(drawing, axis, bar_y, standing.score, LOOKS[standing.verdict], number(standing.score, language))
        drawing.paragraph(WIDTH - VERDICTS, bar_y, [words.say(f"verdict_{standing.verdict}")])
        y += height + 12
    drawing.line(axis.at(0), 8, axis.at(0), y - 8)
    alt = words.say("alt_ranking", forms=described(advice, language))
    return drawing.picture(y, words.say("picture_ranking"), alt, language)


def described(advice: Advice, language: Language) -> str:
    """Every form with its score and verdict, for who cannot see them."""
    words = Sentences(advice, language)
    return ", ".join(
        words.say(
            "alt_form",
            form=words.form_name(s.form),
            score=s.score,
            verdict=words.say(f"verdict_{s.verdict}"),
        )
        for s in advice.ranking
    )
