"""Where the headline turns when the goals are weighed otherwise, held against the engine at each weighting."""

from __future__ import annotations

import dataclasses
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from advisor.advice import Advisor
from advisor.explorer.goals import STEPS, TRADED
from advisor.rulebook.rulebook import GOALS
from tests import knowledge
from tests.rulebooks import gate, interviews, random_answers, rulebooks, shipped

if TYPE_CHECKING:
    from collections.abc import Mapping

    from advisor.rulebook.rulebook import Rulebook


def headline_at(rulebook: Rulebook, answers: Mapping[str, str], shares: Mapping[str, Fraction]) -> str | None:
    """The headline when the goals share their present total like this, through the engine."""
    weights = rulebook.weights(answers)
    total = sum(weights[goal] for goal in TRADED)
    whole = STEPS * 1000  # weights are whole numbers: everything times the same
    otherwise = {c: int(total * shares[c] * whole) if c in TRADED else weights[c] * whole for c in weights}
    goals = {name: msgspec.structs.replace(goal, weights=otherwise) for name, goal in rulebook.goals.items()}
    return Advisor(dataclasses.replace(rulebook, goals=goals)).advise(answers).recommendation.form


def shares_of(row: int, place: int) -> dict[str, Fraction]:
    return dict(zip(TRADED, (Fraction(n, STEPS) for n in (STEPS - row, row - place, place)), strict=True))


@given(st.data())
@settings(deadline=None, max_examples=12)
def test_every_point_of_the_grid_is_the_headline_at_that_weighting(data):
    rulebook = data.draw(rulebooks())
    answers = data.draw(interviews(rulebook))
    thresholds = Advisor(rulebook).advise(answers).thresholds
    if thresholds is None:
        return
    for row in data.draw(st.lists(st.integers(0, STEPS), min_size=3, max_size=3)):
        place = data.draw(st.integers(0, row))
        assert thresholds.grid[row][place] == headline_at(rulebook, answers, shares_of(row, place))


def test_the_grid_of_the_shipped_rulebook_has_the_present_headline_where_the_goals_are_now():
    rulebook, turning = shipped(), 0
    advisor = Advisor(rulebook)
    for seed in range(6):
        for goals in rulebook.goals:
            advice = advisor.advise(random_answers(rulebook, seed) | {GOALS: goals})
            thresholds = advice.thresholds
            quality, _, cost = (int(thresholds.now[goal] * STEPS) for goal in TRADED)
            assert thresholds.grid[STEPS - quality][cost] == advice.recommendation.form
            for goal in TRADED:
                here = [r.form for r in thresholds.ranges[goal] if r.start <= thresholds.now[goal] <= r.end]
                assert advice.recommendation.form in here
            turning += len(thresholds.forms) > 1
    assert turning


@given(st.data())
@settings(deadline=None, max_examples=12)
def test_between_two_thresholds_the_form_named_is_the_headline(data):
    rulebook = data.draw(rulebooks())
    answers = data.draw(interviews(rulebook))
    thresholds = Advisor(rulebook).advise(answers).thresholds
    if thresholds is None:
        return
    goal = data.draw(st.sampled_from(TRADED))
    ranges = thresholds.ranges[goal]
    assert (ranges[0].start, ranges[-1].end) == (0, 1)
    assert all(one.end == two.start and one.form != two.form for one, two in pairwise(ranges))
    stretch = data.draw(st.sampled_from(ranges))
    share = Fraction(round((stretch.start + stretch.end) / 2 * 1000), 1000)
    if not stretch.start < share < stretch.end:
        return
    rest = 1 - thresholds.now[goal]
    shares = {g: share if g == goal else thresholds.now[g] / rest * (1 - share) for g in TRADED}
    assert headline_at(rulebook, answers, shares) == stretch.form


def test_the_threshold_is_where_two_scores_cross(tmp_path):
    rules = [
        knowledge.rule("good", [{"size": "small"}], "for", "insourcing", 3, criterion="quality"),
        knowledge.rule("cheap", [{"size": "small"}], "for", "offshoring", 1, criterion="cost"),
    ]
    rulebook = knowledge.small(tmp_path, rules=rules, gates=[])
    answers = {"goals": "balanced", "size": "small"}
    thresholds = Advisor(rulebook).advise(answers).thresholds
    # 3 x quality against 1 x cost; while cost grows, quality and flexibility each keep half of the rest.
    own, far = thresholds.ranges["cost"]
    assert (own.form, far.form) == ("insourcing", "offshoring")
    assert own.end == far.start == Fraction(3, 5)
    assert thresholds.grid[0] == ("insourcing",)
    assert thresholds.grid[STEPS][STEPS] == "offshoring"
    assert thresholds.forms == ("insourcing", "offshoring")


def test_an_excluded_form_wins_nowhere(tmp_path):
    both = [{"size": ["small", "large"]}]
    rules = [
        knowledge.rule("good", both, "for", "insourcing", 1, criterion="quality"),
        knowledge.rule("cheap", both, "for", "offshoring", 3, criterion="cost"),
    ]
    rulebook = knowledge.small(tmp_path, rules=rules, gates=[gate("forbidden", [{"size": "large"}], "offshoring")])
    advisor = Advisor(rulebook)
    assert "offshoring" in advisor.advise({"size": "small"}).thresholds.forms
    assert "offshoring" not in advisor.advise({"size": "large"}).thresholds.forms


def test_without_a_headline_there_is_nothing_that_turns(tmp_path):
    assert Advisor(knowledge.small(tmp_path)).advise({}).thresholds is None
