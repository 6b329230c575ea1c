"""Questions as a mail that the reader only has to address and send."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from advisor.report.document import Link
from advisor.text import clean_line
from advisor.words import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from advisor.language import Language
    from advisor.rulebook.model import Question

LONGEST = 2_000
"""Characters of an address; Word and Windows take few more."""


def asking(questions: Sequence[Question], role: str, language: Language) -> Iterator[Link]:
    """A link to a mail with these questions, and the answers to each where there is room; none when it is too long.

    Args:
        questions: what to ask.
        role: who knows, in words.
        language: of the mail.
    """
    plain = [clean_line(question.text.in_(language)) for question in questions]
    full = [
        f"{text}\n{say('possible_answers', language, answers=answers_to(question, language))}"
        for text, question in zip(plain, questions, strict=True)
    ]
    addresses = (_address(texts, language) for texts in (full, plain))
    fitting = next((address for address in addresses if len(address) <= LONGEST), None)
    if fitting:
        yield Link(say("mail_link", language, role=clean_line(role)), fitting)


def answers_to(question: Question, language: Language) -> str:
    """What can be answered, on one line."""
    return " / ".join(clean_line(option.text.in_(language)) for option in question.options)


def _address(texts: Sequence[str], language: Language) -> str:
    """Nobody's address: whom to send it to is for the reader to fill in."""
    numbered = (f"{number}. {text}" for number, text in enumerate(texts, 1))
    body = "\n\n".join((say("mail_intro", language), *numbered)).replace("\n", "\r\n")
    return f"mailto:?subject={quote(say('mail_subject', language), safe='')}&body={quote(body, safe='')}"
