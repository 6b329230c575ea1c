"""One sitting with a dossier: everything the user changes is on disk before the next question shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from msgspec.structs import replace

from advisor import __version__
from advisor.dossier.model import Change, Dossier, RulebookUsed
from advisor.dossier.since import remembered
from advisor.dossier.store import ChangedElsewhereError
from advisor.interview import Interview
from advisor.interview.interview import LONGEST_NOTE
from advisor.reasons import reason_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from advisor.advice import Advice
    from advisor.dossier.store import Store
    from advisor.interview.whatif import Scenario
    from advisor.language import Language, Text
    from advisor.rulebook.rulebook import Rulebook

NEW_ID = "interview"
"""What the id of a new dossier begins with."""


@dataclass(frozen=True)
class Trouble:
    """Why a save did not go as usual; the answers are still in the sitting."""

    kind: Literal["elsewhere", "not_written"]
    detail: str | Text
    """The id of the copy that is now being kept, or why it was not written."""


class Sitting:
    """Keeps one interview. A new one gets its file with the first answer or note."""

    def __init__(self, store: Store, rulebook: Rulebook, dossier: Dossier) -> None:
        self._store = store
        self._rulebook = rulebook
        self.dossier = dossier
        """With everything the user changed; its revision is the one on disk, 0 when it is not there yet."""
        self._waiting = False
        """Whether a save failed: the disk does not have all of it."""

    @classmethod
    def new(cls, store: Store, rulebook: Rulebook, language: Language, name: str = "") -> Sitting:
        """A sitting for an interview that has not begun."""
        used = RulebookUsed(rulebook.version, rulebook.hash)
        blank = Dossier(id=NEW_ID, revision=0, name=name, language=language, advisor=__version__, rulebook=used)
        return cls(store, rulebook, blank)

    @property
    def kept(self) -> bool:
        """Whether there is a dossier on disk and it has everything."""
        return self.dossier.revision > 0 and not self._waiting

    def interview(self) -> Interview:
        """The interview to go on with; answers that the rulebook no longer knows stay in the dossier only."""
        questions = self._rulebook.questions
        notes = {question: note for question, note in self.dossier.notes.items() if question in questions}
        return Interview(self._rulebook, self._rulebook.known(self.dossier.answers), notes)

    def keep(self, interview: Interview, language: Language, scenarios: Iterable[Scenario] = ()) -> Trouble | None:
        """Have everything on disk when this returns; None when it is."""
        before = self.dossier
        answers, notes = self._all(interview)
        step = (
            *_changes(before.answers, answers, "answer"),
            *_changes(before.notes, notes, "note"),
        )
        return self._save(
            replace(
                before,
                answers=answers,
                notes=notes,
                history=(*before.history, step) if step else before.history,
                scenarios=tuple(scenarios),
                language=language,
                advisor=__version__,
                rulebook=RulebookUsed(self._rulebook.version, self._rulebook.hash),
            )
        )

    def remember(self, advice: Advice) -> Trouble | None:
        """Keep what the user was advised, to compare with after the rulebook has changed."""
        return self._save(replace(self.dossier, advice=remembered(advice)))

    def rename(self, name: str) -> Trouble | None:
        """Give the dossier a name."""
        return self._save(replace(self.dossier, name=name))

    def begin_on(self, start: str | None) -> Trouble | None:
        """Keep the day on which the plan begins, YYYY-MM-DD; None for a plan in weeks."""
        return self._save(replace(self.dossier, start=start))

    def undo(self, interview: Interview) -> tuple[tuple[Change, ...], Trouble | None]:
        """Take the last step of the history back, in the interview and on disk; what it had changed."""
        if not self.dossier.history:
            return (), self._save(self.dossier)
        *earlier, last = self.dossier.history
        for change in last:
            _take_back(interview, change)
        answers, notes = self._all(interview)
        return last, self._save(replace(self.dossier, answers=answers, notes=notes, history=tuple(earlier)))

    def _all(self, interview: Interview) -> tuple[dict[str, str], dict[str, str]]:
        """Answers and notes of the interview, and those in the dossier that the rulebook no longer knows."""
        known = self._rulebook.known(self.dossier.answers)
        answers = {question: option for question, option in self.dossier.answers.items() if question not in known}
        notes = {q: note for q, note in self.dossier.notes.items() if q not in self._rulebook.questions}
        return {**answers, **interview.given}, {**notes, **interview.notes}

    def _save(self, wanted: Dossier) -> Trouble | None:
        """Have the dossier so, and the disk too when it can; the next save holds what this one could not write."""
        if wanted == self.dossier and not self._waiting:
            return None
        self.dossier, self._waiting = wanted, True
        try:
            trouble = self._write()
        except OSError as error:
            return Trouble("not_written", reason_of(error))
        self._waiting = False
        return trouble

    def _write(self) -> Trouble | None:
        """Write the dossier; in a copy when another window has it: neither loses an answer."""
        try:
            self.dossier = (self._store.save if self.dossier.revision else self._store.create)(self.dossier)
        except ChangedElsewhereError:
            self.dossier = self._store.create(replace(self.dossier, id=NEW_ID))
            return Trouble("elsewhere", self.dossier.id)
        return None


def _changes(before: Mapping[str, str], after: Mapping[str, str], what: Literal["answer", "note"]) -> Iterator[Change]:
    for question in dict.fromkeys((*before, *after)):
        if before.get(question) != after.get(question):
            yield Change(question, before.get(question), after.get(question), what)


def _take_back(interview: Interview, change: Change) -> None:
    if change.question not in interview.rulebook.questions:
        return
    if change.what == "note":
        interview.note((change.before or "")[:LONGEST_NOTE], change.question)
    elif change.before is None or interview.rulebook.known({change.question: change.before}):
        interview.take_back(change.question, change.before)
