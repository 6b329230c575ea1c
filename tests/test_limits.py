"""What is too much, too deep or no file at all is refused at once, and what is shown has been cleaned."""

from __future__ import annotations

import io
import json
import os
import zipfile
from pathlib import Path

import pytest

from advisor.cli import main
from advisor.dossier.model import Change, Dossier, RulebookUsed
from advisor.dossier.sitting import Sitting
from advisor.dossier.store import DamagedError, Store, as_file
from advisor.errors import MOST_SHOWN, FaultsError
from advisor.interview.answers_reading import LONGEST_NAME, read_answers
from advisor.interview.interview import LONGEST_NOTE, Interview
from advisor.plain import console
from advisor.plain import run as run_plain
from advisor.plain.console import ENDLESS, LONGEST_LINE, Console
from advisor.report import reading_back
from advisor.report.evidence import DamagedError as DamagedReportError
from advisor.rulebook.loading import examine
from advisor.rulebook.rulebook import Rulebook
from advisor.rulebook.yaml12 import MOST_FAULTS
from tests import knowledge
from tests.hostile import corpus, looks

ESCAPES = "\x1b]0;x\x07\x9b2J\u202ea"
posix = pytest.mark.skipif(os.name != "posix", reason="needs pipes and links")


@pytest.fixture(scope="module")
def rulebook(tmp_path_factory: pytest.TempPathFactory) -> Rulebook:
    return knowledge.small(tmp_path_factory.mktemp("small"))


@pytest.fixture
def store(tmp_path: Path) -> Store:
    folder = tmp_path / "dossiers"
    folder.mkdir()
    return Store(folder)


def dossier(**more: object) -> Dossier:
    used = RulebookUsed("2026-01-01", "0" * 64)
    return Dossier(**{"id": "interview-1", "revision": 1, "language": "nl", "advisor": "1", "rulebook": used, **more})


def refused(raw: bytes | str, rulebook: Rulebook) -> list[str]:
    with pytest.raises(FaultsError) as caught:
        read_answers(raw.encode() if isinstance(raw, str) else raw, "mine", rulebook, "en")
    return str(caught.value).splitlines()


# -- files of answers -------------------------------------------------------------------------------------


@pytest.mark.parametrize("depth", [20, 900, 960, 990, 100_000])
def test_json_nested_too_deeply_is_refused_before_anything_is_done_with_it(rulebook: Rulebook, depth: int) -> None:
    for inner in ("[" * depth + "]" * depth, '{"a":' * depth + "1" + "}" * depth):
        [fault] = refused('{"schema": "dossier/1", "notes": {"size": ' + inner + "}}", rulebook)
        assert fault.startswith("mine:1:")
        assert fault.endswith("is nested too deeply")


def test_a_note_or_a_name_that_is_too_long_is_refused_where_it_stands(rulebook: Rulebook) -> None:
    note, name = "n" * LONGEST_NOTE, "m" * LONGEST_NAME
    text = "name: {}\nanswers:\n  size: {{option: small, note: {}}}\n"
    assert read_answers(text.format(name, note).encode(), "mine", rulebook, "en").notes == {"size": note}
    assert refused(text.format(name + "m", note + "n"), rulebook) == [
        f"mine:1:7: longer than {LONGEST_NAME:,} characters",
        f"mine:3:31: longer than {LONGEST_NOTE:,} characters",
    ]
    own = json.dumps({"schema": "advice/1", "answers": {}, "notes": {"size": note + "n"}})
    assert refused(own, rulebook) == [f"mine:1:57: longer than {LONGEST_NOTE:,} characters"]


def test_of_very_many_faults_the_first_are_told(rulebook: Rulebook) -> None:
    lines = refused("answers:\n" + "".join(f"  {'q' * 50}{n}: a\n" for n in range(20_000)), rulebook)
    assert len(lines) == MOST_SHOWN + 1
    assert lines[0].startswith("mine:2:3: unknown question")
    assert lines[-1] == "… +1"


def test_a_note_typed_too_long_is_not_kept(rulebook: Rulebook) -> None:
    interview = Interview(rulebook)
    interview.note("n" * LONGEST_NOTE)
    with pytest.raises(ValueError, match="too long"):
        interview.note("m" * (LONGEST_NOTE + 1))
    assert interview.notes == {"goals": "n" * LONGEST_NOTE}


# -- dossiers -----------------------------------------------------------------------------------------------


def test_a_dossier_is_cleaned_when_it_is_read(store: Store) -> None:
    hostile = dossier(
        name=ESCAPES, answers={ESCAPES: ESCAPES}, notes={"size": ESCAPES}, history=((Change("size", ESCAPES, None),),)
    )
    (store.folder / "interview-1.json").write_bytes(as_file(hostile))
    clean = "]0;x2Ja"
    assert store.load("interview-1") == dossier(
        name=clean, answers={clean: clean}, notes={"size": clean}, history=((Change("size", clean, None),),)
    )


def test_a_dossier_copied_by_hand_is_one_of_its_own(store: Store, rulebook: Rulebook) -> None:
    first = store.create(dossier(id="interview", revision=0))
    (store.folder / "copy.json").write_bytes(as_file(first))
    sitting = Sitting(store, rulebook, store.load("copy"))
    interview = sitting.interview()
    interview.answer("balanced")
    assert sitting.keep(interview, "nl") is None
    assert store.load("interview-1") == first
    assert store.load("copy").answers == {"goals": "balanced"}


@pytest.mark.parametrize(
    "changed",
    [
        {"revision": -1},
        {"revision": 10**30},
        {"start": "2026-02-31"},
        {"rulebook": {"version": "2026-02-31", "hash": "0" * 64}},
        {"rulebook": {"version": "2026-01-01", "hash": ESCAPES}},
        {"id": "interview-1\n"},
    ],
)
def test_a_dossier_with_a_value_that_cannot_be_is_damaged(store: Store, changed: dict[str, object]) -> None:
    plain = json.loads(as_file(dossier())) | changed
    (store.folder / "interview-1.json").write_text(json.dumps(plain), encoding="utf-8")
    with pytest.raises(DamagedError):
        store.load("interview-1")


@posix
@pytest.mark.parametrize("thing", ["pipe", "folder", "link-to-zero", "link-to-itself"])
def test_what_is_no_file_is_a_damaged_dossier_and_keeps_nobody_waiting(store: Store, thing: str) -> None:
    corpus.THINGS[thing](store.folder / "interview-1.json")
    assert [listed.dossier for listed in store.list()] in ([None], [])


def test_a_dossier_of_forms_that_are_gone_is_shown(
    store: Store, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("ADVISOR_DOSSIERS", str(store.folder))
    monkeypatch.setenv("ADVISOR_RULEBOOK", str(knowledge.write(tmp_path / "rules", knowledge.frame())))
    gone = {"form": "franchise", "score": 1, "verdict": "odd", "arguments": [{"rule": "r", "effect": 1}]}
    used = {"version": "2026-01-01", "hash": "0" * 64}
    advice = {"rulebook": used, "answers": {}, "form": "franchise", "ranking": [gone], "cautions": []}
    plain = json.loads(as_file(dossier())) | {"advice": advice}
    (store.folder / "interview-1.json").write_text(json.dumps(plain), encoding="utf-8")
    assert main(["dossier", "show", "interview-1"]) == 0
    assert "franchise" in capsys.readouterr().out


# -- rulebooks ----------------------------------------------------------------------------------------------


@posix
@pytest.mark.parametrize("thing", ["pipe", "link-to-zero", "folder", "link-to-itself"])
def test_what_is_no_file_is_a_fault_of_the_rulebook(tmp_path: Path, thing: str) -> None:
    knowledge.write(tmp_path, knowledge.frame())
    corpus.THINGS[thing](tmp_path / "rules" / "x.yaml")
    [fault] = [str(fault) for fault in examine(tmp_path).faults]
    assert fault.startswith("rules/x.yaml:1:1: cannot be read: ")


def test_a_rulebook_with_very_many_faults_is_read_no_further(tmp_path: Path) -> None:
    knowledge.write(tmp_path, {**knowledge.frame(), "rules/x.yaml": json.dumps({"rules": [1] * 20_000})})
    assert MOST_FAULTS <= len(examine(tmp_path).faults) <= 2 * MOST_FAULTS


@posix
@pytest.mark.parametrize("link", ["rules", "rules/rulebook.yaml"])
def test_a_copy_of_the_rulebook_stays_in_its_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], link: str
) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (tmp_path / "copy" / link).parent.mkdir(parents=True)
    (tmp_path / "copy" / link).symlink_to(outside / "made" if "/" in link else outside)
    assert main(["rulebook", "export", str(tmp_path / "copy")]) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert list(outside.iterdir()) == []


# -- the command line and the line mode -----------------------------------------------------------------------


def test_names_are_shown_without_what_a_terminal_obeys(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ADVISOR_RULEBOOK", str(knowledge.write(tmp_path / "rules", knowledge.frame())))
    Path("a.yaml").write_text("answers: {}\n", encoding="utf-8")
    name = f"b\n{ESCAPES}.txt"
    assert main(["advise", "a.yaml", "--output", name]) == 0
    assert main(["advise", name]) == 2
    assert main(["advise", f"{name}.no"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("b ]0;x2Ja.txt") == 3
    assert looks.clean(err.encode()) == ""
    assert len(err.splitlines()) == 3


def test_a_number_with_more_digits_than_any_is_none(rulebook: Rulebook) -> None:
    shown = io.StringIO()
    assert run_plain(rulebook, "en", io.StringIO("report\n0000000019\n" + "9" * 5_000 + "\n\n"), shown) == 0
    assert shown.getvalue().count("1") > 0


def test_a_line_is_read_no_further_than_anyone_types() -> None:
    shown = io.StringIO()
    line_mode = Console(io.StringIO("a" * (3 * LONGEST_LINE) + "\nb\n" + "c" * (ENDLESS + LONGEST_LINE)), shown, True)
    assert [line_mode.ask("> ") for _ in range(3)] == ["a" * LONGEST_LINE, "b", None]


@pytest.mark.parametrize("line", ["y", "u", "1\nt", "probeer\n99", "probeer\n1\n1", "bewaar\n0"])
def test_lines_without_end_and_meaning_end_the_interview(
    rulebook: Rulebook, monkeypatch: pytest.MonkeyPatch, line: str
) -> None:
    monkeypatch.setattr(console, "PATIENCE", 50)
    typed, shown = io.StringIO(f"{line}\n" * 100), io.StringIO()
    assert run_plain(rulebook, "en", typed, shown) == 0
    assert "For very many lines there was no new answer" in shown.getvalue()
    assert typed.read() != ""


# -- reports ------------------------------------------------------------------------------------------------


def part(content: bytes, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    return corpus.package({"customXml/item1.xml": content}, method)


def test_a_part_with_entities_is_passed_over_in_any_encoding() -> None:
    text = f'<?xml version="1.0" encoding="utf-16"?><!DOCTYPE e><e/><!--{looks.corpus.NAMESPACE}-->'
    with pytest.raises(DamagedReportError, match="data_missing"):
        reading_back.carried(part(text.encode("utf-16") + corpus.NAMESPACE.encode()))


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (part(corpus.part(b"{}"), zipfile.ZIP_LZMA), "data_missing"),
        (part(b"<?xml version='1.0' encoding='odd'?>" + corpus.part(b"{}")), "report_unreadable"),
        (corpus.package({f"customXml/{n}.xml": b" " * 900_000 for n in range(10)}), "report_too_large"),
        (corpus.package({f"x{n}": b"" for n in range(2_001)}), "report_too_large"),
        (b"{" + b" " * 4_000_000, "report_too_large"),
        (b'{"evidence": {"schema": ' + b"[" * 900 + b"]" * 900 + b"}}", "data_unreadable"),
    ],
    ids=["method", "encoding", "unpacked", "parts", "json", "schema"],
)
def test_a_report_that_asks_for_too_much_is_refused(raw: bytes, said: str) -> None:
    with pytest.raises(DamagedReportError, match=said):
        reading_back.carried(raw)
