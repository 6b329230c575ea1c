"""What must and what may still hold when only some questions are answered.

Sound, not sharp: what "may" here can turn out impossible, never the other way round.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.rulebook.model import CRITERIA, UNKNOWN
from advisor.rulebook.rulebook import GOALS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from advisor.explorer.reading import Reading
    from advisor.rulebook.condition import Condition
    from advisor.rulebook.model import Criterion


class Bounds:
    """Bounds under the answers that are known; the rest may become anything."""

    def __init__(self, reading: Reading, known: Mapping[str, str]) -> None:
        self._reading = reading
        self._rulebook = reading.rulebook
        self._known = known
        self._may: dict[str, bool] = {}
        self._sure: dict[str, bool] = {}

    def may_apply(self, question: str) -> bool:
        """Whether the question can come to apply."""
        return self.may(self._rulebook.questions[question].ask_if)

    def may(self, when: Iterable[Condition]) -> bool:
        """Whether conditions can come to hold together."""
        return all(self._may_hold(condition) for condition in when)

    def sure(self, when: Iterable[Condition]) -> bool:
        """Whether conditions hold whatever is still answered."""
        return all(self._surely_holds(condition) for condition in when)

    def _may_hold(self, condition: Condition) -> bool:
        subject = condition.subject
        if condition.operator == "finding":
            if subject not in self._may:
                self._may[subject] = any(self.may(when) for _, when in self._rulebook.ways_to_find[subject])
            return self._may[subject]
        answer = self._known.get(subject)
        return (answer is None or answer in self._rulebook.accepted(condition)) and self.may_apply(subject)

    def _surely_holds(self, condition: Condition) -> bool:
        subject = condition.subject
        if condition.operator == "finding":
            if subject not in self._sure:
                self._sure[subject] = any(self.sure(when) for _, when in self._rulebook.ways_to_find[subject])
            return self._sure[subject]
        applies = self.sure(self._rulebook.questions[subject].ask_if)
        return applies and self._known.get(subject) in self._rulebook.accepted(condition)

    def forms(self) -> tuple[str, ...]:
        """Forms that may be the headline: not surely excluded, nor beaten at every weighting."""
        gates = [gate for gate in self._rulebook.gates.values() if gate.segment is None]
        out = {gate.form for gate in gates if self.sure(gate.when)}
        maybe_out = {gate.form for gate in gates if self.may(gate.when)}
        points = {form: self._points(form) for form in self._rulebook.forms}
        left = [form for form in self._rulebook.forms if form not in out]
        result = []
        for form in left:
            for weights in self._weightings():
                best = _weighed(points[form][1], weights)
                floor = max((_weighed(points[f][0], weights) for f in left if f not in maybe_out), default=best)
                if best >= floor:
                    result.append(form)
                    break
        return tuple(result)

    def _weightings(self) -> list[Mapping[Criterion, int]]:
        answer = self._known.get(GOALS)
        goals = self._rulebook.goals.values()
        return [g.weights for g in goals if (g.option == answer if answer else g.option != UNKNOWN)]

    def _points(self, form: str) -> tuple[dict[Criterion, int], dict[Criterion, int]]:
        """Least and most points per criterion."""
        least, most = dict.fromkeys(CRITERIA, 0), dict.fromkeys(CRITERIA, 0)
        for rule in self._reading.unscoped[form]:
            if not self.may(rule.when):
                continue
            effect = rule.sign * rule.points
            if self.sure(rule.when):
                least[rule.criterion] += effect
                most[rule.criterion] += effect
            else:
                least[rule.criterion] += min(effect, 0)
                most[rule.criterion] += max(effect, 0)
        return least, most


def _weighed(points: Mapping[Criterion, int], weights: Mapping[Criterion, int]) -> int:
    return sum(points[criterion] * weight for criterion, weight in weights.items())
