"""On which questions a condition rests, and how many combinations of answers that makes."""

from __future__ import annotations

from math import prod
from typing import TYPE_CHECKING

from advisor.explorer.columns import values_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from advisor.rulebook.condition import Condition
    from advisor.rulebook.rulebook import Rulebook


class Supports:
    """The questions behind conditions: through findings, and through what makes a question apply."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._rulebook = rulebook
        self._questions: dict[str, frozenset[str]] = {}
        self._findings: dict[str, frozenset[str]] = {}

    def of(self, when: Iterable[Condition]) -> frozenset[str]:
        """Every question whose answer can make ``when`` hold or not."""
        parts = [
            self._finding(condition.subject) if condition.operator == "finding" else self._question(condition.subject)
            for condition in when
        ]
        return frozenset().union(*parts)

    def ordered(self, questions: Iterable[str]) -> tuple[str, ...]:
        """Questions in interview order."""
        wanted = set(questions)
        return tuple(question for question in self._rulebook.questions if question in wanted)

    def combinations(self, questions: Iterable[str]) -> int:
        """In how many ways they can be answered, ``unknown`` included."""
        return prod(len(values_of(self._rulebook, question)) for question in questions)

    def _question(self, question: str) -> frozenset[str]:
        if question not in self._questions:
            needs = self._rulebook.questions[question].ask_if
            self._questions[question] = frozenset({question}) | self.of(needs)
        return self._questions[question]

    def _finding(self, finding: str) -> frozenset[str]:
        if finding not in self._findings:
            ways = self._rulebook.ways_to_find[finding]
            self._findings[finding] = frozenset().union(*(self.of(when) for _, when in ways))
        return self._findings[finding]
