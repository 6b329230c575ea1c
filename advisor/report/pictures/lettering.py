"""How wide text is, and how it fits in a given room; a picture cannot ask the font."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_NARROW = frozenset("iIjlftr.,:;'|!()[]/- ")
_WIDE = frozenset("mwMW@%&")


def width(text: str, size: float) -> float:
    """About how wide ``text`` is at a font size, rather too wide than too narrow, in the same unit."""
    return sum(_em(character) for character in text) * size


def wrap(text: str, size: float, room: float, most: int) -> list[str]:
    """``text`` on at most ``most`` lines, none wider than ``room``; what is left over becomes an ellipsis."""
    lines = list(_lines(text, size, room))
    if len(lines) <= most:
        return lines
    return [*lines[: most - 1], shorten(" ".join(lines[most - 1 :]), size, room)]


def shorten(text: str, size: float, room: float) -> str:
    """``text`` on one line no wider than ``room``, with an ellipsis where something is left out."""
    if width(text, size) <= room:
        return text
    while text and width(text + "…", size) > room:
        text = text[:-1]
    return text.rstrip() + "…"


def _lines(text: str, size: float, room: float) -> Iterator[str]:
    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if width(longer, size) <= room:
            line = longer
            continue
        if line:
            yield line
        *full, line = _pieces(word, size, room)
        yield from full
    if line:
        yield line


def _pieces(word: str, size: float, room: float) -> Iterator[str]:
    """A word cut where it would be too wide; whole when it fits."""
    piece = ""
    for character in word:
        if piece and width(piece + character, size) > room:
            yield piece
            piece = ""
        piece += character
    yield piece


def _em(character: str) -> float:
    if character in _NARROW:
        return 0.38
    if character in _WIDE or unicodedata.east_asian_width(character) in "WF":
        return 1.0
    return 0.72 if character.isupper() else 0.6
