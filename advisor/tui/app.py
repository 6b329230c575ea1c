"""The app: which screen is shown, in which language and colours."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from textual import events, on, work
from textual.app import App
from textual.command import CommandPalette

from advisor.interview import Interview
from advisor.reasons import reason_of
from advisor.text import clean_line, clean_text
from advisor.tui import commands, ending, themes
from advisor.tui.conversation import Conversation
from advisor.tui.desk import Desk
from advisor.tui.ending import Ended
from advisor.tui.entries import KnowledgeChanged
from advisor.tui.messages import (
    AnswersChanged,
    CommandPicked,
    DossierDeleted,
    DossierNamed,
    DossierPicked,
    InterviewCompleted,
    QuestionPicked,
    ReportAsked,
    TermPicked,
)
from advisor.tui.screens.base import AdvisorScreen
from advisor.tui.screens.interview import InterviewScreen
from advisor.tui.words import say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.command import Provider
    from textual.screen import Screen

    from advisor.dossier.model import Dossier
    from advisor.dossier.sitting import Sitting, Trouble
    from advisor.dossier.store import Store
    from advisor.language import Language
    from advisor.rulebook.rulebook import Rulebook
    from advisor.tui.screens.save import Saved


def _palette() -> type[Provider]:
    """What the command palette offers; imported when it is first opened."""
    from advisor.tui.palette import AdvisorProvider

    return AdvisorProvider


class AdvisorApp(App[Ended]):
    """Owns the conversation; screens only show it."""

    CSS_PATH = "advisor.tcss"
    COMMANDS = {_palette}
    BINDINGS = [c.binding() for c in commands.COMMANDS.values() if c.everywhere and c.id != "palette"]

    def __init__(
        self,
        rulebook: Rulebook,
        language: Language,
        answers: Mapping[str, str] | None = None,
        notes: Mapping[str, str] | None = None,
        *,
        sitting: Sitting | None = None,
        store: Store | None = None,
    ) -> None:
        """What to begin with.

        Args:
            rulebook: the knowledge.
            language: to start in.
            answers: question → option or ``unknown``, for an interview that is not kept.
            notes: the user's own words per question, with those answers.
            sitting: the dossier to go on with, kept after every answer.
            store: where dossiers are; when it has any and none is given, the user chooses first.
        """
        super().__init__()
        self.rulebook = rulebook
        self.store = store
        self._choosing = sitting is None and bool(store)
        if sitting is None and store is not None:  # a new one, also for who leaves the list without choosing
            from advisor.dossier.sitting import Sitting

            sitting = Sitting.new(store, rulebook, language)
        self.sitting = sitting
        self.ended_by: int | None = None
        """The signal that closed the app, if one did."""
        cleaned = {question: clean_text(words) for question, words in (notes or {}).items()}
        interview = sitting.interview() if sitting else Interview(rulebook, answers, cleaned)
        self.conversation = self._conversation(interview, language)
        self.desk = Desk(rulebook)
        for theme in themes.THEMES:
            self.register_theme(theme)
        self.set_reactive(App.theme, themes.DARK.name)  # its watcher would read the style sheet once more
        self.stylesheet.set_variables(self.get_css_variables())
        self.title = say("product", language)
        self._early: list[events.Key] | None = []
        """Keys pressed before the first screen stood; None from then on."""

    def _conversation(self, interview: Interview, language: Language) -> Conversation:
        sitting = self.sitting
        if sitting is None:
            return Conversation(interview, language)
        return Conversation(
            interview,
            language,
            keep=lambda talk: sitting.keep(talk.interview, talk.language, talk.scenarios),
            scenarios=sitting.dossier.scenarios,
        )

    async def on_event(self, event: events.Event) -> None:
        """Clean what is pasted wherever it goes: an input of Textual itself would hand it to the terminal as it is.

        Keys that were pressed before anything could take them wait until something can.
        """
        if isinstance(event, events.Paste):
            event.text = clean_line(event.text)
        if isinstance(event, events.Key) and self._early is not None:
            self._early.append(event)
        else:
            await super().on_event(event)

    def _open_to_keys(self) -> None:
        early, self._early = self._early or [], None
        for key in early:
            self.post_message(key)

    @property
    def outcome(self) -> Ended:
        """The interview as it is now."""
        talk = self.conversation
        kept_as = self.sitting.dossier.id if self.sitting and self.sitting.kept else None
        return Ended(talk.interview, talk.language, tuple(talk.scenarios), kept_as)

    def get_default_screen(self) -> Screen[None]:
        """The interview."""
        return InterviewScreen(self.conversation, self.desk)

    def on_mount(self) -> None:
        """Let the user choose a dossier when there is any; build the rule engine once something is on screen."""
        if not (self.is_headless or self.is_web):
            ending.listen(self._end)
        if self._choosing:
            self.action_dossiers()
        elif self.sitting:
            self._say_what_the_knowledge_changed(self.sitting)
        self.call_after_refresh(self._open_to_keys)
        self.call_after_refresh(self._warm)

    def _end(self, number: int) -> None:
        self.ended_by = number
        self.exit(self.outcome)

    @work(thread=True, exit_on_error=False, group="engine")
    def _warm(self) -> None:
        gc.enable()  # off while starting, when the command line opened us
        self.desk.warm()

    # -- what screens ask for -----------------------------------------------------------------

    @on(InterviewCompleted)
    def _completed(self) -> None:
        self.action_advice()

    @on(QuestionPicked)
    def _question_picked(self, event: QuestionPicked) -> None:
        while len(self.screen_stack) > 1:
            self.pop_screen()
        if isinstance(self.screen, InterviewScreen):
            self.screen.change(event.question)

    @on(AnswersChanged)
    def _redraw(self) -> None:
        for screen in self.screen_stack:
            if isinstance(screen, AdvisorScreen) and screen.is_mounted:
                screen.redraw()

    @on(TermPicked)
    def _term_picked(self, event: TermPicked) -> None:
        self._open_glossary(event.term)

    @on(CommandPicked)
    async def _command_picked(self, event: CommandPicked) -> None:
        await self.run_action(commands.COMMANDS[event.command].action)

    @on(ReportAsked)
    def _report_asked(self, event: ReportAsked) -> None:
        from advisor.tui.screens.save import SaveDialog, report_on

        sitting = None if event.dossier else self.sitting
        dossier = sitting.dossier if sitting else event.dossier
        language = self.conversation.language

        def written(how: Saved | None) -> None:
            if sitting and how and sitting.dossier.revision:
                self._say_trouble(sitting.begin_on(how.start))

        self.push_screen(SaveDialog(language, report_on(event.advice, dossier, language)), written)

    @on(DossierPicked)
    def _dossier_picked(self, event: DossierPicked) -> None:
        """Go on with a dossier, or begin a new one."""
        from advisor.dossier.sitting import Sitting
        from advisor.dossier.store import StoreError

        assert self.store is not None
        language = self.conversation.language
        if event.id is None:
            sitting = Sitting.new(self.store, self.rulebook, language)
        elif (opened := self._opened(event.id)) and not opened.kept:
            sitting = opened  # the file does not have all of it
        else:
            try:
                sitting = Sitting(self.store, self.rulebook, self.store.load(event.id))
            except (StoreError, OSError) as error:
                self.notify(say("dossier_unreadable", language, id=event.id, reason=reason_of(error)), markup=False)
                return
        self._begin(sitting)

    @on(DossierNamed)
    def _dossier_named(self, event: DossierNamed) -> None:
        """Name a dossier; the open one in its sitting, which goes apart when anything else saves it."""
        if opened := self._opened(event.dossier.id):
            self._say_trouble(opened.rename(event.name))
        else:
            self._save_name(event.dossier, event.name)
        self._redraw()

    def _save_name(self, dossier: Dossier, name: str) -> None:
        from msgspec.structs import replace

        from advisor.dossier.store import StoreError

        assert self.store is not None
        language = self.conversation.language
        try:
            self.store.save(replace(dossier, name=name))
        except StoreError:
            self.notify(say("dossier_busy", language), markup=False)
        except OSError as error:
            self.notify(say("not_written", language, reason=reason_of(error)), markup=False)

    @on(DossierDeleted)
    def _dossier_deleted(self, event: DossierDeleted) -> None:
        """Begin a new interview when it was the open one, lest the next answer brings it back."""
        if self._opened(event.id) is None:
            return
        from advisor.dossier.sitting import Sitting

        assert self.store is not None
        self._begin(Sitting.new(self.store, self.rulebook, self.conversation.language))
        self.action_dossiers()
        self.notify(say("dossier_was_open", self.conversation.language), markup=False)

    def _opened(self, id_: str) -> Sitting | None:
        """The sitting, when it is with this dossier."""
        sitting = self.sitting
        return sitting if sitting and sitting.dossier.revision and sitting.dossier.id == id_ else None

    def _begin(self, sitting: Sitting) -> None:
        """Leave every screen for the interview of this sitting."""
        self.sitting = sitting
        self.conversation = self._conversation(sitting.interview(), self.conversation.language)
        self._say_what_the_knowledge_changed(sitting)
        while len(self.screen_stack) > 1:
            self.pop_screen()
        if isinstance(self.screen, InterviewScreen):
            self.screen.begin(self.conversation)

    def _say_what_the_knowledge_changed(self, sitting: Sitting) -> None:
        then = sitting.dossier.advice
        if then is None or then.rulebook.hash == self.rulebook.hash:
            return
        from advisor.dossier.since import since

        found = since(then, self.desk.advise_on(self.rulebook.known(then.given)))
        if not found.same:
            counts = map(len, (found.appeared, found.vanished, found.changed))
            self.conversation.entries.append(KnowledgeChanged(found.before, found.after, *counts))

    # -- commands -----------------------------------------------------------------------------

    def _open(self, screen: AdvisorScreen) -> None:
        """Show a screen; when one of its kind is open below, go back to that instead."""
        kinds = [type(opened) for opened in self.screen_stack]
        if type(screen) not in kinds:
            self.push_screen(screen)
            return
        while type(self.screen) is not type(screen):
            self.pop_screen()
        if isinstance(self.screen, AdvisorScreen):
            self.screen.redraw()

    # Screens that the first question does not need are imported when they are opened.

    def _open_glossary(self, term: str | None) -> None:
        from advisor.tui.screens.glossary import GlossaryScreen

        self._open(GlossaryScreen(self.conversation, term))
        if term and isinstance(self.screen, GlossaryScreen) and self.screen.is_mounted:
            self.screen.look_up(term)

    def action_glossary(self) -> None:
        """Open the glossary, at the first term of the question being asked."""
        question = self.conversation.question
        self._open_glossary(question.terms[0] if question and question.terms else None)

    def action_advice(self) -> None:
        """Open the advice on what is known now."""
        from advisor.tui.screens.advice import AdviceScreen

        self._open(AdviceScreen(self.conversation, self.desk))
        if self.sitting and self.conversation.interview.given:
            self._say_trouble(self.sitting.remember(self.desk.advise(self.conversation.interview)))

    def action_whatif(self) -> None:
        """Open the screen to try other answers."""
        from advisor.tui.screens.what_if import WhatIfScreen

        self._open(WhatIfScreen(self.conversation, self.desk))

    def action_review(self) -> None:
        """Open the list of answers."""
        from advisor.tui.screens.review import ReviewScreen

        self._open(ReviewScreen(self.conversation))

    def action_dossiers(self) -> None:
        """Open the list of dossiers."""
        if self.store is None:
            self.notify(say("dossiers_none", self.conversation.language), markup=False)
            return
        from advisor.tui.screens.dossiers import DossiersScreen

        self._open(DossiersScreen(self.conversation, self.desk, self.store))

    def action_take_back(self) -> None:
        """Take the last change of the dossier back, also one of an earlier sitting."""
        talk = self.conversation
        changes, trouble = self.sitting.undo(talk.interview) if self.sitting else ((), None)
        if changes:
            talk.took_back(changes)
            self._redraw()
        else:
            self.notify(say("nothing_to_take_back", talk.language), markup=False)
        self._say_trouble(trouble)

    def _say_trouble(self, trouble: Trouble | None) -> None:
        """Say in the conversation what went wrong with a save, and over a screen that hides it."""
        self.conversation.say_trouble(trouble)
        if trouble is None:
            return
        self._redraw()
        if not isinstance(self.screen, InterviewScreen):
            words = say(f"trouble_{trouble.kind}", self.conversation.language, detail=trouble.detail)
            self.notify(words, markup=False)

    def action_help(self) -> None:
        """Say what can be done on this screen."""
        from advisor.tui.screens.dialogs import HelpDialog

        if isinstance(self.screen, AdvisorScreen):
            commands = (*self.screen.KEYS, *self.screen.MORE)
            self.push_screen(HelpDialog(self.conversation.language, commands))

    def action_language(self) -> None:
        """Go on in the other language; everything on every screen is written again."""
        self.conversation.language = "en" if self.conversation.language == "nl" else "nl"
        self.title = say("product", self.conversation.language)
        self._redraw()

    def action_theme(self) -> None:
        """Change between dark and light."""
        self.theme = themes.LIGHT.name if self.theme == themes.DARK.name else themes.DARK.name

    def action_command_palette(self) -> None:
        """Open the palette, in the language of the moment."""
        if not isinstance(self.screen, CommandPalette):
            self.push_screen(CommandPalette(placeholder=say("palette_search", self.conversation.language)))

    def action_help_quit(self) -> None:
        """Say how to close, to someone who pressed ctrl+c."""
        self.notify(say("quit_hint", self.conversation.language), markup=False)

    async def action_quit(self) -> None:
        """Close, and hand over what was answered."""
        self.exit(self.outcome)
