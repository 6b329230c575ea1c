"""The front end for a terminal: an interview as a chat. Only this package imports Textual."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.tui import ending
from advisor.tui.app import AdvisorApp
from advisor.tui.ending import Ended

if TYPE_CHECKING:
    from advisor.dossier.sitting import Sitting
    from advisor.dossier.store import Store
    from advisor.language import Language
    from advisor.rulebook.rulebook import Rulebook

__all__ = ["AdvisorApp", "Ended", "converse"]


def converse(
    rulebook: Rulebook,
    language: Language,
    sitting: Sitting | None = None,
    store: Store | None = None,
) -> Ended:
    """Hold an interview on the screen, and say what is left when it is closed.

    Args:
        rulebook: the knowledge.
        language: the language to start in.
        sitting: the dossier to go on with.
        store: where dossiers are; when it has any and none is given, the user chooses first.
    """
    app = AdvisorApp(rulebook, language, sitting=sitting, store=store)
    outcome = app.run() or app.outcome
    if app.ended_by is not None:
        ending.die_of(app.ended_by)
    return outcome
