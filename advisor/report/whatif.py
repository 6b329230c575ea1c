"""What other answers and other goals would make of the advice, to read and for scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from advisor.explorer.goals import STEPS
from advisor.report.as_json import dump, robustness_as_data, rulebook_as_data
from advisor.report.document import Block, Heading, Paragraph
from advisor.report.firmness import Firmness

if TYPE_CHECKING:
    from fractions import Fraction

    from advisor.advice import Advice
    from advisor.explorer.goals import Thresholds
    from advisor.language import Language


def contents(advice: Advice, language: Language) -> tuple[Block, ...]:
    """How firm the advice is, where the goals turn it, and what would make each rejected form the outcome."""
    write = Firmness(advice, language)
    title = Heading(1, advice.recommendation.title.in_(language))
    if advice.robustness is None:
        return (title, Paragraph(write.say("too_little_to_change")))
    flips = [block for flip in advice.robustness.flips for block in write.flips(flip.form)]
    return (title, *write.counted(), *write.goals(), *flips)


def as_json(advice: Advice, language: Language) -> str:
    """The same for scripts; without a headline ``robustness`` and ``goals`` are null."""
    return dump(
        {
            "schema": "whatif/1",
            "language": language,
            "rulebook": rulebook_as_data(advice),
            "answers": dict(advice.answers),
            "form": advice.recommendation.form,
            "robustness": robustness_as_data(advice),
            "goals": _goals(advice.thresholds) if advice.thresholds else None,
        }
    )


def _goals(thresholds: Thresholds) -> dict[str, Any]:
    return {
        "shares": {goal: _rounded(share) for goal, share in thresholds.now.items()},
        "ranges": {
            goal: [{"from": _rounded(r.start), "to": _rounded(r.end), "form": r.form} for r in ranges]
            for goal, ranges in thresholds.ranges.items()
        },
        "grid": {"steps": STEPS, "rows": [list(row) for row in thresholds.grid]},
    }


def _rounded(share: Fraction) -> float:
    return round(float(share), 4)
