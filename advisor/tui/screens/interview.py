"""The interview as a chat: transcript, card with options, text line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.reactive import var
from textual.widgets import Static

from advisor.tui import cards
from advisor.tui.bars import standing_content
from advisor.tui.messages import CommandPicked, InterviewCompleted
from advisor.tui.overview import overview
from advisor.tui.screens.base import NORMAL, WIDE, AdvisorScreen
from advisor.tui.turns import draw
from advisor.tui.widgets.choices import Choices
from advisor.tui.widgets.keys import KeyBar
from advisor.tui.widgets.reply import Reply
from advisor.tui.widgets.side import WIDTH, Side
from advisor.tui.widgets.status import Status
from advisor.tui.widgets.transcript import Transcript
from advisor.tui.words import say, say_count

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from advisor.tui.conversation import Conversation
    from advisor.tui.desk import Desk


ROWS_FOR_THE_REST = 7
"""Status, three of conversation, the border of the card, the text line, the footer."""


class InterviewScreen(AdvisorScreen):
    """Wires the conversation to the widgets."""

    KEYS = ("help", "back", "why", "glossary", "advice")
    MORE = (*AdvisorScreen.MORE, "whatif", "review", "standing")
    AUTO_FOCUS = "Choices"
    CSS_PATH = None
    BINDINGS = [
        Binding("shift+up", "scroll_turns(-1)", show=False),
        Binding("shift+down", "scroll_turns(1)", show=False),
        Binding("shift+pageup", "scroll_turns(-8)", show=False),
        Binding("shift+pagedown", "scroll_turns(8)", show=False),
    ]

    standing = var(False)
    """Whether the standing of the forms is shown; off until the user asks for it."""

    def __init__(self, conversation: Conversation, desk: Desk) -> None:
        super().__init__(conversation)
        self._desk = desk

    def compose(self) -> ComposeResult:
        """The fixed skeleton; only turns are ever added."""
        yield Status()
        with Horizontal(id="talk"):
            yield Transcript()
            yield Side()
        with Vertical(id="card"):
            with VerticalScroll(id="question", can_focus=False):
                yield Static()
            yield Static(id="print")
            yield Choices()
            with Horizontal(id="line"):
                yield Static("›", id="prompt", markup=False)
                yield Reply()
        yield self.key_bar()

    # -- drawing ------------------------------------------------------------------------------

    def redraw(self) -> None:
        """Show the conversation as it is now."""
        talk, card = self.conversation, cards.card_of(self.conversation)
        with self.app.batch_update():
            self.query_one(Transcript).show(draw(talk.entries, talk.rulebook, talk.language))
            self.query_one("#question > Static", Static).update(Content(card.text))
            self.query_one("#print", Static).update(Content("\n".join(card.notes)))
            choices = self.query_one(Choices)
            choices.show(card)
            choices.border_subtitle = say("choices_hint", talk.language)
            self.query_one(Reply).hint(say("reply_hint", talk.language), say("reply_active", talk.language))
            self._fit(card)
            self._draw_status()
            self._draw_side()
            self.query_one(KeyBar).show(talk.language)

    def _fit(self, card: cards.Card) -> None:
        """Share the rows: the options keep at least four, the conversation three, a long question scrolls."""
        rows = self.size.height - ROWS_FOR_THE_REST
        small = self.query_one("#print", Static)
        small.display = bool(card.notes) and rows >= 12
        rows -= len(card.notes) if small.display else 0
        asked = min(len(Content(card.text).wrap(max(1, self.size.width - 5))), max(1, rows - 6))
        self.query_one("#question").styles.max_height = asked
        self.query_one(Choices).styles.max_height = max(6, rows - asked)

    def on_resize(self) -> None:
        """Share the space again."""
        self._fit(cards.card_of(self.conversation))
        self._draw_status()
        self._draw_side()

    def _draw_status(self) -> None:
        talk = self.conversation
        question, interview = talk.question, talk.interview
        topic, words = "", say_count("progress_done", talk.language, len(interview.answers))
        if question is not None:
            topic = talk.rulebook.topics[talk.rulebook.topic_of[question.id]].title.in_(talk.language)
            done = interview.progress
            words = say("progress", talk.language, number=done.number, at_most=done.at_most)
        where = say("product", talk.language) if self.size.width >= NORMAL or not topic else ""
        self.query_one(Status).show(where, topic, words, interview.share_answered)

    def _draw_side(self) -> None:
        if self.size.width < WIDE:
            return  # it is not shown, and drawn when that changes
        self.query_one(Side).show(self._standing(WIDTH) if self.standing else overview(self.conversation))

    def _standing(self, width: int) -> Content:
        talk = self.conversation
        to_come = len(talk.interview.to_come)
        bars = standing_content(self._desk.advise(talk.interview), talk.language, width, to_come)
        return Content.assemble((say("standing", talk.language), "bold"), "\n\n", bars)

    # -- what the user does -------------------------------------------------------------------

    @on(Choices.Answered)
    def _answered(self, event: Choices.Answered) -> None:
        event.stop()
        shown = cards.card_of(self.conversation)
        if event.card != shown.id:
            return
        if event.card == cards.FINISHED:
            command = {cards.TO_ADVICE: "advice", cards.TO_REVIEW: "review", cards.TO_QUIT: "quit"}[event.option]
            self.post_message(CommandPicked(command))
        elif event.card == cards.CONFIRM:
            self.conversation.confirm(event.option == cards.YES)
            self._after(answered=event.option == cards.YES)
        else:
            self.conversation.choose(event.card, event.option)
            self._after(answered=True)

    @on(Choices.NothingChosen)
    def _nothing_chosen(self) -> None:
        self.notify(say("choose_first", self.conversation.language), markup=False, timeout=4)

    @on(Choices.TypingStarted)
    def _typing_started(self, event: Choices.TypingStarted) -> None:
        reply = self.query_one(Reply)
        reply.focus()
        reply.insert_text_at_cursor(event.character)

    @on(Choices.TypingEnded)
    async def _typing_ended(self) -> None:
        await self.query_one(Reply).action_submit()

    @on(Reply.Left)
    def _left(self) -> None:
        self.query_one(Choices).focus()

    @on(Reply.Sent)
    def _sent(self, event: Reply.Sent) -> None:
        before = dict(self.conversation.interview.given)
        self.conversation.reply(event.words)
        if self.conversation.proposed is not None:
            self.query_one(Choices).focus()
        self._after(answered=before != self.conversation.interview.given)

    def _after(self, *, answered: bool) -> None:
        self.redraw()
        if answered and self.conversation.question is None:
            self.query_one(Choices).focus()
            self.post_message(InterviewCompleted())

    def begin(self, conversation: Conversation) -> None:
        """Go on with another conversation."""
        self.conversation = conversation
        self.redraw()
        self.query_one(Choices).focus()

    def change(self, question: str) -> None:
        """Ask a question again."""
        self.conversation.change(question)
        self.redraw()
        self.query_one(Choices).focus()

    # -- commands -----------------------------------------------------------------------------

    def action_back(self) -> None:
        """To the previous question."""
        self.conversation.back()
        self.redraw()

    def action_why(self) -> None:
        """Say why this is asked."""
        self.conversation.why()
        self.redraw()

    def action_standing(self) -> None:
        """Show or hide the standing: beside the conversation, or over it on a narrow screen."""
        if self.conversation.interview.share_answered < 0.5:
            self.notify(say("standing_early", self.conversation.language), markup=False)
        elif self.size.width >= WIDE:
            self.standing = not self.standing
            self._draw_side()
        else:
            from advisor.tui.screens.dialogs import StandingDialog

            self.app.push_screen(
                StandingDialog(self.conversation.language, self._standing(min(60, self.size.width - 12)))
            )

    def action_scroll_turns(self, lines: int) -> None:
        """Scroll the conversation while the card keeps the focus."""
        self.query_one(Transcript).scroll_relative(y=lines, animate=False)
