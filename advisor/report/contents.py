"""What a report of an advice says, in which order."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from advisor.language import Language, number, signed
from advisor.report import dates, glossary, mail
from advisor.report.certainty import still_possible
from advisor.report.document import Block, Heading, Items, Paragraph, Table
from advisor.report.firmness import firmness, what_would_change
from advisor.report.sentences import Sentences
from advisor.report.summary import in_short
from advisor.text import clean_line
from advisor.words import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from advisor.advice import Advice, Argument, Standing
    from advisor.advice.model import Hours, Location, Span
    from advisor.rulebook.model import Caution, Question, Task

PARTS_OF_DAY = {8: "your_night", 18: "your_day", 24: "your_evening"}
"""Until which hour on the manager's clock → what to call that part of the day."""

TOP = 5
"""Arguments shown for a form that is not the headline; the JSON has all."""


def contents(advice: Advice, language: Language, start: str | None = None) -> tuple[Block, ...]:
    """The whole report; with a ``start`` (YYYY-MM-DD) the plan has dates instead of weeks."""
    blocks = tuple(_Report(advice, language, start).blocks())
    return (*blocks, *glossary.section(blocks, advice.rulebook, language))


def named(of: str, blocks: tuple[Block, ...], language: Language) -> tuple[Block, ...]:
    """A report that says under its title for whom or what it is, unless that has no name."""
    return (blocks[0], Paragraph(say("report_of", language, name=clean_line(of))), *blocks[1:]) if of else blocks


def in_chapters(advice: Advice, language: Language, start: str | None = None) -> tuple[tuple[Block, ...], ...]:
    """The whole report in pieces, for who cannot leaf through it: the short of it, then every chapter."""
    report = _Report(advice, language, start)
    short = len((*report.summary(), *report.mix()))
    blocks = contents(advice, language, start)
    begins = [place for place, block in enumerate(blocks) if place >= short and _begins_chapter(block)]
    return tuple(blocks[one:other] for one, other in pairwise((0, *begins, len(blocks))))


def _begins_chapter(block: Block) -> bool:
    return isinstance(block, Heading) and block.level == 2


def form_contents(advice: Advice, form: str, language: Language) -> tuple[Block, ...]:
    """Everything for and against one form, and what would change it."""
    report = _Report(advice, language)
    arguments = report.form(advice.standing(form), level=1, most=None)
    return (*arguments, *what_would_change(advice, form, language), *report.card(form))


def card_contents(advice: Advice, form: str, language: Language) -> tuple[Block, ...]:
    """The card of one form."""
    return tuple(_Report(advice, language).card(form))


def way_forward(advice: Advice, language: Language) -> tuple[Block, ...]:
    """Where the work could go and what to do when: the places and the plan."""
    report = _Report(advice, language)
    return (*report.places(), *report.plan())


class _Report(Sentences):
    def __init__(self, advice: Advice, language: Language, start: str | None = None) -> None:
        super().__init__(advice, language)
        self.start = start

    def blocks(self) -> Iterator[Block]:
        for part in (
            self.summary,
            self.mix,
            self.firmness,
            self.reasons,
            self.ranking,
            self.cautions,
            self.places,
            self.open_points,
            self.plan,
            self.others,
            self.basis,
        ):
            yield from part()

    # -- parts --------------------------------------------------------------------------------

    def summary(self) -> Iterator[Block]:
        yield from in_short(self.advice, self.language, self.start)

    def mix(self) -> Iterator[Block]:
        if len(self.advice.mix) < 2:
            return
        segments = self.advice.rulebook.segments
        yield Heading(2, self.say("mix"))
        yield Items(
            tuple(
                f"{segments[part.segment].name.in_(self.language)}: {self.form_name(part.form)}. {self.why_part(part)}"
                for part in self.advice.mix
            )
        )

    def firmness(self) -> Iterator[Block]:
        yield from firmness(self.advice, self.language)

    def reasons(self) -> Iterator[Block]:
        form = self.advice.recommendation.form
        if form is None:
            return
        name = self.form_name(form)
        standing = self.advice.standing(form)
        yield Heading(2, self.say("why_form", form=name))
        yield from self.arguments(standing, most=None)
        yield from self.card(form)

    def card(self, form: str) -> Iterator[Block]:
        """What the form is, when it fits and when not, how to begin, and what drives its cost."""
        card = self.advice.rulebook.forms[form]
        yield Heading(2, self.say("about_form", form=self.form_name(form)))
        yield Paragraph(card.what.in_(self.language))
        for key, texts in (("fits", card.fits), ("fits_not", card.fits_not), ("first_steps", card.first_steps)):
            yield Heading(3, self.say(key))
            yield Items(tuple(text.in_(self.language) for text in texts), numbered=key == "first_steps")
        yield Heading(3, self.say("costs"))
        yield Paragraph(f"{card.costs.range.in_(self.language)} ({card.costs.as_of.in_(self.language)})")
        drivers = "; ".join(driver.in_(self.language) for driver in card.costs.drivers)
        yield Paragraph(self.say("cost_drivers", drivers=drivers))

    def ranking(self) -> Iterator[Block]:
        yield Heading(2, self.say("ranking"))
        yield Paragraph(self.weights())
        rows = [(self.say("form"), self.say("score"), self.say("verdict"))]
        for standing in self.advice.ranking:
            rows.append(
                (
                    self.form_name(standing.form),
                    number(standing.score, self.language),
                    self.say(f"verdict_{standing.verdict}"),
                )
            )
        yield Table(tuple(rows), right=frozenset({1}))

    def weights(self) -> str:
        weights = self.advice.rulebook.weights(self.advice.answers)
        return self.say("weights", weights=", ".join(f"{self.say(c)} {w}" for c, w in weights.items()))

    def cautions(self) -> Iterator[Block]:
        """By severity; of the lightest only what to do, so that the heavy ones stand out."""
        if not self.advice.cautions:
            return
        yield Heading(2, self.say("cautions"))
        yield Paragraph(self.say("cautions_intro"))
        for severity in (3, 2, 1):
            chosen = [c for c in self.advice.cautions if c.severity == severity]
            if chosen:
                yield Heading(3, self.say(f"severity_{severity}"))
                yield Items(tuple(self.caution(c) for c in chosen))

    def caution(self, caution: Caution) -> str:
        parts = [caution.do] if caution.severity == 1 else [caution.demand, caution.do]
        sentences = " ".join(part.in_(self.language) for part in parts)
        return f"{sentences} ({self.say('kind_' + caution.kind)}, {self.as_of(caution)})"

    def places(self) -> Iterator[Block]:
        """By form, in the order of the ranking."""
        for standing in self.advice.ranking:
            chosen = [location for location in self.advice.places if location.place.form == standing.form]
            if not chosen:
                continue
            yield Heading(2, self.say("places", form=self.form_name(standing.form)))
            yield Paragraph(self.say("places_intro"))
            for location in chosen:
                yield from self.location(location)

    def location(self, location: Location) -> Iterator[Block]:
        place = location.place
        yield Heading(3, place.country.in_(self.language))
        yield Paragraph(place.because.in_(self.language))
        if location.hours:
            yield Paragraph(self.clock(location))
        yield Paragraph(f"{place.note.in_(self.language)} ({self.as_of(place)})")

    def clock(self, location: Location) -> str:
        """The manager's own hours on the clock there, a sentence per part of the day."""
        offset = location.place.offset_hours
        if offset.winter == offset.summer == 0:
            return self.say("same_clock")
        return " ".join(self.hours(hours) for hours in location.hours)

    def hours(self, hours: Hours) -> str:
        part = self.say(next(part for end, part in PARTS_OF_DAY.items() if hours.here[0] < end))
        here, winter, summer = (self.span(span) for span in (hours.here, hours.winter, hours.summer))
        if winter == summer:
            return self.say("hours_all_year", part=part, here=here, there=winter)
        return self.say("hours_there", part=part, here=here, winter=winter, summer=summer)

    def span(self, span: Span) -> str:
        return self.say("from_to", start=self.time(span[0]), end=self.time(span[1]))

    def time(self, hours: float) -> str:
        """``3`` or ``22.30``; in English ``03:00``, ``22:30``."""
        whole, minutes = int(hours), round(hours % 1 * 60)
        if self.language == "en":
            return f"{whole:02d}:{minutes:02d}"
        return f"{whole}.{minutes:02d}" if minutes else str(whole)

    def open_points(self) -> Iterator[Block]:
        """By who knows, with what can be answered; and as a mail to each of them."""
        if not self.advice.to_find_out:
            return
        roles = self.advice.rulebook.roles
        yield Heading(2, self.say("open_points"))
        yield Paragraph(still_possible(self.advice, self.language))
        for role, ids in self.advice.open_by_role().items():
            questions = [self.advice.rulebook.questions[question] for question in ids]
            name = roles[role].name.in_(self.language)
            yield Heading(3, self.say("ask_role", role=name))
            yield Items(tuple(self.open_point(question) for question in questions))
            yield from mail.asking(questions, name, self.language)

    def open_point(self, question: Question) -> str:
        """One question, how to find the answer and what it can be."""
        answers = self.say("possible_answers", answers=mail.answers_to(question, self.language))
        return f"{question.text.in_(self.language)} {question.how_to_find_out.in_(self.language)} {answers}"

    def plan(self) -> Iterator[Block]:
        if not self.advice.plan:
            return
        yield Heading(2, self.say("plan"))
        starts = self.say("plan_starts", date=dates.in_words(self.start, self.language)) if self.start else None
        yield Paragraph(starts or self.say("plan_weeks"))
        for stage in self.advice.plan:
            title = stage.step.title.in_(self.language)
            yield Heading(3, self.say("plan_step", number=stage.step.number, title=title))
            yield Items(tuple(self.task(task) for task in stage.tasks))

    def others(self) -> Iterator[Block]:
        yield Heading(2, self.say("other_forms"))
        for standing in self.advice.ranking:
            if standing.form != self.advice.recommendation.form:
                yield from self.form(standing, level=3, most=TOP)

    def basis(self) -> Iterator[Block]:
        if self.advice.findings:
            yield Heading(2, self.say("findings"))
            yield Items(tuple(finding.text.in_(self.language) for finding in self.advice.findings))
        yield Heading(2, self.say("answers"))
        yield Items(
            tuple(self.answer_with_note(q, o) for q, o in self.advice.answers.items()) or (self.say("no_answers"),)
        )
        if self.advice.set_aside:
            yield Heading(3, self.say("set_aside"))
            yield Items(tuple(self.answer_with_note(q, o) for q, o in self.advice.set_aside.items()))
        version = dates.in_words(self.advice.rulebook.version, self.language)
        yield Paragraph(self.say("rulebook", version=version, hash=self.advice.rulebook.hash[:12]))

    # -- pieces -------------------------------------------------------------------------------

    def form(self, standing: Standing, level: int, most: int | None) -> Iterator[Block]:
        verdict = self.say(f"verdict_{standing.verdict}")
        yield Heading(
            level, self.say("form_score", form=self.form_name(standing.form), score=standing.score, verdict=verdict)
        )
        yield from self.arguments(standing, most)

    def arguments(self, standing: Standing, most: int | None) -> Iterator[Block]:
        """Gates, then arguments for and against, then what counts for one part of the work only."""
        if not standing.arguments:
            yield Paragraph(self.say("no_arguments"))
        groups = {
            direction: [a for a in standing.arguments if a.direction == direction and a.segment is None]
            for direction in ("excludes", "for", "against")
        }
        parts = {part.segment for part in self.advice.mix}
        groups["part"] = [a for a in standing.arguments if a.segment in parts]
        for group, chosen in groups.items():
            if not chosen:
                continue
            yield Paragraph(self.say(f"direction_{group}"))
            yield Items(tuple(self.argument(a) for a in chosen[:most]))
            if most is not None and len(chosen) > most:
                yield Paragraph(self.say("more_arguments", count=len(chosen) - most))

    def argument(self, argument: Argument) -> str:
        """One argument, with its effect and the answers behind it."""
        because = argument.because.in_(self.language)
        if argument.segment:
            because = f"{self.advice.rulebook.segments[argument.segment].name.in_(self.language)}: {because}"
        behind = self.say("because_you_said", answers="; ".join(self.behind(argument)))
        if argument.lift:
            return f"{because} {argument.lift.in_(self.language)} {behind}"
        effect = self.say("effect", effect=signed(argument.effect), criterion=self.say(argument.criterion or ""))
        return f"{because} ({effect}) {behind}"

    def task(self, task: Task) -> str:
        """One task, who does it and when; a milestone says so."""
        text = task.text.in_(self.language)
        role = self.advice.rulebook.roles[task.role].name.in_(self.language)
        line = f"{text} ({role}; {self.period(task)})"
        return self.say("milestone", task=line) if task.milestone else line

    def period(self, task: Task) -> str:
        """When a task is done: days when the start is known, else weeks, the first being week 1."""
        return dates.period([task], self.start, self.language)
