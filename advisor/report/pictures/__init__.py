"""The advice in pictures, each of them one SVG that a page, a PDF and a text document can show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.report.pictures import contribution, parts, plan, profile, ranking

if TYPE_CHECKING:
    from advisor.advice import Advice
    from advisor.language import Language
    from advisor.report.document import Picture

DRAWN = (ranking, contribution, profile, parts, plan)
"""In the order of a report."""


def pictures(advice: Advice, language: Language, start: str | None = None) -> tuple[Picture, ...]:
    """Every picture that has something to show.

    Args:
        start: the day the plan begins, as YYYY-MM-DD; then the plan has dates instead of weeks.
    """
    drawn = (module.picture(advice, language, start) for module in DRAWN)
    return tuple(picture for picture in drawn if picture)
