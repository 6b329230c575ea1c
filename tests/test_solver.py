"""An independent solver and ``advisor check --prove`` come to the same verdict, property by property.

On whatever is decided over every answer (can it fire, is a rule swallowed or contradicted, is some
form always left, does every monotonicity hold) the two must say exactly the same. Where the proof
looks for an example among random interviews, the solver knows whether there is one: what it says
does not exist the proof may not have found, and in the shipped rulebook every example is found. Where
the proof says that the answers are too many to look at (two claims of the broken shipped rulebook),
it has no verdict, and the solver's is left out.

Read by both are the shipped rulebook, the shipped rulebook broken in each of these ways, and 150
random rulebooks, broken likewise.
"""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from advisor.explorer.proving import Failure, prove
from advisor.rulebook import locate
from advisor.rulebook.model import FORMS
from advisor.rulebook.rulebook import Rulebook
from advisor.rulebook.yaml12 import read
from tests import knowledge, rulebooks
from tests.interpreter import Item, Written
from tests.solver import NEVER, Solver, Verdict

pytestmark = pytest.mark.slow
EXAMPLES = 150
SEARCHED = "no interview found"
"""How a message begins when an example was looked for among random interviews."""
UNDECIDED = "not proven: "
"""How it begins when the proof says that the answers are too many to look at."""


def verdict(failure: Failure) -> Verdict:
    """A failure without its example; the gate named for shutting every form out is one of several."""
    return failure.section, "" if failure.section == "gates" and failure.witness else failure.id, failure.message


def compare(rulebook: Rulebook, written: Written) -> tuple[set[Verdict], set[Verdict]]:
    """What both say fails, and what only the search at random did not find."""
    solver = Solver(written)
    said = {verdict(failure) for failure in prove(rulebook).failures if failure.section != "questions"}
    undecided = {each[:2] for each in said if each[2].startswith(UNDECIDED)}
    searched = {each for each in said if each[2].startswith(SEARCHED)}
    decided = {each for each in said - searched if each[:2] not in undecided}
    assert decided == {each for each in solver.verdicts() if each[:2] not in undecided}
    unseen = {each for each in solver.never_seen() if (*each[:2], NEVER) not in said}
    assert unseen <= searched
    return decided | unseen, searched - unseen


def broken(files: rulebooks.Files, file: str, conditions: list[Item], every: int = 1) -> rulebooks.Files:
    """The rulebook with rules that swallow and contradict others, dead ends, and every form shut out."""
    written, wide, narrow = Written(files), conditions[0], conditions[1]
    rules = written.section("rules")[::every]
    more: dict[str, list[Any]] = {
        "rules": [dict(rule) | {"id": f"{rule['id']}_narrowed", "when": [*rule["when"], narrow]} for rule in rules]
        + [opposite(rule, f"{rule['id']}_against", [*rule["when"], wide], n) for n, rule in enumerate(rules)],
        "gates": [
            rulebooks.gate(f"shut_{form}", [conditions[n % len(conditions)]], form) for n, form in enumerate(FORMS)
        ],
        "cautions": [rulebooks.caution("narrowed", conditions, [FORMS[0]])],
    }
    content = files[file]
    for section, items in more.items():
        content[section] = [*content.get(section, []), *items]
    return files


def opposite(rule: Item, name: str, when: list[Any], number: int) -> Item:
    """A rule that says the contrary under more conditions; every other one says that it means to."""
    here, there = ("for", "against") if "for" in rule else ("against", "for")
    rest = {key: value for key, value in rule.items() if key not in (here, "despite")}
    return rest | {"id": name, there: rule[here], "when": when} | ({"despite": [rule["id"]]} if number % 2 else {})


@st.composite
def any_knowledge(draw: st.DrawFn) -> rulebooks.Files:
    """A random rulebook with claims on its ordered questions, broken or as it comes."""
    files = draw(rulebooks.files())
    logic = files["rules/logic.yaml"]
    questions = Written(files).questions
    logic["monotonicities"] = [
        {
            "id": f"claim_{question['id']}",
            "question": question["id"],
            "forms": draw(st.lists(st.sampled_from(FORMS), min_size=1, max_size=3, unique=True)),
            "never": draw(st.sampled_from(["raises", "lowers"])),
            "because": knowledge.text("claim"),
        }
        for question in questions
        if question.get("ordered")
    ]
    if logic["rules"] and draw(st.booleans()):
        conditions = [condition for rule in logic["rules"] for condition in rule["when"]]
        chosen = draw(st.lists(st.sampled_from(conditions), min_size=2, max_size=3))
        files = broken(files, "rules/logic.yaml", chosen, draw(st.integers(3, 6)))
    return files


def shipped_files() -> rulebooks.Files:
    directory = locate.shipped()
    paths = [path for folder in ("rules", "glossary") for path in sorted((directory / folder).glob("*.yaml"))]
    return {path.relative_to(directory).as_posix(): read(path.read_bytes(), path.name).data for path in paths}


def test_the_solver_proves_the_shipped_rulebook_and_every_example_exists() -> None:
    assert compare(rulebooks.shipped(), Written.in_directory(locate.shipped())) == (set(), set())


def test_the_solver_finds_the_same_faults_in_the_shipped_rulebook_when_it_is_broken() -> None:
    files = shipped_files()
    for claim in files["rules/monotonicities.yaml"]["monotonicities"]:
        claim["never"] = {"raises": "lowers", "lowers": "raises"}[claim["never"]]
    conditions = [{"displacement": "all_may_move"}, {"current_model": "mixed"}]
    broken(files, "rules/gates.yaml", conditions, every=12)
    faults, not_found = compare(rulebooks.loaded(files), Written(files))
    assert not not_found
    assert {section for section, _, _ in faults} >= {"rules", "gates", "monotonicities"}
    assert len(faults) > 50


def test_the_solver_finds_the_same_faults_in_150_random_rulebooks() -> None:
    kinds: set[str] = set()

    @settings(
        max_examples=EXAMPLES, deadline=None, derandomize=True, database=None, suppress_health_check=[*HealthCheck]
    )
    @given(any_knowledge())
    def same(files: rulebooks.Files) -> None:
        faults, not_found = compare(rulebooks.loaded(files), Written(files))
        assert not not_found
        kinds.update(" ".join(message.split()[:3]) for _, _, message in faults)

    same()
    # Every kind of failure was there to be agreed upon.
    assert kinds == {
        "can never fire",
        "is swallowed by",
        "always meets its",
        "the step from",
        "an interview excludes",
        "no interview found",
    }
