"""What the command line says about reports, in both languages; the rest is in ``advisor.words``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor import words
from advisor.language import Language, Text

if TYPE_CHECKING:
    from collections.abc import Mapping

WORDS: Mapping[str, Text] = {
    "help_format": Text(
        "vorm van de uitvoer; zonder deze optie volgt die uit de naam in PATH",
        "format of the output; without this option the name in PATH tells it",
    ),
    "help_no_data": Text(
        "laat de gegevens weg waarmee advisor verify het rapport narekent",
        "leave out the data with which advisor verify checks the report",
    ),
    "help_verify": Text("reken een rapport na met het regelboek van nu", "replay a report against today's rulebook"),
    "help_report": Text("een rapport als json, html, docx of pdf", "a report as json, html, docx or pdf"),
    "binary_to_terminal": Text(
        "{format} past niet in een terminal; geef --output PATH",
        "{format} does not fit in a terminal; give --output PATH",
    ),
    "working": Text("Bezig met het rapport ...", "Working on the report ..."),
}


def say(key: str, language: Language, /, **values: object) -> str:
    """One of the sentences, filled in."""
    return WORDS[key].format(**values).in_(language) if key in WORDS else words.say(key, language, **values)
