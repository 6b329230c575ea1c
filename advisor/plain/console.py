"""Lines in, lines out."""

from __future__ import annotations

import io
import re
import textwrap
from typing import TYPE_CHECKING, TextIO

from advisor.text import clean_line

if TYPE_CHECKING:
    from collections.abc import Iterable

WIDTH = 80
LONGEST_LINE = 4_000
"""Characters of a line that are looked at."""
PATIENCE = 1_000
"""Lines that may lead nowhere."""
ENDLESS = 4_000_000
"""Characters without a line end after which nobody is typing."""
_MARK = re.compile(r"(?:[0-9]+\.|-) ")


class Console:
    """Reads and writes plain lines; what comes in is cleaned, what goes out is wrapped between words."""

    def __init__(self, read: TextIO, write: TextIO, interactive: bool) -> None:
        self._read = read
        self._write = write
        self.interactive = interactive
        """Someone types at a terminal."""
        self._idle = 0
        self._asking = False
        """A prompt stands on the screen and the cursor behind it."""
        for stream in (read, write):
            if isinstance(stream, io.TextIOWrapper):  # a wrong byte must not end the interview
                stream.reconfigure(errors="replace")

    def show(self, lines: Iterable[str]) -> None:
        """Lines as one block, with an empty line before it."""
        self.end_prompt()
        self.text("\n".join(["", *(wrapped for line in lines for wrapped in _wrap(line))]))

    def text(self, text: str) -> None:
        """Text as it is, ending in one line feed."""
        self._write.write(text.rstrip("\n") + "\n")
        self._write.flush()

    def ask(self, prompt: str) -> str | None:
        """What is typed after ``prompt``, cleaned; None at the end of input, and when there is no sense in going on."""
        if self.tired:
            return None
        self._idle += 1
        self._write.write(prompt)
        self._write.flush()
        self._asking = True
        line = self._line()
        if not line:
            self.end_prompt()
            return None
        cleaned = clean_line(line)
        self._asking = False
        if not self.interactive:  # nobody's terminal has shown it
            self.text(cleaned)
        return cleaned

    def _line(self) -> str:
        """A line, of a very long one its beginning; empty at the end of input, which one without end is too."""
        line = part = self._read.readline(LONGEST_LINE)
        skipped = 0
        while part and not part.endswith("\n"):
            skipped += len(part)
            if skipped > ENDLESS:
                return ""
            part = self._read.readline(LONGEST_LINE)
        return line

    @property
    def tired(self) -> bool:
        """So many lines led nowhere that nobody can be typing them."""
        return self._idle >= PATIENCE

    def wake(self) -> None:
        """A line led to something new."""
        self._idle = 0

    def end_prompt(self) -> None:
        """Go to a new line when a prompt is still waiting for an answer."""
        if self._asking:
            self._asking = False
            self._write.write("\n")


def _wrap(line: str) -> list[str]:
    mark = _MARK.match(line)
    return textwrap.wrap(line, WIDTH, subsequent_indent=" " * len(mark[0]) if mark else "", break_on_hyphens=False)
