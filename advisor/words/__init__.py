"""The program's own sentences, in both languages, a file per subject. Nothing about sourcing stands here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.words import advice, dossiers, files, formats, glossary, report

if TYPE_CHECKING:
    from collections.abc import Mapping

    from advisor.language import Language, Text

WORDS: Mapping[str, Text] = {
    **advice.WORDS,
    **report.WORDS,
    **formats.WORDS,
    **dossiers.WORDS,
    **glossary.WORDS,
    **files.WORDS,
}


def say(key: str, language: Language, /, **values: object) -> str:
    """One of the program's sentences, filled in."""
    return WORDS[key].format(**values).in_(language)
