"""The command palette: commands, terms and questions, in the language of the moment."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from rich.text import Text
from textual.command import DiscoveryHit, Hit, Hits, Provider

from advisor.text import fold
from advisor.tui.commands import COMMANDS
from advisor.tui.messages import QuestionPicked, TermPicked
from advisor.tui.screens.base import AdvisorScreen
from advisor.tui.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class Found(NamedTuple):
    """One thing the palette can do."""

    display: str
    help: str
    run: Callable[[], object]


class AdvisorProvider(Provider):
    """Lists only what works on the screen the palette was opened from."""

    async def discover(self) -> Hits:
        """Before anything is typed: the commands."""
        for found in self._commands():
            yield DiscoveryHit(Text(found.display), found.run, found.display, found.help)

    async def search(self, query: str) -> Hits:
        """What fits the typed words; a sentence when nothing does."""
        matcher, wanted, nothing = self.matcher(query), fold(query), True
        for found in (*self._commands(), *self._questions(), *self._terms()):
            score = matcher.match(f"{found.display} {found.help}")
            if wanted and wanted in fold(f"{found.display} {found.help}"):
                score = max(score, 1.0)
            if score > 0.3:
                nothing = False
                yield Hit(score, Text(found.display), found.run, found.display, found.help)
        screen = self.screen
        if nothing and isinstance(screen, AdvisorScreen):
            yield Hit(0.01, Text(say("palette_none", screen.conversation.language)), lambda: None)

    def _commands(self) -> Iterator[Found]:
        screen = self.screen
        if isinstance(screen, AdvisorScreen):
            language = screen.conversation.language
            for command in COMMANDS.values():
                if screen.offers(command.id) and command.id != "palette":
                    title = f"{command.title.in_(language)} ({command.key})"
                    yield Found(title, command.help.in_(language), partial(self.app.run_action, command.action))

    def _questions(self) -> Iterator[Found]:
        screen = self.screen
        if isinstance(screen, AdvisorScreen):
            talk = screen.conversation
            for question in talk.rulebook.applicable(talk.interview.given):
                text = talk.rulebook.questions[question].text.in_(talk.language)
                run = partial(screen.post_message, QuestionPicked(question))
                yield Found(
                    say("palette_question", talk.language, question=text), say("palette_go", talk.language), run
                )

    def _terms(self) -> Iterator[Found]:
        screen = self.screen
        if isinstance(screen, AdvisorScreen):
            talk = screen.conversation
            for term in talk.glossary.a_to_z(talk.language):
                name = say("palette_term", talk.language, name=term.name.in_(talk.language))
                yield Found(name, say("palette_look", talk.language), partial(screen.post_message, TermPicked(term.id)))
