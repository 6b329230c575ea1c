"""What the transcript consists of: data that can be drawn again in the other language."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Greeted:
    """The opening words; ``answered`` questions were brought along."""

    answered: int


@dataclass(frozen=True)
class Answered:
    """A question and the answer to it."""

    question: str
    option: str


@dataclass(frozen=True)
class Changed:
    """An earlier answer became another one."""

    question: str
    before: str
    after: str
    aside: tuple[str, ...]
    """Questions whose answers no longer count."""
    returned: tuple[str, ...]
    """Questions whose answers count again."""


@dataclass(frozen=True)
class Kept:
    """An earlier answer was asked again and left as it was."""

    question: str
    option: str


@dataclass(frozen=True)
class Typed:
    """What the user typed, cleaned."""

    words: str


@dataclass(frozen=True)
class Explained:
    """Why a question is asked."""

    question: str


@dataclass(frozen=True)
class Defined:
    """What a term means."""

    term: str


@dataclass(frozen=True)
class TermMissing:
    """The glossary does not have this."""

    words: str


@dataclass(frozen=True)
class Noted:
    """The user's own words with a question."""

    question: str
    words: str


@dataclass(frozen=True)
class WentBack:
    """A question is asked again."""

    question: str


@dataclass(frozen=True)
class Told:
    """One of our own sentences."""

    key: str


Entry = Greeted | Answered | Changed | Kept | Typed | Explained | Defined | TermMissing | Noted | WentBack | Told
