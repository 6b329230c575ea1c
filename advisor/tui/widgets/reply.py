"""The text line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.message import Message
from textual.widgets import Input

from advisor.text import clean_line

if TYPE_CHECKING:
    from textual import events


class Reply(Input):
    """Where the user types; what is pasted is cleaned before it reaches the screen."""

    BINDINGS = [Binding("escape", "leave", show=False)]

    @dataclass
    class Sent(Message):
        """A line was typed."""

        words: str

    @dataclass
    class Left(Message):
        """The user wants to go back to the options."""

    def __init__(self) -> None:
        super().__init__(compact=True, max_length=500, select_on_focus=False)
        self._hints = ("", "")

    def hint(self, idle: str, active: str) -> None:
        """What to say while there is no text: with the focus elsewhere, and with the focus here."""
        self._hints = (idle, active)
        self.placeholder = self._hints[self.has_focus]

    def on_focus(self) -> None:
        """Say what can be typed."""
        self.placeholder = self._hints[1]

    def on_blur(self) -> None:
        """Say how to get here."""
        self.placeholder = self._hints[0]

    def on_paste(self, event: events.Paste) -> None:
        """Insert one clean line instead of what the clipboard holds."""
        event.prevent_default()
        event.stop()
        room = (self.max_length or 0) - len(self.value)
        self.insert_text_at_cursor(clean_line(event.text)[: max(room, 0)])  # too much would be dropped whole

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Send the line, and start a new one."""
        event.stop()
        self.clear()
        self.post_message(self.Sent(event.value))

    def action_leave(self) -> None:
        """Esc goes back to the options; what was typed stays."""
        self.post_message(self.Left())
