"""The conversation on screen: the interview, what was said, and what a typed line leads to."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from advisor.interview.phrases import NO, NOTE, YES
from advisor.interview.whatif import Scenario
from advisor.rulebook.model import UNKNOWN
from advisor.text import clean_line, fold
from advisor.tui.entries import (
    Answered,
    Changed,
    Defined,
    Entry,
    Explained,
    FitsMore,
    Greeted,
    Kept,
    Noted,
    NotKept,
    Settled,
    TermMissing,
    Told,
    TookBack,
    Typed,
    WentBack,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from advisor.dossier.model import Change
    from advisor.dossier.sitting import Trouble
    from advisor.interview import Interview
    from advisor.interview.interview import Settled as Certain
    from advisor.interview.understanding import TermAsked, Understood
    from advisor.language import Language
    from advisor.rulebook.lookup import Glossary
    from advisor.rulebook.model import Question

_YES, _NO = YES | {"1"}, NO | {"2"}
"""The screen numbers the two."""


class Conversation:
    """Keeps the interview and its transcript; knows nothing of widgets."""

    def __init__(
        self,
        interview: Interview,
        language: Language,
        keep: Callable[[Conversation], Trouble | None] | None = None,
        scenarios: Iterable[Scenario] = (),
    ) -> None:
        self.interview = interview
        self.rulebook = interview.rulebook
        self.language: Language = language
        self.scenarios = list(scenarios)
        """Other answers the user kept while trying."""
        self.proposed: str | None = None
        """The option we asked back: nothing is stored before the user says yes."""
        self.entries: list[Entry] = [Greeted(len(interview.given))]
        self.entries += [Answered(question, option) for question, option in interview.answers.items()]
        self._write = keep or (lambda _conversation: None)
        self._trouble: Trouble | None = None
        """What went wrong at the last attempt to keep everything."""
        self._settled: Certain | None = None
        """What we said last about the headline being settled."""

    @cached_property
    def glossary(self) -> Glossary:
        """Look-up of terms; made when the first one is asked for."""
        from advisor.rulebook.lookup import Glossary

        return Glossary(self.rulebook.terms)

    @property
    def question(self) -> Question | None:
        """The question being asked."""
        return self.interview.current

    # -- what the user does -------------------------------------------------------------------

    def choose(self, question: str, option: str) -> None:
        """Store an answer; ignored when another question is being asked by now."""
        if self.question is None or self.question.id != question:
            return
        self.proposed = None
        before = self.interview.given
        self.interview.answer(option)
        self._stored((question,), before)

    def confirm(self, yes: bool) -> None:
        """Answer our own "do you mean ...?"."""
        option, self.proposed = self.proposed, None
        if option is None or self.question is None:
            return
        if yes:
            self.choose(self.question.id, option)
        else:
            self.entries.append(Told("not_stored"))

    def reply(self, typed: str) -> None:
        """Take a typed line."""
        words = clean_line(typed).removeprefix("/").lstrip()  # the key that opens the line is typed along
        if not words:
            return
        note = NOTE.fullmatch(words)
        if note:
            self._note(note[1])
            return
        self.entries.append(Typed(words))
        if self.proposed is not None and fold(words) in _YES | _NO:
            self.confirm(fold(words) in _YES)
            return
        self.proposed = None
        if self.question is None:
            self._reply_at_the_end(words)
        else:
            from advisor.interview.understanding import understand  # the first question need not wait for it

            self._act(understand(words, self.question, self.language, self.glossary), self.question)

    def why(self) -> None:
        """Say why the question is asked."""
        said: Entry = Explained(self.question.id) if self.question else Told("why_nothing")
        if self.entries[-1] != said:
            self.entries.append(said)

    def back(self) -> None:
        """Ask the previous question again, or drop our own "do you mean ...?"."""
        if self.proposed is not None:
            self.confirm(False)
        elif self.interview.back() and self.question:
            self._say(WentBack(self.question.id))
        else:
            self._say(Told("first_question"))

    def change(self, question: str) -> None:
        """Ask a question again; it must apply."""
        self.proposed = None
        self.interview.go_to(question)
        self._say(WentBack(question))

    def keep_scenario(self, changes: Mapping[str, str]) -> Scenario:
        """Keep other answers under the next number."""
        scenario = Scenario(len(self.scenarios) + 1, dict(changes))
        self.scenarios.append(scenario)
        self._keep()
        return scenario

    def took_back(self, changes: Sequence[Change]) -> None:
        """Say what a step back in the history of the dossier has undone."""
        self.proposed = None
        self.entries.append(TookBack(tuple(change.question for change in changes)))

    def adopt(self, changes: Mapping[str, str]) -> None:
        """Give other answers, those that apply, and go on where the interview was."""
        self.proposed = None
        before = self.interview.given
        self._stored(self.interview.adopt(changes), before)

    # -- what it leads to ---------------------------------------------------------------------

    def say_trouble(self, trouble: Trouble | None) -> None:
        """Say once that something was not kept as it should; after a save that went well it can be said again."""
        before, self._trouble = self._trouble, trouble
        if trouble and trouble != before:
            self.entries.append(NotKept(trouble.kind, trouble.detail))

    def _say(self, entry: Entry) -> None:
        if self.entries[-1] != entry:
            self.entries.append(entry)

    def _stored(self, questions: Iterable[str], before: Mapping[str, str]) -> None:
        """Say of each answer what it was ``before``, and what it changes for others; have it all kept."""
        for question in questions:
            after = {**before, question: self.interview.given[question]}
            self.entries.append(self._change(question, before, after))
            before = after
        self._keep()
        self._say_settled()

    def _change(self, question: str, before: Mapping[str, str], after: Mapping[str, str]) -> Entry:
        was, now = before.get(question), after[question]
        if was is None:
            return Answered(question, now)
        if was == now:
            return Kept(question, now)
        (counted, aside), (counts, lost) = self.rulebook.split(before), self.rulebook.split(after)
        return Changed(
            question, was, now, tuple(q for q in lost if q in counted), tuple(q for q in counts if q in aside)
        )

    def _keep(self) -> None:
        """Have everything kept."""
        self.say_trouble(self._write(self))

    def _say_settled(self) -> None:
        """Once, and again when another form has settled or more could still change it."""
        before, now = self._settled, self.interview.settled
        self._settled = now
        if now and now.is_news(before):
            self.entries.append(Settled(now.unless))

    def _act(self, meaning: Understood, question: Question) -> None:
        from advisor.interview.understanding import Back, Choice, DontKnow, TermAsked, Why

        if isinstance(meaning, DontKnow) or (isinstance(meaning, Choice) and meaning.sure):
            self.entries.pop()  # the answer itself says what was typed
            self.choose(question.id, meaning.option if isinstance(meaning, Choice) else UNKNOWN)
        elif isinstance(meaning, Choice):
            self.proposed = meaning.option
        elif isinstance(meaning, Why):
            self.why()
        elif isinstance(meaning, Back):
            self.back()
        elif isinstance(meaning, TermAsked):
            self._define(meaning)
        elif meaning.between:
            self.entries.append(FitsMore(meaning.between))
        else:
            self.entries.append(Told("not_understood"))

    def _define(self, asked: TermAsked) -> None:
        self.entries.append(Defined(asked.term) if asked.term else TermMissing(clean_line(asked.words)))

    def _reply_at_the_end(self, words: str) -> None:
        """Without a question, words can still ask for the way back or for a term."""
        from advisor.interview.understanding import Back, NotUnderstood, TermAsked, Why, understand

        last = self.rulebook.questions[self.rulebook.applicable(self.interview.given)[-1]]
        meaning = understand(words, last, self.language, self.glossary)
        if isinstance(meaning, Back | TermAsked | Why | NotUnderstood):
            self._act(meaning, last)
        else:
            self.entries.append(Told("all_answered"))

    def _note(self, words: str) -> None:
        if self.question is None:
            self.entries.append(Told("note_nowhere"))
            return
        self.interview.note(words)
        self._keep()
        kept = self.interview.notes.get(self.question.id)
        self.entries.append(Noted(self.question.id, kept) if kept else Told("note_dropped"))
