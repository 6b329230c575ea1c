"""The list of dossiers: go on, begin, compare, name, export, delete; and taking the last change back."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace
from textual.widgets import Input, OptionList

from advisor.advice import Advisor
from advisor.dossier.sitting import Sitting
from advisor.dossier.store import MissingError, Store
from advisor.tui import AdvisorApp
from advisor.tui.screens.dialogs import Dialog
from advisor.tui.screens.dossiers import DossiersScreen
from advisor.tui.screens.interview import InterviewScreen
from advisor.tui.widgets.page import Page
from tests.tui.conftest import press, press_each, saved, seen, still, transcript

if TYPE_CHECKING:
    from pathlib import Path

    from advisor.rulebook.rulebook import Rulebook

ALL = {"goals": "balanced", "current_model": "insourcing", "size": "large", "night": "busy"}


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "dossiers")


def kept(store: Store, rulebook: Rulebook, name: str = "", **answers: str) -> Sitting:
    """A dossier on disk with these answers, one after the other."""
    sitting = Sitting.new(store, rulebook, "nl", name)
    interview = sitting.interview()
    for question, option in answers.items():
        interview.go_to(question)
        interview.answer(option)
        assert sitting.keep(interview, "nl") is None
    return sitting


def fill_the_disk(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(os, "fsync", lambda _: (_ for _ in ()).throw(OSError(errno.ENOSPC, "disk full")))


def opened(rulebook: Rulebook, store: Store) -> AdvisorApp:
    return still(AdvisorApp(rulebook, "nl", store=store))


def lines(app: AdvisorApp) -> list[str]:
    options = app.screen.query_one(OptionList)
    return [str(options.get_option_at_index(place).prompt) for place in range(options.option_count)]


async def test_without_dossiers_it_opens_on_the_first_question(rulebook: Rulebook, store: Store) -> None:
    app = opened(rulebook, store)
    async with app.run_test():
        assert isinstance(app.screen, InterviewScreen)


async def test_with_dossiers_it_opens_on_the_one_saved_last(rulebook: Rulebook, store: Store) -> None:
    kept(store, rulebook, "Bank", **ALL)
    app = opened(rulebook, store)
    async with app.run_test() as pilot:
        assert isinstance(app.screen, DossiersScreen)
        assert lines(app) == ["  Bank · 4 vragen beantwoord", "+ Nieuw gesprek", "? Begrippen"]
        await press(pilot, "enter")
        assert isinstance(app.screen, InterviewScreen)
        assert app.conversation.interview.given == ALL
        assert transcript(app)[0].startswith("Adviseur: Welkom terug.")


async def test_who_leaves_the_list_without_choosing_gets_a_dossier_too(rulebook: Rulebook, store: Store) -> None:
    kept(store, rulebook, current_model="none")
    app = opened(rulebook, store)
    async with app.run_test() as pilot:
        await press_each(pilot, "escape", "1", "enter")
        assert isinstance(app.screen, InterviewScreen)
    assert [store.load(f"interview-{n}").answers for n in (1, 2)] == [
        {"current_model": "none"},
        {"goals": "quality_flexibility_cost"},
    ]


async def test_what_the_knowledge_changed_is_said_when_the_dossier_is_opened_at_once(
    rulebook: Rulebook, store: Store
) -> None:
    sitting = kept(store, rulebook, **ALL)
    sitting.remember(Advisor(rulebook).advise(ALL))
    then = sitting.dossier.advice
    assert then is not None
    older = replace(then, form="insourcing", rulebook=replace(then.rulebook, hash="0" * 64))
    dossier = store.save(replace(sitting.dossier, advice=older))
    app = still(AdvisorApp(rulebook, "nl", sitting=Sitting(store, rulebook, dossier), store=store))
    async with app.run_test():
        assert "was de uitkomst insourcing (nl)" in transcript(app)[-1]


async def test_a_new_interview_gets_a_dossier_of_its_own(rulebook: Rulebook, store: Store) -> None:
    kept(store, rulebook, **ALL)
    app = opened(rulebook, store)
    async with app.run_test() as pilot:
        await press_each(pilot, "down", "enter", "7", "enter")
        assert store.load("interview-2").answers == {"goals": "balanced"}
        assert store.load("interview-1").answers == ALL
    assert app.outcome.kept_as == "interview-2"


async def test_the_last_change_of_an_earlier_sitting_is_taken_back(rulebook: Rulebook, store: Store) -> None:
    kept(store, rulebook, goals="balanced", current_model="insourcing", size="large")
    app = opened(rulebook, store)
    async with app.run_test(notifications=True) as pilot:
        await press_each(pilot, "enter", "ctrl+z")
        assert app.conversation.question is not None
        assert app.conversation.question.id == "size"
        assert store.load("interview-1").answers == {"goals": "balanced", "current_model": "insourcing"}
        assert transcript(app)[-1] == "Adviseur: Uw laatste wijziging is teruggenomen: label size (nl)"
        await press_each(pilot, "ctrl+z", "ctrl+z", "ctrl+z")
        await pilot.pause()
        assert "Er is niets om terug te nemen." in seen(app)


async def test_two_dossiers_are_compared_side_by_side(rulebook: Rulebook, store: Store) -> None:
    kept(store, rulebook, "Nu", **ALL)
    kept(store, rulebook, "Straks", goals="balanced", current_model="insourcing", size="small")
    app = opened(rulebook, store)
    async with app.run_test() as pilot:
        await press_each(pilot, "c", "down", "c")
        assert "= Vergelijk de 2 gekozen dossiers" in lines(app)
        await press_each(pilot, "down", "down", "enter")
        assert isinstance(app.screen, Dialog)
        shown = app.screen.query_one(Page).text()
        assert "Naast elkaar: " in shown
        assert "label size (nl)" in shown
        assert "label goals (nl)" not in shown
        await press(pilot, "escape")
        assert isinstance(app.screen, DossiersScreen)


async def test_a_dossier_is_named(rulebook: Rulebook, store: Store) -> None:
    kept(store, rulebook, **ALL)
    app = opened(rulebook, store)
    async with app.run_test() as pilot:
        await press_each(pilot, "n", "B", "a", "n", "k", "enter")
        assert store.load("interview-1").name == "Bank"
        assert lines(app)[0].startswith("  Bank")
        await press_each(pilot, "n", "X", "escape")
        assert store.load("interview-1").name == "Bank"


async def test_a_dossier_is_written_to_a_file_and_over_another_only_after_a_yes(
    rulebook: Rulebook, store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept(store, rulebook, **ALL)
    monkeypatch.chdir(tmp_path)
    written = tmp_path / "interview-1.json"
    app = opened(rulebook, store)
    async with app.run_test() as pilot:
        await saved(pilot, "e", "enter")
        assert written.read_bytes() == (store.folder / "interview-1.json").read_bytes()
        written.write_text("mine")
        await saved(pilot, "e", "enter", "enter")
        assert written.read_text() == "mine"


async def test_the_report_on_a_dossier_bears_its_name(
    rulebook: Rulebook, store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept(store, rulebook, "Bank & Zoon: ’t Méér", **ALL)
    monkeypatch.chdir(tmp_path)
    app = opened(rulebook, store)
    async with app.run_test() as pilot:
        await saved(pilot, "r", "4", "enter")
    assert "outsourcing (nl)" in (tmp_path / "sourcingadvies-bank-zoon-t-meer.txt").read_text()


async def test_the_first_day_of_the_plan_is_kept_in_the_dossier_and_proposed_again(
    rulebook: Rulebook, store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept(store, rulebook, **ALL)
    monkeypatch.chdir(tmp_path)
    app = opened(rulebook, store)
    async with app.run_test() as pilot:
        await press_each(pilot, "enter", "f5", "r", "4")
        app.screen.query_one("#start", Input).value = "4-1-2027"
        await saved(pilot, "enter")
        await press_each(pilot, "r")
        assert app.screen.query_one("#start", Input).value == "2027-01-04"
    assert store.load("interview-1").start == "2027-01-04"


async def test_a_comparison_is_written_to_a_file(
    rulebook: Rulebook, store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept(store, rulebook, "Nu", **ALL)
    kept(store, rulebook, "Straks", goals="balanced", current_model="insourcing", size="small")
    monkeypatch.chdir(tmp_path)
    app = opened(rulebook, store)
    async with app.run_test() as pilot:
        await press_each(pilot, "c", "down", "c", "down", "down", "enter")
        await saved(pilot, "r", "4", "enter")
        assert isinstance(app.screen, Dialog)
    assert "label size (nl)" in (tmp_path / "vergelijking-straks-nu.txt").read_text()


async def test_a_dossier_is_deleted_only_after_a_yes(rulebook: Rulebook, store: Store) -> None:
    kept(store, rulebook, **ALL)
    app = opened(rulebook, store)
    async with app.run_test() as pilot:
        for keys in (("d", "escape"), ("d", "enter")):  # no comes first
            await press_each(pilot, *keys)
            assert store.load("interview-1").answers == ALL
        await press_each(pilot, "d", "down", "enter")
        with pytest.raises(MissingError):
            store.load("interview-1")
        assert lines(app) == ["+ Nieuw gesprek", "? Begrippen"]


async def test_a_damaged_file_is_shown_as_such_and_does_not_open(rulebook: Rulebook, store: Store) -> None:
    store.folder.mkdir()
    (store.folder / "bad.json").write_text("[red]{")
    app = opened(rulebook, store)
    async with app.run_test() as pilot:
        assert lines(app)[0] == "  bad · kan niet worden gelezen"
        await press(pilot, "enter")
        assert isinstance(app.screen, DossiersScreen)
    assert (store.folder / "bad.json").read_text() == "[red]{"


async def test_the_other_window_is_told_and_its_answers_go_apart(rulebook: Rulebook, store: Store) -> None:
    sitting = kept(store, rulebook, goals="balanced")
    app = opened(rulebook, store)
    async with app.run_test() as pilot:
        await press(pilot, "enter")
        elsewhere = sitting.interview()
        elsewhere.answer("mixed")
        sitting.keep(elsewhere, "nl")
        await press_each(pilot, "1", "enter")
        assert "bewaar ik vanaf nu apart, in dossier interview-2" in transcript(app)[-1]
        assert store.load("interview-1").answers == {"goals": "balanced", "current_model": "mixed"}
        assert store.load("interview-2").answers == {"goals": "balanced", "current_model": "insourcing"}


async def test_the_open_dossier_is_named_and_stays_one(rulebook: Rulebook, store: Store) -> None:
    kept(store, rulebook, goals="balanced")
    app = opened(rulebook, store)
    async with app.run_test() as pilot:
        await press_each(pilot, "enter", "1", "enter", "f7", "n", "X", "y", "enter")
        assert lines(app)[0] == "  Xy · 2 vragen beantwoord"
        await press_each(pilot, "escape", "3", "enter")
    assert [listed.id for listed in store.list()] == ["interview-1"]
    assert store.load("interview-1").name == "Xy"
    assert store.load("interview-1").answers["size"] == "large"
    assert app.outcome.kept_as == "interview-1"


async def test_naming_a_dossier_that_another_window_has_goes_apart_and_is_said(
    rulebook: Rulebook, store: Store
) -> None:
    kept(store, rulebook, goals="balanced")
    app = opened(rulebook, store)
    async with app.run_test(notifications=True) as pilot:
        await press_each(pilot, "enter", "f7")
        store.save(replace(store.load("interview-1"), name="Elders"))
        await press_each(pilot, "n", "X", "enter")
        await pilot.pause()
        assert "interview-2" in seen(app)
    assert (store.load("interview-1").name, store.load("interview-2").name) == ("Elders", "X")


async def test_after_the_open_dossier_is_deleted_a_new_one_begins(rulebook: Rulebook, store: Store) -> None:
    kept(store, rulebook, goals="balanced")
    app = opened(rulebook, store)
    async with app.run_test(notifications=True) as pilot:
        await press_each(pilot, "enter", "f5", "f7", "d", "down", "enter")
        await pilot.pause()
        assert isinstance(app.screen, DossiersScreen)
        assert lines(app) == ["+ Nieuw gesprek", "? Begrippen"]
        assert "een nieuw gesprek voor u klaar" in seen(app)
        assert app.outcome.kept_as is None
        await press_each(pilot, "escape", "7", "enter")
        assert isinstance(app.screen, InterviewScreen)
    assert [listed.dossier and listed.dossier.answers for listed in store.list()] == [{"goals": "balanced"}]
    assert len(app.conversation.interview.given) == 1


async def test_taking_back_on_a_full_disk_is_said_and_not_called_kept(
    rulebook: Rulebook, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept(store, rulebook, goals="balanced", current_model="insourcing", size="large")
    app = opened(rulebook, store)
    async with app.run_test() as pilot:
        await press(pilot, "enter")
        with monkeypatch.context() as patch:
            fill_the_disk(patch)
            await press_each(pilot, "ctrl+z", "ctrl+z")
            assert transcript(app)[-3:] == [
                "Adviseur: Uw laatste wijziging is teruggenomen: label size (nl)",
                "Adviseur: Uw antwoorden konden niet worden bewaard (de schijf is vol). Ze staan hier nog; ik probeer "
                "het na elk antwoord weer.",
                "Adviseur: Uw laatste wijziging is teruggenomen: label current_model (nl)",
            ]
            assert app.outcome.kept_as is None
            await press_each(pilot, "f7", "enter")  # what could not be written is not read back from disk
            assert app.conversation.interview.given == {"goals": "balanced"}
        await press_each(pilot, "1", "enter")
        assert app.outcome.kept_as == "interview-1"
    assert store.load("interview-1").answers == {"goals": "balanced", "current_model": "insourcing"}


async def test_an_advice_that_cannot_be_remembered_is_said_on_its_screen(
    rulebook: Rulebook, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    sitting = kept(store, rulebook, goals="balanced")
    app = opened(rulebook, store)
    async with app.run_test(notifications=True) as pilot:
        await press(pilot, "enter")
        with monkeypatch.context() as patch:
            fill_the_disk(patch)
            await press(pilot, "f5")
            await pilot.pause()
            assert "hier nog; ik probeer het na elk" in seen(app)
            assert "konden niet worden bewaard (de schijf is vol)" in transcript(app)[-1]
            assert app.outcome.kept_as is None
        sitting.rename("Elders")
        await press_each(pilot, "escape", "f5")
        assert "apart, in dossier interview-2" in transcript(app)[-1]
        assert app.outcome.kept_as == "interview-2"


async def test_what_the_knowledge_changed_is_said_on_opening(rulebook: Rulebook, store: Store) -> None:
    sitting = kept(store, rulebook, **ALL)
    sitting.remember(Advisor(rulebook).advise(ALL))
    then = sitting.dossier.advice
    assert then is not None
    older = replace(
        then,
        form="insourcing",
        rulebook=replace(then.rulebook, hash="0" * 64),
        ranking=tuple(replace(outcome, arguments=()) for outcome in then.ranking),
    )
    store.save(replace(sitting.dossier, advice=older))
    app = opened(rulebook, store)
    async with app.run_test() as pilot:
        await press(pilot, "enter")
        said = transcript(app)[-1]
        assert "was de uitkomst insourcing (nl) en is die nu outsourcing (nl)" in said
        assert "Argumenten erbij: 2; vervallen: 0" in said


async def test_the_dossiers_can_be_reached_from_the_interview(rulebook: Rulebook, store: Store) -> None:
    kept(store, rulebook, **ALL)
    app = opened(rulebook, store)
    async with app.run_test() as pilot:
        await press_each(pilot, "enter", "f5", "f7")
        assert isinstance(app.screen, DossiersScreen)
        await press(pilot, "enter")
        assert isinstance(app.screen, InterviewScreen)
        assert len(app.screen_stack) == 1
