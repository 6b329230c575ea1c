"""What could still win: the bound never names too few, the count is exact."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import strategies as st

from advisor.explorer import Reading
from advisor.explorer import possible as module
from advisor.explorer.possible import possible
from advisor.rulebook.rulebook import Rulebook
from tests.examples import few_or_many, holds
from tests.interpreter import Interpreter, Written
from tests.rulebooks import files, loaded


def options_of(rulebook: Rulebook, question: str) -> list[str]:
    return [option.id for option in rulebook.questions[question].options]


def by_hand(interpreter: Interpreter, answers: dict[str, str]) -> set[str]:
    """Every completion, by the plain interpreter."""
    options = interpreter.written.options
    free = [question for question in options if question not in answers]
    completions = (dict(zip(free, values, strict=True)) for values in product(*(options[q] for q in free)))
    headlines = {interpreter.of(answers | completion).headline for completion in completions}
    return {form for form in headlines if form}


@st.composite
def half_answered(draw: st.DrawFn) -> tuple[Rulebook, Interpreter, dict[str, str]]:
    """A random rulebook, read in two ways, and an interview in which two or three questions are open."""
    content = draw(files())
    rulebook = loaded(content)
    questions = list(rulebook.questions)
    left = set(draw(st.lists(st.sampled_from(questions), min_size=1, max_size=3, unique=True)))
    answers = {q: draw(st.sampled_from(options_of(rulebook, q))) for q in questions if q not in left}
    return rulebook, Interpreter(Written(content)), rulebook.split(answers)[0]


@few_or_many(12, 100)
def test_the_forms_counted_are_those_that_win_in_some_completion(examples):
    @holds(half_answered(), examples)
    def check(given_):
        rulebook, interpreter, answers = given_
        result = possible(Reading(rulebook), answers)
        assert result.exact
        assert set(result.forms) == by_hand(interpreter, answers)


@few_or_many(12, 100)
def test_a_bound_never_names_too_few(examples):
    @holds(half_answered(), examples)
    def check(given_):
        rulebook, interpreter, answers = given_
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(module, "LIMIT", 0)
            result = possible(Reading(rulebook), answers)
        assert not result.exact
        assert set(result.forms) >= by_hand(interpreter, answers)
