"""Bars made of eighths of a cell; a number always stands beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from advisor.language import shortened, signed
from advisor.rulebook.model import UNKNOWN
from advisor.tui.words import say, say_count
from advisor.words import say as tell

if TYPE_CHECKING:
    from advisor.advice import Advice, Standing
    from advisor.language import Language

_EIGHTHS = " ▏▎▍▌▋▊▉"
_AGAINST = "▒"

WIDE = 56
"""From this width on a form takes one line."""
NAME, SCORE = 24, 14
"""Cells for its name and its score there."""


def bar(share: float, width: int, *, against: bool = False) -> str:
    """A bar of ``share`` (0 to 1) of ``width`` cells; something that is not nothing shows at least a sliver."""
    eighths = round(max(0.0, min(1.0, share)) * width * 8)
    if against:
        return _AGAINST * max(1 if share > 0 else 0, round(eighths / 8))
    full, rest = divmod(max(eighths, 1 if share > 0 else 0), 8)
    return "█" * full + (_EIGHTHS[rest] if rest else "")


def score_line(standing: Standing, language: Language) -> str:
    """The score in words: a number, or that the form is excluded."""
    if standing.verdict == "excluded":
        return f"✗ {tell('verdict_excluded', language)}"
    return signed(standing.score)


def standing_bar(advice: Advice, standing: Standing, width: int, *, coloured: bool = True) -> Content:
    """The bar of one form, on the scale of the largest score."""
    scale = max((abs(s.score) for s in advice.ranking), default=0) or 1
    if standing.verdict == "excluded":
        return Content("╌" * width).stylize("$text-muted" if coloured else "")
    drawn = bar(abs(standing.score) / scale, width, against=standing.score < 0)
    colour = "$text-error" if standing.score < 0 else "$text-success"
    return Content(drawn).stylize(colour if coloured else "")


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
