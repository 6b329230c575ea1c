"""Flips and robustness, held against trying every change through the engine."""

from __future__ import annotations

from itertools import combinations, product

from hypothesis import given, settings
from hypothesis import strategies as st

from advisor.advice import Advisor
from advisor.explorer import Reading
from advisor.explorer.neighbours import robustness
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
