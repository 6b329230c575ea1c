"""The shape of a rule file as JSON Schema, for editors that complete and check while you type."""

from __future__ import annotations

import json
from inspect import cleandoc
from typing import Any

import msgspec

from advisor.language import Text
from advisor.rulebook.condition import Condition
from advisor.rulebook.model import Date, Id
from advisor.rulebook.sections import SECTIONS


def json_schema() -> str:
    """The schema of any file in ``rules/`` or ``glossary/``, as text."""
    lists = [(name, tuple[kind, ...], ()) for name, kind in SECTIONS.items()]  # type: ignore[valid-type]  # built at run time
    header = [("version", Date, ""), ("topics", tuple[Id, ...], ()), ("topic", Id, ""), ("title", Text | None, None)]
    file = msgspec.defstruct("RuleFile", [*header, *lists], forbid_unknown_fields=True, kw_only=True)
    schema = msgspec.json.schema(file, schema_hook=_condition)
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    _drop_defaults(schema)
    return json.dumps(schema, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def _condition(kind: type) -> dict[str, Any]:
    """How a condition may be written; msgspec cannot know."""
    if kind is not Condition:
        raise NotImplementedError(kind)
    options = {"type": "array", "items": {"type": "string"}, "minItems": 1}
    limit = {
        "type": "object",
        "properties": {"not": options, "at_least": {"type": "string"}, "at_most": {"type": "string"}},
        "minProperties": 1,
        "maxProperties": 1,
        "additionalProperties": False,
    }
    value = {"anyOf": [{"type": "string"}, options, limit]}
    return {"type": "object", "minProperties": 1, "maxProperties": 1, "additionalProperties": value}


def _drop_defaults(schema: Any) -> None:
    """Defaults say nothing to an author; and docstrings differ in indentation between Pythons."""
    if isinstance(schema, dict):
        schema.pop("default", None)
        if isinstance(schema.get("description"), str):
            schema["description"] = cleandoc(schema["description"])
        for value in schema.values():
            _drop_defaults(value)
    elif isinstance(schema, list):
        for value in schema:
            _drop_defaults(value)
