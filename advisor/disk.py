"""Reading files that anyone may have put there: never more than was asked for, and never something that waits.
And writing files: whole or not at all.
"""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from typing import TYPE_CHECKING

from advisor.language import Text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LARGEST_TEXT = 4_000_000
"""Bytes of a file of rules or answers."""

PRIVATE, SHARED = 0o600, 0o666
"""Who may read and write a new file: its owner only, or whom the system lets (the umask)."""

TEMPORARY = ".tmp-"
"""What the name of a file that is being written begins with."""


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


@contextlib.contextmanager
def complete(folder: Path, content: bytes, mode: int, *, flushed: bool = False) -> Iterator[Path]:
    """A file with all of the content, under a name of its own; afterwards that name is gone.

    Args:
        folder: where it is to get its place.
        content: all of it.
        mode: ``PRIVATE`` or ``SHARED``.
        flushed: whether it must outlast a loss of power.

    Raises:
        OSError: it cannot be written; nothing is left of it.
    """
    temporary = folder / f"{TEMPORARY}{os.urandom(8).hex()}"
    try:
        with open(temporary, "xb", opener=lambda path, flags: os.open(path, flags, mode)) as stream:
            stream.write(content)
            if flushed:
                stream.flush()
                os.fsync(stream.fileno())
        yield temporary
    finally:
        temporary.unlink(missing_ok=True)


def put(file: Path, content: bytes, mode: int = SHARED) -> None:
    """Write a file whole or not at all, in the place of one that is there; folders are made.

    Raises:
        OSError: it cannot be written; what was there stays.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    with complete(file.parent, content, mode) as written:
        written.replace(file)
