"""The app: which screen is shown, in which language and colours."""

from __future__ import annotations

import gc
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on, work
from textual.app import App
from textual.command import CommandPalette

from advisor.interview import Interview
from advisor.text import clean_text
from advisor.tui import commands, themes
from advisor.tui.conversation import Conversation
from advisor.tui.desk import Desk
from advisor.tui.messages import AnswersChanged, CommandPicked, InterviewCompleted, QuestionPicked, TermPicked
from advisor.tui.palette import AdvisorProvider
from advisor.tui.screens.base import AdvisorScreen
from advisor.tui.screens.dialogs import HelpDialog
from advisor.tui.screens.interview import InterviewScreen
from advisor.tui.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from textual.screen import Screen

    from advisor.interview.whatif import Scenario
    from advisor.language import Language
    from advisor.rulebook.rulebook import Rulebook


@dataclass(frozen=True)
class Outcome:
    """What is left when the screen is closed."""

    interview: Interview
    language: Language
    """The language the user ended in."""
    scenarios: tuple[Scenario, ...]
    """Other answers the user kept."""


class AdvisorApp(App[Outcome]):
    """Owns the conversation; screens only show it."""

    CSS_PATH = "advisor.tcss"
    COMMANDS = {AdvisorProvider}
    BINDINGS = [c.binding() for c in commands.COMMANDS.values() if c.everywhere and c.id != "palette"]

    def __init__(
        self,
        rulebook: Rulebook,
        language: Language,
        answers: Mapping[str, str] | None = None,
        notes: Mapping[str, str] | None = None,
        keep: Callable[[Interview], None] | None = None,
    ) -> None:
        super().__init__()
        self.conversation = Conversation(
            Interview(rulebook, answers, {q: clean_text(words) for q, words in (notes or {}).items()}), language, keep
        )
        self.desk = Desk(rulebook)
        for theme in themes.THEMES:
            self.register_theme(theme)
        self.theme = themes.DARK.name
        self.title = say("product", language)

    @property
    def outcome(self) -> Outcome:
        """The interview as it is now."""
        talk = self.conversation
        return Outcome(talk.interview, talk.language, tuple(talk.scenarios))

    def get_default_screen(self) -> Screen[None]:
        """The interview."""
        return InterviewScreen(self.conversation, self.desk)

    def on_mount(self) -> None:
        """Build the rule engine once the first question is on screen."""
        self.call_after_refresh(self._warm)

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
            if isinstance(screen, AdvisorScreen):
                screen.redraw()

    @on(TermPicked)
    def _term_picked(self, event: TermPicked) -> None:
        self._open_glossary(event.term)

    @on(CommandPicked)
    async def _command_picked(self, event: CommandPicked) -> None:
        await self.run_action(commands.COMMANDS[event.command].action)

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

    def action_whatif(self) -> None:
        """Open the screen to try other answers."""
        from advisor.tui.screens.what_if import WhatIfScreen

        self._open(WhatIfScreen(self.conversation, self.desk))

    def action_review(self) -> None:
        """Open the list of answers."""
        from advisor.tui.screens.review import ReviewScreen

        self._open(ReviewScreen(self.conversation))

    def action_help(self) -> None:
        """Say what can be done on this screen."""
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
