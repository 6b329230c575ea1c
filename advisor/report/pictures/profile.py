"""What each form offers in quality, flexibility and cost, before the goals weigh it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.explorer.goals import TRADED
from advisor.language import signed
from advisor.report.pictures import columns
from advisor.report.pictures.columns import Bar, Row
from advisor.report.pictures.drawing import Drawing
from advisor.report.sentences import Sentences

if TYPE_CHECKING:
    from advisor.advice import Advice
    from advisor.language import Language
    from advisor.report.document import Picture


def picture(advice: Advice, language: Language, start: str | None = None) -> Picture | None:
    """The profile of each form; None when nothing counts yet."""
    values = [standing.points[criterion] for standing in advice.ranking for criterion in TRADED]
    if not any(values):
        return None
    words = Sentences(advice, language)
    drawing = Drawing("picture-profile")
    rows = [
        Row(
            words.form_name(standing.form),
            standing.verdict == "recommended",
            tuple(_bar(standing.points[criterion]) for criterion in TRADED),
        )
        for standing in advice.ranking
    ]
    y = columns.draw(drawing, [words.say(criterion) for criterion in TRADED], rows)
    return drawing.picture(y, words.say("picture_profile"), _alt(words), language)


def _bar(value: int) -> Bar:
    return Bar(value, "solid" if value > 0 else "striped", signed(value))


def _alt(words: Sentences) -> str:
    forms = "; ".join(
        f"{words.form_name(standing.form)}: "
        + ", ".join(f"{words.say(criterion)} {signed(standing.points[criterion])}" for criterion in TRADED)
        for standing in words.advice.ranking
    )
    return words.say("alt_profile", forms=forms)
