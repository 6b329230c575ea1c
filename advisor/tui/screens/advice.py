"""The advice: pages to read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.binding import Binding
from textual.containers import Container
from textual.content import Content
from textual.widgets import ContentSwitcher, OptionList, Tab, Tabs
from textual.widgets.option_list import Option

from advisor.tui.advice_pages import AdvicePages
from advisor.tui.bars import form_lines
from advisor.tui.commands import COMMANDS
from advisor.tui.messages import ReportAsked
from advisor.tui.screens.base import WIDE, AdvisorScreen
from advisor.tui.widgets.page import Page
from advisor.tui.widgets.status import Status
from advisor.tui.words import say, say_count

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from advisor.tui.conversation import Conversation
    from advisor.tui.desk import Desk

PAGES = ("summary", "forms", "cautions", "open", "plan", "firm")
"""Ids of the pages; the digits 1 to 6 go to them."""


class AdviceScreen(AdvisorScreen):
    """Title and margin; for and against per form; cautions; what is open; the plan; how firm it all is."""

    KEYS = ("help", "back", "whatif", "review", "report")
    MORE = (*AdvisorScreen.MORE, "glossary")
    AUTO_FOCUS = "#summary"
    BINDINGS = [
        Binding("escape", "leave", show=False),
        Binding("shift+up", "scroll_form(-1)", show=False),
        Binding("shift+down", "scroll_form(1)", show=False),
        Binding("shift+pageup", "scroll_form(-8)", show=False),
        Binding("shift+pagedown", "scroll_form(8)", show=False),
        Binding("left", "turn(-1)", show=False),
        Binding("right", "turn(1)", show=False),
        *(Binding(str(number), f"page('{page}')", show=False) for number, page in enumerate(PAGES, 1)),
        COMMANDS["report"].binding(),
    ]

    def __init__(self, conversation: Conversation, desk: Desk) -> None:
        super().__init__(conversation)
        self._desk = desk
        self._pages: AdvicePages | None = None

    def compose(self) -> ComposeResult:
        """Tabs over the pages."""
        yield Status()
        tabs = Tabs(*(Tab("", id=f"tab-{page}") for page in PAGES))
        tabs.can_focus = False
        yield tabs
        with ContentSwitcher(initial="summary"):
            yield Page(id="summary")
            with Container(id="forms"):
                yield OptionList(markup=False)
                yield Page(id="form")
            yield Page(id="cautions")
            yield Page(id="open")
            yield Page(id="plan")
            yield Page(id="firm")
        yield self.key_bar()

    def redraw(self) -> None:
        """Write every page."""
        super().redraw()
        talk = self.conversation
        advice = self._desk.advise(talk.interview)
        pages = self._pages = AdvicePages(advice, talk.language, min(90, self.size.width - 6))
        self.query_one(Status).show(say("product", talk.language), say("advice", talk.language), self._progress())
        counts = {"cautions": len(advice.cautions), "open": len(advice.to_find_out)}
        for number, page in enumerate(PAGES, 1):
            count = f" ({counts[page]})" if page in counts else ""
            self.query_one(f"#tab-{page}", Tab).label = f"{number} {say(f'page_{page}', talk.language)}{count}"
        self.query_one("#summary", Page).show(pages.summary())
        self.query_one("#cautions", Page).show(pages.cautions())
        self._fill()
        self.query_one("#plan", Page).show(pages.plan())
        forms = self.query_one(OptionList)
        chosen = forms.highlighted or 0
        forms.border_subtitle = say("forms_hint", talk.language)
        width = 32 if self.size.width >= WIDE else self.size.width - 6
        forms.set_options(
            Option(
                Content("\n").join(form_lines(advice, standing, talk.language, width, coloured=False)), id=standing.form
            )
            for standing in advice.ranking
        )
        forms.highlighted = chosen

    def _progress(self) -> str:
        talk = self.conversation
        return say_count("progress_done", talk.language, len(talk.interview.answers))

    def on_resize(self) -> None:
        """The bars are drawn to measure."""
        if self.is_mounted and self._pages is not None:
            self.redraw()

    @on(OptionList.OptionHighlighted)
    def _form_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        if self._pages is not None and event.option_id is not None:
            self.query_one("#form", Page).show(self._pages.form(event.option_id))

    @on(OptionList.OptionSelected)
    def _form_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.query_one("#form", Page).focus()

    def _fill(self) -> None:
        """Only when they are looked at: what could still win or change takes a moment to work out."""
        page = self.query_one(ContentSwitcher).current
        if self._pages is not None and page in ("open", "firm"):
            write = self._pages.open if page == "open" else self._pages.firm
            self.query_one(f"#{page}", Page).show(write())

    @on(Tabs.TabActivated)
    def _tab_activated(self, event: Tabs.TabActivated) -> None:
        event.stop()
        page = (event.tab.id or "").removeprefix("tab-")
        self.query_one(ContentSwitcher).current = page
        self._fill()
        (self.query_one(OptionList) if page == "forms" else self.query_one(f"#{page}", Page)).focus()

    def action_page(self, page: str) -> None:
        """Go to a page."""
        self.query_one(Tabs).active = f"tab-{page}"

    def action_turn(self, steps: int) -> None:
        """Go to the next or the previous page."""
        place = PAGES.index(self.query_one(ContentSwitcher).current or PAGES[0])
        self.action_page(PAGES[(place + steps) % len(PAGES)])

    def action_scroll_form(self, lines: int) -> None:
        """Scroll what is said about a form while the list keeps the focus."""
        self.query_one("#form", Page).scroll_relative(y=lines, animate=False)

    def action_report(self) -> None:
        """Keep the advice as a file."""
        self.post_message(ReportAsked(self._desk.advise(self.conversation.interview)))

    def action_leave(self) -> None:
        """From the text about a form to the list of forms, else leave."""
        if self.query_one("#form", Page).has_focus:
            self.query_one(OptionList).focus()
        else:
            self.dismiss()
