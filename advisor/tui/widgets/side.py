"""The column beside the conversation on a wide screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import VerticalScroll
from textual.widgets import Static

if TYPE_CHECKING:
    from textual.content import Content

WIDTH = 34
"""Cells for its text."""


class Side(VerticalScroll, can_focus=False):
    """Shows where we are and why we ask, or the standing of the forms."""

    def __init__(self) -> None:
        super().__init__(Static())

    def show(self, content: Content) -> None:
        """Replace what it shows."""
        self.query_one(Static).update(content)
