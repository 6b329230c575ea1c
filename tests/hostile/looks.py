"""What may not be in an output, and reports that hold a text wherever there is room for one."""

from __future__ import annotations

import io
import json
import re
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

from advisor.advice import Advisor
from advisor.report import formats
from advisor.report.evidence import HTML_ID, as_data, evidence_of
from advisor.report.evidence import _canonical as canonical
from advisor.report.evidence import _checksum as checksum
from advisor.text import clean_text
from tests import knowledge
from tests.hostile import corpus
from tests.hostile.limits import apart

GIVEN = {"size": "large", "night": "busy"}
START = "2027-01-04"


def clean(out: bytes) -> str:
    """Text that a terminal would obey or a reader could not see."""
    try:
        text = out.decode()
    except UnicodeDecodeError as error:
        return f"not UTF-8: {error}"
    if text == clean_text(text):
        return ""
    bad = next(place for place, sign in enumerate(text) if clean_text(sign) != sign)
    return f"holds {text[bad]!r} in {text[max(0, bad - 30) : bad + 20]!r}"


@cache
def advisor() -> Advisor:
    """On the small rulebook."""
    with tempfile.TemporaryDirectory() as folder:
        return Advisor(knowledge.small(Path(folder)))


@cache
def plain(form: str) -> bytes:
    """A report whose note is one word; made in another process, for typst starts threads that a copy would lack."""

    def act() -> int:
        content = formats.render(form, advisor().advise(GIVEN, {"size": "word"}), "nl", START)
        sys.stdout.buffer.write(content.encode() if isinstance(content, str) else content)
        return 0

    return apart(act, Path.cwd()).out


def report(form: str, note: str) -> Callable[[bytes], str]:
    """Looks whether a report with this note is built as one with a harmless note is."""

    def look(out: bytes) -> str:
        if form not in formats.BINARY and (wrong := clean(out)):
            return wrong
        if form == "json" and json.loads(out)["notes"].get("size", "") != clean_text(note).strip():
            return "the note is not what was written"
        if clean_text(note).strip() and (parts := _PARTS.get(form)) and parts(out) != parts(plain(form)):
            return f"is built otherwise: {parts(out)[-5:]} and not {parts(plain(form))[-5:]}"
        return ""

    return look


def tags(page: bytes) -> list[str]:
    """What a page is built of."""
    return re.findall(r"<[/a-zA-Z!][^>]*", re.sub(r"(?s)>\{.*?</script", "></script", page.decode()))


def _package(raw: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(raw)) as package:
        relations = "".join(package.read(n).decode() for n in package.namelist() if n.endswith(".rels"))
        body = package.read("word/document.xml").decode()
    return [
        *package.namelist(),
        relations,
        *re.findall(r"<w:(?:hyperlink|fldSimple|instrText|object|altChunk)\b", body),
    ]


def _active(raw: bytes) -> list[str]:
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(raw))
    notes = [note.get_object() for page in reader.pages for note in page.get("/Annots", ())]
    actions = [str(note["/A"].get_object().get("/S")) for note in notes if "/A" in note]
    keys = {str(key) for page in reader.pages for key in page} - {"/Annots", "/Tabs"}
    return [*sorted(map(str, reader.root_object)), *sorted(keys), *(act for act in actions if act != "/GoTo")]


def _entries(raw: bytes) -> list[str]:
    unfolded = raw.decode().replace("\r\n ", "")
    return [line.partition(":")[0].partition(";")[0] for line in unfolded.split("\r\n")]


_PARTS: dict[str, Callable[[bytes], list[str]]] = {"html": tags, "docx": _package, "pdf": _active, "ics": _entries}


# -- reports to verify -------------------------------------------------------------------------------------------


def carriers(data: str) -> Iterator[tuple[str, bytes]]:
    """Reports in each format that carry this data."""
    page = f'<script type="application/json" id="{HTML_ID}">{data}</script>'
    yield "html", page.encode("utf-8", "surrogatepass")
    yield "json", f'{{"evidence": {data}}}'.encode("utf-8", "surrogatepass")
    yield "docx", corpus.package({"customXml/item1.xml": corpus.part(data.encode("utf-8", "replace"))})
    yield "pdf", corpus.attached(data.encode("utf-8", "surrogatepass"))


def data() -> dict[str, object]:
    """What a report of the small rulebook carries."""
    return as_data(evidence_of(advisor().advise(GIVEN, {"size": "word"}), "nl", START))


def reports_with(text: str) -> Iterator[tuple[str, bytes]]:
    """Reports with ``text`` in the data, as a note (in order) and where ids belong (to be refused)."""
    note = data() | {"notes": {"size": text}}
    ids = data() | {"answers": {text: text}, "mix": {text: text}, "form": text, "cautions": [text]}
    days = data() | {"start": text, "rulebook": {"version": "2026-99-99", "hash": "0" * 64}}
    for kind, changed in (("note", note), ("ids", ids), ("days", days)):
        content = {key: value for key, value in changed.items() if key != "checksum"}
        for carrier, raw in carriers(canonical(content | {"checksum": checksum(content)})):
            yield f"{kind} in {carrier}", raw
