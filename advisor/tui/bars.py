"""Bars made of eighths of a cell; a number always stands beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from advisor.language import shortened, signed
from advisor.rulebook.model import UNKNOWN
from advisor.tui.words import say, say_count
from advisor.words import say as tell

if TYPE_CHECKING:
    from collections.abc import Iterable

    from advisor.advice import Advice, Standing
    from advisor.language import Language

_EIGHTHS = " ▏▎▍▌▋▊▉"
_AGAINST = "▒"

WIDE = 56
"""From this width on a form takes one line."""
NAME, SCORE = 24, 14
"""Cells for its name and its score there."""


def bar(share: float, width: int) -> str:
    """A bar of ``share`` (0 to 1) of ``width`` cells; something that is not nothing shows at least a sliver."""
    eighths = round(max(0.0, min(1.0, share)) * width * 8)
    full, rest = divmod(max(eighths, 1 if share > 0 else 0), 8)
    return "█" * full + (_EIGHTHS[rest] if rest else "")


class Scale:
    """What bars under each other share: to the left of zero room for the lowest score, to the right for the highest."""

    def __init__(self, scores: Iterable[int]) -> None:
        found = (0, *scores)
        self._low, self._high = -min(found), max(found)

    def bar(self, score: int, width: int, *, coloured: bool = True) -> Content:
        """The bar of a score, in ``width`` cells or fewer; what is below zero grows to the left."""
        zero = round(width * self._low / (self._low + self._high or 1))
        if self._low:
            zero = max(1, min(zero, width - 1 if self._high else width))
        if score < 0:
            drawn = _AGAINST * max(1, round(zero * -score / self._low))
            return _apart(zero - len(drawn), drawn, "$text-error" if coloured else "")
        return _apart(zero, bar(score / (self._high or 1), width - zero), "$text-success" if coloured else "")


def _apart(blank: int, drawn: str, colour: str) -> Content:
    """Blanks, and then what is drawn; the blanks stay out of the colour, as some drawers of pictures swallow them."""
    return Content.assemble(" " * blank, (drawn, colour))


def score_line(standing: Standing, language: Language) -> str:
    """The score in words: a number, or that the form is excluded."""
    if standing.verdict == "excluded":
        return f"✗ {tell('verdict_excluded', language)}"
    return signed(standing.score)


def standing_bar(advice: Advice, standing: Standing, width: int, *, coloured: bool = True) -> Content:
    """The bar of one form, on the scale of all six."""
    if standing.verdict == "excluded":
        return Content("╌" * width).stylize("$text-muted" if coloured else "")
    scale = Scale(s.score for s in advice.ranking if s.verdict != "excluded")
    return scale.bar(standing.score, width, coloured=coloured)


def short(name: str, width: int) -> str:
    """A name without what stands between brackets, when it does not fit."""
    return name if Content(name).cell_length <= width else shortened(name)


def standing_lines(advice: Advice, language: Language, width: int) -> list[Content]:
    """Name, score and bar of all six forms, best first; two lines each, or one where it is wide."""
    lines = []
    for standing in advice.ranking:
        lines += form_lines(advice, standing, language, width)
    return lines


def form_lines(
    advice: Advice, standing: Standing, language: Language, width: int, *, coloured: bool = True
) -> list[Content]:
    """Name, score and bar of one form; not ``coloured`` where a selection is shown by colour."""
    name, score = advice.rulebook.forms[standing.form].name.in_(language), score_line(standing, language)
    if width >= WIDE:
        left = Content.assemble((short(name, NAME - 1).ljust(NAME), "bold"), score.rjust(SCORE), "  ")
        return [left + standing_bar(advice, standing, width - NAME - SCORE - 2, coloured=coloured)]
    title = short(name, width - len(score) - 1)
    return [
        Content.assemble((title.ljust(width - len(score)), "bold"), score),
        standing_bar(advice, standing, width, coloured=coloured),
    ]


def standing_content(advice: Advice, language: Language, width: int, not_asked: int) -> Content:
    """All six forms, best first, with what may still change it."""
    lines = standing_lines(advice, language, width)
    lines += [Content(""), Content(say("bar_legend", language)).stylize("$text-muted")]
    unknown = sum(option == UNKNOWN for option in advice.answers.values())
    if not_asked:
        lines.append(Content(say_count("standing_open", language, not_asked)))
    if unknown:
        lines.append(Content(say_count("standing_unknown", language, unknown)))
    return Content("\n").join(lines)
