"""A report carries what it rests on: read back and replayed it says same, different and how, or not to be trusted."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import msgspec
import pypdf
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from advisor.advice import Advice, Advisor
from advisor.cli import main
from advisor.dossier.model import RulebookUsed
from advisor.language import LANGUAGES, Language
from advisor.report import evidence, formats
from advisor.report.evidence import DamagedError, Evidence, evidence_of
from advisor.report.file_words import WORDS, say
from advisor.report.reading_back import carried
from advisor.report.verification import answers_known, replayed
from advisor.rulebook.loading import load
from tests import knowledge, rulebooks

FULL = {"goals": "balanced", "current_model": "insourcing", "size": "large", "night": "busy"}
NOTES = {"size": 'x</script><script>alert("1")</script> & é 漢 \x00 ]]>', "night": "laat"}
CARRYING = ("json", "html", "docx", "pdf")
NO_REPORT = {"report_unreadable", "data_missing", "data_unreadable", "data_altered"}
"""What is said of a file that is no report, or no longer one."""


@pytest.fixture(scope="module")
def advice(tmp_path_factory: pytest.TempPathFactory) -> Advice:
    return Advisor(knowledge.small(tmp_path_factory.mktemp("small"))).advise(FULL, NOTES)


def report(advice: Advice, name: str, language: Language = "nl", *, data: bool = True) -> bytes:
    """The report in one format."""
    made = formats.render(name, advice, language, "2027-01-04", data=data)
    return made.encode() if isinstance(made, str) else made


def refusal(raw: bytes) -> str:
    """Why a report is not to be trusted."""
    with pytest.raises(DamagedError) as refused:
        carried(raw)
    key = str(refused.value)
    assert key in WORDS
    return key


def rezipped(raw: bytes, change: Callable[[str, bytes], list[tuple[str, bytes]]]) -> bytes:
    """A Word document with other parts."""
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            for other, content in change(name, old.read(name)):
                new.writestr(other, content)
    return result.getvalue()


# -- what is carried ------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", CARRYING)
def test_a_report_gives_back_what_it_was_made_of(advice: Advice, name: str, language: Language) -> None:
    found = carried(report(advice, name, language))
    assert found == evidence_of(advice, language, "2027-01-04")
    assert found.answers == dict(advice.answers)
    assert found.notes == NOTES
    assert (found.form, found.start, found.language) == (advice.recommendation.form, "2027-01-04", language)
    assert (found.rulebook.version, found.rulebook.hash) == (advice.rulebook.version, advice.rulebook.hash)
    counted = {o.form: [(a.rule, a.effect) for a in o.arguments] for o in found.forms}
    assert counted == {s.form: [(a.rule, a.effect) for a in s.arguments] for s in advice.ranking}


@pytest.mark.parametrize("name", CARRYING)
def test_without_data_a_report_carries_none_of_it(advice: Advice, name: str) -> None:
    assert refusal(report(advice, name, data=False)) == "data_missing"


def test_only_notes_that_the_report_shows_are_carried(tmp_path: Path) -> None:
    advice = Advisor(knowledge.small(tmp_path)).advise({"size": "large"}, {"size": "shown", "goals": "not shown"})
    assert evidence_of(advice, "nl").notes == {"size": "shown"}


def test_the_data_in_a_page_cannot_end_its_element_early_and_the_page_says_that_it_is_there(advice: Advice) -> None:
    page = report(advice, "html").decode()
    assert page.count("<script") == page.count("</script>") == 1
    assert '<script type="application/json" id="advisor-evidence">' in page
    assert say("carries_data", "nl") in page


def test_the_data_is_the_same_line_in_every_format(advice: Advice) -> None:
    line = evidence.written(evidence_of(advice, "nl", "2027-01-04"))
    assert line.isascii()
    assert "\n" not in line
    assert line in report(advice, "html").decode()
    reader = pypdf.PdfReader(io.BytesIO(report(advice, "pdf")))
    assert [bytes(content).decode() for content in reader.attachments["advisor-evidence.json"]] == [line]
    assert json.loads(report(advice, "json"))["evidence"] == json.loads(line)


def test_a_word_document_may_be_saved_anew_with_its_parts_elsewhere(advice: Advice) -> None:
    def moved(name: str, content: bytes) -> list[tuple[str, bytes]]:
        return [(name.replace("item2", "item7"), content)]

    assert carried(rezipped(report(advice, "docx"), moved)).answers == FULL


# -- what is not to be trusted ----------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["json", "html", "docx"])
def test_altered_data_is_noticed(advice: Advice, name: str) -> None:
    raw = report(advice, name)
    old, new = (b'"night": "busy"', b'"night": "quiet"') if name == "json" else (b'"night":"busy"', b'"night":"quiet"')
    if name == "docx":
        changed = rezipped(raw, lambda part, content: [(part, content.replace(old, new))])
    else:
        changed = raw.replace(old, new)
    assert refusal(changed) == "data_altered"


@given(st.data())
@settings(deadline=None, max_examples=60)
def test_any_other_value_in_the_data_is_noticed(data: st.DataObject) -> None:
    content = json.loads(evidence.written(SAMPLE))
    key = data.draw(st.sampled_from(sorted(set(content) - {"schema"})))
    content[key] = data.draw(
        st.none() | st.text(max_size=5) | st.integers() | st.dictionaries(st.text(max_size=3), st.text(max_size=3))
    )
    if content == json.loads(evidence.written(SAMPLE)):
        return
    with pytest.raises(DamagedError, match="data_"):
        evidence.from_data(content)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("answers", {"../x": "y"}),
        ("answers", {"a": 1}),
        ("forms", [{"form": "x", "score": 10**30, "verdict": "y", "arguments": []}]),
        ("language", "fr"),
        ("rulebook", {"version": "now", "hash": "x"}),
        ("more", 1),
    ],
)
def test_data_of_another_shape_is_refused_although_its_checksum_is_right(key: str, value: object) -> None:
    content = {k: v for k, v in evidence.as_data(SAMPLE).items() if k != "checksum"} | {key: value}
    content["checksum"] = evidence._checksum(content)
    with pytest.raises(DamagedError, match="data_altered"):
        evidence.from_data(content)


def test_data_of_a_later_program_is_named_as_such() -> None:
    with pytest.raises(DamagedError, match="data_newer"):
        evidence.from_data(evidence.as_data(SAMPLE) | {"schema": "evidence/2"})


@pytest.mark.parametrize(
    "raw",
    [
        b"", b"{", b"{}", b"[" * 100_000, b"{" + b'"a":{' * 100_000, b"PK\x03\x04", b"%PDF-1.7", b"\x00" * 1000,
        b"%PDF-1.7\n1 0 obj<</Type/Catalog/Names 1 0 R>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF",
        b'<script id="advisor-evidence">' * 5000, b'<script id="advisor-evidence">{"schema":"evidence/1"}</script>',
        b'{"evidence": []}', b'{"evidence": {"schema": "evidence/1", "checksum": 1e999}}', b"\xff\xfe{\x00}\x00",
    ],
    ids=range(14),
)  # fmt: skip
def test_what_is_no_report_is_refused(raw: bytes) -> None:
    assert refusal(raw) in NO_REPORT


@given(st.binary(max_size=200))
@example(b"PK\x05\x06" + b"\x00" * 18)
@settings(deadline=None, max_examples=150)
def test_any_bytes_are_refused_and_never_more(raw: bytes) -> None:
    for start in (b"", b"PK\x03\x04", b"%PDF-1.7\n", b"{", b'<script id="advisor-evidence">'):
        assert refusal(start + raw) in NO_REPORT


@pytest.mark.parametrize("name", ["docx", "pdf"])
@pytest.mark.parametrize("part", [0.1, 0.5, 0.9, 0.999])
def test_a_report_cut_short_is_refused(advice: Advice, name: str, part: float) -> None:
    raw = report(advice, name)
    assert refusal(raw[: int(len(raw) * part)]) in NO_REPORT


def test_two_sets_of_data_are_refused(advice: Advice) -> None:
    raw = report(advice, "docx")

    def doubled(name: str, content: bytes) -> list[tuple[str, bytes]]:
        return (
            [(name, content), ("customXml/item9.xml", content)] if name == "customXml/item2.xml" else [(name, content)]
        )

    assert refusal(rezipped(raw, doubled)) == "data_doubled"
    page = report(advice, "html").decode()
    assert refusal(page.replace("</body>", page[page.index("<script") :]).encode()) == "data_doubled"


def test_a_zip_that_blows_up_is_not_unpacked(advice: Advice) -> None:
    def bomb(name: str, content: bytes) -> list[tuple[str, bytes]]:
        huge = content[:-20] + b" " * 9_000_000 + content[-20:]
        return [(name, huge if name == "customXml/item2.xml" else content)]

    raw = rezipped(report(advice, "docx"), bomb)
    assert len(raw) < 500_000
    assert refusal(raw) == "data_missing"


def test_a_zip_that_lies_about_its_size_is_refused(advice: Advice) -> None:
    def bomb(name: str, content: bytes) -> list[tuple[str, bytes]]:
        return [(name, content + b" " * 5_000_000 if name == "customXml/item2.xml" else content)]

    raw = bytearray(rezipped(report(advice, "docx"), bomb))
    with zipfile.ZipFile(io.BytesIO(raw)) as package:
        size = package.getinfo("customXml/item2.xml").file_size.to_bytes(4, "little")
    assert raw.count(size) == 2
    assert refusal(bytes(raw).replace(size, (1000).to_bytes(4, "little"))) in ("report_unreadable", "data_unreadable")


def test_entities_in_a_part_are_never_expanded(advice: Advice) -> None:
    entity = '<!DOCTYPE evidence [<!ENTITY x "y"><!ENTITY z "&x;&x;">]>'

    def trapped(name: str, content: bytes) -> list[tuple[str, bytes]]:
        return [(name, content.replace(b"<evidence", entity.encode() + b"<evidence"))]

    assert refusal(rezipped(report(advice, "docx"), trapped)) == "data_missing"


# -- replaying ------------------------------------------------------------------------------------------

SAMPLE = Evidence(
    language="nl", start=None, rulebook=RulebookUsed("2026-01-01", "0" * 64), answers={"a": "b"}, set_aside={},
    notes={}, form="insourcing", forms=(), mix={}, cautions=(),
)  # fmt: skip


def changes(found: Evidence, directory: Path, files: dict[str, object], language: Language = "nl") -> list[str]:
    """What is said under another rulebook."""
    knowledge.write(directory, files)
    rulebook = load(directory)
    same, lines = replayed(found, Advisor(rulebook).advise(answers_known(found, rulebook)), language)
    assert not same
    return [line.removeprefix("- ") for line in lines]


@pytest.mark.parametrize("seed", range(4))
def test_replayed_under_its_own_rulebook_an_advice_is_the_same(seed: int) -> None:
    rulebook = rulebooks.shipped()
    advisor = Advisor(rulebook)
    found = evidence_of(advisor.advise(rulebooks.random_answers(rulebook, seed)), "nl")
    same, lines = replayed(found, advisor.advise(answers_known(found, rulebook)), "en")
    assert same
    assert not [line for line in lines if line.startswith("- ")]


def test_no_advice_that_stays_none_is_said_to_be_the_same(tmp_path: Path) -> None:
    none = Advisor(knowledge.small(tmp_path)).advise({})
    assert replayed(evidence_of(none, "en"), none, "en")[1][0] == say("same_none", "en")


def test_an_edited_rule_is_named_with_what_it_counted(advice: Advice, tmp_path: Path) -> None:
    found, files = evidence_of(advice, "nl"), knowledge.frame()
    rules = {rule["id"]: rule for rule in files["rules/basics.yaml"]["rules"]}
    rules["nights_are_hard"]["points"] = 1
    because = "because nights_are_hard (nl)"
    name = advice.rulebook.forms["insourcing"].name.nl
    lines = changes(found, tmp_path, files)
    assert say("points_changed", "nl", form=name, before="−9", after="−3", because=because) in lines
    assert say("score_changed", "nl", form=name, before=-9, after=-3) in lines


def test_rules_that_went_and_came_are_named(advice: Advice, tmp_path: Path) -> None:
    found, files = evidence_of(advice, "nl"), knowledge.frame()
    rules = files["rules/basics.yaml"]["rules"]
    gone = next(rule for rule in rules if rule["id"] == "large_goes_out")
    rules[rules.index(gone)] = {**gone, "id": "brand_new", "because": knowledge.text("brand new")}
    lines = changes(found, tmp_path, files, "en")
    name = advice.rulebook.forms["outsourcing"].name.en
    assert say("appeared", "en", form=name, effect="+6", because="brand new (en)") in lines
    assert say("vanished", "en", form=name, effect="+6", because="large_goes_out") in lines


def test_another_form_for_a_part_of_the_work_is_named(advice: Advice, tmp_path: Path) -> None:
    found = msgspec.structs.replace(evidence_of(advice, "nl"), mix={"core": "nearshoring", "gone": "offshoring"})
    lines = changes(found, tmp_path, knowledge.frame())
    core = advice.rulebook.segments["core"].name.nl
    assert say("part_changed", "nl", segment=core, before="nearshoring (nl)", after="outsourcing (nl)") in lines
    assert say("part_changed", "nl", segment="gone", before="offshoring (nl)", after=say("no_part", "nl")) in lines


def test_an_answer_that_no_longer_counts_is_named(advice: Advice, tmp_path: Path) -> None:
    found, files = evidence_of(advice, "nl"), knowledge.frame()
    questions = {question["id"]: question for question in files["rules/basics.yaml"]["questions"]}
    questions["night"]["ask_if"] = [{"size": "small"}]
    assert say("now_set_aside", "nl", question="label night (nl)") in changes(found, tmp_path, files)


def test_a_version_that_is_no_day_is_shown_as_it_is(advice: Advice) -> None:
    found = msgspec.structs.replace(evidence_of(advice, "nl"), rulebook=RulebookUsed("2026-02-31", "0" * 64))
    assert "2026-02-31 " in " ".join(replayed(found, advice, "nl")[1])


def test_another_headline_comes_first(advice: Advice, tmp_path: Path) -> None:
    found, files = evidence_of(advice, "nl"), knowledge.frame()
    files["rules/basics.yaml"]["gates"].append(rulebooks.gate("not_out", [{"size": "large"}], "outsourcing"))
    lines = changes(found, tmp_path, files)
    assert lines[0].startswith("Anders. Op dezelfde antwoorden was de uitkomst outsourcing (nl) en is die nu ")
    assert any("because not_out (nl)" in line for line in lines)


def test_a_question_and_an_option_that_are_gone_are_named(advice: Advice, tmp_path: Path) -> None:
    answers = {**FULL, "size": "huge", "long_gone": "yes_please"}
    found = msgspec.structs.replace(evidence_of(advice, "nl"), answers=answers)
    lines = changes(found, tmp_path, knowledge.frame())
    assert say("question_gone", "nl", question="long_gone") in lines
    assert say("option_gone", "nl", option="huge", question="label size (nl)") in lines


# -- the command ----------------------------------------------------------------------------------------


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the small rulebook and a file of answers."""
    knowledge.write(tmp_path / "rules_here", knowledge.frame())
    monkeypatch.setenv("ADVISOR_RULEBOOK", str(tmp_path / "rules_here"))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.yaml").write_text("language: en\nanswers:\n  size: large\n  night: busy\n", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("name", ["json", "docx", "pdf"])
def test_verify_says_same_then_different_then_altered(
    here: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["advise", "a.yaml", "--output", f"r.{name}"]) == 0
    capsys.readouterr()
    assert main(["verify", f"r.{name}"]) == 0
    same = capsys.readouterr().out
    assert same.splitlines()[0] == say("same", "en", after="outsourcing (en)")
    assert same.splitlines()[-1] == say("only_the_data", "en")

    files = knowledge.frame()
    topic = files["rules/basics.yaml"]
    topic["rules"] = [rule for rule in topic["rules"] if rule["id"] != "nights_are_hard"]
    knowledge.write(here / "newer", files)
    assert main(["verify", f"r.{name}", "--rulebook", "newer", "--lang", "nl"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "Anders. De uitkomst blijft outsourcing (nl), maar de onderbouwing is veranderd."
    assert "De kennis is veranderd" in lines[1]
    assert any("nights_are_hard" in line for line in lines if line.startswith("- "))

    raw = (here / f"r.{name}").read_bytes()
    (here / f"bad.{name}").write_bytes(raw[: len(raw) // 2])
    assert main(["verify", f"bad.{name}"]) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert err.startswith(f"bad.{name}: ")


def test_a_report_without_data_is_refused_with_a_sentence(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["advise", "a.yaml", "--output", "r.json", "--no-data"]) == 0
    assert main(["verify", "r.json", "--lang", "en"]) == 2
    assert capsys.readouterr().err.splitlines()[-1] == f"r.json: {say('data_missing', 'en')}"


def test_a_sentence_about_files_has_the_same_places_in_both_languages() -> None:
    for key, text in WORDS.items():
        nl, en = (re.findall(r"{(\w+)}", text.in_(language)) for language in LANGUAGES)
        assert sorted(nl) == sorted(en), key
