"""Trying other answers beside an interview, without touching it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from advisor.rulebook.model import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Mapping

    from advisor.rulebook.rulebook import Rulebook


class Scenario(Struct, frozen=True):
    """Other answers worth keeping."""

    number: int
    """From 1, in the order of keeping."""
    changes: dict[str, str]
    """Question → the other answer."""


class WhatIf:
    """The manager's own answers with some of them changed; every step can be taken back."""

    def __init__(self, rulebook: Rulebook, own: Mapping[str, str]) -> None:
        """Args: own: every answer of the interview, set aside or not."""
        self.rulebook = rulebook
        self.own = dict(own)
        self._steps: list[dict[str, str]] = [{}]

    @property
    def changes(self) -> Mapping[str, str]:
        """Question → the answer it has now instead of the manager's own, in question order."""
        now = self._steps[-1]
        return {question: now[question] for question in self.rulebook.questions if question in now}

    @property
    def answers(self) -> Mapping[str, str]:
        """All answers as they would be, in question order."""
        together = self.own | self._steps[-1]
        return {question: together[question] for question in self.rulebook.questions if question in together}

    @property
    def questions(self) -> tuple[str, ...]:
        """The questions that apply under these answers."""
        return self.rulebook.applicable(self.answers)

    def answer(self, question: str) -> str | None:
        """The answer as it would be; None when there is none."""
        return self._steps[-1].get(question, self.own.get(question))

    def values(self, question: str) -> tuple[str, ...]:
        """What a question can be answered with."""
        return (*(option.id for option in self.rulebook.questions[question].options), UNKNOWN)

    def change(self, changes: Mapping[str, str]) -> None:
        """Give other answers, as one step; an answer that is the manager's own is no change.

        Raises:
            ValueError: when a question does not exist or has no such option.
        """
        for question, option in changes.items():
            if question not in self.rulebook.questions or option not in self.values(question):
                raise ValueError(f'"{option}" is not an option of "{question}"')
        self._step({**self._steps[-1], **changes})

    def turn(self, question: str, steps: int) -> None:
        """Go ``steps`` options on (back when negative); from the last on to the first."""
        values, now = self.values(question), self.answer(question)
        place = values.index(now) + steps if now is not None else 0 if steps > 0 else -1
        self.change({question: values[place % len(values)]})

    def show(self, scenario: Scenario | None) -> None:
        """Try a scenario that was kept, or the manager's own answers again."""
        self._step(scenario.changes if scenario else {})

    def undo(self) -> bool:
        """Take the last step back; False when there is none."""
        if len(self._steps) == 1:
            return False
        self._steps.pop()
        return True

    def _step(self, changes: Mapping[str, str]) -> None:
        differing = {question: option for question, option in changes.items() if self.own.get(question) != option}
        if differing != self._steps[-1]:
            self._steps.append(differing)
