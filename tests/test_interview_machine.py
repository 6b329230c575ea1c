"""Any order of steps in an interview, however it is left and gone on with, against a model of two dictionaries."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import ClassVar

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from advisor.dossier.sitting import Sitting
from advisor.dossier.store import Store
from advisor.interview import Interview
from advisor.interview.answers_reading import read_answers
from advisor.interview.answers_writing import write_answers
from advisor.language import LANGUAGES
from advisor.rulebook.model import UNKNOWN
from advisor.rulebook.rulebook import Rulebook
from advisor.tui.conversation import Conversation
from advisor.tui.turns import draw
from tests import rulebooks
from tests.examples import few_or_many

NOTES = st.sampled_from(["", " \t", "a", " b\n", "c\x1b]0;x\x07", "two\nlines", '"#: {[', "\u202e'x", "- !y &z"])


def applicable(rulebook: Rulebook, given: dict[str, str]) -> list[str]:
    """The questions that apply, by a reading of our own."""
    applies: list[str] = []
    for question in rulebook.questions.values():
        conditions = question.ask_if
        if all(c.subject in applies and given.get(c.subject) in rulebook.accepted(c) for c in conditions):
            applies.append(question.id)
    return applies


class InterviewMachine(RuleBasedStateMachine):
    """The model: answers, notes, the question being asked, and what it was before each step that was kept."""

    talk: Conversation
    compared: ClassVar[int] = 0
    """How often the interview was held against the model."""

    @initialize(data=st.data())
    def start(self, data: st.DataObject) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.store = Store(self.folder)
        self.rulebook = data.draw(rulebooks.inquisitive())
        self.given: dict[str, str] = {}
        self.notes: dict[str, str] = {}
        self.sit_down(data.draw(st.one_of(st.just({}), rulebooks.interviews(self.rulebook))), {})
        self.at_most = self.interview.progress.at_most

    def teardown(self) -> None:
        if hasattr(self, "folder"):
            shutil.rmtree(self.folder)

    def sit_down(self, answers: dict[str, str], notes: dict[str, str]) -> None:
        """Begin an interview with these answers in a dossier of its own, as the import of a file does."""
        self.given, self.notes, self.steps = dict(answers), dict(notes), []
        self.sitting = Sitting.new(self.store, self.rulebook, "nl")
        self.begin(Interview(self.rulebook, answers, notes), "nl")
        self.sitting.keep(self.interview, "nl")
        self.steps = [({}, {})] if answers or notes else []

    def begin(self, interview: Interview, language: str) -> None:
        self.talk = Conversation(interview, language, lambda talk: self.sitting.keep(talk.interview, talk.language))
        self.at = self.first_open()

    @property
    def interview(self) -> Interview:
        return self.talk.interview

    def applies(self) -> list[str]:
        return applicable(self.rulebook, self.given)

    def first_open(self) -> str | None:
        return next((q for q in self.applies() if q not in self.given), None)

    def options(self, question: str) -> list[str]:
        return [option.id for option in self.rulebook.questions[question].options]

    def takes(self, question: str, option: str | None) -> None:
        """The model gets an answer, or loses one."""
        self.becomes({q: a for q, a in {**self.given, question: option}.items() if a is not None}, self.notes)
        self.at = self.first_open()

    def becomes(self, given: dict[str, str], notes: dict[str, str]) -> None:
        if (given, notes) != (self.given, self.notes):
            self.steps.append((self.given, self.notes))
        self.given, self.notes = given, notes

    # -- steps ------------------------------------------------------------------------------------

    @precondition(lambda self: self.at)
    @rule(data=st.data())
    def answer(self, data: st.DataObject) -> None:
        options = self.options(self.at)
        number = data.draw(st.integers(0, len(options)))
        self.talk.reply(str(number))
        self.takes(self.at, options[number - 1] if number else UNKNOWN)

    @precondition(lambda self: self.at)
    @rule(words=st.sampled_from(["weet ik niet", "geen idee", "I don't know", "u: ?"]))
    def unknown(self, words: str) -> None:
        self.talk.reply(words)
        if words != "u: ?":
            self.takes(self.at, UNKNOWN)

    @rule(data=st.data(), option=st.sampled_from(["a", "b", "c", "d", UNKNOWN]))
    def change(self, data: st.DataObject, option: str) -> None:
        question = data.draw(st.sampled_from(self.applies()))
        self.talk.change(question)
        self.at = question
        if option in (*self.options(question), UNKNOWN):
            self.talk.choose(question, option)
            self.takes(question, option)
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

    @rule(words=st.sampled_from(["terug", "back", ""]))
    def back(self, words: str) -> None:
        applies = self.applies()
        place = applies.index(self.at) if self.at else len(applies)
        if words:
            self.talk.reply(words)
        else:
            assert self.interview.back() == (place > 0)
        if place:
            self.at = applies[place - 1]

    @rule()
    def resume(self) -> None:
        self.interview.resume()
        self.at = self.first_open()

    @rule(data=st.data(), words=NOTES)
    def note(self, data: st.DataObject, words: str) -> None:
        question = data.draw(st.sampled_from(list(self.rulebook.questions)))
        self.interview.note(words, question)
        self.sitting.keep(self.interview, self.talk.language)
        cleaned = words.translate({ord(sign): None for sign in "\x1b\x07\u202e"}).strip()
        notes = {q: note for q, note in self.notes.items() if q != question}
        self.becomes(self.given, {**notes, **({question: cleaned} if cleaned else {})})

    @rule(data=st.data())
    def take_back(self, data: st.DataObject) -> None:
        question = data.draw(st.sampled_from(list(self.rulebook.questions)))
        before = data.draw(st.sampled_from([None, UNKNOWN, *self.options(question)]))
        self.interview.take_back(question, before)
        self.sitting.keep(self.interview, self.talk.language)
        self.takes(question, before)

    @rule()
    def undo(self) -> None:
        changes, trouble = self.sitting.undo(self.interview)
        assert trouble is None
        assert bool(changes) == bool(self.steps)
        self.talk.took_back(changes)
        if self.steps:
            answered = self.given
            self.given, self.notes = self.steps.pop()
            self.at = self.at if answered == self.given else self.first_open()

    @precondition(lambda self: not self.at)
    @rule()
    def answer_after_the_end(self) -> None:
        with pytest.raises(ValueError, match="no question"):
            self.interview.answer(UNKNOWN)

    # -- leaving and going on ---------------------------------------------------------------------

    @rule()
    def speak_the_other_language(self) -> None:
        self.talk.language = next(other for other in LANGUAGES if other != self.talk.language)

    @precondition(lambda self: self.sitting.dossier.revision)
    @rule()
    def go_on_with_the_dossier(self) -> None:
        self.sitting = Sitting(self.store, self.rulebook, self.store.load(self.sitting.dossier.id))
        self.begin(self.sitting.interview(), self.sitting.dossier.language)

    @rule()
    def go_on_with_a_file_of_answers(self) -> None:
        language = self.talk.language
        written = write_answers(self.interview, language)
        read = read_answers(written.encode(), "answers.yaml", self.rulebook, "nl")
        assert read.language == language
        # In a file, a note without an answer says that the answer is not known.
        assert read.answers == {**dict.fromkeys(self.notes, UNKNOWN), **self.given}
        assert read.notes == self.notes
        self.sit_down(read.answers, read.notes)

    # -- what must hold after each ----------------------------------------------------------------

    @invariant()
    def agrees_with_the_model(self) -> None:
        interview, applies, order = self.interview, self.applies(), list(self.rulebook.questions)
        aside = {q: a for q, a in self.given.items() if q not in applies and a != UNKNOWN}
        assert (interview.current.id if interview.current else None) == self.at
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
        InterviewMachine.compared += 1

    @invariant()
    def progress_never_promises_too_little(self) -> None:
        progress = self.interview.progress
        assert 1 <= progress.number <= progress.at_most <= self.at_most
        assert len(self.applies()) <= progress.at_most
        self.at_most = progress.at_most

    @invariant()
    def is_on_disk(self) -> None:
        if self.sitting.dossier.revision:
            kept = self.store.load(self.sitting.dossier.id)
            assert (kept.answers, kept.notes) == (self.given, self.notes)
        else:
            assert (self.given, self.notes) == ({}, {})

    @invariant()
    def can_be_told_in_both_languages(self) -> None:
        turns = [draw(self.talk.entries, self.rulebook, language) for language in LANGUAGES]
        assert len({len(told) for told in turns}) == 1
        assert all(turn.content.plain for told in turns for turn in told)


@few_or_many(8, 200)
def test_any_order_of_steps(examples: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(InterviewMachine, "compared", 0)
    quiet = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
    run_state_machine_as_test(
        InterviewMachine,
        settings=settings(
            max_examples=examples, stateful_step_count=25, deadline=None, derandomize=True, suppress_health_check=quiet
        ),
    )
    assert InterviewMachine.compared > 10 * examples
