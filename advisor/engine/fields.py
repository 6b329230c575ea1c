"""What a condition of a rule may say of a fact: a literal or one of some values for each field."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Any

from advisor.engine.experta_shim import experta

from experta.conditionalelement import ConditionalElement  # isort: skip

if TYPE_CHECKING:
    from collections.abc import Iterable


class OneOf(experta.P):  # type: ignore[misc]  # experta is not typed
    """A field that has one of some values: a test inside one fact, not an OR over facts."""

    values: frozenset[str]

    def __new__(cls, values: Iterable[str]) -> OneOf:
        """Args: values: what fits."""
        allowed = frozenset(values)
        field: OneOf = super().__new__(cls, allowed.__contains__)
        field.values = allowed
        return field


def understood(pattern: Any, rule: str) -> tuple[type, tuple[str, ...], list[tuple[Any, ...]]]:
    """A condition as the kind of fact, the names of its fields, and every choice of values that satisfies it.

    Raises:
        TypeError: when the condition is more than that.
    """
    if not isinstance(pattern, experta.Fact) or pattern.__bind__ is not None or not pattern:
        raise TypeError(f"{rule}: this matcher only knows facts with fields, not {pattern!r}")
    for value in pattern.values():
        if isinstance(value, ConditionalElement) and not isinstance(value, OneOf):
            raise TypeError(f"{rule}: this matcher only knows literals and OneOf, not {value!r}")
    fields = tuple(sorted(pattern))
    values = [pattern[name] for name in fields]
    allowed = [sorted(value.values) if isinstance(value, OneOf) else [value] for value in values]
    return type(pattern), fields, list(product(*allowed))
