"""Replaying a report: what the answers it carries give today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.report.changes import Changes
from advisor.report.evidence import as_remembered
from advisor.report.file_words import say

if TYPE_CHECKING:
    from advisor.advice import Advice
    from advisor.language import Language
    from advisor.report.evidence import Evidence
    from advisor.rulebook.rulebook import Rulebook


def answers_known(evidence: Evidence, rulebook: Rulebook) -> dict[str, str]:
    """The answers in a report that this rulebook still knows; the others can no longer be replayed."""
    return rulebook.known(as_remembered(evidence).given)


def replayed(evidence: Evidence, advice: Advice, language: Language) -> tuple[bool, tuple[str, ...]]:
    """Whether the advice is the one in the report, and in words what came of it.

    Args:
        evidence: what the report carries.
        advice: today's, on the answers in it that are known.
        language: of the text.
    """
    changes = Changes(as_remembered(evidence), advice, language)
    differences = (f"- {line}" for line in changes.lines())
    return changes.found.same, (*changes.verdict(), *differences, say("only_the_data", language))
