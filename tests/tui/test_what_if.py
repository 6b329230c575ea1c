"""Trying other answers on screen, and what the advice says of other answers and goals."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.widgets import OptionList, Static

from advisor.dossier.sitting import Sitting
from advisor.dossier.store import Store
from advisor.interview import Interview
from advisor.interview.answers_writing import write_scenarios
from advisor.interview.whatif import Scenario
from advisor.tui import AdvisorApp
from advisor.tui.conversation import Conversation
from advisor.tui.entries import Changed
from advisor.tui.screens.dialogs import Dialog
from advisor.tui.screens.interview import InterviewScreen
from advisor.tui.screens.what_if import WhatIfScreen
from advisor.tui.widgets.page import Page
from tests.tui.conftest import press, press_each, seen, still, transcript

if TYPE_CHECKING:
    from pathlib import Path

    from advisor.rulebook.rulebook import Rulebook

ALL = {"goals": "balanced", "current_model": "insourcing", "size": "large", "night": "busy"}
SIZE = ("down", "down")
"""From the first question to the one on size."""


@pytest.fixture
def app(rulebook: Rulebook) -> AdvisorApp:
    """An app on a complete interview that leads to outsourcing."""
    return still(AdvisorApp(rulebook, "nl", ALL))


def effect(app: AdvisorApp) -> str:
    return str(app.screen.query_one("#effect-now", Static).content)


def near(app: AdvisorApp) -> str:
    return str(app.screen.query_one("#effect-near", Static).content)


async def test_it_opens_on_the_own_answers_and_says_how_to_begin(app: AdvisorApp) -> None:
    async with app.run_test() as pilot:
        await press(pilot, "f6")
        assert effect(app).startswith("Het advies blijft: outsourcing")
        assert "▲" not in effect(app)
        assert "Uw eigen antwoorden blijven zoals ze zijn" in effect(app)


async def test_another_answer_moves_the_bars_at_once_and_leaves_the_interview_alone(app: AdvisorApp) -> None:
    async with app.run_test() as pilot:
        await press_each(pilot, "f6", *SIZE, "1")
        shown = effect(app)
        assert shown.startswith("! Het advies wordt: insourcing")
        assert "Met uw eigen antwoorden: outsourcing" in shown
        assert "▼6" in shown
        assert "label size (nl): small (nl) (was: large (nl))" in shown
        assert app.conversation.interview.given == ALL


async def test_the_arrows_turn_to_the_next_and_the_previous_answer(app: AdvisorApp) -> None:
    async with app.run_test() as pilot:
        await press_each(pilot, "f6", *SIZE, "right")
        assert "(was: large (nl))" in effect(app)
        assert "Weet ik niet" in effect(app)
        await press_each(pilot, "left", "left")
        assert "label size (nl): medium (nl)" in effect(app)


async def test_undo_takes_back_one_change_and_says_when_there_is_none(app: AdvisorApp) -> None:
    async with app.run_test(notifications=True) as pilot:
        await press_each(pilot, "f6", *SIZE, "1", "up", "2", "u")
        assert "label size" in effect(app)
        assert "label current_model" not in effect(app)
        await press(pilot, "u")
        assert effect(app).startswith("Het advies blijft")
        await press(pilot, "u")
        await pilot.pause()
        assert "U hebt nog niets" in seen(app)


async def test_what_would_turn_it_is_named_and_follows_what_is_tried(app: AdvisorApp) -> None:
    async with app.run_test() as pilot:
        await press(pilot, "f6")
        assert "label size (nl): small (nl) → insourcing" in near(app)
        await press_each(pilot, *SIZE, "1")
        assert "label size (nl): large (nl) → outsourcing" in near(app)


async def test_a_question_that_no_longer_applies_leaves_the_list(app: AdvisorApp) -> None:
    async with app.run_test() as pilot:
        await press(pilot, "f6")
        questions = app.screen.query_one("#questions", OptionList)
        assert questions.option_count == 4
        await press_each(pilot, *SIZE, "1")
        assert questions.option_count == 3


async def test_enter_goes_to_the_options_and_picks_one(app: AdvisorApp) -> None:
    async with app.run_test(size=(60, 20)) as pilot:
        await press_each(pilot, "f6", *SIZE, "enter")
        options = app.screen.query_one("#options", OptionList)
        assert app.screen.focused is options
        assert options.size.height > 3
        await press_each(pilot, "up", "up", "enter")
        assert effect(app).startswith("! Het advies wordt: insourcing")
        assert app.screen.focused is app.screen.query_one("#questions")
        assert app.screen.query_one("#questions").size.height > 3


async def test_a_scenario_is_kept_shown_again_and_not_kept_twice(app: AdvisorApp) -> None:
    async with app.run_test() as pilot:
        await press_each(pilot, "f6", "k")
        assert app.conversation.scenarios == []
        await press_each(pilot, *SIZE, "1", "k", "k")
        assert app.conversation.scenarios == [Scenario(1, {"size": "small"})]
        assert "▸ 1. insourcing" in effect(app)
        await press(pilot, "s")
        assert effect(app).startswith("Het advies blijft")
        await press(pilot, "s")
        assert effect(app).startswith("! Het advies wordt: insourcing")
        await press_each(pilot, "escape", "f6")
        assert "  1. insourcing" in effect(app)  # it is there the next time too
    assert app.outcome.scenarios == (Scenario(1, {"size": "small"}),)


async def test_scenarios_stand_beside_the_own_answers(app: AdvisorApp) -> None:
    async with app.run_test() as pilot:
        await press_each(pilot, "f6", *SIZE, "1", "k", "v")
        assert isinstance(app.screen, Dialog)
        shown = app.screen.query_one(Page).text()
        assert shown.startswith("Naast elkaar: Eigen antwoorden · Scenario 1")
        assert "Eigen antwoorden: large (nl)" in shown
        assert "Scenario 1: small (nl)" in shown
        await press(pilot, "escape")
        assert isinstance(app.screen, WhatIfScreen)


async def test_adopting_changes_the_interview_and_says_so(app: AdvisorApp) -> None:
    async with app.run_test() as pilot:
        await press_each(pilot, "f5", "f6", *SIZE, "1", "o")
        assert app.conversation.interview.given["size"] == "small"
        assert app.conversation.question is None
        assert app.screen.query_one("#summary", Page).text().startswith("insourcing")
        await press(pilot, "escape")
        assert isinstance(app.screen, InterviewScreen)
        assert any("Eerst: large (nl). Nu: small (nl)." in turn for turn in transcript(app))


def test_what_is_adopted_is_said_change_by_change_with_its_own_consequences(rulebook: Rulebook) -> None:
    talk = Conversation(Interview(rulebook, ALL), "nl")
    talk.adopt({"goals": "quality_cost_flexibility", "size": "small", "night": "quiet"})
    assert talk.entries[-2:] == [
        Changed("goals", "balanced", "quality_cost_flexibility", (), ()),
        Changed("size", "large", "small", ("night",), ()),
    ]
    assert talk.interview.given["night"] == "busy"
    talk.adopt({"size": "large"})
    assert talk.entries[-1] == Changed("size", "small", "large", (), ("night",))


async def test_what_is_adopted_and_every_scenario_is_on_disk(rulebook: Rulebook, tmp_path: Path) -> None:
    store = Store(tmp_path)
    sitting = Sitting.new(store, rulebook, "nl")
    interview = sitting.interview()
    for option in ALL.values():
        interview.answer(option)
    sitting.keep(interview, "nl")
    app = still(AdvisorApp(rulebook, "nl", sitting=sitting))
    async with app.run_test() as pilot:
        await press_each(pilot, "f6", *SIZE, "1", "k")
        assert store.load("interview-1").scenarios == (Scenario(1, {"size": "small"}),)
        assert store.load("interview-1").answers == ALL
        await press(pilot, "o")
        assert store.load("interview-1").answers["size"] == "small"
    again = AdvisorApp(rulebook, "nl", sitting=Sitting(store, rulebook, store.load("interview-1")))
    assert again.conversation.scenarios == [Scenario(1, {"size": "small"})]


async def test_it_works_before_anything_is_answered(rulebook: Rulebook) -> None:
    app = still(AdvisorApp(rulebook, "en"))
    async with app.run_test() as pilot:
        await press(pilot, "f6")
        assert effect(app).startswith("Too little is known")
        await press_each(pilot, *SIZE, "right")
        assert effect(app).startswith("! The advice becomes: insourcing")
        assert "(was: no answer yet)" in effect(app)


async def test_the_language_changes_everything_on_it(app: AdvisorApp) -> None:
    async with app.run_test() as pilot:
        await press_each(pilot, "f6", *SIZE, "1", "ctrl+l")
        assert effect(app).startswith("! The advice becomes")
        assert "label size (en): large (en) → outsourcing" in near(app)
        assert isinstance(app.screen, WhatIfScreen)


async def test_the_advice_says_how_firm_it_is_and_draws_the_goals(app: AdvisorApp) -> None:
    async with app.run_test(size=(80, 60)) as pilot:
        await press(pilot, "f5", "6")
        shown = app.screen.query_one("#firm", Page).text()
        firm = app.desk.advise(app.conversation.interview).robustness
        assert firm is not None
        assert f"in {firm.kept} van de {firm.single_changes} gevallen" in shown
        assert "Als u uw doelen anders weegt" in shown
        assert shown.count("◆") == 2  # in the field, and where it says what that stands for
        assert "label size (nl)" in shown


async def test_without_an_advice_there_is_nothing_to_say_of_its_firmness(rulebook: Rulebook) -> None:
    app = still(AdvisorApp(rulebook, "nl"))
    async with app.run_test() as pilot:
        await press(pilot, "f5", "6")
        assert "te weinig bekend" in app.screen.query_one("#firm", Page).text()


async def test_the_interview_says_once_that_the_headline_is_settled(rulebook: Rulebook) -> None:
    app = still(AdvisorApp(rulebook, "nl", {"size": "small"}))
    async with app.run_test() as pilot:
        await press_each(pilot, "1", "enter")  # the goals; the present form is still to come
        said = [turn for turn in transcript(app) if "Geen vraag die nog komt" in turn]
        assert len(said) == 1
        assert "Met f5 leest u het advies nu al." in said[0]
        await press_each(pilot, "f2", "2", "enter")  # other goals, the same headline
        assert sum("Geen vraag die nog komt" in turn for turn in transcript(app)) == 1
        await press_each(pilot, "1", "enter")
        assert app.conversation.question is None


async def test_nothing_is_called_settled_after_the_last_question(rulebook: Rulebook) -> None:
    app = still(AdvisorApp(rulebook, "nl", {"goals": "balanced", "size": "small"}))
    async with app.run_test() as pilot:
        await press_each(pilot, "1", "enter")
        assert not any("Geen vraag die nog komt" in turn for turn in transcript(app))


def test_scenarios_stay_in_the_terminal_as_comments() -> None:
    text = write_scenarios([Scenario(1, {"size": "small", "night": "busy"})], "nl")
    assert text == "# Scenario 1, met dit anders:\n#   size: small\n#   night: busy\n"
