"""The shipped rulebook grown (or shrunk) to any size, in the same shape.

Every item of the new rulebook is modelled on a shipped one: as many conditions, of the same kinds,
on other questions and findings. The interview, the forms and the parts of the work stay as they are.
"""

from __future__ import annotations

import random
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace as altered

from advisor.rulebook.condition import Condition
from advisor.rulebook.model import UNKNOWN
from advisor.rulebook.rulebook import GOALS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from advisor.rulebook.rulebook import Rulebook

FIRING = ("findings", "derivations", "rules", "gates", "segments", "limits", "cautions", "places", "tasks")
"""What can fire."""
FIXED = ("segments", "limits")
"""There are as many of these as ever; their conditions are drawn anew."""


def size(rulebook: Rulebook) -> int:
    """How many rules the engine gets: everything in the rulebook that can fire."""
    return sum(len(getattr(rulebook, section)) for section in FIRING)


def grown(shipped: Rulebook, rules: int, seed: int) -> Rulebook:
    """A rulebook in the shape of ``shipped`` with about ``rules`` rules."""
    return _Grower(shipped, rules, seed).rulebook()


def interview(rulebook: Rulebook, chance: random.Random) -> dict[str, str]:
    """Answers that count: one question in ten without an answer, the other options equally often."""
    given = {q.id: chance.choice(q.options).id for q in rulebook.questions.values() if chance.random() >= 0.1}
    return rulebook.split(given)[0]


class _Grower:
    def __init__(self, shipped: Rulebook, rules: int, seed: int) -> None:
        self.shipped = shipped
        self.factor = rules / size(shipped)
        self.chance = random.Random(seed)
        self.questions = [q for q in shipped.questions.values() if q.id != GOALS]
        self.findings: dict[str, Any] = {}

    def rulebook(self) -> Rulebook:
        for name, model in self.models("findings"):  # a finding may build on those before it, so never in a circle
            self.findings[name] = altered(model, id=name, when=self.conditions(model.when))
        sections: dict[str, Mapping[str, Any]] = {"findings": self.findings}
        names = list(self.findings)
        sections["derivations"] = {}
        for name, model in self.models("derivations"):
            self.findings = dict(list(sections["findings"].items())[: self.chance.randrange(1, len(names))])
            target = names[len(self.findings)]
            sections["derivations"][name] = altered(model, id=name, finding=target, when=self.conditions(model.when))
        self.findings = dict(sections["findings"])
        for section in FIRING[2:]:
            fresh = {"despite": ()} if section == "rules" else {}
            sections[section] = {
                name: altered(model, id=name, when=self.conditions(model.when), **fresh)
                for name, model in self.models(section)
            }
        return replace(self.shipped, monotonicities={}, **sections)

    def models(self, section: str) -> list[tuple[str, Any]]:
        """The ids of the new items of a section, and the shipped item each is modelled on."""
        shipped = list(getattr(self.shipped, section).values())
        if section in FIXED:
            return [(item.id, item) for item in shipped]
        count = max(2, round(len(shipped) * self.factor))
        self.chance.shuffle(shipped)
        return [(f"{section}_{place}", shipped[place % len(shipped)]) for place in range(count)]

    def conditions(self, when: Sequence[Condition]) -> tuple[Condition, ...]:
        """Conditions of the same kinds, each on another question or finding."""
        about: set[str] = set()
        return tuple(self.condition(condition, about) for condition in when)

    def condition(self, model: Condition, about: set[str]) -> Condition:
        if model.operator == "finding" and (free := [name for name in self.findings if name not in about]):
            finding = self.chance.choice(free)
            about.add(finding)
            return Condition(finding, "finding", ())
        bounded = model.operator in ("at_least", "at_most")
        fitting = [q for q in self.questions if q.id not in about and (q.ordered or not bounded)]
        question = self.chance.choice(fitting)
        about.add(question.id)
        options = [option.id for option in question.options if option.id != UNKNOWN]
        if bounded:  # a bound that every answer meets would be no condition
            options = options[1:] if model.operator == "at_least" else options[:-1]
        several = min(max(1, len(model.values)), len(options) - 1) if not bounded else 1
        operator = "is" if model.operator == "finding" else model.operator
        return Condition(question.id, operator, tuple(self.chance.sample(options, several)))
