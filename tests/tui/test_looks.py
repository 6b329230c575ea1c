"""What must hold for any text and any size: hostile text, footer, small screens, contrast."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual import events
from textual.widgets import Input

from advisor.language import LANGUAGES
from advisor.rulebook.loading import load
from advisor.tui import AdvisorApp
from advisor.tui.bars import Scale, bar, signed
from advisor.tui.commands import COMMANDS
from advisor.tui.hanging import Hanging
from advisor.tui.screens.advice import AdviceScreen
from advisor.tui.screens.glossary import GlossaryScreen
from advisor.tui.screens.interview import InterviewScreen
from advisor.tui.screens.review import ReviewScreen
from advisor.tui.screens.what_if import WhatIfScreen
from advisor.tui.widgets.choices import Choices
from advisor.tui.widgets.keys import MOST, KeyBar, KeyLabel
from advisor.tui.widgets.reply import Reply
from advisor.tui.words import WORDS
from tests import knowledge
from tests.tui.conftest import press, press_each, seen, still, transcript, typed

if TYPE_CHECKING:
    from pathlib import Path

    from advisor.rulebook.rulebook import Rulebook

HOSTILE = "[/x] [@click=app.quit]weg[/] [red \\ \x1b]0;titel\x07 \u202edraai"
CLEAN = "[/x] [@click=app.quit]weg[/] [red \\ ]0;titel draai"


def hostile(plain: object) -> object:
    """The same data with hostile text in front of every sentence."""
    if isinstance(plain, dict) and set(plain) == {"nl", "en"} and isinstance(plain["nl"], str):
        return {language: f"{HOSTILE} {text}" for language, text in plain.items()}
    if isinstance(plain, dict):
        return {key: hostile(value) for key, value in plain.items()}
    return [hostile(value) for value in plain] if isinstance(plain, list) else plain


async def test_hostile_rulebook_is_shown_as_text_on_every_screen(tmp_path: Path) -> None:
    plain = knowledge.frame()
    plain["rules/basics.yaml"]["cautions"][0]["forms"] = ["outsourcing"]
    files = hostile(plain)
    assert isinstance(files, dict)
    rulebook = load(knowledge.write(tmp_path, files))
    app = still(AdvisorApp(rulebook, "nl", {"goals": "balanced", "current_model": "insourcing", "size": "large"}))
    async with app.run_test(size=(120, 40)) as pilot:
        for keys in (("f3", "f9"), ("f5", "2"), ("3",), ("4",), ("f8",), ("f4",), ("escape", "ctrl+l")):
            await press(pilot, *keys)
            assert "[@click=app.quit]weg" in seen(app)
            assert "\x1b]0;" not in seen(app)
        await press(pilot, "f1", "escape", "ctrl+p", *"team")
        await app.workers.wait_for_complete()
        assert app.is_running


async def test_hostile_words_typed_are_shown_as_text(app: AdvisorApp) -> None:
    async with app.run_test() as pilot:
        await typed(pilot, "[/x][@click=app.quit]klik")
        assert "U: [/x][@click=app.quit]klik" in transcript(app)
        await typed(pilot, "wat is een [/x][b?")
        assert transcript(app)[-1].startswith("Adviseur: “[/x][b” staat niet")


async def test_pasted_text_is_cleaned_before_it_is_shown(app: AdvisorApp) -> None:
    async with app.run_test() as pilot:
        await press(pilot, "slash")
        reply = app.screen.query_one(Reply)
        reply.post_message(events.Paste(f"{HOSTILE}\nnog een regel"))
        await pilot.pause()
        assert reply.value == f"{CLEAN} nog een regel"


async def test_notes_brought_along_are_shown_as_text(rulebook: Rulebook) -> None:
    app = still(AdvisorApp(rulebook, "nl", {}, {"goals": HOSTILE}))
    async with app.run_test():
        assert "[@click=app.quit]weg" in seen(app)
        assert "\x1b" not in "".join(app.conversation.interview.notes.values())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("screen", [InterviewScreen, AdviceScreen, GlossaryScreen, ReviewScreen, WhatIfScreen])
def test_footer_fits_80_columns(screen: type[InterviewScreen], language: str) -> None:
    labels = [COMMANDS[command] for command in screen.KEYS]
    assert len(labels) <= MOST
    assert all(" " not in command.title.in_(language) for command in labels)  # type: ignore[arg-type]
    width = sum(len(f"{command.key} {command.title.in_(language)}") + 2 for command in labels)  # type: ignore[arg-type]
    assert width + 2 <= 60, "the smallest screen we promise"


async def test_footer_is_wholly_on_screen_and_can_be_clicked(app: AdvisorApp) -> None:
    async with app.run_test(size=(60, 20)) as pilot:
        for label in app.screen.query(KeyLabel):
            assert label.region.right <= 60
        assert app.screen.query_one(KeyBar).virtual_size.width <= 60
        await pilot.click(app.screen.query(KeyLabel)[4])
        await pilot.pause()
        assert isinstance(app.screen, AdviceScreen)


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40), (200, 60)])
async def test_long_question_with_eight_options_stays_usable(tmp_path: Path, size: tuple[int, int]) -> None:
    long = knowledge.question("goals", knowledge.GOALS, influence="choice")
    long["text"] = {"nl": "Een vraag die zeer lang is. " * 12, "en": "A question that is very long. " * 12}
    for option in long["options"]:
        option["text"] = {"nl": "Een antwoord dat ook niet kort is, en meer. " * 3, "en": "An answer. " * 12}
    questions = [long, knowledge.question("current_model", ["insourcing", "mixed", "none"])]
    app = still(
        AdvisorApp(knowledge.small(tmp_path, questions=questions, findings=[], rules=[], gates=[], cautions=[]), "nl")
    )
    async with app.run_test(size=size) as pilot:
        await press(pilot, "7")
        choices, reply, keys = (app.screen.query_one(kind) for kind in (Choices, Reply, KeyBar))
        assert choices.size.height >= 4
        assert reply.region.bottom <= keys.region.y
        assert keys.region.bottom == size[1]
        assert "7. Een antwoord" in seen(app)
        await press(pilot, "enter")
        assert app.conversation.interview.given == {"goals": "balanced"}


@pytest.mark.parametrize("size", [(60, 20), pytest.param((200, 60), marks=pytest.mark.slow)])
async def test_every_screen_opens_at_every_size(rulebook: Rulebook, size: tuple[int, int]) -> None:
    answers = {"goals": "balanced", "current_model": "insourcing", "size": "large", "night": "busy"}
    app = still(AdvisorApp(rulebook, "nl", answers))
    async with app.run_test(size=size) as pilot:
        await press_each(
            pilot,
            "f9",
            "escape",
            "f5",
            "2",
            "3",
            "4",
            "6",
            "f6",
            "down",
            "right",
            "enter",
            "escape",
            "escape",
            "f8",
            "f4",
            "escape",
            "f1",
            "escape",
        )
        await pilot.resize_terminal(80, 24)
        await press(pilot, "f5", "1")
        assert app.is_running


def test_bars_count_eighths() -> None:
    assert bar(0, 10) == ""
    assert bar(0.001, 10) == "▏"
    assert bar(0.5, 10) == "█████"
    assert bar(0.5125, 10) == "█████▏"
    assert bar(1, 10) == "█" * 10


def test_scores_below_zero_grow_to_the_left_of_a_zero_that_all_bars_share() -> None:
    scale = Scale([30, 10, -10])
    assert [scale.bar(score, 8).plain for score in (30, 10, 0, -10, -1)] == ["  ██████", "  ██", "  ", "▒▒", " ▒"]
    assert Scale([30, 10]).bar(15, 8).plain == "████"
    assert Scale([-2, -4]).bar(-2, 8).plain == "    ▒▒▒▒"
    assert Scale([1, -1000]).bar(1, 8).plain == "       █"
    assert [signed(n) for n in (-3, 0, 3)] == ["−3", "0", "+3"]


def test_wrapped_lines_hang_under_their_beginning() -> None:
    from textual.content import Content

    hung = Hanging((3, Content("1. een twee drie vier")), (0, Content("vijf")))
    assert hung.wrapped(12).plain.splitlines() == ["1. een twee", "   drie vier", "vijf"]
    assert str(hung) == "1. een twee drie vier\nvijf"


def test_every_sentence_has_the_same_values_in_both_languages() -> None:
    import string

    for key, text in WORDS.items():
        names = [{name for _, name, _, _ in string.Formatter().parse(words) if name} for words in (text.nl, text.en)]
        assert names[0] == names[1], key


async def test_text_pasted_into_the_palette_is_cleaned_before_it_is_shown(app: AdvisorApp) -> None:
    async with app.run_test() as pilot:
        await press(pilot, "ctrl+p")
        app.post_message(events.Paste("\x1b]0;x\x07a\x9b2J\u202eb\nc"))
        await pilot.pause()
        assert isinstance(app.focused, Input)
        assert app.focused.value == "]0;xa2Jb c"
