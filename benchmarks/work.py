"""One evaluation, put so that any engine can do it.

Given the answers of an interview and the forms in its advice, say everything that fires: first the
findings, level by level, with the arguments, gates, parts and limits that follow; then the cautions,
places and tasks that belong to the forms. All engines get the same tests, and all return the same
thing: the names of what fired.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from advisor.engine import Trace
    from advisor.rulebook.condition import Condition
    from advisor.rulebook.rulebook import Rulebook

    Fired = frozenset[str]


class Case(NamedTuple):
    """What one evaluation is given."""

    answers: Mapping[str, str]
    """Only of questions that apply, without ``unknown``."""
    forms: tuple[str, ...]
    """Those in the advice."""


@dataclass(frozen=True)
class Entry:
    """One rule."""

    name: str
    """``section:id``."""
    tests: tuple[tuple[str, tuple[str, ...]], ...]
    """Question → the options that fit; all must hold."""
    needs: tuple[str, ...]
    """Findings that must hold."""
    finds: str | None
    """The finding it concludes."""
    forms: tuple[str, ...]
    """One of these must be in the advice; none: it is not looked at."""


@dataclass(frozen=True)
class Work:
    """All rules, in an order in which they can be looked at one after the other."""

    rulebook: Rulebook
    levels: tuple[tuple[Entry, ...], ...]
    """Ways to findings; a level needs only findings of the levels before it."""
    rest: tuple[Entry, ...]
    """What follows from answers and findings, then what belongs to the forms."""

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Every rule."""
        return (*(entry for level in self.levels for entry in level), *self.rest)


class Evaluate(Protocol):
    """An engine with its rules in it."""

    def __call__(self, case: Case) -> Fired:
        """Everything that fires."""


def _level(rulebook: Rulebook, finding: str) -> int:
    """How many findings lie under a finding at most."""
    ways = rulebook.ways_to_find[finding]
    needs = {c.subject for _, when in ways for c in when if c.operator == "finding"}
    return 1 + max((_level(rulebook, need) for need in needs), default=0)


def work_of(rulebook: Rulebook) -> Work:
    """The work a rulebook gives."""
    levels: dict[int, list[Entry]] = {}
    for finding in sorted(rulebook.findings):
        level = _level(rulebook, finding)
        for way, when in rulebook.ways_to_find[finding]:
            levels.setdefault(level, []).append(_entry(rulebook, "ways", way, when, finds=finding))
    rest = [
        _entry(rulebook, section, item.id, item.when)
        for section in ("rules", "gates", "segments", "limits")
        for item in getattr(rulebook, section).values()
        if item.when
    ]
    rest += [_entry(rulebook, "places", item.id, item.when, forms=(item.form,)) for item in rulebook.places.values()]
    for section in ("cautions", "tasks"):
        items = getattr(rulebook, section).values()
        rest += [_entry(rulebook, section, item.id, item.when, forms=tuple(item.forms)) for item in items]
    return Work(rulebook, tuple(tuple(levels[level]) for level in sorted(levels)), tuple(rest))


def _entry(
    rulebook: Rulebook,
    section: str,
    name: str,
    when: Iterable[Condition],
    finds: str | None = None,
    forms: tuple[str, ...] = (),
) -> Entry:
    conditions = list(when)
    return Entry(
        name=f"{section}:{name}",
        tests=tuple((c.subject, tuple(sorted(rulebook.accepted(c)))) for c in conditions if c.operator != "finding"),
        needs=tuple(c.subject for c in conditions if c.operator == "finding"),
        finds=finds,
        forms=forms,
    )


def fired(trace: Trace) -> Fired:
    """What our engine says, in the same terms."""
    return frozenset(f"{section}:{name}" for section, names in vars(trace).items() for name in names)
