"""The conversation of the plain mode: what each typed line sets going."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from advisor.dossier.sitting import Sitting
from advisor.interview.phrases import NO, NOTE, YES
from advisor.interview.understanding import Back, Choice, DontKnow, TermAsked, Why, understand
from advisor.plain import pages
from advisor.plain.choosing import choose
from advisor.plain.desk import MOST_SHOWN
from advisor.plain.words import say
from advisor.report.files import OFFERED, format_of
from advisor.report.why import forms_meant
from advisor.text import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from advisor.dossier.store import Store
    from advisor.plain.desk import Desk
    from advisor.rulebook.model import Question

_SAVE = re.compile(r"(?:bewaar|save|rapport|report)\s+(\S.*)", re.I)
_CHAPTER = re.compile(r"(?:hoofdstuk(?:ken)?|chapters?)(?:\s+(?:([0-9]{1,4})|(alles|alle|all)))?", re.I)
_WHY_FORM = re.compile(r"(?:waarom|why)(?:\s+(?:niet|wel|not))?\s+(.+?)\s*\?*", re.I)


class Conversation:
    """Reads lines until there are no more, or until ``stop``."""

    def __init__(self, desk: Desk, store: Store | None = None) -> None:
        self.desk = desk
        self._store = store
        self._unsure: tuple[Question, str, str] | None = None
        """Question, option and words that wait for a yes."""
        self._reviewing = False
        """The review is on show and its numbers can be chosen."""
        self._stopped = False
        self._commands: Mapping[str, Callable[[], None]] = {
            **dict.fromkeys(("u", "o"), desk.dont_know),
            **dict.fromkeys(("t", "b"), desk.back),
            **dict.fromkeys(("antwoorden", "answers"), self._review),
            **dict.fromkeys(("advies", "advice"), desk.advise),
            **dict.fromkeys(("herstel", "undo"), desk.take_back),
            **dict.fromkeys(("wat als", "wat-als", "what if", "what-if"), desk.what_if),
            **dict.fromkeys(("probeer", "try"), self._try),
            **dict.fromkeys(("bewaar", "save", "rapport", "report"), self._save),
            **dict.fromkeys(("dossiers",), self._dossiers),
            **dict.fromkeys(("hulp", "help", "h"), desk.help),
            **dict.fromkeys(("stop", "stoppen", "einde", "quit", "exit", "q"), self._stop),
        }

    def hold(self, *, choosing: bool = False) -> None:
        """Ask and answer until there is nothing more to read.

        Args:
            choosing: let the user first choose a dossier, when there is any.
        """
        if choosing and self._store is not None:
            self.desk.begin(self._chosen() or Sitting.new(self._store, self.desk.rulebook, self.desk.language))
        self.desk.welcome()
        self.desk.help()
        self.desk.ask()
        while not self._stopped:
            line = self.desk.console.ask(say(self._prompt, self.desk.language))
            if line is None:
                if self.desk.console.tired:
                    self.desk.say("nobody")
                return
            self._take(line)

    def close(self) -> None:
        """Say what was not stored, then the advice and the answers."""
        self.desk.console.end_prompt()
        if self._unsure:
            question, option, words = self._unsure
            self.desk.say("words_lost", words=words[:MOST_SHOWN], answer=self.desk.in_words(question, option))
        self.desk.close()

    @property
    def _prompt(self) -> str:
        if self._unsure:
            return "prompt_sure"
        if self._reviewing:
            return "prompt_change"
        return "prompt" if self.desk.question else "prompt_done"

    def _take(self, line: str) -> None:
        if self._unsure and self._confirmed(line):
            return
        if self._reviewing and self._picked(line):
            return
        command = self._commands.get(fold(line))
        if command:
            command()
        elif (path := _SAVE.fullmatch(line)) and format_of(path[1], OFFERED):
            self._save(path[1])
        elif (asked := _WHY_FORM.fullmatch(line)) and len(forms := forms_meant(asked[1], self.desk.rulebook)) == 1:
            self.desk.why_form(forms[0])
        elif asked := _CHAPTER.fullmatch(line):
            self.desk.chapter(int(asked[1] or 0), everything=bool(asked[2]))
        elif note := NOTE.fullmatch(line):
            self.desk.note(note[1])
        elif question := self.desk.question:
            self._reply(line, question)
        else:
            self._after(line)

    def _confirmed(self, line: str) -> bool:
        """Whether the line was a yes or a no to "Do you mean …?"; if not, it is a new reply."""
        option = self._unsure[1] if self._unsure else ""
        self._unsure = None
        if fold(line) in YES:
            self.desk.answer(option)
            return True
        if fold(line) in NO:
            self.desk.say("not_meant")
            return True
        return False

    def _picked(self, line: str) -> bool:
        """Whether the line chose a question of the review, or left it."""
        if not re.fullmatch("[0-9]{0,4}", line):
            self._reviewing = False
            return False
        lines, number = pages.reviewed(self.desk.interview), int(line or 0)
        if number > len(lines):
            self.desk.say("no_such_number", last=len(lines))
        elif number and not lines[number - 1].applies:
            self.desk.say("not_applicable")
        else:
            self._reviewing = False
            if number:
                self.desk.interview.go_to(lines[number - 1].question.id)
            self.desk.ask()
        return True

    def _reply(self, line: str, question: Question) -> None:
        if not line and question.id in self.desk.interview.given:
            self.desk.keep()
            return
        meant = understand(line, question, self.desk.language, self.desk.glossary)
        if isinstance(meant, Choice) and meant.sure:
            self.desk.answer(meant.option)
        elif isinstance(meant, Choice):
            self._unsure = (question, meant.option, line)
            self.desk.say("did_you_mean", answer=self.desk.in_words(question, meant.option))
        elif isinstance(meant, DontKnow):
            self.desk.dont_know()
        elif isinstance(meant, Why):
            self.desk.why(question)
        elif isinstance(meant, Back):
            self.desk.back()
        elif isinstance(meant, TermAsked):
            self.desk.explain(meant.term, meant.words)
        elif meant.between:
            self.desk.say("fits_more", numbers=", ".join(map(str, meant.between)))
        else:
            self.desk.say("not_understood", last=len(question.options))

    def _after(self, line: str) -> None:
        """A line after the last question: chapters and words can be asked for, and steps taken back."""
        if self.desk.console.interactive and re.fullmatch("[0-9]{1,4}", line):
            self.desk.chapter(int(line))
            return
        rulebook = self.desk.rulebook
        last = rulebook.questions[rulebook.applicable(self.desk.interview.given)[-1]]
        meant = understand(line, last, self.desk.language, self.desk.glossary)
        if isinstance(meant, Back):
            self.desk.back()
        elif isinstance(meant, TermAsked):
            self.desk.explain(meant.term, meant.words)
        else:
            self.desk.say("done_not_understood")
            self.desk.say("done")

    def _review(self) -> None:
        if not pages.reviewed(self.desk.interview):
            self.desk.say("review_empty")
            return
        self._reviewing = True
        self.desk.show(pages.review_page(self.desk.interview, self.desk.language))
        self.desk.say("change_which")

    def _save(self, path: str = "") -> None:
        from advisor.plain.saving import save

        save(self.desk, path)

    def _try(self) -> None:
        from advisor.plain.trying import try_answers

        try_answers(self.desk)

    def _dossiers(self) -> None:
        """Go on with another dossier; what was answered in this one is kept already."""
        if self._store is None:
            self.desk.say("no_dossiers")
            return
        if sitting := self._chosen():
            self.desk.begin(sitting)
            self.desk.welcome()
        self.desk.ask()

    def _chosen(self) -> Sitting | None:
        assert self._store is not None
        return choose(self._store, self.desk.rulebook, self.desk.console, self.desk.language)

    def _stop(self) -> None:
        self._stopped = True
