"""Whatever happens to a file, it is read or refused at a place; never is there another error."""

from __future__ import annotations

import io
import json
import random
import subprocess
import sys
import zipfile
from collections import Counter
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import strategies as st

from advisor.advice import Advisor
from advisor.dossier.sitting import Sitting
from advisor.dossier.store import DamagedError as DamagedDossierError
from advisor.dossier.store import Store, is_dossier
from advisor.errors import FaultsError
from advisor.interview import Interview
from advisor.interview.answers_reading import read_answers
from advisor.language import LANGUAGES
from advisor.report import as_text, formats, reading_back, verification
from advisor.report import dossiers as dossier_report
from advisor.report import glossary as glossary_report
from advisor.report import questions as questions_report
from advisor.report.comparison import contents as compared
from advisor.report.evidence import DamagedError
from advisor.report.evidence import _canonical as canonical
from advisor.report.evidence import _checksum as checksum
from advisor.report.file_words import WORDS
from advisor.rulebook import locate
from advisor.rulebook.loading import build, examine
from advisor.rulebook.lookup import Glossary
from advisor.text import clean_text
from tests import knowledge, rulebooks
from tests.examples import few_or_many, holds
from tests.hostile.looks import carriers
from tests.mutations import garbled, mutated

ANSWERS = {"goals": "balanced", "current_model": "insourcing", "size": "large", "night": "busy"}
NOTES = {"size": "Een notitie.\nTwee regels.", "night": "x"}
CHANCE = st.integers(0, 2**64 - 1).map(random.Random)
"""One draw per example: these tests are many, and the seed is all that tells them apart."""


@pytest.fixture(scope="module")
def advisor(tmp_path_factory: pytest.TempPathFactory) -> Advisor:
    return Advisor(knowledge.small(tmp_path_factory.mktemp("small")))


def placed(error: FaultsError, file: str | None, raw: bytes) -> None:
    """Each fault names a file and a place that is in it."""
    assert error.faults
    text = raw.decode("utf-8", "replace")
    lines = sum(map(text.count, "\n\r\x85\u2028\u2029")) + 2  # YAML counts each of them
    for fault in error.faults:
        assert file is None or fault.file == file
        assert 1 <= fault.line <= lines or file is None
        assert fault.column >= 1
        assert fault.message
        assert clean_text(str(fault)) == str(fault)


def shown(text: str) -> None:
    """Nothing in it is for a terminal."""
    assert clean_text(text) == text


def written(plain: Any, chance: random.Random) -> bytes:
    """Plain data as a file, now and then with damage to its bytes too."""
    raw = json.dumps(plain, ensure_ascii=chance.random() < 0.5, indent=chance.choice([None, 1])).encode(
        "utf-8", "replace"
    )
    return garbled(raw, chance) if chance.random() < 0.1 else raw


# -- files of answers -------------------------------------------------------------------------------------


YAML = """name: Klant A
language: nl
start: 2027-01-04
answers:
  goals: balanced
  current_model: {option: insourcing, note: "een notitie"}
  size:
    option: large
    note: |
      meer dan
      een regel
  night: unknown
"""


@few_or_many(100, 42_000)
def test_a_mutated_file_of_answers_is_read_or_refused_at_a_place(advisor: Advisor, examples: int) -> None:
    advice = advisor.advise(ANSWERS, NOTES)
    own = json.loads(formats.render("json", advice, "nl"))
    by_hand = {
        "name": "x",
        "language": "en",
        "start": "2027-01-04",
        "answers": {**ANSWERS, "size": {"option": "large", "note": "x"}},
    }
    count: Counter[str] = Counter()

    def check(chance: random.Random) -> None:
        kind = chance.choice(["yaml", "yaml", "bytes", "by hand", "by hand", "own"])
        raw = {
            "yaml": lambda: garbled(YAML.encode(), chance),
            "bytes": lambda: garbled(json.dumps(own).encode(), chance),
            "by hand": lambda: written(mutated(by_hand, chance), chance),
            "own": lambda: written(mutated(own, chance), chance),
        }[kind]()
        try:
            given = read_answers(raw, "mine", advisor.rulebook, "en")
        except FaultsError as error:
            count["refused"] += 1
            placed(error, "mine", raw)
            return
        count["read"] += 1
        if chance.random() < 0.1:
            shown(str(formats.render("text", advisor.advise(given.answers, given.notes), "nl", given.start)))

    holds(CHANCE, examples)(check)
    print("answers", dict(count))
    assert min(count["read"], count["refused"]) > examples / 10


# -- dossiers -----------------------------------------------------------------------------------------------


def made(store: Store, advisor: Advisor) -> Any:
    """A dossier with something in every field, as plain data."""
    sitting = Sitting.new(store, advisor.rulebook, "nl", "Klant A")
    interview = Interview(advisor.rulebook)
    for question, option in ANSWERS.items():
        interview.go_to(question)
        interview.answer(option)
        interview.note(NOTES.get(question, ""), question)
        sitting.keep(interview, "nl")
    sitting.remember(advisor.advise(interview.given))
    plain = json.loads((store.folder / f"{sitting.dossier.id}.json").read_bytes())
    return plain | {"scenarios": [{"number": 1, "changes": {"size": "small"}}], "start": "2027-01-04"}


@few_or_many(100, 22_000)
def test_a_mutated_dossier_is_read_or_said_to_be_damaged(tmp_path: Path, advisor: Advisor, examples: int) -> None:
    store = Store(tmp_path / "dossiers")
    plain = made(store, advisor)
    file = store.folder / "other.json"
    count: Counter[str] = Counter()

    def check(chance: random.Random) -> None:
        damaged = chance.random() < 0.3
        file.write_bytes(
            garbled(json.dumps(plain).encode(), chance) if damaged else written(mutated(plain, chance), chance)
        )
        try:
            dossier = store.load("other")
        except DamagedDossierError as error:
            count["refused"] += 1
            shown(str(error))
            assert str(error)
            assert "\n" not in str(error)
            return
        count["read"] += 1
        assert dossier.id == "other"
        raw = file.read_bytes()
        assert is_dossier(raw) or "schema" not in json.loads(raw)  # what can be kept can be brought in
        if chance.random() < 0.2:
            use(dossier, store, advisor)

    holds(CHANCE, examples)(check)
    print("dossiers", dict(count))
    assert min(count["read"], count["refused"]) > examples / 10


def use(dossier: Any, store: Store, advisor: Advisor) -> None:
    """Do with a dossier whatever can be done with one."""
    known = advisor.rulebook.known(dossier.answers)
    now = advisor.advise(known)
    then = advisor.advise(advisor.rulebook.known(dossier.advice.answers)) if dossier.advice else None
    shown(as_text.draw(dossier_report.contents(dossier, now, then, "en")))
    shown(as_text.draw(compared([(dossier.name or dossier.id, now), ("b", now)], "nl")))
    shown(dossier_report.list_as_text(store.list(), advisor.rulebook, "nl"))
    shown(dossier_report.list_as_json(store.list()))
    sitting = Sitting(store, advisor.rulebook, dossier)
    interview = sitting.interview()
    for _ in range(2):
        sitting.undo(interview)
    interview.review()


# -- rulebooks ----------------------------------------------------------------------------------------------


def check_rules(folder: Path, good: dict[str, bytes], plain: dict[str, Any], examples: int) -> Counter[str]:
    """Mutate a file of a rulebook so many times."""
    count: Counter[str] = Counter()

    def check(chance: random.Random) -> None:
        name = chance.choice(list(good))
        damaged = chance.random() < 0.35 or plain.get(name) is None
        raw = garbled(good[name], chance) if damaged else written(mutated(plain[name], chance), chance)
        (folder / name).write_bytes(raw)
        try:
            reading = examine(folder)
        finally:
            (folder / name).write_bytes(good[name])
        if reading.faults:
            count["refused"] += 1
            placed(FaultsError(reading.faults), None, raw)
            return
        count["read"] += 1
        rulebook = build(reading)
        assert len(rulebook.hash) == 64
        shown(questions_report.as_text(rulebook, "nl"))
        shown(glossary_report.a_to_z(Glossary(rulebook.terms), "en"))
        if chance.random() < 0.2:
            shown(str(formats.render("text", Advisor(rulebook).advise(rulebook.known(ANSWERS)), "nl")))

    holds(CHANCE, examples)(check)
    return count


@few_or_many(60, 20_000)
def test_a_mutated_rulebook_is_read_or_refused_at_a_place(tmp_path: Path, examples: int) -> None:
    plain = knowledge.frame()
    folder = knowledge.write(tmp_path, plain)
    good = {name: (folder / name).read_bytes() for name in plain}
    count = check_rules(folder, good, plain, examples)
    print("rulebooks", dict(count))
    assert min(count.values()) > examples / 20


@pytest.mark.slow
def test_our_own_rulebook_mutated_is_read_or_refused_at_a_place(tmp_path: Path) -> None:
    files = [p for folder in ("rules", "glossary") for p in sorted((locate.shipped() / folder).glob("*.yaml"))]
    good = {f"{path.parent.name}/{path.name}": path.read_bytes() for path in files}
    folder = knowledge.write(tmp_path, {name: raw.decode() for name, raw in good.items()})
    count = check_rules(folder, good, {}, 200)
    print("our own rulebook", dict(count))
    assert min(count["read"], count["refused"]) > 0
    assert count.total() >= 200


# -- reports ------------------------------------------------------------------------------------------------


@cache
def report(form: str) -> bytes:
    """A report of the small rulebook."""
    with suppress(FileNotFoundError):
        content = formats.render(form, _advice(), "nl", "2027-01-04")
    return content.encode() if isinstance(content, str) else content


def _advice() -> Any:
    return Advisor(rulebooks.loaded(knowledge.frame())).advise(ANSWERS, NOTES)


def repacked(raw: bytes, chance: random.Random) -> bytes:
    """A Word document with damage inside one of its parts."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(made, "w", chance.choice([0, 8])) as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, garbled(content, chance) if name.startswith("customXml/") else content[:200])
    return made.getvalue()


@pytest.mark.parametrize(("form", "share"), [("json", 1), ("html", 1), ("docx", 1), ("pdf", 0.4), ("data", 2)])
@few_or_many(40, 3_000)
def test_a_mutated_report_is_verified_or_refused(advisor: Advisor, form: str, share: float, examples: int) -> None:
    count: Counter[str] = Counter()
    evidence = json.loads(report("json"))["evidence"]

    def harmed(chance: random.Random) -> bytes:
        if form == "data":
            content = mutated(evidence, chance)
            if isinstance(content, dict):
                content = {key: value for key, value in content.items() if key != "checksum"}
                content |= {"checksum": checksum(content)}
            return chance.choice(list(carriers(canonical(content))))[1]
        if form == "json" and chance.random() < 0.5:
            return written(mutated(json.loads(report("json")), chance), chance)
        if form == "docx" and chance.random() < 0.6:
            return repacked(report("docx"), chance)
        return garbled(report(form), chance)

    def check(chance: random.Random) -> None:
        try:
            found = reading_back.carried(harmed(chance))
        except DamagedError as error:
            count["refused"] += 1
            assert str(error) in WORDS
            return
        count["read"] += 1
        advice = advisor.advise(verification.answers_known(found, advisor.rulebook))
        for language in LANGUAGES:
            shown("\n".join(verification.replayed(found, advice, language)[1]))

    holds(CHANCE, int(examples * share))(check)
    print(form, dict(count))
    # Garbling a PDF mostly leaves the data in it whole: of a few, none need be refused.
    assert count["read" if form == "pdf" else "refused"] > examples * share / 10


# -- guided ---------------------------------------------------------------------------------------------------


@pytest.mark.slow
def test_bytes_that_look_for_new_code_are_read_or_refused() -> None:
    pytest.importorskip("atheris", reason="has no wheel for every system, so it is in no lock: pip install atheris")
    command = [sys.executable, "-m", "tests.hostile.guided", "-runs=100000", "-max_len=2000", "-seed=1"]
    done = subprocess.run(command, capture_output=True, text=True, cwd=locate.shipped(), check=False)
    assert done.returncode == 0, done.stderr[-2000:]
