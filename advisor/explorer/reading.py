"""What fires, scores and wins, for all answer sets of some columns at once."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from advisor.explorer.columns import union
from advisor.explorer.numbers import Numbers, above
from advisor.rulebook.model import CRITERIA, UNKNOWN
from advisor.rulebook.rulebook import GOALS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from advisor.explorer.columns import Columns
    from advisor.rulebook.condition import Condition
    from advisor.rulebook.model import Rule
    from advisor.rulebook.rulebook import Rulebook


class Reading:
    """A rulebook, to be read for many answer sets at once."""

    def __init__(self, rulebook: Rulebook) -> None:
        self.rulebook = rulebook

    def of(self, columns: Columns) -> Fired:
        """The reading of some columns; masks are worked out when asked for."""
        return Fired(self, columns)

    @cached_property
    def unscoped(self) -> Mapping[str, tuple[Rule, ...]]:
        """Form → the rules that count in its score."""
        rules = [rule for rule in self.rulebook.rules.values() if rule.segment is None]
        return {form: tuple(rule for rule in rules if rule.form == form) for form in self.rulebook.forms}


@dataclass
class Fired:
    """Masks over the answer sets of one :class:`Columns`: a bit where something holds."""

    reading: Reading
    columns: Columns
    _answered: dict[str, dict[str, int]] = field(default_factory=dict)
    _found: dict[str, int] = field(default_factory=dict)
    _when: dict[int, int] = field(default_factory=dict)

    @property
    def rulebook(self) -> Rulebook:
        """The rulebook that is read."""
        return self.reading.rulebook

    def answered(self, question: str) -> Mapping[str, int]:
        """Option → where it is the answer and the question applies."""
        if question not in self._answered:
            bits = self.columns.bits.get(question, {})
            applies = self.when(self.rulebook.questions[question].ask_if)
            self._answered[question] = {option: mask & applies for option, mask in bits.items()}
        return self._answered[question]

    def finding(self, finding: str) -> int:
        """Where a finding holds."""
        if finding not in self._found:
            self._found[finding] = union(self.when(when) for _, when in self.rulebook.ways_to_find[finding])
        return self._found[finding]

    def condition(self, condition: Condition) -> int:
        """Where one condition holds."""
        if condition.operator == "finding":
            return self.finding(condition.subject)
        answered = self.answered(condition.subject)
        return union(answered.get(option, 0) for option in self.rulebook.accepted(condition))

    def when(self, conditions: tuple[Condition, ...]) -> int:
        """Where all conditions hold; none means everywhere."""
        key = id(conditions)
        if key not in self._when:
            mask = self.columns.all
            for condition in conditions:
                mask &= self.condition(condition)
                if not mask:
                    break
            self._when[key] = mask
        return self._when[key]

    def excluded(self, form: str) -> int:
        """Where a gate keeps the form out of the headline."""
        gates = [g for g in self.rulebook.gates.values() if g.form == form and g.segment is None]
        return union(self.when(gate.when) for gate in gates)

    def counted(self) -> int:
        """Where any argument counts at all; elsewhere too little is known."""
        return union(self.when(rule.when) for rules in self.reading.unscoped.values() for rule in rules)

    def weights(self) -> Mapping[str, Mapping[int, int]]:
        """Criterion → weight → where the goals give it that weight."""
        answered = self.answered(GOALS)
        open_ = self.columns.all & ~union(answered.values())
        masks = {goal.option: answered.get(goal.option, 0) for goal in self.rulebook.goals.values()} | {UNKNOWN: open_}
        result: dict[str, dict[int, int]] = {criterion: {} for criterion in CRITERIA}
        for option, mask in masks.items():
            for criterion, weight in self.rulebook.goals[option].weights.items():
                result[criterion][weight] = result[criterion].get(weight, 0) | mask
        return result

    def scores(self) -> Mapping[str, tuple[Numbers, Numbers]]:
        """Form → the sum of its points for, and of its points against, weighted."""
        weights = self.weights()
        return {form: self._score(rules, weights) for form, rules in self.reading.unscoped.items()}

    def _score(self, rules: Iterable[Rule], weights: Mapping[str, Mapping[int, int]]) -> tuple[Numbers, Numbers]:
        points = {(criterion, sign): Numbers() for criterion in CRITERIA for sign in (1, -1)}
        for rule in rules:
            points[rule.criterion, rule.sign].add(self.when(rule.when), rule.points)
        totals = {1: Numbers(), -1: Numbers()}
        for (criterion, sign), numbers in points.items():
            for weight, mask in weights[criterion].items():
                totals[sign].add_all(numbers, weight, mask)
        return totals[1], totals[-1]

    def headlines(self) -> Mapping[str, int]:
        """Form → where it is the headline."""
        scores = self.scores()
        order = list(self.rulebook.forms)
        left = {form: self.columns.all & ~self.excluded(form) for form in order}
        wins = {form: left[form] & self.counted() for form in order}
        for place, one in enumerate(order):
            for other in order[place + 1 :]:
                more, equal = self._compare(scores[one], scores[other])
                both = left[one] & left[other]
                wins[one] &= ~(both & ~(more | equal))
                wins[other] &= ~(both & (more | equal))
        return wins

    def _compare(self, one: tuple[Numbers, Numbers], other: tuple[Numbers, Numbers]) -> tuple[int, int]:
        """Where one score is above, and where equal to, the other: a-b > c-d is a+d > c+b."""
        left, right = Numbers(list(one[0].planes)), Numbers(list(other[0].planes))
        left.add_all(other[1])
        right.add_all(one[1])
        return above(left, right, self.columns.all)
