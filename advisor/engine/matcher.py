"""A matcher for exactly our rule language: it counts which conditions of a rule have a fact.

The stock matcher asks every rule after every firing whether something changed; with hundreds of
rules that is nearly all the time an evaluation takes. Here a new fact goes only to the conditions
that ask for its question (or finding), and a rule is ready when all its conditions have a fact.
It refuses what the language does not have: negation, alternatives over facts, variables.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import product
from typing import Any

from advisor.engine.experta_shim import experta  # noqa: F401 - must be first: makes experta's modules importable

from experta.abstract import Matcher  # isort: skip
from experta.activation import Activation  # isort: skip
from experta.conditionalelement import ConditionalElement  # isort: skip
from experta.fact import Fact  # isort: skip
from experta.fieldconstraint import P  # isort: skip

Slot = list[Any]
"""The facts that satisfy one condition of a rule, in the order they came."""


class CountingMatcher(Matcher):  # type: ignore[misc]  # experta is not typed
    """Activations of rules whose conditions are facts with literals and predicates."""

    def __init__(self, engine: Any) -> None:
        super().__init__(engine)
        # Copies: reached through the engine a rule is bound to it, and would be handed the engine twice.
        self._rules = [rule.new_conditions(*rule) for rule in engine.get_rules()]
        self._where: dict[object, list[tuple[int, int, tuple[tuple[Any, Any], ...]]]] = defaultdict(list)
        for place, rule in enumerate(self._rules):
            for number, pattern in enumerate(rule):
                key, predicates = _understood(pattern, rule)
                self._where[key].append((place, number, predicates))
        self.reset()

    def reset(self) -> None:
        """Forget every fact."""
        self._slots: list[list[Slot]] = [[[] for _ in rule] for rule in self._rules]
        self._empty = [len(rule) for rule in self._rules]

    def changes(self, adding: Any = None, deleting: Any = None) -> tuple[list[Any], list[Any]]:
        """Take facts in and out; the activations that came and went."""
        removed = [activation for fact in deleting or () for activation in self._out(fact)]
        added = [activation for fact in adding or () for activation in self._in(fact)]
        return added, removed

    def _in(self, fact: Any) -> list[Any]:
        came: list[Any] = []
        for place, number in self._matches(fact):
            slots = self._slots[place]
            if not slots[number]:
                self._empty[place] -= 1
            slots[number].append(fact)
            if not self._empty[place]:
                came += self._activations(place, number, fact)
        return came

    def _out(self, fact: Any) -> list[Any]:
        went: list[Any] = []
        for place, number in self._matches(fact):
            slots = self._slots[place]
            if not self._empty[place]:
                went += self._activations(place, number, fact)
            slots[number].remove(fact)
            if not slots[number]:
                self._empty[place] += 1
        return went

    def _matches(self, fact: Any) -> list[tuple[int, int]]:
        """Rules and the number of their condition that ``fact`` satisfies."""
        found = []
        for key in _keys(fact):
            for place, number, predicates in self._where.get(key, ()):
                if all(name in fact and test(fact[name]) for name, test in predicates):
                    found.append((place, number))
        return found

    def _activations(self, place: int, number: int, fact: Any) -> list[Any]:
        """The rule with ``fact`` in one condition and every choice of facts in the others."""
        choices = [[fact] if n == number else slot for n, slot in enumerate(self._slots[place])]
        return [Activation(rule=self._rules[place], facts=facts) for facts in product(*choices)]


def _understood(pattern: Any, rule: Any) -> tuple[object, tuple[tuple[Any, Any], ...]]:
    """A condition as the key under which it is kept, and the predicates that remain.

    Raises:
        TypeError: when the condition is more than a fact with literals and predicates.
    """
    if not isinstance(pattern, Fact) or pattern.__bind__ is not None:
        raise TypeError(f"{rule.__name__}: this matcher only knows facts, not {pattern!r}")
    predicates, literals = [], []
    for name, value in pattern.items():
        if isinstance(value, P):
            predicates.append((name, value.match))
        elif isinstance(value, ConditionalElement):
            raise TypeError(f"{rule.__name__}: this matcher only knows literals and predicates, not {value!r}")
        else:
            literals.append((name, value))
    key = (type(pattern), *literals[:1])
    return key, (*((name, value.__eq__) for name, value in literals[1:]), *predicates)


def _keys(fact: Any) -> list[object]:
    """Every key under which a condition on this fact can be kept."""
    return [(type(fact),), *((type(fact), (name, value)) for name, value in fact.items() if not fact.is_special(name))]
