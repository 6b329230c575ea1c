"""The question to start with, in plain text, while Textual loads: half a second less of an empty screen."""

from __future__ import annotations

import os
import signal
import sys
from contextlib import contextmanager
from shutil import get_terminal_size
from textwrap import wrap
from typing import TYPE_CHECKING

from advisor.text import clean_line
from advisor.words import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from advisor.language import Language
    from advisor.rulebook.model import Question

ALTERNATE, NORMAL = "\x1b[?1049h", "\x1b[?1049l"
"""The screen that full-screen programs draw on, and the one with what was there before."""
CLEAR, HIDE_CURSOR, SHOW_CURSOR = "\x1b[2J", "\x1b[?25l", "\x1b[?25h"


@contextmanager
def opening(question: Question | None, language: Language) -> Iterator[None]:
    """Show ``question`` on the alternate screen while what is inside loads the UI that will draw over it.

    The screen is handed over as it is, with the keys that were pressed meanwhile; only when loading fails is the
    terminal put back.
    """
    terminal = sys.__stderr__  # where Textual draws
    if question is None or terminal is None or os.name == "nt":
        yield
        return
    rows = opening_rows(question, language, *get_terminal_size())
    drawn = "".join(f"\x1b[{place};1H{row}" for place, row in rows.items())
    try:
        with _ending_when_asked(), _keys_kept():
            terminal.write(ALTERNATE + CLEAR + HIDE_CURSOR + drawn)
            terminal.flush()
            yield
    except BaseException:
        terminal.write(SHOW_CURSOR + NORMAL)
        terminal.flush()
        raise


@contextmanager
def _keys_kept() -> Iterator[None]:
    """What is typed is not shown and waits for the UI, key by key."""
    if sys.__stdin__ is None or not sys.__stdin__.isatty():
        yield
        return
    import termios

    keyboard = sys.__stdin__.fileno()
    before, during = termios.tcgetattr(keyboard), termios.tcgetattr(keyboard)
    during[0] &= ~termios.ICRNL
    during[3] &= ~(termios.ECHO | termios.ICANON)
    termios.tcsetattr(keyboard, termios.TCSANOW, during)
    try:
        yield
    finally:
        termios.tcsetattr(keyboard, termios.TCSANOW, before)


@contextmanager
def _ending_when_asked() -> Iterator[None]:
    """A signal to end lets the terminal be put back first."""
    numbers = (signal.SIGTERM, signal.SIGHUP)
    before = {number: signal.signal(number, lambda number, _: sys.exit(128 + number)) for number in numbers}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def opening_rows(question: Question, language: Language, width: int, height: int) -> dict[int, str]:
    """Row of the screen, from 1 → text, where the UI shows the same; empty when the screen is too small for it."""
    options = [option.text.in_(language) for option in question.options]
    numbered = [*enumerate(options, 1), (0, say("dont_know", language))]
    digits = 1 if len(numbered) <= 10 else 2
    block = _hanging("", question.text.in_(language), width - 5)
    block += ["", ""] if question.terms else [""]  # small print, border
    for number, option in numbered:
        block += _hanging(f"{number:>{digits}}. ", option, width - 6)
    above = height - len(block) - 3  # border, line to type on, footer
    if above < 1:
        return {}
    return {place: f"  {row}" for place, row in enumerate(block, above + 1) if row}


def _hanging(mark: str, text: str, width: int) -> list[str]:
    lines = wrap(clean_line(text), max(10, width - len(mark)), break_on_hyphens=False)
    return [(mark if place == 0 else " " * len(mark)) + line for place, line in enumerate(lines)]
