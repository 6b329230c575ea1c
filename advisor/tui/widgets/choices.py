"""The numbered options of a card."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from advisor.tui.hanging import Hanging

if TYPE_CHECKING:
    from textual import events

    from advisor.tui.cards import Card


class Choices(OptionList):
    """A digit selects, Enter or a click answers; a letter goes on to the text line."""

    @dataclass
    class Answered(Message):
        """An option was chosen; ``card`` tells a late message from one for the card now shown."""

        card: str
        option: str

    @dataclass
    class NothingChosen(Message):
        """Enter was pressed with no option selected."""

    @dataclass
    class TypingStarted(Message):
        """A letter was typed here that belongs in the text line."""

        character: str

    @dataclass
    class TypingEnded(Message):
        """Enter was pressed on what was typed, before the focus had followed."""

    def __init__(self) -> None:
        super().__init__(markup=False)
        self._card: Card | None = None
        self._typing = False
        """A letter went to the text line; keys that come before the focus has followed belong there too."""
        self._begun = ""
        """Digits, and a space behind them, that may be the beginning of an amount: "45 fte"."""

    def show(self, card: Card) -> None:
        """Show the options of a card; the selection stays when only its language changed."""
        again = self._card is not None and self._card.id == card.id
        selected = self.highlighted if again else None
        self._card = card
        self._begun = ""
        options: list[Option] = []
        width = 1 if len(card.lines) <= 10 else 2
        for line in card.lines:
            numbered = Content.assemble((f"{line.number:>{width}}. ", "bold"), line.text)
            options.append(Option(Hanging((width + 2, numbered)), id=line.id))
        self.set_options(options)
        self.highlighted = selected if selected is not None else self._place(card.chosen)

    def _place(self, option: str | None) -> int | None:
        places = [place for place, line in enumerate(self._card.lines if self._card else ()) if line.id == option]
        return places[0] if places else None

    def on_key(self, event: events.Key) -> None:
        """Digits select; anything else that can be typed is for the text line."""
        character = event.character
        if self._card is None or character is None or not event.is_printable:
            self._begun = ""
            return
        if character == " " and not self._typing:
            self._begun += " " if self._begun else ""
            return
        event.stop()
        if character.isdecimal() and not self._typing:
            self._begun = self._begun + character if not self._begun.endswith(" ") else character
            numbers = [str(line.number) for line in self._card.lines]
            if character in numbers:
                self.highlighted = numbers.index(character)
            return
        # Digits alone selected options; with a space behind them, or a "%", they are an amount.
        amount = self._begun if character == "%" or self._begun.endswith(" ") else ""
        self._begun = ""
        self.post_message(self.TypingStarted("" if character == "/" and not self._typing else amount + character))
        self._typing = True

    def on_focus(self) -> None:
        """Keys are for the options again."""
        self._typing = False
        self._begun = ""

    def action_select(self) -> None:
        """Answer with the selected option, unless the key was meant for the text line."""
        if self._typing:
            self.post_message(self.TypingEnded())
            return
        if self.highlighted is None:
            self.post_message(self.NothingChosen())
        super().action_select()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Say it in our own words, with the card it belongs to."""
        event.stop()
        if self._card is not None and event.option_id is not None:
            self.post_message(self.Answered(self._card.id, event.option_id))
