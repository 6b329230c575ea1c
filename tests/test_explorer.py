"""The bit-sliced reading: many answer sets side by side, and arithmetic on them equal to Python's.

That it agrees with the engine is in ``test_four_readings.py``.
"""

from __future__ import annotations

import itertools
import random
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from advisor.advice import Advisor
from advisor.explorer import Columns, Reading
from advisor.explorer.columns import first, listed, places, product, values_of
from advisor.explorer.numbers import Numbers, above
from advisor.explorer.reading import Fired
from advisor.rulebook.model import CRITERIA, FORMS, UNKNOWN
from advisor.rulebook.rulebook import GOALS, Rulebook
from tests import knowledge, rulebooks

LIGHT = settings(
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)

BATCH = 50
"""Interviews read side by side."""

# -- one answer set out of many, in the shape of an advice ---------------------------------------------


def known(answers: Mapping[str, str]) -> dict[str, str]:
    return {question: option for question, option in answers.items() if option != UNKNOWN}


def where(masks: Mapping[str, int], place: int) -> set[str]:
    return {name for name, mask in masks.items() if mask >> place & 1}


def seeds() -> st.SearchStrategy[int]:
    return st.integers(0, 2**32)


# -- equal to one at a time -----------------------------------------------------------------------------


def numbers_at(fired: Fired, place: int) -> dict[str, int]:
    return {form: up.at(place) - down.at(place) for form, (up, down) in fired.scores().items()}


@settings(LIGHT, max_examples=12)
@given(st.data())
def test_a_combination_is_read_beside_many_others_as_it_is_by_itself(data: st.DataObject) -> None:
    rulebook = data.draw(rulebooks.rulebooks())
    base = data.draw(rulebooks.interviews(rulebook))
    chosen = data.draw(st.lists(st.sampled_from([*rulebook.questions]), min_size=2, max_size=3, unique=True))
    columns = product(base, {question: values_of(rulebook, question) for question in chosen})
    together = Reading(rulebook).of(columns)
    for place in random.Random(0).sample(range(columns.size), min(columns.size, 20)):
        alone = Reading(rulebook).of(listed([columns.answers(place)]))
        assert numbers_at(together, place) == numbers_at(alone, 0)
        assert where(together.headlines(), place) == where(alone.headlines(), 0)
        for item in (*rulebook.rules.values(), *rulebook.gates.values(), *rulebook.cautions.values()):
            assert together.when(item.when) >> place & 1 == alone.when(item.when)


# -- which questions apply -----------------------------------------------------------------------------


@settings(LIGHT, max_examples=12)
@given(rulebooks.rulebooks(), seeds())
def test_an_answer_counts_where_its_question_applies(rulebook: Rulebook, seed: int) -> None:
    interviews = [rulebooks.random_answers(rulebook, seed + number) for number in range(BATCH)]
    fired = Reading(rulebook).of(listed(interviews))
    for place, answers in enumerate(interviews):
        counted = known(rulebook.split(answers)[0])
        assert {q: o for q in rulebook.questions for o in where(fired.answered(q), place)} == counted


def test_a_question_applies_only_where_the_one_before_it_applies(tmp_path: Path) -> None:
    questions = [
        *knowledge.frame()["rules/basics.yaml"]["questions"],
        knowledge.question("late", ["quiet", "busy"], ask_if=[{"night": "busy"}]),
    ]
    rulebook = knowledge.small(
        tmp_path, questions=questions, rules=[knowledge.rule("it", [{"late": "busy"}], "for", "insourcing")]
    )
    columns = product({}, {question: values_of(rulebook, question) for question in ("size", "night", "late")})
    holds = Reading(rulebook).of(columns).when(rulebook.rules["it"].when)
    assert [columns.answers(place) for place in range(columns.size) if holds >> place & 1] == [
        {"size": size, "night": "busy", "late": "busy"} for size in ("medium", "large")
    ]


# -- goals, ties and silence ---------------------------------------------------------------------------


def small(tmp_path: Path, rules: list[dict[str, Any]], **weights: dict[str, int]) -> Rulebook:
    """The small rulebook with these rules, no gates, and weights of its own for some goals."""
    files = knowledge.frame()
    files["rules/basics.yaml"] |= {"rules": rules, "gates": []}
    for goal in files["rules/forms.yaml"]["goals"]:
        goal["weights"] |= weights.get(goal["option"], {})
    return rulebooks.loaded(files)


def headlines_of(rulebook: Rulebook, *interviews: dict[str, str]) -> list[set[str]]:
    headlines = Reading(rulebook).of(listed(interviews)).headlines()
    return [where(headlines, place) for place in range(len(interviews))]


def test_without_goals_the_weights_for_unknown_count(tmp_path: Path) -> None:
    rules = [
        knowledge.rule("good", [{"size": "small"}], "for", "insourcing", 2, criterion="quality"),
        knowledge.rule("cheap", [{"size": "small"}], "for", "offshoring", 2, criterion="cost"),
    ]
    rulebook = small(
        tmp_path,
        rules,
        balanced={"quality": 9, "cost": 1},
        unknown={"quality": 1, "cost": 7},
        cost_quality_flexibility={"quality": 3, "cost": 4},
    )
    goals = (None, UNKNOWN, "balanced", "cost_quality_flexibility")
    fired = Reading(rulebook).of(listed([{"size": "small"} | ({GOALS: goal} if goal else {}) for goal in goals]))
    own, far = (fired.scores()[form][0] for form in ("insourcing", "offshoring"))
    assert [(own.at(place), far.at(place)) for place in range(4)] == [(2, 14), (2, 14), (18, 2), (6, 8)]
    for weights in fired.weights().values():
        assert sum(weights.values()) == fired.columns.all  # each interview has one weight per criterion


def test_a_tie_goes_to_the_first_form_card(tmp_path: Path) -> None:
    rules = [
        knowledge.rule(f"{size}_{form}", [{"size": size}], "for", form)
        for size, form in (("small", "nearshoring"), ("small", "outsourcing"), ("medium", "nearshoring"))
    ]
    rulebook = small(tmp_path, rules)
    assert [*rulebook.forms].index("outsourcing") < [*rulebook.forms].index("nearshoring")
    assert headlines_of(rulebook, {"size": "small"}, {"size": "medium"}) == [{"outsourcing"}, {"nearshoring"}]


def test_a_form_may_win_below_nought_but_not_where_nothing_counts(tmp_path: Path) -> None:
    rules = [knowledge.rule(f"no_{form}", [{"size": "small"}], "against", form) for form in FORMS]
    rules.append(knowledge.rule("no_own", [{"size": "small"}], "against", "insourcing", 1))
    rules.append(knowledge.rule("scoped", [{"size": "large"}], "for", "insourcing", segment="peak"))
    rulebook = small(tmp_path, rules)
    second = [*rulebook.forms][1]
    assert headlines_of(rulebook, {"size": "small"}, {"size": "large"}, {}) == [{second}, set(), set()]


# -- columns -------------------------------------------------------------------------------------------

OPTIONS = {"first": ("a", "b"), "second": ("a", "b", "c"), "third": ("x", "y", "z", "w"), "fourth": ("only",)}


@st.composite
def frees(draw: st.DrawFn) -> dict[str, tuple[str, ...]]:
    """Some free questions, in any order, each with at least one value, ``unknown`` sometimes among them."""
    free = {}
    for question in draw(st.lists(st.sampled_from([*OPTIONS]), unique=True)):
        values = draw(st.lists(st.sampled_from([*OPTIONS[question], UNKNOWN]), min_size=1, unique=True))
        free[question] = tuple(values)
    return free


def bases() -> st.SearchStrategy[dict[str, str]]:
    return st.fixed_dictionaries(
        {}, optional={question: st.sampled_from([*options, UNKNOWN]) for question, options in OPTIONS.items()}
    )


@settings(LIGHT, max_examples=60)
@given(bases(), frees())
def test_the_product_holds_every_combination_exactly_once(
    base: dict[str, str], free: dict[str, tuple[str, ...]]
) -> None:
    columns = product(base, free)
    combinations = [dict(zip(free, values, strict=True)) for values in itertools.product(*free.values())]
    wanted = [known(base | combination) for combination in combinations]
    have = [columns.answers(place) for place in range(columns.size)]
    assert len(have) == len(wanted)
    assert sorted(map(sorted, (a.items() for a in have))) == sorted(map(sorted, (a.items() for a in wanted)))
    assert all(mask & ~columns.all == 0 for options in columns.bits.values() for mask in options.values())


def test_a_wide_product_holds_every_combination_exactly_once() -> None:
    free = {f"q{number}": ("a", "b", "c", "d", UNKNOWN) for number in range(5)}
    columns = product({}, free)
    seen = {tuple(columns.answers(place).get(question) for question in free) for place in range(columns.size)}
    assert len(seen) == columns.size == 5**5


@settings(LIGHT, max_examples=60)
@given(st.lists(bases(), max_size=20))
def test_what_was_listed_is_read_back_without_what_is_not_known(answer_sets: list[dict[str, str]]) -> None:
    columns = listed(answer_sets)
    assert columns.size == len(answer_sets)
    assert [columns.answers(place) for place in range(columns.size)] == [known(answers) for answers in answer_sets]


def test_places_are_those_that_are_set_from_the_lowest_on() -> None:
    mask = sum(1 << place for place in (2, 3, 5, 11, 200))
    assert [*places(mask, 9)] == [2, 3, 5, 11, 200]
    assert [*places(mask, 3)] == [2, 3, 5]
    assert [*places(mask, 0)] == [*places(0, 9)] == []
    assert first(mask) == 2
    assert first(0) == -1


def test_no_answer_sets_have_no_headline(tmp_path: Path) -> None:
    assert set(Reading(knowledge.small(tmp_path)).of(listed([])).headlines().values()) == {0}


def test_a_finding_builds_on_others_whatever_their_names(tmp_path: Path) -> None:
    def finding(name: str, *when: dict[str, Any]) -> dict[str, Any]:
        return {"id": name, "text": knowledge.text(name), "when": list(when)}

    rulebook = knowledge.small(
        tmp_path,
        findings=[
            finding("a_last", {"finding": "m_middle"}, {"finding": "z_first"}),
            finding("m_middle", {"finding": "z_first"}),
            finding("z_first", {"size": "small"}),
        ],
        rules=[],
    )
    assert Reading(rulebook).of(Columns(2, {"size": {"small": 0b10}})).finding("a_last") == 0b10


# -- whole numbers, bit by bit -------------------------------------------------------------------------

WIDTH = 9
EVERYWHERE = (1 << WIDTH) - 1


def masks() -> st.SearchStrategy[int]:
    return st.integers(0, EVERYWHERE)


Sums = list[tuple[int, int]]
"""Amounts to add, each with the mask of the numbers it is added to."""


def sums() -> st.SearchStrategy[Sums]:
    return st.lists(st.tuples(masks(), st.integers(0, 40)), max_size=12)


def summed(sums: Sums) -> tuple[Numbers, list[int]]:
    """The same additions done both ways."""
    numbers, plain = Numbers(), [0] * WIDTH
    for mask, amount in sums:
        numbers.add(mask, amount)
        plain = [value + amount * (mask >> place & 1) for place, value in enumerate(plain)]
    return numbers, plain


def read(numbers: Numbers) -> list[int]:
    return [numbers.at(place) for place in range(WIDTH)]


@settings(LIGHT, max_examples=60)
@given(sums())
def test_adding_is_adding(amounts: Sums) -> None:
    numbers, plain = summed(amounts)
    assert read(numbers) == plain


@settings(LIGHT, max_examples=60)
@given(sums(), sums(), st.integers(0, 20), st.none() | masks())
def test_adding_numbers_is_adding_each_so_many_times_where_the_mask_allows(
    ours: Sums, theirs: Sums, times: int, mask: int | None
) -> None:
    (numbers, plain), (other, its) = summed(ours), summed(theirs)
    numbers.add_all(other, times, mask)
    allowed = EVERYWHERE if mask is None else mask
    assert read(numbers) == [
        one + two * times * (allowed >> place & 1) for place, (one, two) in enumerate(zip(plain, its, strict=True))
    ]
    assert read(other) == its


@settings(LIGHT, max_examples=60)
@given(sums(), sums())
def test_above_is_above_and_equal_is_equal(ours: Sums, theirs: Sums) -> None:
    (one, plain), (other, its) = summed(ours), summed(theirs)
    greater, equal = above(one, other, EVERYWHERE)
    assert [greater >> place & 1 for place in range(WIDTH)] == [a > b for a, b in zip(plain, its, strict=True)]
    assert [equal >> place & 1 for place in range(WIDTH)] == [a == b for a, b in zip(plain, its, strict=True)]
    assert (greater | equal) & ~EVERYWHERE == 0


def test_points_of_every_criterion_and_size_add_up_to_the_score(tmp_path: Path) -> None:
    """Enough rules at the heaviest weight for the carry to run through several planes."""
    rules = [
        knowledge.rule(
            f"r{n}", [{"size": "small"}], "for" if n % 3 else "against", "insourcing", 1 + n % 3, criterion=c
        )
        for n, c in enumerate(itertools.islice(itertools.cycle(CRITERIA), 60))
    ]
    rulebook = small(tmp_path, rules, unknown=dict.fromkeys(CRITERIA, 9))
    fired, advisor = Reading(rulebook).of(listed([{}, {"size": "small"}])), Advisor(rulebook)
    for place, answers in enumerate(({}, {"size": "small"})):
        assert numbers_at(fired, place) == {s.form: s.score for s in advisor.advise(answers).ranking}
