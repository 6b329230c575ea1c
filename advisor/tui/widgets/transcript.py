"""The conversation so far."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import VerticalScroll
from textual.widgets import Static

if TYPE_CHECKING:
    from collections.abc import Sequence

    from advisor.tui.turns import Turn


class TurnLine(Static):
    """One turn; its text is ``Content``, so brackets in it stay brackets."""

    def __init__(self, turn: Turn) -> None:
        super().__init__(turn.content, classes=f"-{turn.role}")
        self.turn = turn

    def say(self, turn: Turn) -> None:
        """Show another turn here."""
        if turn != self.turn:
            self.turn = turn
            self.set_class(turn.role == "adviser", "-adviser")
            self.set_class(turn.role == "you", "-you")
            self.update(turn.content)


class Transcript(VerticalScroll, can_focus=False):
    """Follows the newest turn. It never takes the focus: answering must stay one key away."""

    def on_mount(self) -> None:
        """Stay at the end."""
        self.anchor()

    def show(self, turns: Sequence[Turn]) -> None:
        """Show these turns: those already there are drawn again, new ones added."""
        lines = list(self.query(TurnLine))
        for line, turn in zip(lines, turns, strict=False):
            line.say(turn)
        for line in lines[len(turns) :]:
            line.remove()
        new = [TurnLine(turn) for turn in turns[len(lines) :]]
        for line, turn, before in zip([*lines, *new][1:], turns[1:], turns, strict=False):
            line.set_class(turn.role == before.role, "-again")
        if new:
            self.mount_all(new)
            self.anchor()
