"""What screens tell the app; they carry ids and values, never widgets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from advisor.advice import Advice
    from advisor.dossier.model import Dossier


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
class DossierNamed(Message):
    """The user gave a dossier, as it was listed, this name."""

    dossier: Dossier
    name: str


@dataclass
class DossierDeleted(Message):
    """This dossier is no longer there."""

    id: str


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


@dataclass
class ReportAsked(Message):
    """The user wants to keep an advice as a file."""

    advice: Advice
    dossier: Dossier | None = None
    """Whose advice it is, when it is not the interview of the moment."""
