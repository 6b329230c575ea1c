"""The corpus: texts, files made on the fly, and things in a folder that are no files."""

from __future__ import annotations

import io
import json
import os
import zipfile
import zlib
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

from advisor.report.evidence import FILE_NAME, NAMESPACE

BIG = 50_000_000
"""Bytes of a file that is too big."""


@cache
def texts() -> dict[str, str]:
    """Name → text, as hostile as it was meant; in quotes in the file, so that nothing is cleaned on the way."""
    import yaml

    raw = Path(__file__).with_name("texts.yaml").read_text(encoding="utf-8")
    kinds = yaml.load(raw, Loader=yaml.SafeLoader)  # the one in Python takes halves of characters too
    named = {f"{kind}-{place}": text for kind, some in kinds.items() for place, text in enumerate(some, 1)}
    return named | {name: sign * length for name, (sign, length) in LONG.items()}


LONG = {
    "long-word": ("a", 3_000),
    "long-digits": ("9", 5_000),
    "long-questions": ("? ", 20_000),
    "long-marks": ("?", 20_000),
    "long-line": ("x ", 60_000),
}
"""Name → what is repeated, and how often."""


# -- files that are refused, or read as the plain answers they are -------------------------------------------


def _yaml() -> Iterator[tuple[str, bytes]]:
    yield "tag", b"answers: !!python/object/apply:os.system [touch ../outside/ran]\n"
    yield "tag-on-key", b"!!python/name:os.system x: 1\n"
    laughs = [b"a0: &a0 [x, x]"] + [f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]".encode() for n in range(1, 40)]
    yield "billion-laughs", b"\n".join(laughs) + b"\nanswers: {size: *a39}\n"
    yield "alias-to-itself", b"answers: &a {size: *a}\n"
    yield "merge-key", b"x: &x {size: small}\nanswers:\n  <<: *x\n"
    yield "many-keys", b"answers:\n" + b"".join(b"  q%d: a\n" % n for n in range(90_000))
    yield "same-key", b"answers:\n" + b"  size: small\n" * 200_000
    for name, sign in (("flow-lists", b"["), ("flow-maps", b"{a: "), ("questions", b"? "), ("dashes", b"- ")):
        yield f"deep-{name}", sign * 200_000
    yield "deep-block", b"".join(b" " * n + b"a:\n" for n in range(2_000))
    yield "digits", b"answers: {size: " + b"9" * 5_000 + b"}\n"
    yield "float", b"answers: {size: 1" + b"0" * 5_000 + b".5}\n"
    yield "hex-and-octal", b"answers: {size: 0x" + b"f" * 5_000 + b", night: 0o7}\n"
    yield "long-key", b"a" * 100_000 + b": 1\n"
    yield "control-signs", b"answers: {size: \x1b]0;x\x07}\n"
    yield "escaped-signs", b'answers: {"\\e]0;x\\a\\x9b": "\\u202e\\e[2J"}\n'
    yield "no-end", b'answers: {size: "'
    yield "directive", b"%YAML 9.9\n%TAG ! tag:x,2000:\n---\nanswers: {}\n"
    yield "two-documents", b"answers: {}\n---\nanswers: {}\n"
    yield "wrong-shapes", b"answers: [1, {2: 3}]\nname: {a: [b]}\nlanguage: [nl]\nstart: 12\n"
    yield "wrong-date", b"answers: {}\nstart: 2026-02-31\nlanguage: nl\n"
    yield "long-name", b"answers: {}\nname: " + b"x" * 1_000_000 + b"\n"
    yield "long-note", b"answers: {size: {option: small, note: " + b"x" * 1_000_000 + b"}}\n"


def _json() -> Iterator[tuple[str, bytes]]:
    for depth in (900, 960, 990, 1_000, 100_000):
        yield f"deep-lists-{depth}", b'{"answers": ' + b"[" * depth + b"]" * depth + b"}"
        yield (
            f"deep-maps-{depth}",
            b'{"schema": "dossier/1", "answers": ' + b'{"a":' * depth + b"1" + b"}" * (depth + 1),
        )
    yield "deep-schema", b'{"evidence": {"schema": ' + b"[" * 950 + b"]" * 950 + b'}, "answers": {}}'
    yield "digits", b'{"answers": {"size": ' + b"9" * 5_000 + b'}, "revision": ' + b"9" * 5_000 + b"}"
    yield "some-digits", b'{"answers": {}, "revision": ' + b"9" * 4_000 + b', "schema": "dossier/1"}'
    yield "no-numbers", b'{"answers": {"size": NaN, "night": -Infinity}, "start": 1e999}'
    yield "halves", b'{"answers": {"\\ud800": "\\udfff"}, "name": "\\ud83d"}'
    yield "same-key", b'{"answers": {' + b",".join([b'"size": "small"'] * 200_000) + b"}}"
    yield "many-keys", b'{"answers": {' + b",".join(b'"q%d": 1' % n for n in range(90_000)) + b"}}"
    yield "no-end", b'{"answers": {"size": "'
    yield "null-schema", b'{"schema": null, "answers": null, "evidence": null}'
    yield "wrong-shapes", b'{"schema": ["dossier/1"], "answers": {"size": {"option": {"a": 1}}}, "notes": {"size": []}}'


def _bytes() -> Iterator[tuple[str, bytes]]:
    yield "empty", b""
    yield "one-nul", b"\x00"
    yield "not-utf8", b"answers: {size: \xff\xfe\xc0\xaf}\n"
    yield "cut-utf8", b"answers: {size: sm\xe2\x82"
    yield "coded-halves", b"answers: {size: \xed\xa0\x80}\n"
    for code in ("utf-16", "utf-16-be", "utf-32", "utf-7"):
        yield code, "answers: {size: smallé}\n".encode(code)
    yield "mark-first", b"\xef\xbb\xbfanswers: {size: small}\n"
    yield "mark-twice", b"\xef\xbb\xbf\xef\xbb\xbfanswers: {size: small}\n"
    yield "mark-and-brace", b"\xef\xbb\xbf{"
    yield "elf", b"\x7fELF" + bytes(range(256)) * 100
    yield "shell", b"#!/bin/sh\ntouch ../outside/ran\n"


def _big() -> Iterator[tuple[str, bytes]]:
    yield "many-aliases", b"- *a\n" * 700_000
    yield "many-tags", b"- !a b\n" * 500_000
    yield "many-values", b"[" + b"a," * 1_900_000 + b"]"
    yield "long-line", b'answers: "' + b"x" * 3_900_000 + b'"\n'
    yield "many-lists", b'{"evidence": [' + b"[]," * 1_200_000 + b"0]}"
    yield "too-many-lists", b'{"evidence": [' + b"[]," * 9_000_000 + b"0]}"
    yield "big", b"answers: {size: small} # " + b"x" * BIG
    yield "big-brace", b"{" + b" " * BIG
    yield "big-lines", b"\n" * BIG
    yield "nuls", b"\x00" * 5_000_000


# -- reports -------------------------------------------------------------------------------------------------


def package(parts: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip with these parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return stream.getvalue()


def part(inside: bytes, before: bytes = b"") -> bytes:
    """A part of a Word document as ours is."""
    return before + b'<evidence xmlns="' + NAMESPACE.encode() + b'">' + inside + b"</evidence>"


def _word() -> Iterator[tuple[str, bytes]]:
    entities = b"<!DOCTYPE e [<!ENTITY a0 'ha'>" + b"".join(
        b"<!ENTITY a%d '&a%d;&a%d;&a%d;&a%d;'>" % (n, n - 1, n - 1, n - 1, n - 1) for n in range(1, 30)
    )
    yield "entities", package({"customXml/item1.xml": part(b"&a29;", entities + b"]>")})
    wide = ('<?xml version="1.0" encoding="utf-16"?><!--' + "x" * 10 + "-->").encode("utf-16")
    hidden = wide + (entities + b"]>" + part(b"&a29;")).decode().encode("utf-16-le")
    yield "entities-in-utf16", package({"customXml/item1.xml": hidden + NAMESPACE.encode()})
    outside = b'<!DOCTYPE e [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    yield "entity-outside", package({"customXml/item1.xml": part(b"&x;", outside)})
    yield "deep", package({"customXml/item1.xml": part(b"<a>" * 300_000)})
    yield "wide", package({"customXml/item1.xml": part(b"<a/>" * 240_000)})
    yield "lzma", package({"customXml/item1.xml": part(b" " * 900_000)}, zipfile.ZIP_LZMA)
    yield (
        "lying-size",
        package({"customXml/item1.xml": part(b"x" * 3_000_000)}).replace(
            (3_000_000 + len(part(b""))).to_bytes(4, "little"), (1_000).to_bytes(4, "little")
        ),
    )
    yield "traversal", package({"customXml/../../outside/ran": part(b"{}"), "../outside/ran": b"x"})
    yield "two", package({f"customXml/item{n}.xml": part(b"{}") for n in (1, 2)})
    yield "only-start", b"PK\x03\x04" + b"\x00" * 100
    yield "nested-zip", package({"customXml/item1.xml": package({"customXml/item1.xml": part(b"{}")})})


def pdf(*objects: bytes, trailer: bytes = b"<</Root 1 0 R>>", head: bytes = b"%PDF-1.7\n") -> bytes:
    """A PDF of these objects, numbered from 1, with a table that is right."""
    content, starts = head, []
    for number, body in enumerate(objects, 1):
        starts.append(len(content))
        content += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % start for start in starts)
    here = len(content)
    return content + (
        b"xref\n0 %d\n0000000000 65535 f \n%btrailer\n%b\nstartxref\n%d\n%%%%EOF\n"
        % (len(objects) + 1, table, trailer, here)
    )


def attached(stream: bytes, more: bytes = b"") -> bytes:
    """A PDF that carries a file of ours, as stored."""
    name = FILE_NAME.encode()
    return pdf(
        b"<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles<</Names[(%b) 3 0 R]>>>>>>" % name,
        b"<</Type/Pages/Kids[]/Count 0>>",
        b"<</Type/Filespec/F(%b)/EF<</F 4 0 R>>>>" % name,
        b"<</Type/EmbeddedFile/Length %d%b>>\nstream\n%b\nendstream" % (len(stream), more, stream),
    )


def _pdf() -> Iterator[tuple[str, bytes]]:
    predictor = b"/Filter/FlateDecode/DecodeParms<</Predictor 15/Columns 99999999999>>"
    yield "predictor", attached(zlib.compress(b"x" * 1_000), predictor)
    names = b"<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles 3 0 R>>>>"
    pages = b"<</Type/Pages/Kids[]/Count 0>>"
    yield "looping-names", pdf(names, pages, b"<</Kids[3 0 R 3 0 R]>>")
    yield (
        "looping-xref",
        pdf(names, pages, trailer=b"<</Root 1 0 R/Prev 15>>").replace(b"startxref\n", b"startxref\n15 %"),
    )
    first = pdf(names, pages)
    start = int(first.rsplit(b"startxref\n", 1)[1].split()[0])
    yield "xref-to-itself", pdf(names, pages, trailer=b"<</Root 1 0 R/Prev %d>>" % start)
    yield "looping-pages", pdf(b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R]/Parent 2 0 R/Count 9>>")
    yield "root-is-itself", pdf(b"1 0 R", pages)
    yield "deep", pdf(b"[" * 100_000 + b"]" * 100_000, pages)
    yield "huge-size", pdf(names, pages, trailer=b"<</Root 1 0 R/Size 999999999999>>")
    yield "huge-table", pdf(names, pages).replace(b"xref\n0 ", b"xref\n0 99999999")
    yield "script", pdf(b"<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>>>", pages)
    yield "locked", pdf(names, pages, trailer=b"<</Root 1 0 R/Encrypt<</Filter/Standard/V 5/R 6/O()/U()/P 0>>>>")
    yield "only-start", b"%PDF-1.7"
    yield "digits", pdf(names, pages, trailer=b"<</Root 1 0 R/Prev " + b"9" * 5_000 + b">>")


def _html() -> Iterator[tuple[str, bytes]]:
    start = b'<script type="application/json" id="advisor-evidence">'
    yield "many-starts", start * 500_000
    yield "two", (start + b"{}</script>") * 2
    yield "number", start + b"9" * 5_000 + b"</script>"
    yield "deep", start + b"[" * 900_000 + b"</script>"
    yield "altered", start + b'{"schema": "evidence/1", "checksum": "x"}</script>'
    yield "newer", start + b'{"schema": "evidence/\\ud800"}</script>'


def _big_reports() -> Iterator[tuple[str, bytes]]:
    yield "word-bomb", package({"customXml/item1.xml": part(b" " * 100_000_000)})
    bomb = zlib.compress(b" " * 300_000_000, 9)
    yield "pdf-bomb", attached(bomb, b"/Filter/FlateDecode")
    yield "pdf-bomb-in-bomb", attached(zlib.compress(bomb, 9), b"/Filter[/FlateDecode/FlateDecode]")
    yield "many-bombs", package({f"customXml/item{n}.xml": part(b" " * 999_000) for n in range(60)})
    yield "many-parts", package({f"customXml/i{n}.xml": b"" for n in range(20_000)}, zipfile.ZIP_STORED)
    yield "many-filters", attached(b"00" * 1_000_000, b"/Filter[" + b"/ASCIIHexDecode" * 5_000 + b"]")
    yield "run-lengths", attached(b"\x81 " * 2_000_000, b"/Filter/RunLengthDecode")
    yield "lzw", attached(b"\x80\x0b\x60\x50\x22\x0c\x0c\x85\x01" * 500_000, b"/Filter/LZWDecode")
    yield "many-objects", pdf(*[b"null"] * 100_000)
    yield "no-table", b"%PDF-1.7\n" + b"1 0 obj\n<<>>\n" * 200_000
    start = b'<script type="application/json" id="advisor-evidence">'
    yield "long-attributes", b"<script " + b"id=" * 9_000_000 + b">"
    yield "html-no-end", start + b"x" * 20_000_000


Files = Iterator[tuple[str, bytes]]
TEXT_FILES: dict[str, Callable[[], Files]] = {"yaml": _yaml, "json": _json, "bytes": _bytes, "big": _big}
REPORTS: dict[str, Callable[[], Files]] = {"word": _word, "pdf": _pdf, "html": _html, "big-report": _big_reports}


def files(kinds: dict[str, Callable[[], Files]]) -> Files:
    """Every file of some kinds, one at a time: together they would not fit in memory."""
    for kind, make in kinds.items():
        for name, content in make():
            yield f"{kind}-{name}", content


# -- what is no file -----------------------------------------------------------------------------------------


def _loop(path: Path) -> None:
    path.symlink_to(path.name)


THINGS: dict[str, Callable[[Path], None]] = {
    "pipe": lambda path: os.mkfifo(path),
    "folder": lambda path: path.mkdir(),
    "link-to-zero": lambda path: path.symlink_to("/dev/zero"),
    "link-to-random": lambda path: path.symlink_to("/dev/urandom"),
    "link-to-null": lambda path: path.symlink_to("/dev/null"),
    "link-to-full": lambda path: path.symlink_to("/dev/full"),
    "link-to-itself": _loop,
    "link-to-nothing": lambda path: path.symlink_to(path.parent.parent / "outside" / "made"),
    "link-to-outside": lambda path: path.symlink_to("/etc/hostname"),
    "link-to-folder": lambda path: path.symlink_to("/etc"),
    "not-readable": lambda path: (path.write_bytes(b"answers: {}\n"), path.chmod(0))[0] and None,
}
"""What can stand in a folder under the name of a file, and how to put it there."""

NAMES = ("/dev/zero", "/dev/urandom", "/dev/full", "/proc/self/mem", "/dev/stdout/x", "a\0b", "x" * 5_000, "",
         "no\x1b]0;such\x07 file", "\udcff\udcfe", "line\nfeed", "\u202egpj.exe", "-", "/proc/self/environ",
         "./" * 3_000 + "x", "CON", "a/../../b", "~root/x", "C:\\x")  # fmt: skip
"""Names that are typed for a file."""


ADDRESSES = ("x.y; script-src *", "x,y", "x y", "*", "x\0y", "\udcff", "a" * 300, "é" * 100, "xn--\u202e", "[::1",
             "::1%x", "me:secret@x.y", "x.y\\@z", "x.y%0d%0aSet-Cookie:a", "127.0.0.1%0a", "x.y#z", "x.y?z", "0x7f.1",
             "999.999.999.999", "٣", "x.y:99999", "[fe80::1%25eth0]", "x'y", 'x"y')  # fmt: skip
"""Names that are typed for a computer."""


def rules_with(text: str) -> dict[str, object]:
    """The small rulebook, every sentence of which begins with ``text``."""
    from tests import knowledge

    def put(plain: object) -> object:
        if isinstance(plain, dict) and set(plain) == {"nl", "en"} and isinstance(plain["nl"], str):
            return {language: f"{text} {words}" for language, words in plain.items()}
        if isinstance(plain, dict):
            return {key: put(value) for key, value in plain.items()}
        return [put(value) for value in plain] if isinstance(plain, list) else plain

    return {name: json.dumps(put(content)) for name, content in knowledge.frame().items()}
