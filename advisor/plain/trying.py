"""Trying other answers: the advice on them is told, and the interview stays as it is unless they are taken over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.interview.whatif import WhatIf
from advisor.plain.asking import Asking
from advisor.plain.pages import answer_in_words
from advisor.plain.words import say

if TYPE_CHECKING:
    from advisor.plain.desk import Desk


def try_answers(desk: Desk) -> None:
    """Ask for a question and another answer to it, and tell what comes of it, until the user has had enough."""
    tried = WhatIf(desk.rulebook, desk.interview.given)
    asking = Asking(desk.console, desk.language)
    questions = [question for question in tried.questions if question in tried.own]
    if not questions:
        desk.say("review_empty")
        return
    labels = (desk.rulebook.questions[question].label.in_(desk.language) for question in questions)
    desk.show([say("try_which", desk.language), *(f"{n}. {label}" for n, label in enumerate(labels, 1))])
    while number := asking.number("prompt_try", 1, len(questions)):
        question = questions[number - 1]
        option = _option(desk, asking, tried, question)
        if option is not None:
            tried.change({question: option})
            _tell(desk, tried)
    if tried.changes and asking.yes("prompt_adopt"):
        desk.adopt(tried.changes)
    else:
        desk.say("try_left")
    desk.ask()


def _option(desk: Desk, asking: Asking, tried: WhatIf, question: str) -> str | None:
    asked, values = desk.rulebook.questions[question], tried.values(question)
    desk.show(
        [
            asked.text.in_(desk.language),
            *(f"{n}. {option.text.in_(desk.language)}" for n, option in enumerate(asked.options, 1)),
            f"0. {say('dont_know', desk.language)}",
            say("try_now", desk.language, answer=answer_in_words(asked, tried.answer(question) or "", desk.language)),
        ]
    )
    number = asking.number("prompt_option", 0, len(asked.options))
    return None if number is None else values[number - 1]


def _tell(desk: Desk, tried: WhatIf) -> None:
    own, now = desk.advice().recommendation, desk.advice_on(tried.answers).recommendation
    desk.show(
        [
            *(
                say("try_changed", desk.language, label=desk.rulebook.questions[q].label, answer=desk.option(q, option))
                for q, option in tried.changes.items()
            ),
            say("try_same" if own.form == now.form else "try_other", desk.language, title=now.title),
        ]
    )
