"""What the transcript consists of: data that can be drawn again in the other language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from advisor.language import Text


class Greeted(Struct, frozen=True):
    """The opening words; ``answered`` questions were brought along."""

    answered: int


class Answered(Struct, frozen=True):
    """A question and the answer to it."""

    question: str
    option: str


class Changed(Struct, frozen=True):
    """An earlier answer became another one."""

    question: str
    before: str
    after: str
    aside: tuple[str, ...]
    """Questions whose answers no longer count."""
    returned: tuple[str, ...]
    """Questions whose answers count again."""


class Kept(Struct, frozen=True):
    """An earlier answer was asked again and left as it was."""

    question: str
    option: str


class Typed(Struct, frozen=True):
    """What the user typed, cleaned."""

    words: str


class Explained(Struct, frozen=True):
    """Why a question is asked."""

    question: str


class Defined(Struct, frozen=True):
    """What a term means."""

    term: str


class TermMissing(Struct, frozen=True):
    """The glossary does not have this."""

    words: str


class Noted(Struct, frozen=True):
    """The user's own words with a question."""

    question: str
    words: str


class WentBack(Struct, frozen=True):
    """A question is asked again."""

    question: str


class NotKept(Struct, frozen=True):
    """Something went wrong while keeping the dossier."""

    kind: str
    detail: str | Text


class KnowledgeChanged(Struct, frozen=True):
    """The rulebook changed since the last advice; what that does to it, on the same answers."""

    before: str | None
    """The headline then."""
    after: str | None
    appeared: int
    """How many arguments are new."""
    vanished: int
    changed: int
    """How many count otherwise."""


class TookBack(Struct, frozen=True):
    """The last change of the dossier was taken back."""

    questions: tuple[str, ...]


class Told(Struct, frozen=True):
    """One of our own sentences."""

    key: str


class FitsMore(Struct, frozen=True):
    """What was typed fits more than one answer."""

    numbers: tuple[int, ...]


class Settled(Struct, frozen=True):
    """No question still to come changes the headline."""

    unless: tuple[str, ...]
    """Questions whose answer is not known, and may still change it."""


Entry = (
    Greeted | Answered | Changed | Kept | Typed | Explained | Defined | TermMissing | Noted | WentBack | Settled
    | NotKept | KnowledgeChanged | TookBack | Told | FitsMore
)  # fmt: skip
