"""The glossary from A to Z, with search and see-also links."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.binding import Binding
from textual.containers import Container, Vertical
from textual.content import Content
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from advisor.text import clean_line, fold
from advisor.tui.screens.base import AdvisorScreen
from advisor.tui.widgets.page import Block, Page
from advisor.tui.widgets.search import Search
from advisor.tui.widgets.status import Status
from advisor.tui.words import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.app import ComposeResult

    from advisor.rulebook.model import Term
    from advisor.tui.conversation import Conversation


class GlossaryScreen(AdvisorScreen):
    """A search line, the terms, and the term that is chosen with its links."""

    KEYS = ("help", "back", "advice")
    AUTO_FOCUS = "Search"
    BINDINGS = [
        Binding("escape", "leave", show=False),
        Binding("up", "move('up')", show=False),
        Binding("down", "move('down')", show=False),
    ]

    def __init__(self, conversation: Conversation, term: str | None = None) -> None:
        super().__init__(conversation)
        self._term = term
        self._visited: list[str] = []

    def compose(self) -> ComposeResult:
        """Search and list beside, or on a narrow screen above, the term."""
        yield Status()
        with Container(id="glossary"):
            with Vertical(id="index"):
                yield Search()
                yield OptionList(id="terms", markup=False)
            with Vertical(id="entry"):
                yield Page()
                yield OptionList(id="links", markup=False)
        yield self.key_bar()

    # -- drawing ------------------------------------------------------------------------------

    def redraw(self) -> None:
        """Write list and term in the language of the moment."""
        super().redraw()
        language = self.conversation.language
        self.query_one(Status).show(say("product", language), say("glossary", language))
        self.query_one(Search).placeholder = say("glossary_search", language)
        self._fill()
        self._show_term()

    def _found(self) -> Sequence[Term]:
        glossary, words = self.conversation.glossary, clean_line(self.query_one(Search).value)
        return glossary.find(words) if fold(words) else glossary.a_to_z(self.conversation.language)

    def _fill(self) -> None:
        terms, found = self.query_one("#terms", OptionList), self._found()
        searching = bool(fold(self.query_one(Search).value))
        terms.set_options(self._lines(found, letters=not searching))
        if not found:
            nothing = say("glossary_none", self.conversation.language, words=clean_line(self.query_one(Search).value))
            terms.add_option(Option(Content(nothing), disabled=True))
        elif searching:
            terms.highlighted = 0
        elif self._term is not None:
            terms.highlighted = terms.get_option_index(self._term)
        else:
            terms.action_first()

    def _lines(self, found: Iterable[Term], *, letters: bool) -> Iterable[Option]:
        letter = ""
        for term in found:
            name = term.name.in_(self.conversation.language)
            first = fold(name)[:1].upper()
            first = "0–9" if first.isdecimal() else first
            if letters and first != letter:
                letter = first
                yield Option(Content.assemble((letter, "bold $text-primary")), disabled=True)
            yield Option(Content(name), id=term.id)

    def _show_term(self) -> None:
        language, terms = self.conversation.language, self.conversation.rulebook.terms
        links = self.query_one("#links", OptionList)
        if self._term is None:
            self.query_one(Page).show([Block("small", Content(say("glossary_empty", language)))])
            links.display = False
            return
        term = terms[self._term]
        self.query_one(Page).show(self._blocks(term))
        links.set_options(Option(Content(f"→ {terms[other].name.in_(language)}"), id=other) for other in term.see_also)
        links.border_title = say("glossary_links", language)
        links.display = bool(term.see_also)

    def _blocks(self, term: Term) -> list[Block]:
        language = self.conversation.language
        other = term.name.en if language == "nl" else term.name.nl
        blocks = [Block("title", Content(term.name.in_(language)))]
        names = [name for name in (other, *term.also.in_(language)) if fold(name) != fold(term.name.in_(language))]
        if names:
            blocks.append(
                Block("small", Content(say("glossary_also", language, names=", ".join(dict.fromkeys(names)))))
            )
        blocks.append(Block("text", Content(term.definition.in_(language))))
        blocks.append(Block("heading", Content(say("glossary_why", language))))
        return [*blocks, Block("text", Content(term.why.in_(language)))]

    # -- what the user does -------------------------------------------------------------------

    def look_up(self, term: str) -> None:
        """Show a term, and remember the one before it for f2."""
        if self._term is not None and self._term != term:
            self._visited.append(self._term)
        self._go(term)

    def _go(self, term: str) -> None:
        self._term = term
        with self.prevent(Input.Changed):
            self.query_one(Search).clear()
        self._fill()
        self._show_term()

    @on(Input.Changed)
    def _searched(self, event: Input.Changed) -> None:
        event.stop()
        self._fill()

    @on(OptionList.OptionHighlighted, "#terms")
    def _highlighted(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        if event.option_id is not None and event.option_id != self._term:
            self._term = event.option_id
            self._show_term()

    @on(OptionList.OptionSelected, "#terms")
    @on(Input.Submitted)
    def _to_links(self) -> None:
        links = self.query_one("#links", OptionList)
        if links.display:
            links.focus()

    @on(OptionList.OptionSelected, "#links")
    def _linked(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if event.option_id is not None:
            self.query_one(Search).focus()
            self.look_up(event.option_id)

    def action_move(self, way: str) -> None:
        """The arrows walk through the list while the search line keeps the focus."""
        terms = self.query_one("#terms", OptionList)
        terms.action_cursor_up() if way == "up" else terms.action_cursor_down()

    def action_back(self) -> None:
        """To the term a link was followed from, else leave."""
        if self._visited:
            self._go(self._visited.pop())
        else:
            self.dismiss()

    def action_leave(self) -> None:
        """Empty the search, or leave."""
        search = self.query_one(Search)
        if search.value:
            search.clear()
            search.focus()
        else:
            self.dismiss()
