"""Opening the Textual UI, and what stays in the terminal after it closes."""

from __future__ import annotations

import sys
from textwrap import wrap
from typing import TYPE_CHECKING

from advisor.cli.opening import opening
from advisor.cli.words import say
from advisor.program import program

if TYPE_CHECKING:
    from advisor.dossier.sitting import Sitting
    from advisor.dossier.store import Store
    from advisor.language import Language
    from advisor.rulebook.rulebook import Rulebook


def run_screen(rulebook: Rulebook, language: Language, store: Store, sitting: Sitting | None = None) -> int:
    """Run the UI; print a short summary and how to go on when it closes."""
    if sitting is None and not store:
        from advisor.dossier.sitting import Sitting

        sitting = Sitting.new(store, rulebook, language)
    with opening(sitting.interview().current if sitting else None, language):
        from advisor.tui import converse
    outcome = converse(rulebook, language, sitting, store)
    interview, language = outcome.interview, outcome.language
    if not interview.given and not interview.notes:
        return 0
    from advisor.advice import Advisor
    from advisor.report.farewell import farewell

    advice = Advisor(rulebook).advise(interview.given, interview.notes)
    sys.stdout.write(farewell(advice, language, finished=interview.finished))
    if outcome.kept_as:
        sys.stdout.write("\n" + say("kept_as", language, id=outcome.kept_as, program=program()) + "\n")
        return 0
    from advisor.interview.answers_writing import write_answers, write_scenarios

    keep = wrap(say("keep_answers", language, program=program()), 78, break_on_hyphens=False)
    sys.stdout.write("\n".join(["", *(f"# {line}" for line in keep), "", write_answers(interview, language)]))
    sys.stdout.write(write_scenarios(outcome.scenarios, language))
    return 0
