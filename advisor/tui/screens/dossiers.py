"""What was kept: go on with a dossier, begin a new one, compare, name, export, delete."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from advisor.language import shortened
from advisor.reasons import reason_of
from advisor.tui.commands import COMMANDS
from advisor.tui.messages import CommandPicked, DossierDeleted, DossierNamed, DossierPicked, ReportAsked
from advisor.tui.screens.base import AdvisorScreen
from advisor.tui.screens.dialogs import AskDialog, Dialog, NameDialog
from advisor.tui.widgets.page import Block, Page
from advisor.tui.widgets.status import Status
from advisor.tui.words import say, say_count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.app import ComposeResult

    from advisor.dossier.store import Listed, Store
    from advisor.tui.conversation import Conversation
    from advisor.tui.desk import Desk

NEW, COMPARE, GLOSSARY = "/new", "/compare", "/glossary"
"""What can be chosen besides dossiers; a slash is in no id."""
OWN_KEYS = ("mark", "name", "export", "delete", "report")
MOST_COMPARED = 3


class DossiersScreen(AdvisorScreen):
    """The dossiers, the one saved last on top, and what is in the one that is chosen."""

    KEYS = ("help", "mark", "name", "export", "delete")
    MORE = ("report", "glossary", "language", "theme", "palette", "quit")
    AUTO_FOCUS = "OptionList"
    BINDINGS = [
        Binding("escape", "back", show=False),
        *(COMMANDS[command].binding() for command in OWN_KEYS),
    ]

    def __init__(self, conversation: Conversation, desk: Desk, store: Store) -> None:
        super().__init__(conversation)
        self._desk = desk
        self._store = store
        self._listed: dict[str, Listed] = {}
        self._marked: list[str] = []

    def compose(self) -> ComposeResult:
        """The list, and below it what is in the dossier."""
        yield Status()
        with Vertical(id="dossiers"):
            yield OptionList(markup=False)
            yield Page()
        yield self.key_bar()

    def redraw(self) -> None:
        """Read the folder again and write the list."""
        super().redraw()
        language = self.conversation.language
        self._listed = {listed.id: listed for listed in self._store.list()}
        self._marked = [id_ for id_ in self._marked if id_ in self._listed]
        self.query_one(Status).show(say("product", language), say("dossiers", language))
        options = self.query_one(OptionList)
        place = options.highlighted
        options.set_options(self._options())
        options.highlighted = min(place or 0, options.option_count - 1)
        options.border_subtitle = say("dossiers_hint", language)

    def _options(self) -> Iterator[Option]:
        language = self.conversation.language
        for listed in self._listed.values():
            mark = "▪" if listed.id in self._marked else " "
            lead = Content.assemble(f"{mark} ", (name_of(listed), "bold"))
            yield Option(Content.assemble(lead, " · ", self._line(listed)), id=listed.id)
        yield Option(f"+ {say('dossier_new', language)}", id=NEW)
        if len(self._marked) > 1:
            yield Option(f"= {say('dossier_compare', language, count=len(self._marked))}", id=COMPARE)
        yield Option(f"? {say('glossary', language)}", id=GLOSSARY)

    def _line(self, listed: Listed) -> str:
        language, dossier = self.conversation.language, listed.dossier
        if dossier is None:
            return say("dossier_damaged", language)
        count = say_count("progress_done", language, len(dossier.answers))
        form = dossier.advice.form if dossier.advice else None
        card = self.conversation.rulebook.forms.get(form or "")
        return f"{count} · {shortened(card.name.in_(language))}" if card else count

    # -- what is in one -----------------------------------------------------------------------

    @on(OptionList.OptionHighlighted)
    def _highlighted(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        listed = self._listed.get(event.option_id or "")
        self.query_one(Page).show(list(self._details(listed)) if listed else [])

    def _details(self, listed: Listed) -> Iterator[Block]:
        language, dossier = self.conversation.language, listed.dossier
        if dossier is None:
            yield Block("text", Content(say("dossier_problem", language, problem=listed.problem)))
            return
        yield Block("strong", Content(f"{name_of(listed)} ({listed.id})"))
        used = say("dossier_same", language)
        if dossier.rulebook.hash != self.conversation.rulebook.hash:
            used = say("dossier_older", language, version=dossier.rulebook.version)
        counts = say(
            "dossier_counts",
            language,
            answers=len(dossier.answers),
            notes=len(dossier.notes),
            scenarios=len(dossier.scenarios),
            steps=len(dossier.history),
        )
        yield Block("text", Content(f"{counts} {used}"))

    # -- what the user does -------------------------------------------------------------------

    @property
    def _chosen(self) -> Listed | None:
        option = self.query_one(OptionList).highlighted_option
        return self._listed.get(option.id or "") if option else None

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if event.option_id == NEW:
            self.post_message(DossierPicked(None))
        elif event.option_id == GLOSSARY:
            self.post_message(CommandPicked("glossary"))
        elif event.option_id == COMPARE:
            self._compare()
        elif event.option_id:
            self.post_message(DossierPicked(event.option_id))

    def action_mark(self) -> None:
        """Choose a dossier to compare, or leave it out again."""
        chosen = self._chosen
        if chosen is None or chosen.dossier is None:
            return
        if chosen.id in self._marked:
            self._marked.remove(chosen.id)
        elif len(self._marked) < MOST_COMPARED:
            self._marked.append(chosen.id)
        else:
            self._tell("dossier_enough")
        self.redraw()

    def _compare(self) -> None:
        from advisor.tui.advice_pages import side_by_side
        from advisor.tui.screens.save import comparison_of

        dossiers = [listed.dossier for id_ in self._marked if (listed := self._listed[id_]).dossier]
        known = self.conversation.rulebook.known
        sides = [(d.name or d.id, self._desk.advise_on(known(d.answers))) for d in dossiers if d]
        language = self.conversation.language
        self.app.push_screen(Dialog(language, side_by_side(sides, language), comparison_of(sides, language)))

    def action_name(self) -> None:
        """Give the dossier a name."""
        chosen = self._chosen
        if chosen is None or chosen.dossier is None:
            return
        dossier = chosen.dossier

        def named(name: str | None) -> None:
            if name is not None:
                self.post_message(DossierNamed(dossier, name))

        self.app.push_screen(NameDialog(self.conversation.language, dossier.name), named)

    def action_report(self) -> None:
        """Keep the advice on the dossier's answers as a file."""
        chosen = self._chosen
        if chosen is None or chosen.dossier is None:
            return
        dossier, rulebook = chosen.dossier, self.conversation.rulebook
        notes = {question: note for question, note in dossier.notes.items() if question in rulebook.questions}
        self.post_message(ReportAsked(self._desk.advise_on(rulebook.known(dossier.answers), notes), dossier))

    def action_export(self) -> None:
        """Keep the dossier itself as a file."""
        chosen = self._chosen
        if chosen is None or chosen.dossier is None:
            return
        from advisor.dossier.store import as_file
        from advisor.tui.screens.save import SaveDialog, Saving

        content = as_file(chosen.dossier)
        saving = Saving(chosen.id, ("json",), lambda _format, _start: content, has_plan=False)
        self.app.push_screen(SaveDialog(self.conversation.language, saving))

    def action_delete(self) -> None:
        """Remove the dossier, once the user says yes."""
        chosen = self._chosen
        if chosen is None:
            return

        def sure(yes: bool | None) -> None:
            if yes:
                from advisor.dossier.store import MissingError

                try:
                    self._store.delete(chosen.id)
                except MissingError:
                    pass
                except OSError as error:
                    self._tell("not_written", reason=reason_of(error))
                    return
                self.redraw()
                self.post_message(DossierDeleted(chosen.id))

        question = say("dossier_delete", self.conversation.language, name=name_of(chosen))
        self.app.push_screen(AskDialog(self.conversation.language, question), sure)

    def _tell(self, key: str, **values: object) -> None:
        self.notify(say(key, self.conversation.language, **values), markup=False, timeout=6)


def name_of(listed: Listed) -> str:
    """The user's own name for it, else its id."""
    return listed.dossier.name if listed.dossier and listed.dossier.name else listed.id
