"""What may still win by bounds on the scores alone: as few forms as the points allow, never too few."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from advisor.explorer import Reading
from advisor.explorer.bounds import Bounds
from advisor.rulebook.model import CRITERIA, FORMS
from tests import knowledge

OWN, OUT, *OTHERS = FORMS
KNOWN = {"current_model": "mixed"}
OPEN, SURE = [{"size": "small"}], [{"current_model": "mixed"}]


def forms(tmp_path: Path, rules: list[dict[str, Any]], known: dict[str, str], **topic: Any) -> tuple[str, ...]:
    topic = {"gates": [], "findings": [], "cautions": []} | topic
    rulebook = knowledge.small(tmp_path, rules=rules, **topic)
    return Bounds(Reading(rulebook), known).forms()


def rules(form: str, *points: tuple[list[dict[str, str]], int]) -> list[dict[str, Any]]:
    return [
        knowledge.rule(f"{form}_{n}", when, "for" if amount > 0 else "against", form, abs(amount))
        for n, (when, amount) in enumerate(points)
    ]


def test_what_holds_adds_up(tmp_path):
    assert forms(tmp_path, rules(OWN, (SURE, 1), (SURE, 1)) + rules(OUT, (OPEN, 1)), KNOWN) == (OWN,)


def test_what_may_speak_for_a_form_adds_up(tmp_path):
    assert forms(tmp_path, rules(OWN, (OPEN, 1), (OPEN, 1)) + rules(OUT, (SURE, 2)), KNOWN) == (OWN, OUT)
    assert forms(tmp_path, rules(OWN, (OPEN, 1), (OPEN, 1)) + rules(OUT, (SURE, 3)), KNOWN) == (OUT,)


def test_what_may_speak_against_a_form_adds_up(tmp_path):
    against = rules(OWN, (SURE, 3), (OPEN, -1), (OPEN, -1))
    assert forms(tmp_path, against + rules(OUT, (SURE, 1)), KNOWN) == (OWN, OUT)
    assert forms(tmp_path, against, KNOWN) == (OWN,)
    assert forms(tmp_path, rules(OWN, (SURE, 1), (OPEN, -1)) + rules(OUT, (SURE, 2)), KNOWN) == (OUT,)


def test_what_can_no_longer_hold_counts_for_nothing(tmp_path):
    assert forms(tmp_path, rules(OWN, (SURE, 1)) + rules(OUT, (OPEN, 3)), {**KNOWN, "size": "large"}) == (OWN,)


@pytest.mark.parametrize(
    ("goals", "left"),
    [
        ("quality_cost_flexibility", {OWN}),
        ("cost_quality_flexibility", {OUT}),
        ("unknown", {OTHERS[0]}),
        (None, {OWN, OUT}),
    ],
)
def test_the_goals_weigh_and_open_goals_may_become_any_but_unknown(tmp_path, goals, left):
    files = knowledge.frame()
    for goal in files["rules/forms.yaml"]["goals"]:
        first = goal["option"].split("_")[0]
        only = {"quality": "quality", "cost": "cost", "unknown": "feasibility"}.get(first, "quality")
        goal["weights"] = {criterion: 3 if criterion == only else 1 for criterion in CRITERIA}
    by_criterion = [
        knowledge.rule(form, SURE, "for", form, criterion=criterion)
        for form, criterion in ((OWN, "quality"), (OUT, "cost"), (OTHERS[0], "feasibility"))
    ]
    files["rules/basics.yaml"] |= {"rules": by_criterion, "gates": []}
    reading = Reading(knowledge.load(knowledge.write(tmp_path, files)))
    known = KNOWN | ({"goals": goals} if goals else {})
    assert set(Bounds(reading, known).forms()) == left


def test_forms_that_may_all_be_excluded_all_stay(tmp_path):
    gates = [gate(form, OPEN) for form in FORMS]
    assert forms(tmp_path, rules(OWN, (SURE, 3)), KNOWN, gates=gates) == FORMS


def test_a_form_that_may_be_excluded_beats_nothing(tmp_path):
    assert forms(tmp_path, rules(OWN, (SURE, 3)), KNOWN, gates=[gate(OWN, OPEN)]) == FORMS
    assert forms(tmp_path, rules(OWN, (SURE, 3)), KNOWN, gates=[gate(OWN, SURE)]) == FORMS[1:]


def gate(form: str, when: list[dict[str, str]]) -> dict[str, Any]:
    words = {key: knowledge.text(key) for key in ("because", "lift")}
    return {"id": f"no_{form}", "when": when, "excludes": form, "scope": "everywhere", "sources": ["seed"], **words}
