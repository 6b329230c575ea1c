"""Client stories read as their managers would answer, against what a panel of consultants advised."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from advisor.advice import Advice, Advisor
from advisor.interview.answers_input import read_answers
from advisor.rulebook.loading import load
from advisor.rulebook.locate import shipped
from advisor.rulebook.yaml12 import read

CASES = Path(__file__).parent / "cases"
ENOUGH = 10
"""Headlines the panel must accept, of twelve."""


@cache
def expected() -> dict[str, dict[str, Any]]:
    path = CASES / "expected.yaml"
    return dict(read(path.read_bytes(), path.name).data)


@cache
def advices() -> dict[str, Advice]:
    rulebook = load(shipped())
    advisor = Advisor(rulebook)
    result = {}
    for name in expected():
        file = read_answers((CASES / f"{name}.yaml").read_bytes(), name, rulebook, "en")
        result[name] = advisor.advise(file.answers, file.notes)
    return result


def test_the_panel_accepts_the_headlines_and_none_is_one_it_forbids():
    misses, forbidden = [], []
    for name, gold in expected().items():
        form = advices()[name].recommendation.form
        if form not in gold["acceptable"]:
            misses.append(f"{name}: {form}, the panel accepts {gold['acceptable']}")
        if form in gold["must_not"]:
            forbidden.append(f"{name}: {form}")
    print("\n".join(misses) or f"no misses in {len(advices())} cases")
    assert len(expected()) >= 12
    assert len(expected()) - len(misses) >= ENOUGH, misses
    assert not forbidden
