"""The footer: at most five keys, in the language of the moment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from advisor.tui.messages import CommandPicked

if TYPE_CHECKING:
    from collections.abc import Sequence

    from advisor.language import Language
    from advisor.tui.commands import Command

MOST = 5
"""More keys do not fit 80 columns."""


class KeyLabel(Static):
    """One key of the footer; a click does the same."""

    def __init__(self, command: Command) -> None:
        super().__init__()
        self.command = command

    def show(self, language: Language) -> None:
        """Write the label in one language."""
        self.update(Content.assemble((self.command.key, "bold $text-primary"), " ", self.command.title.in_(language)))

    def on_click(self) -> None:
        """Run the command."""
        self.post_message(CommandPicked(self.command.id))


class KeyBar(Horizontal):
    """The footer of a screen."""

    def __init__(self, commands: Sequence[Command]) -> None:
        super().__init__(*(KeyLabel(command) for command in commands[:MOST]))

    def show(self, language: Language) -> None:
        """Write every label in one language."""
        for label in self.query(KeyLabel):
            label.show(language)
