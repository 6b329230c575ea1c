"""What could still win: the bound never names too few, the count is exact."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import strategies as st

from advisor.explorer import Reading
from advisor.explorer import possible as module
from advisor.explorer.possible import possible, that_matter
from advisor.rulebook.model import FORMS
from advisor.rulebook.rulebook import Rulebook
from tests import knowledge
from tests.examples import few_or_many, holds
from tests.interpreter import Interpreter, Written
from tests.rulebooks import files, gate, loaded


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


@pytest.mark.parametrize(("limit", "exact"), [(0, False), (26, False), (27, True)])
def test_the_questions_that_leave_fewest_forms_come_first_within_the_limit_and_beyond(
    tmp_path, monkeypatch, limit, exact
):
    """Three questions with three options each decide something: 27 completions."""

    def asking(name: str, *deciding: str) -> dict[str, object]:
        return knowledge.question(name, ["one", "two", "three"]) | {"deciding": deciding}

    questions = [asking("seldom", "one"), asking("mostly", "two", "three"), asking("last", "three"), asking("never")]
    decided = {question["id"]: question.pop("deciding") for question in questions}
    basics = knowledge.frame()["rules/basics.yaml"]["questions"][:2]
    rules = [
        knowledge.rule(f"{question}_{option}", [{question: option}], "for", "insourcing", 3)
        for question, options in decided.items()
        for option in options
    ]
    rules.append(knowledge.rule("now", [{"current_model": "mixed"}], "for", "outsourcing", 2))
    rulebook = knowledge.small(
        tmp_path, questions=[*basics, *questions], findings=[], gates=[], cautions=[], rules=rules
    )
    monkeypatch.setattr(module, "LIMIT", limit)
    found = possible(Reading(rulebook), {"goals": "balanced", "current_model": "mixed"})
    assert found.exact is exact
    assert found.forms == ("insourcing", "outsourcing")
    assert found.ask_first == ("mostly", "seldom", "last")


def test_a_question_with_many_answers_comes_first_when_most_of_them_leave_one_form(tmp_path):
    many = ["one", "two", "three", "four", "five"]
    questions = [
        knowledge.question("goals", knowledge.GOALS, influence="choice"),
        knowledge.question("current_model", [*FORMS, "mixed", "none"]),
        knowledge.question("either", ["left", "right"]),
        knowledge.question("many", many),
    ]
    rules = [
        knowledge.rule("left", [{"either": "left"}], "for", "insourcing"),
        knowledge.rule("right", [{"either": "right"}], "for", "outsourcing"),
        knowledge.rule("most", [{"many": many[:4]}], "for", "nearshoring", 3),
    ]
    topic = {"questions": questions, "rules": rules, "findings": [], "gates": [], "cautions": []}
    found = possible(Reading(knowledge.small(tmp_path, **topic)), {"goals": "balanced"})
    assert found.ask_first == ("many", "either")


@pytest.mark.parametrize("limit", [0, module.LIMIT])
def test_a_question_that_does_not_apply_yet_is_not_asked_first(tmp_path, monkeypatch, limit):
    reading = Reading(knowledge.small(tmp_path, gates=[]))
    monkeypatch.setattr(module, "LIMIT", limit)
    assert possible(reading, {}).ask_first == ("size",)
    assert possible(reading, {"size": "medium"}).ask_first == ("night",)


@pytest.mark.parametrize("limit", [0, module.LIMIT])
def test_not_even_when_its_answer_would_leave_fewer_forms(tmp_path, monkeypatch, limit):
    rules = [
        knowledge.rule("own", [{"size": "small"}], "for", "insourcing"),
        knowledge.rule("out", [{"size": "large"}], "for", "outsourcing"),
        knowledge.rule("near", [{"size": "large"}, {"night": "busy"}], "for", "nearshoring", 3),
    ]
    reading = Reading(knowledge.small(tmp_path, rules=rules, gates=[]))
    monkeypatch.setattr(module, "LIMIT", limit)
    assert possible(reading, {}).ask_first == ("size",)
    assert possible(reading, {"size": "large"}).ask_first == ("night",)


def matter(tmp_path, known, **topic):
    """Which of goals, current_model, size and night can still decide the headline, by these items alone."""
    empty = {"findings": [], "rules": [], "gates": [], "cautions": []}
    return that_matter(Reading(knowledge.small(tmp_path, **empty | topic)), known)


def test_the_goals_matter_until_they_are_known(tmp_path):
    assert matter(tmp_path / "open", {}) == ("goals",)
    assert matter(tmp_path / "known", {"goals": "balanced"}) == ()


def test_a_question_matters_by_a_gate_on_the_headline_and_not_by_one_on_a_part(tmp_path):
    known, large = {"goals": "balanced"}, [{"size": "large"}]
    assert matter(tmp_path / "whole", known, gates=[gate("it", large, "outsourcing")]) == ("size",)
    part = gate("it", large, "outsourcing", scope="part", segment="peak")
    assert matter(tmp_path / "part", known, gates=[part]) == ()


def test_a_question_no_longer_matters_when_the_finding_it_leads_to_holds_already(tmp_path):
    found = {"id": "either", "text": knowledge.text("either"), "when": [{"size": "large"}]}
    way = {"id": "other_way", "finding": "either", "when": [{"current_model": "none"}]}
    rule = knowledge.rule("it", [{"finding": "either"}], "for", "outsourcing")
    topic = {"findings": [found], "derivations": [way], "rules": [rule]}
    known = {"goals": "balanced"}
    assert matter(tmp_path / "open", known, **topic) == ("current_model", "size")
    assert matter(tmp_path / "holds", known | {"size": "large"}, **topic) == ()
    assert matter(tmp_path / "may", known | {"size": "small"}, **topic) == ("current_model",)
