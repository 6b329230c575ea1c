"""Two languages, equal: every sentence for a user is a :class:`Text` with both."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from msgspec import Meta, Struct

if TYPE_CHECKING:
    from collections.abc import Iterable

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
        nl, en = ({name: _shown(value, language) for name, value in values.items()} for language in LANGUAGES)
        return Text(self.nl.format(**nl), self.en.format(**en))


def joined(texts: Iterable[Text], sign: str = " ") -> Text:
    """Texts one after the other, with a ``sign`` between them."""
    texts = tuple(texts)
    return Text(*(sign.join(text.in_(language) for text in texts) for language in LANGUAGES))


def number(value: int, language: Language) -> str:
    """A whole number as readers of a language write it: ``12.345`` or ``12,345``, with a real minus sign."""
    written = f"{value:,}".replace("-", "\N{MINUS SIGN}")
    return written.replace(",", ".") if language == "nl" else written


def _shown(value: object, language: Language) -> object:
    if isinstance(value, Text):
        return value.in_(language)
    return number(value, language) if type(value) is int else value


def signed(value: int) -> str:
    """Points with their sign: ``+3``, ``−3``, ``0``; they never run into thousands."""
    return f"+{value}" if value > 0 else str(value).replace("-", "\N{MINUS SIGN}")


def shortened(name: str) -> str:
    """A name without what stands between brackets behind it, for where there is little room."""
    return name.partition(" (")[0]
