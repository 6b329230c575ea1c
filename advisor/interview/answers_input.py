"""Reading a file of answers: a mapping written by a person, or one of our own JSON files."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from advisor.errors import Fault, FaultsError, nearest
from advisor.language import LANGUAGES, Language
from advisor.rulebook.model import UNKNOWN, is_date
from advisor.rulebook.yaml12 import MAX_BYTES, Document, Path, read
from advisor.text import clean_line, clean_text
from advisor.words import say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from advisor.rulebook.rulebook import Rulebook

KEYS = ("answers", "name", "language", "start", "figures")
"""What a person may write at the top of an answers file; ``figures`` is kept for numbers to come."""

SCHEMAS = ("advice/1",)
"""Files of our own that carry answers; they may hold any other key."""


@dataclass(frozen=True)
class AnswersFile:
    """What a file says, checked against the rulebook."""

    answers: dict[str, str]
    """Question → option or ``unknown``."""
    notes: dict[str, str] = field(default_factory=dict)
    name: str = ""
    language: Language | None = None
    start: str | None = None
    """Date from which the plan counts, YYYY-MM-DD."""


def read_answers(raw: bytes, file: str, rulebook: Rulebook, language: Language) -> AnswersFile:
    """The answers in ``raw``.

    Args:
        raw: content of the file.
        file: its name in messages.
        rulebook: what questions and options there are.
        language: of the messages.

    Raises:
        FaultsError: every fault found, each with its line and column.
    """
    document = _document(raw, file, language)
    reader = _Reader(document, rulebook, language)
    result = reader.read()
    if reader.faults:
        raise FaultsError(reader.faults)
    return result


def _document(raw: bytes, file: str, language: Language) -> Document:
    if not raw.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return read(raw, file, language)
    if len(raw) > MAX_BYTES:
        raise FaultsError([Fault(file, 1, 1, say("file_too_large", language, megabytes=MAX_BYTES // 1_000_000))])
    try:
        text = raw.decode("utf-8-sig")
        data = json.loads(text, object_pairs_hook=_no_doubles)
    except json.JSONDecodeError as error:
        message = say("not_json", language, problem=error.msg)
        raise FaultsError([Fault(file, error.lineno, error.colno, message)]) from None
    except UnicodeDecodeError:
        raise FaultsError([Fault(file, 1, 1, say("not_utf8", language))]) from None
    except RecursionError:
        raise FaultsError([Fault(file, 1, 1, say("too_deep", language))]) from None
    except _DoubledKeyError as error:
        return _json_fault(file, text, str(error), say("doubled_key", language, key=str(error)))
    document = Document(file, data)
    document.values[()] = (1, 1)
    _mark_json(document, text, data, ())
    return document


class _DoubledKeyError(Exception):
    """A JSON object names a key twice."""


def _no_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    result: dict[str, Any] = {}
    for key, value in pairs:
        if key in result:
            raise _DoubledKeyError(clean_line(key))
        result[key] = value
    return result


def _json_fault(file: str, text: str, key: str, message: str) -> Document:
    found = [m.start() for m in re.finditer(re.escape(json.dumps(key, ensure_ascii=False)), text)]
    raise FaultsError([Fault(file, *_place(text, found[1] if len(found) > 1 else 0), message)])


def _mark_json(document: Document, text: str, data: Any, path: Path, start: int = 0) -> None:
    """Find the place of each key of a JSON file, by looking for it after the one before."""
    if not isinstance(data, dict) or len(path) > 3:
        return
    for key, value in data.items():
        found = re.compile(re.escape(json.dumps(key, ensure_ascii=False)) + r"\s*:\s*").search(text, start)
        if not found:
            continue
        document.keys[(*path, key)] = _place(text, found.start())
        document.values[(*path, key)] = _place(text, found.end())
        _mark_json(document, text, value, (*path, key), found.end())


def _place(text: str, position: int) -> tuple[int, int]:
    return text.count("\n", 0, position) + 1, position - (text.rfind("\n", 0, position) + 1) + 1


class _Reader:
    """Checks one document, collecting every fault."""

    def __init__(self, document: Document, rulebook: Rulebook, language: Language) -> None:
        self.document = document
        self.rulebook = rulebook
        self.language = language
        self.faults = list(document.faults)

    def fault(self, sentence: str, /, *path: str | int, at_key: bool = False, **values: object) -> None:
        """Note a fault, in the user's language."""
        self.faults.append(self.document.fault(path, say(sentence, self.language, **values), key=at_key))

    def hint(self, word: str, known: Iterable[str]) -> str:
        match = nearest(word, known)
        return say("did_you_mean", self.language, word=match) if match else ""

    def read(self) -> AnswersFile:
        data = self.document.data
        if not isinstance(data, dict):
            self.fault("answers_missing")
            return AnswersFile({})
        if "schema" in data:
            self.schema(data["schema"])
        else:
            for key in data:
                if key not in KEYS:
                    self.fault(
                        "unknown_key", key, at_key=True, key=clean_line(str(key)), hint=self.hint(str(key), KEYS)
                    )
        notes = {}
        if isinstance(data.get("notes"), dict) and "schema" in data:
            notes = {q: clean_text(str(n)) for q, n in data["notes"].items() if q in self.rulebook.questions and n}
        answers, own_notes = self.answers(data)
        if isinstance(data.get("set_aside"), dict) and "schema" in data:
            answers |= {q: o for q, o in self.options("set_aside", data["set_aside"]).items() if q not in answers}
        return AnswersFile(
            answers=answers,
            notes=notes | own_notes,
            name=clean_line(str(data.get("name") or "")),
            language=self.choice(data.get("language"), "language"),
            start=self.date(data.get("start")),
        )

    def schema(self, schema: object) -> None:
        if schema not in SCHEMAS:
            self.fault("unknown_schema", "schema", schema=clean_line(str(schema)), known=", ".join(SCHEMAS))

    def choice(self, value: object, key: str) -> Language | None:
        if value is None:
            return None
        for language in LANGUAGES:
            if value == language:
                return language
        self.fault("unknown_language", key, language=clean_line(str(value)))
        return None

    def date(self, value: object) -> str | None:
        if value is None:
            return None
        if isinstance(value, str) and is_date(value):
            return value
        self.fault("not_a_date", "start", value=clean_line(str(value)))
        return None

    def answers(self, data: dict[str, Any]) -> tuple[dict[str, str], dict[str, str]]:
        """The answers and the notes written with them."""
        answers = data.get("answers")
        if not isinstance(answers, dict):
            self.fault("answers_missing", "answers")
            return {}, {}
        plain: dict[str, Any] = {}
        notes: dict[str, str] = {}
        for question, value in answers.items():
            if not isinstance(value, dict):
                plain[question] = value
                continue
            for key in value:
                if key not in ("option", "note"):
                    hint = self.hint(str(key), ("option", "note"))
                    self.fault("unknown_key", "answers", question, key, at_key=True, key=clean_line(key), hint=hint)
            plain[question] = value.get("option")
            note = value.get("note")
            if note is not None and not isinstance(note, str):
                self.fault("note_not_text", "answers", question, "note")
            elif note and clean_text(note).strip():
                notes[question] = clean_text(note).strip()
        return self.options("answers", plain, nested=answers), notes

    def options(self, section: str, written: dict[str, Any], nested: dict[str, Any] | None = None) -> dict[str, str]:
        """The options in one section; each must exist. Nothing filled in means unknown."""
        result: dict[str, str] = {}
        questions = self.rulebook.questions
        for question, value in written.items():
            if question not in questions:
                name = clean_line(str(question))
                self.fault(
                    "unknown_question", section, question, at_key=True, question=name, hint=self.hint(name, questions)
                )
                continue
            known = [option.id for option in questions[question].options]
            if value is None or value in (UNKNOWN, *known):
                result[question] = value or UNKNOWN
                continue
            inner = ("option",) if nested and isinstance(nested.get(question), dict) else ()
            name = clean_line(str(value))[:60]
            self.fault(
                "unknown_option", section, question, *inner, option=name, question=question,
                hint=self.hint(name, [*known, UNKNOWN]),
            )  # fmt: skip
        return result
