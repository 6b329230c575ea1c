"""What a rulebook consists of: the one schema for the YAML files and for everything that reads them.

Each class is the shape of one item in a YAML file *and* the frozen object the rest of the
program works with. A field's type is its validation; what cannot be said in a type (does this
question exist?) is checked in :mod:`advisor.rulebook.references`.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Literal

from msgspec import Meta, Struct, field

from advisor.language import Language, Text
from advisor.rulebook.condition import Condition

Id = Annotated[str, Meta(pattern=r"^[a-z][a-z0-9_]*$", max_length=60)]
"""Name of an item. ``references`` also refuses the words YAML or the interview give a meaning."""

SourceId = Annotated[str, Meta(pattern=r"^[a-z][a-z0-9_]*(:[A-Za-z0-9_+.-]+)?$", max_length=60)]
"""A source, optionally with the row in it: ``seed``, ``domain:C16``."""

Date = Annotated[str, Meta(pattern=r"^\d{4}-\d{2}-\d{2}$")]
"""A calendar date as YYYY-MM-DD, kept as text because no output depends on today."""

Criterion = Literal["quality", "flexibility", "cost", "feasibility"]
Influence = Literal["given", "negotiable", "choice"]
Kind = Literal["law", "privacy", "people", "contract", "financial", "operational", "reputational"]
Change = Literal["none", "adjust", "switch"]

UNKNOWN = "unknown"
"""The answer every question also takes; it satisfies no condition."""

FORMS = ("insourcing", "outsourcing", "offshoring", "nearshoring", "temp_agency", "managed_insourcing")
"""Ids of the six forms; fixed, because scripts depend on them. Their order of preference is in ``forms.yaml``."""

CORE = "core"
"""The part that is all of the work no other part takes."""
SEGMENTS = (CORE, "complex", "languages", "out_of_hours", "peak", "simple")
"""Parts of the work, in order of precedence after ``core``."""

CRITERIA: tuple[Criterion, ...] = ("quality", "flexibility", "cost", "feasibility")


class Item(Struct, frozen=True, forbid_unknown_fields=True):
    """Anything that stands in a YAML file: immutable, and no key is accepted that is not declared."""


class Words(Item, frozen=True, kw_only=True):
    """Other ways to say a name, per language; only used to understand what a user types."""

    nl: tuple[str, ...] = ()
    en: tuple[str, ...] = ()

    def in_(self, language: Language) -> tuple[str, ...]:
        """The words in one language."""
        return self.nl if language == "nl" else self.en


When = Annotated[tuple[Condition, ...], Meta(min_length=1)]
"""All of these must hold. Never empty: a rule without a condition would be an opinion about everyone."""


class Option(Item, frozen=True, kw_only=True):
    """One answer a question offers."""

    id: Id
    text: Text
    also: Words = Words()
    """Phrases a user may type to mean this option."""


class Question(Item, frozen=True, kw_only=True):
    """One question of the interview; every question also takes ``unknown``."""

    id: Id
    ordered: bool = False
    """The options go from less to more, so ``at_least`` and ``at_most`` mean something."""
    influence: Influence
    """``given`` (the world), ``negotiable`` or ``choice`` (the manager decides)."""
    label: Text
    """What it is about in a few words, for lists and behind an argument."""
    text: Text
    why: Text
    who_knows: Id
    """Role that has the answer."""
    how_to_find_out: Text
    ask_if: tuple[Condition, ...] = ()
    """Only asked when all of these hold; refers to earlier questions only."""
    terms: tuple[Id, ...] = ()
    options: Annotated[tuple[Option, ...], Meta(min_length=2)]


class Finding(Item, frozen=True, kw_only=True):
    """An intermediate conclusion. Its own ``when`` and every :class:`Derivation` of it are alternatives."""

    id: Id
    text: Text
    when: tuple[Condition, ...] = ()
    terms: tuple[Id, ...] = ()


class Derivation(Item, frozen=True, kw_only=True):
    """Another way to reach a finding: the language has no OR."""

    id: Id
    finding: Id
    when: When


class Rule(Item, frozen=True, kw_only=True):
    """One argument for or against one form."""

    id: Id
    when: When
    for_form: str | None = field(default=None, name="for")
    against: str | None = None
    points: Annotated[int, Meta(ge=1, le=3)]
    criterion: Criterion
    segment: str | None = None
    """Counts only for this part of the work, not for the headline."""
    because: Text
    despite: tuple[Id, ...] = ()
    """Rules this one contradicts on purpose."""
    terms: tuple[Id, ...] = ()
    sources: Annotated[tuple[SourceId, ...], Meta(min_length=1)]

    def __post_init__(self) -> None:
        if (self.for_form is None) == (self.against is None):
            raise ValueError('needs either "for" or "against"')

    @property
    def form(self) -> str:
        """The form the argument is about."""
        return self.for_form or self.against or ""

    @property
    def sign(self) -> int:
        """+1 for an argument for the form, -1 against."""
        return 1 if self.for_form else -1


class Gate(Item, frozen=True, kw_only=True):
    """Excludes a form, because the manager said something is not allowed or not there."""

    id: Id
    when: When
    excludes: str
    scope: Literal["everywhere", "main", "part"]
    """``main``: cannot carry the bulk, may still serve a part; ``part``: only out of ``segment``."""
    segment: str | None = None
    """The part of the work it keeps the form out of; only with scope ``part``."""
    because: Text
    lift: Text
    """What would have to change for the form to be possible again."""
    terms: tuple[Id, ...] = ()
    sources: Annotated[tuple[SourceId, ...], Meta(min_length=1)]

    def __post_init__(self) -> None:
        if (self.scope == "part") != (self.segment is not None):
            raise ValueError('scope "part" and a segment belong together')

    @property
    def form(self) -> str:
        """The form the gate is about."""
        return self.excludes


class Caution(Item, frozen=True, kw_only=True):
    """A warning that belongs to an advice for one of ``forms``."""

    id: Id
    when: When
    forms: Annotated[tuple[str, ...], Meta(min_length=1)]
    kind: Kind
    severity: Annotated[int, Meta(ge=1, le=3)]
    demand: Text
    """What the law, the contract or good practice asks."""
    do: Text
    """The next step for the manager."""
    as_of: Date
    terms: tuple[Id, ...] = ()
    sources: Annotated[tuple[SourceId, ...], Meta(min_length=1)]


class CostRange(Item, frozen=True, kw_only=True):
    """What a form costs, as an indication; it never counts in the score."""

    drivers: tuple[Text, ...]
    range: Text
    as_of: Text
    """When and how firmly the range was published."""
    sources: Annotated[tuple[SourceId, ...], Meta(min_length=1)]


class Form(Item, frozen=True, kw_only=True):
    """The card of one form of sourcing."""

    id: str
    name: Text
    what: Text
    fits: tuple[Text, ...]
    fits_not: tuple[Text, ...]
    first_steps: tuple[Text, ...]
    costs: CostRange
    terms: tuple[Id, ...] = ()


class Headline(Item, frozen=True, kw_only=True):
    """The titles of the advice for one form, by what it changes for the manager."""

    form: str
    adjusts: tuple[Id, ...] = ()
    """Present models (options of ``current_model``) that need only be adjusted to become this form."""
    none: Text
    adjust: Text
    switch: Text
    start: Text
    """Used when there is no present model, or when it is not known."""


class Goal(Item, frozen=True, kw_only=True):
    """How much each criterion weighs for one answer to the goals question."""

    option: str
    weights: dict[Criterion, Annotated[int, Meta(ge=1, le=9)]]


class Segment(Item, frozen=True, kw_only=True):
    """A part of the work that may get its own form."""

    id: Id
    name: Text
    when: tuple[Condition, ...] = ()
    because: Text


class Limit(Item, frozen=True, kw_only=True):
    """How many different forms a mix may have, own staff included, when its conditions hold."""

    id: Id
    when: When
    most_forms: Annotated[int, Meta(ge=1, le=3)]
    because: Text


class Offset(Item, frozen=True, kw_only=True):
    """Local clock minus the Dutch clock, in hours."""

    winter: float
    summer: float


class Place(Item, frozen=True, kw_only=True):
    """A country where customer contact can be done, for nearshoring or offshoring."""

    id: Id
    country: Text
    form: str
    zone: str
    """Name in the IANA time zone database; a test proves the offsets against it."""
    offset_hours: Offset
    when: When
    """Fits the answers: languages, privacy, distance."""
    because: Text
    note: Text
    """What to look into: supply of people, privacy status, a trap."""
    as_of: Date
    sources: Annotated[tuple[SourceId, ...], Meta(min_length=1)]


class Hours(Item, frozen=True, kw_only=True):
    """The Dutch hours that one answer to the question on opening hours stands for."""

    option: str
    start: Annotated[int, Meta(ge=0, le=23)]
    end: Annotated[int, Meta(ge=1, le=24)]


class Step(Item, frozen=True, kw_only=True):
    """One of the seven steps from goals to continuous improvement."""

    id: Id
    number: Annotated[int, Meta(ge=1, le=7)]
    title: Text


class Task(Item, frozen=True, kw_only=True):
    """Something to do in one step, when its conditions hold and one of ``forms`` is in the advice."""

    id: Id
    step: Annotated[int, Meta(ge=1, le=7)]
    text: Text
    role: Id
    start_week: Annotated[int, Meta(ge=0, le=260)]
    """Weeks after the start of the plan."""
    weeks: Annotated[int, Meta(ge=0, le=104)]
    """How long it takes; 0 for a moment."""
    milestone: bool = False
    forms: Annotated[tuple[str, ...], Meta(min_length=1)]
    when: tuple[Condition, ...] = ()
    terms: tuple[Id, ...] = ()
    sources: Annotated[tuple[SourceId, ...], Meta(min_length=1)]


class Monotonicity(Item, frozen=True, kw_only=True):
    """What a consultant would swear by: one step up an ordered question never raises (or lowers) some forms.

    ``raises``: a step up never raises a form's score, at any weighting, and never lifts its gate.
    ``lowers``: a step up never lowers the score, and never brings a gate.
    """

    id: Id
    question: Id
    forms: Annotated[tuple[str, ...], Meta(min_length=1)]
    never: Literal["raises", "lowers"]
    because: Text


class Topic(Item, frozen=True, kw_only=True):
    """A chapter of the interview."""

    id: Id
    title: Text


class Role(Item, frozen=True, kw_only=True):
    """Someone in the manager's organisation who knows an answer."""

    id: Id
    name: Text


class Source(Item, frozen=True, kw_only=True):
    """Where knowledge comes from, and what the rulebook does with what it says."""

    id: SourceId
    title: Text
    address: tuple[str, ...] = ()
    """Public addresses; empty for trade knowledge without one."""
    date: str
    certainty: Literal["high", "medium", "low", "trade_knowledge"]
    claims: dict[str, Literal["for", "against"]] = {}
    """Form → direction this source argues; each must be met by a rule that cites the source ..."""
    left_out: dict[str, Text] = {}
    """... or be listed here with the reason. Key ``all`` when nothing of the source is used."""


class Term(Item, frozen=True, kw_only=True):
    """One entry of the glossary."""

    id: Id
    name: Text
    also: Words = Words()
    definition: Text
    why: Text
    """Why the word matters when you choose a form of sourcing."""
    everyday: bool = False
    """Everybody knows the word: the glossary explains it to who asks, a report does not."""
    see_also: tuple[Id, ...] = ()
    sources: Annotated[tuple[SourceId, ...], Meta(min_length=1)]


def is_date(text: str) -> bool:
    """Whether ``text`` is a day on the calendar, as YYYY-MM-DD."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def read_date(typed: str) -> str | None:
    """The day that was typed, as YYYY-MM-DD; None when it is none.

    The Dutch order, 31-1-2026, is read too; with other signs the order of day and month is not the same everywhere.
    """
    if found := re.fullmatch(r"([0-9]{1,2})-([0-9]{1,2})-([0-9]{4})", typed):
        day, month, year = found.groups()
        typed = f"{year}-{month:0>2}-{day:0>2}"
    return typed if is_date(typed) else None
