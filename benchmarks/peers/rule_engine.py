"""rule-engine: a compiled expression per rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

import rule_engine

from benchmarks.peers.chained import chained, chosen, found

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchmarks.peers.chained import Matching
    from benchmarks.work import Entry, Evaluate, Work


def build(work: Work) -> Evaluate:
    """The expressions, parsed."""
    return chained(work, _matching)


def _matching(entries: Sequence[Entry]) -> Matching:
    rules = [rule_engine.Rule(_expression(entry)) for entry in entries]
    return lambda values: [number for number, rule in enumerate(rules) if rule.matches(values)]


def _expression(entry: Entry) -> str:
    tests = [f"{q} in [{', '.join(repr(option) for option in options)}]" for q, options in entry.tests]
    tests += [found(finding) for finding in entry.needs]
    if entry.forms:
        tests.append(f"({' or '.join(chosen(form) for form in entry.forms)})")
    return " and ".join(tests)
