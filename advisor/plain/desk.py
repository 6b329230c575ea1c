"""What the plain mode can do for its user: show, store, look up, advise."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from advisor.interview import Interview
from advisor.interview.answers_writing import write_answers
from advisor.plain import pages
from advisor.plain.words import say
from advisor.program import program
from advisor.rulebook.lookup import Glossary
from advisor.rulebook.model import UNKNOWN
from advisor.words import say as say_in_report

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from advisor.advice import Advice, Advisor
    from advisor.dossier.sitting import Sitting, Trouble
    from advisor.interview.interview import Settled
    from advisor.language import Language
    from advisor.plain.console import Console
    from advisor.report.document import Block
    from advisor.rulebook.model import Question
    from advisor.rulebook.rulebook import Rulebook

MOST_SHOWN = 60
"""At most so much of someone's words is repeated."""


class Desk:
    """One interview, its glossary and its advice, shown on one console."""

    def __init__(
        self, rulebook: Rulebook, language: Language, console: Console, sitting: Sitting | None = None
    ) -> None:
        self.rulebook = rulebook
        self.language = language
        self.console = console
        self.glossary = Glossary(rulebook.terms)
        self._advisor: Advisor | None = None
        self.begin(sitting)

    def begin(self, sitting: Sitting | None) -> None:
        """Go on with a dossier; None: an interview that is not kept."""
        self._sitting = sitting
        self._trouble: Trouble | None = None
        """What went wrong at the last attempt to keep everything."""
        self.interview = sitting.interview() if sitting else Interview(self.rulebook)
        self._held = (self.interview.given, self.interview.notes)
        """Answers and notes the last time anything was kept."""
        self._settled: Settled | None = None
        """What was said last about the headline being settled."""
        self._advised: tuple[Mapping[str, str], Mapping[str, str]] | None = None
        """Answers and notes of the advice shown last."""

    @property
    def question(self) -> Question | None:
        """The question being asked; None after the last one."""
        return self.interview.current

    @property
    def start(self) -> str | None:
        """The day the plan begins, when the dossier says so."""
        return self._sitting.dossier.start if self._sitting else None

    @property
    def name(self) -> str:
        """What the user called the dossier."""
        return self._sitting.dossier.name if self._sitting else ""

    def begin_on(self, start: str | None) -> None:
        """Keep the day on which the plan begins."""
        if self._sitting and self._sitting.dossier.revision:
            self._say_trouble(self._sitting.begin_on(start))

    @property
    def stem(self) -> str:
        """A name for files about this interview, without a suffix."""
        from advisor.report.files import proposed_stem

        dossier = self._sitting.dossier if self._sitting else None
        about = (dossier.name or dossier.id) if dossier and dossier.revision else ""
        return proposed_stem("report", about, self.language)

    def say(self, key: str, **values: object) -> None:
        """One sentence."""
        self.show([say(key, self.language, **values)])

    def welcome(self) -> None:
        """The first words; of a dossier that was kept also how far it is."""
        count = len(self.interview.given)
        if count:
            self.say("welcome_back", count=count)
        else:
            self.say("welcome")
        self._say_what_the_knowledge_changed()

    def _say_what_the_knowledge_changed(self) -> None:
        """Of the advice that the dossier remembers, when it was given with other knowledge."""
        then = self._sitting.dossier.advice if self._sitting else None
        if then is None or then.rulebook.hash == self.rulebook.hash:
            return
        from advisor.report.changes import contents

        self._report(contents(then, self.advice_on(self.rulebook.known(then.given)), self.language))

    def show(self, lines: Iterable[str]) -> None:
        """A page."""
        self.console.show(lines)

    # -- the interview ------------------------------------------------------------------------

    def ask(self) -> None:
        """Show the question that comes next; after the last one the advice."""
        if self.question:
            self.show(pages.question_page(self.interview, self.question, self.language))
            return
        if not self._up_to_date:
            self.advise()
        self.say("done")

    def answer(self, option: str) -> None:
        """Store an answer, say so and say what it changes for other answers; then go on."""
        question = self.question
        if question is None:
            self.say("done")
            return
        before = set(self.interview.set_aside)
        self.interview.answer(option)
        self._keep()
        if option == UNKNOWN:
            self.say("noted_unknown")
        else:
            self.say("noted", answer=self.in_words(question, option))
        self._say_what_else_changed(before)
        self.ask()

    def _say_what_else_changed(self, before: set[str]) -> None:
        """Which answers no longer count or count again, given those that were set aside ``before``."""
        after = set(self.interview.set_aside)
        for key, changed in (("set_aside", after - before), ("counts_again", before - after)):
            for other in (q for q in self.rulebook.questions if q in changed):
                self.say(key, question=self.rulebook.questions[other].text)
        self._say_settled()

    def _say_settled(self) -> None:
        """Say once that no question still to come changes the headline, and again when that has changed."""
        before, now = self._settled, self.interview.settled
        self._settled = now
        if now and now.is_news(before):
            from advisor.report.certainty import settled_so_far

            self.show([f"{settled_so_far(self.rulebook, now.unless, self.language)} {say('settled', self.language)}"])

    def _keep(self) -> None:
        """Have everything on disk before anything else is shown."""
        if self._held != (held := (self.interview.given, self.interview.notes)):
            self._held = held
            self.console.wake()
        if self._sitting is None:
            return
        scenarios = self._sitting.dossier.scenarios
        self._say_trouble(self._sitting.keep(self.interview, self.language, scenarios))

    def _say_trouble(self, trouble: Trouble | None) -> None:
        """Say once that something was not kept as it should; after a save that went well it can be said again."""
        before, self._trouble = self._trouble, trouble
        if trouble and trouble != before:
            self.say(f"trouble_{trouble.kind}", detail=trouble.detail)

    def take_back(self) -> None:
        """Take the last change back, also one of an earlier sitting."""
        changes, trouble = self._sitting.undo(self.interview) if self._sitting else ((), None)
        self._say_trouble(trouble)
        labels = dict.fromkeys(change.question for change in changes if change.question in self.rulebook.questions)
        if not labels:
            self.say("nothing_to_take_back")
            return
        names = ", ".join(self.rulebook.questions[question].label.in_(self.language) for question in labels)
        self.say("took_back", questions=names)
        self.ask()

    def dont_know(self) -> None:
        """Store that the answer is not known."""
        self.answer(UNKNOWN)

    def keep(self) -> None:
        """Leave an answer as it was, and go on."""
        self.say("kept")
        self.interview.resume()
        self.ask()

    def back(self) -> None:
        """Ask the question before this one."""
        if self.interview.back():
            self.ask()
        else:
            self.say("first_question")

    def note(self, words: str) -> None:
        """Keep someone's words with the question; no words remove them."""
        if self.question is None:
            self.say("note_where")
            return
        self.interview.note(words)
        self._keep()
        if words:
            self.say("note_kept", note=words)
        else:
            self.say("note_removed")

    # -- explanations -------------------------------------------------------------------------

    def help(self) -> None:
        """Everything that can be typed."""
        self.show(pages.help_page(self.language))

    def why(self, question: Question) -> None:
        """Why a question is asked."""
        self.show(pages.why_page(self.rulebook, question, self.language))

    def explain(self, term: str | None, words: str) -> None:
        """A word of the glossary, or that it has no such word."""
        if term is None:
            self.say("no_term", words=words[:MOST_SHOWN])
        else:
            self.show(pages.term_page(self.rulebook, self.rulebook.terms[term], self.language))

    def in_words(self, question: Question, option: str) -> str:
        """An answer as its question says it."""
        return pages.answer_in_words(question, option, self.language)

    def option(self, question: str, option: str) -> str:
        """The same, of a question by id."""
        return self.in_words(self.rulebook.questions[question], option)

    # -- the advice ---------------------------------------------------------------------------

    def advise(self, *, leaving: bool = False) -> None:
        """The advice on the answers so far, with what is still open; at a terminal its chapters on request.

        Args:
            leaving: nothing more can be asked for.
        """
        advice = self.advice() if self.interview.given else None
        if advice is None or not any(standing.arguments for standing in advice.ranking):
            self.say("no_advice")
            self.show_open()
        else:
            self.say("finished" if self.interview.finished else "so_far")
            if still := len(pages.still_open(self.interview)):
                heading = say_in_report("open_points", self.language)
                self.say("open_single" if still == 1 else "open_many", count=still, heading=heading)
            self._tell(advice, leaving)
            if self._sitting:
                self._say_trouble(self._sitting.remember(advice))
        self._advised = (self.interview.given, self.interview.notes)

    def _tell(self, advice: Advice, leaving: bool) -> None:
        from advisor.report.contents import in_chapters  # the report takes time to load

        short, *chapters = in_chapters(advice, self.language, self.start)
        if not self.console.interactive or (leaving and not (self._sitting and self._sitting.kept)):
            self._report([*short, *chain.from_iterable(chapters)])
            return
        self._report(short)
        if not leaving:
            self.show(pages.chapter_list(chapters, self.language))

    def chapter(self, number: int, *, everything: bool = False) -> None:
        """A chapter of the advice by its number, or all of them; the list of chapters when there is none such."""
        from advisor.report.contents import in_chapters

        _, *chapters = in_chapters(self.advice(), self.language, self.start)
        if everything:
            self._report(chain.from_iterable(chapters))
        elif 1 <= number <= len(chapters):
            self._report(chapters[number - 1])
        else:
            self.show(pages.chapter_list(chapters, self.language))

    def what_if(self) -> None:
        """Which other answers and goals would change the advice so far."""
        from advisor.report.whatif import contents

        self._report(contents(self.advice(), self.language))
        self.say("try_hint")

    def why_form(self, form: str) -> None:
        """Everything for and against one form, and what would make it the outcome."""
        from advisor.report.contents import form_contents

        self._report(form_contents(self.advice(), form, self.language))

    def _report(self, blocks: Iterable[Block]) -> None:
        """Blocks of a report, to be heard."""
        from advisor.report.as_speech import draw

        self.console.text("\n" + draw(blocks, self.language))

    def adopt(self, changes: Mapping[str, str]) -> None:
        """Take other answers over into the interview."""
        before = set(self.interview.set_aside)
        if not self.interview.adopt(changes):
            self.say("try_left")
            return
        self._keep()
        self.say("adopted")
        self._say_what_else_changed(before)

    def show_open(self) -> None:
        """The questions that are still open."""
        if lines := list(pages.open_page(self.interview, self.language)):
            self.show(lines)

    def close(self) -> None:
        """The advice, when it is not the last thing shown, and the answers to go on with."""
        if not self.interview.given and not self.interview.notes:
            self.say("nothing")
            self.show_open()
            return
        if not self._up_to_date:
            self.advise(leaving=True)
        if self._sitting and self._sitting.kept:
            self.say("kept_as", id=self._sitting.dossier.id, program=program())
            if self.interview.given:
                self.say("read_later")
            return
        self.say("go_on", program=program())
        self.console.text("\n" + write_answers(self.interview, self.language))

    def advice(self) -> Advice:
        """The advice on the answers so far."""
        return self.advice_on(self.interview.given, self.interview.notes)

    def advice_on(self, answers: Mapping[str, str], notes: Mapping[str, str] | None = None) -> Advice:
        """The advice on any answers."""
        if self._advisor is None:
            from advisor.advice import Advisor  # loads the rules engine, which takes a moment

            self._advisor = Advisor(self.rulebook)
        return self._advisor.advise(answers, notes)

    @property
    def _up_to_date(self) -> bool:
        """The advice shown last is the advice there is."""
        return self._advised == (self.interview.given, self.interview.notes)
