"""What is still to come: no useful question is passed over, and what is settled stays so."""

from __future__ import annotations

import random
from itertools import product
from math import prod
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume
from hypothesis import strategies as st

from advisor.advice import Advisor
from advisor.explorer import Reading, ahead
from advisor.explorer.ahead import settled_on, useful
from advisor.explorer.columns import values_of
from advisor.interview import Interview
from advisor.interview.interview import Settled
from advisor.rulebook.model import FORMS, UNKNOWN
from tests import knowledge
from tests.examples import few_or_many, holds
from tests.interpreter import FIRST_RUN, SECOND_RUN, Interpreter, Written
from tests.rulebooks import files, interviews, loaded, random_answers, shipped

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from advisor.rulebook.rulebook import Rulebook


def completions(rulebook: Rulebook, answers: Mapping[str, str], left: list[str]) -> Iterator[dict[str, str]]:
    for values in product(*(values_of(rulebook, question) for question in left)):
        yield rulebook.split({**answers, **dict(zip(left, values, strict=True))})[0]


@st.composite
def half_way(draw: st.DrawFn) -> tuple[Rulebook, Interpreter, dict[str, str], list[str]]:
    """A random rulebook, read in two ways, an interview with ``unknown`` in it, and the few questions left open."""
    content = draw(files())
    rulebook = loaded(content)
    left = draw(st.lists(st.sampled_from([*rulebook.questions]), min_size=1, max_size=3, unique=True))
    given_ = draw(interviews(rulebook))
    answers = rulebook.split({q: given_.get(q, UNKNOWN) for q in rulebook.questions if q not in left})[0]
    left = [question for question in rulebook.questions if question not in answers]
    assume(prod(len(values_of(rulebook, question)) for question in left) <= 200)
    return rulebook, Interpreter(Written(content)), answers, left


@few_or_many(12, 150)
def test_nothing_but_findings_hangs_on_a_question_that_is_passed_over(examples):
    @holds(half_way(), examples)
    def check(case):
        rulebook, interpreter, answers, left = case
        matter = useful(Reading(rulebook), answers)
        for completed in completions(rulebook, answers, left):
            without = {question: option for question, option in completed.items() if question in matter | set(answers)}
            full, cut = (interpreter.of(given_, chosen=FORMS) for given_ in (completed, without))
            for section in (*FIRST_RUN, *SECOND_RUN):
                assert full.fired[section] == cut.fired[section], section


@few_or_many(12, 150)
def test_what_is_settled_is_the_headline_of_every_completion_and_nothing_else_is(examples):
    @holds(half_way(), examples)
    def check(case):
        rulebook, interpreter, answers, left = case
        headlines = {interpreter.of(given_).headline for given_ in completions(rulebook, answers, left)}
        assert settled_on(Reading(rulebook), answers) == (headlines.pop() if len(headlines) == 1 else None)


@few_or_many(12, 150)
def test_a_bound_never_says_settled_too_soon(examples):
    @holds(half_way(), examples)
    def check(case):
        rulebook, interpreter, answers, left = case
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(ahead, "LIMIT", 0)
            form = settled_on(Reading(rulebook), answers)
        for completed in completions(rulebook, answers, left) if form else []:
            assert interpreter.of(completed).headline == form


def test_beyond_the_limit_a_headline_is_settled_when_the_bounds_leave_one_form_and_the_goals_are_known(
    tmp_path, monkeypatch
):
    rules = [
        knowledge.rule("own", [{"size": "small"}], "for", "insourcing", 3),
        knowledge.rule("far", [{"night": "busy"}], "against", "outsourcing"),
    ]
    reading = Reading(knowledge.small(tmp_path, gates=[], rules=rules))
    monkeypatch.setattr(ahead, "LIMIT", 0)
    small_ = {"current_model": "mixed", "size": "small"}
    assert settled_on(reading, {"goals": "balanced", **small_}) == "insourcing"
    assert settled_on(reading, small_) is None
    assert settled_on(reading, {"goals": "balanced", "current_model": "mixed", "size": "medium"}) is None


@pytest.mark.parametrize(("limit", "form"), [(4, "outsourcing"), (3, None)])
def test_within_the_limit_it_is_seen_that_two_answers_exclude_each_other(tmp_path, monkeypatch, limit, form):
    """Bounds add up what two options of one question say; the options and ``unknown`` are four completions."""
    rules = [
        *(knowledge.rule(f"own_{size}", [{"size": size}], "for", "insourcing", 2) for size in ("small", "medium")),
        knowledge.rule("now", [{"current_model": "mixed"}], "for", "outsourcing", 3),
    ]
    reading = Reading(knowledge.small(tmp_path, gates=[], rules=rules))
    monkeypatch.setattr(ahead, "LIMIT", limit)
    assert settled_on(reading, {"goals": "balanced", "current_model": "mixed"}) == form


def test_beyond_the_limit_a_form_that_is_left_over_without_anything_for_or_against_is_not_settled(
    tmp_path, monkeypatch
):
    gates = [
        {
            "id": f"no_{form}",
            "when": [{"size": "small"}],
            "excludes": form,
            "scope": "everywhere",
            "because": knowledge.text("too small"),
            "lift": knowledge.text("grow"),
            "sources": ["seed"],
        }
        for form in FORMS[1:]
    ]
    rules = [knowledge.rule("own", [{"size": ["small", "large"]}, {"current_model": "mixed"}], "for", FORMS[0], 3)]
    reading = Reading(knowledge.small(tmp_path, gates=gates, rules=rules))
    monkeypatch.setattr(ahead, "LIMIT", 0)
    assert settled_on(reading, {"goals": "balanced", "size": "small"}) is None
    assert settled_on(reading, {"goals": "balanced", "size": "small", "current_model": "mixed"}) == FORMS[0]


def test_what_the_shipped_rulebook_settles_early_no_later_answer_changes():
    rulebook = shipped()
    advisor, reading, settled = Advisor(rulebook), Reading(rulebook), 0
    for seed in range(8):
        full, chance = random_answers(rulebook, seed, missing=0), random.Random(seed)
        for count in range(22, len(full)):
            answers = rulebook.split(dict(list(full.items())[:count]))[0]
            if form := settled_on(reading, answers):
                settled += 1
                for _ in range(3):
                    later = {q: chance.choice(values_of(rulebook, q)) for q in list(full)[count:]}
                    assert advisor.advise({**full, **later}).recommendation.form == form
                break
    assert settled >= 3


# -- in the interview ----------------------------------------------------------------------------------


def small(tmp_path: Path) -> Rulebook:
    """``late`` only counts together with a small size; ``night`` decides nothing that ``size`` has not decided."""
    basics = knowledge.frame()["rules/basics.yaml"]["questions"]
    return knowledge.small(
        tmp_path,
        questions=[*basics, knowledge.question("late", ["quiet", "busy"]), knowledge.question("last", ["no_", "yes_"])],
        findings=[
            {"id": "heavy", "text": knowledge.text("heavy"), "when": [{"size": "small"}, {"late": "busy"}]},
        ],
        gates=[],
        rules=[
            knowledge.rule("own", [{"size": ["small", "large"]}], "for", "insourcing", 3),
            knowledge.rule("other", [{"size": "medium"}], "for", "outsourcing", 1),
            knowledge.rule("far", [{"night": "busy"}], "for", "offshoring", 2),
            knowledge.rule("heavily", [{"finding": "heavy"}], "against", "outsourcing", 1),
            knowledge.rule("at_last", [{"last": "yes_"}], "for", "nearshoring", 1),
        ],
    )


def asked(rulebook: Rulebook, **answers: str) -> list[str]:
    interview, seen = Interview(rulebook), []
    while interview.current:
        seen.append(interview.current.id)
        interview.answer(answers.get(interview.current.id, UNKNOWN))
    return seen


def test_a_question_that_can_change_nothing_any_more_is_not_asked(tmp_path):
    rulebook = small(tmp_path)
    assert "late" in asked(rulebook, size="small")
    assert "late" not in asked(rulebook, size="large")
    assert "late" not in asked(rulebook)


def test_a_question_passed_over_comes_back_when_an_earlier_answer_changes(tmp_path):
    interview = Interview(small(tmp_path), {"size": "large"})
    assert "late" not in interview.to_come
    interview.go_to("size")
    interview.answer("small")
    assert "late" in interview.to_come


def test_a_question_passed_over_does_not_hold_up_the_end(tmp_path):
    rulebook = small(tmp_path)
    interview = Interview(rulebook, {q: UNKNOWN for q in rulebook.questions if q != "late"})
    assert interview.finished
    assert interview.share_answered == 1
    advice = Advisor(rulebook).advise(interview.given)
    assert "late" in advice.open  # it has no answer
    assert "late" in advice.to_find_out  # with a small size it would count
    assert "late" not in Advisor(rulebook).advise({**interview.given, "size": "large"}).to_find_out


def test_the_interview_says_when_no_question_to_come_changes_the_headline(tmp_path):
    rulebook = small(tmp_path)
    interview = Interview(rulebook, {"goals": "balanced", "current_model": "mixed"})
    assert interview.settled is None
    interview.answer("large")
    assert interview.settled == Settled("insourcing", ())


def test_what_is_not_known_is_named_as_what_could_still_change_it(tmp_path):
    rulebook = small(tmp_path)
    answers = {"goals": "balanced", "current_model": "mixed", "size": "medium"}
    assert Interview(rulebook, answers | {"night": "quiet"}).settled == Settled("outsourcing", ())
    assert Interview(rulebook, answers | {"night": UNKNOWN}).settled == Settled("outsourcing", ("night",))
    assert Interview(rulebook, answers).settled is None


def test_nothing_is_called_settled_when_nothing_is_left_to_ask(tmp_path):
    rulebook = small(tmp_path)
    answered = {"goals": "balanced", "current_model": "mixed", "size": "large", "night": "busy", "last": "no_"}
    interview = Interview(rulebook, answered)
    assert interview.finished
    assert interview.settled is None
