"""Opening the Textual UI, and what stays in the terminal after it closes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from advisor.language import Language
    from advisor.rulebook.rulebook import Rulebook


def run_screen(rulebook: Rulebook, language: Language) -> int:
    """Run the UI; print a short summary and the answers when it closes."""
    raise NotImplementedError
