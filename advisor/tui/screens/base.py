"""What all our screens share."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.screen import Screen

from advisor.tui.commands import COMMANDS
from advisor.tui.widgets.keys import KeyBar

if TYPE_CHECKING:
    from advisor.tui.conversation import Conversation

NORMAL = 72
"""Below this width there is room for the bare minimum only."""
WIDE = 100
"""From this width on there is a second column."""
BREAKPOINTS = [(0, "-slim"), (NORMAL, "-normal"), (WIDE, "-wide")]
LATER_CSS = "pages.tcss"
"""The look of every screen but the interview, which need not wait for it."""


class AdvisorScreen(Screen[None]):
    """A full screen with a footer, that can be drawn again in the other language."""

    KEYS: ClassVar[tuple[str, ...]] = ()
    """Commands in the footer."""
    MORE: ClassVar[tuple[str, ...]] = ("help", "take_back", "dossiers", "language", "theme", "palette", "quit")
    """Commands that work here without standing in the footer."""
    CSS_PATH: ClassVar[str | None] = LATER_CSS
    HORIZONTAL_BREAKPOINTS = BREAKPOINTS
    VERTICAL_BREAKPOINTS = [(0, "-short"), (24, "-medium"), (34, "-tall")]

    def __init__(self, conversation: Conversation) -> None:
        super().__init__()
        self.conversation = conversation

    def key_bar(self) -> KeyBar:
        """The footer of this screen."""
        return KeyBar([COMMANDS[command] for command in self.KEYS])

    def offers(self, command: str) -> bool:
        """Whether a command does something here."""
        return command in self.KEYS or command in self.MORE

    def on_mount(self) -> None:
        """Draw for the first time."""
        self.redraw()

    def redraw(self) -> None:
        """Write everything on the screen, in the language of the conversation."""
        self.query_one(KeyBar).show(self.conversation.language)

    def action_back(self) -> None:
        """Leave this screen."""
        self.dismiss()
