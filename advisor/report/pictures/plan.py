"""The plan as a Gantt chart: a row per step, its tasks as bars, milestones as marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.report import dates
from advisor.report.pictures.drawing import LINE, SIZE, WIDTH, Drawing, fitted
from advisor.report.pictures.lettering import width
from advisor.report.sentences import Sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from advisor.advice import Advice
    from advisor.advice.model import Stage
    from advisor.language import Language
    from advisor.report.document import Picture
    from advisor.rulebook.model import Task

NAMES = 230.0
"""Room for the steps."""
RIGHT = WIDTH - 20
LANE = 11.0
"""From one bar to the next one below it."""
BAR = 8.0
SMALL = 11.0
"""The size of text on the axis."""
TICKS = (1, 2, 4, 8, 13, 26, 52, 104, 208)
"""Weeks between two marks on the axis."""


def picture(advice: Advice, language: Language, start: str | None = None) -> Picture | None:
    """The plan, with dates when its start is known; None without one."""
    return _Gantt(advice, language, start).picture() if advice.plan else None


class _Gantt(Sentences):
    def __init__(self, advice: Advice, language: Language, start: str | None) -> None:
        super().__init__(advice, language)
        self.start = start
        self.drawing = Drawing("picture-plan")
        self.stages = [stage for stage in advice.plan if stage.tasks]
        self.tasks = [task for stage in self.stages for task in stage.tasks]
        self.weeks = max(task.start_week + max(task.weeks, 1) for task in self.tasks)

    def picture(self) -> Picture:
        rows = [(self.title(stage), self.when(stage), lanes(stage.tasks)) for stage in self.stages]
        heights = [max(len(title + when) * LINE, len(stacked) * LANE) + 14 for title, when, stacked in rows]
        top = 2 * LINE + 10
        bottom = top + sum(heights)
        self.axis(top, bottom)
        y = top
        for (title, when, stacked), height in zip(rows, heights, strict=True):
            self.drawing.line(0, y, WIDTH, y)
            self.drawing.paragraph(10, y + 5, title, bold=True)
            self.drawing.paragraph(10, y + 5 + len(title) * LINE, when)
            for number, lane in enumerate(stacked):
                for task in lane:
                    self.task(task, y + 8 + number * LANE)
            y += height
        self.drawing.line(0, bottom, WIDTH, bottom)
        return self.drawing.picture(self.legend(bottom), self.say("picture_plan"), self.alt(), self.language)

    def title(self, stage: Stage) -> list[str]:
        title = self.say("plan_step", number=stage.step.number, title=stage.step.title.in_(self.language))
        return fitted(title, NAMES - 20, 3)

    def when(self, stage: Stage) -> list[str]:
        return fitted(self.period(stage), NAMES - 20, 2)

    def period(self, stage: Stage) -> str:
        """From the first day or week of its tasks up to the last."""
        return dates.period(stage.tasks, self.start, self.language)

    def at(self, week: float) -> float:
        return NAMES + week * (RIGHT - NAMES) / self.weeks

    def axis(self, top: float, bottom: float) -> None:
        """A mark at every so many weeks, with the week or the day that begins there."""
        labels = [self.tick(week) for week in range(self.weeks)]
        room = max(width(label, SMALL) for label in labels) + 8
        every = next((step for step in TICKS if self.at(step) - NAMES >= room), TICKS[-1])
        year = ""
        for week in range(0, self.weeks, every):
            x = self.at(week)
            self.drawing.line(x, top - LINE - 8, x, bottom)
            if x + room > WIDTH:
                continue
            self.drawing.write(x + 4, top - 8, labels[week], size=SMALL)
            if self.start and (now := dates.after(self.start, week)[:4]) != year:
                year = now
                self.drawing.write(x + 4, top - 8 - LINE, year, size=SMALL, bold=True)

    def tick(self, week: int) -> str:
        if self.start:
            return dates.in_words(dates.after(self.start, week), self.language, year=False)
        return self.say("week", week=week + 1)

    def task(self, task: Task, y: float) -> None:
        first, last = self.at(task.start_week), self.at(task.start_week + task.weeks)
        if task.weeks or not task.milestone:
            self.drawing.box(first, y, max(last - first - 2, 4), BAR, "solid")
        if task.milestone:
            self.drawing.diamond(last, y + BAR / 2)

    def legend(self, y: float) -> float:
        self.drawing.box(NAMES, y + 12, 24, BAR, "solid")
        self.drawing.write(NAMES + 32, y + 8 + SIZE, self.say("legend_task"))
        self.drawing.diamond(NAMES + 150, y + 16)
        self.drawing.write(NAMES + 162, y + 8 + SIZE, self.say("legend_milestone"))
        return y + LINE + 16

    def alt(self) -> str:
        steps = "; ".join(
            f"{stage.step.number}. {stage.step.title.in_(self.language)}: {self.period(stage)}" for stage in self.stages
        )
        milestones = "; ".join(
            f"{task.text.in_(self.language).rstrip('.')} ({dates.period([task], self.start, self.language)})"
            for task in self.tasks
            if task.milestone
        )
        text = self.say("alt_plan", steps=steps)
        return f"{text} {self.say('alt_milestones', milestones=milestones)}" if milestones else text


def lanes(tasks: Sequence[Task]) -> list[list[Task]]:
    """Tasks on as few lines as it takes to keep them from overlapping."""
    stacked: list[list[Task]] = []
    for task in tasks:
        free = (lane for lane in stacked if end(lane[-1]) <= task.start_week)
        lane = next(free, None)
        if lane is None:
            stacked.append([task])
        else:
            lane.append(task)
    return stacked


def end(task: Task) -> int:
    """The week from which its line is free again; a mark needs room too."""
    return task.start_week + max(task.weeks, 1) + task.milestone
