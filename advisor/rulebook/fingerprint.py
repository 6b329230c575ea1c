"""One hash for one content of the knowledge."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

import msgspec

from advisor.rulebook.condition import Condition

if TYPE_CHECKING:
    from advisor.rulebook.rulebook import Rulebook

_SETS = {"when", "ask_if", "terms", "sources", "forms", "see_also", "despite", "adjusts", "is", "not", "address"}
"""Lists in which the order has no meaning."""

_ORDERED = ("topics", "questions", "forms")
"""Collections in which it has."""


def fingerprint(rulebook: Rulebook) -> str:
    """SHA-256 of the rulebook as canonical JSON."""
    content: dict[str, Any] = {"version": rulebook.version, "topic_of": dict(rulebook.topic_of)}
    for name in rulebook.__dataclass_fields__:
        if name in content:
            continue
        items = [_plain(item) for item in getattr(rulebook, name).values()]
        content[name] = items if name in _ORDERED else sorted(items, key=_canonical)
    return hashlib.sha256(_canonical(content).encode()).hexdigest()


def _plain(item: object) -> Any:
    """An item as plain data, with its unordered lists sorted."""
    return _sorted_sets(msgspec.to_builtins(item, enc_hook=_encode), "")


def _encode(value: object) -> object:
    if isinstance(value, Condition):
        return {"subject": value.subject, "operator": value.operator, "values": sorted(value.values)}
    raise NotImplementedError(type(value))


def _sorted_sets(value: Any, key: str) -> Any:
    if isinstance(value, dict):
        return {k: _sorted_sets(v, k) for k, v in value.items()}
    if isinstance(value, (list, tuple)):
        items = [_sorted_sets(v, "") for v in value]
        return sorted(items, key=_canonical) if key in _SETS else items
    return value


def _canonical(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
