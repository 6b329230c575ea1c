"""What a dossier holds."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct

from advisor.interview.whatif import Scenario
from advisor.language import Language

Id = Annotated[str, Meta(pattern=r"^[a-z0-9][a-z0-9-]{0,59}\Z")]
Count = Annotated[int, Meta(ge=0, le=1_000_000_000)]


Day = Annotated[str, Meta(pattern=r"^\d{4}-\d{2}-\d{2}\Z")]


class RulebookUsed(Struct, frozen=True, forbid_unknown_fields=True):
    """Which rulebook it was."""

    version: Day
    hash: Annotated[str, Meta(pattern=r"^[0-9a-f]{64}\Z")]


class Change(Struct, frozen=True):
    """One answer or note that became another one; None where there is none."""

    question: str
    before: str | None
    after: str | None
    what: Literal["answer", "note"] = "answer"


Name = Annotated[str, Meta(pattern=r"^[a-z][a-z0-9_]*\Z")]
"""Id of something in a rulebook."""
Sum = Annotated[int, Meta(ge=-1_000_000, le=1_000_000)]


class Counted(Struct, frozen=True, forbid_unknown_fields=True):
    """One argument as it counted: enough to see later whether it still does."""

    rule: Name
    effect: Sum
    """Its points times their weight, negative when against; 0 for a gate."""


class Outcome(Struct, frozen=True, forbid_unknown_fields=True):
    """One form of an advice that is kept, or that a report carries."""

    form: Name
    score: Sum
    verdict: Name
    arguments: tuple[Counted, ...]


class Remembered(Struct, frozen=True):
    """The last advice the user saw, or the one that a report carries."""

    rulebook: RulebookUsed
    answers: dict[str, str]
    """The answers it was given on."""
    form: str | None
    ranking: tuple[Outcome, ...]
    cautions: tuple[str, ...]
    set_aside: dict[str, str] = {}
    """Answers to questions that did not apply."""
    mix: dict[str, str] = {}
    """Part of the work → form; empty without a headline, or where it was not kept."""

    @property
    def given(self) -> dict[str, str]:
        """All answers, those set aside too."""
        return {**self.answers, **self.set_aside}


class Dossier(Struct, frozen=True, kw_only=True):
    """One interview with all that was said in it."""

    schema: Literal["dossier/1"] = "dossier/1"
    id: Id
    revision: Count
    """Goes up with every save; whoever saves on top of an older one is refused."""
    name: str = ""
    """The user's own; empty until one is given."""
    language: Language
    advisor: str
    """Version of the program that wrote it."""
    rulebook: RulebookUsed
    answers: dict[str, str] = {}
    """Every answer ever given, those set aside and those the rulebook no longer knows included."""
    notes: dict[str, str] = {}
    history: tuple[tuple[Change, ...], ...] = ()
    """What changed at each save, the oldest first."""
    scenarios: tuple[Scenario, ...] = ()
    start: str | None = None
    """The day the plan begins, YYYY-MM-DD."""
    advice: Remembered | None = None
