"""What an advice consists of. Texts are bilingual; a report picks the language."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from advisor.explorer import Reading
from advisor.explorer.ahead import useful
from advisor.explorer.goals import Field, Thresholds
from advisor.explorer.neighbours import Robustness, robustness
from advisor.explorer.possible import Possible, possible
from advisor.rulebook.model import CRITERIA, UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Mapping

    from advisor.language import Text
    from advisor.rulebook.model import Caution, Change, Criterion, Place, Step, Task
    from advisor.rulebook.rulebook import Rulebook

Direction = Literal["for", "against", "excludes"]
Verdict = Literal["recommended", "suitable", "doubtful", "excluded"]


class Argument(Struct, frozen=True):
    """One fired rule or gate, for one form."""

    rule: str
    """Id of the rule or gate."""
    form: str
    direction: Direction
    points: int
    """1-3; 0 for a gate."""
    criterion: Criterion | None
    weight: int
    """How much the criterion counts under the manager's goals; 0 for a gate."""
    segment: str | None
    because: Text
    lift: Text | None
    """For a gate: what would have to change."""
    answers: Mapping[str, str]
    """Question → option behind it, in question order."""
    findings: tuple[str, ...]
    terms: tuple[str, ...]
    sources: tuple[str, ...]

    @property
    def signed(self) -> int:
        """Its points, negative when against."""
        return self.points if self.direction == "for" else -self.points

    @property
    def effect(self) -> int:
        """What it adds to the score; negative when against."""
        return self.signed * self.weight


class Standing(Struct, frozen=True):
    """Where one form ends up, and why."""

    form: str
    score: int
    """Sum of the effects of its unscoped arguments."""
    verdict: Verdict
    arguments: tuple[Argument, ...]
    """By size of effect, then id."""

    @property
    def points(self) -> Mapping[Criterion, int]:
        """Criterion → the points that count in the score, against taken off, not weighed."""
        counted = [argument for argument in self.arguments if argument.segment is None and argument.criterion]
        return {criterion: sum(a.signed for a in counted if a.criterion == criterion) for criterion in CRITERIA}


class Conclusion(Struct, frozen=True):
    """A finding that holds."""

    id: str
    text: Text
    rules: tuple[str, ...]
    """Ids of what concluded it."""
    answers: Mapping[str, str]


class Mix(Struct, frozen=True):
    """The form that fits one part of the work."""

    segment: str
    form: str
    score: int
    usual: str
    """The form the part would have had without arguments of its own."""
    gain: int
    """What this form scores there above the usual one."""
    because: Text
    arguments: tuple[Argument, ...]


class Location(Struct, frozen=True):
    """A country where the work could be done, and what the manager's hours are there."""

    place: Place
    hours: tuple[Hours, ...]
    """Spans of the manager's own hours that the clock there makes interesting."""


class Hours(Struct, frozen=True):
    """A span on the Dutch clock and on the clock there; hours 0-24, in winter and in summer."""

    here: Span
    winter: Span
    summer: Span


Span = tuple[float, float]
"""From and to, in hours; the end is below the start when midnight lies between."""


class Stage(Struct, frozen=True):
    """One of the seven steps, with the tasks that fit this advice."""

    step: Step
    tasks: tuple[Task, ...]
    """By start week, then id."""


class Recommendation(Struct, frozen=True):
    """The headline."""

    form: str | None
    """None when too little is known."""
    title: Text
    change: Change | None
    """Against the present model; None without a headline."""
    runner_up: str | None
    margin: int | None
    """Points ahead of the runner-up; None without one."""
    summary: Text


class Advice(Struct, frozen=True, dict=True):
    """Everything the interview leads to."""

    rulebook: Rulebook
    answers: Mapping[str, str]
    """Answers that count, ``unknown`` included, in question order."""
    set_aside: Mapping[str, str]
    """Answers to questions that do not apply."""
    notes: Mapping[str, str]
    """Question → the user's own words."""
    recommendation: Recommendation
    ranking: tuple[Standing, ...]
    """All six forms: by score, excluded ones last."""
    mix: tuple[Mix, ...]
    findings: tuple[Conclusion, ...]
    cautions: tuple[Caution, ...]
    places: tuple[Location, ...]
    plan: tuple[Stage, ...]
    open: tuple[str, ...]
    """Questions that apply and have no answer, or ``unknown``."""

    @cached_property
    def possible(self) -> Possible:
        """Which forms could still win, and what to find out first; worked out when asked for."""
        return possible(Reading(self.rulebook), self.answers)

    @cached_property
    def robustness(self) -> Robustness | None:
        """How firm the headline is, and what would flip it; worked out when asked for."""
        ranking = [standing.form for standing in self.ranking]
        return robustness(Reading(self.rulebook), self.answers, ranking)

    @cached_property
    def thresholds(self) -> Thresholds | None:
        """At which weighting of the goals the headline turns; None without a headline."""
        if self.recommendation.form is None:
            return None
        left = {standing.form: standing.points for standing in self.ranking if standing.verdict != "excluded"}
        in_order = {form: left[form] for form in self.rulebook.forms if form in left}
        return Field(in_order, self.rulebook.weights(self.answers)).thresholds()

    @cached_property
    def to_find_out(self) -> tuple[str, ...]:
        """The open questions whose answer can still change something in the advice."""
        known = {question: option for question, option in self.answers.items() if option != UNKNOWN}
        matter = useful(Reading(self.rulebook), known)
        return tuple(question for question in self.open if question in matter)

    def standing(self, form: str) -> Standing:
        """Where ``form`` ends up."""
        return next(standing for standing in self.ranking if standing.form == form)

    def open_by_role(self) -> Mapping[str, tuple[str, ...]]:
        """Role that knows → what to find out, in question order."""
        roles: dict[str, list[str]] = {}
        for question in self.to_find_out:
            roles.setdefault(self.rulebook.questions[question].who_knows, []).append(question)
        return {role: tuple(questions) for role, questions in roles.items()}
