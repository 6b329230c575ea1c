"""How sure the outcome is while questions are open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.words import say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from advisor.advice import Advice
    from advisor.language import Language
    from advisor.rulebook.rulebook import Rulebook

MOST_NAMED = 3
"""Questions named in one sentence."""


def still_possible(advice: Advice, language: Language) -> str:
    """Which forms the open questions leave as the outcome, and what to find out first."""
    forms, questions, possible = advice.rulebook.forms, advice.rulebook.questions, advice.possible
    if possible.settled:
        return say("settled", language, form=forms[possible.forms[0]].name.in_(language))
    names = ", ".join(forms[form].name.in_(language) for form in possible.forms)
    sentence = say("may_still_win", language, forms=names)
    if possible.ask_first:
        labels = "; ".join(questions[question].label.in_(language) for question in possible.ask_first)
        sentence += " " + say("ask_first", language, labels=labels)
    return sentence


def settled_so_far(rulebook: Rulebook, unless: Iterable[str], language: Language) -> str:
    """That no question still to come changes the headline, unless these answers are found out after all."""
    labels = [rulebook.questions[question].label.in_(language) for question in unless]
    if not labels:
        return say("settled_ahead", language)
    more = len(labels) - MOST_NAMED
    rest = [say("and_more", language, count=more)] if more > 0 else []
    return say("settled_unless", language, labels="; ".join(labels[:MOST_NAMED] + rest))
