"""``advisor verify``: would the answers in a report still give the advice it was made of?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.cli.commands import NO, rulebook_for
from advisor.cli.files import read_input
from advisor.errors import AdvisorError

if TYPE_CHECKING:
    import argparse

    from advisor.language import Language


def verify(options: argparse.Namespace) -> int:
    """Replay a report against today's rulebook, and say what differs."""
    from advisor.advice import Advisor
    from advisor.report import reading_back, verification
    from advisor.report.evidence import DamagedError
    from advisor.report.file_words import say

    raw, name = read_input(options.file, options.language, reading_back.LARGEST_REPORT + 1)
    try:
        evidence = reading_back.carried(raw)
    except DamagedError as error:
        raise AdvisorError(f"{name}: {say(str(error), options.language)}") from None
    language: Language = options.asked_language or evidence.language
    rulebook = rulebook_for(options)
    advice = Advisor(rulebook).advise(verification.answers_known(evidence, rulebook))
    found = verification.differences(evidence, advice, language)
    lines = verification.summary(evidence, advice, bool(found), language)
    print("\n".join([*lines[:-1], *(f"- {difference}" for difference in found), lines[-1]]))
    return NO if found else 0
