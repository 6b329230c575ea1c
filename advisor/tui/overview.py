"""The side column while the standing is off: where we are, and why we ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from advisor.tui.bars import short
from advisor.tui.turns import who_knows
from advisor.tui.widgets.side import WIDTH
from advisor.tui.words import say

if TYPE_CHECKING:
    from advisor.tui.conversation import Conversation


def overview(conversation: Conversation) -> Content:
    """Topics with how far they are, then the reason for the question."""
    language, question = conversation.language, conversation.question
    parts: list[str | Content | tuple[str, str]] = [(say("topics", language), "bold"), "\n", _topics(conversation)]
    if question is not None:
        why = f"{question.why.in_(language)}\n\n{who_knows(conversation.rulebook, question.id, language)}"
        parts += ["\n\n", (say("why_asked", language), "bold"), "\n", why]
    return Content.assemble(*parts)


def _topics(conversation: Conversation) -> Content:
    rulebook, language = conversation.rulebook, conversation.language
    now = rulebook.topic_of[conversation.question.id] if conversation.question else None
    lines = []
    for topic in rulebook.topics.values():
        asked = [q for q in rulebook.applicable(conversation.interview.given) if rulebook.topic_of[q] == topic.id]
        done = sum(question in conversation.interview.given for question in asked)
        sign = "▸" if topic.id == now else "✓" if done == len(asked) else " "
        count = f"{done}/{len(asked)}"
        title = short(topic.title.in_(language), WIDTH - 8)
        line = Content(f"{sign} {title.ljust(WIDTH - 2 - len(count))}{count}")
        lines.append(line.stylize("bold") if topic.id == now else line)
    return Content("\n").join(lines)
