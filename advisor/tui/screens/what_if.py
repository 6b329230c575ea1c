"""Trying other answers: the six bars move at once, and the interview stays as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from advisor.interview.whatif import WhatIf
from advisor.rulebook.model import UNKNOWN
from advisor.tui.commands import COMMANDS
from advisor.tui.effect import Effect
from advisor.tui.hanging import Hanging
from advisor.tui.messages import AnswersChanged
from advisor.tui.screens.base import NORMAL, AdvisorScreen
from advisor.tui.screens.dialogs import Dialog
from advisor.tui.turns import option_text
from advisor.tui.widgets.status import Status
from advisor.tui.words import say

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from advisor.advice import Advice
    from advisor.tui.conversation import Conversation
    from advisor.tui.desk import Desk

OWN_KEYS = ("undo", "keep", "scenario", "beside", "adopt")
MOST_BESIDE = 3
"""Scenarios beside the own answers; the latest ones."""


class WhatIfScreen(AdvisorScreen):
    """Questions and their options on one side, what comes of them on the other."""

    KEYS = ("help", "back", "undo", "keep", "adopt")
    MORE = (*AdvisorScreen.MORE, "scenario", "beside", "glossary", "advice", "review")
    AUTO_FOCUS = "#questions"
    BINDINGS = [
        Binding("escape", "leave", show=False),
        Binding("left", "turn(-1)", show=False),
        Binding("right", "turn(1)", show=False),
        Binding("shift+up", "scroll_effect(-1)", show=False),
        Binding("shift+down", "scroll_effect(1)", show=False),
        *(Binding(str(digit), f"choose({digit})", show=False) for digit in range(10)),
        *(COMMANDS[command].binding() for command in OWN_KEYS),
    ]

    def __init__(self, conversation: Conversation, desk: Desk) -> None:
        super().__init__(conversation)
        self._desk = desk
        self._whatif = WhatIf(conversation.rulebook, conversation.interview.given)

    def compose(self) -> ComposeResult:
        """Two lists, and what they lead to."""
        yield Status()
        with Horizontal(id="whatif"):
            with Vertical(id="answers"):
                yield OptionList(id="questions", markup=False)
                yield OptionList(id="options", markup=False)
            with VerticalScroll(id="effect", can_focus=False):
                yield Static(id="effect-now")
                yield Static(id="effect-near")
        yield self.key_bar()

    # -- drawing ------------------------------------------------------------------------------

    def redraw(self) -> None:
        """Write everything; first what changed, then what takes a moment to work out."""
        super().redraw()
        talk = self.conversation
        with self.app.batch_update():
            what = say("whatif_on_show", talk.language, what=self._name_of_what_is_shown())
            self.query_one(Status).show(say("whatif", talk.language), what if self.size.width >= NORMAL else "")
            self._draw_questions()
            self._draw_options()
            self._draw_effect()
        self.call_after_refresh(self._draw_near, self._tried)

    def on_resize(self) -> None:
        """The bars are drawn to measure."""
        if self.is_mounted and self.query_one("#questions", OptionList).option_count:
            self.redraw()

    def _draw_questions(self) -> None:
        questions, language = self.query_one("#questions", OptionList), self.conversation.language
        chosen, rulebook = self._question, self.conversation.rulebook
        asked = self._whatif.questions
        lines = []
        for question in asked:
            mark = "●" if question in self._whatif.changes else " "
            answer = option_text(rulebook, question, self._whatif.answer(question), language)
            label = rulebook.questions[question].label.in_(language)
            lines.append(Option(Content.assemble((f"{mark} {label}: ", "bold"), answer), id=question))
        with self.prevent(OptionList.OptionHighlighted):
            questions.set_options(lines)
            questions.highlighted = asked.index(chosen) if chosen in asked else 0
        questions.border_subtitle = say("whatif_questions", language)

    def _draw_options(self) -> None:
        options, language = self.query_one("#options", OptionList), self.conversation.language
        question = self._question
        if question is None:
            return
        values, now, own = self._whatif.values(question), self._whatif.answer(question), self._whatif.own.get(question)
        lines = []
        for number, option in enumerate(values, 1):
            digit = 0 if option == UNKNOWN else number
            mark = "●" if option == now else "○"
            was = f" ({say('whatif_yours', language)})" if option == own and now != own else ""
            text = option_text(self.conversation.rulebook, question, option, language)
            lines.append(Option(Hanging((4, Content(f"{mark} {digit} {text}{was}"))), id=option))
        with self.prevent(OptionList.OptionHighlighted):
            options.set_options(lines)
            options.highlighted = values.index(now) if now is not None else None
        options.border_title = self.conversation.rulebook.questions[question].label.in_(language)
        options.border_subtitle = say("whatif_options", language)

    def _draw_effect(self) -> None:
        effect = self._effect()
        parts = [[*effect.verdict(), Content(""), *effect.bars()], list(effect.changed(self._whatif.changes))]
        kept = [
            (scenario, self._desk.advise_on({**self._whatif.own, **scenario.changes}))
            for scenario in self.conversation.scenarios
        ]
        parts.append(list(effect.scenarios(kept, self._scenario_shown)))
        lines = [line for part in parts if part for line in (Content(""), *part)]
        self.query_one("#effect-now", Static).update(Hanging.bulleted(lines[1:]))
        self.query_one("#effect-near", Static).update("")

    def _draw_near(self, tried: Advice) -> None:
        """What would turn it now, unless something else is being tried by now."""
        if self.is_mounted and tried is self._tried:
            self.query_one("#effect-near", Static).update(Hanging.bulleted(self._effect().flips()))

    def _effect(self) -> Effect:
        own = self._desk.advise_on(self._whatif.own)
        width = self.query_one("#effect").container_size.width - 1
        return Effect(own, self._tried, self.conversation.language, width)

    # -- what is on the screen ----------------------------------------------------------------

    @property
    def _tried(self) -> Advice:
        return self._desk.advise_on(self._whatif.answers)

    @property
    def _question(self) -> str | None:
        """The question whose options are shown."""
        option = self.query_one("#questions", OptionList).highlighted_option
        return option.id if option else next(iter(self._whatif.questions), None)

    @property
    def _scenario_shown(self) -> int | None:
        """The number of the scenario on the screen."""
        same = (s.number for s in self.conversation.scenarios if s.changes == dict(self._whatif.changes))
        return next(same, None)

    def _name_of_what_is_shown(self) -> str:
        language = self.conversation.language
        if self._scenario_shown is not None:
            return say("scenario", language, number=self._scenario_shown)
        return say("whatif_own", language) if not self._whatif.changes else say("whatif_changed", language).lower()

    # -- what the user does -------------------------------------------------------------------

    @on(OptionList.OptionHighlighted, "#questions")
    def _question_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        self._draw_options()

    @on(OptionList.OptionSelected, "#questions")
    def _question_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.query_one("#answers").add_class("-choosing")  # where there is no room for both lists
        self.query_one("#options", OptionList).focus()

    @on(OptionList.OptionSelected, "#options")
    def _option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if self._question and event.option_id:
            self._whatif.change({self._question: event.option_id})
            self.redraw()
            self._to_questions()

    def _to_questions(self) -> None:
        self.query_one("#answers").remove_class("-choosing")
        self.query_one("#questions", OptionList).focus()

    def action_turn(self, steps: int) -> None:
        """Give the question the next or the previous answer."""
        if self._question:
            self._whatif.turn(self._question, steps)
            self.redraw()

    def action_choose(self, digit: int) -> None:
        """Give the question the answer with this number; 0 is not known."""
        values = self._whatif.values(self._question) if self._question else ()
        if self._question and digit < len(values):
            self._whatif.change({self._question: values[digit - 1]})
            self.redraw()

    def action_scroll_effect(self, lines: int) -> None:
        """Scroll what comes of it while a list keeps the focus."""
        self.query_one("#effect").scroll_relative(y=lines, animate=False)

    # -- commands -----------------------------------------------------------------------------

    def action_undo(self) -> None:
        """Take the last change back."""
        if self._whatif.undo():
            self.redraw()
        else:
            self._tell("whatif_unchanged")

    def action_keep(self) -> None:
        """Keep what is on the screen as a scenario."""
        if not self._whatif.changes:
            self._tell("whatif_unchanged")
        elif self._scenario_shown is not None:
            self._tell("scenario_there", number=self._scenario_shown)
        else:
            scenario = self.conversation.keep_scenario(self._whatif.changes)
            self._tell("scenario_kept", number=scenario.number)
            self.redraw()

    def action_scenario(self) -> None:
        """Go from the own answers to the first scenario, to the next, and back again."""
        scenarios = self.conversation.scenarios
        if not scenarios:
            self._tell("scenarios_none")
            return
        place = self._scenario_shown or 0
        self._whatif.show(scenarios[place] if place < len(scenarios) else None)
        self.redraw()

    def action_beside(self) -> None:
        """Compare the own answers with the scenarios kept last."""
        scenarios = self.conversation.scenarios[-MOST_BESIDE:]
        if not scenarios:
            self._tell("scenarios_none")
            return
        from advisor.tui.advice_pages import side_by_side
        from advisor.tui.screens.save import comparison_of
        from advisor.words import say as tell

        language, advise = self.conversation.language, self._desk.advise_on
        sides = [(tell("own_answers", language), advise(self._whatif.own))]
        sides += [
            (tell("scenario", language, number=s.number), advise({**self._whatif.own, **s.changes})) for s in scenarios
        ]
        self.app.push_screen(Dialog(language, side_by_side(sides, language), comparison_of(sides, language)))

    def action_adopt(self) -> None:
        """Take the other answers over into the interview, and leave."""
        if not self._whatif.changes:
            self._tell("whatif_unchanged")
            return
        self.conversation.adopt(self._whatif.changes)
        self._tell("adopted")
        self.post_message(AnswersChanged())
        self.dismiss()

    def action_leave(self) -> None:
        """From the options to the questions, else leave."""
        if self.query_one("#options", OptionList).has_focus:
            self._to_questions()
        else:
            self.dismiss()

    def _tell(self, key: str, **values: object) -> None:
        self.notify(say(key, self.conversation.language, **values), markup=False, timeout=4)
