"""Reading what the user names, and writing without losing anything."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from advisor.cli.words import say
from advisor.errors import AdvisorError
from advisor.reasons import reason_of
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
        raise AdvisorError(say("cannot_read", language, file=file or '""', reason=reason_of(error))) from None


def write_output(content: str | bytes, path: str | None, force: bool, language: Language) -> None:
    """Print ``content``, or write it to ``path`` whole or not at all.

    Raises:
        AdvisorError: when the file exists and ``force`` is not given, or it cannot be written.
    """
    if path is None:
        _print(content)
        return
    from advisor.report.files import TakenError, write_file

    target = Path(path)
    try:
        write_file(content, target, overwrite=force)
    except TakenError:
        raise AdvisorError(say("file_exists", language, file=path)) from None
    except (OSError, ValueError) as error:
        raise AdvisorError(say("cannot_write", language, file=path, reason=reason_of(error))) from None
    print(say("written", language, file=target), file=sys.stderr)


def _print(content: str | bytes) -> None:
    if isinstance(content, str):
        sys.stdout.write(content)
    else:
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
