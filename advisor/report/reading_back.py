"""Finding the data that a report carries. A report comes from anywhere: nothing in it is trusted, run or fetched."""

from __future__ import annotations

import json
import logging
import re
import struct
import zipfile
import zlib
from io import BytesIO
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree

from advisor.report.evidence import FILE_NAME, HTML_ID, LARGEST, NAMESPACE, DamagedError, from_data, parsed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from advisor.report.evidence import Evidence

LARGEST_REPORT = 30_000_000
"""Bytes of a report; ours have some hundreds of thousands, and Word and scans of signatures may add to them."""

LARGEST_JSON = 4_000_000
"""Bytes of a report that is JSON, where every byte may become an object."""

MOST_PARTS = 2_000
"""Parts of a Word document that are looked through."""

MOST_UNPACKED = 8_000_000
"""Bytes that are unpacked from a Word document."""

_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""How the parts of a Word document are packed; others may ask for as much memory as they like."""


def is_report(raw: bytes) -> bool:
    """Whether this is to be read as a report and not as a file of answers: a binary one, a page, or JSON with data."""
    if _is_docx(raw) or _is_pdf(raw) or _start(raw).startswith(b"<"):
        return True
    try:
        _in_json(raw)
    except DamagedError as error:
        return str(error) not in ("report_unreadable", "data_missing")
    return True


def carried(raw: bytes) -> Evidence:
    """The data in a report, of whatever format.

    Raises:
        DamagedError: there is none, or it is not as it was written.
    """
    if len(raw) > LARGEST_REPORT:
        raise DamagedError("report_too_large")
    if _is_docx(raw):
        return parsed(_only(list(_in_docx(raw))))
    if _start(raw).startswith(b"{"):
        return _in_json(raw)
    if _is_pdf(raw):
        return parsed(_only(_in_pdf(raw)))
    return parsed(_only(_in_html(raw)))


def _is_docx(raw: bytes) -> bool:
    return raw.startswith(b"PK")


def _is_pdf(raw: bytes) -> bool:
    return b"%PDF-" in raw[:1024]


def _start(raw: bytes) -> bytes:
    """How a text begins, a mark of its encoding and empty lines left out."""
    return raw[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")


def _only(found: list[bytes]) -> bytes:
    """The one there is; of two, nobody can say which the report was made with."""
    if not found:
        raise DamagedError("data_missing")
    if len(found) > 1:
        raise DamagedError("data_doubled")
    return found[0]


def _in_json(raw: bytes) -> Evidence:
    if len(raw) > LARGEST_JSON:
        raise DamagedError("report_too_large")
    try:
        data: Any = json.loads(raw.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise DamagedError("report_unreadable") from None
    if not isinstance(data, dict) or "evidence" not in data:
        raise DamagedError("data_missing")
    return from_data(data["evidence"])


_BROKEN = (zipfile.BadZipFile, zlib.error, struct.error, ElementTree.ParseError, OSError, ValueError, EOFError,
           LookupError, RuntimeError)  # fmt: skip
"""What comes of a zip, or a part of one, that is not as it should be; with a password it is a RuntimeError,
with an unknown encoding a LookupError."""

_ELEMENT = re.compile(
    rb"<script\b[^<>]{0,200}?\bid=[\"']?" + HTML_ID.encode() + rb"[\"']?[^<>]{0,200}>([^<]*)</script", re.IGNORECASE
)
"""Ours as we write it, and as a browser that saves the page may. What it holds has no ``<``."""


def _in_html(raw: bytes) -> list[bytes]:
    return _ELEMENT.findall(raw)


def _in_docx(raw: bytes) -> Iterator[bytes]:
    """The text of every part whose root is ours; a zip that blows itself up is never unpacked further than we read."""
    unpacked = 0
    if raw.count(b"PK\x01\x02") > MOST_PARTS:  # before a list is made of them
        raise DamagedError("report_too_large")
    try:
        with zipfile.ZipFile(BytesIO(raw)) as package:
            entries = package.infolist()
            if len(entries) > MOST_PARTS:
                raise DamagedError("report_too_large")
            for entry in entries:
                if (
                    entry.filename.startswith("customXml/")
                    and entry.file_size <= LARGEST
                    and entry.compress_type in _METHODS
                ):
                    with package.open(entry) as part:
                        content = part.read(LARGEST + 1)
                    unpacked += len(content)
                    if unpacked > MOST_UNPACKED:
                        raise DamagedError("report_too_large")
                    if NAMESPACE.encode() in content:
                        yield from _in_part(content)
    except _BROKEN as error:
        raise DamagedError("report_unreadable") from error


def _in_part(content: bytes) -> Iterator[bytes]:
    try:
        root = ElementTree.fromstring(content, ElementTree.XMLParser(target=_WithoutEntities()))
    except _DoctypeError:
        return
    if root.tag == f"{{{NAMESPACE}}}evidence" and not len(root):
        yield (root.text or "").encode("utf-8", "replace")


class _DoctypeError(Exception):
    """A part has a document type."""


class _WithoutEntities(ElementTree.TreeBuilder):
    """Refuses a document type: it is the door to entities, which may grow without end."""

    def doctype(self, *_: str) -> None:
        raise _DoctypeError


def _in_pdf(raw: bytes) -> list[bytes]:
    from pypdf import PdfReader

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # its warnings are not for a manager
    try:
        reader = PdfReader(BytesIO(raw))
        return [bytes(content) for content in reader.attachments.get(FILE_NAME, [])]
    except Exception as error:
        raise DamagedError("report_unreadable") from error
