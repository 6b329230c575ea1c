"""Fuzzing of the loaders that looks for bytes that reach new code: ``python -m tests.hostile.guided -runs=100000``.

Needs atheris, which has no wheels for every system and so is in no lock: ``pip install atheris``.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["advisor.rulebook", "advisor.interview", "advisor.text"]):
    from advisor.errors import FaultsError
    from advisor.interview.answers_reading import read_answers
    from advisor.rulebook.yaml12 import read
    from tests import knowledge

SEEDS = (
    "answers:\n  size: {option: large, note: |\n    x}\n",
    '{"schema": "dossier/1", "answers": {"size": "small"}, "notes": {"size": "\\u00e9"}}',
    'rules: [&a {id: "x\\x41", when: [{size: {not: [small]}}]}, *a, !t ~]\n---\n',
)


def main() -> None:
    """Fuzz until the runs are over or something else than a refusal comes."""
    with tempfile.TemporaryDirectory() as folder:
        rulebook = knowledge.small(Path(folder))

    def try_one(raw: bytes) -> None:
        for attempt in (lambda: read(raw, "f.yaml"), lambda: read_answers(raw, "f.yaml", rulebook, "nl")):
            try:
                attempt()
            except FaultsError as error:
                assert all(fault.line >= 1 and fault.column >= 1 for fault in error.faults)

    with tempfile.TemporaryDirectory() as folder:
        for number, seed in enumerate(SEEDS):
            Path(folder, str(number)).write_text(seed, encoding="utf-8")
        atheris.Setup([*sys.argv, folder], try_one)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
