"""Properties of a rulebook, each decided over every answer it rests on, ``unknown`` included.

A property rests on the questions of the rules it speaks about; all combinations of their answers
are looked at side by side, so "never" and "always" are exact. Where that would be too many, the
property counts as not proven. "There is an interview in which ..." needs only one: it is looked
for in a fixed row of pseudo-random interviews, and shown.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise, permutations
from typing import TYPE_CHECKING

from advisor.explorer.columns import Columns, first, listed, places, product, union, values_of
from advisor.explorer.numbers import Numbers, above
from advisor.explorer.reading import Fired, Reading
from advisor.explorer.support import Supports
from advisor.rulebook.model import CRITERIA, UNKNOWN
from advisor.rulebook.rulebook import GOALS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from advisor.rulebook.condition import Condition
    from advisor.rulebook.model import Gate, Monotonicity, Rule
    from advisor.rulebook.rulebook import Rulebook

LIMIT = 1 << 26
"""Combinations beyond which a property is not decided."""

TRIES = 4096
"""Interviews in which something that must be possible is looked for."""


@dataclass(frozen=True)
class Failure:
    """A property that does not hold, or could not be proven."""

    section: str
    """Section of the rulebook the item is in."""
    id: str
    message: str
    witness: Mapping[str, str] | None = None
    """An interview that shows it; None when the fault is that there is none."""


@dataclass(frozen=True)
class Proof:
    """What was looked at, and what failed."""

    properties: int
    largest: int
    """Combinations of the widest property decided."""
    failures: list[Failure]


def prove(rulebook: Rulebook) -> Proof:
    """Decide every property of ``rulebook``."""
    prover = _Prover(rulebook)
    properties = [
        *prover.can_fire(),
        *prover.swallowed_and_contradicting(),
        *prover.options_matter(),
        *prover.forms_can_win(),
        prover.some_form_is_left(),
        *prover.monotone(),
    ]
    return Proof(len(properties), prover.largest, [failure for failure in properties if failure])


class _Prover:
    """Its methods give one entry per property: the failure, or None where it holds."""

    def __init__(self, rulebook: Rulebook) -> None:
        self.rulebook = rulebook
        self.reading = Reading(rulebook)
        self.supports = Supports(rulebook)
        self.largest = 0

    # -- over all answers ---------------------------------------------------------------------

    def space(self, questions: Iterable[str], base: Mapping[str, str] | None = None) -> Fired | None:
        """All combinations of the questions' answers; None when they are too many."""
        free = {q: values_of(self.rulebook, q) for q in self.supports.ordered(questions) if q not in (base or {})}
        size = self.supports.combinations(free)
        if size > LIMIT:
            return None
        self.largest = max(self.largest, size)
        return self.reading.of(product(base or {}, free))

    def too_many(self, section: str, name: str, questions: Iterable[str]) -> Failure:
        ordered = self.supports.ordered(questions)
        count = self.supports.combinations(ordered)
        return Failure(section, name, f"not proven: {count} combinations of {', '.join(ordered)}")

    def can_fire(self) -> Iterator[Failure | None]:
        """Everything with conditions can fire; what belongs to a form, with that form as the headline."""
        for section, name, when in _conditions(self.rulebook):
            questions = self.supports.of(when)
            fired = self.space(questions)
            if fired is None:
                yield self.too_many(section, name, questions)
            elif not fired.when(when):
                yield Failure(section, name, "can never fire")
            else:
                yield None
                if section in ("cautions", "places", "tasks"):
                    yield self.can_show(section, name, when)

    def can_show(self, section: str, name: str, when: tuple[Condition, ...]) -> Failure | None:
        """Something that waits for a form shows in some interview."""
        item = getattr(self.rulebook, section)[name]
        forms = [item.form] if section == "places" else item.forms
        if self.at_random.when(when) & self.headline_among(forms):
            return None
        holding = self.reading.of(listed(self.interviews_with(when)))
        headlines = holding.headlines()
        if any(headlines[form] & holding.when(when) for form in forms):
            return None
        return Failure(section, name, f"no interview found in which it shows: it needs {' or '.join(forms)}")

    # -- pairs of rules -------------------------------------------------------------------------

    def swallowed_and_contradicting(self) -> Iterator[Failure | None]:
        """No argument is always joined by another on the same criterion, with it or against it."""
        groups: dict[tuple[str, str, str | None], list[Rule]] = {}
        for rule in self.rulebook.rules.values():
            groups.setdefault((rule.form, rule.criterion, rule.segment), []).append(rule)
        for rules in groups.values():
            for one, other in permutations(rules, 2):
                if self.can_imply(one, other):
                    yield self.implies(one, other)

    def can_imply(self, one: Rule, other: Rule) -> bool:
        """Whether what ``one`` says can decide ``other``, and nobody said that the two may meet."""
        if one.sign != other.sign and other.id in one.despite:
            return False
        return not self.supports.of(one.when).isdisjoint(self.supports.of(other.when))

    def implies(self, one: Rule, other: Rule) -> Failure | None:
        """Whether ``other`` fires whenever ``one`` does."""
        sample = self.at_random
        if sample.when(one.when) & ~sample.when(other.when):
            return None  # an interview at hand shows one without the other
        questions = self.supports.of((*one.when, *other.when))
        fired = self.space(questions)
        if fired is None:
            return self.too_many("rules", one.id, questions)
        both = fired.when(one.when)
        if not both or both & ~fired.when(other.when):
            return None
        kind = "is swallowed by" if one.sign == other.sign else "always meets its opposite,"
        witness = fired.columns.answers(first(both))
        return Failure("rules", one.id, f'{kind} "{other.id}", which fires whenever it does', witness)

    # -- examples -------------------------------------------------------------------------------

    def interviews_with(self, when: tuple[Condition, ...]) -> list[dict[str, str]]:
        """Complete interviews at random, each with answers that make ``when`` hold."""
        fired = self.space(self.supports.of(when))
        if fired is None:
            return []
        mask = fired.when(when)
        holding = [fired.columns.answers(place) for place in places(mask, 64)]
        rest = self.interviews
        return [interview | holding[place % len(holding)] for place, interview in enumerate(rest)]

    @cached_property
    def interviews(self) -> list[dict[str, str]]:
        """A fixed row of complete interviews."""
        chance = random.Random(0)
        options = {q: values_of(self.rulebook, q)[:-1] for q in self.rulebook.questions}
        return [{q: chance.choice(values) for q, values in options.items()} for _ in range(TRIES)]

    @cached_property
    def at_random(self) -> Fired:
        """The reading of those interviews."""
        return self.reading.of(listed(self.interviews))

    @cached_property
    def headlines(self) -> Mapping[str, int]:
        """Form → in which of those interviews it is the headline."""
        return self.at_random.headlines()

    def headline_among(self, forms: Iterable[str]) -> int:
        return union(self.headlines[form] for form in forms)

    def forms_can_win(self) -> Iterator[Failure | None]:
        """Every form is the headline of some interview."""
        missing = "no interview found in which this form is the headline"
        for form in self.rulebook.forms:
            yield None if self.headlines[form] else Failure("forms", form, missing)

    def options_matter(self) -> Iterator[Failure | None]:
        """For every option two complete interviews differ only there, and in headline or cautions."""
        for question in self.rulebook.questions.values():
            outcomes = {option.id: self.outcome(question.id, option.id) for option in question.options}
            for option, outcome in outcomes.items():
                matters = any(outcome != other for name, other in outcomes.items() if name != option)
                message = f'the option "{option}" changes nothing: no headline, no caution'
                yield None if matters else Failure("questions", question.id, message)

    def outcome(self, question: str, option: str) -> list[int]:
        """Headlines and cautions of the row of interviews when ``question`` is answered with ``option``."""
        columns = self.at_random.columns
        answered = {option: columns.all}
        fired = self.reading.of(Columns(columns.size, {**columns.bits, question: answered}))
        headlines = fired.headlines()
        cautions = [
            fired.when(caution.when) & union(headlines[form] for form in caution.forms)
            for caution in self.rulebook.cautions.values()
        ]
        return [*headlines.values(), *cautions]

    # -- the whole ------------------------------------------------------------------------------

    def some_form_is_left(self) -> Failure | None:
        """No interview excludes every form."""
        questions = self.supports.of(c for g in self.rulebook.gates.values() if g.segment is None for c in g.when)
        fired = self.space(questions)
        if fired is None:
            return self.too_many("gates", next(iter(self.rulebook.gates)), questions)
        shut = fired.columns.all
        for form in self.rulebook.forms:
            shut &= fired.excluded(form)
        if not shut:
            return None
        place = first(shut)
        gates = (g for g in self.rulebook.gates.values() if g.segment is None)
        gate = next(g.id for g in gates if fired.when(g.when) >> place & 1)
        return Failure("gates", gate, "an interview excludes every form", fired.columns.answers(place))

    def monotone(self) -> Iterator[Failure | None]:
        """Every declared monotonicity holds."""
        for claim in self.rulebook.monotonicities.values():
            options = [option.id for option in self.rulebook.questions[claim.question].options]
            for form in claim.forms:
                steps = (self.step(claim, form, low, high) for low, high in pairwise(options))
                yield next(filter(None, steps), None)

    def step(self, claim: Monotonicity, form: str, low: str, high: str) -> Failure | None:
        """One step up an ordered question, in every context it rests on."""
        rules = [r for r in self.reading.unscoped[form] if claim.question in self.supports.of(r.when)]
        gates = [
            g
            for g in self.rulebook.gates.values()
            if g.form == form and g.segment is None and claim.question in self.supports.of(g.when)
        ]
        # Rule by rule is enough when none of them goes the wrong way by itself, and rests on far less.
        alone = [self.wrong_way(claim, [rule], [], low, high) for rule in rules]
        alone.append(self.wrong_way(claim, [], gates, low, high))
        if all(witness is None for witness in alone):
            return None
        witness = self.wrong_way(claim, rules, gates, low, high)
        if witness is None:
            return None
        if not witness:
            return self.too_many("monotonicities", claim.id, self.context(claim, rules, gates))
        change = "raises" if claim.never == "raises" else "lowers"
        return Failure("monotonicities", claim.id, f'the step from "{low}" to "{high}" {change} {form}', witness)

    def context(self, claim: Monotonicity, rules: list[Rule], gates: list[Gate]) -> frozenset[str]:
        """The other questions that decide what the step does."""
        whens = [*(rule.when for rule in rules), *(gate.when for gate in gates)]
        return self.supports.of(condition for when in whens for condition in when) - {claim.question}

    def wrong_way(
        self, claim: Monotonicity, rules: list[Rule], gates: list[Gate], low: str, high: str
    ) -> dict[str, str] | None:
        """Answers at which the step goes the wrong way; none when it never does, empty when that is too much to say."""
        questions = self.context(claim, rules, gates)
        below, over = (self.space(questions, {claim.question: option}) for option in (low, high))
        if below is None or over is None:
            return {}
        if claim.never == "lowers":
            below, over = over, below
        lifted = union(below.when(g.when) for g in gates) & ~union(over.when(g.when) for g in gates)
        for goal, raised in _raised(rules, below, over, self.rulebook):
            if wrong := raised | lifted:
                goals = {GOALS: goal} if goal != UNKNOWN else {}
                return below.columns.answers(first(wrong)) | {claim.question: low} | goals
        return None


def _raised(rules: Iterable[Rule], below: Fired, over: Fired, rulebook: Rulebook) -> Iterator[tuple[str, int]]:
    """Per weighting, named by a goal that gives it: where the rules' points add up to more over than below."""
    net: dict[str, tuple[Numbers, Numbers]] = {criterion: (Numbers(), Numbers()) for criterion in CRITERIA}
    for rule in rules:
        more, less = net[rule.criterion]
        plus, minus = (over, below) if rule.sign > 0 else (below, over)
        more.add(plus.when(rule.when), rule.points)
        less.add(minus.when(rule.when), rule.points)
    weightings: dict[tuple[int, ...], str] = {}
    for goal in sorted(rulebook.goals.values(), key=lambda goal: goal.option != UNKNOWN):
        weightings.setdefault(tuple(goal.weights[c] for c in CRITERIA), goal.option)
    for weighting, name in weightings.items():
        up, down = Numbers(), Numbers()
        for criterion, weight in zip(CRITERIA, weighting, strict=True):
            for total, numbers in zip((up, down), net[criterion], strict=True):
                total.add_all(numbers, weight)
        yield name, above(up, down, below.columns.all)[0]


def _conditions(rulebook: Rulebook) -> Iterator[tuple[str, str, tuple[Condition, ...]]]:
    """Everything that has conditions: its section, its id and the conditions."""
    for finding in rulebook.findings.values():
        if finding.when:
            yield "findings", finding.id, finding.when
    for section in ("derivations", "rules", "gates", "segments", "limits", "cautions", "places", "tasks"):
        for item in getattr(rulebook, section).values():
            if item.when:
                yield section, item.id, item.when
