"""For engines that judge one rule against one mapping of values: the chaining is done for them.

Level by level, what is found is put among the values, so every rule is looked at exactly once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from benchmarks.work import Case, Entry, Evaluate, Fired, Work

    Matching = Callable[[dict[str, Any]], Sequence[int]]
    """Values → the numbers of the rules of one list that hold."""


def nothing(work: Work) -> dict[str, Any]:
    """Every value a rule can look at, as it is when nothing is known."""
    values: dict[str, Any] = dict.fromkeys(work.rulebook.questions, "")
    values |= {found(finding): False for finding in work.rulebook.findings}
    return values | {chosen(form): False for form in work.rulebook.forms}


def found(finding: str) -> str:
    """Name of the value that says whether a finding holds."""
    return f"found_{finding}"


def chosen(form: str) -> str:
    """Name of the value that says whether a form is in the advice."""
    return f"chosen_{form}"


def chained(work: Work, matching: Callable[[Sequence[Entry]], Matching]) -> Evaluate:
    """An evaluation that asks ``matching`` for each level, and then for all the rest."""
    blank: Mapping[str, Any] = nothing(work)
    stages = [(entries, matching(entries)) for entries in (*work.levels, work.rest)]

    def evaluate(case: Case) -> Fired:
        values = {**blank, **case.answers, **{chosen(form): True for form in case.forms}}
        names: list[str] = []
        for entries, match in stages:
            for number in match(values):
                entry = entries[number]
                names.append(entry.name)
                if entry.finds:
                    values[found(entry.finds)] = True
        return frozenset(names)

    return evaluate
