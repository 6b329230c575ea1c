"""Advice, review, glossary, help, palette, language and theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.command import CommandPalette
from textual.widgets import ContentSwitcher, OptionList

from advisor.tui import AdvisorApp
from advisor.tui.commands import COMMANDS
from advisor.tui.screens.advice import PAGES, AdviceScreen
from advisor.tui.screens.dialogs import HelpDialog
from advisor.tui.screens.glossary import GlossaryScreen
from advisor.tui.screens.interview import InterviewScreen
from advisor.tui.screens.review import ReviewScreen
from advisor.tui.widgets.choices import Choices
from advisor.tui.widgets.page import Page
from tests.tui.conftest import press, seen, still, transcript, typed

if TYPE_CHECKING:
    from advisor.rulebook.rulebook import Rulebook

ALL = {"goals": "balanced", "current_model": "insourcing", "size": "large", "night": "busy"}


def finished(rulebook: Rulebook, **answers: str) -> AdvisorApp:
    """An app on a complete interview."""
    return still(AdvisorApp(rulebook, "nl", ALL | answers))


def page(app: AdvisorApp, name: str) -> str:
    """The text of one page of the advice."""
    return app.screen.query_one(f"#{name}", Page).text()


# -- advice ---------------------------------------------------------------------------------------


async def test_advice_has_title_margin_and_bars(rulebook: Rulebook) -> None:
    app = finished(rulebook)
    async with app.run_test() as pilot:
        await press(pilot, "f5")
        text = page(app, "summary")
        assert text.startswith("outsourcing switch (nl)\nVoorsprong: 6 op ")
        assert "█" in text
        assert "▒" in text
        assert "tussenadvies" not in text
        assert "big nights (nl)" in text


async def test_advice_gives_arguments_per_form_with_the_answers_behind_them(rulebook: Rulebook) -> None:
    app = finished(rulebook)
    async with app.run_test() as pilot:
        await press(pilot, "f5", "2")
        shown = page(app, "form")
        assert "outsourcing (nl) · aanbevolen · +6" in shown
        assert "▲ +6 because large_goes_out (nl)" in shown
        assert "• label size (nl): large (nl)" in shown
        await press(pilot, "end")
        assert "▼ −9 because nights_are_hard (nl)" in page(app, "form")
        assert "haalbaarheid: 3 × gewicht 3" in page(app, "form")


async def test_excluded_form_says_so_and_what_would_lift_it(rulebook: Rulebook) -> None:
    app = finished(rulebook, size="small")
    async with app.run_test() as pilot:
        await press(pilot, "f5", "2", "end")
        shown = page(app, "form")
        assert "offshoring (nl) · valt af" in shown
        assert "✗ too small (nl)" in shown
        assert "grow (nl)" in shown
        assert "✗ valt af" in seen(app)


async def test_cautions_carry_their_date(rulebook: Rulebook) -> None:
    app = finished(rulebook, size="small")
    async with app.run_test() as pilot:
        await press(pilot, "f5", "3")
        assert "Stand van zaken op 1 januari 2026." in page(app, "cautions")
        assert "Wat u kunt doen: do (nl)" in page(app, "cautions")


async def test_advice_opened_early_says_what_is_open_and_who_knows(app: AdvisorApp) -> None:
    async with app.run_test() as pilot:
        await press(pilot, "0", "enter", "f5")
        assert "! Dit is een tussenadvies: 2 vragen zijn nog niet gesteld." in page(app, "summary")
        assert "! Op één vraag weet u het antwoord niet" in page(app, "summary")
        await press(pilot, "4")
        shown = page(app, "open")
        assert "manager (nl)" in shown
        assert "goals (nl) (dat weet u nog niet)" in shown
        assert "size (nl) (nog niet gesteld)" in shown
        await press(pilot, "escape")
        assert isinstance(app.focused, Choices)


async def test_pages_turn_with_arrows_and_keep_the_focus(rulebook: Rulebook) -> None:
    app = finished(rulebook)
    async with app.run_test() as pilot:
        await press(pilot, "f5")
        for name in (*PAGES[1:], PAGES[0]):
            await press(pilot, "right")
            assert app.screen.query_one(ContentSwitcher).current == name
        await press(pilot, "2", "enter")
        assert app.focused is app.screen.query_one("#form")
        await press(pilot, "escape")
        assert isinstance(app.focused, OptionList)
        await press(pilot, "escape")
        assert isinstance(app.screen, InterviewScreen)


# -- review ---------------------------------------------------------------------------------------


async def test_review_changes_an_answer_and_shows_what_is_set_aside(rulebook: Rulebook) -> None:
    app = finished(rulebook)
    async with app.run_test() as pilot:
        await press(pilot, "f5", "f8", "down", "down", "enter")
        assert isinstance(app.screen, InterviewScreen)
        assert app.conversation.question is not None
        assert app.conversation.question.id == "size"
        await press(pilot, "1", "enter")
        assert isinstance(app.screen, AdviceScreen)
        assert app.conversation.interview.set_aside == {"night": "busy"}
        assert transcript(app)[-1].endswith("Telt hierdoor niet meer mee: label night (nl)")
        await press(pilot, "f8")
        assert "⊘ busy (nl) (telt nu niet mee)" in seen(app)


async def test_set_aside_answer_cannot_be_asked_but_comes_back(rulebook: Rulebook) -> None:
    app = finished(rulebook, size="small")
    async with app.run_test() as pilot:
        await press(pilot, "f8", "end", "enter")
        assert isinstance(app.screen, ReviewScreen)
        await press(pilot, "up", "enter", "3", "enter")
        assert transcript(app)[-1].endswith("Telt hierdoor weer mee: label night (nl)")
        assert app.conversation.interview.answers["night"] == "busy"


async def test_review_shows_notes(app: AdvisorApp) -> None:
    async with app.run_test() as pilot:
        await typed(pilot, "notitie: vraag Anna")
        await press(pilot, "escape", "1", "enter", "f8")
        assert "Notitie: vraag Anna" in seen(app)


# -- glossary -------------------------------------------------------------------------------------


def term(app: AdvisorApp) -> str:
    """The name of the term shown."""
    return app.screen.query_one(Page).text().splitlines()[0]


async def test_glossary_searches_and_walks_from_a_to_z(app: AdvisorApp) -> None:
    async with app.run_test() as pilot:
        await press(pilot, "f4")
        assert isinstance(app.screen, GlossaryScreen)
        assert term(app) == "Flexpool"
        await press(pilot, "down")
        assert term(app) == "Ploeg"
        await press(pilot, *"standby")
        assert term(app) == "Flexpool"
        assert "Ook te vinden als: Flex pool, oproepgroep" in app.screen.query_one(Page).text()
        await press(pilot, "escape", *"qqq")
        assert "Niets gevonden bij" in seen(app)
        await press(pilot, "escape", "escape")
        assert isinstance(app.focused, Choices)


async def test_see_also_links_lead_on_and_back(app: AdvisorApp) -> None:
    async with app.run_test() as pilot:
        await press(pilot, "f4", "enter", "end", "enter")
        assert term(app) == "Uitzendbureau"
        await press(pilot, "f2")
        assert term(app) == "Flexpool"
        await press(pilot, "f2")
        assert isinstance(app.screen, InterviewScreen)


async def test_glossary_opens_at_a_term_of_the_question(rulebook: Rulebook) -> None:
    app = still(AdvisorApp(rulebook, "nl", {"goals": "balanced", "current_model": "none"}))
    async with app.run_test() as pilot:
        assert "Begrippen (f4): Ploeg" in seen(app)
        await press(pilot, "f4")
        assert term(app) == "Ploeg"


# -- help, palette, language, theme ---------------------------------------------------------------


async def test_help_lists_every_command_of_the_screen(app: AdvisorApp) -> None:
    async with app.run_test(size=(100, 50)) as pilot:
        await press(pilot, "f1")
        assert isinstance(app.screen, HelpDialog)
        text = app.screen.query_one(Page).text()
        assert all(
            command.key in text and command.help.nl in text for command in COMMANDS.values() if command.everywhere
        )
        await press(pilot, "escape")
        assert isinstance(app.focused, Choices)


async def found_in_palette(app: AdvisorApp) -> list[str]:
    """What the palette lists, once its search is done."""
    await app.workers.wait_for_complete()
    return [str(option.prompt) for option in app.screen.query_one("CommandList", OptionList).options]


async def test_palette_finds_commands_terms_and_questions(rulebook: Rulebook) -> None:
    app = finished(rulebook)
    async with app.run_test() as pilot:
        await press(pilot, "ctrl+p")
        assert isinstance(app.screen, CommandPalette)
        await pilot.press(*"ploeg")
        assert any("Begrip: Ploeg" in line for line in await found_in_palette(app))
        await press(pilot, "escape")
        await press(pilot, "ctrl+p")
        await pilot.press(*"night (nl")
        assert any("Vraag: night (nl)" in line for line in await found_in_palette(app))


async def test_language_switch_draws_every_turn_again(rulebook: Rulebook) -> None:
    app = still(AdvisorApp(rulebook, "nl", {"goals": "balanced", "current_model": "unknown", "size": "large"}))
    async with app.run_test() as pilot:
        await press(pilot, "f2", "1", "enter", "escape", "f2", "f3")
        await typed(pilot, "wat is een flexpool?")
        await typed(pilot, "notitie: team")
        for words in ("blorp", "wat is een quark?"):
            await typed(pilot, words)
        dutch = transcript(app)
        await press(pilot, "ctrl+l")
        english = transcript(app)
        assert len(english) == len(dutch)
        assert "Terug" not in seen(app)
        for before, after in zip(dutch, english, strict=True):
            assert before.startswith(("Adviseur: ", "U: "))
            assert after.startswith(("Adviser: ", "You: "))
            assert "(nl)" not in after
            assert before.count("(nl)") == after.count("(en)")


@pytest.mark.parametrize("key", ["f5", "f8", "f4"])
async def test_language_switch_draws_other_screens_and_the_one_below(rulebook: Rulebook, key: str) -> None:
    app = finished(rulebook)
    async with app.run_test() as pilot:
        await press(pilot, key, "ctrl+l")
        assert "(nl)" not in seen(app)
        assert "(en)" in seen(app)
        await press(pilot, "escape")
        assert "(nl)" not in "\n".join(transcript(app))


async def test_theme_is_ours_dark_and_light(app: AdvisorApp) -> None:
    async with app.run_test() as pilot:
        assert app.theme == "advisor-dark"
        await press(pilot, "ctrl+t")
        assert app.theme == "advisor-light"
