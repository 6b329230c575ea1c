"""A page to read: blocks of text under each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

from textual.containers import VerticalScroll
from textual.widgets import Static

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.visual import Visual

Kind = Literal["title", "heading", "text", "small", "strong", "for", "against", "excludes", "caution", "point"]
KINDS: tuple[Kind, ...] = get_args(Kind)


@dataclass(frozen=True)
class Block:
    """A paragraph and what sort it is; the style sheet gives each sort its look."""

    kind: Kind
    content: Visual


class Page(VerticalScroll):
    """Shows blocks; the arrow keys scroll it when it has the focus."""

    def show(self, blocks: Sequence[Block]) -> None:
        """Replace what is on the page, from its top, reusing the lines already there."""
        lines = list(self.query(Static))
        for line, block in zip(lines, blocks, strict=False):
            for kind in KINDS:
                line.set_class(kind == block.kind, f"-{kind}")
            line.update(block.content)
            line.display = True
        for line in lines[len(blocks) :]:
            line.display = False
        if len(blocks) > len(lines):
            self.mount_all([Static(b.content, classes=f"-{b.kind}") for b in blocks[len(lines) :]])
        self.scroll_home(animate=False)

    def text(self) -> str:
        """Everything on the page as plain text."""
        return "\n".join(str(line.content) for line in self.query(Static) if line.display)
