"""Saving what is on the screen as a file: which format, under which name, and from which day the plan runs."""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from textual import on, work
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Button, Input, OptionList, Static
from textual.widgets.option_list import Option
from textual.worker import get_current_worker

from advisor import words as shared
from advisor.errors import AdvisorError
from advisor.reasons import reason_of
from advisor.report import files
from advisor.report.formats import COMPARED, render
from advisor.rulebook.model import read_date
from advisor.text import clean_line
from advisor.tui.screens.base import BREAKPOINTS, LATER_CSS
from advisor.tui.screens.dialogs import AskDialog
from advisor.tui.widgets.search import Search
from advisor.tui.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult

    from advisor.advice import Advice
    from advisor.dossier.model import Dossier
    from advisor.language import Language

PATH_LENGTH = 1000
"""Characters of a path at most."""


@dataclass(frozen=True)
class Saving:
    """Something that can be kept as a file."""

    stem: str
    """The name to propose, without what says its format."""
    formats: tuple[str, ...]
    """To choose from, the usual one first."""
    write: Callable[[str, str | None], str | bytes]
    """Draws it in a format, with the day the plan begins; called in a thread."""
    has_plan: bool = True
    """Whether a first day means anything."""
    start: str | None = None
    """The first day to propose, YYYY-MM-DD."""


def comparison_of(sides: Sequence[tuple[str, Advice]], language: Language) -> Saving:
    """Advices side by side, as ``advisor dossier compare`` writes them."""
    from advisor.report import comparison

    def write(format_: str, _start: str | None) -> str | bytes:
        return comparison.render(format_, sides, language)

    stem = files.proposed_stem("comparison", " ".join(name for name, _ in sides), language)
    offered = tuple(format_ for format_ in files.OFFERED if format_ in COMPARED)
    return Saving(stem, offered, write, has_plan=False)


def report_on(advice: Advice, dossier: Dossier | None, language: Language) -> Saving:
    """The report of an advice, named after its dossier."""

    def write(format_: str, start: str | None) -> str | bytes:
        return render(format_, advice, language, start, of=dossier.name if dossier else "")

    stem = files.proposed_stem("report", (dossier.name or dossier.id) if dossier and dossier.revision else "", language)
    return Saving(stem, files.OFFERED, write, start=dossier.start if dossier else None)


class Saved(NamedTuple):
    """How a report was written."""

    start: str | None
    """The first day of its plan; None for a plan in weeks."""


class SaveDialog(ModalScreen["Saved | None"]):
    """Asks for format, name and first day; stays open until the file is there, and then tells how it was written."""

    CSS_PATH = LATER_CSS
    HORIZONTAL_BREAKPOINTS = BREAKPOINTS
    AUTO_FOCUS = "OptionList"
    BINDINGS = [
        Binding("escape", "close", show=False),
        *(Binding(str(digit), f"choose({digit})", show=False) for digit in range(1, 8)),
    ]

    def __init__(self, language: Language, saving: Saving) -> None:
        super().__init__()
        self._language: Language = language
        self._saving = saving
        self._busy = False

    def compose(self) -> ComposeResult:
        """The formats, a line for the name and one for the first day, and two buttons."""
        lines = [f"{n}. {shared.say(f'format_{f}', self._language)}" for n, f in enumerate(self._saving.formats, 1)]
        with Vertical(id="dialog", classes="save"):
            formats = zip(lines, self._saving.formats, strict=True)
            yield OptionList(*(Option(line, id=format_) for line, format_ in formats), markup=False)
            with Horizontal(classes="field"):
                yield Static(Content(self._say("save_name")), classes="label")
                yield Search(PATH_LENGTH, compact=True, id="name")
            with Horizontal(classes="field", id="day"):
                yield Static(Content(self._say("save_start")), classes="label")
                yield Search(compact=True, id="start")
            yield Static(id="told")
            with Horizontal(id="buttons"):
                yield Button(Content(self._say("save")), compact=True, variant="primary", id="save")
                yield Button(Content(self._say("save_not")), compact=True, id="close")

    def on_mount(self) -> None:
        """Propose a name, in a folder where we may write."""
        box = self.query_one("#dialog")
        box.border_title = Content(self._say("save_title"))
        box.border_subtitle = Content(self._say("save_hint"))
        folder = Path() if self.app.is_web else files.home_of_reports()
        self._propose(str(folder / files.with_suffix(self._saving.stem, self._saving.formats[0])))
        self._start.value = self._saving.start or ""
        self._start.placeholder = self._say("save_start_hint")
        self.query_one("#day").display = self._saving.has_plan
        formats = self.query_one(OptionList)
        formats.highlighted = 0
        formats.display = len(self._saving.formats) > 1
        if not formats.display:
            self._path.focus()

    @property
    def _path(self) -> Input:
        return self.query_one("#name", Input)

    @property
    def _start(self) -> Input:
        return self.query_one("#start", Input)

    @property
    def _format(self) -> str:
        return self._saving.formats[self.query_one(OptionList).highlighted or 0]

    # -- choosing -----------------------------------------------------------------------------

    @on(OptionList.OptionHighlighted)
    def _format_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        self._propose(files.with_suffix(self._path.value, self._format))

    def _propose(self, path: str) -> None:
        self._path.value = path
        self._path.cursor_position = len(path)

    @on(Input.Changed, "#name")
    def _name_changed(self, event: Input.Changed) -> None:
        """A name that says another format chooses it; where the file goes is shown."""
        event.stop()
        asked = files.format_of(event.value, self._saving.formats)
        if asked and asked != self._format:
            with self.prevent(OptionList.OptionHighlighted):
                self.query_one(OptionList).highlighted = self._saving.formats.index(asked)
        self._tell(self._where())

    def _where(self) -> str:
        if self.app.is_web:
            return self._say("save_download")
        try:
            return self._say("save_folder", folder=self._target().absolute().parent)
        except ValueError:
            return ""

    def action_choose(self, digit: int) -> None:
        """Choose the format with this number."""
        if digit <= len(self._saving.formats):
            self.query_one(OptionList).highlighted = digit - 1

    # -- saving -------------------------------------------------------------------------------

    @on(OptionList.OptionSelected)
    @on(Input.Submitted)
    @on(Button.Pressed, "#save")
    def _asked_to_save(self, event: OptionList.OptionSelected | Input.Submitted | Button.Pressed) -> None:
        event.stop()
        typed = clean_line(self._start.value)
        start = read_date(typed)
        if typed and start is None:
            self._refuse(shared.say("not_a_date", self._language, value=typed), self._start)
        elif self._format == "ics" and not start:
            self._refuse(self._say("save_needs_start"), self._start)
        elif self._path.value.strip():
            self._save(start)
        else:
            self._refuse(self._say("save_needs_name"), self._path)

    def _save(self, start: str | None) -> None:
        """Begin, unless we are busy already or a file of that name may not go."""
        if self._busy:
            return
        target, there = self._target(), False
        if not self.app.is_web:
            try:
                there = target.exists()
            except (OSError, ValueError) as error:
                self._refuse(self._cannot(target, error), self._path)
                return
        if not there:
            self._begin(target, start, overwrite=False)
            return

        def sure(yes: bool | None) -> None:
            if yes:
                self._begin(target, start, overwrite=True)

        self.app.push_screen(AskDialog(self._language, self._say("save_over", path=target)), sure)

    def _target(self) -> Path:
        name = files.with_suffix(self._path.value, self._format)
        if self.app.is_web:
            return Path(files.safe_name(name))
        return files.target_of(name)

    def _begin(self, target: Path, start: str | None, *, overwrite: bool) -> None:
        self._busy = True
        self._tell(shared.say("report_busy", self._language))
        self._draw(self._format, target, start, overwrite)

    @work(thread=True, group="save")
    def _draw(self, format_: str, target: Path, start: str | None, overwrite: bool) -> None:
        """Draw it and write it; nothing is written once the dialog has been closed."""
        worker, tell = get_current_worker(), self.app.call_from_thread
        try:
            content = self._saving.write(format_, start)
            if worker.is_cancelled:
                return
            if not self.app.is_web:
                files.write_file(content, target, overwrite=overwrite)
        except AdvisorError as error:
            tell(self._failed, str(error))
        except files.TakenError:  # made while we were drawing
            tell(self._failed, self._say("file_there", path=target))
        except (OSError, ValueError) as error:
            tell(self._failed, self._cannot(target, error))
        else:
            tell(self._saved, content, target, start)

    def _saved(self, content: str | bytes, target: Path, start: str | None) -> None:
        said = shared.say("written", self._language, file=target.absolute())
        if self.app.is_web:
            raw = content.encode() if isinstance(content, str) else content
            self.app.deliver_binary(io.BytesIO(raw), save_filename=target.name)
            said = self._say("save_sent", name=target.name)
        self.app.notify(said, markup=False, timeout=8)
        self.dismiss(Saved(start))

    def _failed(self, sentence: str) -> None:
        self._busy = False
        self._refuse(sentence, self._path)

    # -- saying -------------------------------------------------------------------------------

    def _refuse(self, sentence: str, field: Input) -> None:
        self._tell(sentence)
        field.focus()

    def _tell(self, sentence: str) -> None:
        self.query_one("#told", Static).update(Content(clean_line(sentence)))

    def _say(self, key: str, **values: object) -> str:
        return say(key, self._language, **values)

    def _cannot(self, target: Path, error: Exception) -> str:
        return shared.say("cannot_write", self._language, file=target, reason=reason_of(error))

    @on(Button.Pressed, "#close")
    def action_close(self) -> None:
        """Back to the screen below; what is being drawn is not written."""
        self.dismiss()
