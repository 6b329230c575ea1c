"""Reading files that anyone may have put there: never more than was asked for, and never something that waits."""

from __future__ import annotations

import errno
import os
import stat
from typing import TYPE_CHECKING

from advisor.language import Text

if TYPE_CHECKING:
    from pathlib import Path

LARGEST_TEXT = 4_000_000
"""Bytes of a file of rules or answers."""


class NoFileError(OSError):
    """There is something of that name, and it is no file."""

    reason = Text("dit is geen gewoon bestand", "this is not a regular file")

    def __init__(self) -> None:
        super().__init__(errno.EINVAL, self.reason.en)


def read_regular(file: Path, most: int) -> bytes:
    """The first ``most`` bytes of a file, and of nothing else: a pipe may never end, a device has no end.

    Raises:
        OSError: it cannot be read, or is no regular file.
    """
    with file.open("rb") if os.name != "posix" else open(file, "rb", opener=_at_once) as stream:
        if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
            raise NoFileError
        return stream.read(most)


def _at_once(path: str, flags: int) -> int:
    """Open without waiting for someone to write into a pipe."""
    return os.open(path, flags | os.O_NONBLOCK)
