"""Client stories read as their managers would answer, against what consultants advised.

The answers, and what a consultant would advise, were written by people who had not seen what the
rules make of them.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from advisor.advice import Advice, Advisor
from advisor.interview.answers_reading import read_answers
from advisor.rulebook.loading import load
from advisor.rulebook.locate import shipped
from advisor.rulebook.yaml12 import read

CASES = Path(__file__).parent / "cases"
ENOUGH_MIXES = 0.75
"""Share of the mixes that must be exactly the consultants'; two may rightly differ on a part."""
ENOUGH_WARNINGS = 0.9
"""Share of the warnings in the stories that a caution must carry; what is still open carries the rest."""
MOST_CAUTIONS = 24
"""More cautions than this in one advice, and nobody reads them."""


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


def test_consultants_accept_every_headline_and_none_is_one_they_forbid():
    misses = []
    for name, gold in expected().items():
        form = advices()[name].recommendation.form
        if form not in gold["acceptable"]:
            forbidden = " (forbidden)" if form in gold["must_not"] else ""
            misses.append(f"{name}: {form}{forbidden}, acceptable: {', '.join(gold['acceptable'])}")
    print("\n".join(misses) or f"no misses in {len(advices())} cases")
    assert len(expected()) >= 36
    assert not misses


def test_the_mix_is_the_consultants_in_most_cases_and_in_all_of_the_panel():
    wanted = {name: sorted(gold["mix"]) for name, gold in expected().items() if gold["mix"]}
    got = {name: sorted({part.form for part in advices()[name].mix}) for name in wanted}
    misses = {name: (got[name], wanted[name]) for name in wanted if got[name] != wanted[name]}
    print("\n".join(f"{name}: {mine}, wanted {theirs}" for name, (mine, theirs) in misses.items()))
    assert not [name for name in misses if name.startswith("case_")]
    assert len(misses) <= (1 - ENOUGH_MIXES) * len(wanted)


def test_twins_that_differ_in_one_fact_get_another_headline():
    twins = {name: gold["twin_of"] for name, gold in expected().items() if gold.get("twin_of") in expected()}
    assert len(twins) >= 5
    same = {
        name: twin
        for name, twin in twins.items()
        if advices()[name].recommendation.form == advices()[twin].recommendation.form
    }
    assert not same


def test_every_form_is_right_for_some_client():
    assert {gold["best"] for gold in expected().values()} == set(load(shipped()).forms)


def test_what_works_can_be_kept():
    kept = [name for name, advice in advices().items() if advice.recommendation.change == "none"]
    assert len(kept) >= 3


def test_the_warnings_consultants_want_are_raised():
    missing, lines = [], {"case": 0, "story": 0}
    for name, gold in expected().items():
        raised = {caution.id for caution in advices()[name].cautions}
        for warning in gold["must_warn"]:
            lines[name.split("_")[0]] += 1
            if raised.isdisjoint(warning["cautions"]):
                missing.append(f"{name}: {warning['says']}")
    print("\n".join(missing) or f"all {lines} warnings are raised")
    assert not [line for line in missing if line.startswith("case_")]
    assert len(missing) <= (1 - ENOUGH_WARNINGS) * lines["story"]


def test_the_cautions_named_for_a_warning_exist():
    named = {caution for gold in expected().values() for line in gold["must_warn"] for caution in line["cautions"]}
    assert named <= set(load(shipped()).cautions)


def test_no_advice_has_more_cautions_than_anyone_reads_or_repeats_one():
    most = {name: len(advice.cautions) for name, advice in advices().items()}
    print(sorted(most.items(), key=lambda item: -item[1])[:5])
    assert max(most.values()) <= MOST_CAUTIONS
    for name, advice in advices().items():
        demands = [caution.demand for caution in advice.cautions]
        assert len(set(demands)) == len(demands), name
