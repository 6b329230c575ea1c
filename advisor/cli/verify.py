"""``advisor verify``: would the answers in a report still give the advice it was made of?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.cli.commands import NO, rulebook_for
from advisor.cli.files import read_input
from advisor.errors import AdvisorError

if TYPE_CHECKING:
    import argparse

    from advisor.language import Language
    from advisor.report.evidence import Evidence


def verify(options: argparse.Namespace) -> int:
    """Replay a report against today's rulebook, and say what differs."""
    from advisor.advice import Advisor
    from advisor.report import reading_back, verification

    raw, name = read_input(options.file, options.language, reading_back.LARGEST_REPORT + 1)
    evidence = evidence_in(raw, name, options.language)
    language: Language = options.asked_language or evidence.language
    rulebook = rulebook_for(options)
    advice = Advisor(rulebook).advise(verification.answers_known(evidence, rulebook))
    same, lines = verification.replayed(evidence, advice, language)
    print("\n".join(lines))
    return 0 if same else NO


def evidence_in(raw: bytes, name: str, language: Language) -> Evidence:
    """What a report carries.

    Args:
        raw: the report.
        name: of its file, in messages.
        language: of the messages.

    Raises:
        AdvisorError: it carries nothing, or it is not as it was written.
    """
    from advisor.report.evidence import DamagedError
    from advisor.report.file_words import say
    from advisor.report.reading_back import carried

    try:
        return carried(raw)
    except DamagedError as error:
        raise AdvisorError(f"{name}: {say(str(error), language)}") from None
