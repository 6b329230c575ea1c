"""Every mistake an author can make is named with its file, line and column, all in one run."""

from __future__ import annotations

import copy
import random
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from advisor.errors import FaultsError
from advisor.rulebook.loading import examine, load
from advisor.rulebook.model import FORMS
from tests import knowledge

if TYPE_CHECKING:
    from collections.abc import Sequence

    from advisor.errors import Fault
    from advisor.rulebook.rulebook import Rulebook

EXTRA = """\
topic: extra
title: {nl: a, en: b}
questions:
  - id: shifts
    ordered: true
    influence: given
    label: {nl: a, en: b}
    text: {nl: a, en: b}
    why: {nl: a, en: b}
    who_knows: manager
    how_to_find_out: {nl: a, en: b}
    ask_if:
      - size: [medium, large]
    terms: [team]
    options:
      - id: few
        text: {nl: a, en: b}
      - id: many
        text: {nl: a, en: b}
findings:
  - id: spread
    text: {nl: a, en: b}
    when:
      - shifts: many
  - id: thin
    text: {nl: a, en: b}
derivations:
  - id: thin_when_large
    finding: thin
    when:
      - size: {at_least: large}
rules:
  - id: some_rule
    when:
      - finding: spread
      - size: {not: [small]}
    for: outsourcing
    points: 2
    criterion: cost
    segment: peak
    because: {nl: a, en: b}
    despite: [small_is_own]
    terms: [team]
    sources: [seed]
gates:
  - id: some_gate
    when:
      - shifts: few
    excludes: nearshoring
    scope: main
    because: {nl: a, en: b}
    lift: {nl: a, en: b}
    sources: ["domain:C1"]
cautions:
  - id: some_caution
    when:
      - goals: balanced
    forms: [outsourcing]
    kind: law
    severity: 3
    demand: {nl: a, en: b}
    do: {nl: a, en: b}
    as_of: 2026-01-01
    sources: [seed]
sources:
  - id: domain:C1
    title: {nl: a, en: b}
    date: "2026"
    certainty: low
    claims: {outsourcing: for}
    left_out: {nearshoring: {nl: a, en: b}}
terms:
  - id: shift
    name: {nl: a, en: b}
    definition: {nl: a, en: b}
    why: {nl: a, en: b}
    see_also: [team]
    sources: [seed]
roles:
  - id: planner
    name: {nl: a, en: b}
"""
"""A file that adds something to every section of the small rulebook."""

WHEN = "    when:\n      - finding: spread\n      - size: {not: [small]}\n"
"""The conditions of ``some_rule``."""

HERE = "▮"
"""Marks, in an edit, the place a fault must name."""

CONDITION = "write an option, [options], {not: [options]}, {at_least: option} or {at_most: option}"


def files(**changed: Any) -> dict[str, Any]:
    """The files of the small rulebook and the extra one."""
    result: dict[str, Any] = copy.deepcopy(knowledge.frame())
    result["rules/rulebook.yaml"]["topics"].append("extra")
    return result | {"rules/x.yaml": EXTRA} | {f"rules/{name}.yaml": content for name, content in changed.items()}


def faults(directory: Path, content: dict[str, Any]) -> list[str]:
    return [str(fault) for fault in examine(knowledge.write(directory, content)).faults]


def edited(*edits: tuple[str, str]) -> str:
    """The extra file with each first text replaced by the second."""
    text = EXTRA
    for old, new in edits:
        assert old in text, old
        text = text.replace(old, new, 1)
    return text


def place_of_mark(text: str) -> tuple[str, str]:
    """``text`` without its mark, and ``line:column`` of the mark."""
    before, found, after = text.partition(HERE)
    assert found
    return before + after, f"{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"


def test_the_rulebook_these_tests_break_is_sound(tmp_path: Path) -> None:
    rulebook = load(knowledge.write(tmp_path, files()))
    assert list(rulebook.questions) == ["goals", "current_model", "size", "night", "shifts"]
    assert rulebook.topic_of["shifts"] == "extra"


SHAPE = {
    "unknown key": (
        ("    points: 2\n", "    points: 2\n    ▮pionts: 3\n"),
        'unknown key "pionts", did you mean "points"?',
    ),
    "unknown key deeper": (
        ("        text: {nl: a, en: b}\n", "        text: {nl: a, en: b}\n        ▮aslo: {nl: [x]}\n"),
        'unknown key "aslo", did you mean "also"?',
    ),
    "unknown key far from any": (("    points: 2\n", "    points: 2\n    ▮zzz: 3\n"), 'unknown key "zzz"'),
    "unknown language": (("label: {nl: a, en: b", "label: {nl: a, en: b, ▮fr: c"), 'unknown key "fr"'),
    "unknown section": (("gates:", "▮gate:"), 'unknown key "gate", did you mean "gates"?'),
    "missing key": (
        ("- id: shifts\n    ordered: true\n    influence: given\n", "- ▮id: shifts\n"),
        'missing key "influence"',
    ),
    "missing id": (("- id: some_rule\n    when", "- ▮when"), 'missing key "id"'),
    "missing Dutch": (("label: {nl: a, en: b}", "label: ▮{en: b}"), 'missing key "nl"'),
    "missing English": (("label: {nl: a, en: b}", "label: ▮{nl: a}"), 'missing key "en"'),
    "empty text": (("label: {nl: a, en: b}", "label: {nl: a, en: ▮''}"), "the text is empty"),
    "text of blanks": (("label: {nl: a, en: b}", "label: {nl: ▮'  ', en: b}"), "the text is empty"),
    "text left out": (("label: {nl: a, en: b}", "label: {nl: a, en: ▮}"), "expected str, got null"),
    "text that is a number": (("label: {nl: a, en: b}", "label: {nl: ▮12, en: b}"), "expected str, got int"),
    "one text for both languages": (("label: {nl: a, en: b}", "label: ▮a"), "expected keys with values, got str"),
    "wrong type": (("ordered: true", "ordered: ▮yes"), "expected bool, got str"),
    "number in quotes": (("points: 2", "points: ▮'2'"), "expected int, got str"),
    "broken number": (("points: 2", "points: ▮1.5"), "expected int, got float"),
    "too many points": (("points: 2", "points: ▮4"), "the number must be <= 3"),
    "too few points": (("points: 2", "points: ▮0"), "the number must be >= 1"),
    "too severe": (("severity: 3", "severity: ▮4"), "the number must be <= 3"),
    "neither for nor against": (
        ("- id: some_rule\n" + WHEN + "    for: outsourcing\n", "- ▮id: some_rule\n" + WHEN),
        'needs either "for" or "against"',
    ),
    "both for and against": (
        ("- id: some_rule\n" + WHEN, "- ▮id: some_rule\n    against: insourcing\n" + WHEN),
        'needs either "for" or "against"',
    ),
    "no condition": ((WHEN, "    when: ▮[]\n"), "needs at least 1 item(s)"),
    "condition that is no list": ((WHEN, "    when: ▮small\n"), "expected a list, got str"),
    "two questions in one condition": (
        (WHEN, "    when:\n      - ▮size: small\n        night: busy\n"),
        "a condition is one key: a question, or finding",
    ),
    "condition that is a word": (
        (WHEN, "    when:\n      - ▮size\n"),
        "a condition is one key: a question, or finding",
    ),
    "unknown operator": ((WHEN, "    when:\n      - ▮size: {over: small}\n"), CONDITION),
    "not without a list": ((WHEN, "    when:\n      - ▮size: {not: small}\n"), CONDITION),
    "empty list of options": ((WHEN, "    when:\n      - ▮size: []\n"), CONDITION),
    "option that is a number": ((WHEN, "    when:\n      - ▮size: 3\n"), CONDITION),
    "one option": (
        ("      - id: few\n        text: {nl: a, en: b}\n      - id: many", "      ▮- id: many"),
        "needs at least 2 item(s)",
    ),
    "capitals in an id": (
        ("id: some_rule", "id: ▮Some-rule"),
        "not a valid id here: lower case letters, digits and _ only",
    ),
    "long id": (("id: some_rule", "id: ▮" + 61 * "x"), "longer than 60 characters"),
    "id that YAML reads as a truth value": (("id: some_rule", "id: ▮true"), "expected str, got bool"),
    "unknown influence": (("influence: given", "influence: ▮givn"), 'unknown value "givn", did you mean "given"?'),
    "unknown kind": (("kind: law", "kind: ▮laws"), 'unknown value "laws", did you mean "law"?'),
    "unknown criterion": (("criterion: cost", "criterion: ▮costs"), 'unknown value "costs", did you mean "cost"?'),
    "date in words": (("as_of: 2026-01-01", "as_of: ▮1 january"), "not a date like 2026-01-31"),
    "day that does not exist": (("as_of: 2026-01-01", "as_of: ▮2026-02-30"), "not a date like 2026-01-31"),
    "item that is a word": (
        ("  - id: some_gate", "  - ▮word\n  - id: some_gate"),
        "expected keys with values, got str",
    ),
    "section that is a mapping": (
        ("roles:\n  - id: planner\n    ", "roles:\n  ▮id: planner\n  "),
        '"roles" must be a list',
    ),
    "section that is empty": (("roles:\n", "limits:▮\nroles:\n"), '"limits" must be a list'),
    "doubled key": (("    points: 2\n", "    points: 2\n    ▮points: 3\n"), '"points" is there twice'),
    "missing title": (("topic: extra\ntitle: {nl: a, en: b}\n", "▮topic: extra\n"), 'missing key "title"'),
    "title in one language": (("title: {nl: a, en: b}", "title: ▮{nl: a}"), 'missing key "en"'),
}

REFERENCES = {
    "question": (
        ("- size: {not: [small]}", "- ▮sise: {not: [small]}"),
        'unknown question "sise", did you mean "size"?',
    ),
    "question in ask_if": (("- size: [medium", "- ▮sise: [medium"), 'unknown question "sise", did you mean "size"?'),
    "question far from any": (("- size: {not: [small]}", "- ▮xyz: small"), 'unknown question "xyz"'),
    "option": (("- shifts: many", "- shifts: ▮mani"), 'unknown option "mani" of "shifts", did you mean "many"?'),
    "option in a list": (
        ("[medium, large]", "[medium, ▮larg]"),
        'unknown option "larg" of "size", did you mean "large"?',
    ),
    "option after not": (
        ("{not: [small]}", "{not: [▮smal]}"),
        'unknown option "smal" of "size", did you mean "small"?',
    ),
    "option after at_least": (
        ("{at_least: large}", "{at_least: ▮larger}"),
        'unknown option "larger" of "size", did you mean "large"?',
    ),
    "option unknown": (
        ("- shifts: many", "- shifts: ▮unknown"),
        "unknown satisfies no condition, so it cannot be asked for",
    ),
    "finding": (("- finding: spread", "- finding: ▮spred"), 'unknown finding "spred", did you mean "spread"?'),
    "form for": (("for: outsourcing", "for: ▮outsorcing"), 'unknown form "outsorcing", did you mean "outsourcing"?'),
    "form of a gate": (
        ("excludes: nearshoring", "excludes: ▮nearshore"),
        'unknown form "nearshore", did you mean "nearshoring"?',
    ),
    "form of a caution": (("forms: [outsourcing]", "forms: [outsourcing, ▮bpo]"), 'unknown form "bpo"'),
    "form in claims": (
        ("{outsourcing: for}", "{▮outsorcing: for}"),
        'unknown form "outsorcing", did you mean "outsourcing"?',
    ),
    "form in left_out": (("left_out: {nearshoring", "left_out: {▮al"), 'unknown form "al", did you mean "all"?'),
    "segment": (("segment: peak", "segment: ▮peek"), 'unknown segment "peek", did you mean "peak"?'),
    "term": (("terms: [team]", "terms: [▮teem]"), 'unknown term "teem", did you mean "team"?'),
    "term in see_also": (("see_also: [team]", "see_also: [shift, ▮teem]"), 'unknown term "teem", did you mean "team"?'),
    "role": (("who_knows: manager", "who_knows: ▮manger"), 'unknown role "manger", did you mean "manager"?'),
    "source": (('["domain:C1"]', '[seed, ▮"domain:C2"]'), 'unknown source "domain:C2", did you mean "domain:C1"?'),
    "source of a term": (
        ("[team]\n    sources: [seed]\nroles", "[team]\n    sources: [▮sead]\nroles"),
        'unknown source "sead", did you mean "seed"?',
    ),
    "rule in despite": (
        ("despite: [small_is_own]", "despite: [▮small_is_on]"),
        'unknown rule "small_is_on", did you mean "small_is_own"?',
    ),
    "despite something that is no rule": (
        ("despite: [small_is_own]", "despite: [▮some_gate]"),
        'unknown rule "some_gate"',
    ),
    "order where there is none": (
        ("- size: {not: [small]}", "- night: ▮{at_most: quiet}"),
        '"night" is not ordered, so at_most means nothing',
    ),
    "no option left": (("{not: [small]}", "▮{not: [small, medium, large]}"), 'no option of "size" is left'),
    "goals in a finding": (
        ("- shifts: many", "- ▮goals: balanced"),
        "goals only weigh; they may not be a condition here",
    ),
    "goals in a derivation": (
        ("- size: {at_least: large}", "- ▮goals: balanced"),
        "goals only weigh; they may not be a condition here",
    ),
    "goals in a rule": (
        ("- size: {not: [small]}", "- ▮goals: balanced"),
        "goals only weigh; they may not be a condition here",
    ),
    "goals in a gate": (("- shifts: few", "- ▮goals: balanced"), "goals only weigh; they may not be a condition here"),
    "ask_if on a finding": (
        ("- size: [medium, large]", "- ▮finding: spread"),
        "ask_if looks at earlier questions only, not at findings",
    ),
    "ask_if on itself": (
        ("- size: [medium, large]", "- ▮shifts: many"),
        'ask_if needs an earlier question; "shifts" comes later',
    ),
    "finding that nothing concludes": (
        ("  - id: thin\n", "  - id: ▮spare\n    text: {nl: a, en: b}\n  - id: thin\n"),
        'nothing concludes "spare": give it a when, or a derivation',
    ),
    "finding that rests on itself": (
        (
            "- id: spread\n    text: {nl: a, en: b}\n    when:\n",
            "- id: ▮spread\n    text: {nl: a, en: b}\n    when:\n      - finding: spread\n",
        ),
        "findings in a circle: spread -> spread",
    ),
    "id of a rule used in another file": (
        ("id: some_rule", "id: ▮small_is_own"),
        '"small_is_own" is already used in rules/basics.yaml:',
    ),
    "id of a gate used for a rule": (
        ("id: some_gate", "id: ▮small_is_own"),
        '"small_is_own" is already used in rules/basics.yaml:',
    ),
    "id of a caution used for a gate": (
        ("id: some_caution", "id: ▮some_gate"),
        '"some_gate" is already used in rules/x.yaml:46',
    ),
    "id of a finding used for a caution": (
        ("id: spread", "id: ▮mind_the_team"),
        '"mind_the_team" is already used in rules/basics.yaml:',
    ),
    "id of a derivation used for its finding": (
        ("id: thin_when_large", "id: ▮thin"),
        '"thin" is already used in rules/x.yaml:25',
    ),
    "id of a role": (("id: planner", "id: ▮manager"), '"manager" is already used in rules/forms.yaml:'),
    "id of an option": (("id: many", "id: ▮few"), 'option "few" is already used in this question'),
    "reserved id": (("id: some_rule", "id: ▮yes"), '"yes" cannot be an id: it already has a meaning'),
    "reserved id unknown": (("id: some_rule", "id: ▮unknown"), '"unknown" cannot be an id: it already has a meaning'),
    "reserved id of an option": (("id: few", "id: ▮no"), '"no" cannot be an id: it already has a meaning'),
    "reserved id of a term": (("id: shift\n", "id: ▮on\n"), '"on" cannot be an id: it already has a meaning'),
    "question that a condition could not name": (
        ("id: planner", "id: ▮finding"),
        '"finding" cannot be an id: it already has a meaning',
    ),
}


@pytest.mark.parametrize("name", SHAPE)
def test_a_fault_of_shape_is_the_only_fault_and_at_its_place(tmp_path: Path, name: str) -> None:
    edit, message = SHAPE[name]
    text, place = place_of_mark(edited(edit))
    found = faults(tmp_path, files(x=text))
    expected = f"rules/x.yaml:{place}: {message}"
    assert expected in found
    if name != "unknown section":  # what was in it is missing elsewhere
        assert [f for f in found if "unknown rule" not in f and "unknown finding" not in f] == [expected]


@pytest.mark.parametrize("name", REFERENCES)
def test_a_fault_between_items_is_named_at_its_place(tmp_path: Path, name: str) -> None:
    edit, message = REFERENCES[name]
    text, place = place_of_mark(edited(edit))
    found = faults(tmp_path, files(x=text))
    assert any(fault.startswith(f"rules/x.yaml:{place}: {message}") for fault in found), found


def test_the_message_is_the_one_in_the_manual(tmp_path: Path) -> None:
    rule = (
        "# Rules about money.\n\n\n\n\n\n"
        "rules:\n"
        "- id: x\n"
        "  because: {nl: a, en: b}\n"
        "  sources: [seed]\n"
        "  when:\n"
        "  - budgett: low\n"
        "  for: outsourcing\n"
        "  points: 1\n"
        "  criterion: cost\n"
    )
    content = knowledge.frame() | {"rules/x.yaml": rule}
    content["rules/basics.yaml"]["questions"].append(knowledge.question("budget", ["low", "high"]))
    assert faults(tmp_path, content) == ['rules/x.yaml:12:5: unknown question "budgett", did you mean "budget"?']
    with pytest.raises(FaultsError) as caught:
        load(tmp_path)
    assert str(caught.value) == 'rules/x.yaml:12:5: unknown question "budgett", did you mean "budget"?'


def test_goals_may_be_a_condition_of_a_caution(tmp_path: Path) -> None:
    text = edited(("- goals: balanced", "- goals: {not: [balanced]}"))
    assert faults(tmp_path, files(x=text)) == []


@pytest.mark.parametrize("word", ["yes", "no", "on", "off", "null", "true", "false", "unknown"])
def test_no_reserved_word_can_be_an_id_however_it_is_quoted(tmp_path: Path, word: str) -> None:
    found = faults(tmp_path, files(x=edited(("id: some_rule", f'id: "{word}"'))))
    assert found == [f'rules/x.yaml:33:9: "{word}" cannot be an id: it already has a meaning']


def test_ask_if_on_a_question_of_a_later_topic_is_named(tmp_path: Path) -> None:
    content = files(x=edited(("    ask_if:\n      - size: [medium, large]\n", "")))
    content["rules/basics.yaml"]["questions"][2]["ask_if"] = [{"shifts": "many"}]
    [fault] = faults(tmp_path, content)
    assert fault.startswith("rules/basics.yaml:")
    assert fault.endswith('ask_if needs an earlier question; "shifts" comes later')


def test_the_order_of_the_topics_decides_what_is_earlier(tmp_path: Path) -> None:
    content = files()
    content["rules/rulebook.yaml"]["topics"] = ["extra", "basics"]
    found = faults(tmp_path, content)
    assert found == ['rules/x.yaml:13:9: ask_if needs an earlier question; "size" comes later']


def test_a_term_that_another_file_has_too_is_named_with_the_other_place(tmp_path: Path) -> None:
    found = faults(tmp_path, files(x=edited(("id: shift\n", "id: team\n"))))
    assert found == ['glossary/t.yaml:4:10: "team" is already used in rules/x.yaml:73']


def test_findings_that_rest_on_each_other_are_each_named_with_the_way_round(tmp_path: Path) -> None:
    text = edited(
        ("      - shifts: many\n", "      - shifts: many\n      - finding: thin\n"),
        ("      - size: {at_least: large}\n", "      - finding: spread\n"),
    )
    assert faults(tmp_path, files(x=text)) == [
        "rules/x.yaml:21:9: findings in a circle: spread -> thin -> spread",
        "rules/x.yaml:26:9: findings in a circle: thin -> spread -> thin",
    ]


def test_a_derivation_of_wrong_shape_does_not_also_make_its_finding_wrong(tmp_path: Path) -> None:
    text = edited(("    finding: thin\n    when:\n      - size: {at_least: large}\n", "    finding: thin\n"))
    assert faults(tmp_path, files(x=text)) == ['rules/x.yaml:28:5: missing key "when"']


def test_a_question_of_wrong_shape_does_not_also_make_what_uses_it_wrong(tmp_path: Path) -> None:
    content = files()
    content["rules/basics.yaml"]["questions"][0]["influence"] = "mine"
    content["rules/basics.yaml"]["questions"][1]["influence"] = "mine"
    content["rules/basics.yaml"]["questions"][2]["ordered"] = "very"
    messages = [fault.split(": ", 1)[1] for fault in faults(tmp_path, content)]
    assert messages == ['unknown value "mine"', 'unknown value "mine"', "expected bool, got str"]


# -- the whole ------------------------------------------------------------------------------------


def test_every_fault_of_several_files_comes_in_one_run_sorted_by_file_and_line(tmp_path: Path) -> None:
    text = edited(
        ("influence: given", "influence: taken"),
        ("{at_least: large}", "{at_least: larg}"),
        ("    points: 2\n", "    pionts: 2\n"),
        ("kind: law", "kind: lore"),
        ("forms: [outsourcing]", "forms: [outsourcin]"),
        ("see_also: [team]", "see_also: [tem, shif]"),
    )
    content = files(x=text)
    content["rules/a.yaml"] = "roles:\n- id: yes\n  name: {nl: a}\n- id: off\n  name: {nl: a, en: b}\n"
    content["glossary/b.yaml"] = "terms: {}\n"
    found = faults(tmp_path, content)
    assert [fault.split(": ", 1)[0] for fault in found] == [
        "glossary/b.yaml:1:8",
        "rules/a.yaml:2:7",
        "rules/a.yaml:3:9",
        "rules/a.yaml:4:7",
        "rules/x.yaml:6:16",
        "rules/x.yaml:31:26",
        "rules/x.yaml:38:5",
        "rules/x.yaml:59:11",
        "rules/x.yaml:77:16",
        "rules/x.yaml:77:21",
    ]
    with pytest.raises(FaultsError) as caught:
        load(tmp_path)
    assert str(caught.value).splitlines() == found


def test_lines_sort_as_numbers(tmp_path: Path) -> None:
    text = "roles:\n" + "".join(f"  - id: r{n}\n" for n in range(12))
    content = knowledge.frame() | {"rules/x.yaml": text}
    places = [fault.split(":")[1] for fault in faults(tmp_path, content)]
    assert places == [str(n) for n in range(2, 14)]


@pytest.mark.parametrize(
    ("section", "name", "message"),
    [
        ("forms", "id", 'the form "temp_agency" is missing'),
        ("headlines", "form", 'the title for form "temp_agency" is missing'),
    ],
)
def test_each_form_must_have_its_card_and_its_titles(tmp_path: Path, section: str, name: str, message: str) -> None:
    content = files()
    content["rules/forms.yaml"][section] = [
        item for item in content["rules/forms.yaml"][section] if item[name] != "temp_agency"
    ]
    assert faults(tmp_path, content) == [f"rules/forms.yaml:1:1: {message}"]


def test_there_is_no_seventh_form_and_no_seventh_segment(tmp_path: Path) -> None:
    text = "segments:\n  - id: peaks\n    name: {nl: a, en: b}\n    because: {nl: a, en: b}\n"
    text += "headlines:\n  - form: outsorcing\n"
    text += "".join(f"    {sentence}: {{nl: a, en: b}}\n" for sentence in ("none", "adjust", "switch", "start"))
    assert faults(tmp_path, knowledge.frame() | {"rules/y.yaml": text}) == [
        'rules/y.yaml:2:9: unknown segment "peaks", did you mean "peak"?',
        'rules/y.yaml:6:11: unknown form "outsorcing", did you mean "outsourcing"?',
    ]


def test_every_segment_must_be_described(tmp_path: Path) -> None:
    content = files()
    del content["rules/forms.yaml"]["segments"][2]
    assert faults(tmp_path, content) == ['rules/forms.yaml:1:1: the segment "languages" is missing']


def test_each_goal_needs_its_weights_and_no_other_has_them(tmp_path: Path) -> None:
    content = files()
    goals = content["rules/forms.yaml"]["goals"]
    goals[0]["option"] = "balanced_"
    messages = [fault.split(": ", 1)[1] for fault in faults(tmp_path, content)]
    assert messages == [
        'the weights for goals "quality_flexibility_cost" is missing',
        'unknown option of goals "balanced_", did you mean "balanced"?',
    ]


def test_not_knowing_the_goals_needs_weights_too(tmp_path: Path) -> None:
    content = files()
    del content["rules/forms.yaml"]["goals"][-1]
    assert faults(tmp_path, content) == ['rules/forms.yaml:1:1: the weights for goals "unknown" is missing']


@pytest.mark.parametrize(
    ("weights", "message"),
    [
        ({"quality": 1, "cost": 1, "feasibility": 1}, "weights need each of quality, flexibility, cost, feasibility"),
        ({"qualty": 1}, 'unknown value "qualty", did you mean "quality"?'),
        ({"quality": 0}, "the number must be >= 1"),
        ({"quality": "2"}, "expected int, got str"),
    ],
)
def test_weights_are_whole_numbers_for_each_criterion(tmp_path: Path, weights: dict[str, Any], message: str) -> None:
    content = files()
    content["rules/forms.yaml"]["goals"][3]["weights"] = weights
    [fault] = faults(tmp_path, content)
    assert fault.startswith("rules/forms.yaml:")
    assert fault.endswith(f": {message}")


def test_a_present_model_that_no_one_can_answer_is_named(tmp_path: Path) -> None:
    content = files()
    content["rules/forms.yaml"]["headlines"][0]["adjusts"] = ["mixed", "mixxed"]
    [fault] = faults(tmp_path, content)
    assert fault.endswith('unknown present model "mixxed", did you mean "mixed"?')


@pytest.mark.parametrize("name", ["goals", "current_model"])
def test_the_two_questions_the_program_itself_needs_must_be_there(tmp_path: Path, name: str) -> None:
    content = files(x=edited(("- goals: balanced", "- size: small")))
    basics = content["rules/basics.yaml"]
    basics["questions"] = [question for question in basics["questions"] if question["id"] != name]
    assert faults(tmp_path, content) == [f'rules/rulebook.yaml:1:1: the question "{name}" is missing']


def test_a_topic_that_no_file_has_is_named(tmp_path: Path) -> None:
    content = files(rulebook="version: 2026-01-01\ntopics:\n  - basics\n  - extra\n  - basic\n")
    assert faults(tmp_path, content) == ['rules/rulebook.yaml:5:5: unknown topic "basic", did you mean "basics"?']


def test_a_topic_outside_the_order_is_named(tmp_path: Path) -> None:
    content = files(rulebook="version: 2026-01-01\ntopics: [basics]\n")
    assert faults(tmp_path, content) == ['rules/x.yaml:1:8: topic "extra" is not in the list of topics']


def test_questions_without_a_topic_are_named(tmp_path: Path) -> None:
    content = files(x=edited(("topic: extra\ntitle: {nl: a, en: b}\n", "")))
    content["rules/rulebook.yaml"]["topics"] = ["basics"]
    assert faults(tmp_path, content) == ['rules/x.yaml:1:1: questions need a "topic" at the top of the file']


def test_the_version_must_be_there(tmp_path: Path) -> None:
    found = faults(tmp_path, files(rulebook="topics: [basics, extra]\n"))
    assert found == ['rules/rulebook.yaml:1:1: no file gives the "version" of the rulebook']


@pytest.mark.parametrize("version", ["12", "2026-13-01", "soon", "[2026-01-01]", "2026-1-1"])
def test_the_version_must_be_a_day_on_the_calendar(tmp_path: Path, version: str) -> None:
    found = faults(tmp_path, files(rulebook=f"version: {version}\ntopics: [basics, extra]\n"))
    assert found == ["rules/rulebook.yaml:1:10: the version must be a date, YYYY-MM-DD"]


def test_the_order_of_the_topics_must_be_there(tmp_path: Path) -> None:
    found = faults(tmp_path, files(rulebook="version: 2026-01-01\n"))
    assert [fault.split(": ", 1)[1] for fault in found] == ['no file lists the "topics" in order']


def test_topics_must_be_a_list(tmp_path: Path) -> None:
    found = faults(tmp_path, files(rulebook="version: 2026-01-01\ntopics: basics\n"))
    assert "rules/rulebook.yaml:2:9: topics must be a list of topic ids" in found


@pytest.mark.parametrize("key", ["version: 2027-01-01", "topics: [extra, basics]"])
def test_only_one_file_may_give_the_version_and_the_order(tmp_path: Path, key: str) -> None:
    found = faults(tmp_path, files(z=f"# again\n{key}\n"))
    assert f'rules/z.yaml:2:1: another file gives the "{key.split(":")[0]}" too' in found


# -- files ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["", "# nothing\n", "word\n", "- a\n", "12\n"])
def test_a_file_that_is_no_mapping_is_named(tmp_path: Path, text: str) -> None:
    found = faults(tmp_path, knowledge.frame() | {"rules/y.yaml": text})
    assert found == ["rules/y.yaml:1:1: must be a mapping with lists such as questions: or rules:"]


def test_a_file_that_is_not_yaml_is_named_and_the_others_are_still_checked(tmp_path: Path) -> None:
    content = files(x=edited(("for: outsourcing", "for: outsorcing"))) | {"rules/y.yaml": "a: [\n"}
    found = faults(tmp_path, content)
    assert found[0].startswith('rules/x.yaml:37:10: unknown form "outsorcing"')
    assert found[1].startswith("rules/y.yaml:2:1: is not valid YAML: ")


def test_a_file_that_cannot_be_read_is_named_as_the_others_are(tmp_path: Path) -> None:
    knowledge.write(tmp_path, knowledge.frame())
    (tmp_path / "rules" / "y.yaml").mkdir()
    (tmp_path / "glossary" / "z.yaml").symlink_to(tmp_path / "nowhere")
    assert [str(fault) for fault in examine(tmp_path).faults] == [
        "glossary/z.yaml:1:1: cannot be read: there is no such file or folder",
        "rules/y.yaml:1:1: cannot be read: this is a folder",
    ]


def test_a_file_that_would_not_be_read_because_of_its_name_is_a_fault(tmp_path: Path) -> None:
    from advisor.rulebook.cache import load_cached

    directory = knowledge.write(tmp_path / "rulebook", knowledge.frame())
    load_cached(directory, tmp_path / "cache")
    (directory / "rules" / "more.yml").write_text("questions: []\n")
    with pytest.raises(FaultsError) as caught:  # also when the rest of it was kept
        load_cached(directory, tmp_path / "cache")
    assert str(caught.value) == (
        "rules/more.yml:1:1: would not be read; give it a name that ends in .yaml, such as more.yaml"
    )


def test_a_folder_without_knowledge_says_what_belongs_there(tmp_path: Path) -> None:
    expected = [
        "glossary/:1:1: no .yaml files here; a rulebook needs glossary/*.yaml",
        "rules/:1:1: no .yaml files here; a rulebook needs rules/*.yaml",
    ]
    assert [str(fault) for fault in examine(tmp_path).faults] == expected
    assert [str(fault) for fault in examine(tmp_path / "not there").faults] == expected


# -- the hash ---------------------------------------------------------------------------------------

FREE = ("findings", "derivations", "rules", "gates", "cautions", "goals", "headlines", "segments", "roles", "sources")
"""Sections whose order has no meaning."""


def in_blocks(content: dict[str, Any]) -> dict[str, str]:
    """The files in block style, as authors write them."""
    return {
        name: body if isinstance(body, str) else yaml.safe_dump(body, sort_keys=False, allow_unicode=True)
        for name, body in content.items()
    }


def loaded(content: dict[str, Any]) -> Rulebook:
    with tempfile.TemporaryDirectory() as directory:
        return load(knowledge.write(Path(directory), content))


PLAIN = files() | {"rules/x.yaml": yaml.load(EXTRA, yaml.BaseLoader)}
for _item in (*PLAIN["rules/x.yaml"]["questions"], *PLAIN["rules/x.yaml"]["rules"], *PLAIN["rules/x.yaml"]["cautions"]):
    _item.update({key: int(_item[key]) for key in ("points", "severity") if key in _item})
    _item.update({"ordered": True} if "ordered" in _item else {})
HASH = loaded(PLAIN).hash


def test_the_hash_is_that_of_the_content_and_not_of_how_it_is_written() -> None:
    assert HASH == loaded(files()).hash == loaded(in_blocks(PLAIN)).hash
    assert len(HASH) == 64


@given(st.randoms(use_true_random=False))
@settings(deadline=None, max_examples=25)
def test_the_order_of_files_and_items_and_keys_does_not_change_the_hash(chance: random.Random) -> None:
    pieces: list[tuple[str, Any]] = []
    content: dict[str, Any] = {}
    for name, body in copy.deepcopy(PLAIN).items():
        for section in (*FREE, "terms"):
            pieces += [(section, item) for item in body.pop(section, ())]
        content[name] = shuffled(body, chance)
    chance.shuffle(pieces)
    for section, item in pieces:
        content.setdefault(chance.choice(["rules/p.yaml", "rules/q.yaml", "glossary/p.yaml"]), {}).setdefault(
            section, []
        ).append(item)
    numbers = list(range(len(content)))
    chance.shuffle(numbers)
    content = {f"{name.split('/')[0]}/{n}.yaml": body for n, (name, body) in zip(numbers, content.items(), strict=True)}
    assert loaded(content).hash == HASH


def shuffled(body: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    keys = list(body)
    chance.shuffle(keys)
    return {key: body[key] for key in keys}


def test_the_order_of_conditions_terms_and_options_asked_for_does_not_change_the_hash() -> None:
    content = copy.deepcopy(PLAIN)
    rule = content["rules/x.yaml"]["rules"][0]
    rule["when"].reverse()
    content["rules/x.yaml"]["questions"][0]["ask_if"][0]["size"].reverse()
    assert loaded(content).hash == HASH


@pytest.mark.parametrize("section", ["questions", "options", "forms", "topics"])
def test_the_order_of_questions_options_forms_and_topics_does_change_the_hash(section: str) -> None:
    content = copy.deepcopy(PLAIN)
    questions = content["rules/basics.yaml"]["questions"]
    if section == "questions":
        questions[0], questions[1] = questions[1], questions[0]
    elif section == "options":
        questions[1]["options"].reverse()
    elif section == "forms":
        content["rules/forms.yaml"]["forms"].reverse()
    else:
        content["rules/rulebook.yaml"]["topics"].reverse()
        del content["rules/x.yaml"]["questions"][0]["ask_if"]
        assert loaded(content).hash != loaded(without_ask_if()).hash
    assert loaded(content).hash != HASH


def without_ask_if() -> dict[str, Any]:
    content = copy.deepcopy(PLAIN)
    del content["rules/x.yaml"]["questions"][0]["ask_if"]
    return content


def texts(node: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Paths of all sentences: the values of nl and en."""
    if isinstance(node, dict):
        inner = [found for key, value in node.items() for found in texts(value, (*path, key))]
        return [*inner, *[(*path, key) for key in ("nl", "en") if isinstance(node.get(key), str)]]
    if isinstance(node, list):
        return [found for place, value in enumerate(node) for found in texts(value, (*path, place))]
    return []


TEXTS = texts(PLAIN)


def changed(path: tuple[Any, ...], value: Any) -> dict[str, Any]:
    content = copy.deepcopy(PLAIN)
    node: Any = content
    for step in path[:-1]:
        node = node[step]
    node[path[-1]] = value if not callable(value) else value(node[path[-1]])
    return content


@given(st.sampled_from(TEXTS))
@settings(deadline=None, max_examples=40)
def test_changing_any_sentence_changes_the_hash(path: tuple[Any, ...]) -> None:
    assert loaded(changed(path, lambda old: old + ".")).hash != HASH


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("rules/rulebook.yaml", "version"), "2026-01-02"),
        (("rules/basics.yaml", "rules", 0, "points"), 3),
        (("rules/basics.yaml", "rules", 0, "criterion"), "cost"),
        (("rules/basics.yaml", "rules", 0, "for"), "temp_agency"),
        (("rules/basics.yaml", "rules", 0, "when"), [{"size": "large"}]),
        (("rules/basics.yaml", "rules", 1, "when"), [{"size": "large"}]),
        (("rules/basics.yaml", "questions", 2, "ordered"), True),
        (("rules/basics.yaml", "questions", 2, "influence"), "choice"),
        (("rules/basics.yaml", "cautions", 0, "as_of"), "2026-01-02"),
        (("rules/basics.yaml", "gates", 0, "scope"), "main"),
        (("rules/forms.yaml", "goals", 0, "weights", "cost"), 3),
        (("rules/forms.yaml", "headlines", 0, "adjusts"), []),
        (("rules/forms.yaml", "sources", 0, "certainty"), "low"),
        (("glossary/t.yaml", "terms", 0, "also"), {"nl": ["groep"]}),
    ],
)
def test_changing_any_part_of_the_knowledge_changes_the_hash(path: tuple[Any, ...], value: Any) -> None:
    same = path[-1] == "ordered"
    assert (loaded(changed(path, value)).hash == HASH) is same


def test_comments_blank_lines_and_line_ends_do_not_change_the_hash(tmp_path: Path) -> None:
    lines = {name: body.splitlines() for name, body in in_blocks(PLAIN).items()}
    commented = {
        name: "\r\n".join(["\ufeff# comment", "", *(line + "  # é" if line.endswith(":") else line for line in body)])
        for name, body in lines.items()
    }
    for name, body in commented.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes((body + "\r\n").encode())
    assert load(tmp_path).hash == HASH


# -- anything -----------------------------------------------------------------------------------------

BLOCKS = in_blocks(PLAIN)
SCRAPS = [
    "",
    "\n",
    " ",
    "- ",
    ": ",
    "\t",
    "{",
    "]",
    "'",
    '"',
    "&a ",
    "*a",
    "!x ",
    "|",
    "#",
    "null",
    "12",
    "é",
    "\x00",
    "id",
]


@given(data=st.data())
@settings(deadline=None, max_examples=40)
def test_scratching_in_a_file_gives_faults_with_places_and_never_a_crash(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(sorted(BLOCKS)))
    text = BLOCKS[name]
    for _ in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(0, len(text)))
        length = data.draw(st.sampled_from([0, 1, 1, 3, 10, 40]))
        text = text[:start] + data.draw(st.sampled_from(SCRAPS)) + text[start + length :]
    content = BLOCKS | {name: text}
    faults, forms = read(content)
    assert misplaced(faults, content) == []
    assert forms == (set() if faults else set(FORMS))


NODES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-1, 9)
    | st.sampled_from(["", "size", "large", "big_nights", "goals", "a b"]),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(["id", "nl", "size", "not"]), inner),
    max_leaves=4,
)


@given(data=st.data())
@settings(deadline=None, max_examples=40)
def test_any_value_in_the_place_of_another_gives_faults_with_places_and_never_a_crash(data: st.DataObject) -> None:
    content = copy.deepcopy(PLAIN)
    node: Any = content[data.draw(st.sampled_from(sorted(content)))]
    while True:
        key = data.draw(st.sampled_from(sorted(node) if isinstance(node, dict) else range(len(node))))
        if not isinstance(node[key], (dict, list)) or not node[key] or data.draw(st.integers(0, 3)) == 0:
            break
        node = node[key]
    if data.draw(st.booleans()):
        node[key] = data.draw(NODES)
    else:
        del node[key]
    faults, forms = read(content)
    assert misplaced(faults, content) == []
    assert forms == (set() if faults else set(FORMS))


def read(content: dict[str, Any]) -> tuple[Sequence[Fault], set[str]]:
    """The faults that are found, and the forms of the rulebook that is loaded; none when it is refused."""
    with tempfile.TemporaryDirectory() as directory:
        faults = examine(knowledge.write(Path(directory), content)).faults
        try:
            return faults, set(load(Path(directory)).forms)
        except FaultsError:
            return faults, set()


def misplaced(faults: Sequence[Fault], content: dict[str, Any]) -> list[Fault]:
    """Faults without a place in one of these files, or that do not fit on a line."""
    return [
        fault
        for fault in faults
        if not (fault.file in content or fault.file.endswith("/"))
        or min(fault.line, fault.column) < 1
        or "\n" in str(fault)
    ]


def test_a_monotonicity_needs_an_ordered_question(tmp_path):
    files = knowledge.frame()
    files["rules/basics.yaml"]["monotonicities"] = [
        {
            "id": "nights",
            "question": "night",
            "forms": ["insourcing"],
            "never": "raises",
            "because": knowledge.text("because"),
        }
    ]
    faults = examine(knowledge.write(tmp_path, files)).faults
    assert [fault.message for fault in faults] == ['"night" is not ordered, so it has no steps']
