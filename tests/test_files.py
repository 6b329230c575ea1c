"""Reports as files of an office: whole, accessible, the same bytes every time, and a note stays a note."""

from __future__ import annotations

import io
import re
import sys
import unicodedata
import zipfile
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import icalendar
import pypdf
import pytest
from docx.oxml.ns import qn
from docx.shared import Mm
from hypothesis import given, settings
from hypothesis import strategies as st

from advisor.advice import Advice, Advisor
from advisor.errors import AdvisorError
from advisor.language import LANGUAGES, Language
from advisor.report import as_docx, as_ics, dates, typesetting
from advisor.report.contents import contents
from advisor.report.document import Block, Heading, Items, Paragraph, Picture, Table
from advisor.report.file_words import say
from advisor.report.formats import draw, render
from advisor.report.illustrated import illustrated
from tests import knowledge, rulebooks

if TYPE_CHECKING:
    from docx.document import Document

START = "2027-01-04"
FULL = {"goals": "balanced", "current_model": "insourcing", "size": "large", "night": "busy"}
DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 900 90" width="900" height="90">'
    '<rect width="900" height="90" fill="#0b4f6c"/><text x="9" y="50" font-family="Open Sans">Één 漢</text></svg>'
)
HOSTILE = [
    "</w:t><w:p/>&amp;&#x0;<script>alert(1)</script>",
    '#let x = panic("no") $a_b$ *b* _i_ `c` @preview #import "x" \\ //',
    "a\x00b\x07c\x1b[31mred\u202eevil\ufffe\uffff",
    "]]> <!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]> &e;",
    "漢字 😀 עברית ‏",
    "BEGIN:VEVENT\r\nSUMMARY:x\r\nEND:VEVENT",
    "x" * 3000,
]


@pytest.fixture(scope="module")
def advisor() -> Advisor:
    return Advisor(rulebooks.shipped())


@pytest.fixture(scope="module")
def advice(advisor: Advisor) -> Advice:
    """One with a plan, a mix and open questions."""
    answers = rulebooks.random_answers(advisor.rulebook, 3)
    return advisor.advise(answers, {question: f"noot bij {question}" for question in answers})


@pytest.fixture
def blocks() -> list[Block]:
    """What a report is made of in a test of single blocks."""
    return [Heading(1, "x")]


def opened(content: bytes) -> Document:
    return docx.Document(io.BytesIO(content))


def text_of(block: Block) -> list[str]:
    if isinstance(block, Items):
        return list(block.texts)
    if isinstance(block, Table):
        return [cell for row in block.rows for cell in row]
    return [] if isinstance(block, Picture) else [block.text]


def pages(content: bytes) -> str:
    """The running text of a PDF, without the foot of each page."""
    sheets = pypdf.PdfReader(io.BytesIO(content)).pages
    shown = "\n".join(sheet.extract_text() for sheet in sheets)
    running, feet = re.subn(r"Sourcing ?adv(ies|ice)\s+(Pagina|Page)\s+\d+\s+(van|of)\s+\d+", "", shown)
    assert feet == len(sheets)
    return running


def letters(text: str) -> str:
    """Only what a line break, a hyphen or a ligature cannot change."""
    return re.sub(r"[\s\u00ad\u200b\u2010-]", "", text).translate({0xFB01: "fi", 0xFB02: "fl", 0xFB00: "ff"})


# -- Word ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_word_says_all_that_the_report_says_in_order(advice: Advice, language: Language) -> None:
    document = opened(render("docx", advice, language, START))
    shown = "".join(node.text or "" for node in document.element.body.iter(qn("w:t")))
    place = 0
    for block in contents(advice, language, START):
        for text in text_of(block):
            place = shown.index(" ".join(text.split()), place)
    assert say("carries_data", language) in shown


def headings_of(advice: Advice) -> list[tuple[int, str]]:
    """Level and text of each heading of the Dutch report; a picture has its title over it."""
    headings = []
    for block in illustrated(advice, "nl"):
        if isinstance(block, Heading):
            headings.append((block.level, block.text))
        elif isinstance(block, Picture):
            headings.append((3, block.title))
    return headings


def test_word_has_real_headings(advice: Advice) -> None:
    document = opened(render("docx", advice, "nl"))
    headings = [(p.style.name, p.text) for p in document.paragraphs if p.style.name.startswith("Heading")]
    assert headings == [(f"Heading {level}", text) for level, text in headings_of(advice)]


@pytest.mark.parametrize(("language", "locale"), [("nl", "nl-NL"), ("en", "en-GB")])
def test_word_is_a4_in_the_readers_language_and_names_no_tool_or_today(
    advice: Advice, language: Language, locale: str
) -> None:
    content = render("docx", advice, language)
    document = opened(content)
    section, properties = document.sections[0], document.core_properties
    assert (round(section.page_width.mm, 1), round(section.page_height.mm, 1)) == (210, 297)
    assert {mark.get(qn("w:val")) for mark in document.styles.element.iter(qn("w:lang"))} == {locale}
    assert (properties.title, properties.language) == (advice.recommendation.title.in_(language), locale)
    made = datetime.fromisoformat(advice.rulebook.version).replace(tzinfo=UTC)
    assert properties.created == properties.modified == made
    assert properties.comments == ""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert all(b"python-docx" not in package.read(name) for name in package.namelist())


def test_word_numbers_its_pages(advice: Advice) -> None:
    footer = opened(render("docx", advice, "nl")).sections[0].footer
    fields = [field.get(qn("w:instr")) for field in footer.paragraphs[0]._p.iter(qn("w:fldSimple"))]
    assert fields == ["PAGE", "NUMPAGES"]


def test_a_table_in_word_repeats_its_heading_and_breaks_no_row(blocks: list[Block]) -> None:
    blocks.append(Table((("Form", "Score"), ("a", "1"), ("b", "−2")), right=frozenset({1})))
    [table] = opened(draw("docx", blocks, "nl", "2026-01-01")).tables
    repeated = [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows]
    whole = [row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows]
    assert (repeated, whole) == ([True, False, False], [True] * 3)
    assert [[cell.text for cell in row.cells] for row in table.rows] == [["Form", "Score"], ["a", "1"], ["b", "−2"]]


def test_what_is_short_stays_on_one_page_and_what_announces_stays_with_it(blocks: list[Block]) -> None:
    few, many = Items(("one", "two")), Items(tuple(f"point {n}" for n in range(9)))
    blocks += [Heading(2, "part"), Paragraph("intro"), Heading(3, "sub"), few, many, Paragraph("end")]
    paragraphs = opened(draw("docx", blocks, "nl", "2026-01-01")).paragraphs
    kept = {paragraph.text for paragraph in paragraphs if paragraph.paragraph_format.keep_with_next}
    assert kept == {"intro", "one"}  # headings do so by their style


def test_a_picture_in_word_has_a_text_and_fits_the_page(blocks: list[Block]) -> None:
    blocks.append(Picture(DRAWING, 'Zes "balken" & een <lijn>'))
    [shape] = opened(draw("docx", blocks, "nl", "2026-01-01")).inline_shapes
    assert shape._inline.docPr.get("descr") == 'Zes "balken" & een <lijn>'
    assert shape.width == Mm(210) - 2 * Mm(23)
    assert shape.height == pytest.approx(shape.width / 10, rel=0.01)


def test_a_long_path_in_a_drawing_stays_whole(blocks: list[Block]) -> None:
    """Long words in a text may be broken; a path without spaces is a long word too, but of another kind."""
    zigzag = "M0,0" + "".join(f"L{n},{n % 7}" for n in range(300))
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 9"><path d="{zigzag}" stroke="#000"/></svg>'
    straight = svg.replace(zigzag, "M0,0L1,1")
    assert typesetting.drawable(svg) == svg
    assert typesetting.png(svg, "nl") != typesetting.png(straight, "nl")
    blocks.append(Picture(svg, "Zigzag"))
    drawn = [draw("pdf", blocks, "nl", "2026-01-01")]
    blocks[1] = Picture(straight, "Zigzag")
    assert len(drawn[0]) > len(draw("pdf", blocks, "nl", "2026-01-01")) + 500


def test_each_numbered_list_in_word_begins_at_one(blocks: list[Block]) -> None:
    blocks += [Items(("a", "b"), numbered=True), Paragraph("x"), Items(("c",), numbered=True), Items(("d",))]
    document = opened(draw("docx", blocks, "nl", "2026-01-01"))
    used = [p._p.pPr.numPr.numId.val for p in document.paragraphs if p.style.name == "List Number"]
    assert used[0] == used[1] != used[2]
    for number in set(used):
        [override] = document.part.numbering_part.element.num_having_numId(number).lvlOverride_lst
        assert override.find(qn("w:startOverride")).get(qn("w:val")) == "1"


def test_without_typst_word_has_no_pictures_and_pdf_is_refused(
    advice: Advice, blocks: list[Block], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    blocks += [Paragraph("still here"), Picture(DRAWING, "gone")]
    document = opened(draw("docx", blocks, "nl", "2026-01-01"))
    assert len(document.inline_shapes) == 0
    assert "still here" in [paragraph.text for paragraph in document.paragraphs]
    with pytest.raises(AdvisorError) as refused:
        draw("pdf", blocks, "nl", "2026-01-01")
    assert str(refused.value) == say("no_typst", "nl")


# -- PDF ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_pdf_says_all_that_the_report_says(advice: Advice, language: Language) -> None:
    shown = letters(pages(render("pdf", advice, language, START)))
    missing = [
        text for block in contents(advice, language, START) for text in text_of(block) if letters(text) not in shown
    ]
    assert missing == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_pdf_is_tagged_for_screen_readers_and_has_title_language_and_no_today(
    advice: Advice, language: Language
) -> None:
    reader = pypdf.PdfReader(io.BytesIO(render("pdf", advice, language)))
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == language
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert b"pdfuaid:part>1<" in root["/Metadata"].get_data()
    assert reader.metadata.title == advice.recommendation.title.in_(language)
    made = date.fromisoformat(advice.rulebook.version)
    assert reader.metadata.creation_date.date() == made
    assert reader.metadata.modification_date is None or reader.metadata.modification_date.date() == made


def test_pdf_carries_its_fonts(advice: Advice) -> None:
    reader = pypdf.PdfReader(io.BytesIO(render("pdf", advice, "nl")))
    fonts = [font.get_object() for page in reader.pages for font in page["/Resources"]["/Font"].values()]
    inside = [font["/DescendantFonts"][0]["/FontDescriptor"] for font in fonts]
    assert all("/FontFile2" in font or "/FontFile3" in font for font in inside)
    assert {str(font["/BaseFont"]).split("+")[1][:8] for font in fonts} == {"OpenSans"}
    assert (typesetting.FOLDER / "fonts" / "LICENSE-OpenSans.txt").read_text(encoding="utf-8").count("Apache License")


def test_pdf_headings_are_its_bookmarks(advice: Advice) -> None:
    def flat(outline):
        for item in outline:
            if isinstance(item, list):
                yield from flat(item)
            else:
                yield item.title

    reader = pypdf.PdfReader(io.BytesIO(render("pdf", advice, "nl")))
    assert list(flat(reader.outline)) == [text for _, text in headings_of(advice)]


def test_a_picture_in_pdf_has_a_text(blocks: list[Block]) -> None:
    blocks.append(Picture(DRAWING, "Zes balken"))
    reader = pypdf.PdfReader(io.BytesIO(draw("pdf", blocks, "nl", "2026-01-01")))
    alternatives = [thing["/Alt"] for n in range(1, len(reader.xref[0]) + len(reader.xref_objStm) + 1)
                    if isinstance(thing := reader.get_object(n), dict) and "/Alt" in thing]  # fmt: skip
    assert "Zes balken" in alternatives


def test_every_character_we_say_the_fonts_have_can_be_set() -> None:
    every = re.findall(f"[{typesetting.CHARACTERS}]", "".join(map(chr, range(0x20, 0x3000))))
    assert len(every) > 700
    shown = "".join(every[1:])
    assert typesetting.settable(shown).replace("\u200b", "") == unicodedata.normalize("NFC", shown)
    report = {
        "language": "nl", "title": "x", "description": "x", "date": {"year": 2026, "month": 1, "day": 1},
        "footer": "x", "page": "x", "of": "x", "evidence": None,
        "blocks": [{"kind": "paragraph", "text": " ".join(every), "leads": False}],
    }  # fmt: skip
    assert typesetting.pdf(report, "nl").startswith(b"%PDF-")


def test_the_templates_fetch_nothing_and_run_no_text() -> None:
    for template in typesetting.FOLDER.glob("*.typ"):
        code = re.sub(r"//.*", "", template.read_text(encoding="utf-8"))
        assert not re.findall(r"#?import|#?include|eval\s*\(|@preview|read\s*\(", code), template.name


def test_a_character_no_font_has_becomes_a_box_and_a_long_word_can_be_broken() -> None:
    assert typesetting.settable("漢 e\u0301 \ufe0fé\u0489") == "□ é é"
    assert max(map(len, typesetting.settable("x" * 100).split("\u200b"))) == 40


# -- calendar -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_calendar_has_every_milestone_on_its_last_day_and_every_step(advice: Advice, language: Language) -> None:
    calendar = icalendar.Calendar.from_ical(as_ics.render(advice, language, START))
    found = {str(event["SUMMARY"]): (event["DTSTART"].dt, event["DTEND"].dt) for event in calendar.walk("VEVENT")}
    a_day = timedelta(1)
    wanted = {}
    for stage in advice.plan:
        spans = [[date.fromisoformat(day) for day in dates.days(task, START)] for task in stage.tasks]
        step = {"nl": "Stap", "en": "Step"}[language]
        span = min(first for first, _ in spans), max(last for _, last in spans) + a_day
        wanted[f"{step} {stage.step.number}: {stage.step.title.in_(language)}"] = span
        for task, (_, last) in zip(stage.tasks, spans, strict=True):
            if task.milestone:
                word = {"nl": "Mijlpaal", "en": "Milestone"}[language]
                wanted[f"{word}: {task.text.in_(language)}"] = (last, last + a_day)
    assert found == wanted
    assert len(wanted) > 9


def test_the_tasks_of_a_step_stand_in_its_event_with_who_does_them(advice: Advice) -> None:
    calendar = icalendar.Calendar.from_ical(as_ics.render(advice, "nl", START))
    described = "\n".join(str(event["DESCRIPTION"]) for event in calendar.walk("VEVENT"))
    for stage in advice.plan:
        for task in stage.tasks:
            assert f"- {task.text.nl} ({advice.rulebook.roles[task.role].name.nl})" in described


def test_events_keep_their_identity_when_the_start_moves_and_hold_no_today(advice: Advice) -> None:
    def identities(start: str) -> list[str]:
        return [str(e["UID"]) for e in icalendar.Calendar.from_ical(as_ics.render(advice, "nl", start)).walk("VEVENT")]

    assert identities(START) == identities("2030-05-05")
    assert len(set(identities(START))) == len(identities(START))
    stamp = datetime.fromisoformat(advice.rulebook.version).replace(tzinfo=UTC)
    calendar = icalendar.Calendar.from_ical(as_ics.render(advice, "nl", START))
    assert {event["DTSTAMP"].dt for event in calendar.walk("VEVENT")} == {stamp}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_calendar_without_a_start_or_a_plan_is_refused(advisor: Advisor, advice: Advice, language: Language) -> None:
    with pytest.raises(AdvisorError, match=re.escape(say("no_start", language))):
        as_ics.render(advice, language)
    with pytest.raises(AdvisorError, match=re.escape(say("no_plan", language))):
        as_ics.render(advisor.advise({}), language, START)


def test_a_plan_at_the_end_of_the_calendar_stays_on_it(advice: Advice) -> None:
    calendar = icalendar.Calendar.from_ical(as_ics.render(advice, "nl", "9999-12-01"))
    events = calendar.walk("VEVENT")
    assert max(event["DTSTART"].dt for event in events) == date.max
    assert all("DTEND" not in event or event["DTSTART"].dt < event["DTEND"].dt for event in events)


# -- any text, any time ----------------------------------------------------------------------------------


@pytest.mark.parametrize("note", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_note_is_text_in_word_and_pdf(tmp_path: Path, note: str) -> None:
    advice = Advisor(knowledge.small(tmp_path)).advise(FULL, {"size": note})
    plain = Advisor(knowledge.small(tmp_path / "again")).advise(FULL, {"size": "x"})
    for language in LANGUAGES:
        document = opened(render("docx", advice, language))
        paragraphs = [paragraph.text for paragraph in document.paragraphs]
        assert len(paragraphs) == len(opened(render("docx", plain, language)).paragraphs)
        assert any(as_docx._plain(note) in text for text in paragraphs)
        assert letters(typesetting.settable(note)) in letters(pages(render("pdf", advice, language)))


@settings(deadline=None, max_examples=15)
@given(st.lists(st.text(max_size=30), min_size=1, max_size=5).map(tuple))
def test_any_text_can_be_written(texts: tuple[str, ...]) -> None:
    blocks = [Heading(1, "x"), *map(Paragraph, texts), Items(texts), Table((texts, texts))]
    assert opened(draw("docx", blocks, "nl", "2026-01-01")).paragraphs
    assert draw("pdf", blocks, "nl", "2026-01-01").startswith(b"%PDF-")


def test_word_files_hold_no_time_and_nothing_compressed(advice: Advice) -> None:
    with zipfile.ZipFile(io.BytesIO(render("docx", advice, "nl"))) as package:
        entries = package.infolist()
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert {entry.compress_type for entry in entries} == {zipfile.ZIP_STORED}
    names = [entry.filename for entry in entries]
    assert names[0] == "[Content_Types].xml"
    assert names[1:] == sorted(names[1:])
