"""Contrast of every character that is drawn, on every screen, in every theme we offer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.color import Color
from textual.screen import ModalScreen

from advisor.dossier.sitting import Sitting
from advisor.dossier.store import Store
from advisor.tui import AdvisorApp
from advisor.tui.themes import THEMES
from tests.tui.conftest import press_each, still

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from advisor.rulebook.rulebook import Rulebook

TEXT = 4.5
"""What WCAG 2 asks of text."""
LINES = frozenset("─│╭╮╰╯┌┐└┘├┤┬┴┼━┃▌▐▎▍▋▊▉█▏▁▔▄▀░▒▓╸╺▕▂▃▅▆▇")
"""Borders, bars and shading, which always go with words."""
ANSWERS = {"goals": "balanced", "current_model": "insourcing", "size": "large", "night": "busy"}
WAYS = {
    "question": (),
    "answer selected": ("1",),
    "typing": ("slash", "e", "e"),
    "why": ("f3",),
    "help": ("f1",),
    "palette": ("ctrl+p", "t"),
    "glossary": ("f4",),
    "answers": ("f8",),
    "standing": ("2", "enter", "1", "enter", "f9"),
    "advice": ("f5",),
    "arguments": ("f5", "2"),
    "cautions": ("f5", "3"),
    "places and plan": ("f5", "4"),
    "how firm": ("f5", "6"),
    "what if": ("f6", "right"),
    "dossiers": ("f7",),
    "warning": ("enter",),
}


def ratio(text: Color, ground: Color) -> float:
    """Contrast as WCAG counts it."""

    def light(color: Color) -> float:
        parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in color.normalized]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    brighter, darker = sorted((light(text), light(ground)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def drawn(app: AdvisorApp) -> Iterator[tuple[str, Color, Color]]:
    """Text on the screen, or in the dialog over it, with its colour and that of its ground."""
    area = app.screen.region
    if isinstance(app.screen, ModalScreen):  # what is behind a dialog is meant to step back
        area = max(
            (child.region for child in app.screen.walk_children(with_self=False)), key=lambda region: region.area
        )
    for strip in app.screen._compositor.render_strips()[area.y : area.bottom]:
        for segment in strip.crop(area.x, area.right):
            text, style = segment.text.strip(), segment.style
            if not text or LINES.issuperset(text) or style is None:
                continue
            assert style.color is not None, text
            assert style.bgcolor is not None, text
            colours = [Color.from_rich_color(style.color), Color.from_rich_color(style.bgcolor)]
            if style.reverse:
                colours.reverse()
            if style.dim:
                colours[0] = colours[1].blend(colours[0], 0.5)
            yield text, colours[0], colours[1]


@pytest.mark.parametrize(
    "size",
    [(60, 20), *(pytest.param(size, marks=pytest.mark.slow) for size in [(80, 24), (120, 40), (200, 60)])],
    ids=lambda size: "x".join(map(str, size)),
)
async def test_text_stands_out_on_every_screen_in_every_theme(
    rulebook: Rulebook, tmp_path: Path, size: tuple[int, int]
) -> None:
    faint = {}
    for name, keys in WAYS.items():
        store = Store(tmp_path / name)
        app = still(AdvisorApp(rulebook, "nl", sitting=Sitting.new(store, rulebook, "nl"), store=store))
        async with app.run_test(size=size) as pilot:
            await press_each(pilot, *keys)
            await app.workers.wait_for_complete()
            assert app.theme == THEMES[0].name
            for theme in THEMES:
                app.theme = theme.name
                await pilot.pause()
                found = list(drawn(app))
                assert found, name
                faint |= {(theme.name, name, text): ratio(*pair) for text, *pair in found if ratio(*pair) < TEXT}
    assert not faint
