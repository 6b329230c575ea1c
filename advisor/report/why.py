"""All that is for and against one form, for scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.report.as_json import dump, flip_as_data, rulebook_as_data, standing_as_data

if TYPE_CHECKING:
    from advisor.advice import Advice
    from advisor.language import Language


def as_json(advice: Advice, form: str, language: Language) -> str:
    """One form of the ranking, with the rulebook it rests on."""
    flips = advice.robustness.flips if advice.robustness else ()
    return dump(
        {
            "schema": "why/1",
            "language": language,
            "rulebook": rulebook_as_data(advice),
            "answers": dict(advice.answers),
            **standing_as_data(advice.standing(form), language),
            "flips": [flip_as_data(flip) for flip in flips if flip.form == form],
        }
    )
