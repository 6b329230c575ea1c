"""What is on the screen while the UI loads."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING

import pytest

from advisor.cli.opening import ALTERNATE, NORMAL, opening, opening_rows
from advisor.tui import AdvisorApp
from tests.tui.conftest import still

if TYPE_CHECKING:
    from advisor.language import Language
    from advisor.rulebook.rulebook import Rulebook


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> io.StringIO:
    stream = io.StringIO()
    monkeypatch.setattr(sys, "__stderr__", stream)
    return stream


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (60, 20)])
@pytest.mark.parametrize("language", ["nl", "en"])
async def test_every_row_stands_where_the_ui_shows_it(
    rulebook: Rulebook, language: Language, size: tuple[int, int]
) -> None:
    app = still(AdvisorApp(rulebook, language))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        screen = [strip.text for strip in app.screen._compositor.render_strips()]
        question = app.conversation.question
    assert question is not None
    rows = opening_rows(question, language, *size)
    assert [row for row in rows.values() if "1. " in row or "0. " in row]
    for place, row in rows.items():
        assert screen[place - 1][2:].startswith(row[2:])


def test_a_screen_too_small_for_the_question_stays_empty(rulebook: Rulebook) -> None:
    assert opening_rows(rulebook.questions["goals"], "nl", 80, 8) == {}


def test_the_screen_is_handed_over_as_it_is(rulebook: Rulebook, terminal: io.StringIO) -> None:
    with opening(rulebook.questions["goals"], "nl"):
        pass
    assert terminal.getvalue().startswith(ALTERNATE)
    assert rulebook.questions["goals"].text.nl in terminal.getvalue()
    assert NORMAL not in terminal.getvalue()


def test_the_terminal_is_put_back_when_loading_fails(rulebook: Rulebook, terminal: io.StringIO) -> None:
    with pytest.raises(KeyboardInterrupt), opening(rulebook.questions["goals"], "nl"):
        raise KeyboardInterrupt
    assert terminal.getvalue().endswith(NORMAL)


def test_nothing_is_written_when_there_is_no_question(terminal: io.StringIO) -> None:
    with opening(None, "nl"):
        pass
    assert terminal.getvalue() == ""
