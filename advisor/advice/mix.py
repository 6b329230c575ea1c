"""Which form fits which part of the work.

Start from the headline; a part departs from it only where another form, not excluded there,
scores higher with the arguments that hold for that part alone. The mix never changes the headline.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from advisor.advice.model import Mix
from advisor.language import joined
from advisor.rulebook.model import CORE, SEGMENTS
from advisor.words import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from advisor.advice.model import Argument, Standing
    from advisor.engine import Trace
    from advisor.rulebook.rulebook import Rulebook

PEAK = "peak"
OWN, FLEXIBLE = "insourcing", "temp_agency"
"""Under agency workers the core is an own team: a flexible shell presumes one."""

MOST_FORMS = 3


def compose(rulebook: Rulebook, ranking: tuple[Standing, ...], trace: Trace) -> tuple[Mix, ...]:
    """The core, and every part that gets another form than the core; empty without a headline."""
    headline = next((standing.form for standing in ranking if standing.verdict == "recommended"), None)
    if headline is None:
        return ()
    work = _Work(rulebook, ranking, trace, headline)
    parts = [part for part in (work.part(segment) for segment in work.segments()) if part.form != work.core]
    parts = _within_limit(parts, work)
    gone = {part.segment for part in parts}
    core = work.entry(work.part(CORE), [segment for segment in work.segments() if segment not in gone])
    return (core, *(work.entry(part) for part in parts))


class _Part(Struct, frozen=True):
    segment: str
    form: str
    score: int
    gain: int
    forced: bool = False
    """The form of the core is shut out of this part."""


class _Work(Struct, frozen=True):
    rulebook: Rulebook
    ranking: tuple[Standing, ...]
    trace: Trace
    headline: str

    @property
    def core(self) -> str:
        """The form of all that no listed part takes."""
        return self.usual(CORE)

    def usual(self, segment: str) -> str:
        """The form a part has unless another scores higher there."""
        shell = self.headline == FLEXIBLE and segment != PEAK and not self.excluded(OWN, segment)
        return OWN if shell else self.headline

    def segments(self) -> list[str]:
        """The parts that exist, in order of precedence, without the core."""
        exists = {*self.trace.segments, *([PEAK] if self.headline == FLEXIBLE else [])}
        return [segment for segment in SEGMENTS if segment in exists and segment != CORE]

    def most_forms(self) -> int:
        """How many different forms the mix may have; the core and the headline always have a place."""
        most = min([MOST_FORMS, *(self.rulebook.limits[limit].most_forms for limit in self.trace.limits)])
        return max(most, len({self.core, self.headline}))

    def part(self, segment: str) -> _Part:
        """The best form for a part; ties stay with the usual form, then follow the ranking.

        Under agency workers the peak is theirs: it is what the headline is about. Their score for all the work is
        about the peaks too, so any other part leaves the own team for arguments about that part alone.
        """
        usual = self.usual(segment)
        if segment == CORE or (segment == PEAK and usual == FLEXIBLE and not self.excluded(usual, segment)):
            return _Part(segment, usual, self.score(usual, segment), 0)
        allowed = [standing.form for standing in self.ranking if not self.excluded(standing.form, segment)]
        counted = self.score if usual == self.headline else self.effect
        best = max(allowed, key=lambda form: (counted(form, segment), form == usual), default=usual)
        gain = counted(best, segment) - counted(usual, segment)
        # Where the usual form is shut out, the part departs even at a loss; that loss is not a gain.
        return _Part(segment, best, self.score(best, segment), max(gain, 0), self.excluded(self.core, segment))

    def score(self, form: str, segment: str) -> int:
        """Score of a form in one part of the work."""
        return self.standing(form).score + self.effect(form, segment)

    def effect(self, form: str, segment: str) -> int:
        """What the arguments about one part of the work alone do for a form there."""
        return sum(a.effect for a in self.standing(form).arguments if a.segment == segment)

    def standing(self, form: str) -> Standing:
        """How a form stands for all the work."""
        return next(standing for standing in self.ranking if standing.form == form)

    def excluded(self, form: str, segment: str) -> bool:
        """Whether something the manager said keeps the form out of this part."""
        gates = [self.rulebook.gates[gate] for gate in self.trace.gates]
        scopes = ("everywhere", "main") if segment == CORE else ("everywhere",)
        return any(g.form == form and (g.scope in scopes or g.segment == segment) for g in gates)

    def entry(self, part: _Part, with_it: Sequence[str] = ()) -> Mix:
        """A part as it stands in the advice, with the arguments that hold there and the parts that stay with it."""
        usual = self.usual(part.segment)
        arguments = [
            argument
            for standing in self.ranking
            for argument in standing.arguments
            if argument.segment == part.segment and _speaks(argument, part.form, usual)
        ]
        segment = self.rulebook.segments[part.segment]
        reasons = [segment.because, *(argument.because for argument in arguments[:2])]
        if names := [self.rulebook.segments[other].name for other in with_it]:
            reasons.append(WORDS["core_covers"].format(parts=joined(names, "; ")))
        return Mix(part.segment, part.form, part.score, usual, part.gain, joined(reasons), tuple(arguments))


def _speaks(argument: Argument, chosen: str, usual: str) -> bool:
    """Whether an argument explains the choice: for what was chosen, or against what was left."""
    return (argument.form == chosen and argument.direction == "for") or (
        argument.form == usual != chosen and argument.direction != "for"
    )


def _within_limit(parts: Iterable[_Part], work: _Work) -> list[_Part]:
    """The parts, less those of the forms that gain least, until no more forms are left than may be.

    A form that takes a part from which the core's form is shut out goes late, the headline's own last.
    """
    kept = list(parts)
    while len(forms := {work.core, *(part.form for part in kept)}) > work.most_forms():
        own_parts = {form: [part for part in kept if part.form == form] for form in sorted(forms - {work.core})}
        worth = {
            form: (form == work.headline, any(part.forced for part in own), sum(part.gain for part in own))
            for form, own in own_parts.items()
        }
        least = min(worth, key=lambda form: worth[form])
        kept = [part for part in kept if part.form != least]
    return kept
