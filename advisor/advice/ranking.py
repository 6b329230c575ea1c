"""The score of every form, and the arguments it is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.advice.model import Argument, Standing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from advisor.advice.model import Verdict
    from advisor.engine import Supports, Trace
    from advisor.engine.trace import Support
    from advisor.rulebook.model import Gate, Rule
    from advisor.rulebook.rulebook import Rulebook


def arguments_of(
    rulebook: Rulebook, answers: Mapping[str, str], trace: Trace, supports: Supports
) -> tuple[Argument, ...]:
    """Every rule and gate that fired, as an argument; the heaviest first, then by id."""
    weights = rulebook.weights(answers)
    rules = [rulebook.rules[name] for name in trace.rules]
    gates = [rulebook.gates[name] for name in trace.gates]
    arguments = [
        *(_of_rule(rule, weights[rule.criterion], supports.of(rule.when)) for rule in rules),
        *(_of_gate(gate, supports.of(gate.when)) for gate in gates),
    ]
    return tuple(sorted(arguments, key=lambda a: (-abs(a.effect), a.rule)))


def _of_rule(rule: Rule, weight: int, support: Support) -> Argument:
    return Argument(
        rule=rule.id,
        form=rule.form,
        direction="for" if rule.for_form else "against",
        points=rule.points,
        criterion=rule.criterion,
        weight=weight,
        segment=rule.segment,
        because=rule.because,
        lift=None,
        answers=support.answers,
        findings=support.findings,
        terms=tuple(sorted(rule.terms)),
        sources=tuple(sorted(rule.sources)),
    )


def _of_gate(gate: Gate, support: Support) -> Argument:
    return Argument(
        rule=gate.id,
        form=gate.form,
        direction="excludes",
        points=0,
        criterion=None,
        weight=0,
        segment=gate.segment,
        because=gate.because,
        lift=gate.lift,
        answers=support.answers,
        findings=support.findings,
        terms=tuple(sorted(gate.terms)),
        sources=tuple(sorted(gate.sources)),
    )


def rank(rulebook: Rulebook, arguments: tuple[Argument, ...]) -> tuple[Standing, ...]:
    """All six forms: by score, excluded ones last; ties in the order of the form cards."""
    scores = {f: sum(a.effect for a in arguments if a.form == f and a.segment is None) for f in rulebook.forms}
    excluded = {a.form for a in arguments if a.direction == "excludes" and a.segment is None}
    order = list(rulebook.forms)
    ranked = sorted(order, key=lambda form: (form in excluded, -scores[form], order.index(form)))
    counted = any(a.segment is None and a.direction != "excludes" for a in arguments)
    headline = ranked[0] if counted and ranked[0] not in excluded else None

    def verdict(form: str) -> Verdict:
        if form in excluded:
            return "excluded"
        if form == headline:
            return "recommended"
        near = headline is not None and scores[form] > 0 and 2 * scores[form] >= scores[headline]
        return "suitable" if near else "doubtful"

    return tuple(
        Standing(form, scores[form], verdict(form), tuple(a for a in arguments if a.form == form)) for form in ranked
    )
