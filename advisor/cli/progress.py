"""A line that says we are busy, for who waits at a terminal."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from threading import Timer
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

PATIENCE = 0.5
"""Seconds before it is said."""


@contextmanager
def progress(sentence: str, after: float = PATIENCE) -> Iterator[Timer]:
    """Say ``sentence`` on standard error when what is done inside takes longer than ``after`` seconds."""
    timer = Timer(after, _tell, [sentence])
    timer.daemon = True
    if sys.stderr.isatty():
        timer.start()
    try:
        yield timer
    finally:
        timer.cancel()


def _tell(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)
