"""Every answer given, those set aside included, each one keypress away from being changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.binding import Binding
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from advisor.tui.hanging import Hanging
from advisor.tui.messages import QuestionPicked
from advisor.tui.screens.base import AdvisorScreen
from advisor.tui.turns import option_text
from advisor.tui.widgets.status import Status
from advisor.tui.words import say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.app import ComposeResult

    from advisor.interview import Reviewed


class ReviewScreen(AdvisorScreen):
    """A list by topic; what does not count now stands at the end."""

    KEYS = ("help", "back", "glossary", "advice")
    AUTO_FOCUS = "OptionList"
    BINDINGS = [Binding("escape", "back", show=False)]

    def compose(self) -> ComposeResult:
        """One list."""
        yield Status()
        yield OptionList(markup=False)
        yield self.key_bar()

    def redraw(self) -> None:
        """Write the list, and stay where the user was."""
        super().redraw()
        language = self.conversation.language
        self.query_one(Status).show(say("product", language), say("review", language))
        answers = self.query_one(OptionList)
        place = answers.highlighted
        answers.set_options(self._lines())
        answers.border_subtitle = say("review_hint", language)
        if place is None:
            answers.action_first()
        else:
            answers.highlighted = place

    def _lines(self) -> Iterable[Option]:
        talk, topic = self.conversation, ""
        reviewed = talk.interview.review()
        for item in (line for line in reviewed if line.applies):
            if (its_topic := talk.rulebook.topic_of[item.question.id]) != topic:
                topic = its_topic
                yield self._heading(talk.rulebook.topics[topic].title.in_(talk.language))
            yield self._line(item)
        aside = [line for line in reviewed if not line.applies]
        if aside:
            yield self._heading(say("set_aside", talk.language))
        for item in aside:
            yield self._line(item)

    def _heading(self, title: str) -> Option:
        return Option(Content.assemble((title, "bold $text-primary")), disabled=True)

    def _line(self, item: Reviewed) -> Option:
        talk, question = self.conversation, item.question
        answer = option_text(talk.rulebook, question.id, item.answer, talk.language)
        sign = "✓" if item.answer is not None else "·"
        lines = [(0, Content(question.text.in_(talk.language)))]
        if item.applies:
            lines.append((4, Content.assemble((f"  {sign} {answer}", "bold"))))
        else:
            lines.append((4, Content.assemble(f"  ⊘ {answer} ({say('set_aside', talk.language).lower()})")))
        if item.note:
            lines.append((4, Content(f"    {say('note', talk.language)}: {' '.join(item.note.split())}")))
        return Option(Hanging(*lines), id=question.id)

    @on(OptionList.OptionSelected)
    def _picked(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        talk, question = self.conversation, event.option_id
        if question in talk.rulebook.applicable(talk.interview.given):
            self.post_message(QuestionPicked(str(question)))
        else:
            self.notify(say("aside_why", talk.language), markup=False)
