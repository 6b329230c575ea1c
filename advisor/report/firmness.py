"""Under which conditions the advice holds: other answers, other goals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.explorer.goals import TRADED
from advisor.report.document import Block, Heading, Items, Paragraph
from advisor.report.sentences import Sentences

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

    from advisor.advice import Advice
    from advisor.explorer.goals import Range
    from advisor.explorer.neighbours import FlipSet
    from advisor.language import Language
    from advisor.rulebook.model import Criterion, Influence

NEAREST = 6
"""Single answers shown that would change the headline; ``whatif`` and the JSON have more."""

INFLUENCES: tuple[Influence, ...] = ("choice", "negotiable", "given")
"""What the manager can do first, what may happen last."""


def firmness(advice: Advice, language: Language) -> tuple[Block, ...]:
    """How firm the advice is, and the single answers that would change it."""
    return tuple(Firmness(advice, language).nearest())


def what_would_change(advice: Advice, form: str, language: Language) -> tuple[Block, ...]:
    """The fewest other answers that would make a rejected form the outcome."""
    return tuple(Firmness(advice, language).flips(form))


class Firmness(Sentences):
    """Writes the blocks above, and those of ``whatif``."""

    def nearest(self) -> Iterator[Block]:
        """How many single changes leave the outcome as it is, and some that do not."""
        firm = self.advice.robustness
        if firm is None:
            return
        yield Heading(2, self.say("firmness"))
        counts = {"kept": firm.kept, "changes": firm.single_changes}
        yield Paragraph(
            self.say("firm", **counts) if firm.kept < firm.single_changes else self.say("very_firm", **counts)
        )
        nearest = [
            self.flip(flip_set, flip.form)
            for flip in firm.flips
            for flip_set in flip.sets
            if len(flip_set.changes) == 1
        ]
        if nearest:
            yield Items(tuple(nearest[:NEAREST]))

    def counted(self) -> Iterator[Block]:
        """How many single and pair changes leave the outcome as it is."""
        firm = self.advice.robustness
        if firm is None:
            return
        yield Heading(2, self.say("firmness"))
        yield Paragraph(
            self.say(
                "robustness",
                kept=firm.kept,
                changes=firm.single_changes,
                pairs_kept=firm.pairs_kept,
                pairs=firm.pair_changes,
            )
        )

    def flips(self, form: str) -> Iterator[Block]:
        """The fewest changes that make one form the outcome."""
        firm = self.advice.robustness
        flip = next((flip for flip in firm.flips if flip.form == form), None) if firm else None
        if flip is None:
            return
        yield Heading(2, self.say("what_would_change", form=self.form_name(form)))
        if not flip.sets:
            yield Paragraph(self.say("nothing_near"))
            return
        for influence in INFLUENCES:
            sets = [flip_set for flip_set in flip.sets if flip_set.influence == influence]
            if sets:
                yield Paragraph(self.say(f"influence_{influence}"))
                yield Items(tuple(f"{self.changes(flip_set)}." for flip_set in sets))
        if flip.total > len(flip.sets):
            yield Paragraph(self.say("more_flips", count=flip.total - len(flip.sets)))

    def flip(self, flip_set: FlipSet, form: str) -> str:
        """One set of changes and what comes of it, in words."""
        return self.say(f"flip_{flip_set.influence}", answers=self.changes(flip_set), form=self.form_name(form))

    def changes(self, flip_set: FlipSet) -> str:
        """The other answers of one set."""
        return "; ".join(self.quoted(question, option) for question, option in flip_set.changes.items())

    def goals(self) -> Iterator[Block]:
        """Which form comes out when one goal weighs more or less; nothing without a headline."""
        thresholds = self.advice.thresholds
        if thresholds is None:
            return
        yield Heading(2, self.say("other_goals"))
        yield Paragraph(self.say("other_goals_intro"))
        yield Items(tuple(self.goal(goal, thresholds.ranges[goal]) for goal in TRADED))

    def goal(self, goal: Criterion, ranges: tuple[Range, ...]) -> str:
        """Who wins at which share of one goal; stretches too short for a whole per cent are left out."""
        assert self.advice.thresholds is not None
        values = {"goal": self.say(goal).capitalize(), "now": _per_cent(self.advice.thresholds.now[goal])}
        shown = [r for r in ranges if _per_cent(r.start) < _per_cent(r.end)]
        if len(shown) == 1:
            return self.say("goal_always", form=self.form_name(shown[0].form), **values)
        parts = "; ".join(self.stretch(found) for found in shown)
        return self.say("goal_ranges", ranges=parts, **values)

    def stretch(self, found: Range) -> str:
        """One stretch of a goal's share, in whole per cents."""
        start, end = _per_cent(found.start), _per_cent(found.end)
        key = "goal_up_to" if start == 0 else "goal_from" if end == 100 else "goal_between"
        return self.say(key, start=start, end=end, form=self.form_name(found.form))


def _per_cent(share: Fraction) -> int:
    return round(share * 100)
