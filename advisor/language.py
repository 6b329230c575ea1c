"""Two languages, equal: every sentence for a user is a :class:`Text` with both."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct

Language = Literal["nl", "en"]
LANGUAGES: tuple[Language, ...] = ("nl", "en")


class Text(Struct, frozen=True, forbid_unknown_fields=True):
    """The same sentence in both languages; neither may be missing or empty."""

    nl: Annotated[str, Meta(pattern=r"\S")]
    en: Annotated[str, Meta(pattern=r"\S")]

    def in_(self, language: Language) -> str:
        """The sentence in one language."""
        return self.nl if language == "nl" else self.en

    def format(self, **values: object) -> Text:
        """The sentence with its ``{names}`` filled in; a :class:`Text` is filled in per language."""
        nl = {name: value.nl if isinstance(value, Text) else value for name, value in values.items()}
        en = {name: value.en if isinstance(value, Text) else value for name, value in values.items()}
        return Text(self.nl.format(**nl), self.en.format(**en))


def joined(texts: list[Text]) -> Text:
    """``a, b and c`` in both languages."""

    def join(words: list[str], last: str) -> str:
        return last.join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else words[0]

    return Text(join([t.nl for t in texts], " en "), join([t.en for t in texts], " and "))
