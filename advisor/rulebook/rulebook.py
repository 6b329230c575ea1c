"""The whole of the knowledge, loaded and valid."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from advisor.rulebook.model import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from advisor.language import Text
    from advisor.rulebook.condition import Condition
    from advisor.rulebook.model import (
        Caution,
        Criterion,
        Derivation,
        Finding,
        Form,
        Gate,
        Goal,
        Headline,
        Hours,
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
        Topic,
    )

GOALS = "goals"
"""Id of the question whose answer only weighs."""
CURRENT_MODEL = "current_model"
"""Id of the question that says what the advice changes."""
OPENING_HOURS = "opening_hours"
"""Id of the question whose answer says which hours count on the clock elsewhere."""
START_WITHIN = "start_within"
"""Id of the question whose answer says from when the solution must work."""
READ_DIRECTLY = (GOALS, CURRENT_MODEL, OPENING_HOURS, START_WITHIN)
"""Questions that the advice reads itself, beside what the rules make of them."""


@dataclass(frozen=True)
class Rulebook:
    """Everything under ``rules/`` and ``glossary/``; each mapping is keyed by id.

    Questions, options and forms keep the order of the files (it has a meaning); everything
    else is sorted by id, so that the order of files and items cannot change an advice.
    """

    version: str
    """A date, for people; the hash is what counts."""
    topics: Mapping[str, Topic]
    questions: Mapping[str, Question]
    forms: Mapping[str, Form]
    goals: Mapping[str, Goal]
    headlines: Mapping[str, Headline]
    segments: Mapping[str, Segment]
    limits: Mapping[str, Limit]
    places: Mapping[str, Place]
    hours: Mapping[str, Hours]
    steps: Mapping[str, Step]
    tasks: Mapping[str, Task]
    monotonicities: Mapping[str, Monotonicity]
    findings: Mapping[str, Finding]
    derivations: Mapping[str, Derivation]
    rules: Mapping[str, Rule]
    gates: Mapping[str, Gate]
    cautions: Mapping[str, Caution]
    roles: Mapping[str, Role]
    sources: Mapping[str, Source]
    terms: Mapping[str, Term]
    topic_of: Mapping[str, str] = field(default_factory=dict)
    """Question → topic."""

    @classmethod
    def read_later(cls, now: Mapping[str, object], later: Mapping[str, Callable[[], Mapping[str, object]]]) -> Rulebook:
        """A rulebook whose sections in ``later`` are read when they are first asked for."""
        rulebook = cls.__new__(cls)
        rulebook.__dict__.update(now, _later=later)
        return rulebook

    if not TYPE_CHECKING:  # a type checker may take every section to be there

        def __getattr__(self, name: str) -> object:
            """Only called for what is not there yet."""
            read = self.__dict__.get("_later", {}).get(name)
            if read is None:
                raise AttributeError(name)
            self.__dict__[name] = section = read()
            return section

    @cached_property
    def hash(self) -> str:
        """SHA-256 of the content; comments, order of items and line ends do not count."""
        from advisor.rulebook.fingerprint import fingerprint  # a cached rulebook knows its hash

        return fingerprint(self)

    @cached_property
    def term_names(self) -> Mapping[str, Text]:
        """Term → its name. A cached rulebook has them apart: a question needs no more of the glossary."""
        return {term.id: term.name for term in self.terms.values()}

    @cached_property
    def ways_to_find(self) -> Mapping[str, tuple[tuple[str, tuple[Condition, ...]], ...]]:
        """Finding → its alternatives, each the id of what fires and its conditions."""
        ways: dict[str, list[tuple[str, tuple[Condition, ...]]]] = {
            finding.id: [(finding.id, finding.when)] if finding.when else [] for finding in self.findings.values()
        }
        for derivation in self.derivations.values():
            ways[derivation.finding].append((derivation.id, derivation.when))
        return {finding: tuple(alternatives) for finding, alternatives in ways.items()}

    @cached_property
    def conclusions(self) -> tuple[tuple[Condition, ...], ...]:
        """The conditions of all that can fire besides findings: all that an answer can lead to in the end."""
        sections = (self.rules, self.gates, self.segments, self.limits, self.cautions, self.places, self.tasks)
        return tuple(item.when for section in sections for item in section.values())

    def accepted(self, condition: Condition) -> frozenset[str]:
        """The options of the question that satisfy ``condition`` (not for findings)."""
        return accepted(self.questions[condition.subject], condition)

    def applicable(self, answers: Mapping[str, str]) -> tuple[str, ...]:
        """The questions that apply under ``answers``, in interview order."""
        applies: dict[str, None] = {}
        for question in self.questions.values():
            if all(
                condition.subject in applies and answers.get(condition.subject) in self.accepted(condition)
                for condition in question.ask_if
            ):
                applies[question.id] = None
        return tuple(applies)

    def split(self, answers: Mapping[str, str]) -> tuple[dict[str, str], dict[str, str]]:
        """``answers`` that count, and those set aside because their question does not apply.

        Both in question order; questions left out or ``unknown`` stay as they are given.
        """
        applies = set(self.applicable(answers))
        counted = {q: answers[q] for q in self.questions if q in answers and q in applies}
        aside = {q: answers[q] for q in self.questions if q in answers and q not in applies and answers[q] != UNKNOWN}
        return counted, aside

    def known(self, answers: Mapping[str, str]) -> dict[str, str]:
        """The answers with questions and options that there are; those given to another rulebook may have others."""
        return {
            question: option
            for question, option in answers.items()
            if question in self.questions and option in (UNKNOWN, *(o.id for o in self.questions[question].options))
        }

    def weights(self, answers: Mapping[str, str]) -> Mapping[Criterion, int]:
        """How much each criterion counts under the manager's goals."""
        return self.goals[answers.get(GOALS, UNKNOWN)].weights


def accepted(question: Question, condition: Condition) -> frozenset[str]:
    """The options of ``question`` that satisfy ``condition``; never ``unknown``."""
    ids = [option.id for option in question.options]
    if condition.operator == "is":
        return frozenset(condition.values)
    if condition.operator == "not":
        return frozenset(ids) - frozenset(condition.values)
    at = ids.index(condition.values[0])
    return frozenset(ids[at:] if condition.operator == "at_least" else ids[: at + 1])


def stale(rulebook: Rulebook) -> tuple[str, ...]:
    """Cautions and places whose reference date is more than a year before the version of the rulebook."""
    year, rest = rulebook.version[:4], rulebook.version[4:]
    oldest = f"{int(year) - 1:04}{rest}"
    dated: list[Caution | Place] = [*rulebook.cautions.values(), *rulebook.places.values()]
    return tuple(sorted(item.id for item in dated if item.as_of < oldest))
