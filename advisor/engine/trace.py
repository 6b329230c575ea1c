"""What fired, and the answers and findings that made it fire."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from advisor.rulebook.condition import Condition
    from advisor.rulebook.rulebook import Rulebook


@dataclass(frozen=True)
class Trace:
    """Ids of all that fired, each sorted."""

    ways: tuple[str, ...] = ()
    """Findings and derivations that fired: each a way to a finding."""
    rules: tuple[str, ...] = ()
    gates: tuple[str, ...] = ()
    segments: tuple[str, ...] = ()
    """Parts of the work that exist; ``core`` always does and is not among them."""
    limits: tuple[str, ...] = ()
    cautions: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    tasks: tuple[str, ...] = ()


@dataclass(frozen=True)
class Support:
    """Why something fired."""

    answers: Mapping[str, str]
    """Question → option, over all ways it is supported, in question order."""
    findings: tuple[str, ...]
    """Findings named in its own conditions, sorted."""


class Supports:
    """Looks up, for one evaluation, what supports what."""

    def __init__(self, rulebook: Rulebook, answers: Mapping[str, str], trace: Trace) -> None:
        self._rulebook = rulebook
        self._answers = answers
        self._fired = frozenset(trace.ways)
        self._questions: dict[str, frozenset[str]] = {}

    def of(self, when: tuple[Condition, ...]) -> Support:
        """The support of conditions that hold."""
        asked = self._asked(when)
        return Support(
            answers={q: self._answers[q] for q in self._rulebook.questions if q in asked},
            findings=tuple(sorted({c.subject for c in when if c.operator == "finding"})),
        )

    def of_finding(self, finding: str) -> Support:
        """The support of a finding, over all its ways that fired."""
        ways = [when for way, when in self._rulebook.ways_to_find[finding] if way in self._fired]
        return self.of(tuple(condition for when in ways for condition in when))

    def ways(self, finding: str) -> tuple[str, ...]:
        """Ids of what concluded a finding, sorted."""
        return tuple(sorted(way for way, _ in self._rulebook.ways_to_find[finding] if way in self._fired))

    def _asked(self, when: tuple[Condition, ...]) -> frozenset[str]:
        """Questions behind conditions, through findings too."""
        asked: set[str] = set()
        for condition in when:
            if condition.operator != "finding":
                asked.add(condition.subject)
            elif condition.subject not in self._questions:
                ways = [w for way, w in self._rulebook.ways_to_find[condition.subject] if way in self._fired]
                self._questions[condition.subject] = frozenset().union(*map(self._asked, ways))
            if condition.operator == "finding":
                asked |= self._questions[condition.subject]
        return frozenset(asked)
