"""The advice as a Word document: real headings, alt text, and carrying the data it rests on."""

from __future__ import annotations

import io
import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Emu

from advisor.report import typesetting
from advisor.report.document import Block, Heading, Items, Link, Paragraph, Picture, Table, title_of
from advisor.report.file_words import say
from advisor.report.layout import stays_whole, widths, with_leads
from advisor.report.word_look import ACCENT, HIGHEST, LOCALES, TEXT_WIDTH, dress, lines
from advisor.report.word_package import carry, packed, tidy
from advisor.text import clean_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docx.document import Document as Doc
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph as DocParagraph

    from advisor.language import Language
    from advisor.report.evidence import Evidence

_NOT_XML = re.compile("[\ufffe\uffff]")


def draw(blocks: Sequence[Block], language: Language, as_of: str, evidence: Evidence | None = None) -> bytes:
    """Blocks as a Word document; the first is a heading with its title.

    Args:
        as_of: the day of the file, as YYYY-MM-DD: that of the rulebook, for it cannot be today.
        evidence: what it carries.
    """
    document = Document()
    dress(document, language)
    _describe(document, title_of(blocks), language, as_of)
    writer = _Writer(document, language)
    if evidence is not None:
        carry(document, evidence)
    for block, leads in with_leads(blocks):
        writer.write(block, leads=leads)
    tidy(document)
    return packed(document)


def _describe(document: Doc, title: str, language: Language, as_of: str) -> None:
    """Title, language and dates of the file."""
    properties = document.core_properties
    properties.title = _plain(title)[:255]
    properties.subject = say("product", language)
    properties.language = LOCALES[language]
    properties.author = say("product", language)
    properties.last_modified_by = say("product", language)
    properties.comments = ""
    properties.created = properties.modified = datetime.fromisoformat(as_of).replace(tzinfo=UTC)
    properties.revision = 1


class _Writer:
    """Writes blocks into a document."""

    def __init__(self, document: Doc, language: Language) -> None:
        self.document = document
        self.language: Language = language
        self.draws = typesetting.is_there()
        self.styles = {style.name: style.style_id for style in document.styles}

    def write(self, block: Block, *, leads: bool) -> None:
        if isinstance(block, Heading):
            self.paragraph(block.text, f"Heading {block.level}")
        elif isinstance(block, Paragraph):
            self.paragraph(block.text).paragraph_format.keep_with_next = leads or None
        elif isinstance(block, Items):
            self.items(block)
        elif isinstance(block, Table):
            self.table(block)
        elif isinstance(block, Link):
            self.link(block)
        elif self.draws:
            self.picture(block)

    def paragraph(self, text: str, style: str | None = None) -> DocParagraph:
        """One more paragraph; python-docx looks a style up anew each time, which is most of its work."""
        paragraph = self.document.add_paragraph(_plain(text))
        paragraph._p.style = self.styles[style] if style else None  # noqa: SLF001 - as said
        return paragraph

    def items(self, block: Items) -> None:
        number = self.numbering() if block.numbered else None
        whole = stays_whole(block)
        for place, text in enumerate(block.texts, 1):
            paragraph = self.paragraph(text, "List Number" if block.numbered else "List Bullet")
            paragraph.paragraph_format.keep_with_next = (whole and place < len(block.texts)) or None
            if number is not None:
                properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()  # noqa: SLF001 - no other way in
                properties.get_or_add_ilvl().val = 0
                properties.get_or_add_numId().val = number

    def numbering(self) -> int:
        """A list of its own, that begins at 1 again."""
        numbering = self.document.part.numbering_part.element
        style = self.document.styles["List Number"].element
        used = style.pPr.numPr.numId.val
        abstract = numbering.num_having_numId(used).abstractNumId.val
        number = numbering.add_num(abstract)
        number.add_lvlOverride(0).add_startOverride(1)
        return int(number.numId)

    def table(self, block: Table) -> None:
        table = self.document.add_table(0, len(block.rows[0]))
        lines(table)
        table.autofit = False
        shares, whole = widths(block), stays_whole(block)
        wide = [Emu(TEXT_WIDTH * share // sum(shares)) for share in shares]
        for column, width in zip(table.columns, wide, strict=True):
            column.width = width
        for place, texts in enumerate(block.rows):
            row = table.add_row()
            properties = row._tr.get_or_add_trPr()  # noqa: SLF001 - no other way in
            properties.append(OxmlElement("w:cantSplit"))
            if place == 0:
                properties.append(OxmlElement("w:tblHeader"))
            for column, (cell, text) in enumerate(zip(row.cells, texts, strict=True)):
                cell.width = wide[column]
                self.cell(cell, text, head=place == 0, right=column in block.right)
                last = place == len(block.rows) - 1
                cell.paragraphs[0].paragraph_format.keep_with_next = (whole and not last) or None
        self.paragraph("", "After Table")

    def cell(self, cell: _Cell, text: str, *, head: bool, right: bool) -> None:
        paragraph = cell.paragraphs[0]
        paragraph._p.style = self.styles["Table Text"]  # noqa: SLF001 - as in paragraph()
        run = paragraph.add_run(_plain(text))
        if head:
            run.bold = True
            run.font.color.rgb = ACCENT
        if right:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT

    def link(self, block: Link) -> None:
        """A paragraph that is a link; python-docx can read links and not write them."""
        paragraph = self.paragraph("")
        hyperlink = OxmlElement("w:hyperlink")
        to = self.document.part.relate_to(block.address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        hyperlink.set(qn("r:id"), to)
        run = paragraph.add_run(_plain(block.text))
        run.font.underline = True
        run.font.color.rgb = ACCENT
        hyperlink.append(run._r)  # noqa: SLF001 - no other way in
        paragraph._p.append(hyperlink)  # noqa: SLF001 - as above

    def picture(self, block: Picture) -> None:
        drawing = io.BytesIO(typesetting.png(block.svg, self.language))
        if block.title:
            self.paragraph(block.title, "Heading 3")
        paragraph = self.paragraph("", "Picture")
        shape = paragraph.add_run().add_picture(drawing)
        wide, high = shape.width, shape.height
        scale = min(TEXT_WIDTH / wide, HIGHEST / high)
        shape.width, shape.height = Emu(round(wide * scale)), Emu(round(high * scale))
        inline: Any = shape._inline  # noqa: SLF001 - no other way in
        inline.docPr.set("descr", _plain(block.alt))
        for side in "TBLR":  # else LibreOffice adds a margin
            inline.set(f"dist{side}", "0")


def _plain(text: str) -> str:
    """One line that XML can hold; a note is text and nothing else."""
    return _NOT_XML.sub("", clean_line(text))
