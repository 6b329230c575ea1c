"""The interview as a pure state machine: no screen, no files, no clock."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

from advisor.rulebook.model import UNKNOWN
from advisor.text import clean_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from advisor.explorer import Reading
    from advisor.rulebook.model import Question
    from advisor.rulebook.rulebook import Rulebook


LONGEST_NOTE = 4_000
"""Characters of a note: two pages. With one at every question a report can still carry them all."""


class Progress(Struct, frozen=True):
    """``question {number} of at most {at_most}``."""

    number: int
    at_most: int
    """Never rises: it counts every question, also those that may turn out not to apply."""


class Reviewed(Struct, frozen=True):
    """One line of the review."""

    question: Question
    answer: str | None
    """An option, ``unknown``, or None when not answered."""
    note: str
    applies: bool
    """False: the answer is set aside, and comes back when the question applies again."""


class Settled(Struct, frozen=True):
    """No question still to come changes the headline."""

    form: str
    unless: tuple[str, ...]
    """Questions answered with ``unknown``: finding those answers out may still change it."""

    def is_news(self, before: Settled | None) -> bool:
        """Whether it says more than what was said ``before``: another form, or more that could change it."""
        return before is None or before.form != self.form or not set(self.unless) <= set(before.unless)


class Interview:
    """Asks the questions that apply and can still change something, in order; keeps every answer ever given.

    An answer to a question that stops applying is set aside, not forgotten: it counts again as
    soon as the question applies again.
    """

    def __init__(
        self, rulebook: Rulebook, answers: Mapping[str, str] | None = None, notes: Mapping[str, str] | None = None
    ) -> None:
        self.rulebook = rulebook
        self._given: dict[str, str] = dict(answers or {})
        self._notes: dict[str, str] = dict(notes or {})
        self._current: str | None = None
        self._advance()

    # -- what is the case ---------------------------------------------------------------------

    @property
    def current(self) -> Question | None:
        """The question to show; None when no question is left to ask."""
        return self.rulebook.questions[self._current] if self._current else None

    @property
    def given(self) -> Mapping[str, str]:
        """Every answer, set aside or not, in question order."""
        return {q: self._given[q] for q in self.rulebook.questions if q in self._given}

    @property
    def answers(self) -> Mapping[str, str]:
        """The answers that count."""
        return self.rulebook.split(self._given)[0]

    @property
    def set_aside(self) -> Mapping[str, str]:
        """Answers to questions that do not apply at present."""
        return self.rulebook.split(self._given)[1]

    @property
    def notes(self) -> Mapping[str, str]:
        """Question → the user's own words."""
        return {q: self._notes[q] for q in self.rulebook.questions if q in self._notes}

    @property
    def finished(self) -> bool:
        """No question is left to ask."""
        return not self.to_come

    @property
    def to_come(self) -> tuple[str, ...]:
        """The questions that apply, have no answer, and can still change something in the advice."""
        open_ = [q for q in self.rulebook.applicable(self._given) if q not in self._given]
        if not self._given:
            return tuple(open_)  # a sound rulebook asks nothing in vain; the first question need not wait for the proof
        from advisor.explorer.ahead import useful

        useful_now = useful(self._reading, self.answers)
        return tuple(question for question in open_ if question in useful_now)

    @property
    def settled(self) -> Settled | None:
        """That the headline stands whatever is still asked; None while it may change, or at the end."""
        from advisor.explorer.ahead import settled_on
        from advisor.explorer.possible import possible, that_matter

        answers = self.answers
        form = settled_on(self._reading, answers) if self.to_come else None
        if form is None:
            return None
        unknown = {question for question, option in answers.items() if option == UNKNOWN}
        if not unknown or possible(self._reading, answers).settled:
            return Settled(form, ())
        known = {question: option for question, option in answers.items() if question not in unknown}
        return Settled(form, tuple(q for q in that_matter(self._reading, known) if q in unknown))

    @property
    def progress(self) -> Progress:
        """Where the current question is among those that apply."""
        applies = self.rulebook.applicable(self._given)
        number = applies.index(self._current) + 1 if self._current else len(applies)
        return Progress(number, len(self.rulebook.questions))

    @property
    def share_answered(self) -> float:
        """Part of the questions to ask that has an answer, 0 to 1."""
        answered = len(self.answers)
        return answered / (answered + len(self.to_come))

    def review(self) -> tuple[Reviewed, ...]:
        """Every question that applies or has an answer, in order."""
        applies = set(self.rulebook.applicable(self._given))
        return tuple(
            Reviewed(question, self._given.get(question.id), self._notes.get(question.id, ""), question.id in applies)
            for question in self.rulebook.questions.values()
            if question.id in applies or question.id in self._given
        )

    # -- what can be done ---------------------------------------------------------------------

    def answer(self, option: str) -> None:
        """Answer the current question with one of its options or ``unknown``, and go on.

        Raises:
            ValueError: when there is no current question, or it has no such option.
        """
        question = self.current
        if question is None:
            raise ValueError("no question is being asked")
        self._check(question, option)
        self._given[question.id] = option
        self._advance()

    def note(self, words: str, question: str | None = None) -> None:
        """Keep the user's words with a question (the current one); empty words remove the note.

        Raises:
            ValueError: when there is no such question, or the words are longer than ``LONGEST_NOTE``.
        """
        target = (self._current if question is None else question) or ""
        if target not in self.rulebook.questions:
            raise ValueError(f'"{target}" is not a question')
        cleaned = clean_text(words).strip()
        if len(cleaned) > LONGEST_NOTE:
            raise ValueError(f"a note of {len(cleaned)} characters is too long")
        if cleaned:
            self._notes[target] = cleaned
        else:
            self._notes.pop(target, None)

    def back(self) -> bool:
        """Go to the question before the current one; False when it is the first."""
        applies = self.rulebook.applicable(self._given)
        place = applies.index(self._current) if self._current else len(applies)
        if place == 0:
            return False
        self._current = applies[place - 1]
        return True

    def go_to(self, question: str) -> None:
        """Ask ``question`` (again), to change its answer.

        Raises:
            ValueError: when it does not apply.
        """
        if question not in self.rulebook.applicable(self._given):
            raise ValueError(f'"{question}" does not apply')
        self._current = question

    def take_back(self, question: str, before: str | None) -> None:
        """Give a question the answer it had ``before``, or none, and ask it when it has none.

        Raises:
            ValueError: when there is no such question or option.
        """
        if question not in self.rulebook.questions:
            raise ValueError(f'"{question}" is not a question')
        if before is None:
            self._given.pop(question, None)
        else:
            self._check(self.rulebook.questions[question], before)
            self._given[question] = before
        self._advance()

    def adopt(self, changes: Mapping[str, str]) -> tuple[str, ...]:
        """Take over answers that were tried beside these, and go on; the questions that got one, in order.

        One of these changes can make a later question no longer apply: that one is passed over.
        """
        tried, taken = self.rulebook.known(changes), []
        for question in self.rulebook.questions:  # what a question depends on comes before it
            if question in tried and question in self.rulebook.applicable(self._given):
                self._given[question] = tried[question]
                taken.append(question)
        self._advance()
        return tuple(taken)

    def resume(self) -> None:
        """Leave the current question as it is and go to the first one without an answer."""
        self._advance()

    def _check(self, question: Question, option: str) -> None:
        if option != UNKNOWN and option not in {o.id for o in question.options}:
            raise ValueError(f'"{option}" is not an option of "{question.id}"')

    def _advance(self) -> None:
        self._current = self._next()

    def _next(self) -> str | None:
        return next(iter(self.to_come), None)

    @cached_property
    def _reading(self) -> Reading:
        from advisor.explorer import Reading  # not needed for the first question

        return Reading(self.rulebook)
