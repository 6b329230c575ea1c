"""How our Word documents look: A4, the language of the reader, plain styles that people can change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from advisor.report.file_words import say

if TYPE_CHECKING:
    from docx.document import Document
    from docx.styles.style import ParagraphStyle
    from docx.table import Table
    from docx.text.paragraph import Paragraph

    from advisor.language import Language

FONT = "Calibri"
INK = RGBColor(0x1F, 0x29, 0x33)
ACCENT = RGBColor(0x0B, 0x4F, 0x6C)
FAINT = "CBD2D9"
MARGIN = Mm(23)
TEXT_WIDTH = Mm(210) - 2 * MARGIN
"""Between the margins, in EMU."""
HIGHEST = Mm(215)
"""Of a picture."""
LOCALES: dict[Language, str] = {"nl": "nl-NL", "en": "en-GB"}

_HEADINGS = ((22, 0, 10), (15, 20, 6), (12, 12, 4))
"""By level: size, space above, space below, in points."""


def dress(document: Document, language: Language) -> None:
    """Turn python-docx's own template into ours."""
    _page(document)
    _styles(document, language)
    _settings(document, language)
    _footer(document, language)


def lines(table: Table) -> None:
    """Thin lines between the rows and none between the columns."""
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "bottom", "insideH"):
        line = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", FAINT)):
            line.set(qn(f"w:{name}"), value)
        borders.append(line)
    table._tbl.tblPr.append(borders)  # noqa: SLF001 - python-docx has no other way in


def _page(document: Document) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = MARGIN
    section.top_margin = section.bottom_margin = Mm(22)
    section.footer_distance = Mm(11)


def _styles(document: Document, language: Language) -> None:
    styles: Any = document.styles
    _font(styles["Normal"], 10.5, INK)
    styles["Normal"].paragraph_format.space_after = Pt(6)
    styles["Normal"].paragraph_format.line_spacing = 1.12
    for level, (size, above, below) in enumerate(_HEADINGS, 1):
        style = styles[f"Heading {level}"]
        _font(style, size, ACCENT)
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(above), Pt(below)
    for name in ("List Bullet", "List Number"):
        styles[name].paragraph_format.space_after = Pt(3)
        for loose in styles[name].element.pPr.findall(qn("w:contextualSpacing")):
            styles[name].element.pPr.remove(loose)
    for name, points, after in (("Table Text", 9.5, 2), ("After Table", 4.0, 4), ("Picture", 10.5, 8)):
        style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = styles["Normal"]
        style.font.size = Pt(points)
        style.paragraph_format.space_before = Pt(2 if name == "Table Text" else 0)
        style.paragraph_format.space_after = Pt(after)
    for spoken in styles.element.iter(qn("w:lang")):
        spoken.set(qn("w:val"), LOCALES[language])


def _font(style: ParagraphStyle, size: float, colour: RGBColor) -> None:
    """One font by name; python-docx's template leaves it to the theme."""
    style.font.size = Pt(size)
    style.font.color.rgb = colour
    fonts: Any = style.element.get_or_add_rPr().get_or_add_rFonts()
    fonts.attrib.clear()
    for name in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{name}"), FONT)


def _settings(document: Document, language: Language) -> None:
    """No compatibility mode, and the spelling of the reader's language."""
    settings: Any = document.settings.element
    for compatible in settings.iter(qn("w:compatSetting")):
        if compatible.get(qn("w:name")) == "compatibilityMode":
            compatible.set(qn("w:val"), "15")
    settings.find(qn("w:themeFontLang")).set(qn("w:val"), LOCALES[language])


def _footer(document: Document, language: Language) -> None:
    """What it is on the left, the page on the right."""
    paragraph = document.sections[0].footer.paragraphs[0]
    style: Any = document.styles["Footer"]
    style.font.size = Pt(8.5)
    paragraph.paragraph_format.tab_stops.clear_all()
    for stop in list(style.paragraph_format.tab_stops):
        paragraph.paragraph_format.tab_stops.add_tab_stop(stop.position, WD_TAB_ALIGNMENT.CLEAR)
    paragraph.paragraph_format.tab_stops.add_tab_stop(TEXT_WIDTH, WD_TAB_ALIGNMENT.RIGHT)
    paragraph.add_run(f"{say('product', language)}\t{say('page', language)} ")
    _field(paragraph, "PAGE")
    paragraph.add_run(f" {say('of', language)} ")
    _field(paragraph, "NUMPAGES")


def _field(paragraph: Paragraph, instruction: str) -> None:
    """Something Word works out itself."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), instruction)
    run, text = OxmlElement("w:r"), OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)  # noqa: SLF001 - python-docx has no fields
