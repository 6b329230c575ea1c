"""zen-engine: a decision table per level, a row per rule, all rows that hold."""

from __future__ import annotations

import itertools
import json
from typing import TYPE_CHECKING, Any

import zen

from benchmarks.peers.chained import chained, chosen, found

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchmarks.peers.chained import Matching
    from benchmarks.work import Entry, Evaluate, Work


def build(work: Work) -> Evaluate:
    """The tables, each a decision of its own."""
    engine = zen.ZenEngine()
    return chained(work, lambda entries: _matching(engine, entries))


def _matching(engine: Any, entries: Sequence[Entry]) -> Matching:
    decision = engine.create_decision(json.dumps(_graph([_cells(entry) for entry in entries])))

    def match(values: dict[str, Any]) -> Sequence[int]:
        result = decision.evaluate(values)["result"]
        return [int(row["number"]) for row in result] if isinstance(result, list) else []

    return match


def _cells(entry: Entry) -> dict[str, str]:
    """Field → what must hold of it; the forms have a column without a field."""
    cells = {question: ", ".join(json.dumps(option) for option in options) for question, options in entry.tests}
    cells |= {found(finding): "true" for finding in entry.needs}
    if entry.forms:
        cells[""] = " or ".join(chosen(form) for form in entry.forms)
    return cells


def _graph(rows: list[dict[str, str]]) -> dict[str, Any]:
    fields = sorted({field for row in rows for field in row})
    columns = {field: f"in{number}" for number, field in enumerate(fields)}
    table = {
        "hitPolicy": "collect",
        "inputs": [{"id": key, "name": key, **({"field": field} if field else {})} for field, key in columns.items()],
        "outputs": [{"id": "out", "name": "number", "field": "number"}],
        "rules": [
            {"_id": str(number), "out": str(number), **{key: row.get(field, "") for field, key in columns.items()}}
            for number, row in enumerate(rows)
        ],
    }
    names = ("input", "table", "output")
    kinds = ("inputNode", "decisionTableNode", "outputNode")
    nodes = [
        {"id": name, "name": name, "type": kind, **({"content": table} if name == "table" else {})}
        for name, kind in zip(names, kinds, strict=True)
    ]
    edges = [
        {"id": f"{one}-{two}", "sourceId": one, "targetId": two, "type": "edge"}
        for one, two in itertools.pairwise(names)
    ]
    return {"nodes": nodes, "edges": edges}
