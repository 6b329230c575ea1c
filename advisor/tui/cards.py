"""The card at the bottom: what is asked now, with its numbered options."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from advisor.rulebook.model import UNKNOWN
from advisor.tui.turns import option_text
from advisor.tui.words import say

if TYPE_CHECKING:
    from advisor.rulebook.model import Question
    from advisor.tui.conversation import Conversation

CONFIRM = "?confirm"
"""Id of the card that asks "do you mean ...?"; no question can have it."""
FINISHED = "?finished"
"""Id of the card after the last question."""
YES, NO = "yes", "no"
TO_ADVICE, TO_REVIEW, TO_QUIT = "advice", "review", "quit"


@dataclass(frozen=True)
class Line:
    """One option of a card."""

    id: str
    number: int
    """The digit that selects it."""
    text: str


@dataclass(frozen=True)
class Card:
    """What the user can choose from now."""

    id: str
    """Id of the question, or one of the two above."""
    text: str
    lines: tuple[Line, ...]
    chosen: str | None = None
    """The option to start on; None so that nobody answers by pressing Enter twice."""
    notes: tuple[str, ...] = ()
    """Small print under the question."""


def card_of(conversation: Conversation) -> Card:
    """The card for where the conversation is."""
    language, question = conversation.language, conversation.question
    if question is None:
        choices = (TO_ADVICE, TO_REVIEW, TO_QUIT)
        lines = tuple(Line(c, n, say(f"to_{c}", language)) for n, c in enumerate(choices, 1))
        return Card(FINISHED, say("all_answered", language), lines, TO_ADVICE)
    if conversation.proposed is not None:
        option = option_text(conversation.rulebook, question.id, conversation.proposed, language)
        lines = (Line(YES, 1, say("yes", language)), Line(NO, 2, say("no", language)))
        return Card(CONFIRM, say("did_you_mean", language, option=option), lines, YES)
    numbered = [Line(o.id, n, o.text.in_(language)) for n, o in enumerate(question.options, 1)]
    return Card(
        question.id,
        question.text.in_(language),
        (*numbered, Line(UNKNOWN, 0, say("unknown", language))),
        conversation.interview.given.get(question.id),
        _small_print(conversation, question),
    )


def _small_print(conversation: Conversation, question: Question) -> tuple[str, ...]:
    language = conversation.language
    notes = []
    if question.terms:
        names = [conversation.rulebook.term_names[term].in_(language) for term in question.terms]
        notes.append(say("card_terms", language, terms=", ".join(names)))
    if note := conversation.interview.notes.get(question.id):
        notes.append(say("card_note", language, note=" ".join(note.split())))
    return tuple(notes)
