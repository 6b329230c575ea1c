"""YAML as people expect it: ``no`` and ``12:30`` are words, and every value knows its place.

PyYAML reads YAML 1.1. This module takes only its parser (in C where there is one) and builds
the values itself from the event stream: plain data, the line and column of each key and value,
no tags, no aliases, no doubled keys, a bounded depth.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import yaml
from msgspec import Struct

from advisor.disk import LARGEST_TEXT
from advisor.errors import Fault, FaultsError
from advisor.text import clean_line, clean_text
from advisor.words import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from advisor.language import Language

_Parser = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
MAX_DEPTH = 20
MAX_NODES = 100_000
"""Keys and values of a file; ours have some thousands."""
MOST_FAULTS = 1_000
"""Faults of a file that are told; whoever has more will not miss the others."""

Path = tuple[str | int, ...]
Mark = tuple[int, int]
"""Line and column, both from 1."""

_FLOAT = re.compile(r"-?(0|[1-9][0-9]*)\.[0-9]{1,9}")
_INT = re.compile(r"-?(0|[1-9][0-9]{0,17})")
_NOT_YAML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]|[\ud800-\udfff\ufeff]|[\ufffe\uffff]")
_WORDS = {"true": True, "false": False, "null": None, "~": None, "": None}


class Document(Struct):
    """One file: its plain data and where each part of it stands."""

    file: str
    data: Any = None
    values: dict[Path, Mark] = {}
    keys: dict[Path, Mark] = {}
    faults: list[Fault] = []
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


def read(raw: bytes, file: str, language: Language = "en") -> Document:
    """The document in ``raw``.

    Args:
        raw: content of the file.
        file: its name in messages.
        language: of the messages; authors of rules get English, managers their own.

    Raises:
        FaultsError: when it is not YAML at all; milder faults are in :attr:`Document.faults`.
    """
    document = Document(file)

    def refusal(line: int, column: int, sentence: str, **values: object) -> FaultsError:
        return FaultsError([Fault(file, line, column, say(sentence, language, **values))])

    if len(raw) > LARGEST_TEXT:
        raise refusal(1, 1, "file_too_large", megabytes=LARGEST_TEXT // 1_000_000)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise refusal(*place_in(error.object[: error.start].decode()), "not_utf8") from None
    try:
        events = yaml.parse(text, Loader=_Parser)
        _Builder(document, events, language).build()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        sentence = "not_yaml" if isinstance(error, _RefusedError) else "not_yaml_look"
        raise refusal(*place, sentence, problem=error.problem or error.context) from None
    except yaml.YAMLError:
        found = _NOT_YAML.search(text)  # the parser in C tells its place in bytes
        raise refusal(*place_in(text[: found.start() if found else 0]), "yaml_character") from None
    return document


def place_in(before: str) -> Mark:
    """Line and column of what comes after ``before``, both from 1."""
    return before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1


class _RefusedError(yaml.MarkedYAMLError):
    """Valid YAML that we do not take; its problem is a sentence for the user."""


class _Builder:
    """Builds one document from parser events."""

    def __init__(self, document: Document, events: Iterator[Any], language: Language) -> None:
        self.document = document
        self.events = events
        self.language = language
        self.nodes = 0

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
            self.complain(following, "yaml_second")

    def complain(self, event: Any, sentence: str, **values: object) -> None:
        if len(self.document.faults) < MOST_FAULTS:
            message = say(sentence, self.language, **values)
            self.document.faults.append(Fault(self.document.file, *_place(event), message))

    def refusal(self, event: Any, sentence: str, **values: object) -> _RefusedError:
        return _RefusedError(problem=say(sentence, self.language, **values), problem_mark=event.start_mark)

    def node(self, event: Any, path: Path) -> Any:
        self.nodes += 1
        if self.nodes > MAX_NODES:
            raise self.refusal(event, "yaml_many", most=MAX_NODES)
        self.document.values[path] = _place(event)
        if isinstance(event, yaml.AliasEvent):
            self.complain(event, "yaml_alias")
            return None
        self.refuse_tag(event)
        if isinstance(event, yaml.ScalarEvent):
            return _scalar(event)
        if len(path) >= MAX_DEPTH:
            raise self.refusal(event, "yaml_deep", levels=MAX_DEPTH)
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
                raise self.refusal(event, "yaml_key")
            self.refuse_tag(event)
            key = clean_text(event.value)
            if key in result:
                self.complain(event, "doubled_key", key=clean_line(key))
                # Built too, for its faults, but at a place of its own: the first one keeps its marks.
                self.node(next(self.events), (*path, key, "doubled"))
                continue
            inner = (*path, key)
            self.document.keys[inner] = _place(event)
            result[key] = self.node(next(self.events), inner)
        return result

    def refuse_tag(self, event: Any) -> None:
        if event.tag is not None and event.tag != "!":
            self.complain(event, "yaml_tag", tag=clean_line(event.tag))


def _place(event: Any) -> Mark:
    return event.start_mark.line + 1, event.start_mark.column + 1


def _scalar(event: Any) -> Any:
    """The value of a scalar: only bare true, false, null and numbers are not text."""
    if event.style is None or event.style == "":
        if event.value in _WORDS:
            return _WORDS[event.value]
        if _INT.fullmatch(event.value):
            return int(event.value)
        if _FLOAT.fullmatch(event.value) and len(event.value) < 19:
            return float(event.value)
    return clean_text(event.value)
