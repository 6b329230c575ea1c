"""Cleaning of text that comes from outside, and reading it without its accents and capitals."""

from __future__ import annotations

import re
import unicodedata

_UNSAFE = re.compile(
    "["
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0 but tab and line feed, DEL, C1: terminal commands
    "\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"  # invisible and direction-changing signs
    "\ud800-\udfff"  # halves of a character
    "\U000e0000-\U000e007f"  # invisible tags
    "]"
)

_WORDS = re.compile("[a-z0-9]+")


def clean_text(text: str) -> str:
    """``text`` without anything a terminal would obey or a reader could not see.

    Line feeds and tabs stay; line ends become ``\\n``.
    """
    return _UNSAFE.sub(
        "", text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    )


def clean_line(text: str) -> str:
    """Like :func:`clean_text`, on one line and without white space around it."""
    return " ".join(clean_text(text).split())


def fold(text: str) -> str:
    """``text`` for comparison: no accents, no capitals, no punctuation, single spaces."""
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return " ".join(_WORDS.findall(text.casefold()))
