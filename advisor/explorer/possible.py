"""What could still win when the open questions are answered, and which answer would tell most."""

from __future__ import annotations

from math import prod
from typing import TYPE_CHECKING

from msgspec import Struct

from advisor.explorer.bounds import Bounds
from advisor.explorer.columns import product, values_of
from advisor.explorer.support import Supports
from advisor.rulebook.model import UNKNOWN
from advisor.rulebook.rulebook import GOALS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from advisor.explorer.reading import Reading

LIMIT = 1 << 17
"""Completions that are looked at one by one; beyond it a bound is given."""

ASK_AT_MOST = 3


class Possible(Struct, frozen=True):
    """Which forms may still be the headline."""

    forms: tuple[str, ...]
    """In the order of the form cards; never too few."""
    exact: bool
    """Every form named really wins in some completion."""
    ask_first: tuple[str, ...]
    """Open questions whose answer leaves fewest forms, at most three."""

    @property
    def settled(self) -> bool:
        """Nothing still open can change the headline."""
        return len(self.forms) == 1


def possible(reading: Reading, answers: Mapping[str, str]) -> Possible:
    """What the open questions can still change.

    Args:
        reading: of the rulebook.
        answers: question → option or ``unknown``; set-aside answers left out.
    """
    known = {question: option for question, option in answers.items() if option != UNKNOWN}
    open_ = that_matter(reading, known)
    if prod(len(values_of(reading.rulebook, question)) - 1 for question in open_) <= LIMIT:
        return _counted(reading, known, open_)
    return _bounded(reading, known, open_)


def that_matter(reading: Reading, known: Mapping[str, str]) -> tuple[str, ...]:
    """Open questions on which a rule or gate rests that decides the headline and can still go either way.

    The goals are among them. A question with ``unknown`` among the answers ``known`` is not open.
    """
    rulebook = reading.rulebook
    bounds, supports = Bounds(reading, known), Supports(rulebook)
    items = [*(rule for rules in reading.unscoped.values() for rule in rules)]
    whens = [item.when for item in items] + [gate.when for gate in rulebook.gates.values() if gate.segment is None]
    undecided = [when for when in whens if bounds.may(when) and not bounds.sure(when)]
    asked = frozenset().union(*map(supports.of, undecided), {GOALS})
    return tuple(q for q in rulebook.questions if q in asked and q not in known and bounds.may_apply(q))


def _counted(reading: Reading, known: Mapping[str, str], open_: Sequence[str]) -> Possible:
    """Every completion looked at."""
    applies = reading.rulebook.applicable(known)
    free = {question: values_of(reading.rulebook, question)[:-1] for question in open_}
    fired = reading.of(product(known, free))
    headlines = {form: mask for form, mask in fired.headlines().items() if mask}
    ask = {
        question: [sum(bool(mask & where) for mask in headlines.values()) for where in options.values()]
        for question, options in fired.columns.bits.items()
        if question in free and question in applies
    }
    return Possible(tuple(headlines), True, _best(ask, len(headlines)))


def _bounded(reading: Reading, known: Mapping[str, str], open_: Sequence[str]) -> Possible:
    """Too many to look at: the forms that no bound on the scores rules out."""
    applies = reading.rulebook.applicable(known)
    forms = Bounds(reading, known).forms()
    ask = {
        question: [
            len(Bounds(reading, {**known, question: option}).forms())
            for option in values_of(reading.rulebook, question)[:-1]
        ]
        for question in open_
        if question in applies
    }
    return Possible(forms, False, _best(ask, len(forms)))


def _best(left: Mapping[str, Sequence[int]], now: int) -> tuple[str, ...]:
    """The questions that leave fewest forms on average; none that changes nothing."""
    helpful = [question for question, counts in left.items() if sum(counts) < now * len(counts)]
    helpful.sort(key=lambda question: sum(left[question]) / len(left[question]))
    return tuple(helpful[:ASK_AT_MOST])
