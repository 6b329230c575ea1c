"""``advisor dossier``: every command, its output and its refusals."""

from __future__ import annotations

import html
import io
import json
import os
import re
from pathlib import Path
from types import SimpleNamespace

import docx
import pypdf
import pytest
from msgspec.structs import replace

from advisor.advice import Advisor
from advisor.cli import commands, main
from advisor.dossier.model import RulebookUsed
from advisor.dossier.since import remembered
from advisor.dossier.sitting import Sitting
from advisor.dossier.store import Store
from advisor.interview.whatif import Scenario
from advisor.report.formats import COMPARED, SUFFIXES
from advisor.rulebook.loading import load
from tests import knowledge
from tests.dossiers.conftest import Run

ALL = "answers:\n  goals: balanced\n  current_model: insourcing\n  size: large\n  night: busy\nname: Bank\n"

HOSTILE = "<b>Kantoor</b> | [x](y) #set *a* `b` {{ 7 }} &amp; $x$ \\\\ @y"


@pytest.fixture
def bank(run: Run, tmp_path: Path) -> str:
    (tmp_path / "a.yaml").write_text(ALL)
    code, out, _ = run("import", "a.yaml")
    assert code == 0
    return out.strip()


def letters(text: str) -> str:
    """``text`` without white space and breaks in words, which every format puts elsewhere."""
    return re.sub(r"[\s\u200b]|\\\\", "", text)


def test_an_answers_file_becomes_a_dossier(bank: str, store: Store) -> None:
    dossier = store.load(bank)
    assert (dossier.name, dossier.answers["size"], dossier.revision) == ("Bank", "large", 1)


def test_an_advice_in_json_becomes_a_dossier(run: Run, bank: str, store: Store, capsys) -> None:
    capsys.readouterr()
    main(["advise", "a.yaml", "--format", "json", "--output", "advice.json"])
    code, out, _ = run("import", "advice.json", "--name", "Again")
    assert code == 0
    assert store.load(out.strip()).answers == store.load(bank).answers


@pytest.mark.parametrize("name", ["json", "html", "docx", "pdf"])
def test_a_report_becomes_a_dossier_that_remembers_its_advice(run: Run, bank: str, store: Store, name: str) -> None:
    content = ALL.replace("size: large", "size: {option: large, note: 'x</script> & y'}")
    (store.folder.parent / "noted.yaml").write_text(content + "start: 2027-01-04\nlanguage: en\n")
    assert main(["advise", "noted.yaml", "--output", f"report.{name}"]) == 0
    code, out, err = run("import", f"report.{name}", "--name", "From paper")
    assert (code, err) == (0, f"kept as dossier {out}")
    made, advice = (
        store.load(out.strip()),
        Advisor(load(store.folder.parent / "rulebook")).advise(store.load(bank).answers),
    )
    assert (made.answers, made.notes) == (store.load(bank).answers, {"size": "x</script> & y"})
    assert (made.language, made.start, made.name) == ("en", "2027-01-04", "From paper")
    assert made.advice == remembered(advice)


def test_answers_in_a_report_that_are_no_longer_known_are_kept_and_named(run: Run, bank: str, store: Store) -> None:
    assert main(["advise", "a.yaml", "--output", "report.docx"]) == 0
    other = json.loads(json.dumps(knowledge.frame()).replace('"size"', '"amount"'))
    knowledge.write(store.folder.parent / "rulebook", other)
    code, out, err = run("import", "report.docx")
    assert code == 0
    assert store.load(out.strip()).answers == store.load(bank).answers
    assert err.splitlines()[0].endswith(": size")
    assert "Wat er sinds uw laatste advies is veranderd" in run("show", out.strip())[1]


@pytest.mark.parametrize(
    "raw", [b"PK\x03\x04", b"%PDF-1.7\n", b"<html></html>", b'{"evidence": {"schema": "evidence/1"}}']
)
def test_a_report_that_cannot_be_trusted_becomes_no_dossier(run: Run, store: Store, raw: bytes) -> None:
    (store.folder.parent / "bad").write_bytes(raw)
    code, out, err = run("import", "bad")
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert err.startswith("bad: ")
    assert store.list() == ()


def test_a_dossier_is_a_file_that_advise_takes(bank: str, run: Run, capsys) -> None:
    assert run("export", bank, "kept.json")[0] == 0
    assert main(["advise", "kept.json", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["recommendation"]["form"] == "outsourcing"


def test_the_list_has_a_row_per_dossier_and_says_what_cannot_be_read(bank: str, run: Run, store: Store) -> None:
    (store.folder / "broken.json").write_text("{")
    code, out, _ = run("list")
    assert code == 0
    assert "interview-1  Bank" in out
    assert "kan niet worden gelezen" in out
    data = json.loads(run("list", "--format", "json")[1])
    assert {item["id"] for item in data["dossiers"]} == {"interview-1", "broken"}


def test_no_dossiers_is_no_error(run: Run) -> None:
    assert run("list") == (0, "", "Er zijn nog geen dossiers.\n")


def test_show_has_the_answers(bank: str, run: Run) -> None:
    code, out, _ = run("show", bank, "--lang", "en")
    assert code == 0
    assert "label size (en): large (en)" in out
    assert json.loads(run("show", bank, "--format", "json")[1])["schema"] == "dossier/1"


def test_show_has_the_latest_changes_and_what_became_of_the_last_advice(bank: str, run: Run, store: Store) -> None:
    rulebook = load(store.folder.parent / "rulebook")
    sitting = Sitting(store, rulebook, store.load(bank))
    interview = sitting.interview()
    interview.go_to("size")
    interview.answer("small")
    sitting.keep(interview, "nl")
    sitting.remember(Advisor(rulebook).advise(interview.given))
    assert "Wat er sinds uw laatste advies" not in run("show", bank)[1]
    then = sitting.dossier.advice
    assert then is not None
    other = RulebookUsed("2025-01-01", "0" * 64)
    store.save(replace(sitting.dossier, advice=replace(then, rulebook=other, form="nearshoring", cautions=())))
    out = run("show", bank)[1]
    assert "label size (nl): large (nl) → small (nl)" in out
    assert "was de uitkomst nearshoring (nl) en is die nu insourcing (nl)" in " ".join(out.split())


def test_compare_names_what_differs(bank: str, run: Run, tmp_path: Path) -> None:
    (tmp_path / "b.yaml").write_text(ALL.replace("large", "small").replace("Bank", "Kantoor"))
    other = run("import", "b.yaml")[1].strip()
    code, out, _ = run("compare", bank, other)
    assert code == 0
    assert "Naast elkaar: Bank · Kantoor" in out
    data = json.loads(run("compare", bank, other, "--format", "json")[1])
    assert data["differing"] == ["size", "night"]
    assert [side["form"] for side in data["sides"]] == ["outsourcing", "insourcing"]
    assert "| Vorm | Bank | Kantoor |" in run("compare", bank, other, "--format", "md")[1]


@pytest.fixture
def office(bank: str, run: Run, tmp_path: Path) -> str:
    """A second dossier, with a name that is markup everywhere."""
    (tmp_path / "b.yaml").write_text(ALL.replace("large", "small").replace("Bank", json.dumps(HOSTILE)))
    return run("import", "b.yaml")[1].strip()


@pytest.mark.parametrize("name", COMPARED)
def test_a_comparison_says_the_same_in_every_format_and_a_name_is_text(
    bank: str, office: str, run: Run, tmp_path: Path, name: str
) -> None:
    file = tmp_path / f"compared{SUFFIXES[name]}"
    assert run("compare", bank, office, "--output", file.name)[0] == 0
    raw = file.read_bytes()
    if name == "pdf":
        text = "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(raw)).pages)
    elif name == "docx":
        document = docx.Document(io.BytesIO(raw))
        cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
        text = "".join([paragraph.text for paragraph in document.paragraphs] + cells)
        assert len(document.inline_shapes) == 1
    elif name == "html":
        assert raw.count(b"<svg") == 1
        assert b"<script" not in raw
        text = html.unescape(raw.decode())
    else:
        text = raw.decode()
    text = text.replace("\\", "") if name in ("md", "json") else text
    wanted = [HOSTILE, "Bank", "large (nl)", "small (nl)"] if name != "json" else [HOSTILE, "outsourcing", "differing"]
    assert [words for words in wanted if letters(words) not in letters(text)] == []


def test_a_comparison_is_not_written_over_a_file_nor_as_a_calendar(bank: str, office: str, run: Run) -> None:
    assert run("compare", bank, office, "--output", "c.html")[0] == 0
    assert run("compare", bank, office, "--output", "c.html")[0] == 2
    assert run("compare", bank, office, "--output", "c.html", "--force")[0] == 0
    code, _, err = run("compare", bank, office, "--output", "c.ics")
    assert (code, err.count("\n")) == (2, 1)
    assert run("compare", bank, office, "--format", "ics")[0] == 2


def test_a_single_dossier_is_compared_with_its_latest_scenarios(bank: str, run: Run, store: Store) -> None:
    scenarios = tuple(Scenario(number, {"size": "small"}) for number in range(1, 6))
    store.save(replace(store.load(bank), scenarios=scenarios))
    sides = json.loads(run("compare", bank, "--format", "json")[1])["sides"]
    assert [side["name"] for side in sides] == ["Eigen antwoorden", "Scenario 3", "Scenario 4", "Scenario 5"]
    assert run("compare", bank, "--output", "own.pdf")[0] == 0


def test_compare_needs_two(bank: str, run: Run) -> None:
    code, _, err = run("compare", bank)
    assert code == 2
    assert err.count("\n") == 1


def test_export_does_not_overwrite(bank: str, run: Run, tmp_path: Path) -> None:
    assert run("export", bank, "out/kept.json")[0] == 0
    assert run("export", bank, "out/kept.json")[0] == 2
    assert run("export", bank, "out/kept.json", "--force")[0] == 0
    assert run("export", bank)[1].startswith("{")


def test_delete_needs_force_without_a_terminal(bank: str, run: Run, store: Store) -> None:
    code, _, err = run("delete", bank)
    assert code == 2
    assert "--force" in err
    assert run("delete", bank, "--force")[0] == 0
    assert store.list() == ()


@pytest.mark.parametrize("command", ["show", "export", "resume", "delete", "compare"])
def test_an_unknown_dossier_is_one_sentence_with_the_nearest(bank: str, run: Run, command: str) -> None:
    code, out, err = run(command, "intervew-1")
    assert (code, out) == (2, "")
    assert 'bedoelde u "interview-1"' in err
    assert err.count("\n") == 1


def test_resume_goes_on_line_by_line_where_there_is_no_terminal(bank: str, run: Run, monkeypatch) -> None:
    import io

    monkeypatch.setattr("sys.stdin", io.StringIO("stop\n"))
    code, out, _ = run("resume", bank)
    assert code == 0
    assert "Welkom terug. Antwoorden die u al gaf: 4." in out


@pytest.fixture
def cut_off(store: Store) -> Path:
    """What a write that was cut off left behind, years ago."""
    store.folder.mkdir(parents=True, exist_ok=True)
    left = store.folder / ".tmp-old"
    left.write_text("")
    os.utime(left, (1, 1))
    return left


@pytest.mark.parametrize("words", [["--plain"], ["dossier", "resume", "bank", "--plain"]])
def test_an_interview_line_by_line_tidies_what_was_cut_off(
    run: Run, store: Store, tmp_path: Path, cut_off: Path, monkeypatch: pytest.MonkeyPatch, words: list[str]
) -> None:
    (tmp_path / "a.yaml").write_text(ALL)
    kept = run("import", "a.yaml")[1].strip()
    monkeypatch.setattr("sys.stdin", io.StringIO("stop\n"))
    assert main([kept if word == "bank" else word for word in words]) == 0
    assert not cut_off.exists()


def test_the_screen_tidies_only_after_the_interview(cut_off: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = []
    monkeypatch.setattr("advisor.cli.screen.run_screen", lambda *_: seen.append(cut_off.exists()) or 0)
    terminal = SimpleNamespace(isatty=lambda: True)
    for stream in ("stdin", "stdout", "__stderr__"):
        monkeypatch.setattr(f"sys.{stream}", terminal)
    monkeypatch.setenv("TERM", "xterm")
    options = SimpleNamespace(rulebook=None, language="nl", plain=False)
    assert commands.interview(options) == 0
    assert seen == [True]
    assert not cut_off.exists()
