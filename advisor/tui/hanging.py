"""Text whose wrapped lines hang under its beginning, not under its number or bullet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.visual import Visual

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.css.styles import RulesMap
    from textual.strip import Strip
    from textual.style import Style
    from textual.visual import RenderOptions


BULLETS = ("• ", "▸ ")


class Hanging(Visual):
    """Lines of content, each with the number of cells its continuation is indented by."""

    def __init__(self, *lines: tuple[int, Content]) -> None:
        self._lines = lines

    @classmethod
    def bulleted(cls, lines: Iterable[Content]) -> Hanging:
        """Lines of which those with a bullet hang under their text."""
        return cls(*((2 if line.plain.startswith(BULLETS) else 0, line) for line in lines))

    def __str__(self) -> str:
        return "\n".join(content.plain for _, content in self._lines)

    def wrapped(self, width: int) -> Content:
        """All lines, wrapped and indented to ``width`` cells."""
        done: list[Content] = []
        for hang, content in self._lines:
            if width <= hang + 8:
                done += content.wrap(max(1, width))
                continue
            body = content[hang:].wrap(width - hang)
            done += [content[:hang] + line if place == 0 else line.pad_left(hang) for place, line in enumerate(body)]
        return Content("\n").join(done)

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        """Part of the visual protocol."""
        return self.wrapped(width).render_strips(width, height, style, options)

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """Part of the visual protocol."""
        return max((content.cell_length for _, content in self._lines), default=0)

    def get_height(self, rules: RulesMap, width: int) -> int:
        """Part of the visual protocol."""
        return self.wrapped(width).get_height(rules, width)
