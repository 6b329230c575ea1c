"""A matcher for exactly our rule language: it counts which conditions of a rule have a fact.

The stock matcher asks every rule after every firing whether something changed; with hundreds of
rules that is nearly all the time an evaluation takes. Here every condition is kept under each fact
that satisfies it, so a new fact is one look-up, and a rule is ready when all its conditions have a
fact. It refuses what the language does not have: negation, alternatives over facts, variables.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import product
from typing import TYPE_CHECKING, Any

from advisor.engine.fields import understood  # must be first: makes experta's modules importable

from experta.abstract import Matcher  # isort: skip
from experta.activation import Activation  # isort: skip

if TYPE_CHECKING:
    from collections.abc import Sequence

_NO_VARIABLES: dict[str, Any] = {}


class Ready(Activation):  # type: ignore[misc]  # experta is not typed
    """An activation without variables; its facts are in the order of the conditions."""

    def __init__(self, rule: Any, facts: tuple[Any, ...]) -> None:
        # Not the parent's: it makes a set of the facts, which takes as long as all the rest here.
        self.rule = rule
        self.facts = facts
        self.key = None
        self.context = _NO_VARIABLES


class CountingMatcher(Matcher):  # type: ignore[misc]  # experta is not typed
    """Activations of rules whose conditions are facts with literals and :class:`OneOf`."""

    def __init__(self, engine: Any) -> None:
        super().__init__(engine)
        # Copies: reached through the engine a rule is bound to it, and would be handed the engine twice.
        self._rules = [rule.new_conditions(*rule) for rule in engine.get_rules()]
        self._conditions: list[range] = []
        """Numbers of a rule's conditions, counted over all rules."""
        self._fields: dict[type, tuple[str, ...]] = {}
        self._where: dict[object, list[tuple[int, int]]] = defaultdict(list)
        """Fact → the conditions it satisfies, each with the place of its rule."""
        count = 0
        known: dict[int, list[object]] = {}  # rules may share a condition; it lives as long as they do
        for place, rule in enumerate(self._rules):
            self._conditions.append(range(count, count + len(rule)))
            for number, pattern in enumerate(rule, count):
                if id(pattern) not in known:
                    known[id(pattern)] = self._keys(pattern, rule)
                for key in known[id(pattern)]:
                    self._where[key].append((number, place))
            count += len(rule)
        self._lengths = [len(rule) for rule in self._rules]
        self.reset()

    def reset(self) -> None:
        """Forget every fact."""
        self._facts: dict[int, tuple[Any, ...]] = {}
        """Condition → the facts that satisfy it, in the order they came."""
        self._missing = self._lengths.copy()
        """Per rule how many of its conditions have no fact."""

    def changes(self, adding: Any = None, deleting: Any = None) -> tuple[list[Any], list[Any]]:
        """Take facts in; the activations that came, and none that went.

        Raises:
            TypeError: a fact is taken back; every evaluation starts clean instead.
        """
        if deleting:
            raise TypeError("this matcher only knows facts that stay until the next reset")
        return [activation for fact in adding or () for activation in self._in(fact)], []

    def _in(self, fact: Any) -> list[Any]:
        came: list[Any] = []
        known, missing = self._facts, self._missing
        for number, place in self._satisfied(fact):
            if number in known:
                known[number] += (fact,)
            else:
                known[number] = (fact,)
                missing[place] -= 1
            if not missing[place]:
                came += self._activations(number, place, fact)
        return came

    def _satisfied(self, fact: Any) -> Sequence[tuple[int, int]]:
        fields = self._fields.get(type(fact))
        return self._where.get((type(fact), *map(fact.get, fields)), ()) if fields else ()

    def _activations(self, number: int, place: int, fact: Any) -> list[Any]:
        """The rule with ``fact`` in one condition and every choice of facts in the others."""
        rule, conditions = self._rules[place], self._conditions[place]
        if len(conditions) == 1:
            return [Ready(rule, (fact,))]
        choices = [(fact,) if n == number else self._facts[n] for n in conditions]
        return [Ready(rule, facts) for facts in product(*choices)]

    def _keys(self, pattern: Any, rule: Any) -> list[object]:
        """The facts that satisfy a condition."""
        kind, fields, choices = understood(pattern, rule.__name__)
        if self._fields.setdefault(kind, fields) != fields:
            raise TypeError(f"{rule.__name__}: this matcher only knows {kind.__name__} with the same fields everywhere")
        return [(kind, *values) for values in choices]
