"""A sitting keeps an interview in its dossier: nothing shown is lost, and two windows do not overwrite each other."""

from __future__ import annotations

import errno
import os
import time
from pathlib import Path

import pytest

from advisor.advice import Advisor
from advisor.dossier.model import Change, Dossier, RulebookUsed
from advisor.dossier.sitting import Sitting, Trouble
from advisor.dossier.store import Store
from advisor.interview.whatif import Scenario
from advisor.language import Text
from advisor.rulebook.model import UNKNOWN
from advisor.rulebook.rulebook import Rulebook
from tests import knowledge


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "dossiers")


@pytest.fixture
def rulebook(tmp_path: Path) -> Rulebook:
    return knowledge.small(tmp_path / "rulebook")


@pytest.fixture
def sitting(store: Store, rulebook: Rulebook) -> Sitting:
    return Sitting.new(store, rulebook, "nl")


def test_nothing_is_written_before_something_is_said(store: Store, sitting: Sitting) -> None:
    assert sitting.keep(sitting.interview(), "nl") is None
    assert store.list() == ()


def test_the_interview_goes_on_where_it_was_with_notes_and_scenarios(
    store: Store, sitting: Sitting, rulebook: Rulebook
) -> None:
    interview = sitting.interview()
    interview.answer("balanced")
    interview.note("ask the board", "size")
    sitting.keep(interview, "en", [Scenario(1, {"size": "large"})])
    again = Sitting(store, rulebook, store.load("interview-1"))
    resumed = again.interview()
    assert (resumed.given, resumed.notes) == (interview.given, interview.notes)
    assert resumed.current is not None
    assert resumed.current.id == "current_model"
    assert again.dossier.scenarios == (Scenario(1, {"size": "large"}),)
    assert again.dossier.language == "en"


def test_the_last_change_is_taken_back_in_a_later_sitting(store: Store, sitting: Sitting, rulebook: Rulebook) -> None:
    interview = sitting.interview()
    for option in ("balanced", "mixed", "small"):
        interview.answer(option)
        sitting.keep(interview, "nl")
    interview.go_to("size")
    interview.answer("large")
    interview.note("grown", "size")
    sitting.keep(interview, "nl")
    later = Sitting(store, rulebook, store.load("interview-1"))
    resumed = later.interview()
    assert later.undo(resumed) == ((Change("size", "small", "large"), Change("size", None, "grown", "note")), None)
    assert (resumed.given["size"], resumed.notes) == ("small", {})
    assert later.undo(resumed) == ((Change("size", None, "small"),), None)
    assert resumed.current is not None
    assert resumed.current.id == "size"
    assert store.load("interview-1").answers == {"goals": "balanced", "current_model": "mixed"}
    later.undo(resumed)
    later.undo(resumed)
    assert (later.undo(resumed), resumed.given) == (((), None), {})


def test_answers_the_rulebook_no_longer_knows_stay_in_the_dossier(
    store: Store, sitting: Sitting, rulebook: Rulebook
) -> None:
    odd = store.create(
        Dossier(
            id="interview",
            revision=0,
            language="nl",
            advisor="1",
            rulebook=RulebookUsed("2026-01-01", "0" * 64),
            answers={"gone": "yes_", "size": "huge", "goals": "balanced"},
            notes={"gone": "so"},
        )
    )
    again = Sitting(store, rulebook, odd)
    interview = again.interview()
    assert interview.given == {"goals": "balanced"}
    interview.answer("mixed")
    again.keep(interview, "nl")
    kept = store.load(odd.id)
    assert kept.answers == {"gone": "yes_", "size": "huge", "goals": "balanced", "current_model": "mixed"}
    assert kept.notes == {"gone": "so"}


def test_the_last_advice_is_remembered_with_the_answers_it_was_given_on(
    store: Store, sitting: Sitting, rulebook: Rulebook
) -> None:
    interview = sitting.interview()
    for option in ("balanced", "mixed", "large", UNKNOWN):
        interview.answer(option)
    sitting.keep(interview, "nl")
    sitting.remember(Advisor(rulebook).advise(interview.given))
    kept = store.load("interview-1").advice
    assert kept is not None
    assert (kept.form, kept.answers["night"]) == ("outsourcing", UNKNOWN)
    assert kept.ranking[0].arguments[0].rule == "large_goes_out"
    assert kept.rulebook.hash == rulebook.hash


# -- two windows ---------------------------------------------------------------------------------------


def test_the_second_window_is_told_and_goes_on_in_a_dossier_of_its_own(store: Store, rulebook: Rulebook) -> None:
    first = Sitting.new(store, rulebook, "nl")
    interview = first.interview()
    interview.answer("balanced")
    assert first.keep(interview, "nl") is None
    second = Sitting(store, rulebook, store.load("interview-1"))
    theirs = second.interview()
    interview.answer("mixed")
    theirs.answer("none")
    assert first.keep(interview, "nl") is None
    assert second.keep(theirs, "nl") == Trouble("elsewhere", "interview-2")
    theirs.answer("small")
    assert second.keep(theirs, "nl") is None
    assert store.load("interview-1").answers == {"goals": "balanced", "current_model": "mixed"}
    assert store.load("interview-2").answers == {"goals": "balanced", "current_model": "none", "size": "small"}


# -- a full disk ---------------------------------------------------------------------------------------


def full_disk(patch: pytest.MonkeyPatch) -> Trouble:
    """Nothing can be written any more; how that is said."""
    full = OSError(errno.ENOSPC, "disk full")
    patch.setattr(os, "fsync", lambda _: (_ for _ in ()).throw(full))
    return Trouble("not_written", Text("de schijf is vol", "the disk is full"))


def test_a_full_disk_loses_nothing_and_the_next_save_holds_it_all(store: Store, sitting: Sitting) -> None:
    interview = sitting.interview()
    interview.answer("balanced")
    assert sitting.keep(interview, "nl") is None
    interview.answer("mixed")
    with pytest.MonkeyPatch.context() as patch:
        trouble = full_disk(patch)
        assert sitting.keep(interview, "nl") == trouble
    assert store.load("interview-1").answers == {"goals": "balanced"}
    interview.answer("small")
    assert sitting.keep(interview, "nl") is None
    assert store.load("interview-1").answers == {"goals": "balanced", "current_model": "mixed", "size": "small"}
    assert [listed.id for listed in store.list()] == ["interview-1"]


def test_what_is_taken_back_on_a_full_disk_is_so_on_disk_after_the_next_save(store: Store, sitting: Sitting) -> None:
    interview = sitting.interview()
    for option in ("balanced", "mixed", "small"):
        interview.answer(option)
        sitting.keep(interview, "nl")
    with pytest.MonkeyPatch.context() as patch:
        trouble = full_disk(patch)
        assert sitting.undo(interview) == ((Change("size", None, "small"),), trouble)
        assert sitting.undo(interview) == ((Change("current_model", None, "mixed"),), trouble)
        assert not sitting.kept
    assert len(store.load("interview-1").answers) == 3
    assert sitting.keep(interview, "nl") is None
    assert sitting.kept
    assert store.load("interview-1").answers == interview.given == {"goals": "balanced"}
    assert store.load("interview-1").history == ((Change("goals", None, "balanced"),),)


def test_an_answer_that_could_not_be_written_is_the_first_to_be_taken_back(store: Store, sitting: Sitting) -> None:
    interview = sitting.interview()
    interview.answer("balanced")
    sitting.keep(interview, "nl")
    interview.answer("mixed")
    with pytest.MonkeyPatch.context() as patch:
        trouble = full_disk(patch)
        assert sitting.keep(interview, "nl") == trouble
        assert sitting.rename("Bank") == trouble
        assert sitting.undo(interview) == ((Change("current_model", None, "mixed"),), trouble)
    assert sitting.keep(interview, "nl") is None
    kept = store.load("interview-1")
    assert (kept.name, kept.answers) == ("Bank", {"goals": "balanced"})


# -- a clock that jumps --------------------------------------------------------------------------------


def test_a_clock_that_jumps_ahead_while_an_answer_is_written_costs_nothing(store: Store, sitting: Sitting) -> None:
    """Another window then takes the file that is being written for one that was left behind."""
    interview = sitting.interview()
    interview.answer("balanced")
    assert sitting.keep(interview, "nl") is None
    interview.answer("mixed")
    now, flush = time.time(), os.fsync

    def jump(handle: int) -> None:
        flush(handle)
        store.sweep()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(time, "time", lambda: now + 2 * 24 * 3600)
        patch.setattr(os, "fsync", jump)
        trouble = sitting.keep(interview, "nl")
    assert trouble is not None
    assert trouble.kind == "not_written"
    assert store.load("interview-1").answers == {"goals": "balanced"}
    assert sitting.keep(interview, "nl") is None
    assert store.load("interview-1").answers == {"goals": "balanced", "current_model": "mixed"}


def test_a_clock_that_jumps_back_changes_nothing_but_the_order_of_the_list(store: Store, rulebook: Rulebook) -> None:
    for _ in range(2):
        sitting = Sitting.new(store, rulebook, "nl")
        interview = sitting.interview()
        interview.answer("balanced")
        assert sitting.keep(interview, "nl") is None
    os.utime(store.folder / "interview-2.json", (0, 0))
    store.sweep()
    assert [listed.id for listed in store.list()] == ["interview-1", "interview-2"]
    interview.answer("mixed")
    assert sitting.keep(interview, "nl") is None
    assert store.load("interview-2").answers == {"goals": "balanced", "current_model": "mixed"}
