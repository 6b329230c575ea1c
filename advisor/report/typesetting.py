"""Typst: it sets our PDF and turns a drawing into a picture. Loaded only where one is made; needs no network."""

from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, Any

from advisor.errors import AdvisorError
from advisor.report.file_words import say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from advisor.language import Language

FOLDER = Path(__file__).parent / "typst"
"""The templates, and the fonts they are set in."""

SHARPNESS = 220
"""Pixels per inch of a picture for Word: sharp in print, small enough to mail."""

STANDARDS: tuple[Any, ...] = ("ua-1",)
"""Tagged, so that a screen reader can follow the PDF."""

CHARACTERS = (
    " -~\xa0-\u017f\u01fa-\u01ff\u0218-\u021b\u02bc\u02c6\u02c7\u02d8-\u02dd"  # Latin
    "\u0384-\u038a\u038c\u038e-\u03a1\u03a3-\u03ce\u0400-\u0482\u048a-\u0513"  # Greek, Cyrillic
    "\u1e80-\u1e85\u1ea0-\u1ef9"  # Welsh, Vietnamese
    "\u2013-\u2015\u2018-\u201e\u2020-\u2022\u2026\u2030\u2032\u2033\u2039\u203a\u2044\u20ac\u2116\u2122"
    "\u2190-\u2193\u2202\u2206\u220f\u2211\u2212\u221a\u221e\u2248\u2260\u2264\u2265\u25a1\u25ca"
)
"""What the fonts can show; a test sets them all. In PDF/UA a character without a shape is an error."""

MISSING = "\u25a1"
"""Stands for a character that the fonts do not have."""

_SPACE = re.compile("[ \t-\r\x1c-\x1f\x85\u2028\u2029]+")
"""White space but the no-break one, which keeps an amount with its sign."""
_OTHER = re.compile(f"[^{CHARACTERS}]")
_LONG = re.compile(r"\S{40}(?=\S)")


def is_there() -> bool:
    """Whether typst can be loaded; there is no build of it for every machine."""
    try:
        import typst  # noqa: F401
    except ImportError:
        return False
    return True


def pdf(data: Mapping[str, Any], language: Language) -> bytes:
    """A report as PDF; ``data`` is what ``report.typ`` reads.

    Raises:
        AdvisorError: typst is not there, or cannot set it.
    """
    return _compiled("report.typ", json.dumps(data), language, format="pdf", pdf_standards=list(STANDARDS))


def png(svg: str, language: Language) -> bytes:
    """A drawing as a picture.

    Raises:
        AdvisorError: typst is not there, or cannot draw it.
    """
    return _compiled("picture.typ", drawable(svg), language, format="png", ppi=SHARPNESS)


def settable(text: str) -> str:
    """``text`` with nothing the fonts cannot show, and places to break words that no line would hold."""
    return _LONG.sub("\\g<0>\u200b", _with_shapes(_SPACE.sub(" ", text).strip(" ")))


def drawable(svg: str) -> str:
    """A drawing with nothing in it that the fonts cannot show."""
    return _with_shapes(_SPACE.sub(" ", svg))


def _with_shapes(text: str) -> str:
    return _OTHER.sub(_substitute, unicodedata.normalize("NFC", text))


def _substitute(match: re.Match[str]) -> str:
    """A sign of its own becomes a box; an accent without its letter, or an invisible sign, goes."""
    return "" if unicodedata.category(match[0]) in ("Mn", "Me", "Cf", "Cc") else MISSING


def _compiled(template: str, data: str, language: Language, **how: Any) -> bytes:
    try:
        import typst
    except ImportError:
        raise AdvisorError(say("no_typst", language)) from None
    try:
        made = typst.compile(
            FOLDER / template,
            root=FOLDER,
            font_paths=[FOLDER / "fonts"],
            ignore_system_fonts=True,
            sys_inputs={"data": data},
            **how,
        )
    except typst.TypstError as error:
        raise AdvisorError(say("cannot_set", language, problem=error.message)) from None
    assert isinstance(made, bytes)
    return made
