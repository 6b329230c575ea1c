"""What a report carries besides what it shows: the answers, what they led to and which rulebook, under a checksum.

It is one line of JSON without anything but ASCII, the same in every format. The checksum tells a slip from the
original; it is no signature, for whoever changes the data can count it anew.
"""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Annotated, Any, Literal

import msgspec
from msgspec import Meta, Struct

from advisor.dossier.model import Day, Name, Outcome, Remembered, RulebookUsed
from advisor.dossier.since import outcomes
from advisor.language import Language
from advisor.rulebook.model import is_date

if TYPE_CHECKING:
    from advisor.advice import Advice

FILE_NAME = "advisor-evidence.json"
"""As an attachment."""
HTML_ID = "advisor-evidence"
"""Of the element in a page."""
NAMESPACE = "urn:sourcing-advisor:evidence:1"
"""Of the part in a Word document."""
LARGEST = 1_000_000
"""Bytes of the data; an interview with a page of notes at every question has less."""

Note = Annotated[str, Meta(max_length=100_000)]


class DamagedError(Exception):
    """There is no data, or it is not as it was written; its text says what is wrong, as a key of the words."""


class Evidence(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What an advice was and what it rests on."""

    schema: Literal["evidence/1"] = "evidence/1"
    language: Language
    start: Day | None
    rulebook: RulebookUsed
    answers: dict[Name, Name]
    set_aside: dict[Name, Name]
    notes: dict[Name, Note]
    """Those that the report shows."""
    form: Name | None
    """The headline."""
    forms: tuple[Outcome, ...]
    mix: dict[Name, Name]
    """Part of the work → form."""
    cautions: tuple[Name, ...]


def evidence_of(advice: Advice, language: Language, start: str | None = None) -> Evidence:
    """What a report of this advice carries."""
    shown = {**advice.answers, **advice.set_aside}
    return Evidence(
        language=language,
        start=start,
        rulebook=RulebookUsed(advice.rulebook.version, advice.rulebook.hash),
        answers=dict(advice.answers),
        set_aside=dict(advice.set_aside),
        notes={question: note for question, note in advice.notes.items() if question in shown},
        form=advice.recommendation.form,
        forms=outcomes(advice),
        mix={part.segment: part.form for part in advice.mix},
        cautions=tuple(caution.id for caution in advice.cautions),
    )


def as_remembered(evidence: Evidence) -> Remembered:
    """The same as a dossier remembers it."""
    return Remembered(
        rulebook=evidence.rulebook,
        answers=evidence.answers,
        form=evidence.form,
        ranking=evidence.forms,
        cautions=evidence.cautions,
        set_aside=evidence.set_aside,
        mix=evidence.mix,
    )


def as_data(evidence: Evidence) -> dict[str, Any]:
    """The evidence as plain data, with its checksum."""
    data: dict[str, Any] = msgspec.to_builtins(evidence)
    return {**data, "checksum": _checksum(data)}


def written(evidence: Evidence) -> str:
    """The evidence as it is carried; also safe between the tags of a page."""
    return _canonical(as_data(evidence))


def as_html_block(evidence: Evidence) -> str:
    """The evidence as an element for in a page. It is data: no browser runs it, so a strict CSP allows it."""
    return f'<script type="application/json" id="{HTML_ID}">{written(evidence)}</script>'


def parsed(raw: bytes) -> Evidence:
    """The evidence that a report carries.

    Raises:
        DamagedError: it is not as it was written.
    """
    if len(raw) > LARGEST:
        raise DamagedError("data_too_large")
    try:
        data = json.loads(raw, parse_constant=_refused, parse_float=_refused)
    except (ValueError, RecursionError):
        raise DamagedError("data_unreadable") from None
    return from_data(data)


def from_data(data: object) -> Evidence:
    """The evidence in plain data.

    Raises:
        DamagedError: it is not as it was written.
    """
    schema = data.get("schema") if isinstance(data, dict) else None
    if not isinstance(data, dict) or not isinstance(schema, str) or not schema.startswith("evidence/"):
        raise DamagedError("data_unreadable")
    if schema != "evidence/1":
        raise DamagedError("data_newer")
    content = {key: value for key, value in data.items() if key != "checksum"}
    try:
        if data.get("checksum") != _checksum(content):
            raise DamagedError("data_altered")
        evidence = msgspec.convert(content, Evidence, strict=True)
        if not all(day is None or is_date(day) for day in (evidence.start, evidence.rulebook.version)):
            raise DamagedError("data_altered")
        return evidence
    except (msgspec.ValidationError, ValueError, RecursionError):
        raise DamagedError("data_altered") from None


def _checksum(data: object) -> str:
    return hashlib.sha256(_canonical(data).encode("ascii")).hexdigest()


def _canonical(data: object) -> str:
    text = json.dumps(data, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    for sign in "<>&":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text


def _refused(number: str) -> None:
    raise ValueError(number)
