"""Weeks of the plan as days on the calendar, counted from a start that the manager names; never from today."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from advisor.rulebook.model import is_date
from advisor.words import say

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from advisor.language import Language
    from advisor.rulebook.model import Task

FRIDAY = 4
"""As ``date.weekday`` counts."""

_MONTHS: Mapping[Language, str] = {
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "en": "January February March April May June July August September October November December",
}


def days(task: Task, start: str) -> tuple[str, str]:
    """First and last day of a task, as YYYY-MM-DD; one and the same for a moment.

    Neither falls in a weekend: a task begins on the Monday after it and ends on the Friday before, so that what is
    due in a week is there before the next one begins.

    Args:
        start: the day the plan begins, as YYYY-MM-DD.
    """
    first = 7 * task.start_week
    begin, end = _later(start, first), _later(start, max(first, first + 7 * task.weeks - 1))
    if _weekday(begin) > FRIDAY:
        begin = _later(begin, 7 - _weekday(begin))
    return begin, max(begin, _later(end, min(0, FRIDAY - _weekday(end))))


def after(start: str, weeks: int) -> str:
    """The day so many weeks after the start, as YYYY-MM-DD."""
    return _later(start, 7 * weeks)


def period(tasks: Sequence[Task], start: str | None, language: Language) -> str:
    """When one or more tasks are done: days when the start is known, else weeks, the first being week 1."""
    if start:
        ends = [days(task, start) for task in tasks]
        first, last = min(first for first, _ in ends), max(last for _, last in ends)
        end = in_words(last, language)
        if first == last:
            return end
        same_year = first[:4] == last[:4]
        return say("day_span", language, first=in_words(first, language, year=not same_year), last=end)
    first_week = min(task.start_week for task in tasks) + 1
    last_week = max(task.start_week + max(task.weeks, 1) for task in tasks)
    if first_week == last_week:
        return say("week", language, week=first_week)
    return say("weeks", language, first=first_week, last=last_week)


def in_words(day: str, language: Language, year: bool = True) -> str:
    """``2027-01-04`` as ``4 januari 2027``, or without the year; what a file only says is a day stays as it is."""
    if not is_date(day):
        return day
    on = date.fromisoformat(day)
    words = f"{on.day} {_MONTHS[language].split()[on.month - 1]}"
    return f"{words} {on.year}" if year else words


def _later(day: str, count: int) -> str:
    """``count`` days after ``day``; the calendar's last day where it ends before that."""
    ordinal = date.fromisoformat(day).toordinal() + count
    return date.fromordinal(min(ordinal, date.max.toordinal())).isoformat()


def _weekday(day: str) -> int:
    return date.fromisoformat(day).weekday()
