"""Flips and robustness, held against trying every change through the engine."""

from __future__ import annotations

from itertools import combinations, product
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from advisor.advice import Advisor
from advisor.explorer import Reading
from advisor.explorer.neighbours import Robustness, robustness
from advisor.rulebook.model import FORMS
from tests import knowledge
from tests.rulebooks import rulebooks


def changed(rulebook, answers, distance):
    """Every answer set exactly ``distance`` known answers away, with what was changed."""
    for questions in combinations(answers, distance):
        others = [[o.id for o in rulebook.questions[q].options if o.id != answers[q]] for q in questions]
        for options in product(*others):
            yield dict(zip(questions, options, strict=True))


@given(st.data())
@settings(deadline=None, max_examples=15)
def test_flips_and_counts_are_those_of_trying_every_change(data):
    rulebook = data.draw(rulebooks(most_rules=12))
    answers = {}
    for question in list(rulebook.questions)[:5]:
        answers[question] = data.draw(st.sampled_from([o.id for o in rulebook.questions[question].options]))
    answers = rulebook.split(answers)[0]
    advisor = Advisor(rulebook)
    base = advisor.advise(answers)
    ranking = [standing.form for standing in base.ranking]
    result = robustness(Reading(rulebook), answers, ranking)
    if base.recommendation.form is None:
        assert result is None
        return
    wins = {form: {} for form in ranking}
    sizes = {}
    for distance in (1, 2, 3):
        sizes[distance] = 0
        for change in changed(rulebook, answers, distance):
            sizes[distance] += 1
            form = advisor.advise(answers | change).recommendation.form
            if form:
                wins[form].setdefault(distance, []).append(change)
    headline = ranking[0]
    assert (result.single_changes, result.pair_changes) == (sizes[1], sizes[2])
    assert result.kept == len(wins[headline].get(1, []))
    assert result.pairs_kept == len(wins[headline].get(2, []))
    assert [flip.form for flip in result.flips] == ranking[1:]
    for flip in result.flips:
        fewest = next((wins[flip.form][d] for d in (1, 2, 3) if d in wins[flip.form]), [])
        assert flip.total == len(fewest)
        assert len(flip.sets) == min(10, len(fewest))
        assert all(dict(shown.changes) in fewest for shown in flip.sets)
        ranks = [["choice", "negotiable", "given"].index(shown.influence) for shown in flip.sets]
        assert ranks == sorted(ranks)
        for shown in flip.sets:
            influences = {rulebook.questions[q].influence for q in shown.changes}
            least = next(i for i in ("given", "negotiable", "choice") if i in influences)
            assert shown.influence == least


def switches(**influence: str) -> list[dict[str, Any]]:
    """Questions that are on or off."""
    return [knowledge.question(name, ["out_", "in_"], influence=kind) for name, kind in influence.items()]


def firmness(tmp_path: Path, questions: list[dict[str, Any]], rules: list[dict[str, Any]], **other: str) -> Robustness:
    """Of an own team that always leads by a little, while every switch is off."""
    basics = knowledge.frame()["rules/basics.yaml"]["questions"][:2]
    always = knowledge.rule("always", [{"current_model": [*FORMS, "mixed", "none"]}], "for", "insourcing", 1)
    rulebook = knowledge.small(
        tmp_path, questions=[*basics, *questions], findings=[], gates=[], cautions=[], rules=[always, *rules]
    )
    answers = {"current_model": "mixed"} | {question["id"]: "out_" for question in questions} | other
    found = robustness(Reading(rulebook), answers, FORMS)
    assert found is not None
    return found


def on(form: str, *switched: str) -> dict[str, Any]:
    return knowledge.rule(f"{form}_{'_'.join(switched)}", [{name: "in_"} for name in switched], "for", form, 3)


def test_flips_take_the_fewest_changes_and_three_at_most(tmp_path):
    questions = switches(**dict.fromkeys("abcdefghij", "choice"))
    found = firmness(
        tmp_path,
        questions,
        [on("outsourcing", "a"), on("nearshoring", *"bc"), on("offshoring", *"def"), on("temp_agency", *"ghij")],
    )
    assert {flip.form: [dict(shown.changes) for shown in flip.sets] for flip in found.flips} == {
        "outsourcing": [{"a": "in_"}],
        "nearshoring": [{"b": "in_", "c": "in_"}],
        "offshoring": [{"d": "in_", "e": "in_", "f": "in_"}],
        "temp_agency": [],
        "managed_insourcing": [],
    }
    assert [flip.total for flip in found.flips] == [1, 1, 1, 0, 0]


def test_pairs_are_counted_too_when_one_change_is_enough_for_every_form(tmp_path):
    found = firmness(tmp_path, switches(**dict.fromkeys("abcde", "choice")), [*map(on, FORMS[1:], "abcde")])
    assert [flip.total for flip in found.flips] == [1] * 5
    assert (found.single_changes, found.kept) == (5 + 7, 7)
    assert (found.pair_changes, found.pairs_kept) == (10 + 5 * 7, 0)


def test_what_one_can_choose_comes_before_what_is_to_be_discussed_and_what_just_happens(tmp_path):
    questions = switches(a="given", b="negotiable", c="choice", d="choice", e="negotiable")
    rules = [*(on("outsourcing", name) for name in "abc"), on("nearshoring", "d", "e"), on("offshoring", "a", "e")]
    found = {flip.form: flip for flip in firmness(tmp_path, questions, rules).flips}
    assert [(dict(shown.changes), shown.influence) for shown in found["outsourcing"].sets] == [
        ({"c": "in_"}, "choice"),
        ({"b": "in_"}, "negotiable"),
        ({"a": "in_"}, "given"),
    ]
    assert [shown.influence for shown in found["nearshoring"].sets] == ["negotiable"]


def test_no_more_than_ten_sets_are_named_and_all_are_counted(tmp_path):
    many = knowledge.question("many", ["out_", *(f"in_{n}" for n in range(12))], influence="choice")
    last = switches(last="given")
    rules = [knowledge.rule("out", [{"many": {"not": ["out_"]}}], "for", "outsourcing", 3), on("outsourcing", "last")]
    flip = firmness(tmp_path, [many, *last], rules).flips[0]
    assert flip.total == 13
    assert [dict(shown.changes) for shown in flip.sets] == [{"many": f"in_{n}"} for n in range(10)]
