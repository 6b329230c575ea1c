"""What can go wrong for a user, as sentences with a place and a next step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterable


class AdvisorError(Exception):
    """Something the user can mend; its text is the one sentence to show (exit code 2)."""


LONGEST_WORD = 60
"""Characters of a wrong word for which a right one is looked up."""
MOST_SHOWN = 100
"""Faults that a message lists."""


class Fault(Struct, frozen=True, order=True):
    """One mistake in a file. Faults sort by file, line and column."""

    file: str
    """Name as the user knows it, relative to the rulebook or as typed."""
    line: int
    """From 1."""
    column: int
    """From 1."""
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}: {self.message}"


class FaultsError(AdvisorError):
    """A file, or a whole rulebook, that cannot be used; carries every fault found."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(sorted(faults))
        more = len(self.faults) - MOST_SHOWN
        super().__init__("\n".join([*map(str, self.faults[:MOST_SHOWN]), *([f"… +{more}"] if more > 0 else [])]))


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word most like ``word``, or None when nothing is near."""
    from difflib import get_close_matches  # only a mistake needs it

    if len(word) > LONGEST_WORD:
        return None
    matches = get_close_matches(word, sorted(known), n=1, cutoff=0.6)
    return matches[0] if matches else None


def hint(word: str, known: Iterable[str]) -> str:
    """``, did you mean "budget"?``, or nothing."""
    match = nearest(word, known)
    return f', did you mean "{match}"?' if match else ""
