"""The interview as a chat: answering by digit and by word, back, why, terms, notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual import events

from advisor.dossier.sitting import Sitting
from advisor.dossier.store import Store
from advisor.tui import AdvisorApp
from advisor.tui.screens.advice import AdviceScreen
from advisor.tui.screens.dialogs import StandingDialog
from advisor.tui.widgets.choices import Choices
from advisor.tui.widgets.reply import Reply
from advisor.tui.widgets.side import Side
from tests.tui.conftest import press, press_each, seen, still, transcript, typed

if TYPE_CHECKING:
    from pathlib import Path

    from advisor.rulebook.rulebook import Rulebook


def at_size(rulebook: Rulebook) -> AdvisorApp:
    """An app that asks its third question."""
    return still(AdvisorApp(rulebook, "nl", {"goals": "balanced", "current_model": "insourcing"}))


async def test_whole_interview_by_digits_ends_at_the_advice(app: AdvisorApp) -> None:
    async with app.run_test() as pilot:
        await press_each(pilot, "7", "enter", "1", "enter", "3", "enter", "0", "enter")
        assert app.conversation.interview.given == {
            "goals": "balanced",
            "current_model": "insourcing",
            "size": "large",
            "night": "unknown",
        }
        assert isinstance(app.screen, AdviceScreen)


async def test_digit_only_selects_and_enter_without_a_selection_stores_nothing(app: AdvisorApp) -> None:
    async with app.run_test() as pilot:
        await press(pilot, "enter")
        assert app.conversation.interview.given == {}
        await press(pilot, "2")
        assert app.conversation.interview.given == {}
        assert app.screen.query_one(Choices).highlighted == 1
        await press(pilot, "down", "enter", "enter")
        assert app.conversation.interview.given == {"goals": "flexibility_quality_cost"}


async def test_click_answers(app: AdvisorApp) -> None:
    async with app.run_test() as pilot:
        await pilot.click(Choices, offset=(4, 2))
        await pilot.pause()
        assert app.conversation.interview.given == {"goals": "quality_cost_flexibility"}


async def test_words_are_asked_back_before_anything_is_stored(rulebook: Rulebook) -> None:
    app = at_size(rulebook)
    async with app.run_test() as pilot:
        await press(pilot, *"medium", "enter")
        assert "size" not in app.conversation.interview.given
        assert "Bedoelt u: “medium (nl)”?" in seen(app)
        await press(pilot, "enter")
        assert app.conversation.interview.given["size"] == "medium"
        assert transcript(app)[-3:] == ["U: medium", "Adviseur: size (nl)", "U: medium (nl)"]


async def test_no_to_did_you_mean_stores_nothing(rulebook: Rulebook) -> None:
    app = at_size(rulebook)
    async with app.run_test() as pilot:
        await typed(pilot, "medium")
        await typed(pilot, "nee")
        assert "size" not in app.conversation.interview.given
        await typed(pilot, "large")
        await press(pilot, "2", "enter")
        assert "size" not in app.conversation.interview.given
        await typed(pilot, "small")
        await typed(pilot, "medium")
        await typed(pilot, "ja")
        assert app.conversation.interview.given["size"] == "medium"


async def test_dont_know_names_who_knows(app: AdvisorApp) -> None:
    async with app.run_test() as pilot:
        await typed(pilot, "weet ik niet")
        assert app.conversation.interview.given == {"goals": "unknown"}
        assert transcript(app)[-2:] == [
            "U: Weet ik niet",
            "Adviseur: Wie het weet: manager (nl). Zo komt u erachter: how goals (nl)",
        ]


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("waarom?", "Adviseur: Waarom ik dit vraag. why goals (nl)"),
        ("wat is een oproepgroep?", "Adviseur: Flexpool. people on call (nl)"),
        ("wat is een quark?", "Adviseur: “quark” staat niet in de begrippenlijst."),
        ("blorp", "Adviseur: Dat begrijp ik niet."),
        ("cost flexibility", "Adviseur: Dat past bij meer dan één antwoord: 2, 6. Kies het nummer dat u bedoelt."),
        ("terug", "Adviseur: Dit is de eerste vraag."),
    ],
)
async def test_typed_words_get_an_answer_in_the_transcript(app: AdvisorApp, words: str, answer: str) -> None:
    async with app.run_test() as pilot:
        await typed(pilot, words)
        turns = transcript(app)
        assert turns[-2] == f"U: {words}"
        assert turns[-1].startswith(answer)
        assert app.conversation.interview.given == {}


async def test_back_asks_again_and_a_new_answer_says_what_changed(rulebook: Rulebook) -> None:
    app = at_size(rulebook)
    async with app.run_test() as pilot:
        await press(pilot, "3", "enter", "f2")
        assert app.conversation.question is not None
        assert app.conversation.question.id == "size"
        assert app.screen.query_one(Choices).highlighted == 2
        await press(pilot, "1", "enter")
        assert transcript(app)[-1] == "Adviseur: Gewijzigd. size (nl)\nEerst: large (nl). Nu: small (nl)."


async def test_back_from_did_you_mean_drops_it(rulebook: Rulebook) -> None:
    app = at_size(rulebook)
    async with app.run_test() as pilot:
        await typed(pilot, "medium")
        await press(pilot, "f2")
        assert app.conversation.question is not None
        assert app.conversation.question.id == "size"
        assert app.conversation.proposed is None


async def test_why_is_said_once(app: AdvisorApp) -> None:
    async with app.run_test() as pilot:
        await press(pilot, "f3", "f3")
        assert [turn for turn in transcript(app) if "why goals" in turn] == transcript(app)[-1:]


async def test_note_is_kept_with_the_question(app: AdvisorApp) -> None:
    async with app.run_test() as pilot:
        await typed(pilot, "notitie: [b]eerst[/x] overleggen")
        assert app.conversation.interview.notes == {"goals": "[b]eerst[/x] overleggen"}
        assert transcript(app)[-2:] == ["U: [b]eerst[/x] overleggen", "Adviseur: Notitie bewaard."]
        assert "Uw notitie: [b]eerst[/x] overleggen" in seen(app)


async def test_slash_tab_escape_and_letters_move_between_options_and_text(app: AdvisorApp) -> None:
    async with app.run_test() as pilot:
        await press(pilot, "slash")
        assert isinstance(app.focused, Reply)
        assert app.focused.value == ""
        await press(pilot, "slash", "2")
        assert app.focused.value == "/2"
        await press(pilot, "escape")
        assert isinstance(app.focused, Choices)
        await press(pilot, "tab")
        assert isinstance(app.focused, Reply)
        await press(pilot, "escape", "w")
        assert isinstance(app.focused, Reply)
        assert app.focused.value == "/2w"


@pytest.mark.parametrize(
    ("keys", "line"),
    [("45 f", "45 f"), ("25%", "25%"), ("5 %", "5 %"), ("2w", "w"), ("23w", "w"), ("2 4 f", "4 f"), ("f5", "f5")],
)
async def test_an_amount_typed_on_the_options_goes_whole_to_the_text_line(
    app: AdvisorApp, keys: str, line: str
) -> None:
    async with app.run_test() as pilot:
        await press(pilot, *("space" if key == " " else "percent_sign" if key == "%" else key for key in keys))
        assert app.screen.query_one(Reply).value == line


async def test_a_note_may_be_typed_with_the_slash_that_opens_the_line(app: AdvisorApp) -> None:
    async with app.run_test() as pilot:
        await press(pilot, "slash", "slash", *"note", "colon", "x", "enter")
        assert "x" in app.conversation.interview.notes.values()


async def test_number_typed_in_the_text_line_answers(app: AdvisorApp) -> None:
    async with app.run_test() as pilot:
        await typed(pilot, "7")
        assert app.conversation.interview.given == {"goals": "balanced"}
        assert transcript(app)[-1] == "U: balanced (nl)"


async def test_late_answer_for_another_question_is_dropped(app: AdvisorApp) -> None:
    async with app.run_test() as pilot:
        await press(pilot, "7", "enter")
        app.screen.query_one(Choices).post_message(Choices.Answered("goals", "quality_cost_flexibility"))
        await pilot.pause()
        assert app.conversation.interview.given == {"goals": "balanced"}


async def test_standing_waits_for_half_of_the_answers(app: AdvisorApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "7", "enter", "f9")
        assert "Tussenstand" not in str(app.screen.query_one(Side).query_one("Static").render())
        await press(pilot, "1", "enter", "1", "enter")
        assert "Tussenstand" not in seen(app), "off until asked for"


async def test_standing_beside_the_conversation_when_wide(rulebook: Rulebook) -> None:
    app = still(AdvisorApp(rulebook, "nl", {"goals": "balanced", "current_model": "none"}))
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "f9")
        assert "Tussenstand" in seen(app)
        assert app.screen.query_one(Side).display
        await press(pilot, "f9")
        assert "Tussenstand" not in seen(app)


async def test_standing_over_the_conversation_when_narrow(rulebook: Rulebook) -> None:
    answers = {"goals": "balanced", "current_model": "none", "size": "small"}
    app = still(AdvisorApp(rulebook, "nl", answers))
    async with app.run_test() as pilot:
        await press(pilot, "f2", "f9")
        assert isinstance(app.screen, StandingDialog)
        assert "✗ valt af" in seen(app)
        await press(pilot, "escape")
        assert isinstance(app.focused, Choices)


async def test_every_answer_is_on_disk_before_the_next_question(rulebook: Rulebook, tmp_path: Path) -> None:
    store = Store(tmp_path)
    app = still(AdvisorApp(rulebook, "nl", sitting=Sitting.new(store, rulebook, "nl")))
    async with app.run_test() as pilot:
        await press(pilot, "7", "enter")
        assert store.load("interview-1").answers == {"goals": "balanced"}
        await press(pilot, "1", "enter")
        assert store.load("interview-1").answers == {"goals": "balanced", "current_model": "insourcing"}


async def test_given_answers_are_in_the_transcript_and_not_asked_again(rulebook: Rulebook) -> None:
    app = still(AdvisorApp(rulebook, "nl", {"goals": "balanced"}))
    async with app.run_test():
        assert transcript(app)[0].startswith("Adviseur: Welkom terug.")
        assert transcript(app)[-1] == "U: balanced (nl)"
        assert app.conversation.question is not None
        assert app.conversation.question.id == "current_model"


async def test_closing_hands_over_the_interview(app: AdvisorApp) -> None:
    async with app.run_test() as pilot:
        await press(pilot, "7", "enter", "ctrl+l")
        await pilot.press("ctrl+q")
    assert app.return_value is not None
    assert app.return_value.interview.given == {"goals": "balanced"}
    assert app.return_value.language == "en"


def burst(app: AdvisorApp, *keys: str) -> None:
    """Keys as from a slow line: all are there before the focus has moved."""
    for key in keys:
        app.post_message(events.Key(key, {"space": " ", "enter": "\r"}.get(key, key)))


async def test_keys_that_come_in_one_burst_all_reach_the_text_line(app: AdvisorApp) -> None:
    async with app.run_test() as pilot:
        burst(app, "e", "space", "7")
        await pilot.pause()
        assert app.conversation.interview.given == {}
        assert isinstance(app.focused, Reply)
        assert app.focused.value == "e 7"


async def test_enter_in_the_same_burst_sends_what_was_typed_and_not_the_selected_option(app: AdvisorApp) -> None:
    async with app.run_test() as pilot:
        await pilot.press("1")
        burst(app, *"balanced", "enter")
        await pilot.pause()
        assert "U: balanced" in transcript(app)
        assert app.conversation.interview.given == {}
        assert app.screen.query_one(Reply).value == ""
