"""YAML as people expect it: ``no`` and ``12:30`` are words, and every value knows its place.

PyYAML reads YAML 1.1. This module takes only its parser (in C where there is one) and builds
the values itself from the event stream: plain data, the line and column of each key and value,
no tags, no aliases, no doubled keys, a bounded depth.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import yaml

from advisor.errors import Fault, FaultsError
from advisor.text import clean_text

if TYPE_CHECKING:
    from collections.abc import Iterator

_Parser = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
MAX_DEPTH = 20
MAX_BYTES = 4_000_000

Path = tuple[str | int, ...]
Mark = tuple[int, int]
"""Line and column, both from 1."""

_INT = re.compile(r"-?(0|[1-9][0-9]*)")
_WORDS = {"true": True, "false": False, "null": None, "~": None, "": None}


@dataclass
class Document:
    """One file: its plain data and where each part of it stands."""

    file: str
    data: Any = None
    values: dict[Path, Mark] = field(default_factory=dict)
    keys: dict[Path, Mark] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    """What is wrong, but did not stop the reading: doubled keys, tags, aliases."""

    def mark(self, path: Path, *, key: bool = False) -> Mark:
        """Place of the value (or key) at ``path``, or of the nearest thing around it."""
        if key and path in self.keys:
            return self.keys[path]
        while path and path not in self.values:
            path = path[:-1]
        return self.values.get(path, (1, 1))

    def fault(self, path: Path, message: str, *, key: bool = False) -> Fault:
        """A fault at ``path``."""
        return Fault(self.file, *self.mark(path, key=key), message)


def read(raw: bytes, file: str) -> Document:
    """The document in ``raw``.

    Args:
        raw: content of the file.
        file: its name in messages.

    Raises:
        FaultsError: when it is not YAML at all; milder faults are in :attr:`Document.faults`.
    """
    document = Document(file)
    if len(raw) > MAX_BYTES:
        raise FaultsError([Fault(file, 1, 1, f"is larger than {MAX_BYTES // 1_000_000} MB")])
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        column = error.start - (raw.rfind(b"\n", 0, error.start) + 1) + 1
        raise FaultsError([Fault(file, line, column, "is not UTF-8 text")]) from None
    try:
        events = yaml.parse(text, Loader=_Parser)
        _Builder(document, events).build()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        raise FaultsError([Fault(file, *place, f"is not valid YAML: {error.problem or error.context}")]) from None
    except yaml.YAMLError as error:
        position = getattr(error, "position", 0)
        line, column = text.count("\n", 0, position) + 1, position - (text.rfind("\n", 0, position) + 1) + 1
        raise FaultsError([Fault(file, line, column, "holds a character that YAML does not allow")]) from None
    return document


class _Builder:
    """Builds one document from parser events."""

    def __init__(self, document: Document, events: Iterator[Any]) -> None:
        self.document = document
        self.events = events

    def build(self) -> None:
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                break
        else:
            return
        self.document.data = self.node(next(self.events), ())
        next(self.events)  # end of the document
        following = next(self.events)
        if isinstance(following, yaml.DocumentStartEvent):
            self.complain(following, "a second document is not read; use one file per document")

    def complain(self, event: Any, message: str) -> None:
        self.document.faults.append(Fault(self.document.file, *_place(event), message))

    def node(self, event: Any, path: Path) -> Any:
        self.document.values[path] = _place(event)
        if isinstance(event, yaml.AliasEvent):
            self.complain(event, "an alias (*) is not allowed; write the value out")
            return None
        if event.tag is not None and event.tag != "!":
            self.complain(event, f"a tag ({clean_text(event.tag)}) is not allowed")
        if isinstance(event, yaml.ScalarEvent):
            return _scalar(event)
        if len(path) >= MAX_DEPTH:
            raise yaml.MarkedYAMLError(problem=f"nested deeper than {MAX_DEPTH} levels", problem_mark=event.start_mark)
        return self.sequence(path) if isinstance(event, yaml.SequenceStartEvent) else self.mapping(path)

    def sequence(self, path: Path) -> list[Any]:
        items: list[Any] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            items.append(self.node(event, (*path, len(items))))
        return items

    def mapping(self, path: Path) -> dict[str, Any]:
        result: dict[str, Any] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                raise yaml.MarkedYAMLError(problem="a key must be a word", problem_mark=event.start_mark)
            key = clean_text(event.value)
            inner = (*path, key)
            value = self.node(next(self.events), inner)
            if key in result:
                self.complain(event, f'duplicate key "{key}"')
                continue
            self.document.keys[inner] = _place(event)
            result[key] = value
        return result


def _place(event: Any) -> Mark:
    return event.start_mark.line + 1, event.start_mark.column + 1


def _scalar(event: Any) -> Any:
    """The value of a scalar: only bare true, false, null and whole numbers are not text."""
    if event.style is None or event.style == "":
        if event.value in _WORDS:
            return _WORDS[event.value]
        if _INT.fullmatch(event.value) and len(event.value) < 19:
            return int(event.value)
    return clean_text(event.value)
