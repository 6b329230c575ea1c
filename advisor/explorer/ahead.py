"""What the questions still to come can change, while what is not known stays not known."""

from __future__ import annotations

from math import prod
from typing import TYPE_CHECKING

from advisor.explorer.bounds import Bounds
from advisor.explorer.columns import product, values_of
from advisor.explorer.possible import LIMIT, that_matter
from advisor.rulebook.rulebook import GOALS, READ_DIRECTLY

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from advisor.explorer.reading import Reading
    from advisor.rulebook.condition import Condition


def useful(reading: Reading, answers: Mapping[str, str]) -> frozenset[str]:
    """The questions behind all that can still fire, through findings and through other questions.

    Args:
        reading: of the rulebook.
        answers: question → option or ``unknown``, which fires nothing.
    """
    rulebook, bounds = reading.rulebook, Bounds(reading, answers)
    behind: dict[str, frozenset[str]] = {}

    def questions(when: Iterable[Condition]) -> frozenset[str]:
        return frozenset().union(*(of(condition) for condition in when))

    def of(condition: Condition) -> frozenset[str]:
        subject = condition.subject
        if condition.operator != "finding":
            return frozenset({subject}) | questions(rulebook.questions[subject].ask_if)
        if subject not in behind:
            ways = [when for _, when in rulebook.ways_to_find[subject] if bounds.may(when)]
            behind[subject] = frozenset().union(*map(questions, ways))
        return behind[subject]

    live = [questions(when) for when in rulebook.conclusions if bounds.may(when)]
    return frozenset(READ_DIRECTLY).union(*live)


def settled_on(reading: Reading, answers: Mapping[str, str]) -> str | None:
    """The headline that no question still to come can change.

    Args:
        reading: of the rulebook.
        answers: what was answered. ``unknown`` is taken to stay so, and may be an answer to come.

    Returns:
        The form; None when another may still win, or none at all, or when too much is open to tell.
    """
    open_ = that_matter(reading, answers)
    free = {question: values_of(reading.rulebook, question) for question in open_}
    if prod(map(len, free.values())) > LIMIT:
        return _surely(reading, answers)
    columns = product(answers, free)
    winners = {form: mask for form, mask in reading.of(columns).headlines().items() if mask}
    return next((form for form, mask in winners.items() if mask == columns.all), None)


def _surely(reading: Reading, answers: Mapping[str, str]) -> str | None:
    """The only form that bounds on the scores leave, when something speaks for or against some form anyhow."""
    bounds = Bounds(reading, answers)
    forms = bounds.forms()
    counted = any(bounds.sure(rule.when) for rules in reading.unscoped.values() for rule in rules)
    return forms[0] if len(forms) == 1 and counted and GOALS in answers else None
