"""A small rulebook and an app on it, without a terminal."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

import pytest
from textual import events

from advisor.tui import AdvisorApp
from advisor.tui.screens.interview import InterviewScreen
from advisor.tui.widgets.reply import Reply
from advisor.tui.widgets.transcript import TurnLine
from tests import knowledge

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from advisor.rulebook.rulebook import Rulebook
    from advisor.tui.desk import Desk

TERMS = {
    "terms": [
        {
            "id": "team",
            "name": {"nl": "Ploeg", "en": "Team"},
            "definition": knowledge.text("people who work together"),
            "why": knowledge.text("matters"),
            "see_also": ["flexpool"],
            "sources": ["seed"],
        },
        {
            "id": "flexpool",
            "name": {"nl": "Flexpool", "en": "Flex pool"},
            "also": {"nl": ["oproepgroep"], "en": ["standby group"]},
            "definition": knowledge.text("people on call"),
            "why": knowledge.text("peaks"),
            "see_also": ["team", "agency"],
            "sources": ["seed"],
        },
        {
            "id": "agency",
            "name": {"nl": "Uitzendbureau", "en": "Agency"},
            "definition": knowledge.text("lends out people"),
            "why": knowledge.text("speed"),
            "sources": ["seed"],
        },
    ]
}


@pytest.fixture(scope="session")
def rulebook(tmp_path_factory: pytest.TempPathFactory) -> Rulebook:
    """Four questions: goals, current_model, size, and night, which only applies from a medium size on."""
    from advisor.rulebook.loading import load

    files = knowledge.frame()
    files["glossary/t.yaml"] = TERMS
    return load(knowledge.write(tmp_path_factory.mktemp("rulebook"), files))


@pytest.fixture
def app(rulebook: Rulebook) -> AdvisorApp:
    """A new interview in Dutch."""
    return still(AdvisorApp(rulebook, "nl"))


DESKS: dict[str, Desk] = {}


def still(app: AdvisorApp) -> AdvisorApp:
    """Nothing moves by itself, and the rule engine is built once per rulebook."""
    app.animation_level = "none"
    app.desk = DESKS.setdefault(app.conversation.rulebook.hash, app.desk)
    return app


def transcript(app: AdvisorApp) -> list[str]:
    """What the interview screen shows of the conversation, a string per turn."""
    screen = next(s for s in app.screen_stack if isinstance(s, InterviewScreen))
    return [str(line.content) for line in screen.query(TurnLine)]


def seen(app: AdvisorApp) -> str:
    """The text on the screen, row by row, as a terminal would show it."""
    rows: dict[float, str] = {}
    for height, text in re.findall(r'<text [^>]*? y="([0-9.]+)"[^>]*>(.*?)</text>', app.export_screenshot()):
        rows[float(height)] = rows.get(float(height), "") + html.unescape(text).replace("\xa0", " ")
    return "\n".join(rows[height] for height in sorted(rows))


async def press(pilot: Pilot[object], *keys: str) -> None:
    """Press keys; something must have the focus afterwards."""
    await pilot.press(*keys)
    await pilot.pause()
    assert pilot.app.screen.focused is not None, f"nothing has the focus after {keys}"


async def press_each(pilot: Pilot[object], *keys: str) -> None:
    """Press keys one by one; something must have the focus after each."""
    for key in keys:
        await press(pilot, key)


async def saved(pilot: Pilot[object], *keys: str) -> None:
    """Press keys one by one, and wait until what they ask to be written is."""
    await press_each(pilot, *keys)
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def typed(pilot: Pilot[object], words: str) -> None:
    """Send a line through the text line; pasted, because that is one event and not forty."""
    if not isinstance(pilot.app.focused, Reply):
        await pilot.press("slash")
    reply = pilot.app.focused
    assert isinstance(reply, Reply)
    reply.post_message(events.Paste(words))
    await press(pilot, "enter")
