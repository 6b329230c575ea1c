"""Trying other answers: the advice on them is told, and the interview stays as it is unless they are taken over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.interview.whatif import WhatIf
from advisor.plain.asking import Asking
from advisor.plain.pages import answer_in_words
from advisor.plain.words import say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from advisor.plain.desk import Desk


def try_answers(desk: Desk) -> None:
    """Ask for a question and another answer to it, and tell what comes of it, until the user has had enough."""
    tried = WhatIf(desk.rulebook, desk.interview.given)
    asking = Asking(desk.console, desk.language)
    offered = _offered(tried)
    if not offered:
        desk.say("review_empty")
        return
    _show(desk, offered)
    while number := asking.number("prompt_try", 1, len(offered)):
        question = offered[number - 1]
        option = _option(desk, asking, tried, question)
        if option is not None:
            tried.change({question: option})
            _tell(desk, tried)
            before, offered = offered, _offered(tried)
            if offered != before:  # the numbers mean other questions now
                _show(desk, offered)
    if tried.changes and asking.yes("prompt_adopt"):
        desk.adopt(tried.changes)
    else:
        desk.say("try_left")
    desk.ask()


def _offered(tried: WhatIf) -> list[str]:
    """Questions with an answer of the user's own, and those that apply only because of an answer on trial."""
    asked_anyway = tried.rulebook.applicable(tried.own)
    return [question for question in tried.questions if question in tried.own or question not in asked_anyway]


def _show(desk: Desk, questions: Iterable[str]) -> None:
    labels = (desk.rulebook.questions[question].label.in_(desk.language) for question in questions)
    desk.show([say("try_which", desk.language), *(f"{n}. {label}" for n, label in enumerate(labels, 1))])


def _option(desk: Desk, asking: Asking, tried: WhatIf, question: str) -> str | None:
    asked, values, now = desk.rulebook.questions[question], tried.values(question), tried.answer(question)
    desk.show(
        [
            asked.text.in_(desk.language),
            *(f"{n}. {option.text.in_(desk.language)}" for n, option in enumerate(asked.options, 1)),
            f"0. {say('dont_know', desk.language)}",
            *([say("try_now", desk.language, answer=answer_in_words(asked, now, desk.language))] if now else []),
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
                if q in tried.questions
            ),
            say("try_same" if own.form == now.form else "try_other", desk.language, title=now.title),
        ]
    )
