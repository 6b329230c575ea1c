"""The screen, without a terminal: what would reach one is looked at."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Sequence
from pathlib import Path

from textual import events
from textual.pilot import Pilot
from textual.widgets import Input

from advisor.dossier.store import Store
from advisor.rulebook.loading import load
from advisor.tui import AdvisorApp
from advisor.tui.screens.save import SaveDialog
from advisor.tui.widgets.reply import Reply
from tests.hostile import looks

KEYS = ("f5", "2", "3", "escape", "f8", "escape", "f4", "escape", "f6", "escape", "f3", "f9", "ctrl+l", "f7")


def typed(texts: Sequence[str]) -> int:
    """Paste each text as an answer, as a note and in a question, and open every screen; prints what was on them."""
    shown = asyncio.run(_typed(texts))
    wrong = [problem for page in shown if (problem := looks.clean(page.encode("utf-8", "surrogatepass")))]
    assert not wrong, wrong[:2]
    sys.stdout.write("\n".join(shown))
    return 0


async def _typed(texts: Sequence[str]) -> list[str]:
    app = AdvisorApp(load(Path("../knowledge")), "nl", store=Store(Path("dossiers")))
    app.animation_level = "none"
    shown = []
    async with app.run_test(size=(100, 40)) as pilot:
        for line in (pasted for text in texts for pasted in (text, f"wat is {text}?", f"notitie: {text}")):
            if not isinstance(app.focused, Reply):
                await pilot.press("slash")
            reply = app.focused
            assert isinstance(reply, Reply)
            reply.post_message(events.Paste(line))
            await pilot.press("enter")
            shown.append(_page(app))
        await pilot.press("escape", "1", "enter")
        for key in KEYS:
            await pilot.press(key)
            shown.append(_page(app))
        for text in texts:
            await pilot.press("ctrl+p")
            assert isinstance(app.focused, Input)
            app.post_message(events.Paste(text))
            await pilot.pause()
            shown.append(_page(app))
            await pilot.press("escape")
            if not text.startswith(("/", "..")):  # whoever names such a place to save in gets it
                shown += await _saved(pilot, app, text)
        assert app.is_running
    return shown


async def _saved(pilot: Pilot[object], app: AdvisorApp, text: str) -> list[str]:
    """Save the advice as text under this name."""
    await pilot.press("f5", "r", "4")
    assert isinstance(app.screen, SaveDialog)
    name = app.screen.query_one("#name", Input)
    name.clear()
    name.post_message(events.Paste(text))
    name.focus()
    await pilot.press("end")
    shown = [_page(app)]
    await pilot.press("enter")
    await app.workers.wait_for_complete()
    await pilot.pause()
    shown.append(_page(app))
    await pilot.press("escape", "escape", "escape")
    return shown


def _page(app: AdvisorApp) -> str:
    lines = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip) for strip in lines)
