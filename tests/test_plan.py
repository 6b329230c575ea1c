"""The plan: seven steps, filled with what fits the advice; weeks, or dates from a start that was named."""

from __future__ import annotations

import io
import json
import re
import sys
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest

from advisor.advice import Advice, Advisor
from advisor.cli import main
from advisor.report import as_json, dates
from advisor.report.formats import render
from advisor.rulebook.model import FORMS, Task
from tests import rulebooks

if TYPE_CHECKING:
    from pathlib import Path

    from advisor.language import Language

RULEBOOK = rulebooks.shipped()
TASKS = list(RULEBOOK.tasks.values())
EXTERNAL = ("outsourcing", "nearshoring", "offshoring", "managed_insourcing", "temp_agency")
INTERVIEWS = 150
FAR = {
    "goals": "cost_flexibility_quality",
    "strategic_role": "hygiene",
    "contact_nature": "simple",
    "documentation": "complete",
    "cost_pressure": "strong",
    "distance_acceptance": "far",
    "data_location": "anywhere_with_safeguards",
    "supplier_steering": "strong",
}
"""Answers that make the rarest headline, offshoring, likely."""
GOALS_ORDER = re.compile(r"(quality|flexibility|cost)_|balanced")


@cache
def advisor() -> Advisor:
    return Advisor(RULEBOOK)


@cache
def advices() -> tuple[Advice, ...]:
    """Advices with a plan on random interviews."""
    given = [rulebooks.random_answers(RULEBOOK, seed) | (FAR if seed % 3 == 0 else {}) for seed in range(INTERVIEWS)]
    return tuple(advice for answers in given if (advice := advisor().advise(answers)).plan)


def chosen(advice: Advice) -> set[str]:
    headline = {advice.recommendation.form} if advice.recommendation.form else set()
    return headline | {part.form for part in advice.mix}


def starts(advice: Advice) -> list[int]:
    """The earliest week of each step."""
    return [min(task.start_week for task in stage.tasks) for stage in advice.plan]


def unconditional(form: str, step: int) -> list[Task]:
    """What is done for ``form`` in a step, whatever the answers."""
    return [task for task in TASKS if form in task.forms and task.step == step and not task.when]


def task(start_week: int, weeks: int) -> Task:
    text = TASKS[0].text
    return Task(
        id="t",
        step=1,
        text=text,
        role="hr",
        start_week=start_week,
        weeks=weeks,
        forms=("insourcing",),
        sources=("seed",),
    )


# -- what is in it ----------------------------------------------------------------------------------


def test_there_are_seven_steps() -> None:
    assert sorted(step.number for step in RULEBOOK.steps.values()) == [1, 2, 3, 4, 5, 6, 7]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("step", range(1, 8))
def test_every_form_fills_every_step_whatever_the_answers(form: str, step: int) -> None:
    core = {form, "insourcing"} if form == "temp_agency" else {form}
    assert len({task.id for name in core for task in unconditional(name, step)}) >= 2


@pytest.mark.parametrize("form", EXTERNAL)
@pytest.mark.parametrize("step", [4, 5, 6, 7])
def test_an_outside_party_brings_a_milestone_to_each_of_the_last_steps(form: str, step: int) -> None:
    assert any(task.milestone for task in unconditional(form, step))


def test_every_advice_fills_every_step() -> None:
    assert {advice.recommendation.form for advice in advices()} == set(FORMS)
    for advice in advices():
        assert [stage.step.number for stage in advice.plan] == [1, 2, 3, 4, 5, 6, 7]
        assert all(len(stage.tasks) >= 2 for stage in advice.plan), advice.answers


def test_a_plan_holds_no_task_of_a_form_that_is_not_in_the_advice() -> None:
    for advice in advices():
        for stage in advice.plan:
            for one in stage.tasks:
                assert set(one.forms) & chosen(advice), one.id


def test_both_forms_of_a_mix_bring_their_own_tasks() -> None:
    def own(form: str) -> set[str]:
        return {task.id for task in TASKS if set(task.forms) == {form} and not task.when}

    seen = 0
    for advice in advices():
        planned = {one.id for stage in advice.plan for one in stage.tasks}
        for form in chosen(advice):
            assert own(form) <= planned
        seen += len([form for form in chosen(advice) if own(form)]) > 1
    assert seen > 10


@pytest.mark.parametrize("option", [option.id for option in RULEBOOK.questions["goals"].options])
def test_the_first_goal_has_one_task_of_its_own(option: str) -> None:
    answers = rulebooks.random_answers(RULEBOOK, 5) | {"goals": option}
    plan = advisor().advise(answers).plan
    goals = [one for one in plan[0].tasks if any(condition.subject == "goals" for condition in one.when)]
    assert len(goals) == 1
    word = GOALS_ORDER.match(option)
    assert word
    assert (word[1] or "balanced") in goals[0].id


def test_without_a_headline_there_is_no_plan() -> None:
    advice = advisor().advise({})
    assert advice.recommendation.form is None
    assert advice.plan == ()
    assert "zeven stappen" not in render("text", advice, "nl", "2027-01-04")
    assert as_json.as_data(advice, "nl", "2027-01-04")["plan"] == []


def test_the_works_council_is_asked_before_the_supplier_is_chosen() -> None:
    tasks = RULEBOOK.tasks
    asked, decided = tasks["plan_works_council"], tasks["plan_supplier_decision"]
    assert asked.start_week + asked.weeks <= decided.start_week
    for name in ("plan_dpia", "plan_transfer", "plan_supervisor", "plan_staff_transfer", "plan_who_leads"):
        assert tasks[name].start_week + tasks[name].weeks <= decided.start_week
    agency = tasks["plan_agency_council"]
    assert agency.start_week + agency.weeks <= tasks["plan_agency_decision"].start_week


@pytest.mark.parametrize(("hurry", "weeks"), [("within_six_weeks", 6), ("within_three_months", 13)])
def test_whoever_is_in_a_hurry_has_something_working_in_time(hurry: str, weeks: int) -> None:
    for form in FORMS:
        early = [
            task
            for task in TASKS
            if form in task.forms and any(condition.values == (hurry,) for condition in task.when)
        ]
        assert {task.step for task in early} == {4, 5, 6}
        assert max(task.start_week + task.weeks for task in early) <= weeks


# -- weeks ------------------------------------------------------------------------------------------


def test_weeks_are_never_negative_and_the_plan_ends() -> None:
    for one in TASKS:
        assert one.start_week >= 0
        assert one.weeks >= 0
        assert one.start_week + one.weeks <= 60, one.id


def test_the_last_steps_begin_in_order() -> None:
    for advice in advices():
        early = starts(advice)
        assert early[3:] == sorted(early[3:]), advice.answers
        assert early[0] == 0


@pytest.mark.parametrize("form", FORMS)
def test_the_last_steps_begin_in_order_for_any_answers(form: str) -> None:
    """A step's earliest sure task is no later than any task of the next; in a hurry, likewise among the early ones."""
    early = ("within_six_weeks", "within_three_months")
    for hurry in (None, *early):
        fits = [
            task
            for task in TASKS
            if form in task.forms and not any(c.subject == "start_within" and c.values != (hurry,) for c in task.when)
        ]
        sure = [task for task in fits if all(condition.subject == "start_within" for condition in task.when)]
        for step in (4, 5, 6):
            first = min(task.start_week for task in sure if task.step == step)
            assert first <= min(task.start_week for task in fits if task.step == step + 1), (hurry, step)


def test_tasks_of_a_step_are_in_order_of_time() -> None:
    for advice in advices():
        for stage in advice.plan:
            assert list(stage.tasks) == sorted(stage.tasks, key=lambda one: (one.start_week, one.id))


# -- dates ------------------------------------------------------------------------------------------


def test_dates_run_on_across_the_end_of_a_year() -> None:
    assert dates.days(task(0, 1), "2026-12-28") == ("2026-12-28", "2027-01-01")
    assert dates.days(task(1, 0), "2026-12-28") == ("2027-01-04", "2027-01-04")
    assert dates.days(task(0, 0), "2026-12-28") == ("2026-12-28", "2026-12-28")
    assert dates.days(task(9, 2), "2027-12-20") == ("2028-02-21", "2028-03-03")


@pytest.mark.parametrize("start", [f"2027-01-{day:02}" for day in range(4, 11)])
def test_no_task_begins_or_ends_in_a_weekend_whatever_the_day_the_plan_begins(start: str) -> None:
    for weeks in range(4):
        begin, end = (date.fromisoformat(day) for day in dates.days(task(2, weeks), start))
        assert max(begin.weekday(), end.weekday()) < 5
        assert begin <= end
        assert end < date.fromisoformat(start) + timedelta(weeks=2 + max(weeks, 1))
        next_begin, _ = dates.days(task(2 + max(weeks, 1), 1), start)
        assert end < date.fromisoformat(next_begin)


def test_a_moment_in_a_weekend_is_on_the_monday_after_it() -> None:
    assert dates.days(task(0, 0), "2027-01-09") == ("2027-01-11", "2027-01-11")


def test_the_calendar_can_end() -> None:
    assert dates.days(task(52, 2), "9999-12-01") == ("9999-12-31", "9999-12-31")


def test_dates_in_words() -> None:
    assert dates.in_words("2027-03-01", "nl") == "1 maart 2027"
    assert dates.in_words("2026-12-31", "en") == "31 December 2026"
    assert dates.in_words("2026-12-31", "en", year=False) == "31 December"


@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_dates_without_a_start(language: Language) -> None:
    advice = advices()[0]
    data = as_json.as_data(advice, language)
    assert "start" not in data
    keys = {key for stage in data["plan"] for one in stage["tasks"] for key in one}
    assert keys == {"text", "role", "start_week", "weeks", "milestone"}
    months = [dates.in_words(f"2027-{month:02}-01", language).split()[1] for month in range(1, 13)]
    text = plan_in(render("text", advice, language))
    assert re.search(r"\bwe(ken|eks) 2–4\b", text)
    assert not re.search(rf"\b\d+ ({'|'.join(months)})\b", text)


def test_with_a_start_every_task_has_its_days() -> None:
    start = date(2026, 12, 14)
    for advice in advices()[:20]:
        data = as_json.as_data(advice, "nl", start.isoformat())
        assert data["start"] == "2026-12-14"
        for one in (one for stage in data["plan"] for one in stage["tasks"]):
            assert date.fromisoformat(one["start"]) == start + timedelta(weeks=one["start_week"])
            length = date.fromisoformat(one["end"]) - date.fromisoformat(one["start"])
            assert length == timedelta(days=max(7 * one["weeks"] - 3, 0))  # from a Monday to a Friday


def test_the_report_says_weeks_or_dates_roles_and_milestones() -> None:
    advice = advices()[0]
    weeks, days = (plan_in(render("text", advice, "en", start)) for start in (None, "2026-12-14"))
    assert "(Senior management; week 1)" in weeks
    assert "(Senior management; 14 December to 18 December 2026)" in days
    assert "(Senior management; 21 December 2026 to 1 January 2027)" in days
    assert "This plan begins on 14 December 2026" in days
    assert not re.search(r"; weeks? \d", days)
    for text in (weeks, days):
        milestones = sum(one.milestone for stage in advice.plan for one in stage.tasks)
        assert text.count("Milestone: ") == milestones > 0
        assert [f"Step {number}:" in text for number in range(1, 8)] == [True] * 7
    markdown = render("md", advice, "en", "2026-12-14")
    assert "## A plan in seven steps" in markdown
    assert "21 December 2026 to 1 January 2027" in markdown


def plan_in(report: str) -> str:
    """The part of a text report that is the plan, on one line."""
    flat = " ".join(report.split())
    match = re.search(
        r"(Plan in zeven stappen|A plan in seven steps) -.*?(Waarom niet een andere vorm|Why not another)", flat
    )
    assert match
    return match[0]


# -- the command line --------------------------------------------------------------------------------


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    code = main(words)
    out, err = capsys.readouterr()
    return code, out, err


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return write(tmp_path)


def write(folder: Path, **more: Any) -> Path:
    path = folder / "answers.json"
    answers = dict(rulebooks.random_answers(RULEBOOK, 1))
    path.write_text(json.dumps({"answers": answers, "language": "en", **more}), encoding="utf-8")
    return path


def planned(output: str) -> set[str]:
    """The days on which tasks of the first step begin."""
    return {one.get("start") for one in json.loads(output)["plan"][0]["tasks"]}


def test_the_start_of_the_command_line_gives_dates(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "advise", str(file), "--format", "json", "--start", "2026-12-28")
    assert code == 0
    assert "2026-12-28" in planned(out)
    assert "2027-01-04" in planned(out)


def test_the_start_of_the_file_gives_dates_and_the_option_wins(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write(tmp_path, start="2027-03-01")
    _, out, _ = run(capsys, "advise", str(path), "--format", "json")
    assert "2027-03-01" in planned(out)
    _, out, _ = run(capsys, "advise", str(path), "--format", "json", "--start", "2027-05-03")
    assert json.loads(out)["start"] == "2027-05-03"
    assert "2027-03-01" not in planned(out)
    _, out, _ = run(capsys, "advise", str(path))
    assert "This plan begins on 1 March 2027" in " ".join(out.split())


def test_an_advice_read_again_keeps_its_start(
    file: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    _, first, _ = run(capsys, "advise", str(file), "--format", "json", "--start", "2026-12-28")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(first.encode()), encoding="utf-8"))
    _, again, _ = run(capsys, "advise", "-", "--format", "json")
    assert again == first


def test_without_a_start_the_command_line_gives_weeks(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, "advise", str(file), "--format", "json")
    assert planned(out) == {None}


@pytest.mark.parametrize(
    "wrong", ["2027-02-30", "27-01-04", "2027-1-4", "20270104", "morgen", "", "2027-W01-1", "04-01-2027\x1b[2J"]
)
def test_a_wrong_start_is_refused_in_one_sentence(wrong: str, file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, "advise", str(file), "--lang", "nl", "--start", wrong)
    assert (code, out) == (2, "")
    assert err.startswith("--start: ")
    assert "geen bestaande datum als 31-1-2026 of 2026-01-31" in err
    assert err.count("\n") == 1
    assert "\x1b" not in err


def test_a_wrong_start_in_the_file_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write(tmp_path, start="2027-02-30")
    code, out, err = run(capsys, "advise", str(path), "--start", "2027-01-04")
    assert (code, out) == (2, "")
    assert "2027-02-30" in err


def test_the_same_answers_give_the_same_plan() -> None:
    advisors = Advisor(RULEBOOK), Advisor(RULEBOOK)
    for seed in range(3):
        answers = rulebooks.random_answers(RULEBOOK, seed)
        orders = answers.items(), reversed(answers.items())
        again = [advisor.advise(dict(order)) for advisor, order in zip(advisors, orders, strict=True)]
        for name in ("text", "md", "json"):
            assert render(name, again[0], "nl", "2026-12-14") == render(name, again[1], "nl", "2026-12-14")
