"""Every way in. Each entrance is a list of attempts; what must hold for all of them stands in ``verdict``."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from advisor.cli import main
from tests import knowledge
from tests.hostile import corpus, looks
from tests.hostile.limits import Ended, apart

ANSWERS = "answers:\n  goals: balanced\n  size: large\n  night: busy\n"
TOGETHER = 6
"""Texts in one sitting at the screen, which takes long to open."""
KEPT = "dossiers/interview-1.json"
FORMATS = ("text", "md", "json", "html", "ics", "docx", "pdf")


class Place:
    """A folder to work in, with another one beside it that must stay as it is."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.inside, self.outside = root / "inside", root / "outside"
        self.dossiers, self.rules = self.inside / "dossiers", root / "knowledge"
        knowledge.write(self.rules, knowledge.frame())
        self.outside.mkdir()
        (self.outside / "kept").write_text("kept", encoding="utf-8")

    def clear(self) -> None:
        """Begin anew."""
        shutil.rmtree(self.inside, ignore_errors=True)
        self.dossiers.mkdir(parents=True)
        (self.inside / "good.yaml").write_text(ANSWERS, encoding="utf-8")

    def untouched(self) -> bool:
        """Nothing outside was made, changed or removed."""
        there = {path.name: path.read_text(encoding="utf-8") for path in self.outside.iterdir()}
        return there == {"kept": "kept"} and not list(self.inside.rglob("ran"))


@dataclass
class Attempt:
    """One command on one input."""

    item: str
    words: tuple[str, ...] = ()
    stdin: bytes | Path = b""
    prepare: Callable[[Place], object] = lambda _place: None
    act: Callable[[], int] | None = None
    """Instead of a command."""
    look: Callable[[bytes], str] = looks.clean
    """What is wrong with the output; empty when nothing is."""

    def run(self, place: Place) -> tuple[str, str]:
        """``shown`` or ``refused``, and what is wrong (empty when nothing is)."""
        place.clear()
        self.prepare(place)
        ended = apart(self.act or (lambda: main(self.words)), place.inside, self.stdin)
        wrong = verdict(ended, self.look)
        if not place.untouched():
            wrong = "something outside was touched"
            shutil.rmtree(place.outside)
            place.outside.mkdir()
            (place.outside / "kept").write_text("kept", encoding="utf-8")
        return "shown" if ended.code in (0, 1) else "refused", wrong


_WITH_PLACE = re.compile(r".*:[0-9]+:[0-9]+: .+|… \+[0-9]+")


def verdict(ended: Ended, look: Callable[[bytes], str] = looks.clean) -> str:
    """What is wrong with how a command ended; empty when nothing is."""
    if ended.code not in (0, 1, 2):
        last = ended.err.decode(errors="replace").strip().splitlines()[-3:]
        return f"ended with {ended.code}: {last}"
    if b"Traceback" in ended.err:
        return "a traceback"
    if wrong := looks.clean(ended.err):
        return f"on standard error: {wrong}"
    if ended.code == 2:
        lines = ended.err.decode().splitlines()
        if not lines or not (len(lines) == 1 or all(_WITH_PLACE.fullmatch(line) for line in lines)):
            return f"not one sentence: {lines[:3]}"
        return "" if not ended.out else "something on standard output"
    return look(ended.out)


# -- texts -------------------------------------------------------------------------------------------------------


def typed_line_by_line() -> Iterator[Attempt]:
    """Lines of ``advisor --plain``."""
    for name, text in corpus.texts().items():
        lines = [
            "bewaar",
            "4",
            text,
            "",
            "",
            f"rapport {text}.md",
            text,
            f"notitie: {text}",
            f"wat is {text}?",
            "1",
            text,
            "u",
            f"note: {text}",
            "advies",
            text,
        ]
        yield Attempt(name, ("--plain",), "\n".join(lines).encode("utf-8", "surrogatepass"))
    for name, content in corpus.files(corpus.TEXT_FILES):
        yield Attempt(name, ("--plain",), content)
    for name, line in (
        ("yes", b"y\n"),
        ("unknown", b"u\n"),
        ("back-and-forth", b"1\nt\n"),
        ("review", b"answers\n"),
    ):
        yield Attempt(f"endless-{name}", ("--plain",), line * 1_000_000)
    for device in ("/dev/zero", "/dev/urandom", "/dev/null"):
        yield Attempt(device, ("--plain",), Path(device))


def typed_on_screen() -> Iterator[Attempt]:
    """What is typed and pasted in the screen."""
    from tests.hostile import screen

    texts = list(corpus.texts().items())
    for some in (texts[start : start + TOGETHER] for start in range(0, len(texts), TOGETHER)):
        names, lines = zip(*some, strict=True)
        yield Attempt(" ".join(names), act=lambda lines=lines: screen.typed(lines))


def typed_in_a_browser() -> Iterator[Attempt]:
    """What is typed and pasted in a tab."""
    from tests.hostile import browser

    texts = list(corpus.texts().items())
    for some in (texts[start : start + TOGETHER] for start in range(0, len(texts), TOGETHER)):
        names, lines = zip(*some, strict=True)
        yield Attempt(" ".join(names), act=lambda lines=lines: browser.typed(lines))


def notes() -> Iterator[Attempt]:
    """Notes in a file of answers, in every format of a report."""
    for name, text in corpus.texts().items():
        answers = {
            "answers": {"size": {"option": "large", "note": text[:4000]}, "night": "busy"},
            "start": "2027-01-04",
        }
        content = json.dumps(answers)
        for form in FORMATS:
            yield Attempt(
                name,
                ("advise", "a.json", "--format", form),
                prepare=lambda place, content=content: (place.inside / "a.json").write_text(content),
                look=looks.report(form, text[:4000]),
            )


def words_on_the_command_line() -> Iterator[Attempt]:
    """Glossary queries, forms, names of dossiers and values of options."""
    for name, text in corpus.texts().items():
        yield Attempt(name, ("glossary", "--", text))
        yield Attempt(name, ("why", "good.yaml", "--", text))
        yield Attempt(name, ("dossier", "show", "--", text))
        yield Attempt(name, ("dossier", "delete", "--force", "--", text))
        yield Attempt(name, ("dossier", "import", "good.yaml", "--name", f" {text}"))
        yield Attempt(name, ("advise", "good.yaml", "--start", f" {text}"))
        yield Attempt(name, ("advise", "good.yaml", "--format", f" {text}"))
        yield Attempt(name, (f"--lang={text}", "questions"))
        yield Attempt(name, (text, text))


def file_names() -> Iterator[Attempt]:
    """Names of files to read and to write."""
    good = json.dumps(_dossier("word")).encode()
    names = {**corpus.texts(), **{repr(name)[:40]: name for name in corpus.NAMES}}
    for name, text in names.items():
        yield Attempt(name, ("advise", "--", text))
        yield Attempt(name, ("verify", "--", text))
        yield Attempt(name, ("check", "--", text))
        yield Attempt(name, (f"--rulebook={text}", "questions"))
        yield Attempt(name, ("dossier", "import", "--", text))
        if not text.startswith(("/", "..", "a/..")):  # whoever names such a place to write to gets it
            yield Attempt(name, ("advise", "good.yaml", f"--output={text}.txt"))
            yield Attempt(name, ("advise", "good.yaml", f"--output={text}"))
            yield Attempt(name, ("dossier", "export", "interview-1", "--", text), prepare=_file(KEPT, good))
            compare = ("dossier", "compare", "interview-1", "interview-1", f"--output={text}.md")
            yield Attempt(name, compare, prepare=_file(KEPT, good))
            yield Attempt(name, ("rulebook", "export", "--", text))


# -- a browser -------------------------------------------------------------------------------------------------


def addresses_to_serve_at() -> Iterator[Attempt]:
    """Options of ``advisor serve``."""
    from tests.hostile import browser

    named = {**corpus.texts(), **{name: name for name in corpus.ADDRESSES}}
    for name, text in named.items():
        for words in ((f"--host={text}", "--port=0"), (f"--port={text}",), ("--port=0", f"--url={text}"),
                      ("--port=0", f"--url=https://{text}"), ("--port=0", f"--url=https://x.y:{text}")):  # fmt: skip
            yield Attempt(name, words, act=lambda words=words: browser.opened(words))


def requests() -> Iterator[Attempt]:
    """What a browser, or what is none, sends to the server."""
    from tests.hostile import browser, wire

    browser.our_tags()  # once, and not in every process
    for name, text in corpus.texts().items():
        for parts in wire.with_text(text):
            yield Attempt(name, act=lambda parts=parts: browser.asked(parts, leaves=False))
    for leaves, some in ((False, wire.whole()), (True, wire.cut())):
        for name, parts in some:
            yield Attempt(name, act=lambda parts=parts, leaves=leaves: browser.asked(parts, leaves))


def messages() -> Iterator[Attempt]:
    """What a page says to its screen."""
    from tests.hostile import browser, wire

    for name, text in corpus.texts().items():
        for message in wire.messages_with(text):
            yield Attempt(name, act=lambda message=message: browser.told(message, 1))
    for name, (message, times) in wire.MESSAGES.items():
        yield Attempt(name, act=lambda message=message, times=times: browser.told(message, times))


# -- files and what is none ------------------------------------------------------------------------------------


def answers_files() -> Iterator[Attempt]:
    """A file of answers, by name and on standard input."""
    for name, content in corpus.files(corpus.TEXT_FILES):
        yield Attempt(name, ("advise", "a.yaml"), prepare=_file("a.yaml", content))
        yield Attempt(name, ("whatif", "-", "--format", "json"), content)
        yield Attempt(name, ("dossier", "import", "a.yaml"), prepare=_file("a.yaml", content))
    for name, make in corpus.THINGS.items():
        if name != "pipe":  # whoever names a pipe waits for what comes out of it
            yield Attempt(name, ("advise", "thing"), prepare=_thing("thing", make))
            yield Attempt(name, ("dossier", "import", "thing"), prepare=_thing("thing", make))


def dossiers() -> Iterator[Attempt]:
    """Files in the folder of dossiers, and dossiers from elsewhere."""
    shapes = [(name, json.dumps(_dossier(text)).encode()) for name, text in corpus.texts().items()]
    for name, content in (*shapes, *corpus.files(corpus.TEXT_FILES)):
        for words in (("list",), ("list", "--format", "json"), ("show", "interview-1"), ("compare", "interview-1"),
                      ("show", "interview-1", "--format", "json"), ("export", "interview-1"),
                      ("resume", "interview-1", "--plain"), ("delete", "interview-1", "--force")):  # fmt: skip
            yield Attempt(name, ("dossier", *words), prepare=_file(KEPT, content))
    for name, content in shapes:
        yield Attempt(name, ("dossier", "import", "kept.json"), prepare=_file("kept.json", content))
    for name, make in corpus.THINGS.items():
        for words in (("list",), ("show", "interview-1"), ("resume", "interview-1", "--plain")):
            yield Attempt(name, ("dossier", *words), prepare=_thing(KEPT, make))
        yield Attempt(name, ("dossier", "list"), prepare=_thing("dossiers/.interview-1.r1", make))
        yield Attempt(name, ("dossier", "import", "good.yaml"), prepare=_thing(KEPT, make))


_READ_RULES = (
    ("check",),
    ("questions",),
    ("questions", "--format", "json"),
    ("glossary",),
    ("glossary", "team"),
    ("why", "good.yaml", "insourcing"),
    ("advise", "good.yaml", "--format", "md"),
)


def rulebooks() -> Iterator[Attempt]:
    """Files of rules and glossary, checked and used."""
    for name, text in corpus.texts().items():
        files = corpus.rules_with(text)
        for words in _READ_RULES:
            yield Attempt(name, ("--rulebook=.", *words), prepare=_rules(files))
        named = json.dumps(knowledge.frame()).replace('"size"', json.dumps(text[:200]))
        named = named.replace('"team"', json.dumps(text))
        renamed = {file: json.dumps(content) for file, content in json.loads(named).items()}
        yield Attempt(name, ("--rulebook=.", "check"), prepare=_rules(renamed))
        yield Attempt(name, ("--rulebook=.", "check"), prepare=_rules({"rules/x.yaml": json.dumps({text: 1})}))
    for name, content in corpus.files(corpus.TEXT_FILES):
        yield Attempt(name, ("--rulebook=.", "check"), prepare=_rules({}, **{"rules/x.yaml": content}))
        yield Attempt(name, ("--rulebook=.", "questions"), prepare=_rules({}, **{"glossary/x.yaml": content}))
    many = {"rules": [{"id": f"r{n}", "when": [{f"q{n}": "a"}], "for": f"f{n}"} for n in range(8_000)]}
    yield Attempt("many-unknown", ("--rulebook=.", "check"), prepare=_rules({"rules/x.yaml": json.dumps(many)}))
    for name, make in corpus.THINGS.items():
        for where in ("rules/x.yaml", "glossary/x.yaml"):
            yield Attempt(name, ("--rulebook=.", "check"), prepare=_rules({}, **{where: make}))
        yield Attempt(name, ("--rulebook=thing", "questions"), prepare=_thing("thing", make))
        yield Attempt(name, ("rulebook", "export", "thing"), prepare=_thing("thing", make))
        yield Attempt(name, ("rulebook", "export", "."), prepare=_thing("rules", make))
        yield Attempt(name, ("rulebook", "export", "."), prepare=_thing("rules/forms.yaml", make))


def reports() -> Iterator[Attempt]:
    """Reports to verify."""
    for name, content in corpus.files({**corpus.TEXT_FILES, **corpus.REPORTS}):
        yield Attempt(name, ("verify", "report"), prepare=_file("report", content))
        yield Attempt(name, ("dossier", "import", "report"), prepare=_file("report", content))
    for name, text in corpus.texts().items():
        for _, content in looks.reports_with(text):
            yield Attempt(name, ("verify", "report"), prepare=_file("report", content))
            yield Attempt(name, ("dossier", "import", "report"), prepare=_file("report", content))
    for name, make in corpus.THINGS.items():
        if name != "pipe":
            yield Attempt(name, ("verify", "thing"), prepare=_thing("thing", make))


def outputs() -> Iterator[Attempt]:
    """What stands where a report or a dossier is to be written."""
    for name, make in corpus.THINGS.items():
        if name == "pipe":
            continue
        for more in ((), ("--force",)):
            yield Attempt(
                name, ("advise", "good.yaml", "--output", "thing.txt", *more), prepare=_thing("thing.txt", make)
            )
            yield Attempt(
                name, ("advise", "good.yaml", "--output", "thing/a.txt", *more), prepare=_thing("thing", make)
            )


ENTRANCES: dict[str, Callable[[], Iterator[Attempt]]] = {
    function.__name__: function
    for function in (typed_line_by_line, typed_on_screen, typed_in_a_browser, notes, words_on_the_command_line,
                     file_names, answers_files, dossiers, rulebooks, reports, outputs, addresses_to_serve_at, requests,
                     messages)
}  # fmt: skip


def _file(name: str, content: bytes) -> Callable[[Place], object]:
    return lambda place: (place.inside / name).write_bytes(content)


def _thing(name: str, make: Callable[[Path], object]) -> Callable[[Place], object]:
    def put(place: Place) -> None:
        (place.inside / name).parent.mkdir(exist_ok=True)
        make(place.inside / name)

    return put


def _rules(files: dict[str, object], **more: bytes | Callable[[Path], object]) -> Callable[[Place], object]:
    """The small rulebook with other files, in the folder to work in."""

    def put(place: Place) -> None:
        knowledge.write(place.inside, {**knowledge.frame(), **files})
        for name, content in more.items():
            path = place.inside / name
            if isinstance(content, bytes):
                path.write_bytes(content)
            else:
                content(path)

    return put


def _dossier(text: str) -> dict[str, object]:
    """A dossier with ``text`` wherever there is room for text."""
    used = {"version": "2026-01-01", "hash": "0" * 64}
    outcome = {"form": "no_form", "score": 1, "verdict": "odd", "arguments": [{"rule": "gone", "effect": 1}]}
    change = {"question": "size", "before": text, "after": text}
    return {
        "schema": "dossier/1", "id": "interview-1", "revision": 3, "name": text, "language": "en", "advisor": text,
        "rulebook": used, "answers": {"size": "large", "night": text, text: text}, "notes": {"size": text, text: text},
        "history": [[change, {**change, "what": "note"}, {**change, "question": text}]],
        "scenarios": [{"number": 1, "changes": {"size": text, text: text}}],
        "advice": {"rulebook": used, "answers": {text: text}, "form": text, "cautions": [text],
                   "ranking": [outcome, {**outcome, "form": "insourcing"}]},
    }  # fmt: skip
