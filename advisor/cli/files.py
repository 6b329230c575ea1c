"""Reading what the user names, and writing without losing anything."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from advisor.cli.words import say
from advisor.errors import AdvisorError
from advisor.text import clean_line

if TYPE_CHECKING:
    from advisor.language import Language

LARGEST = 4_000_001
"""Bytes read at most; one more than an answers file may have, so that the reader can refuse it."""


def read_input(file: str, language: Language, most: int = LARGEST) -> tuple[bytes, str]:
    """Content of ``file`` (``-``: standard input), ``most`` bytes of it, and its name in messages.

    Raises:
        AdvisorError: when it cannot be read.
    """
    if file == "-":
        return sys.stdin.buffer.read(most), "-"
    try:
        with Path(file).open("rb") as stream:
            return stream.read(most), clean_line(file)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise AdvisorError(say("cannot_read", language, file=file or '""', reason=reason)) from None


def write_output(content: str | bytes, path: str | None, force: bool, language: Language) -> None:
    """Print ``content``, or write it to ``path`` whole or not at all.

    Raises:
        AdvisorError: when the file exists and ``force`` is not given, or it cannot be written.
    """
    if path is None:
        _print(content)
        return
    target = Path(path)
    try:
        if target.exists() and not force:
            raise AdvisorError(say("file_exists", language, file=path))
        _write(content.encode() if isinstance(content, str) else content, target)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise AdvisorError(say("cannot_write", language, file=path, reason=reason)) from None
    print(say("written", language, file=target), file=sys.stderr)


def _print(content: str | bytes) -> None:
    if isinstance(content, str):
        sys.stdout.write(content)
    else:
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()


def _write(content: bytes, target: Path) -> None:
    """Whole or not at all; into a device or a pipe as it comes, for another file may not take its place."""
    if target.exists() and not target.is_file() and not target.is_dir():
        target.write_bytes(content)
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    temporary = target.with_name(f".advisor-{os.getpid()}.tmp")
    try:
        with temporary.open("xb") as stream:
            stream.write(content)
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)
