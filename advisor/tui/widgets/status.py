"""The line at the top: where we are."""

from __future__ import annotations

from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from advisor.tui.bars import bar

WIDTH = 12
"""Cells of the progress bar."""


class Status(Horizontal):
    """A title on the left, progress in words and as a bar on the right."""

    def __init__(self) -> None:
        super().__init__(Static(classes="where"), Static(classes="progress"))

    def show(self, where: str, detail: str, progress: str = "", share: float | None = None) -> None:
        """Write the line."""
        left = Content.assemble((where, "bold"), " · " if where and detail else "", detail)
        self.query_one(".where", Static).update(left)
        right: list[str | tuple[str, str]] = [progress]
        if share is not None:
            right += ["  ", (bar(share, WIDTH).ljust(WIDTH), "$primary on $border-blurred")]
        self.query_one(".progress", Static).update(Content.assemble(*right))
