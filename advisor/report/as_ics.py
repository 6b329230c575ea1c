"""The plan for a calendar: every milestone, and each of the seven steps, as whole days."""

from __future__ import annotations

import uuid
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from advisor.errors import AdvisorError
from advisor.report import dates
from advisor.report.file_words import say
from advisor.text import clean_line
from advisor.words import say as words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from icalendar import Event

    from advisor.advice import Advice
    from advisor.advice.model import Stage
    from advisor.language import Language
    from advisor.rulebook.model import Task

_FAMILY = uuid.UUID("5b0f6f9e-3c58-4b67-9d0e-6a3f1d2c7e44")
"""Whose events these are, among all events of the world."""


def render(advice: Advice, language: Language, start: str | None = None) -> str:
    """The plan in iCalendar, with its own line ends.

    Args:
        start: the day the plan begins.

    Raises:
        AdvisorError: there is no start, or no plan.
    """
    from icalendar import Calendar

    if start is None:
        raise AdvisorError(say("no_start", language))
    if not advice.plan:
        raise AdvisorError(say("no_plan", language))
    calendar = Calendar()
    calendar.add("prodid", f"-//{say('product', 'en')}//{language.upper()}")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("name", _title(advice, language))
    calendar.add("x-wr-calname", _title(advice, language))
    for event in _Events(advice, language, start).all():
        calendar.add_component(event)
    return bytes(calendar.to_ical()).decode()


def _title(advice: Advice, language: Language) -> str:
    return clean_line(advice.recommendation.title.in_(language))


class _Events:
    """Makes the events of one plan."""

    def __init__(self, advice: Advice, language: Language, start: str) -> None:
        self.advice = advice
        self.language: Language = language
        self.start = start
        # When it was made, as the format wants to know: the knowledge has a date, today has no part in it.
        self.stamp = datetime.fromisoformat(advice.rulebook.version).replace(tzinfo=UTC)

    def all(self) -> Iterator[Event]:
        """The steps, each followed by its milestones."""
        for stage in self.advice.plan:
            if not stage.tasks:
                continue
            yield self.step(stage)
            for task in stage.tasks:
                if task.milestone:
                    yield self.milestone(task)

    def step(self, stage: Stage) -> Event:
        """From the first day of its first task to the last day of its last, the tasks named in it."""
        spans = [dates.days(task, self.start) for task in stage.tasks]
        title = words("plan_step", self.language, number=stage.step.number, title=stage.step.title.in_(self.language))
        return self.event(
            stage.step.id,
            title,
            (min(first for first, _ in spans), max(last for _, last in spans)),
            "\n".join(f"- {self.task(task)}" for task in stage.tasks),
        )

    def milestone(self, task: Task) -> Event:
        """The day it must be reached: the last of the task."""
        _, last = dates.days(task, self.start)
        title = words("milestone", self.language, task=clean_line(task.text.in_(self.language)))
        return self.event(task.id, title, (last, last), self.task(task))

    def task(self, task: Task) -> str:
        """What, and who does it."""
        role = self.advice.rulebook.roles[task.role].name.in_(self.language)
        return clean_line(f"{task.text.in_(self.language)} ({role})")

    def event(self, name: str, title: str, span: tuple[str, str], description: str) -> Event:
        """Whole days that leave the calendar free for appointments."""
        from icalendar import Event

        first, last = (date.fromisoformat(day) for day in span)
        event = Event()
        # The same plan with another start moves these events; the plan of another form has its own.
        event.add("uid", str(uuid.uuid5(_FAMILY, f"{self.advice.recommendation.form}/{name}")))
        event.add("dtstamp", self.stamp)
        event.add("dtstart", first)
        if last < date.max:
            event.add("dtend", last + timedelta(1))  # the first day after it
        event.add("summary", clean_line(title))
        event.add("description", description)
        event.add("transp", "TRANSPARENT")
        return event
