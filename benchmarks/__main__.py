"""Runs all benchmarks, or those named: ``python -m benchmarks [engines] [interview] [start]``."""

from __future__ import annotations

import json
import platform
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from advisor.rulebook.loading import load
from advisor.rulebook.locate import shipped
from benchmarks.measure import Row, table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

RESULTS = Path("build", "benchmarks.json")

Tables = dict[str, list[Row]]


def _engines() -> Iterator[Tables]:
    from benchmarks.engines import SIZES, beside

    rulebook = load(shipped())
    for rules in SIZES:
        yield beside(rulebook, rules)


def _interview() -> Iterator[Tables]:
    from benchmarks.questions import in_an_interview

    yield in_an_interview(load(shipped()))


def _start() -> Iterator[Tables]:
    from benchmarks.start import starting

    yield starting()


SUITES: dict[str, Callable[[], Iterator[Tables]]] = {"engines": _engines, "interview": _interview, "start": _start}


def main(wanted: list[str]) -> int:
    """Print the tables and write them as JSON; 2 when a suite does not exist."""
    if unknown := set(wanted) - set(SUITES):
        sys.stderr.write(f"no such benchmarks: {', '.join(sorted(unknown))}; there are {', '.join(SUITES)}\n")
        return 2
    done: Tables = {}
    for name in wanted or SUITES:
        for tables in SUITES[name]():
            for title, found in tables.items():
                sys.stdout.write(table(title, found) + "\n")
                sys.stdout.flush()
            done |= tables
    RESULTS.parent.mkdir(exist_ok=True)
    content = {title: [asdict(row) | {"met": row.met} for row in found] for title, found in done.items()}
    head = {"python": platform.python_version(), "tables": content}
    RESULTS.write_text(json.dumps(head, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    sys.stdout.write(f"Written to {RESULTS}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
