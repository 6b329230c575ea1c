"""The interview asks what applies, in order, keeps every answer, and never breaks on a wrong one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from advisor.interview import Interview
from advisor.rulebook.model import UNKNOWN
from tests import knowledge, rulebooks

if TYPE_CHECKING:
    from advisor.rulebook.rulebook import Rulebook

QUESTIONS = ["goals", "current_model", "size", "night"]
"""Of the small rulebook; ``night`` applies when ``size`` is medium or large."""


@pytest.fixture
def rulebook(tmp_path: Path) -> Rulebook:
    return knowledge.small(tmp_path)


@pytest.fixture
def interview(rulebook: Rulebook) -> Interview:
    return Interview(rulebook)


def at(interview: Interview) -> str | None:
    return interview.current.id if interview.current else None


def answer_all(interview: Interview, **answers: str) -> Interview:
    while interview.current:
        interview.answer(answers.get(interview.current.id, UNKNOWN))
    return interview


def state(interview: Interview) -> tuple[Any, ...]:
    return (
        at(interview),
        dict(interview.given),
        dict(interview.answers),
        dict(interview.set_aside),
        dict(interview.notes),
        interview.progress,
        interview.share_answered,
        interview.finished,
        interview.review(),
    )


# -- which question comes next ---------------------------------------------------------------------


def test_questions_come_in_the_order_of_the_files(interview: Interview) -> None:
    seen = []
    while interview.current:
        seen.append(interview.current.id)
        interview.answer("large" if interview.current.id == "size" else UNKNOWN)
    assert seen == QUESTIONS
    assert interview.finished


def test_a_question_that_does_not_apply_is_not_asked(interview: Interview) -> None:
    answer_all(interview, size="small")
    assert interview.finished
    assert "night" not in interview.given


@pytest.mark.parametrize("answer", ["small", UNKNOWN])
def test_dont_know_does_not_open_a_question(interview: Interview, answer: str) -> None:
    answer_all(interview, size=answer)
    assert list(interview.given) == QUESTIONS[:-1]


def test_an_interview_goes_on_where_the_answers_end(rulebook: Rulebook) -> None:
    interview = Interview(rulebook, {"goals": "balanced", "size": "large"}, {"size": "about"})
    assert at(interview) == "current_model"
    assert interview.notes == {"size": "about"}
    interview.answer("mixed")
    assert at(interview) == "night"


def test_what_is_passed_in_is_not_changed(rulebook: Rulebook) -> None:
    answers, notes = {"goals": "balanced"}, {"goals": "so"}
    interview = Interview(rulebook, answers, notes)
    interview.answer("mixed")
    interview.note("other", "goals")
    assert (answers, notes) == ({"goals": "balanced"}, {"goals": "so"})


# -- changing an answer ----------------------------------------------------------------------------


def test_a_changed_answer_is_taken_and_the_interview_goes_on(interview: Interview) -> None:
    interview.answer("balanced")
    interview.answer("mixed")
    interview.go_to("goals")
    assert at(interview) == "goals"
    interview.answer("cost_quality_flexibility")
    assert interview.answers == {"goals": "cost_quality_flexibility", "current_model": "mixed"}
    assert at(interview) == "size"


def test_an_answer_that_no_longer_applies_is_set_aside_shown_and_comes_back(interview: Interview) -> None:
    answer_all(interview, size="large", night="busy")
    interview.go_to("size")
    interview.answer("small")
    assert interview.finished
    assert interview.set_aside == {"night": "busy"}
    assert "night" not in interview.answers
    [line] = [reviewed for reviewed in interview.review() if reviewed.question.id == "night"]
    assert (line.answer, line.applies) == ("busy", False)
    interview.go_to("size")
    interview.answer("medium")
    assert interview.finished
    assert interview.set_aside == {}
    assert interview.answers["night"] == "busy"


def test_resume_leaves_the_answer_as_it_is(interview: Interview) -> None:
    interview.answer("balanced")
    interview.go_to("goals")
    interview.resume()
    assert at(interview) == "current_model"
    assert interview.answers == {"goals": "balanced"}


# -- going back ------------------------------------------------------------------------------------


def test_back_goes_to_the_first_question_and_stays_there(interview: Interview) -> None:
    answer_all(interview, size="large")
    visited = []
    while interview.back():
        visited.append(at(interview))
    assert visited == QUESTIONS[::-1]
    assert not interview.back()
    assert at(interview) == "goals"


def test_back_skips_questions_that_do_not_apply(interview: Interview) -> None:
    answer_all(interview, size="small")
    assert interview.back()
    assert at(interview) == "size"


def test_back_keeps_the_answer_until_another_is_given(interview: Interview) -> None:
    interview.answer("balanced")
    interview.back()
    assert interview.answers == {"goals": "balanced"}
    interview.answer(UNKNOWN)
    assert interview.answers == {"goals": UNKNOWN}
    assert at(interview) == "current_model"


# -- progress --------------------------------------------------------------------------------------


def test_progress_counts_the_questions_that_apply_and_promises_no_more_than_there_are(interview: Interview) -> None:
    numbers, most = [], []
    while interview.current:
        numbers.append(interview.progress.number)
        most.append(interview.progress.at_most)
        interview.answer("large" if interview.current.id == "size" else UNKNOWN)
    assert numbers == [1, 2, 3, 4]
    assert most == sorted(most, reverse=True)
    assert interview.share_answered == 1


# -- notes -----------------------------------------------------------------------------------------


def test_a_note_is_kept_with_the_current_question_and_removed_when_empty(interview: Interview) -> None:
    interview.note("  because we grew\n")
    assert interview.notes == {"goals": "because we grew"}
    interview.answer("balanced")
    assert interview.notes == {"goals": "because we grew"}
    interview.note("   ", "goals")
    assert interview.notes == {}


def test_a_note_loses_what_a_terminal_would_obey(interview: Interview) -> None:
    interview.note("red\x1b[31m \u202egnorw\u200b and\x00 a [/tag]\r\nsecond line")
    assert interview.notes == {"goals": "red[31m gnorw and a [/tag]\nsecond line"}


def test_a_note_may_be_written_with_any_question(interview: Interview) -> None:
    interview.note("later", "night")
    assert interview.notes == {"night": "later"}


# -- what is refused -------------------------------------------------------------------------------


@pytest.mark.parametrize("option", ["", "huge", "balanced ", "Balanced", "goals", "small"])
def test_an_answer_that_is_no_option_is_refused_and_changes_nothing(interview: Interview, option: str) -> None:
    before = state(interview)
    with pytest.raises(ValueError, match="not an option"):
        interview.answer(option)
    assert state(interview) == before


def test_an_answer_after_the_end_is_refused(interview: Interview) -> None:
    answer_all(interview)
    before = state(interview)
    with pytest.raises(ValueError, match="no question"):
        interview.answer(UNKNOWN)
    assert state(interview) == before


@pytest.mark.parametrize("question", ["nonsense", "", "night"])
def test_going_to_a_question_that_does_not_apply_is_refused(interview: Interview, question: str) -> None:
    before = state(interview)
    with pytest.raises(ValueError, match="does not apply"):
        interview.go_to(question)
    assert state(interview) == before


@pytest.mark.parametrize("question", ["nonsense", ""])
def test_a_note_with_no_question_is_refused(interview: Interview, question: str) -> None:
    before = state(interview)
    with pytest.raises(ValueError, match="not a question"):
        interview.note("words", question)
    assert state(interview) == before
    answer_all(interview)
    with pytest.raises(ValueError, match="not a question"):
        interview.note("words")


# -- everything at once ----------------------------------------------------------------------------


def applicable(rulebook: Rulebook, given: dict[str, str]) -> list[str]:
    """The questions that apply, by a reading of our own."""
    applies: list[str] = []
    for question in rulebook.questions.values():
        conditions = question.ask_if
        if all(c.subject in applies and given.get(c.subject) in rulebook.accepted(c) for c in conditions):
            applies.append(question.id)
    return applies


class InterviewMachine(RuleBasedStateMachine):
    """Any order of steps, against a model that is two dictionaries and a place."""

    interview: Interview

    @initialize(data=st.data())
    def start(self, data: st.DataObject) -> None:
        self.rulebook = data.draw(rulebooks.inquisitive())
        self.given = data.draw(st.one_of(st.just({}), rulebooks.interviews(self.rulebook)))
        self.notes: dict[str, str] = {}
        self.interview = Interview(self.rulebook, self.given)
        self.at = self.first_open()
        self.at_most = self.interview.progress.at_most

    def applies(self) -> list[str]:
        return applicable(self.rulebook, self.given)

    def first_open(self) -> str | None:
        return next((q for q in self.applies() if q not in self.given), None)

    @precondition(lambda self: self.at)
    @rule(data=st.data())
    def answer(self, data: st.DataObject) -> None:
        options = [option.id for option in self.rulebook.questions[self.at].options]
        option = data.draw(st.sampled_from([*options, UNKNOWN]))
        self.interview.answer(option)
        self.given[self.at] = option
        self.at = self.first_open()

    @rule(data=st.data(), option=st.sampled_from(["a", "b", "c", "d", UNKNOWN]))
    def change(self, data: st.DataObject, option: str) -> None:
        question = data.draw(st.sampled_from(self.applies()))
        known = [o.id for o in self.rulebook.questions[question].options]
        self.interview.go_to(question)
        self.at = question
        if option in (*known, UNKNOWN):
            self.interview.answer(option)
            self.given[question] = option
            self.at = self.first_open()
        else:
            with pytest.raises(ValueError, match="not an option"):
                self.interview.answer(option)

    @rule(data=st.data())
    def go_to(self, data: st.DataObject) -> None:
        question = data.draw(st.sampled_from(list(self.rulebook.questions)))
        if question in self.applies():
            self.interview.go_to(question)
            self.at = question
        else:
            with pytest.raises(ValueError, match="does not apply"):
                self.interview.go_to(question)

    @rule()
    def back(self) -> None:
        applies = self.applies()
        place = applies.index(self.at) if self.at else len(applies)
        assert self.interview.back() == (place > 0)
        if place:
            self.at = applies[place - 1]

    @rule()
    def resume(self) -> None:
        self.interview.resume()
        self.at = self.first_open()

    @rule(data=st.data(), words=st.sampled_from(["", " \t", "a", " b\n", "c\x1b]0;x\x07", "two\nlines"]))
    def note(self, data: st.DataObject, words: str) -> None:
        question = data.draw(st.sampled_from(list(self.rulebook.questions)))
        self.interview.note(words, question)
        cleaned = words.replace("\x1b", "").replace("\x07", "").strip()
        self.notes.pop(question, None)
        if cleaned:
            self.notes[question] = cleaned

    @precondition(lambda self: not self.at)
    @rule()
    def answer_after_the_end(self) -> None:
        with pytest.raises(ValueError, match="no question"):
            self.interview.answer(UNKNOWN)

    @invariant()
    def agrees_with_the_model(self) -> None:
        interview, applies, order = self.interview, self.applies(), list(self.rulebook.questions)
        aside = {q: a for q, a in self.given.items() if q not in applies and a != UNKNOWN}
        assert at(interview) == self.at
        assert interview.given == self.given
        assert interview.answers == {q: a for q, a in self.given.items() if q in applies}
        assert interview.set_aside == aside
        assert interview.notes == self.notes
        assert interview.finished == all(q in self.given for q in applies)
        assert interview.share_answered == sum(q in self.given for q in applies) / len(applies)
        for shown in (interview.given, interview.answers, interview.set_aside, interview.notes):
            assert list(shown) == sorted(shown, key=order.index)
        lines = [(r.question.id, r.answer, r.note, r.applies) for r in interview.review()]
        shown = [q for q in order if q in applies or q in self.given]
        assert lines == [(q, self.given.get(q), self.notes.get(q, ""), q in applies) for q in shown]

    @invariant()
    def progress_never_promises_too_little(self) -> None:
        progress = self.interview.progress
        assert 1 <= progress.number <= progress.at_most <= self.at_most
        assert len(self.applies()) <= progress.at_most
        self.at_most = progress.at_most


InterviewMachine.TestCase.settings = settings(
    max_examples=30,
    stateful_step_count=25,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
TestAnyOrderOfSteps = InterviewMachine.TestCase


@settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_an_interview_started_from_its_own_answers_is_the_same(data: st.DataObject) -> None:
    """What a dossier must be able to do."""
    rulebook = data.draw(rulebooks.inquisitive())
    first = Interview(rulebook, data.draw(rulebooks.interviews(rulebook)))
    if first.current:
        first.note("kept")
    second = Interview(rulebook, first.given, first.notes)
    assert state(second) == state(first)
