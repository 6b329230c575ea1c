"""What screens tell the app; they carry ids, never widgets."""

from __future__ import annotations

from dataclasses import dataclass

from textual.message import Message


@dataclass
class InterviewCompleted(Message):
    """The last question that applies has been answered."""


@dataclass
class AnswersChanged(Message):
    """Answers of the interview were changed from another screen."""


@dataclass
class DossierPicked(Message):
    """The user wants to go on with this dossier; None: a new one."""

    id: str | None


@dataclass
class QuestionPicked(Message):
    """The user wants to answer this question (again)."""

    question: str


@dataclass
class TermPicked(Message):
    """The user wants to read about this term."""

    term: str


@dataclass
class CommandPicked(Message):
    """The user clicked a command."""

    command: str
