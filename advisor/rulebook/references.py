"""What a rulebook may not say although every item by itself is well formed."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from advisor.errors import hint
from advisor.rulebook import model
from advisor.rulebook.rulebook import CURRENT_MODEL, GOALS, accepted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from advisor.errors import Fault
    from advisor.rulebook.condition import Condition
    from advisor.rulebook.loading import Entry, Reading
    from advisor.rulebook.model import Question

RESERVED = {"yes", "no", "on", "off", "null", "true", "false", model.UNKNOWN, "finding"}
"""Words that mean something else to YAML, to the interview or in a condition."""

FIRING = ("findings", "derivations", "rules", "gates", "cautions", "limits", "places", "tasks")
"""Sections whose items fire, and so share one set of names."""

_FREE_OF_GOALS = ("questions", "findings", "derivations", "rules", "gates", "segments", "limits", "places")

_REFERENCES = {
    "terms": ("terms", "term"),
    "see_also": ("terms", "term"),
    "sources": ("sources", "source"),
    "despite": ("rules", "rule"),
    "who_knows": ("roles", "role"),
    "role": ("roles", "role"),
    "form": ("forms", "form"),
    "for": ("forms", "form"),
    "against": ("forms", "form"),
    "excludes": ("forms", "form"),
    "forms": ("forms", "form"),
    "claims": ("forms", "form"),
    "segment": ("segments", "segment"),
    "finding": ("findings", "finding"),
    "question": ("questions", "question"),
}
"""Field → the section its words name, and what one of that section is called."""


def faults_between(reading: Reading) -> Iterator[Fault]:
    """Every fault that shows only when items are held against each other."""
    check = _Check(reading)
    for part in (check.names, check.fields, check.conditions, check.circles, check.whole):
        yield from part()


@dataclass
class _Check:
    reading: Reading

    def __post_init__(self) -> None:
        self.ids: dict[str, list[str]] = defaultdict(list)
        for entry in self.reading.entries:
            if entry.section != "order":
                self.ids[entry.section].append(entry.id)
        self.ids["forms"] = list(model.FORMS)
        self.ids["segments"] = list(model.SEGMENTS)
        order = {topic: place for place, topic in enumerate(self.reading.topics)}
        questions = sorted(self.reading.of("questions"), key=lambda e: order.get(e.topic, len(order)))
        self.questions: dict[str, Question] = {e.id: e.item for e in questions if e.item}
        self.place = {e.id: place for place, e in enumerate(questions)}

    # -- names ------------------------------------------------------------------------------

    def names(self) -> Iterator[Fault]:
        """Names that are doubled, reserved, or not those of the six forms and segments."""
        seen: dict[tuple[str, str], Entry] = {}
        for entry in self.reading.entries:
            if entry.section == "order" or not entry.id:
                continue
            space = "firing" if entry.section in FIRING else entry.section
            if (space, entry.id) in seen:
                first = seen[space, entry.id]
                line = first.document.mark(first.path)[0]
                yield entry.fault(f'"{entry.id}" is already used in {first.document.file}:{line}', "id")
            seen.setdefault((space, entry.id), entry)
            if entry.section != "goals":  # "unknown" has weights of its own
                yield from self.reserved(entry, entry.id, "id")
            if entry.section == "questions" and entry.item:
                yield from self.options(entry)
            if entry.section in ("forms", "segments") and entry.id not in self.ids[entry.section]:
                yield self.unknown(entry, entry.section[:-1], entry.id, self.ids[entry.section], "id")

    def options(self, entry: Entry) -> Iterator[Fault]:
        """Options of one question: reserved or doubled."""
        seen: set[str] = set()
        for place, option in enumerate(entry.item.options):
            yield from self.reserved(entry, option.id, "options", place, "id")
            if option.id in seen:
                yield entry.fault(f'option "{option.id}" is already used in this question', "options", place, "id")
            seen.add(option.id)

    def reserved(self, entry: Entry, name: str, *path: str | int) -> Iterator[Fault]:
        if name in RESERVED:
            yield entry.fault(f'"{name}" cannot be an id: it already has a meaning', *path)

    def unknown(
        self, entry: Entry, kind: str, name: str, known: Iterable[str], *path: str | int, key: bool = False
    ) -> Fault:
        """The fault that something named does not exist."""
        return entry.fault(f'unknown {kind} "{name}"{hint(name, known)}', *path, key=key)

    # -- fields that name something -----------------------------------------------------------

    def fields(self) -> Iterator[Fault]:
        """Words that should name a term, source, form, role and so on, and do not."""
        for entry in self.reading.entries:
            if not isinstance(entry.item, model.Item):
                continue
            plain = _written(entry)
            for field, (section, kind) in _REFERENCES.items():
                yield from self.named(entry, plain.get(field), section, kind, field)
            if "costs" in plain:
                yield from self.named(entry, plain["costs"].get("sources"), "sources", "source", "costs", "sources")
            if entry.section == "sources":
                allowed = (*model.FORMS, "all")
                for name in plain.get("left_out", {}):
                    if name not in allowed:
                        yield self.unknown(entry, "form", name, allowed, "left_out", name, key=True)
            if isinstance(entry.item, model.Caution | model.Place) and not model.is_date(entry.item.as_of):
                yield entry.fault("not a date like 2026-01-31", "as_of")

    def named(self, entry: Entry, value: Any, section: str, kind: str, *path: str | int) -> Iterator[Fault]:
        """One field: a word, a list of words, or a mapping keyed by words."""
        known = self.ids[section]
        if isinstance(value, str):
            if value not in known:
                yield self.unknown(entry, kind, value, known, *path)
        elif isinstance(value, dict):
            for name in value:
                if name not in known:
                    yield self.unknown(entry, kind, name, known, *path, name, key=True)
        elif isinstance(value, list):
            for place, name in enumerate(value):
                if name not in known:
                    yield self.unknown(entry, kind, name, known, *path, place)

    # -- conditions ---------------------------------------------------------------------------

    def conditions(self) -> Iterator[Fault]:
        """Conditions on questions, options and findings that do not exist or may not be used there."""
        for entry in self.reading.entries:
            if not isinstance(entry.item, model.Item):
                continue
            for field in ("when", "ask_if"):
                for place, condition in enumerate(getattr(entry.item, field, ())):
                    yield from self.condition(entry, condition, field, place)

    def condition(self, entry: Entry, condition: Condition, field: str, place: int) -> Iterator[Fault]:
        subject = condition.subject
        if condition.operator == "finding":
            if field == "ask_if":
                yield entry.fault("ask_if looks at earlier questions only, not at findings", field, place)
            elif subject not in self.ids["findings"]:
                yield self.unknown(entry, "finding", subject, self.ids["findings"], field, place, "finding")
            return
        if subject not in self.ids["questions"]:
            yield self.unknown(entry, "question", subject, self.ids["questions"], field, place, subject, key=True)
            return
        if subject == GOALS and entry.section in _FREE_OF_GOALS:
            yield entry.fault("goals only weigh; they may not be a condition here", field, place, subject, key=True)
        if field == "ask_if" and self.place[subject] >= self.place[entry.id]:
            yield entry.fault(
                f'ask_if needs an earlier question; "{subject}" comes later', field, place, subject, key=True
            )
        if subject in self.questions:
            yield from self.values(entry, self.questions[subject], condition, field, place)

    def values(self, entry: Entry, question: Question, condition: Condition, field: str, place: int) -> Iterator[Fault]:
        """The options a condition names."""
        options = [option.id for option in question.options]
        path = (field, place, question.id)
        many = isinstance(_at(entry, *path), list)
        inner = (*path, condition.operator) if condition.operator != "is" else path
        sound = True
        for number, value in enumerate(condition.values):
            if value not in options:
                sound = False
                spot = (*inner, number) if many or condition.operator == "not" else inner
                message = f'unknown option "{value}" of "{question.id}"{hint(value, options)}'
                if value == model.UNKNOWN:
                    message = "unknown satisfies no condition, so it cannot be asked for"
                yield entry.fault(message, *spot)
        if condition.operator in ("at_least", "at_most") and not question.ordered:
            yield entry.fault(f'"{question.id}" is not ordered, so {condition.operator} means nothing', *path)
        elif sound and not accepted(question, condition):
            yield entry.fault(f'no option of "{question.id}" is left', *path)

    # -- findings ---------------------------------------------------------------------------

    def circles(self) -> Iterator[Fault]:
        """Findings that nothing concludes, or that rest on themselves."""
        needs: dict[str, set[str]] = defaultdict(set)
        concluded: set[str] = set()
        for entry in self.reading.entries:
            if entry.section == "derivations" and not entry.item:
                concluded.update(word for word in _written(entry).values() if isinstance(word, str))
            elif entry.section in ("findings", "derivations") and entry.item and entry.item.when:
                finding = entry.id if entry.section == "findings" else entry.item.finding
                concluded.add(finding)
                needs[finding] |= {c.subject for c in entry.item.when if c.operator == "finding"}
        for entry in self.reading.of("findings"):
            if not entry.item:
                continue
            if entry.id not in concluded:
                yield entry.fault(f'nothing concludes "{entry.id}": give it a when, or a derivation', "id")
            circle = _circle(entry.id, needs)
            if circle:
                yield entry.fault(f"findings in a circle: {' -> '.join(circle)}", "id")

    # -- the whole ------------------------------------------------------------------------------

    def whole(self) -> Iterator[Fault]:
        """What must be there exactly once: topics, forms, titles, weights, segments, two questions."""
        entries = self.reading.entries
        if not entries:
            return
        order = next((entry for entry in entries if entry.section == "order"), None)
        first = (order or entries[0]).document
        if order is None:
            yield first.fault((), 'no file lists the "topics" in order')
        else:
            yield from self.topics(order)
        if not self.reading.version and not any("version" in (e.document.data or {}) for e in entries):
            yield first.fault((), 'no file gives the "version" of the rulebook')
        for name in (GOALS, CURRENT_MODEL):
            if name not in self.ids["questions"]:
                yield first.fault((), f'the question "{name}" is missing')
        models = (
            [option.id for option in self.questions[CURRENT_MODEL].options] if CURRENT_MODEL in self.questions else []
        )
        wanted: list[tuple[str, str, Sequence[str]]] = [
            ("forms", "form", model.FORMS),
            ("headlines", "title for form", model.FORMS),
            ("segments", "segment", model.SEGMENTS),
        ]
        if GOALS in self.questions:
            weighed = [option.id for option in self.questions[GOALS].options]
            wanted.append(("goals", "weights for goals", [*weighed, model.UNKNOWN]))
        for section, kind, ids in wanted:
            yield from self.complete(section, kind, ids)
        for entry in self.reading.of("monotonicities"):
            question = self.questions.get(entry.item.question) if entry.item else None
            if question and not question.ordered:
                yield entry.fault(f'"{question.id}" is not ordered, so it has no steps', "question")
        for entry in self.reading.of("headlines"):
            for place, name in enumerate(entry.item.adjusts if entry.item else ()):
                if models and name not in models:
                    yield self.unknown(entry, "present model", name, models, "adjusts", place)

    def topics(self, order: Entry) -> Iterator[Fault]:
        known = self.ids["topics"]
        for place, topic in enumerate(self.reading.topics):
            if topic not in known:
                yield self.unknown(order, "topic", topic, known, place)
        for entry in self.reading.of("topics"):
            if entry.id not in self.reading.topics:
                yield entry.fault(f'topic "{entry.id}" is not in the list of topics')

    def complete(self, section: str, kind: str, ids: Sequence[str]) -> Iterator[Fault]:
        """All of ``ids`` are there, and nothing else."""
        entries = self.reading.of(section)
        have = [entry.id for entry in entries]
        last = (entries or self.reading.entries)[-1]
        for name in ids:
            if name not in have:
                yield last.document.fault((), f'the {kind} "{name}" is missing')
        if section == "goals":
            for entry in entries:
                if entry.id not in ids:
                    yield self.unknown(entry, "option of goals", entry.id, ids, "option")
                elif entry.item and set(entry.item.weights) != set(model.CRITERIA):
                    yield entry.fault(f"weights need each of {', '.join(model.CRITERIA)}", "weights")


def _written(entry: Entry) -> dict[str, Any]:
    """The item as plain data, as it stands in the file."""
    plain: Any = entry.document.data
    for step in entry.path:
        plain = plain[step]
    return plain if isinstance(plain, dict) else {}


def _at(entry: Entry, *path: str | int) -> Any:
    plain: Any = _written(entry)
    for step in path:
        plain = plain[step]
    return plain


def _circle(start: str, needs: dict[str, set[str]]) -> list[str]:
    """A way from ``start`` back to itself, shortest first; empty when there is none."""
    paths = [[start]]
    seen: set[str] = set()
    while paths:
        path = paths.pop(0)
        for finding in sorted(needs[path[-1]]):
            if finding == start:
                return [*path, start]
            if finding not in seen:
                seen.add(finding)
                paths.append([*path, finding])
    return []
