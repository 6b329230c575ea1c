"""A Word document as a package of parts: the one with our data, and the same bytes for the same content."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from advisor.report.evidence import NAMESPACE, written

if TYPE_CHECKING:
    from docx.document import Document

    from advisor.report.evidence import Evidence

FIRST = "[Content_Types].xml"
"""What readers expect at the front."""
LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The oldest time a zip can hold."""

_NOT_NEEDED = ("/thumbnail", "/stylesWithEffects")
"""The picture of an empty page, and the styles once more for Word 2010."""
_ITEM = "{63BDE2A4-5E0D-4C7B-9C0B-1F6B8B1C0E51}"
"""Name of the part for Word, which drops parts without one."""
_PROPERTIES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<ds:datastoreItem ds:itemID="{item}" '
    'xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"><ds:schemaRefs>'
    '<ds:schemaRef ds:uri="{namespace}"/></ds:schemaRefs></ds:datastoreItem>'
)


def carry(document: Document, evidence: Evidence) -> None:
    """Put the evidence in a part of its own, which Word keeps when the document is edited."""
    package = document.part.package
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<evidence xmlns="{NAMESPACE}">{escape(written(evidence))}</evidence>'
    )
    part = Part(PackURI("/customXml/item2.xml"), "application/xml", content.encode(), package)
    properties = Part(
        PackURI("/customXml/itemProps2.xml"),
        "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
        _PROPERTIES.format(item=_ITEM, namespace=NAMESPACE).encode(),
        package,
    )
    part.relate_to(properties, RELATIONSHIP_TYPE.CUSTOM_XML_PROPS)
    document.part.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_XML)


def tidy(document: Document) -> None:
    """Leave out what python-docx's template carries and nobody needs: it is nine tenths of the file."""
    for relations in (document.part.package.rels, document.part.rels):
        for key in [key for key, relation in relations.items() if relation.reltype.endswith(_NOT_NEEDED)]:
            relations.pop(key)
    for style in [style for style in document.styles if style.type == WD_STYLE_TYPE.TABLE]:
        if not style.builtin or style.name != "Normal Table":
            style.delete()


def packed(document: Document) -> bytes:
    """The document as a file, its parts in a fixed order and without a time.

    Nothing is compressed: another build of zlib would give other bytes.
    """
    content, result = io.BytesIO(), io.BytesIO()
    document.save(content)
    with zipfile.ZipFile(content) as source, zipfile.ZipFile(result, "w", zipfile.ZIP_STORED) as target:
        for name in sorted(source.namelist(), key=lambda name: (name != FIRST, name)):
            entry = zipfile.ZipInfo(name, LONG_AGO)
            entry.create_system = 0
            target.writestr(entry, source.read(name))
    return result.getvalue()
