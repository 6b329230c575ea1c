"""Which lists a rule file may hold, and how plain data becomes an item of one."""

from __future__ import annotations

from typing import TypeVar

import msgspec

from advisor.rulebook.condition import Condition, read_condition
from advisor.rulebook.model import (
    Caution,
    Derivation,
    Finding,
    Form,
    Gate,
    Goal,
    Headline,
    Hours,
    Item,
    Limit,
    Monotonicity,
    Place,
    Question,
    Role,
    Rule,
    Segment,
    Source,
    Step,
    Task,
    Term,
)

_Kind = TypeVar("_Kind")

SECTIONS: dict[str, type[Item]] = {
    "questions": Question,
    "findings": Finding,
    "derivations": Derivation,
    "rules": Rule,
    "gates": Gate,
    "cautions": Caution,
    "forms": Form,
    "goals": Goal,
    "headlines": Headline,
    "segments": Segment,
    "limits": Limit,
    "places": Place,
    "hours": Hours,
    "steps": Step,
    "tasks": Task,
    "monotonicities": Monotonicity,
    "roles": Role,
    "sources": Source,
    "terms": Term,
}
"""Lists a file may hold; any file may hold any of them."""

KEY = {"goals": "option", "hours": "option", "headlines": "form"}
"""Name of the field that identifies an item, where it is not ``id``."""


def convert(plain: object, kind: type[_Kind]) -> _Kind:
    """Plain data as one item of the model.

    Raises:
        msgspec.ValidationError: names the first fault and where in the item it is.
    """
    return msgspec.convert(plain, kind, dec_hook=decode)


def decode(kind: type, plain: object) -> object:
    """For msgspec: the one class of the model it does not know."""
    if kind is Condition:
        return read_condition(plain)
    raise NotImplementedError(kind)
