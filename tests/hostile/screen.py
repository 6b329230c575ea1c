"""The screen, without a terminal: what would reach one is looked at."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Sequence
from pathlib import Path

from textual import events

from advisor.dossier.store import Store
from advisor.rulebook.loading import load
from advisor.tui import AdvisorApp
from advisor.tui.widgets.reply import Reply
from tests.hostile import looks

KEYS = ("f5", "2", "3", "escape", "f8", "escape", "f4", "escape", "f6", "escape", "f3", "f9", "ctrl+l", "f7")


def typed(texts: Sequence[str]) -> int:
    """Paste each text as an answer, as a note and in a question, and open every screen; prints what was on them."""
    shown = asyncio.run(_typed(texts))
    assert all(not looks.clean(page.encode("utf-8", "surrogatepass")) for page in shown)
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
        assert app.is_running
    return shown


def _page(app: AdvisorApp) -> str:
    lines = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip) for strip in lines)
