"""A second, simple reading of a rulebook, straight from its files: what the engine and the explorer are held against.

It shares no code with either, nor with the loader: only the words of the rule language.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

Item = Mapping[str, Any]
When = Iterable[Mapping[str, Any]]

FIRST_RUN = ("rules", "gates", "segments", "limits")
"""What fires on the answers alone, besides the ways to findings."""
SECOND_RUN = ("cautions", "places", "tasks")
"""What also waits for a form in the advice."""
WHOLE = "whole"
"""Where something counts that is said of no part of the work in particular: in the headline."""
PARTS = ("complex", "languages", "out_of_hours", "peak", "simple")
"""The parts of the work beside the core, in order of precedence."""


class Written:
    """What the files say: every section with all its items, and the questions in the order of the interview."""

    def __init__(self, files: Mapping[str, Item]) -> None:
        self._files = [content for name, content in files.items() if name.startswith("rules/")]
        [topics] = [content["topics"] for content in self._files if "topics" in content]
        chapters = sorted((f for f in self._files if "questions" in f), key=lambda f: topics.index(f["topic"]))
        self.questions: list[Item] = [question for chapter in chapters for question in chapter["questions"]]
        self.options = {q["id"]: [option["id"] for option in q["options"]] for q in self.questions}
        self.forms = [form["id"] for form in self.section("forms")]
        self.weights = {goal["option"]: goal["weights"] for goal in self.section("goals")}
        self.ways = [(f["id"], f["id"], f["when"]) for f in self.section("findings") if "when" in f]
        self.ways += [(d["id"], d["finding"], d["when"]) for d in self.section("derivations")]

    @classmethod
    def in_directory(cls, directory: Path) -> Written:
        """The files as they are on disk; every value a string, so that no date or number is read into them."""
        loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
        paths = sorted(directory.glob("rules/*.yaml"))
        return cls({f"rules/{path.name}": yaml.load(path.read_bytes(), loader) for path in paths})

    def section(self, name: str) -> list[Item]:
        """All items of a section, whichever file they are in."""
        return [item for content in self._files for item in content.get(name, ())]

    def accepted(self, question: str, value: Any) -> set[str]:
        """The options that satisfy a condition on a question."""
        order = self.options[question]
        if not isinstance(value, dict):
            return {value} if isinstance(value, str) else set(value)
        [(operator, limit)] = value.items()
        if operator == "not":
            return set(order) - set(limit)
        at = order.index(limit)
        return set(order[at:]) if operator == "at_least" else set(order[: at + 1])


@dataclass(frozen=True)
class Outcome:
    """All that follows from one interview, as plain as it gets; ids sorted."""

    fired: dict[str, list[str]]
    """Section → what fired, ``ways`` to findings among them."""
    scores: dict[str, int]
    excluded: set[str]
    headline: str | None
    mix: list[tuple[str, str, int, int]] | None
    """Segment, form, score there and gain; None when a reading knows no mix."""

    @property
    def chosen(self) -> set[str]:
        """The forms in the advice."""
        headline = {self.headline} if self.headline else set()
        return headline | {form for _, form, _, _ in self.mix or ()}


class Interpreter:
    """The rule language, the scores and the mix, one interview at a time."""

    def __init__(self, written: Written) -> None:
        self.written = written
        self._accepted: dict[tuple[str, str], set[str]] = {}
        self._named: dict[str, dict[str, Item]] = {
            name: {item["id"]: item for item in written.section(name) if "when" in item or name != "segments"}
            for name in (*FIRST_RUN, *SECOND_RUN)
        }

    def meets(self, when: When, answers: Mapping[str, str], found: set[str]) -> bool:
        """Whether all conditions hold; no answer, and ``unknown``, satisfy none."""
        return all(
            value in found if subject == "finding" else answers.get(subject) in self.accepted(subject, value)
            for condition in when
            for subject, value in condition.items()
        )

    def accepted(self, question: str, value: Any) -> set[str]:
        """What satisfies a condition, worked out once."""
        key = question, str(value)
        if key not in self._accepted:
            self._accepted[key] = self.written.accepted(question, value)
        return self._accepted[key]

    def counting(self, given: Mapping[str, str]) -> dict[str, str]:
        """The answers to questions that apply, read in the order of the interview."""
        counted: dict[str, str] = {}
        for question in self.written.questions:
            if self.meets(question.get("ask_if", ()), counted, set()) and question["id"] in given:
                counted[question["id"]] = given[question["id"]]
        return counted

    def ways(self, answers: Mapping[str, str]) -> tuple[set[str], set[str]]:
        """The ways that fired and the findings that hold, until nothing new follows."""
        ways, found = set[str](), set[str]()
        while new := {way for way, _, when in self.written.ways if self.meets(when, answers, found)} - ways:
            ways |= new
            found |= {finding for way, finding, _ in self.written.ways if way in new}
        return ways, found

    def of(self, given: Mapping[str, str], chosen: Iterable[str] = ()) -> Outcome:
        """What one interview leads to; ``chosen`` are forms taken to be in the advice besides."""
        answers = self.counting(given)
        ways, found = self.ways(answers)

        def holding(section: str) -> list[str]:
            items = self._named[section].items()
            return sorted(name for name, item in items if self.meets(item.get("when", ()), answers, found))

        fired = {"ways": sorted(ways)} | {section: holding(section) for section in FIRST_RUN}
        effects, shut = self._effects(fired["rules"], answers), self._shut(fired["gates"])
        scores = {form: effects[form, WHOLE] for form in self.written.forms}
        excluded = {form for form in scores if (form, WHOLE) in shut}
        left = [form for form in scores if form not in excluded]
        counted = any("segment" not in self._named["rules"][name] for name in fired["rules"])
        headline = max(left, key=lambda form: scores[form]) if left and counted else None
        most = min([3, *(int(self._named["limits"][name]["most_forms"]) for name in fired["limits"])])
        ranking = sorted(scores, key=lambda form: (form in excluded, -scores[form]))
        mix = _mix(headline, ranking, fired["segments"], effects, shut, most) if headline else []
        outcome = Outcome(fired, scores, excluded, headline, mix)
        # These wait for the forms in the advice, the mix included.
        for section in SECOND_RUN:
            fired[section] = self.belonging(section, holding(section), outcome.chosen | {*chosen})
        return outcome

    def belonging(self, section: str, names: Iterable[str], chosen: set[str]) -> list[str]:
        """Those that belong to a form in the advice."""
        items = self._named[section]
        return [name for name in names if chosen & set(items[name].get("forms", [items[name].get("form")]))]

    def _effects(self, rules: Iterable[str], answers: Mapping[str, str]) -> Counter[tuple[str, str]]:
        """Form and part of the work (or the whole) → what the rules that fired add up to there."""
        weights = self.written.weights[answers.get("goals", "unknown")]
        effects: Counter[tuple[str, str]] = Counter()
        for rule in (self._named["rules"][name] for name in rules):
            sign, form = (1, rule["for"]) if "for" in rule else (-1, rule["against"])
            effects[form, rule.get("segment", WHOLE)] += sign * int(rule["points"]) * int(weights[rule["criterion"]])
        return effects

    def _shut(self, gates: Iterable[str]) -> set[tuple[str, str]]:
        """Form and part of the work (or the whole) that the gates which fired keep it out of."""
        return {
            (gate["excludes"], part)
            for gate in (self._named["gates"][name] for name in gates)
            for part in {"everywhere": (WHOLE, "core", *PARTS), "main": (WHOLE, "core")}.get(
                gate["scope"], (gate.get("segment"),)
            )
        }


def _mix(
    headline: str,
    ranking: Iterable[str],
    exists: Iterable[str],
    effects: Counter[tuple[str, str]],
    shut: set[tuple[str, str]],
    most: int,
) -> list[tuple[str, str, int, int]]:
    """Start from the headline; a part departs where another form that may have it scores higher there."""

    def usual(part: str) -> str:
        shell = headline == "temp_agency" and part != "peak" and ("insourcing", part) not in shut
        return "insourcing" if shell else headline

    def score(form: str, part: str) -> int:
        return effects[form, WHOLE] + effects[form, part]

    core = usual("core")
    apart: list[tuple[str, str, int, int]] = []
    for part in PARTS:
        if part in exists or (part == "peak" and headline == "temp_agency"):
            allowed = [form for form in (usual(part), *ranking) if (form, part) not in shut] or [usual(part)]
            if part == "peak" and allowed[0] == "temp_agency":  # the headline itself is about the peaks
                allowed = allowed[:1]
            # An own team under a flexible shell gives a part up for what is said of that part alone.
            alone = usual(part) != headline
            worth = {form: effects[form, part] if alone else score(form, part) for form in allowed}
            best = max(allowed, key=worth.__getitem__)
            gain = worth[best] - (effects[usual(part), part] if alone else score(usual(part), part))
            apart += [(part, best, score(best, part), max(gain, 0))] if best != core else []
    most = max(most, len({core, headline}))
    while len(others := {form for _, form, _, _ in apart}) + 1 > most:
        forced = {form for part, form, _, _ in apart if (core, part) in shut}
        gains = {other: sum(gain for _, form, _, gain in apart if form == other) for other in others}
        least = min(others, key=lambda form: (form == headline, form in forced, gains[form], form))
        apart = [entry for entry in apart if entry[1] != least]
    return [("core", core, score(core, "core"), 0), *apart]
