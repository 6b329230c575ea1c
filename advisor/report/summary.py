"""The first page: what changes, for whom, from when, how sure it is, the main reasons and the main risks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.report import dates
from advisor.report.certainty import still_possible
from advisor.report.document import Block, Heading, Items, Paragraph
from advisor.report.sentences import Sentences
from advisor.rulebook.model import UNKNOWN
from advisor.rulebook.rulebook import CURRENT_MODEL, START_WITHIN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from advisor.advice import Advice
    from advisor.language import Language

MAIN = 3
"""Reasons, and risks, on the first page."""


def in_short(advice: Advice, language: Language, start: str | None = None) -> tuple[Block, ...]:
    """The whole advice on a page; ``start`` is the day the plan begins."""
    return tuple(_Summary(advice, language, start).blocks())


class _Summary(Sentences):
    def __init__(self, advice: Advice, language: Language, start: str | None) -> None:
        super().__init__(advice, language)
        self.start = start

    def blocks(self) -> Iterator[Block]:
        recommendation = self.advice.recommendation
        yield Heading(1, recommendation.title.in_(self.language))
        yield Paragraph(recommendation.summary.in_(self.language))
        if recommendation.form is None:
            return
        yield Items(tuple(self.facts()))
        standing = self.advice.standing(recommendation.form)
        reasons = [a.because.in_(self.language) for a in standing.arguments if a.direction == "for" and not a.segment]
        if reasons:
            yield Heading(2, self.say("main_reasons"))
            yield Items(tuple(reasons[:MAIN]))
        risks = [caution.demand.in_(self.language) for caution in self.advice.cautions]
        if risks:
            yield Heading(2, self.say("main_risks"))
            yield Items(tuple(risks[:MAIN]))

    def facts(self) -> Iterator[str]:
        """A line each; what is not known is left out. Runner-up and margin stand in the sentence above."""
        advice, recommendation = self.advice, self.advice.recommendation
        # Without a present model there is nothing the advice differs from.
        if recommendation.change and advice.answers.get(CURRENT_MODEL) not in (None, UNKNOWN, "none"):
            yield self.say(f"change_{recommendation.change}")
        if len(advice.mix) > 1:
            yield self.say("short_mix", parts="; ".join(self.parts()))
        yield from self.when()
        if firm := advice.robustness:
            yield self.say("short_firm", kept=firm.kept, changes=firm.single_changes)
        if advice.to_find_out:
            count = self.say("still_open", count=len(advice.to_find_out))
            yield f"{count} {still_possible(advice, self.language)}"
        yield self.say("short_knowledge", date=dates.in_words(advice.rulebook.version, self.language))

    def parts(self) -> Iterator[str]:
        """Which form for which part of the work."""
        segments = self.advice.rulebook.segments
        for part in self.advice.mix:
            yield f"{segments[part.segment].name.in_(self.language)}: {self.short_form(part.form)}"

    def when(self) -> Iterator[str]:
        """The day the plan begins, or the answer to how soon it must work; and how long the plan takes."""
        tasks = [task for stage in self.advice.plan for task in stage.tasks]
        weeks = max((task.start_week + task.weeks for task in tasks), default=0)
        if self.start:
            yield self.say("short_start", date=dates.in_words(self.start, self.language), weeks=weeks)
        elif (within := self.advice.answers.get(START_WITHIN, UNKNOWN)) != UNKNOWN:
            yield self.say("short_within", within=self.option(START_WITHIN, within), weeks=weeks)
