"""Small screens over another one: something to read, a yes or no, a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from advisor.text import clean_line
from advisor.tui.commands import COMMANDS
from advisor.tui.screens.base import BREAKPOINTS, LATER_CSS
from advisor.tui.widgets.page import Block, Page
from advisor.tui.widgets.search import Search
from advisor.tui.words import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from advisor.language import Language
    from advisor.tui.screens.save import Saving


class Dialog(ModalScreen[None]):
    """Something to read; any of the closing keys closes it, and what can be kept as a file can be kept."""

    CSS_PATH = LATER_CSS
    HORIZONTAL_BREAKPOINTS = BREAKPOINTS
    AUTO_FOCUS = "Page"
    BINDINGS = [Binding("escape,enter,f1,f2,f9", "close", show=False), COMMANDS["report"].binding()]

    def __init__(self, language: Language, blocks: Sequence[Block], saving: Saving | None = None) -> None:
        super().__init__()
        self._language: Language = language
        self._blocks = blocks
        self._saving = saving

    def compose(self) -> ComposeResult:
        """The blocks, and how to close them."""
        with Vertical(id="dialog"):
            yield Page()
            hint = "help_close" if self._saving is None else "save_or_close"
            yield Static(Content(say(hint, self._language)), id="closing")

    def on_mount(self) -> None:
        """Fill the page."""
        self.query_one(Page).show(self._blocks)

    def action_close(self) -> None:
        """Back to the screen below."""
        self.dismiss()

    def action_report(self) -> None:
        """Keep it as a file."""
        if self._saving is not None:
            from advisor.tui.screens.save import SaveDialog

            self.app.push_screen(SaveDialog(self._language, self._saving))


class AskDialog(ModalScreen[bool]):
    """A question to be answered with yes or no; no comes first."""

    CSS_PATH = LATER_CSS
    HORIZONTAL_BREAKPOINTS = BREAKPOINTS
    BINDINGS = [Binding("escape", "dismiss(False)", show=False)]

    def __init__(self, language: Language, question: str) -> None:
        super().__init__()
        self._language: Language = language
        self._question = question

    def compose(self) -> ComposeResult:
        """The question and its two answers."""
        with Vertical(id="dialog"):
            yield Static(Content(self._question), classes="asked")
            yield OptionList(
                Option(say("no_keep", self._language), id="no"),
                Option(say("yes", self._language), id="yes"),
                markup=False,
            )

    @on(OptionList.OptionSelected)
    def _answered(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.dismiss(event.option_id == "yes")


class NameDialog(ModalScreen[str]):
    """A line to type a name in; Esc leaves it as it was."""

    CSS_PATH = LATER_CSS
    HORIZONTAL_BREAKPOINTS = BREAKPOINTS
    BINDINGS = [Binding("escape", "dismiss", show=False)]

    def __init__(self, language: Language, name: str) -> None:
        super().__init__()
        self._language: Language = language
        self._now = name

    def compose(self) -> ComposeResult:
        """The line."""
        with Vertical(id="dialog"):
            yield Static(Content(say("dossier_name", self._language)), classes="asked")
            yield Search()

    def on_mount(self) -> None:
        """Start from the name there is."""
        self.query_one(Search).value = self._now

    @on(Input.Submitted)
    def _named(self, event: Input.Submitted) -> None:
        event.stop()
        self.dismiss(clean_line(event.value))


class HelpDialog(Dialog):
    """What can be done on a screen, and with which keys."""

    def __init__(self, language: Language, commands: Sequence[str]) -> None:
        texts = [Block("text", Content(say(f"help_{part}", language))) for part in ("intro", "typing", "scroll")]
        keys = [
            Content.assemble((f"{command.key:<8}", "bold $text-primary"), f"{command.help.in_(language)}")
            for command in COMMANDS.values()
            if command.id in commands
        ]
        lines = Block("text", Content("\n").join(keys))
        heading = Block("heading", Content(say("help_keys", language)))
        super().__init__(language, [Block("title", Content(say("help", language))), *texts, heading, lines])


class StandingDialog(Dialog):
    """The standing of the forms where there is no room beside the conversation."""

    def __init__(self, language: Language, standing: Content) -> None:
        super().__init__(language, [Block("text", standing)])
