"""Keeping a report as a file: a name to propose, and writing without losing anything."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

from advisor.disk import put
from advisor.report.formats import SUFFIXES
from advisor.text import clean_text, fold
from advisor.words import say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from advisor.language import Language

OFFERED = ("pdf", "docx", "html", "text", "md", "json", "ics")
"""The formats in the order in which a user is asked to choose: the one for the board first."""

LONGEST = 60
"""Characters of a proposed name, without what says its format."""


class TakenError(Exception):
    """There is a file of that name, and nobody said that it may go."""


def proposed_stem(kind: str, about: str, language: Language) -> str:
    """A name for a file that every system, and a download, takes: a-z, 0-9 and hyphens.

    Args:
        kind: what the file is: ``report`` or ``comparison``.
        about: name or id of the dossier; may be empty.
        language: of the first word.
    """
    words = f"{say(f'file_{kind}', language)} {fold(about)}".split()
    return "-".join(words)[:LONGEST].rstrip("-")


def safe_name(typed: str) -> str:
    """What was typed as the name of a download: only a-z, 0-9, ``.`` and ``-``; empty when nothing is left."""
    parts = [fold(part).replace(" ", "-") for part in typed.replace("\\", "/").rpartition("/")[2].split(".")]
    return ".".join(part for part in parts if part)


def home_of_reports() -> Path:
    """The current folder, as ``.``; the user's documents when we may not write there."""
    if os.access(".", os.W_OK):
        return Path()
    from platformdirs import user_documents_path

    return user_documents_path()


def target_of(typed: str) -> Path:
    """The path that was typed, ``~`` filled in where there is a home."""
    path = Path(clean_text(typed).replace("\n", " ").strip())
    try:
        return path.expanduser()
    except RuntimeError:
        return path


def format_of(name: str, formats: Iterable[str]) -> str | None:
    """The format that the end of a file name asks for, if any."""
    suffix = Path(name).suffix.lower()
    return next((format_ for format_ in formats if SUFFIXES[format_] == suffix), None)


def with_suffix(name: str, format_: str) -> str:
    """The name as one of this format: the suffix of another format is replaced, anything else stays."""
    if format_of(name, SUFFIXES):
        name = name[: -len(Path(name).suffix)]
    return re.sub(r"\.*$", "", name) + SUFFIXES[format_]


def write_file(content: str | bytes, target: Path, *, overwrite: bool) -> None:
    """Write whole or not at all; folders are made.

    Into a device or a pipe it goes as it comes, for another file may not take its place.

    Raises:
        TakenError: there is something of that name and ``overwrite`` is not given.
        OSError: it cannot be written; what was there stays.
        ValueError: no file can have that name.
    """
    raw = content.encode() if isinstance(content, str) else content
    if target.exists() and not overwrite:
        raise TakenError(str(target))
    if target.exists() and not target.is_file() and not target.is_dir():
        target.write_bytes(raw)
        return
    put(target, raw)
