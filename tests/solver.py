"""A third reading of a rulebook, as formulas for the solver z3: what ``advisor check --prove`` is held against.

It starts from the files, as ``tests/interpreter.py`` does, and looks at no combination of answers by
itself: a property holds when z3 finds that its opposite has no model.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property
from itertools import pairwise, permutations
from typing import Any

import z3

from tests.interpreter import Item, When, Written

SECTIONS = ("findings", "derivations", "rules", "gates", "segments", "limits", "cautions", "places", "tasks")
"""All that has conditions."""
Verdict = tuple[str, str, str]
"""Section, id and message, in the words of ``check``."""
NEVER = "can never fire"
NO_WIN = "no interview found in which this form is the headline"
NOT_SHOWN = "no interview found in which it shows: it needs "


class Formulas:
    """When everything holds, as formulas over the answers: per question at most one option is true."""

    def __init__(self, written: Written, **fixed: str) -> None:
        """``fixed``: questions whose answer is not left open."""
        self.written = written
        self._fixed = fixed
        self._known: dict[tuple[str, str], z3.BoolRef] = {}
        self._questions = {question["id"]: question for question in written.questions}

    @cached_property
    def answers(self) -> list[z3.BoolRef]:
        """Each question has one answer at most; with none it is not known."""
        return [z3.AtMost(*(z3.Bool(f"{q}={o}") for o in options), 1) for q, options in self.written.options.items()]

    @cached_property
    def complete(self) -> list[z3.BoolRef]:
        """Every question is answered."""
        return [z3.Or([z3.Bool(f"{q}={o}") for o in options]) for q, options in self.written.options.items()]

    def given(self, question: str, option: str) -> z3.BoolRef:
        """The option is the answer, whether or not the question applies."""
        if question in self._fixed:
            return z3.BoolVal(self._fixed[question] == option)
        return z3.Bool(f"{question}={option}")

    def counts(self, question: str, option: str) -> z3.BoolRef:
        """The option is the answer, and the question applies."""
        applies = self.all_of(self._ask_if(question))
        return self._once(f"{question}=", option, lambda: z3.And(self.given(question, option), applies))

    def _ask_if(self, question: str) -> When:
        needs: When = self._questions[question].get("ask_if", ())
        return needs

    def all_of(self, when: When) -> z3.BoolRef:
        """All conditions hold."""
        return z3.simplify(z3.And([self._condition(*entry) for condition in when for entry in condition.items()]))

    def _condition(self, subject: str, value: Any) -> z3.BoolRef:
        if subject == "finding":
            ways = [when for _, finding, when in self.written.ways if finding == value]
            return self._once("finding", value, lambda: z3.Or([self.all_of(when) for when in ways]))
        return z3.Or([self.counts(subject, option) for option in sorted(self.written.accepted(subject, value))])

    def _once(self, kind: str, name: str, make: Any) -> z3.BoolRef:
        if (kind, name) not in self._known:
            self._known[kind, name] = z3.simplify(make())
        return self._known[kind, name]

    # -- scores -----------------------------------------------------------------------------------

    def excluded(self, form: str) -> z3.BoolRef:
        """A gate keeps the form out of the headline."""
        gates = [g for g in self.written.section("gates") if g["excludes"] == form and g["scope"] != "part"]
        return z3.Or([self.all_of(gate["when"]) for gate in gates])

    def counting(self, form: str) -> Iterator[tuple[Item, z3.BoolRef]]:
        """The rules that count in the score of a form, and when."""
        for rule in self.written.section("rules"):
            if "segment" not in rule and form_of(rule) == form:
                yield rule, self.all_of(rule["when"])

    def score(self, form: str, weights: Mapping[str, Any]) -> z3.ArithRef:
        """The score of a form under a weighting."""
        return z3.Sum([points(rule, weights) * z3.If(holds, 1, 0) for rule, holds in self.counting(form)])

    def headline(self, form: str, goal: str) -> z3.BoolRef:
        """The form is the headline under one answer to the goals."""
        weights = self.written.weights[goal]
        counted = z3.Or([holds for other in self.written.forms for _, holds in self.counting(other)])
        own, before = self.score(form, weights), self.written.forms.index(form)
        beaten = []
        for place, other in enumerate(self.written.forms):
            if other != form:
                its = self.score(other, weights)
                beaten.append(z3.Or(self.excluded(other), own > its if place < before else own >= its))
        return z3.And(self.given("goals", goal), counted, z3.Not(self.excluded(form)), *beaten)


class Solver:
    """Decides the properties of a rulebook that need no search at random."""

    def __init__(self, written: Written) -> None:
        self.written = written
        self.formulas = Formulas(written)
        self._solver = z3.Solver()
        self._solver.add(*self.formulas.answers)

    def possible(self, *formulas: z3.BoolRef) -> bool:
        """Whether some interview, questions left open included, makes all of them true."""
        self._solver.push()
        self._solver.add(*formulas)
        result = self._solver.check()
        self._solver.pop()
        assert result != z3.unknown
        return bool(result == z3.sat)

    def verdicts(self) -> set[Verdict]:
        """What fails of the properties that are decided over every answer."""
        return {*self.never_fire(), *self.always_together(), *self.all_excluded(), *self.not_monotone()}

    def never_fire(self) -> Iterator[Verdict]:
        for section in SECTIONS:
            for item in self.written.section(section):
                if item.get("when") and not self.possible(self.formulas.all_of(item["when"])):
                    yield section, item["id"], NEVER

    def always_together(self) -> Iterator[Verdict]:
        """A rule that never fires without another of the same form, criterion and part of the work."""
        for one, other in permutations(self.written.section("rules"), 2):
            same_side = ("for" in one) == ("for" in other)
            if said_of(one) != said_of(other) or (not same_side and other["id"] in one.get("despite", ())):
                continue
            mine, its = self.formulas.all_of(one["when"]), self.formulas.all_of(other["when"])
            if not self.possible(mine, z3.Not(its)) and self.possible(mine):
                kind = "is swallowed by" if same_side else "always meets its opposite,"
                yield "rules", one["id"], f'{kind} "{other["id"]}", which fires whenever it does'

    def all_excluded(self) -> Iterator[Verdict]:
        if self.possible(*map(self.formulas.excluded, self.written.forms)):
            yield "gates", "", "an interview excludes every form"

    def not_monotone(self) -> Iterator[Verdict]:
        for claim in self.written.section("monotonicities"):
            change = "raises" if claim["never"] == "raises" else "lowers"
            for form in claim["forms"]:
                for low, high in pairwise(self.written.options[claim["question"]]):
                    if self.possible(self._wrong_way(claim, form, low, high)):
                        yield "monotonicities", claim["id"], f'the step from "{low}" to "{high}" {change} {form}'
                        break

    def _wrong_way(self, claim: Item, form: str, low: str, high: str) -> z3.BoolRef:
        """The step raises the score at some weighting, or lifts a gate; the other way round where it may not lower."""
        question = claim["question"]
        steps = (low, high) if claim["never"] == "raises" else (high, low)
        before, after = (Formulas(self.written, **{question: option}) for option in steps)
        sides = before.counting(form), after.counting(form)
        pairs = [(rule, old, new) for (rule, old), (_, new) in zip(*sides, strict=True)]
        changing = [(rule, old, new) for rule, old, new in pairs if not old.eq(new)]  # the others cancel out
        raised = [
            z3.Sum([points(rule, weights) * (z3.If(new, 1, 0) - z3.If(old, 1, 0)) for rule, old, new in changing]) > 0
            for weights in self.written.weights.values()
        ]
        return z3.Or(*raised, z3.And(before.excluded(form), z3.Not(after.excluded(form))))

    # -- what some complete interview shows -----------------------------------------------------------

    def never_seen(self) -> set[Verdict]:
        """Forms that are never the headline, and what never shows because its forms are not when it holds."""
        unseen = {("forms", form, NO_WIN) for form in self.written.forms if not self._shows([form], ())}
        for section in ("cautions", "places", "tasks"):
            for item in self.written.section(section):
                forms = item.get("forms") or [item["form"]]
                if item.get("when") and not self._shows(forms, item["when"]):
                    unseen.add((section, item["id"], NOT_SHOWN + " or ".join(forms)))
        return unseen

    def _shows(self, forms: Iterable[str], when: When) -> bool:
        """Whether in some complete interview one of the forms is the headline, and the conditions hold."""
        holds = [*self.formulas.complete, self.formulas.all_of(when)]
        goals = self.written.options["goals"]
        return any(self.possible(*holds, self._headline(form, goal)) for goal in goals for form in forms)

    @cache  # noqa: B019 - a solver lives as long as its rulebook
    def _headline(self, form: str, goal: str) -> z3.BoolRef:
        return self.formulas.headline(form, goal)


def form_of(rule: Item) -> str:
    return str(rule["for"] if "for" in rule else rule["against"])


def said_of(rule: Item) -> tuple[str, str, str]:
    """Of what form, on which criterion, for which part of the work."""
    return form_of(rule), rule["criterion"], rule.get("segment", "")


def points(rule: Item, weights: Mapping[str, Any]) -> int:
    """What the rule adds to a score."""
    return (1 if "for" in rule else -1) * int(rule["points"]) * int(weights[rule["criterion"]])
