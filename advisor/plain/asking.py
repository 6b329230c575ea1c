"""Questions of the program itself: a number, a yes or no, a line; each asked until it is answered or left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.interview.phrases import NO, YES
from advisor.plain.words import say
from advisor.text import fold

if TYPE_CHECKING:
    from advisor.language import Language
    from advisor.plain.console import Console

_LEAVE = frozenset({"stop", "terug", "t", "b", "back", "quit", "q"}) | NO


class Asking:
    """Asks on one console, in one language. None as an answer: left, or nothing more to read."""

    def __init__(self, console: Console, language: Language) -> None:
        self._console = console
        self._language: Language = language

    def line(self, prompt: str, **values: object) -> str | None:
        """What is typed; None for a word that means leaving."""
        typed = self._console.ask(say(prompt, self._language, **values))
        return None if typed is None or fold(typed) in _LEAVE else typed

    def number(self, prompt: str, first: int, last: int) -> int | None:
        """A number from ``first`` to ``last``; just Enter leaves too."""
        while typed := self.line(prompt):
            if typed.isascii() and typed.isdecimal() and len(typed) < 10 and first <= int(typed) <= last:
                return int(typed)
            self._console.show([say("not_a_number", self._language, first=first, last=last)])
        return None

    def yes(self, prompt: str, **values: object) -> bool:
        """Whether the answer is a yes; anything else is none."""
        typed = self._console.ask(say(prompt, self._language, **values))
        return typed is not None and fold(typed) in YES
