"""From YAML files to a rulebook, or to the list of everything that is wrong with them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

import msgspec

from advisor.disk import LARGEST_TEXT, read_regular
from advisor.errors import Fault, FaultsError, hint
from advisor.reasons import reason_of
from advisor.rulebook import model
from advisor.rulebook.references import faults_between
from advisor.rulebook.rulebook import Rulebook
from advisor.rulebook.sections import KEY, SECTIONS, convert
from advisor.rulebook.yaml12 import MOST_FAULTS, Document, read
from advisor.text import clean_line

HEADER = ("version", "topics", "topic", "title")
"""Single values a file may hold: ``rulebook.yaml`` the first two, a topic file the last two."""


@dataclass
class Entry:
    """One item as it stands in a file."""

    section: str
    id: str
    """As written; empty when it has none."""
    item: Any
    """An object of the model, or None when its shape is wrong."""
    document: Document
    path: tuple[str | int, ...]
    topic: str = ""
    """Topic of the file it is in."""

    def fault(self, message: str, *path: str | int, key: bool = False) -> Fault:
        """A fault at a place inside the item."""
        return self.document.fault((*self.path, *path), message, key=key)


@dataclass
class Reading:
    """All that was read from a directory, sound or not."""

    entries: list[Entry]
    topics: list[str]
    """Order of the topics in the interview."""
    version: str
    faults: list[Fault]
    files: int = 0

    def of(self, section: str) -> list[Entry]:
        """The entries of one section, in file order."""
        return [entry for entry in self.entries if entry.section == section]

    def fault(self, section: str, name: str, message: str) -> Fault:
        """A fault at the item called ``name``, found when the whole was looked at."""
        entry = next(e for e in self.of(section) if e.id == name)
        return entry.fault(f'"{name}" {message}')


def load(directory: Path) -> Rulebook:
    """The rulebook in ``directory``, which holds ``rules/`` and ``glossary/``.

    Raises:
        FaultsError: with every fault found, sorted.
    """
    reading = examine(directory)
    if reading.faults:
        raise FaultsError(reading.faults)
    return build(reading)


def examine(directory: Path) -> Reading:
    """Read every file and check every item, without stopping at the first fault."""
    reading = Reading([], [], "", [])
    complete = True
    for file in _files(directory, reading.faults):
        name = clean_line(file.relative_to(directory).as_posix())
        try:
            document = read(read_regular(file, LARGEST_TEXT + 1), name)
        except FaultsError as error:
            reading.faults.extend(error.faults)
            complete = False
            continue
        except OSError as error:
            reading.faults.append(Fault(name, 1, 1, f"cannot be read: {reason_of(error).en}"))
            complete = False
            continue
        reading.files += 1
        reading.faults.extend(document.faults)
        _read_document(document, reading)
        if len(reading.faults) >= MOST_FAULTS:
            complete = False
            break
    between = list(islice(faults_between(reading), MOST_FAULTS))
    if not complete:
        # What the unread file declares only seems to be missing; the names of forms and parts are in no file.
        fixed = ("unknown form", "unknown segment", "unknown option")
        between = [f for f in between if f.message.startswith(fixed) or "unknown" not in f.message]
        between = [f for f in between if "is missing" not in f.message]
    reading.faults.extend(between)
    reading.faults = sorted(set(reading.faults))
    return reading


def build(reading: Reading) -> Rulebook:
    """The rulebook of a reading without faults."""
    order = {topic: place for place, topic in enumerate(reading.topics)}
    entries = sorted(reading.of("questions"), key=lambda entry: order[entry.topic])

    def by_id(section: str) -> dict[str, Any]:
        return {e.id: e.item for e in sorted(reading.of(section), key=lambda e: e.id)}

    titles = {entry.id: entry.item for entry in reading.of("topics")}
    return Rulebook(
        version=reading.version,
        topics={topic: titles[topic] for topic in reading.topics},
        questions={entry.id: entry.item for entry in entries},
        forms={entry.id: entry.item for entry in reading.of("forms")},
        segments={s: item for s in model.SEGMENTS for sid, item in by_id("segments").items() if s == sid},
        **{section: by_id(section) for section in SECTIONS if section not in ("questions", "forms", "segments")},
        topic_of={entry.id: entry.topic for entry in entries},
    )


def _files(directory: Path, faults: list[Fault]) -> list[Path]:
    found: list[Path] = []
    for folder in ("rules", "glossary"):
        files = sorted((directory / folder).glob("*.yaml"))
        if not files:
            faults.append(Fault(f"{folder}/", 1, 1, f"no .yaml files here; a rulebook needs {folder}/*.yaml"))
        found.extend(files)
        for file in sorted((directory / folder).glob("*.yml")):
            message = f"would not be read; give it a name that ends in .yaml, such as {file.stem}.yaml"
            faults.append(Fault(f"{folder}/{file.name}", 1, 1, message))
    return found


def _read_document(document: Document, reading: Reading) -> None:
    data = document.data
    if not isinstance(data, dict):
        reading.faults.append(document.fault((), "must be a mapping with lists such as questions: or rules:"))
        return
    known = (*SECTIONS, *HEADER)
    for key in data:
        if key not in known:
            reading.faults.append(document.fault((key,), f'unknown key "{key}"{hint(key, known)}', key=True))
    topic = _read_header(document, reading)
    for section, kind in SECTIONS.items():
        if section not in data:
            continue
        if not isinstance(data[section], list):
            reading.faults.append(document.fault((section,), f'"{section}" must be a list'))
            continue
        for place, plain in enumerate(data[section]):
            if len(reading.faults) >= MOST_FAULTS:
                return
            _read_item(document, (section, place), plain, kind, reading, topic)
        if section == "questions" and not topic:
            reading.faults.append(
                document.fault(("questions",), 'questions need a "topic" at the top of the file', key=True)
            )


def _read_header(document: Document, reading: Reading) -> str:
    """Take the single values of a file; return its topic, or nothing."""
    data = document.data
    for key, before in (("version", reading.version), ("topics", reading.topics)):
        if key in data and before:
            reading.faults.append(document.fault((key,), f'another file gives the "{key}" too', key=True))
    if "version" in data:
        if isinstance(data["version"], str) and model.is_date(data["version"]):
            reading.version = data["version"]
        else:
            reading.faults.append(document.fault(("version",), "the version must be a date, YYYY-MM-DD"))
    if "topics" in data:
        if isinstance(data["topics"], list) and all(isinstance(t, str) for t in data["topics"]):
            reading.topics = data["topics"]
            reading.entries.append(Entry("order", "topics", data["topics"], document, ("topics",)))
        else:
            reading.faults.append(document.fault(("topics",), "topics must be a list of topic ids"))
    topic = data.get("topic")
    if topic is None:
        return ""
    plain = {"id": topic, **({"title": data["title"]} if "title" in data else {})}
    try:
        item = convert(plain, model.Topic)
    except msgspec.ValidationError as error:
        message, where = _explain(error)
        path = ("topic",) if where[:1] == ("id",) else ("title", *where[1:])
        reading.faults.append(document.fault(path, message))
        item = None
    reading.entries.append(Entry("topics", str(topic), item, document, ("topic",)))
    return str(topic)


def _read_item(
    document: Document, path: tuple[str | int, ...], plain: Any, kind: type[model.Item], reading: Reading, topic: str
) -> None:
    section = str(path[0])
    written = plain.get(KEY.get(section, "id"), "") if isinstance(plain, dict) else ""
    entry = Entry(section, written if isinstance(written, str) else "", None, document, path, topic)
    reading.entries.append(entry)
    try:
        entry.item = convert(plain, kind)
    except msgspec.ValidationError as error:
        message, where = _explain(error)
        unknown_key = re.fullmatch(r'unknown key "(.*)"', message)
        if unknown_key:
            message += hint(unknown_key[1], _words_at(kind, where))
            where = (*where, unknown_key[1])
        elif unknown_value := re.fullmatch(r'unknown value "(.*)"', message):
            message += hint(unknown_value[1], _words_at(kind, where))
        reading.faults.append(entry.fault(message, *where, key=bool(unknown_key)))


_SENTENCES = (
    (re.compile(r"Object contains unknown field `(.*)`"), r'unknown key "\1"'),
    (re.compile(r"Object missing required field `(.*)`"), r'missing key "\1"'),
    (re.compile(r"Expected `object`, got `(.*)`"), r"expected keys with values, got \1"),
    (re.compile(r"Expected `str` matching regex '\^\\\\d.*"), "not a date like 2026-01-31"),
    (re.compile(r"Expected `str` matching regex '\\\\S'"), "the text is empty"),
    (re.compile(r"Expected `str` matching regex (.*)"), r"not a valid id here: lower case letters, digits and _ only"),
    (re.compile(r"Expected `str` of length <= (\d+)"), r"longer than \1 characters"),
    (re.compile(r"Expected `array` of length >= (\d+)"), r"needs at least \1 item(s)"),
    (re.compile(r"Expected `array`, got `(.*)`"), r"expected a list, got \1"),
    (re.compile(r"Expected `(.*)`, got `(.*)`"), r"expected \1, got \2"),
    (re.compile(r"Expected `int` (>=|<=) (\d+)"), r"the number must be \1 \2"),
    (re.compile(r"Invalid enum value '(.*)'"), r'unknown value "\1"'),
)


def _explain(error: msgspec.ValidationError) -> tuple[str, tuple[str | int, ...]]:
    """A validation error as our sentence and the path of the fault inside the item."""
    message, _, where = str(error).partition(" - at `")
    for pattern, sentence in _SENTENCES:
        message = pattern.sub(sentence, message)
    steps = re.findall(r"\.([A-Za-z_][A-Za-z0-9_]*)|\[(\d+)\]|\[\.\.\.\]", where)
    return message, tuple(name or int(number) for name, number in steps if name or number)


def _words_at(kind: type[model.Item], where: tuple[str | int, ...]) -> tuple[str, ...]:
    """Keys or values allowed at a place inside an item."""
    node: Any = msgspec.inspect.type_info(kind)
    for step in where:
        if isinstance(node, msgspec.inspect.StructType):
            node = next((f.type for f in node.fields if f.encode_name == step), None)
        else:
            node = getattr(node, "item_type", None)
    if isinstance(node, msgspec.inspect.StructType):
        return tuple(f.encode_name for f in node.fields)
    sides = [getattr(node, "key_type", None), getattr(node, "value_type", None), node]
    return tuple(word for side in sides for word in getattr(side, "values", ()))
