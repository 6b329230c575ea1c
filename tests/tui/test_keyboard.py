"""No mouse needed, and no way in without a way out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from advisor.dossier.sitting import Sitting
from advisor.dossier.store import Store
from advisor.tui import AdvisorApp
from advisor.tui.commands import COMMANDS
from advisor.tui.screens.base import AdvisorScreen
from advisor.tui.screens.interview import InterviewScreen
from tests.tui.conftest import press_each, still
from tests.tui.test_contrast import WAYS

if TYPE_CHECKING:
    from pathlib import Path

    from advisor.rulebook.rulebook import Rulebook

MOST_ESCAPES = 3
QUICK = ("typing", "palette", "glossary", "what if")
"""The ways with the most to tab through; the others are in ``make test-slow``."""


@pytest.mark.parametrize("way", [way if way in QUICK else pytest.param(way, marks=pytest.mark.slow) for way in WAYS])
async def test_tab_holds_the_focus_nowhere_and_escape_leads_back_to_the_question(
    rulebook: Rulebook, tmp_path: Path, way: str
) -> None:
    store = Store(tmp_path)
    app = still(AdvisorApp(rulebook, "nl", sitting=Sitting.new(store, rulebook, "nl"), store=store))
    async with app.run_test() as pilot:
        await press_each(pilot, *WAYS[way])
        chain = app.screen.focus_chain
        seen = {app.focused}
        for _ in chain:
            await press_each(pilot, "tab")
            seen.add(app.focused)
        assert seen >= set(chain)
        for _ in range(MOST_ESCAPES):
            if not isinstance(app.screen, InterviewScreen):
                await press_each(pilot, "escape")
        assert isinstance(app.screen, InterviewScreen)
        await press_each(pilot, "escape", "1", "enter")
        assert app.conversation.interview.given


def test_every_command_has_a_key_on_the_screen_that_offers_it() -> None:
    def below(kind: type[AdvisorScreen]) -> set[type[AdvisorScreen]]:
        return {kind}.union(*map(below, kind.__subclasses__()))

    offered = {command for screen in below(AdvisorScreen) for command in (*screen.KEYS, *screen.MORE)}
    assert {command.id for command in COMMANDS.values() if not command.everywhere} <= offered
    assert all(command.key for command in COMMANDS.values())
