"""Where the screens get their advice: the rule engine is built when it is first needed, not at the start."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from advisor.advice import Advice, Advisor
    from advisor.interview import Interview
    from advisor.rulebook.rulebook import Rulebook


class Desk:
    """Gives advice on an interview as it stands, and remembers the last one."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._rulebook = rulebook
        self._advisor: Advisor | None = None
        self._building = Lock()
        self._last: tuple[object, Advice] | None = None

    def warm(self) -> None:
        """Build the engine; safe to call from a thread, more than once."""
        with self._building:
            if self._advisor is None:
                from advisor.advice import Advisor  # imports experta: 100 ms that the first paint need not wait for

                self._advisor = Advisor(self._rulebook)

    def advise(self, interview: Interview) -> Advice:
        """The advice on the answers given so far."""
        asked_with = (dict(interview.given), dict(interview.notes))
        if self._last is None or self._last[0] != asked_with:
            self.warm()
            assert self._advisor is not None
            self._last = (asked_with, self._advisor.advise(*asked_with))
        return self._last[1]
