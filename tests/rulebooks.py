"""Random rulebooks and random interviews, for tests that must hold for any knowledge."""

from __future__ import annotations

import copy
import random
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from advisor.rulebook import locate
from advisor.rulebook.loading import load
from advisor.rulebook.model import CRITERIA, FORMS, SEGMENTS, UNKNOWN
from advisor.rulebook.rulebook import CURRENT_MODEL, GOALS, Rulebook
from tests import knowledge

Files = dict[str, dict[str, Any]]
"""File name → content, as plain data."""

OPTIONS = ("a", "b", "c", "d")


def loaded(files: Files) -> Rulebook:
    """The rulebook these files make, by the one real loader."""
    with tempfile.TemporaryDirectory() as directory:
        return load(knowledge.write(Path(directory), files))


@cache
def shipped() -> Rulebook:
    """The rulebook we ship, loaded once for all tests."""
    return load(locate.shipped())


def random_answers(rulebook: Rulebook, seed: int, unknown: float = 0.1, missing: float = 0.1) -> dict[str, str]:
    """An interview for a seed, where hypothesis would be too slow: an answer, ``unknown`` or none per question."""
    chance = random.Random(seed)
    given: dict[str, str] = {}
    for question in rulebook.questions.values():
        draw, option = chance.random(), chance.choice(question.options).id
        if draw >= missing:
            given[question.id] = UNKNOWN if draw < missing + unknown else option
    return given


@st.composite
def files(draw: st.DrawFn, most_rules: int = 25) -> Files:
    """The files of a valid rulebook: two topics with questions, and one file with all that fires."""
    content = copy.deepcopy(knowledge.frame())
    content["rules/rulebook.yaml"]["topics"] = ["first", "second"]
    del content["rules/basics.yaml"]
    questions = _questions(draw)
    half = draw(st.integers(1, len(questions)))
    content["rules/first.yaml"] = {
        "topic": "first",
        "title": knowledge.text("first"),
        "questions": [knowledge.question(GOALS, knowledge.GOALS, influence="choice"), *questions[:half]],
    }
    content["rules/second.yaml"] = {
        "topic": "second",
        "title": knowledge.text("second"),
        "questions": [*questions[half:], knowledge.question(CURRENT_MODEL, [*FORMS, "mixed", "none"])],
    }
    for goal in content["rules/forms.yaml"]["goals"]:
        goal["weights"] = {criterion: draw(st.integers(1, 3)) for criterion in CRITERIA}
    content["rules/logic.yaml"] = logic = _logic(draw, questions, most_rules)
    for segment in content["rules/forms.yaml"]["segments"]:
        if segment["id"] != "core" and draw(st.booleans()):
            segment["when"] = _when(draw, questions, logic["findings"])
    return content


@st.composite
def rulebooks(draw: st.DrawFn, most_rules: int = 25) -> Rulebook:
    """A valid rulebook, loaded."""
    return loaded(draw(files(most_rules)))


@st.composite
def inquisitive(draw: st.DrawFn) -> Rulebook:
    """A rulebook that needs every question: each answer to each of them counts for something."""
    content = draw(files(most_rules=0))
    questions = [q for name in ("first", "second") for q in content[f"rules/{name}.yaml"]["questions"]]
    content["rules/logic.yaml"]["rules"] = [
        knowledge.rule(f"r_{q['id']}", [{q["id"]: [option["id"] for option in q["options"]]}], "for", "insourcing")
        for q in questions
        if q["id"] != GOALS
    ]
    return loaded(content)


@st.composite
def interviews(draw: st.DrawFn, rulebook: Rulebook) -> dict[str, str]:
    """Answers to some of the questions: options, ``unknown``, or nothing; also where a question does not apply."""
    given: dict[str, str] = {}
    for question in rulebook.questions.values():
        options = [option.id for option in question.options]
        answer = draw(st.sampled_from([*options, *options, UNKNOWN, None]))
        if answer is not None:
            given[question.id] = answer
    return given


def _questions(draw: st.DrawFn) -> list[dict[str, Any]]:
    questions: list[dict[str, Any]] = []
    for number in range(draw(st.integers(4, 8))):
        more: dict[str, Any] = {"ordered": draw(st.booleans())}
        if questions and draw(st.integers(0, 3)) == 0:
            subjects = draw(st.lists(st.sampled_from(questions), min_size=1, max_size=2, unique_by=lambda q: q["id"]))
            more["ask_if"] = [_about(draw, subject) for subject in subjects]
        count = draw(st.integers(2, len(OPTIONS)))
        questions.append(knowledge.question(f"q{number}", list(OPTIONS[:count]), **more))
    return questions


def _logic(draw: st.DrawFn, questions: list[dict[str, Any]], most_rules: int) -> dict[str, Any]:
    """Findings that build on earlier ones, their other derivations, rules, gates and cautions."""
    findings: list[dict[str, Any]] = []
    derivations: list[dict[str, Any]] = []
    for number in range(draw(st.integers(0, 8))):
        name = f"f{number}"
        ways = [_when(draw, questions, findings) for _ in range(draw(st.sampled_from([1, 1, 2, 3])))]
        finding: dict[str, Any] = {"id": name, "text": knowledge.text(name)}
        if draw(st.booleans()):
            finding["when"] = ways.pop()
        derivations += [{"id": f"{name}_way{n}", "finding": name, "when": when} for n, when in enumerate(ways)]
        findings.append(finding)
    rules = []
    for number in range(draw(st.integers(min(5, most_rules), most_rules))):
        rules.append(
            knowledge.rule(
                f"r{number}",
                _when(draw, questions, findings),
                draw(st.sampled_from(["for", "against"])),
                draw(st.sampled_from(FORMS)),
                draw(st.integers(1, 3)),
                criterion=draw(st.sampled_from(CRITERIA)),
                **draw(st.sampled_from([{}, {}, {}, *({"segment": segment} for segment in SEGMENTS)])),
            )
        )
    gates = [
        gate(
            f"g{number}",
            _when(draw, questions, findings),
            draw(st.sampled_from(FORMS)),
            **draw(
                st.sampled_from(
                    [
                        {"scope": "everywhere"},
                        {"scope": "main"},
                        *({"scope": "part", "segment": segment} for segment in SEGMENTS),
                    ]
                )
            ),
        )
        for number in range(draw(st.integers(0, 4)))
    ]
    limits = [
        {
            "id": f"l{number}",
            "when": _when(draw, questions, findings),
            "most_forms": draw(st.integers(1, 3)),
            "because": knowledge.text(f"because l{number}"),
        }
        for number in range(draw(st.integers(0, 2)))
    ]
    cautions = [
        caution(
            f"c{number}",
            _when(draw, questions, findings, weighing=True),
            draw(st.lists(st.sampled_from(FORMS), min_size=1, max_size=4, unique=True)),
            draw(st.integers(1, 3)),
        )
        for number in range(draw(st.integers(0, 4)))
    ]
    return {
        "findings": findings,
        "derivations": derivations,
        "rules": rules,
        "gates": gates,
        "limits": limits,
        "cautions": cautions,
    }


def gate(name: str, when: list[dict[str, Any]], form: str, **more: Any) -> dict[str, Any]:
    """A gate with the required keys filled in; it shuts the form out everywhere unless told otherwise."""
    return {
        "id": name,
        "when": when,
        "excludes": form,
        "scope": "everywhere",
        "because": knowledge.text(f"because {name}"),
        "lift": knowledge.text(f"lift {name}"),
        "sources": ["seed"],
        **more,
    }


def caution(name: str, when: list[dict[str, Any]], forms: list[str], severity: int = 2) -> dict[str, Any]:
    """A caution with the required keys filled in."""
    return {
        "id": name,
        "when": when,
        "forms": forms,
        "kind": "people",
        "severity": severity,
        "demand": knowledge.text(f"demand {name}"),
        "do": knowledge.text(f"do {name}"),
        "as_of": "2026-01-01",
        "sources": ["seed"],
    }


def _when(
    draw: st.DrawFn, questions: list[dict[str, Any]], findings: list[dict[str, Any]], weighing: bool = False
) -> list[dict[str, Any]]:
    """One to three conditions; ``weighing``: they may look at the goals, as cautions may."""
    conditions: list[dict[str, Any]] = []
    for _ in range(draw(st.sampled_from([1, 1, 2, 2, 3]))):
        if findings and draw(st.integers(0, 2)) == 0:
            conditions.append({"finding": draw(st.sampled_from(findings))["id"]})
        elif weighing and draw(st.integers(0, 3)) == 0:
            conditions.append({GOALS: draw(st.sampled_from(knowledge.GOALS))})
        else:
            conditions.append(_about(draw, draw(st.sampled_from(questions))))
    return conditions


def _about(draw: st.DrawFn, question: dict[str, Any]) -> dict[str, Any]:
    """A condition on one question, by any of the operators that question allows."""
    options = [option["id"] for option in question["options"]]
    kinds = ["is", "any", "not", *(["at_least", "at_most"] if question["ordered"] else [])]
    kind = draw(st.sampled_from(kinds))
    value: Any = draw(st.sampled_from(options))
    if kind == "any":
        value = draw(st.lists(st.sampled_from(options), min_size=1, max_size=len(options), unique=True))
    elif kind == "not":
        value = {"not": draw(st.lists(st.sampled_from(options), min_size=1, max_size=len(options) - 1, unique=True))}
    elif kind != "is":
        value = {kind: value}
    return {question["id"]: value}
