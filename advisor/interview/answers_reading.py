"""Reading a file of answers: a mapping written by a person, or one of our own JSON files."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from advisor.disk import LARGEST_TEXT
from advisor.errors import MOST_SHOWN, Fault, FaultsError, nearest
from advisor.interview.interview import LONGEST_NOTE
from advisor.language import LANGUAGES, Language
from advisor.rulebook.model import UNKNOWN, read_date
from advisor.rulebook.yaml12 import MAX_DEPTH, Document, place_in, read
from advisor.text import clean_line, clean_text
from advisor.words import say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from advisor.rulebook.rulebook import Rulebook

KEYS = ("answers", "name", "language", "start", "figures")
"""What a person may write at the top of an answers file; ``figures`` is kept for numbers to come."""

LONGEST = 60
"""Characters of a wrong word that a message repeats."""

LONGEST_NAME = 200
"""Characters of the name of an interview."""

SCHEMAS = ("advice/1", "dossier/1")
"""Files of our own that carry answers; they may hold any other key."""


class AnswersFile(Struct, frozen=True):
    """What a file says, checked against the rulebook."""

    answers: dict[str, str]
    """Question → option or ``unknown``."""
    notes: dict[str, str] = {}
    name: str = ""
    language: Language | None = None
    start: str | None = None
    """Date from which the plan counts, YYYY-MM-DD."""


def read_answers(
    raw: bytes, file: str, rulebook: Rulebook, language: Language, *, prefer_own: bool = False
) -> AnswersFile:
    """The answers in ``raw``.

    Args:
        raw: content of the file.
        file: its name in messages.
        rulebook: what questions and options there are.
        language: of the messages.
        prefer_own: speak the language that the file names instead, when it names one.

    Raises:
        FaultsError: every fault found, each with its line and column.
    """
    document = _document(raw, file, language)
    if prefer_own and isinstance(document.data, dict):
        language = next((own for own in LANGUAGES if own == document.data.get("language")), language)
    reader = _Reader(document, rulebook, language)
    result = reader.read()
    if reader.faults:
        raise FaultsError(reader.faults)
    return result


def _document(raw: bytes, file: str, language: Language) -> Document:
    if not raw.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return read(raw, file, language)
    if len(raw) > LARGEST_TEXT:
        raise FaultsError([Fault(file, 1, 1, say("file_too_large", language, megabytes=LARGEST_TEXT // 1_000_000))])
    try:
        text = raw.decode("utf-8-sig")
        data = json.loads(text, parse_int=_whole_number)
    except json.JSONDecodeError as error:
        message = say("not_json", language, problem=error.msg)
        raise FaultsError([Fault(file, error.lineno, error.colno, message)]) from None
    except UnicodeDecodeError as error:
        place = place_in(error.object[: error.start].decode())
        raise FaultsError([Fault(file, *place, say("not_utf8", language))]) from None
    except RecursionError:
        raise FaultsError([Fault(file, 1, 1, say("too_deep", language))]) from None
    document = Document(file, data)
    _refuse_depth(document, text, language)
    _mark_json(document, text, language)
    return document


def _whole_number(digits: str) -> int | str:
    """As in YAML: what is too long for a number is text."""
    return int(digits) if len(digits) < 19 else digits


_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\],]|[^\s{}\[\],:"]+')


def _refuse_depth(document: Document, text: str, language: Language) -> None:
    """Refuse what is nested deeper than anything of ours: much that Python does with it would be too deep too."""
    depth = 0
    for token in _TOKEN.finditer(text):
        depth += (token[0] in "[{") - (token[0] in "]}")
        if depth > MAX_DEPTH:
            place = place_in(text[: token.start()])
            raise FaultsError([Fault(document.file, *place, say("too_deep", language))])


def _mark_json(document: Document, text: str, language: Language) -> None:
    """Find the place of each key and value of what ``json`` has read, and the doubled keys; not inside lists."""
    starts = [0, *(match.end() for match in re.finditer("\n", text))]
    path: list[str] = []
    seen: list[set[str]] = []
    lists = 0
    at_key = False
    for token in _TOKEN.finditer(text):
        sign = token[0]
        if lists:
            lists += (sign == "[") - (sign == "]")
            continue
        line = bisect_right(starts, token.start())
        place = line, token.start() - starts[line - 1] + 1
        if sign == ",":
            at_key = True
        elif sign == "}":
            seen.pop()
            path = path[: len(seen) - 1] if seen else []
            at_key = False
        elif at_key:
            key = json.loads(sign)
            path = [*path[: len(seen) - 1], key]
            if key in seen[-1] and len(document.faults) < MOST_SHOWN:
                message = say("doubled_key", language, key=_word(key))
                document.faults.append(Fault(document.file, *place, message))
            seen[-1].add(key)
            document.keys[tuple(path)] = place
            at_key = False
        else:
            document.values[tuple(path)] = place
            lists = int(sign == "[")
            at_key = sign == "{"
            if at_key:
                seen.append(set())


def _word(value: object) -> str:
    """Something from the file, as it may stand in a message: short, on one line, nothing hidden."""
    written = clean_line(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))
    return written if len(written) <= LONGEST else written[:LONGEST] + "…"


class _Reader:
    """Checks one document, collecting every fault."""

    def __init__(self, document: Document, rulebook: Rulebook, language: Language) -> None:
        self.document = document
        self.rulebook = rulebook
        self.language = language
        self.faults = list(document.faults)

    def fault(self, sentence: str, /, *path: str | int, at_key: bool = False, **values: object) -> None:
        """Note a fault, in the user's language; of very many, the first will do."""
        if len(self.faults) > MOST_SHOWN:
            raise FaultsError(self.faults)
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
                    self.fault("unknown_key", key, at_key=True, key=_word(key), hint=self.hint(_word(key), KEYS))
        notes = {}
        if isinstance(data.get("notes"), dict) and "schema" in data:
            notes = {
                question: note
                for question, written in data["notes"].items()
                if question in self.rulebook.questions and (note := self.note(written, "notes", question))
            }
        answers, own_notes = self.answers(data)
        if isinstance(data.get("set_aside"), dict) and "schema" in data:
            answers |= {q: o for q, o in self.options("set_aside", data["set_aside"]).items() if q not in answers}
        return AnswersFile(
            answers=answers,
            notes=notes | own_notes,
            name=self.name(data.get("name")),
            language=self.choice(data.get("language"), "language"),
            start=self.date(data.get("start")),
        )

    def name(self, value: object) -> str:
        name = clean_line(str(value or ""))
        if len(name) > LONGEST_NAME:
            self.fault("too_long", "name", most=LONGEST_NAME)
        return name

    def note(self, value: object, *path: str) -> str:
        """The words of a note; empty when there are none."""
        if value is not None and not isinstance(value, str):
            self.fault("note_not_text", *path)
            return ""
        note = clean_text(value or "").strip()
        if len(note) > LONGEST_NOTE:
            self.fault("too_long", *path, most=LONGEST_NOTE)
        return note

    def schema(self, schema: object) -> None:
        if schema not in SCHEMAS:
            self.fault("unknown_schema", "schema", schema=_word(schema), known=", ".join(SCHEMAS))

    def choice(self, value: object, key: str) -> Language | None:
        if value is None:
            return None
        for language in LANGUAGES:
            if value == language:
                return language
        self.fault("unknown_language", key, language=_word(value))
        return None

    def date(self, value: object) -> str | None:
        if value is None:
            return None
        if isinstance(value, str) and (day := read_date(value)):
            return day
        self.fault("not_a_date", "start", value=_word(value))
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
                    hint = self.hint(_word(key), ("option", "note"))
                    self.fault("unknown_key", "answers", question, key, at_key=True, key=_word(key), hint=hint)
            plain[question] = value.get("option")
            if note := self.note(value.get("note"), "answers", question, "note"):
                notes[question] = note
        return self.options("answers", plain, nested=answers), notes

    def options(self, section: str, written: dict[str, Any], nested: dict[str, Any] | None = None) -> dict[str, str]:
        """The options in one section; each must exist. Nothing filled in means unknown."""
        result: dict[str, str] = {}
        questions = self.rulebook.questions
        for question, value in written.items():
            if question not in questions:
                name = _word(question)
                self.fault(
                    "unknown_question", section, question, at_key=True, question=name, hint=self.hint(name, questions)
                )
                continue
            known = [option.id for option in questions[question].options]
            if value is None or value in (UNKNOWN, *known):
                result[question] = value or UNKNOWN
                continue
            inner = ("option",) if nested and isinstance(nested.get(question), dict) else ()
            name = _word(value)
            self.fault(
                "unknown_option", section, question, *inner, option=name, question=question,
                hint=self.hint(name, [*known, UNKNOWN]),
            )  # fmt: skip
        return result
