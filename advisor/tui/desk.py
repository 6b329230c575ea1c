"""Where the screens get their advice: the rule engine is built when it is first needed, not at the start."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from advisor.advice import Advice, Advisor
    from advisor.interview import Interview
    from advisor.rulebook.rulebook import Rulebook

KEPT = 8
"""Advices remembered at most; the oldest goes first."""


class Desk:
    """Gives advice on an interview as it stands, and remembers the last few."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._rulebook = rulebook
        self._advisor: Advisor | None = None
        self._building = Lock()
        self._recent: dict[str, Advice] = {}

    def warm(self) -> None:
        """Build the engine; safe to call from a thread, more than once."""
        with self._building:
            if self._advisor is None:
                from advisor.advice import Advisor  # imports experta: 100 ms that the first paint need not wait for

                self._advisor = Advisor(self._rulebook)

    def advise(self, interview: Interview) -> Advice:
        """The advice on the answers given so far."""
        return self.advise_on(interview.given, interview.notes)

    def advise_on(self, given: Mapping[str, str], notes: Mapping[str, str] | None = None) -> Advice:
        """The advice on any answers; the last few are remembered, with what was worked out on them since."""
        asked_with = repr((sorted(given.items()), sorted((notes or {}).items())))
        if asked_with not in self._recent:
            self.warm()
            assert self._advisor is not None
            self._recent[asked_with] = self._advisor.advise(given, notes)
            if len(self._recent) > KEPT:
                del self._recent[next(iter(self._recent))]
        return self._recent[asked_with]
