"""Keeping the advice as a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.errors import AdvisorError
from advisor.plain.asking import Asking
from advisor.plain.words import say
from advisor.reasons import reason_of
from advisor.report import files
from advisor.report.dates import in_words
from advisor.rulebook.model import read_date
from advisor.words import say as say_in_report

if TYPE_CHECKING:
    from pathlib import Path

    from advisor.plain.desk import Desk


def save(desk: Desk, path: str = "") -> None:
    """Ask what is not said yet, and write the file; whatever goes wrong is one sentence.

    Args:
        desk: has the interview.
        path: where to, with the suffix of a format; empty: format, name and start are asked.
    """
    asking = Asking(desk.console, desk.language)
    format_, start = files.format_of(path, files.OFFERED), desk.start
    if format_ is None:
        desk.show([say("save_which", desk.language), *_formats(desk)])
        number = asking.number("prompt_format", 1, len(files.OFFERED))
        if number is None:
            desk.say("save_nothing")
            return
        format_ = files.OFFERED[number - 1]
        proposed = files.home_of_reports() / files.with_suffix(desk.stem, format_)
        typed = asking.line("prompt_file", path=proposed)
        if typed is None:
            desk.say("save_nothing")
            return
        path = files.with_suffix(typed, format_) if typed else str(proposed)
        start = _start(desk, asking, needed=format_ == "ics")
    else:
        start = start or (_start(desk, asking, needed=True) if format_ == "ics" else "")
    if start is None:
        desk.say("save_nothing")
        return
    _write(desk, asking, format_, files.target_of(path), start or None)


def _formats(desk: Desk) -> list[str]:
    return [f"{n}. {say_in_report(f'format_{name}', desk.language)}" for n, name in enumerate(files.OFFERED, 1)]


def _start(desk: Desk, asking: Asking, needed: bool) -> str | None:
    """The day that is typed; empty for a plan in weeks, None when the user would rather not save."""
    known = desk.start
    prompt = "prompt_start_known" if known else "prompt_start_needed" if needed else "prompt_start"
    while typed := asking.line(prompt, start=known and in_words(known, desk.language)):
        if known and typed == "0" and not needed:
            return ""
        if start := read_date(typed):
            return start
        desk.show([say_in_report("not_a_date", desk.language, value=typed)])
    if typed is None or (needed and not known):
        return None
    return known or ""


def _write(desk: Desk, asking: Asking, format_: str, target: Path, start: str | None) -> None:
    from advisor.report.formats import render

    language = desk.language
    try:
        overwrite = target.exists()
        if overwrite and not asking.yes("prompt_over", path=target):
            desk.say("save_nothing")
            return
        desk.show([say_in_report("report_busy", language)])
        report = render(format_, desk.advice(), language, start, of=desk.name)
        files.write_file(report, target, overwrite=overwrite)
    except AdvisorError as error:
        desk.show([str(error)])
    except files.TakenError:
        desk.say("save_nothing")
    except (OSError, ValueError) as error:
        desk.show([say_in_report("cannot_write", language, file=target, reason=reason_of(error))])
    else:
        desk.show([say_in_report("written", language, file=target.absolute())])
        desk.begin_on(start)
