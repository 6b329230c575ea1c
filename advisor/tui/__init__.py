"""The front end for a terminal: an interview as a chat. Only this package imports Textual."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.tui.app import AdvisorApp, Outcome

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from advisor.interview import Interview
    from advisor.language import Language
    from advisor.rulebook.rulebook import Rulebook

__all__ = ["AdvisorApp", "Outcome", "converse", "run"]


def run(rulebook: Rulebook, language: Language) -> Interview:
    """Hold a new interview on the screen; it returns when the screen is closed."""
    return converse(rulebook, language).interview


def converse(
    rulebook: Rulebook,
    language: Language,
    answers: Mapping[str, str] | None = None,
    notes: Mapping[str, str] | None = None,
    keep: Callable[[Interview], None] | None = None,
) -> Outcome:
    """Hold an interview on the screen, and say in which language it ended.

    Args:
        rulebook: the knowledge.
        language: the language to start in.
        answers: answers to begin with: question → option or ``unknown``.
        notes: the user's words to begin with, per question.
        keep: called after every answer and note, before the next question is shown.
    """
    app = AdvisorApp(rulebook, language, answers, notes, keep)
    return app.run() or app.outcome
