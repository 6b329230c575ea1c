"""Saving a report from the screen: which file comes of it, and what is asked and said."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.widgets import Button, Input, OptionList, Static

from advisor.language import LANGUAGES
from advisor.report.files import OFFERED
from advisor.report.formats import SUFFIXES
from advisor.tui import AdvisorApp
from advisor.tui.screens.advice import AdviceScreen
from advisor.tui.screens.dialogs import AskDialog
from advisor.tui.screens.save import SaveDialog, Saving
from advisor.tui.themes import DARK
from tests import rulebooks
from tests.tui.conftest import press, press_each, saved, seen, still

if TYPE_CHECKING:
    from pathlib import Path

    from advisor.language import Language
    from advisor.rulebook.rulebook import Rulebook

ANSWERS = {"goals": "balanced", "current_model": "insourcing", "size": "large", "night": "busy"}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def advised(rulebook: Rulebook, language: Language = "nl") -> AdvisorApp:
    return still(AdvisorApp(rulebook, language, ANSWERS))


def told(app: AdvisorApp) -> str:
    return str(app.screen.query_one("#told", Static).content)


def name(app: AdvisorApp) -> str:
    return app.screen.query_one("#name", Input).value


def files_in(folder: Path) -> list[str]:
    return [file.name for file in folder.iterdir()]


def put(app: AdvisorApp, field: str, value: str) -> None:
    app.screen.query_one(f"#{field}", Input).value = value


@pytest.mark.parametrize(("digit", "format_"), list(enumerate(OFFERED[:-1], 1)))
async def test_each_format_becomes_a_file_in_the_current_folder(
    rulebook: Rulebook, folder: Path, digit: int, format_: str
) -> None:
    app = advised(rulebook)
    async with app.run_test() as pilot:
        await press_each(pilot, "f5", "r", str(digit))
        put(app, "start", "2027-01-04")
        await saved(pilot, "enter")
        assert isinstance(app.screen, AdviceScreen)
    assert files_in(folder) == [f"sourcingadvies{SUFFIXES[format_]}"]
    begins = {"pdf": b"%PDF-", "docx": b"PK", "html": b"<!DOCTYPE html>", "json": b"{"}
    assert (folder / f"sourcingadvies{SUFFIXES[format_]}").read_bytes().startswith(begins.get(format_, b""))


async def test_the_file_is_what_the_command_line_writes(rulebook: Rulebook, folder: Path) -> None:
    from advisor.advice import Advisor
    from advisor.report.formats import render

    app = advised(rulebook, "en")
    async with app.run_test() as pilot:
        await press_each(pilot, "f5", "r", "6")
        put(app, "start", "2027-01-04")
        await saved(pilot, "enter")
    written = (folder / "sourcing-advice.json").read_text(encoding="utf-8")
    assert written == render("json", Advisor(rulebook).advise(ANSWERS), "en", "2027-01-04")


async def test_nothing_is_overwritten_without_a_yes(rulebook: Rulebook, folder: Path) -> None:
    mine = folder / "sourcingadvies.txt"
    mine.write_text("mine")
    app = advised(rulebook)
    async with app.run_test() as pilot:
        await saved(pilot, "f5", "r", "4", "enter")
        assert isinstance(app.screen, AskDialog)
        await saved(pilot, "enter")  # no comes first
        assert mine.read_text() == "mine"
        await saved(pilot, "enter", "down", "enter")
        assert "outsourcing (nl)" in mine.read_text()
    assert files_in(folder) == ["sourcingadvies.txt"]


async def test_folders_are_made_and_the_suffix_follows_what_was_chosen_last(rulebook: Rulebook, folder: Path) -> None:
    app = advised(rulebook)
    async with app.run_test() as pilot:
        await press_each(pilot, "f5", "r", "4")
        put(app, "name", "raad/2027/voorstel v2.MD")
        await pilot.pause()
        assert app.screen.query_one(OptionList).highlighted == OFFERED.index("md")
        await press(pilot, "4")
        assert name(app) == "raad/2027/voorstel v2.txt"
        put(app, "name", "raad/2027/voorstel v1.2")
        await saved(pilot, "enter")
    assert (folder / "raad" / "2027" / "voorstel v1.2.txt").exists()


async def test_what_cannot_be_written_is_said_and_the_dialog_stays(rulebook: Rulebook, folder: Path) -> None:
    (folder / "file").write_text("")
    app = advised(rulebook)
    async with app.run_test() as pilot:
        await press_each(pilot, "f5", "r", "4")
        for path, said in (
            ("file/under/it.txt", "file/under/it.txt kan niet worden geschreven: "),
            (f"{'n' * 300}.txt", "kan niet worden geschreven: de naam is te lang"),
            ("  ", "Geef het bestand een naam."),
        ):
            put(app, "name", path)
            app.screen.query_one("#name", Input).focus()
            await saved(pilot, "enter")
            assert isinstance(app.screen, SaveDialog)
            assert said in told(app)
    assert files_in(folder) == ["file"]


async def test_a_calendar_asks_for_a_first_day_and_a_wrong_day_is_refused(folder: Path) -> None:
    shipped = rulebooks.shipped()
    app = still(AdvisorApp(shipped, "nl", rulebooks.random_answers(shipped, 3)))
    async with app.run_test() as pilot:
        await saved(pilot, "f5", "r", "7", "enter")
        assert told(app) == "Een agenda heeft een begindatum nodig, zoals 4-1-2027."
        assert app.focused is app.screen.query_one("#start")
        put(app, "start", "[/x] 4 januari")
        await saved(pilot, "enter")
        assert told(app) == '"[/x] 4 januari" is geen bestaande datum als 31-1-2026 of 2026-01-31'
        put(app, "start", "4-1-2027")
        await saved(pilot, "enter")
    assert b"DTSTART;VALUE=DATE:20270104" in (folder / "sourcingadvies.ics").read_bytes()


async def test_without_a_plan_there_is_no_calendar(rulebook: Rulebook, folder: Path) -> None:
    app = advised(rulebook)
    async with app.run_test() as pilot:
        await press_each(pilot, "f5", "r", "7")
        put(app, "start", "2027-01-04")
        await saved(pilot, "enter")
        assert told(app) == "er is nog geen advies, dus ook geen plan voor in een agenda"
    assert files_in(folder) == []


async def test_closing_while_it_is_drawn_writes_nothing(rulebook: Rulebook, folder: Path) -> None:
    from threading import Event

    begun, go_on = Event(), Event()

    def write(_format: str, _start: str | None) -> str:
        begun.set()
        assert go_on.wait(10)
        return "content"

    app = advised(rulebook)
    async with app.run_test() as pilot:
        app.push_screen(SaveDialog("nl", Saving("report", ("text",), write)))
        await press(pilot, "enter")
        while not begun.is_set():
            await pilot.pause()
        assert told(app) == "Bezig met het rapport ..."
        await press_each(pilot, "enter", "escape")  # asked twice, and then no more
        go_on.set()
        await pilot.pause()
        assert not isinstance(app.screen, SaveDialog)
    assert files_in(folder) == []


async def test_in_a_browser_it_is_a_download_with_a_safe_name(
    rulebook: Rulebook, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    delivered: dict[str, bytes] = {}
    monkeypatch.setattr(AdvisorApp, "is_web", True)
    monkeypatch.setattr(
        AdvisorApp,
        "deliver_binary",
        lambda _app, file, *, save_filename: delivered.update({save_filename: file.read()}),
    )
    app = advised(rulebook)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await press_each(pilot, "f5", "r", "4")
        assert name(app) == "sourcingadvies.txt"
        put(app, "name", '../../etc/Ünder "x"; v2.txt')
        await saved(pilot, "enter")
        assert "under-x-v2.txt staat bij uw downloads." in seen(app)
    assert list(delivered) == ["under-x-v2.txt"]
    assert "outsourcing (nl)" in delivered["under-x-v2.txt"].decode()
    assert files_in(folder) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
async def test_the_dialog_fits(rulebook: Rulebook, folder: Path, size: tuple[int, int], language: Language) -> None:
    app = advised(rulebook, language)
    async with app.run_test(size=size) as pilot:
        await press_each(pilot, "f5", "r", "7", "enter")  # with its longest sentence
        for widget in app.screen.query(Button):
            assert widget.region.bottom < size[1]
            assert widget.region.height == 1
        assert app.screen.query_one(OptionList).max_scroll_y == 0
        assert app.screen.query_one("#dialog").max_scroll_y == 0
        assert told(app).split()[-1] in seen(app)


async def test_the_buttons_save_and_close(rulebook: Rulebook, folder: Path) -> None:
    app = advised(rulebook)
    async with app.run_test() as pilot:
        await press_each(pilot, "f5", "r")
        await pilot.click("#close")
        await press_each(pilot, "r", "4")
        await pilot.click("#save")
        await saved(pilot)
    assert files_in(folder) == ["sourcingadvies.txt"]


async def test_the_dark_theme_is_there_from_the_start(app: AdvisorApp) -> None:
    async with app.run_test():
        assert app.screen.styles.background.hex.lower() == DARK.background
