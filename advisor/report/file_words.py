"""What the reports as files say about themselves, in both languages, and what ``verify`` finds in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.language import Language, Text

if TYPE_CHECKING:
    from collections.abc import Mapping

WORDS: Mapping[str, Text] = {
    "product": Text("Sourcingadvies", "Sourcing advice"),
    "page": Text("Pagina", "Page"),
    "of": Text("van", "of"),
    "carries_data": Text(
        "Dit bestand draagt zijn gegevens bij zich: uw antwoorden en de argumenten, met een controlegetal. De "
        "opdracht advisor verify rekent daarmee na of het advies nog hetzelfde zou zijn.",
        "This file carries its data: your answers and the arguments, with a checksum. The command advisor verify "
        "uses them to work out whether the advice would still be the same.",
    ),
    "evidence_is": Text(
        "Antwoorden en argumenten achter dit advies, voor advisor verify",
        "Answers and arguments behind this advice, for advisor verify",
    ),
    "no_typst": Text(
        "een PDF kan op deze computer niet worden gemaakt, want typst ontbreekt; kies docx of html",
        "a PDF cannot be made on this computer, because typst is missing; choose docx or html",
    ),
    "cannot_set": Text(
        "het bestand kan niet worden opgemaakt: {problem}",
        "the file cannot be typeset: {problem}",
    ),
}


def say(key: str, language: Language, /, **values: object) -> str:
    """One of the sentences, filled in."""
    return WORDS[key].format(**values).in_(language)
