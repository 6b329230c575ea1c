"""A search line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Input

from advisor.text import clean_line

if TYPE_CHECKING:
    from textual import events


class Search(Input):
    """An input of one clean line."""

    def __init__(self, max_length: int = 100, *, compact: bool = False, id: str | None = None) -> None:  # noqa: A002
        super().__init__(max_length=max_length, compact=compact, id=id, select_on_focus=False)

    def on_paste(self, event: events.Paste) -> None:
        """Insert one clean line instead of what the clipboard holds."""
        event.prevent_default()
        event.stop()
        self.insert_text_at_cursor(clean_line(event.text))
