"""A dossier that is written to a file and read from it again, here or on another computer, is the same dossier."""

from __future__ import annotations

import json
from codecs import BOM_UTF8
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import strategies as st
from msgspec.structs import replace

from advisor.advice import Advisor
from advisor.dossier.model import Change, Counted, Dossier, Outcome, Remembered, RulebookUsed
from advisor.dossier.sitting import Sitting
from advisor.dossier.store import LARGEST, Store, as_file
from advisor.interview.whatif import Scenario
from advisor.rulebook.loading import load
from advisor.text import clean_line, clean_text
from tests import knowledge
from tests.dossiers.conftest import Run
from tests.examples import few_or_many, holds

ESCAPES = "\x1b]0;x\x07\x9b2J\u202ea"


@pytest.fixture
def lived_in(store: Store) -> Dossier:
    """A dossier that has been through everything a user can do with one."""
    rulebook = load(store.folder.parent / "rulebook")
    sitting = Sitting.new(store, rulebook, "en", "Bank")
    interview = sitting.interview()
    for question, option in (("goals", "balanced"), ("size", "large"), ("night", "busy"), ("size", "small")):
        interview.go_to(question)
        interview.answer(option)
        sitting.keep(interview, "en")
    interview.note("A note.\nOf two lines.", "size")
    sitting.keep(interview, "en", [Scenario(1, {"size": "large"}), Scenario(2, {"night": "quiet"})])
    sitting.remember(Advisor(rulebook).advise(interview.given))
    return store.save(replace(sitting.dossier, start="2027-01-04"))


def same(made: Dossier, was: Dossier) -> bool:
    """Everything but what is of this computer."""
    return replace(made, id=was.id, revision=was.revision) == was


# -- what comes back --------------------------------------------------------------------------------------


@pytest.mark.parametrize("mark", [b"", BOM_UTF8], ids=["plain", "with a mark of its encoding"])
@pytest.mark.parametrize("name", ["kept.json", "-"])
def test_an_exported_dossier_comes_back_with_everything_in_it(
    lived_in: Dossier, store: Store, run: Run, tmp_path: Path, name: str, mark: bytes
) -> None:
    assert [field for field in Dossier.__struct_fields__ if not getattr(lived_in, field)] == []
    raw = mark + run("export", lived_in.id)[1].encode()
    (tmp_path / "kept.json").write_bytes(raw)
    code, out, err = run("import", name, stdin=raw)
    assert (code, err) == (0, f"kept as dossier {out}")
    made = store.load(out.strip())
    assert (made.id, made.revision) == ("interview-2", 1)
    assert same(made, lived_in)
    assert store.load(lived_in.id) == lived_in


def test_the_name_and_the_language_that_are_asked_for_go_before_those_in_the_file(
    lived_in: Dossier, store: Store, run: Run
) -> None:
    code, out, _ = run("import", "-", "--name", "Again", "--lang", "nl", stdin=as_file(lived_in))
    assert code == 0
    made = store.load(out.strip())
    assert (made.name, made.language) == ("Again", "nl")
    assert same(made, replace(lived_in, name="Again", language="nl"))


def test_answers_that_are_no_longer_known_come_back_too_and_are_named(
    lived_in: Dossier, store: Store, run: Run
) -> None:
    other = json.loads(json.dumps(knowledge.frame()).replace('"size"', '"amount"'))
    knowledge.write(store.folder.parent / "rulebook", other)
    code, out, err = run("import", "-", stdin=as_file(lived_in))
    assert code == 0
    assert same(store.load(out.strip()), lived_in)
    assert err.splitlines()[0].endswith(": size")


def test_an_imported_dossier_goes_on_where_it_was(lived_in: Dossier, store: Store, run: Run) -> None:
    made = store.load(run("import", "-", stdin=as_file(lived_in))[1].strip())
    sitting = Sitting(store, load(store.folder.parent / "rulebook"), made)
    interview = sitting.interview()
    undone = [sitting.undo(interview)[0] for _ in range(2)]
    assert undone == [
        (Change("size", None, "A note.\nOf two lines.", "note"),),
        (Change("size", "large", "small"),),
    ]
    assert interview.given["size"] == "large"


texts = st.text(max_size=30).map(clean_text)
lines = st.text(max_size=12).map(clean_line)
names = st.from_regex(r"[a-z][a-z0-9_]{0,8}", fullmatch=True)
days = st.dates().map(str)
used = st.builds(RulebookUsed, days, st.text("0123456789abcdef", min_size=64, max_size=64))
some = st.dictionaries(lines, texts, max_size=4)


def few(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.lists(strategy, max_size=3).map(tuple)


outcomes = st.builds(Outcome, names, st.integers(-99, 99), names, few(st.builds(Counted, names, st.integers(-99, 99))))
changes = st.builds(Change, texts, st.none() | texts, st.none() | texts, st.sampled_from(["answer", "note"]))
DOSSIERS = st.builds(
    Dossier,
    id=st.just("interview"),
    revision=st.just(0),
    name=texts,
    language=st.sampled_from(["nl", "en"]),
    advisor=texts,
    rulebook=used,
    answers=some,
    notes=some,
    history=few(few(changes)),
    scenarios=few(st.builds(Scenario, st.integers(1, 99), some)),
    start=st.none() | days,
    advice=st.none() | st.builds(Remembered, used, some, st.none() | texts, few(outcomes), few(texts), some, some),
)


@few_or_many(20, 500)
def test_any_dossier_comes_back_equal(store: Store, run: Run, examples: int) -> None:
    def check(dossier: Dossier) -> None:
        was = store.create(dossier)
        code, out, _ = run("import", "-", stdin=run("export", was.id)[1].encode())
        assert code == 0
        made = out.strip()
        assert same(store.load(made), was)
        store.delete(was.id)
        store.delete(made)

    holds(DOSSIERS, examples)(check)


# -- what does not ----------------------------------------------------------------------------------------


def changed(**fields: object) -> Callable[[bytes], bytes]:
    return lambda raw: json.dumps(json.loads(raw) | fields).encode()


def without(field: str) -> Callable[[bytes], bytes]:
    return lambda raw: json.dumps({key: value for key, value in json.loads(raw).items() if key != field}).encode()


DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "cut off": lambda raw: raw[: len(raw) // 2],
    "a byte that is no text": lambda raw: raw.replace(b"Bank", b"B\xff"),
    "half a character": lambda raw: raw.replace(b"Bank", b"\\ud800"),
    "no number": lambda raw: raw.replace(b'"revision": ', b'"odd": NaN, "revision": '),
    "a long number": changed(revision=10**400),
    "a longer number": lambda raw: raw.replace(b'"revision": ', b'"revision": ' + b"9" * 5_000),
    "no id": without("id"),
    "no rulebook": without("rulebook"),
    "an id that is a path": changed(id="../secret"),
    "answers in a list": changed(answers=["large"]),
    "a language nobody speaks": changed(language="xx"),
    "a day that does not exist": changed(start="2026-02-31"),
    "a history of words": changed(history=["size"]),
    "scenarios without a number": changed(scenarios=[{"changes": {}}]),
    "an advice without a rulebook": changed(advice={}),
    "a later kind of dossier": changed(schema="dossier/2"),
    "too deep": lambda raw: raw.replace(b'"name": ', b'"odd": ' + b"[" * 5_000 + b"]" * 5_000 + b', "name": '),
    "too large": changed(advisor="x" * LARGEST),
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE.keys())
@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_damaged_dossier_is_refused_in_one_sentence(
    lived_in: Dossier, store: Store, run: Run, damage: Callable[[bytes], bytes], language: str
) -> None:
    code, out, err = run("import", "-", "--lang", language, stdin=damage(as_file(lived_in)))
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert err.startswith(("-:", "- "))
    assert [listed.id for listed in store.list()] == [lived_in.id]


def test_nothing_in_an_imported_dossier_is_for_a_terminal(lived_in: Dossier, store: Store, run: Run) -> None:
    hostile = replace(lived_in, name=ESCAPES, notes={"size": ESCAPES}, answers={ESCAPES: ESCAPES}, advisor=ESCAPES)
    code, out, err = run("import", "-", stdin=as_file(hostile))
    assert code == 0
    assert clean_text(err) == err
    kept = (store.folder / f"{out.strip()}.json").read_text(encoding="utf-8")
    assert json.loads(kept)["answers"] == {"]0;x2Ja": "]0;x2Ja"}
    assert clean_text(kept) == kept
    assert "\\u" not in kept


def test_only_its_owner_can_read_what_was_imported_under_an_id_of_this_computer(
    lived_in: Dossier, store: Store, run: Run
) -> None:
    code, out, _ = run("import", "-", stdin=as_file(replace(lived_in, id="elsewhere", revision=900)))
    assert (code, out) == (0, "interview-2\n")
    assert store.load("interview-2").revision == 1
