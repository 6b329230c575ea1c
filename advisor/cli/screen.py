"""Opening the Textual UI, and what stays in the terminal after it closes."""

from __future__ import annotations

import sys
from textwrap import wrap
from typing import TYPE_CHECKING

from advisor.program import program
from advisor.words import say

if TYPE_CHECKING:
    from advisor.language import Language
    from advisor.rulebook.rulebook import Rulebook


def run_screen(rulebook: Rulebook, language: Language) -> int:
    """Run the UI; print a short summary and the answers when it closes."""
    import gc

    # Nothing made before the first question is garbage; looking for it would only delay that question.
    gc.disable()
    from advisor.tui import converse

    outcome = converse(rulebook, language)
    interview, language = outcome.interview, outcome.language
    if not interview.given and not interview.notes:
        return 0
    from advisor.advice import Advisor
    from advisor.interview.answers_file import write_answers, write_scenarios
    from advisor.report.farewell import farewell

    sys.stdout.write(farewell(Advisor(rulebook).advise(interview.given, interview.notes), language))
    keep = wrap(say("keep_answers", language, program=program()), 78, break_on_hyphens=False)
    sys.stdout.write("\n".join(["", *(f"# {line}" for line in keep), "", write_answers(interview, language)]))
    sys.stdout.write(write_scenarios(outcome.scenarios, language))
    return 0
