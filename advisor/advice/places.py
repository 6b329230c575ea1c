"""Where the work could go, and what the manager's hours are on the clock there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.advice.model import Hours, Location
from advisor.rulebook.rulebook import OPENING_HOURS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from advisor.advice.model import Span
    from advisor.engine import Trace
    from advisor.rulebook.model import Place
    from advisor.rulebook.rulebook import Rulebook

SPANS: tuple[Span, ...] = ((0, 8), (8, 18), (18, 24))
"""Night, day and evening on the Dutch clock."""


def locations(rulebook: Rulebook, trace: Trace, answers: Mapping[str, str]) -> tuple[Location, ...]:
    """The places that fired, in the order of their ids."""
    hours = rulebook.hours.get(answers.get(OPENING_HOURS, ""))
    spans = [_overlap(span, (hours.start, hours.end)) for span in SPANS] if hours else []
    wanted = [span for span in spans if span]
    places = [rulebook.places[place] for place in trace.places]
    return tuple(Location(place, tuple(_there(place, span) for span in wanted)) for place in places)


def _overlap(one: Span, other: Span) -> Span | None:
    start, end = max(one[0], other[0]), min(one[1], other[1])
    return (start, end) if start < end else None


def _there(place: Place, here: Span) -> Hours:
    return Hours(here, _shift(here, place.offset_hours.winter), _shift(here, place.offset_hours.summer))


def _shift(span: Span, offset: float) -> Span:
    """A span on a clock that is ``offset`` hours ahead; 24 only as an end."""
    return (span[0] + offset) % 24, (span[1] + offset) % 24 or 24
