"""What the plain mode can do besides asking: save, go on with a dossier, try answers, explain a form."""

from __future__ import annotations

import errno
import io
import os
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from advisor.advice import Advisor
from advisor.dossier.sitting import Sitting
from advisor.dossier.store import Store
from advisor.language import LANGUAGES
from advisor.plain import run
from advisor.plain.console import Console
from advisor.plain.desk import Desk
from advisor.report.formats import render
from advisor.words import WORDS
from tests.knowledge import small

if TYPE_CHECKING:
    from pathlib import Path

    from advisor.language import Language
    from advisor.rulebook.rulebook import Rulebook

ALL = ("7", "1", "3", "2")
GIVEN = {"goals": "balanced", "current_model": "insourcing", "size": "large", "night": "busy"}


@pytest.fixture(scope="module")
def rulebook(tmp_path_factory: pytest.TempPathFactory) -> Rulebook:
    return small(tmp_path_factory.mktemp("rulebook"))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    return tmp_path / "here"


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "dossiers")


def talk(rulebook: Rulebook, *lines: str, language: Language = "nl", store: Store | None = None) -> str:
    """What is said when ``lines`` are typed, as one line."""
    written = io.StringIO()
    typed = io.StringIO("".join(f"{line}\n" for line in lines))
    assert run(rulebook, language, typed, written, interactive=store is not None, store=store) == 0
    return " ".join(written.getvalue().split())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("command", ["bewaar", "save", "rapport", "report"])
def test_the_advice_is_saved_after_three_questions(
    rulebook: Rulebook, folder: Path, command: str, language: Language
) -> None:
    talk(rulebook, *ALL, command, "4", "", "2027-01-04", language=language)
    name = {"nl": "sourcingadvies.txt", "en": "sourcing-advice.txt"}[language]
    assert (folder / name).read_text() == render("text", Advisor(rulebook).advise(GIVEN), language, "2027-01-04")


def test_the_first_day_of_the_plan_is_kept_and_goes_when_weeks_are_wanted(
    rulebook: Rulebook, folder: Path, store: Store
) -> None:
    talk(rulebook, *ALL, "bewaar", "4", "een.txt", "4-1-2027", store=store)
    assert store.load("interview-1").start == "2027-01-04"
    said = talk(rulebook, "1", "bewaar", "4", "twee.txt", "", "bewaar", "4", "drie.txt", "0", store=store)
    assert "Alleen Enter houdt 4 januari 2027" in said
    assert (folder / "een.txt").read_text() == (folder / "twee.txt").read_text() != (folder / "drie.txt").read_text()
    assert store.load("interview-1").start is None


def test_a_name_with_a_suffix_says_it_all(rulebook: Rulebook, folder: Path) -> None:
    said = talk(rulebook, *ALL, "bewaar voor de raad/Advies 1.html")
    assert (folder / "voor de raad" / "Advies 1.html").read_bytes().startswith(b"<!DOCTYPE html>")
    assert "Geschreven: " in said


def test_words_that_only_begin_like_the_command_are_an_answer(rulebook: Rulebook, folder: Path) -> None:
    assert "Dat begreep ik niet" in talk(rulebook, "save money on v1.2")
    assert list(folder.iterdir()) == []


def test_a_file_goes_only_after_a_yes(rulebook: Rulebook, folder: Path) -> None:
    (folder / "mine.txt").write_text("mine")
    said = talk(rulebook, *ALL, "bewaar mine.txt", "nee")
    assert "Er is al een bestand mine.txt. Overschrijven?" in said
    assert "Er is geen bestand geschreven." in said
    assert (folder / "mine.txt").read_text() == "mine"
    talk(rulebook, *ALL, "bewaar mine.txt", "ja")
    assert "outsourcing (nl)" in (folder / "mine.txt").read_text()


@pytest.mark.parametrize("typed", [("stop",), ("",), ("9", ""), ("1", "terug"), ()])
def test_saving_can_be_left_at_every_question(rulebook: Rulebook, folder: Path, typed: tuple[str, ...]) -> None:
    said = talk(rulebook, *ALL, "bewaar", *typed)
    assert "Er is geen bestand geschreven." in said
    assert list(folder.iterdir()) == []


def test_what_cannot_be_written_is_one_sentence(rulebook: Rulebook, folder: Path) -> None:
    (folder / "file").write_text("")
    said = talk(rulebook, *ALL, "bewaar file/below.txt", "bewaar plan.ics", "4 januari", "2027-01-04")
    assert "file/below.txt kan niet worden geschreven: " in said
    assert '"4 januari" is geen bestaande datum als 31-1-2026 of 2026-01-31' in said
    assert "er is nog geen advies, dus ook geen plan" in said
    assert [file.name for file in folder.iterdir()] == ["file"]


def test_a_dossier_is_chosen_at_the_start_and_gone_on_with(rulebook: Rulebook, store: Store) -> None:
    assert "Deze gesprekken zijn bewaard" not in talk(rulebook, "7", "1", store=store)
    said = talk(rulebook, "1", "3", store=store)
    assert "1. interview-1. Antwoorden: 2. 0. Een nieuw gesprek beginnen" in said
    assert "Welkom terug. Antwoorden die u al gaf: 2." in said
    assert store.load("interview-1").answers == {"goals": "balanced", "current_model": "insourcing", "size": "large"}


@pytest.mark.parametrize("typed", ["0", ""])
def test_a_new_interview_leaves_the_others_alone(rulebook: Rulebook, store: Store, typed: str) -> None:
    talk(rulebook, "7", store=store)
    talk(rulebook, typed, "1", store=store)
    assert store.load("interview-1").answers == {"goals": "balanced"}
    assert store.load("interview-2").answers == {"goals": "quality_flexibility_cost"}


def test_another_dossier_can_be_taken_up_in_between(rulebook: Rulebook, store: Store) -> None:
    talk(rulebook, "7", store=store)
    talk(rulebook, "0", "1", store=store)
    said = talk(rulebook, "1", "1", "dossiers", "x", "2", "2", store=store)  # the second is now the older one
    assert "Typ een nummer van 0 tot en met 2" in said
    assert store.load("interview-2").answers == {"goals": "quality_flexibility_cost", "current_model": "insourcing"}
    assert store.load("interview-1").answers == {"goals": "balanced", "current_model": "outsourcing"}


@pytest.fixture
def advised(rulebook: Rulebook, store: Store) -> Store:
    """With one finished dossier that remembers its advice."""
    talk(rulebook, *ALL, "stop", store=store)
    return store


def test_what_the_knowledge_changed_is_said_on_going_on(rulebook: Rulebook, advised: Store) -> None:
    dossier = advised.load("interview-1")
    assert dossier.advice is not None
    used = replace(dossier.advice.rulebook, version="2025-01-01", hash="0" * 64)
    before = replace(dossier.advice, form="nearshoring", rulebook=used)
    advised.save(replace(dossier, advice=before))
    said = talk(rulebook, "1", "stop", store=advised)
    assert "was de uitkomst nearshoring (nl) en is die nu outsourcing (nl)" in said
    assert "1 januari 2025" in said
    assert said.index("Welkom terug.") < said.index("nearshoring (nl) en is") < said.index("U kunt ook typen:")


def test_of_the_same_knowledge_nothing_is_said(rulebook: Rulebook, advised: Store) -> None:
    said = talk(rulebook, "1", "stop", store=advised)
    assert "Welkom terug." in said
    assert WORDS["since_title"].nl not in said


@pytest.mark.parametrize(
    ("language", "reason"),
    [("nl", "omdat uw antwoorden niet met de hand worden getypt."), ("en", "because your answers are not typed by")],
)
def test_from_a_pipe_there_are_no_dossiers(rulebook: Rulebook, language: Language, reason: str) -> None:
    assert reason in talk(rulebook, "dossiers", language=language)


def test_what_is_taken_back_on_a_full_disk_is_said_not_to_be_kept(
    rulebook: Rulebook, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = io.StringIO()
    desk = Desk(rulebook, "nl", Console(io.StringIO(), written, interactive=True), Sitting.new(store, rulebook, "nl"))
    desk.answer("balanced")
    desk.answer("mixed")
    monkeypatch.setattr(os, "fsync", lambda _: (_ for _ in ()).throw(OSError(errno.ENOSPC, "disk full")))
    desk.take_back()
    desk.take_back()
    desk.answer("balanced")
    desk.close()
    said = " ".join(written.getvalue().split())
    assert said.count("Uw antwoorden konden niet worden bewaard (de schijf is vol).") == 1
    assert "Teruggenomen: label current_model (nl)." in said
    assert "Teruggenomen: label goals (nl)." in said
    assert "Uw antwoorden zijn bewaard" not in said
    assert said.endswith("answers: goals: balanced")


def test_an_advice_remembered_in_a_dossier_of_another_window_goes_apart_and_is_said(
    rulebook: Rulebook, store: Store
) -> None:
    written = io.StringIO()
    desk = Desk(rulebook, "nl", Console(io.StringIO(), written, interactive=True), Sitting.new(store, rulebook, "nl"))
    for option in ("balanced", "mixed", "large"):
        desk.answer(option)
    Sitting(store, rulebook, store.load("interview-1")).rename("Elders")
    desk.close()
    said = " ".join(written.getvalue().split())
    assert "bewaar ik vanaf nu in dossier interview-2." in said
    assert "Ga verder met: advisor dossier resume interview-2" in said
    assert store.load("interview-1").advice is None
    assert store.load("interview-2").advice is not None


@pytest.mark.parametrize(
    "asked", ["waarom niet outsourcing?", "waarom outsourcing (nl)", "why outsourcing", "Why not outsourcing"]
)
def test_a_form_is_explained(rulebook: Rulebook, asked: str) -> None:
    assert "Waarom: outsourcing (nl)" in talk(rulebook, *ALL, asked)


def test_at_a_terminal_the_advice_is_told_in_short_and_its_chapters_when_asked_for(
    rulebook: Rulebook, store: Store
) -> None:
    said = talk(rulebook, *ALL, "stop", store=store)
    assert "is er meer te lezen, in deze hoofdstukken: 1. Hoe stevig dit advies is 2. Waarom: " in said
    assert "De zes vormen naast elkaar. " not in said
    for asked in ("hoofdstuk 4", "Chapter 4", "4"):
        assert "De zes vormen naast elkaar. " in talk(rulebook, "1", asked, store=store)
    everything = talk(rulebook, "1", "hoofdstuk alles", store=store)
    assert all(part in everything for part in ("Hoe stevig dit advies is. ", "Uw antwoorden. "))
    for asked in ("99", "hoofdstuk", "chapters"):
        assert talk(rulebook, "1", asked, store=store).count("in deze hoofdstukken: 1. Hoe stevig") == 2


def test_from_a_pipe_the_whole_advice_comes_at_once(rulebook: Rulebook) -> None:
    said = talk(rulebook, *ALL)
    assert "De zes vormen naast elkaar. " in said
    assert "is er meer te lezen" not in said


def test_why_about_no_form_is_about_the_question(rulebook: Rulebook) -> None:
    said = talk(rulebook, "waarom vraagt u dit?", "why sourcing")
    assert said.count("Waarom deze vraag:") >= 1
    assert "Waarom: " not in said


def test_answers_on_trial_are_told_and_left(rulebook: Rulebook, store: Store) -> None:
    said = talk(rulebook, *ALL, "probeer", "3", "1", "", store=store)
    assert "Op proef, label size (nl): small (nl)." in said
    assert "Het advies wordt dan: insourcing none (nl)." in said
    assert "Uw eigen antwoorden zijn gebleven zoals ze waren." in said
    assert store.load("interview-1").answers == GIVEN


def test_answers_on_trial_are_taken_over_after_a_yes(rulebook: Rulebook, store: Store) -> None:
    said = talk(rulebook, *ALL, "try", "3", "1", "3", "", "", "yes", language="en", store=store)
    assert "Taken over as your own answers." in said
    assert store.load("interview-1").answers == {**GIVEN, "size": "small"}
    assert said.count("insourcing none (en)") >= 2  # on trial, and as the advice


def test_a_trial_that_no_longer_applies_is_left_when_the_others_are_taken_over(
    rulebook: Rulebook, store: Store
) -> None:
    said = talk(rulebook, *ALL, "probeer", "4", "1", "3", "1", "", "ja", store=store)
    assert "Overgenomen als uw eigen antwoorden." in said
    assert "telt uw antwoord op deze vraag niet mee zolang zij niet van toepassing is: night (nl)" in said
    assert store.load("interview-1").answers == {**GIVEN, "size": "small"}


def test_a_question_that_comes_to_apply_is_offered_and_can_be_taken_over(rulebook: Rulebook, store: Store) -> None:
    said = talk(rulebook, "7", "1", "1", "probeer", "3", "3", "4", "2", "", "ja", store=store)
    assert said.count("4. label night (nl)") == 1
    assert "Op proef, label night (nl): busy (nl)." in said
    assert store.load("interview-1").answers == GIVEN


def test_the_list_shrinks_when_a_question_no_longer_applies(rulebook: Rulebook, store: Store) -> None:
    said = talk(rulebook, *ALL, "probeer", "3", "1", "4", "", "nee", store=store)
    assert said.count("3. label size (nl)") == 2
    assert said.count("4. label night (nl)") == 1
    assert "Typ een nummer van 1 tot en met 3" in said


def test_nothing_is_taken_over_when_no_trial_applies_any_more(rulebook: Rulebook, store: Store) -> None:
    typed = ("probeer", "3", "3", "4", "2", "3", "1", "", "ja")
    said = talk(rulebook, "7", "1", "1", *typed, store=store)
    assert "Overgenomen" not in said
    assert store.load("interview-1").answers == {"goals": "balanced", "current_model": "insourcing", "size": "small"}
