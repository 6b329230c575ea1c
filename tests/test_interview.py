"""The interview asks what applies, in order, keeps every answer, and never breaks on a wrong one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

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


def test_answers_that_were_tried_are_taken_over_as_far_as_their_questions_apply(interview: Interview) -> None:
    answer_all(interview, size="large", night="busy")
    interview.go_to("goals")
    tried = {"night": "quiet", "size": "small", "goals": "balanced", "gone": "busy", "current_model": "gone"}
    assert interview.adopt(tried) == ("goals", "size")
    assert interview.given == {"goals": "balanced", "current_model": UNKNOWN, "size": "small", "night": "busy"}
    assert interview.set_aside == {"night": "busy"}
    assert interview.finished
    assert at(interview) is None


def test_a_question_that_comes_to_apply_can_be_taken_over_with_what_made_it(interview: Interview) -> None:
    answer_all(interview, size="small")
    assert interview.adopt({"night": "busy", "size": "large"}) == ("size", "night")
    assert interview.answers["night"] == "busy"


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
