"""business-rules: rules as plain data over methods that give the values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from business_rules import run_all
from business_rules.actions import BaseActions, rule_action
from business_rules.fields import FIELD_NUMERIC
from business_rules.variables import BaseVariables, boolean_rule_variable, select_rule_variable

from benchmarks.peers.chained import chained, chosen, found, nothing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchmarks.peers.chained import Matching
    from benchmarks.work import Entry, Evaluate, Work


class _Note(BaseActions):
    def __init__(self) -> None:
        self.numbers: list[int] = []

    @rule_action(params={"number": FIELD_NUMERIC})
    def note(self, number: int) -> None:
        self.numbers.append(number)


def build(work: Work) -> Evaluate:
    """The rules, and a class with a method for every value."""
    kinds = {
        name: _variable(name, select_rule_variable() if value == "" else boolean_rule_variable)
        for name, value in nothing(work).items()
    }
    values_class = type("Values", (BaseVariables,), {"__init__": _keep, **kinds})
    return chained(work, lambda entries: _matching(entries, values_class))


def _keep(self: Any, values: dict[str, Any]) -> None:
    self.values = values


def _variable(name: str, kind: Any) -> Any:
    def get(self: Any) -> Any:
        value = self.values[name]
        return [value] if isinstance(value, str) else value

    get.__name__ = name
    return kind(get)


def _matching(entries: Sequence[Entry], values_class: Any) -> Matching:
    rules = [
        {"conditions": {"all": _conditions(entry)}, "actions": [{"name": "note", "params": {"number": number}}]}
        for number, entry in enumerate(entries)
    ]

    def match(values: dict[str, Any]) -> Sequence[int]:
        note = _Note()
        run_all(rule_list=rules, defined_variables=values_class(values), defined_actions=note)
        return note.numbers

    return match


def _conditions(entry: Entry) -> list[Any]:
    conditions: list[Any] = [
        {"any": [{"name": question, "operator": "contains", "value": option} for option in options]}
        for question, options in entry.tests
    ]
    conditions += [{"name": found(finding), "operator": "is_true", "value": True} for finding in entry.needs]
    if entry.forms:
        named = [{"name": chosen(form), "operator": "is_true", "value": True} for form in entry.forms]
        conditions.append({"any": named})
    return conditions
