"""What could still win: the bound never names too few, the count is exact."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advisor.advice import Advisor
from advisor.explorer import Reading
from advisor.explorer import possible as module
from advisor.explorer.possible import possible
from advisor.rulebook.rulebook import Rulebook
from tests.rulebooks import rulebooks


def options_of(rulebook: Rulebook, question: str) -> list[str]:
    return [option.id for option in rulebook.questions[question].options]


def by_hand(rulebook: Rulebook, answers: dict[str, str]) -> set[str]:
    """Every completion, through the engine."""
    advisor = Advisor(rulebook)
    free = [q for q in rulebook.questions if q not in answers]
    found = set()
    for values in product(*(options_of(rulebook, q) for q in free)):
        form = advisor.advise(answers | dict(zip(free, values, strict=True))).recommendation.form
        if form:
            found.add(form)
    return found


@st.composite
def half_answered(draw: st.DrawFn) -> tuple[Rulebook, dict[str, str]]:
    """A random rulebook, and an interview in which two or three questions are open."""
    rulebook = draw(rulebooks())
    questions = list(rulebook.questions)
    left = set(draw(st.lists(st.sampled_from(questions), min_size=1, max_size=3, unique=True)))
    answers = {q: draw(st.sampled_from(options_of(rulebook, q))) for q in questions if q not in left}
    return rulebook, rulebook.split(answers)[0]


@given(half_answered())
@settings(deadline=None, max_examples=25)
def test_the_forms_counted_are_those_that_win_in_some_completion(given_):
    rulebook, answers = given_
    result = possible(Reading(rulebook), answers)
    assert result.exact
    assert set(result.forms) == by_hand(rulebook, answers)


@given(half_answered())
@settings(deadline=None, max_examples=25)
def test_a_bound_never_names_too_few(given_):
    rulebook, answers = given_
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "LIMIT", 0)
        result = possible(Reading(rulebook), answers)
    assert not result.exact
    assert set(result.forms) >= by_hand(rulebook, answers)
