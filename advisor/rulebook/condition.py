"""One line of a ``when``: the whole of the condition language."""

from __future__ import annotations

from typing import Literal

Operator = Literal["is", "not", "at_least", "at_most", "finding"]


class Condition:
    """One line of a ``when``: a question that has an answer, or a finding that holds.

    A condition keeps what is written (``at_least: high``), not what it comes down to:
    that depends on the question and is :meth:`Rulebook.accepted`.
    """

    __slots__ = ("operator", "subject", "values")

    def __init__(self, subject: str, operator: Operator, values: tuple[str, ...]) -> None:
        self.subject = subject
        """Id of the question, or of the finding."""
        self.operator: Operator = operator
        self.values = values
        """The options as written; empty for a finding."""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Condition) and self.as_yaml() == other.as_yaml()

    def __hash__(self) -> int:
        return hash((self.subject, self.operator, self.values))

    def __repr__(self) -> str:
        return f"Condition({self.as_yaml()!r})"

    def as_yaml(self) -> dict[str, object]:
        """The condition as it stands in a rule file."""
        if self.operator == "finding":
            return {"finding": self.subject}
        if self.operator == "is":
            return {self.subject: self.values[0] if len(self.values) == 1 else list(self.values)}
        if self.operator == "not":
            return {self.subject: {"not": list(self.values)}}
        return {self.subject: {self.operator: self.values[0]}}


def read_condition(written: object) -> Condition:
    """A :class:`Condition` from one plain entry of a ``when``.

    Raises:
        ValueError: in words for the author, when the entry is not one of the forms the language has.
    """
    if not isinstance(written, dict) or len(written) != 1:
        raise ValueError("a condition is one key: a question, or finding")
    [(subject, value)] = written.items()
    if isinstance(value, str):
        return Condition(value, "finding", ()) if subject == "finding" else Condition(subject, "is", (value,))
    if isinstance(value, list) and value and all(isinstance(v, str) for v in value):
        return Condition(subject, "is", tuple(value))
    if isinstance(value, dict) and len(value) == 1:
        [(operator, values)] = value.items()
        if operator == "not" and isinstance(values, list) and values and all(isinstance(v, str) for v in values):
            return Condition(subject, "not", tuple(values))
        if operator in ("at_least", "at_most") and isinstance(values, str):
            return Condition(subject, operator, (values,))
    raise ValueError("write an option, [options], {not: [options]}, {at_least: option} or {at_most: option}")
