"""JSON Logic, by panzi-json-logic: a logic expression per rule."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from json_logic import jsonLogic

from benchmarks.peers.chained import chained, chosen, found

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchmarks.peers.chained import Matching
    from benchmarks.work import Entry, Evaluate, Work


def build(work: Work) -> Evaluate:
    """The expressions, as plain data."""
    return chained(work, _matching)


def _matching(entries: Sequence[Entry]) -> Matching:
    logic = [_logic(entry) for entry in entries]
    return lambda values: [number for number, rule in enumerate(logic) if jsonLogic(rule, values)]


def _logic(entry: Entry) -> Any:
    tests: list[Any] = [{"in": [{"var": question}, list(options)]} for question, options in entry.tests]
    tests += [{"var": found(finding)} for finding in entry.needs]
    if entry.forms:
        tests.append({"or": [{"var": chosen(form)} for form in entry.forms]})
    return {"and": tests}
