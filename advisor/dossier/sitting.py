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

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from advisor.advice import Advice
    from advisor.dossier.store import Store
    from advisor.interview.whatif import Scenario
    from advisor.language import Language
    from advisor.rulebook.rulebook import Rulebook

NEW_ID = "interview"
"""What the id of a new dossier begins with."""


@dataclass(frozen=True)
class Trouble:
    """Why a save did not go as usual; the answers are still in the sitting."""

    kind: Literal["elsewhere", "not_written"]
    detail: str
    """The id of the copy that is now being kept, or what the system says."""


class Sitting:
    """Keeps one interview. A new one gets its file with the first answer or note."""

    def __init__(self, store: Store, rulebook: Rulebook, dossier: Dossier) -> None:
        self._store = store
        self._rulebook = rulebook
        self.dossier = dossier
        """As it is on disk; revision 0 when it is not there yet."""

    @classmethod
    def new(cls, store: Store, rulebook: Rulebook, language: Language, name: str = "") -> Sitting:
        """A sitting for an interview that has not begun."""
        used = RulebookUsed(rulebook.version, rulebook.hash)
        blank = Dossier(id=NEW_ID, revision=0, name=name, language=language, advisor=__version__, rulebook=used)
        return cls(store, rulebook, blank)

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

    def undo(self, interview: Interview) -> tuple[Change, ...]:
        """Take the last step of the history back, in the interview and on disk; what it had changed."""
        if not self.dossier.history:
            return ()
        *earlier, last = self.dossier.history
        for change in last:
            _take_back(interview, change)
        answers, notes = self._all(interview)
        self._save(replace(self.dossier, answers=answers, notes=notes, history=tuple(earlier)))
        return last

    def _all(self, interview: Interview) -> tuple[dict[str, str], dict[str, str]]:
        """Answers and notes of the interview, and those in the dossier that the rulebook no longer knows."""
        known = self._rulebook.known(self.dossier.answers)
        answers = {question: option for question, option in self.dossier.answers.items() if question not in known}
        notes = {q: note for q, note in self.dossier.notes.items() if q not in self._rulebook.questions}
        return {**answers, **interview.given}, {**notes, **interview.notes}

    def _save(self, wanted: Dossier) -> Trouble | None:
        if wanted == self.dossier:
            return None
        try:
            self.dossier = self._store.save(wanted) if wanted.revision else self._store.create(wanted)
        except ChangedElsewhereError:
            return self._go_on_in_a_copy(wanted)
        except OSError as error:
            # Revision and history stay: the next save holds this change too.
            return Trouble("not_written", error.strerror or str(error))
        return None

    def _go_on_in_a_copy(self, wanted: Dossier) -> Trouble:
        """The other window keeps its dossier, this one a new one: neither loses an answer."""
        try:
            self.dossier = self._store.create(replace(wanted, id=NEW_ID))
        except OSError as error:
            return Trouble("not_written", error.strerror or str(error))
        return Trouble("elsewhere", self.dossier.id)


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
