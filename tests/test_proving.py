"""Each property is broken once in a rulebook that is otherwise sound: what fails is that, and nothing else."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from advisor.advice import Advisor
from advisor.cli import main
from advisor.engine import Engine
from advisor.explorer import proving
from advisor.explorer.proving import Failure, Proof, prove
from advisor.rulebook import locate
from advisor.rulebook.loading import examine
from advisor.rulebook.model import FORMS
from advisor.rulebook.rulebook import GOALS, Rulebook
from tests import knowledge, rulebooks

WEIGHTS = {
    "quality_flexibility_cost": (3, 2, 1),
    "quality_cost_flexibility": (3, 1, 2),
    "flexibility_quality_cost": (2, 3, 1),
    "flexibility_cost_quality": (1, 3, 2),
    "cost_quality_flexibility": (2, 1, 3),
    "cost_flexibility_quality": (1, 2, 3),
    "balanced": (2, 2, 2),
    "unknown": (2, 2, 2),
}
"""How much quality, flexibility and cost weigh; feasibility weighs 3."""

TOPIC = "rules/basics.yaml"
Item = dict[str, Any]


def claim(name: str, never: str, *forms: str, question: str = "pressure") -> Item:
    """A monotonicity."""
    return {
        "id": name,
        "question": question,
        "forms": list(forms),
        "never": never,
        "because": knowledge.text(f"because {name}"),
    }


def sound() -> rulebooks.Files:
    """A rulebook in which all properties hold: every form has its rule, and every answer matters.

    ``pick`` names a form; under ``pressure``, or when nights are busy, offshoring gains on cost, so
    that the goals decide between it and the form picked; a ``secret`` keeps offshoring out.
    """
    files = copy.deepcopy(knowledge.frame())
    for goal in files["rules/forms.yaml"]["goals"]:
        quality, flexibility, cost = WEIGHTS[goal["option"]]
        goal["weights"] = {"quality": quality, "flexibility": flexibility, "cost": cost, "feasibility": 3}
    files[TOPIC] = {
        "topic": "basics",
        "title": knowledge.text("basics"),
        "questions": [
            knowledge.question(GOALS, knowledge.GOALS, influence="choice"),
            knowledge.question("current_model", [*FORMS, "mixed", "none"]),
            knowledge.question("pick", [*FORMS]),
            knowledge.question("pressure", ["low", "mid", "high"], ordered=True),
            knowledge.question("night", ["quiet", "busy"], ask_if=[{"pressure": {"at_least": "mid"}}]),
            knowledge.question("secret", ["open", "strict"]),
        ],
        "findings": [finding("pressed", {"pressure": "high"})],
        "derivations": [{"id": "pressed_at_night", "finding": "pressed", "when": [{"night": "busy"}]}],
        "rules": [
            *(knowledge.rule(f"pick_{form}", [{"pick": form}], "for", form) for form in FORMS),
            knowledge.rule("cheap", [{"finding": "pressed"}], "for", "offshoring", 3, criterion="cost"),
        ],
        "gates": [rulebooks.gate("kept_secret", [{"secret": "strict"}], "offshoring")],
        "cautions": [rulebooks.caution("first_time", [{"current_model": "none"}], ["insourcing"])],
        "monotonicities": [claim("pressure_is_for_offshoring", "lowers", "offshoring")],
    }
    return files


def finding(name: str, *when: Item) -> Item:
    return {"id": name, "text": knowledge.text(name), "when": list(when)}


def book(**more: list[Item]) -> Rulebook:
    """The sound rulebook with these items added to its sections."""
    return rulebooks.loaded(with_more(sound(), more))


def with_more(files: rulebooks.Files, more: Mapping[str, list[Item]]) -> rulebooks.Files:
    for section, items in more.items():
        files[TOPIC][section] = files[TOPIC].get(section, []) + items
    return files


def without(files: rulebooks.Files, section: str, name: str) -> rulebooks.Files:
    files[TOPIC][section] = [item for item in files[TOPIC][section] if item["id"] != name]
    return files


def failures(rulebook: Rulebook) -> list[tuple[str, str, str, Mapping[str, str] | None]]:
    """What fails, as plain tuples."""
    return [(f.section, f.id, f.message, f.witness) for f in prove(rulebook).failures]


def fires(rulebook: Rulebook, answers: Mapping[str, str]) -> set[str]:
    """Rules and gates in the advice on an interview."""
    return {a.rule for standing in Advisor(rulebook).advise(answers).ranking for a in standing.arguments}


def test_the_sound_rulebook_is_proven() -> None:
    proof = prove(book())
    assert proof == Proof(properties=proof.properties, largest=4 * 3, failures=[])  # pressure and night, or unknown


def looked_at(**more: list[Item]) -> int:
    """How many properties these items add to those of the sound rulebook."""
    return prove(book(**more)).properties - prove(book()).properties


def test_every_property_is_counted_once() -> None:
    can_fire = 1 + 1 + (len(FORMS) + 1) + 1  # finding, derivation, rules, gate
    caution = 2  # it can fire, and shows
    options = len(knowledge.GOALS) + (len(FORMS) + 2) + len(FORMS) + 3 + 2 + 2
    forms_win, some_form_is_left, claims = len(FORMS), 1, 1
    expected = can_fire + caution + options + forms_win + some_form_is_left + claims
    assert prove(book()).properties == expected


def test_a_pair_of_arguments_is_a_property_only_when_one_can_decide_the_other() -> None:
    both_ways = 2
    assert looked_at(rules=[narrow()]) == 1 + both_ways  # with pick_insourcing, on the same answer
    assert looked_at(rules=[narrow("against", despite=["pick_insourcing"])]) == 1 + both_ways - 1
    assert looked_at(rules=[narrow(criterion="quality")]) == 1
    apart = knowledge.rule("apart", [{"secret": "strict"}], "for", "insourcing", 1)
    assert looked_at(rules=[apart]) == 1  # on another question than pick_insourcing


def test_a_claim_is_a_property_for_each_of_its_forms() -> None:
    assert looked_at(monotonicities=[claim("it", "lowers", "nearshoring", "outsourcing")]) == 2


def test_what_is_proven_is_the_same_every_time() -> None:
    rulebook = rulebooks.loaded(knowledge.frame())
    assert prove(rulebook).failures
    assert prove(rulebook) == prove(rulebook)


# -- never fires --------------------------------------------------------------------------------------

BOTH = [{"secret": "open"}, {"secret": "strict"}]
NEVER = "can never fire"

WITH_CONDITIONS: dict[str, Callable[[list[Item]], Item]] = {
    "findings": lambda when: finding("it", *when),
    "derivations": lambda when: {"id": "it", "finding": "pressed", "when": when},
    "rules": lambda when: knowledge.rule("it", when, "for", "insourcing", criterion="quality"),
    "gates": lambda when: rulebooks.gate("it", when, "nearshoring"),
    "limits": lambda when: {"id": "it", "when": when, "most_forms": 1, "because": knowledge.text("it")},
    "cautions": lambda when: rulebooks.caution("it", when, ["insourcing"]),
    "places": lambda when: place("it", when, "nearshoring"),
    "tasks": lambda when: task("it", when, ["insourcing"]),
}


def place(name: str, when: list[Item], form: str) -> Item:
    return {
        "id": name,
        "country": knowledge.text(name),
        "form": form,
        "zone": "Europe/Lisbon",
        "offset_hours": {"winter": -1, "summer": -1},
        "when": when,
        "because": knowledge.text(f"because {name}"),
        "note": knowledge.text(f"note {name}"),
        "as_of": "2026-01-01",
        "sources": ["seed"],
    }


def task(name: str, when: list[Item], forms: list[str]) -> Item:
    return {
        "id": name,
        "step": 1,
        "text": knowledge.text(name),
        "role": "manager",
        "start_week": 0,
        "weeks": 1,
        "forms": forms,
        "when": when,
        "sources": ["seed"],
    }


@pytest.mark.parametrize("section", WITH_CONDITIONS)
def test_conditions_that_contradict_each_other_never_hold(section: str) -> None:
    make = WITH_CONDITIONS[section]
    assert failures(book(**{section: [make(BOTH)]})) == [(section, "it", NEVER, None)]
    assert failures(book(**{section: [make([{"secret": "open"}, {"night": "busy"}])]})) == []


def test_a_part_of_the_work_that_can_never_exist_is_found() -> None:
    for when, expected in ((BOTH, [("segments", "peak", NEVER, None)]), (BOTH[:1], [])):
        files = sound()
        next(s for s in files["rules/forms.yaml"]["segments"] if s["id"] == "peak")["when"] = when
        assert failures(rulebooks.loaded(files)) == expected


def test_a_finding_may_need_what_contradicts_the_rule_that_rests_on_it() -> None:
    kept = finding("kept", {"secret": "strict"})
    rule = knowledge.rule("it", [{"finding": "kept"}, {"secret": "open"}], "for", "insourcing", criterion="quality")
    another_way = {"id": "kept_under_pressure", "finding": "kept", "when": [{"pressure": "high"}]}
    assert failures(book(findings=[kept], rules=[rule])) == [("rules", "it", NEVER, None)]
    assert failures(book(findings=[kept], rules=[rule], derivations=[another_way])) == []


def test_what_follows_from_a_finding_that_never_holds_never_fires_either() -> None:
    rule = knowledge.rule("it", [{"finding": "both"}], "for", "insourcing", criterion="quality")
    assert failures(book(findings=[finding("both", *BOTH)], rules=[rule])) == [
        ("findings", "both", NEVER, None),
        ("rules", "it", NEVER, None),
    ]


@pytest.mark.parametrize("through_a_finding", [False, True])
def test_a_question_may_not_apply_where_its_answer_is_needed(through_a_finding: bool) -> None:
    busy: Item = {"finding": "nightly"} if through_a_finding else {"night": "busy"}

    def rulebook(pressure: str) -> Rulebook:
        rule = knowledge.rule("it", [busy, {"pressure": pressure}], "for", "insourcing", criterion="quality")
        return book(findings=[finding("nightly", {"night": "busy"})], rules=[rule])

    assert failures(rulebook("low")) == [("rules", "it", NEVER, None)]
    assert failures(rulebook("mid")) == []


# -- swallowed, and contradicting ---------------------------------------------------------------------


def narrow(direction: str = "for", form: str = "insourcing", **more: Any) -> Item:
    """A rule that fires only where ``pick_insourcing`` does."""
    when = [{"pick": "insourcing"}, {"secret": "strict"}]
    return knowledge.rule("narrow", when, direction, form, 1, **more)


def test_a_rule_that_never_fires_without_another_is_swallowed() -> None:
    rulebook = book(rules=[narrow()])
    [(section, name, message, witness)] = failures(rulebook)
    assert (section, name) == ("rules", "narrow")
    assert message == 'is swallowed by "pick_insourcing", which fires whenever it does'
    assert witness == {"pick": "insourcing", "secret": "strict"}
    assert fires(rulebook, witness) >= {"narrow", "pick_insourcing"}


def test_two_rules_that_always_fire_together_swallow_each_other() -> None:
    again = knowledge.rule("again", [{"pick": ["insourcing"]}], "for", "insourcing", 1)
    assert [failure[1] for failure in failures(book(rules=[again]))] == ["again", "pick_insourcing"]


def test_a_rule_is_swallowed_through_findings_too() -> None:
    steps = [finding("strict", {"secret": "strict"}), finding("own_and_strict", *narrow()["when"])]
    wide = knowledge.rule("wide", [{"finding": "strict"}], "against", "outsourcing")
    inner = knowledge.rule("inner", [{"finding": "own_and_strict"}], "against", "outsourcing")
    rulebook = book(findings=steps, rules=[wide, inner])
    [(section, name, message, witness)] = failures(rulebook)
    assert (section, name) == ("rules", "inner")
    assert message == 'is swallowed by "wide", which fires whenever it does'
    assert fires(rulebook, witness or {}) >= {"inner", "wide"}


def test_a_rule_that_says_something_else_is_not_swallowed() -> None:
    assert failures(book(rules=[narrow(criterion="quality")])) == []
    assert failures(book(rules=[narrow(segment="peak")])) == []
    assert failures(book(rules=[narrow(form="outsourcing")])) == []


def test_a_rule_that_sometimes_fires_alone_is_not_swallowed() -> None:
    overlaps = knowledge.rule("overlaps", [{"pick": ["insourcing", "outsourcing"]}], "for", "insourcing", 1)
    assert [failure[1] for failure in failures(book(rules=[overlaps]))] == ["pick_insourcing"]  # the narrower one
    apart = knowledge.rule("apart", [{"secret": "strict"}], "for", "insourcing", 1)
    assert failures(book(rules=[apart])) == []


def test_an_argument_that_always_meets_its_opposite_is_a_contradiction() -> None:
    rulebook = book(rules=[narrow("against")])
    [(section, name, message, witness)] = failures(rulebook)
    assert (section, name) == ("rules", "narrow")
    assert message == 'always meets its opposite, "pick_insourcing", which fires whenever it does'
    assert witness == {"pick": "insourcing", "secret": "strict"}
    assert fires(rulebook, witness) >= {"narrow", "pick_insourcing"}
    assert failures(book(rules=[narrow("against", criterion="quality")])) == []


def test_despite_silences_the_contradiction_it_names_and_nothing_else() -> None:
    assert failures(book(rules=[narrow("against", despite=["pick_insourcing"])])) == []
    assert len(failures(book(rules=[narrow("against", despite=["cheap"])]))) == 1
    assert len(failures(book(rules=[narrow("for", despite=["pick_insourcing"])]))) == 1


# -- answers that matter, forms that win --------------------------------------------------------------


def idle(*options: str) -> Item:
    return knowledge.question("idle", list(options))


def test_options_that_change_nothing_are_found() -> None:
    message = 'the option "{}" changes nothing: no headline, no caution'
    assert failures(book(questions=[idle("one", "two")])) == [
        ("questions", "idle", message.format(option), None) for option in ("one", "two")
    ]


def test_an_option_matters_by_a_caution_or_by_the_headline() -> None:
    caution = rulebooks.caution("it", [{"idle": "one"}], ["outsourcing"])
    argument = knowledge.rule("it", [{"idle": "one"}], "for", "nearshoring", criterion="quality")
    assert failures(book(questions=[idle("one", "two")], cautions=[caution])) == []
    assert failures(book(questions=[idle("one", "two")], rules=[argument])) == []


def test_an_argument_for_one_part_of_the_work_does_not_make_an_option_matter() -> None:
    argument = knowledge.rule("it", [{"idle": "one"}], "for", "nearshoring", segment="peak")
    assert [failure[1] for failure in failures(book(questions=[idle("one", "two")], rules=[argument]))] == ["idle"] * 2


def test_a_caution_that_never_shows_does_not_make_an_option_matter() -> None:
    """It would hold, but only where the form it belongs to is kept out."""
    caution = rulebooks.caution("it", [{"idle": "one"}, {"secret": "strict"}], ["offshoring"])
    found = failures(book(questions=[idle("one", "two")], cautions=[caution]))
    assert [failure[:2] for failure in found] == [("cautions", "it"), ("questions", "idle"), ("questions", "idle")]


def test_an_option_in_between_matters_because_the_others_do() -> None:
    caution = rulebooks.caution("it", [{"idle": "one"}], ["outsourcing"])
    assert failures(book(questions=[idle("one", "two", "three")], cautions=[caution])) == []


NO_WIN = "no interview found in which this form is the headline"


def test_a_form_without_an_argument_for_it_never_wins() -> None:
    files = without(sound(), "rules", "pick_nearshoring")
    assert failures(rulebooks.loaded(files)) == [("forms", "nearshoring", NO_WIN, None)]


def test_a_form_that_is_excluded_whenever_it_would_win_never_wins() -> None:
    gate = rulebooks.gate("it", [{"pick": "nearshoring"}], "nearshoring", scope="main")
    assert failures(book(gates=[gate])) == [("forms", "nearshoring", NO_WIN, None)]
    part = rulebooks.gate("it", [{"pick": "nearshoring"}], "nearshoring", scope="part", segment="peak")
    assert failures(book(gates=[part])) == []


def test_a_form_that_can_only_draw_with_one_of_an_earlier_card_never_wins() -> None:
    def rulebook(points: int) -> Rulebook:
        return book(rules=[knowledge.rule("it", [{"pick": "nearshoring"}], "for", "managed_insourcing", points)])

    files = sound()
    cards = files["rules/forms.yaml"]["forms"]
    assert [card["id"] for card in cards].index("nearshoring") < len(cards) - 1
    assert failures(rulebook(2)) == []  # nearshoring stands first, so it takes the tie
    assert failures(rulebook(3)) == [("forms", "nearshoring", NO_WIN, None)]
    files["rules/forms.yaml"]["forms"] = cards[::-1]
    added = knowledge.rule("it", [{"pick": "nearshoring"}], "for", "managed_insourcing", 2)
    assert failures(rulebooks.loaded(with_more(files, {"rules": [added]}))) == [
        ("forms", "nearshoring", NO_WIN, None),
    ]


# -- some form is left --------------------------------------------------------------------------------


SIDES = [knowledge.question("left", ["ajar", "shut"]), knowledge.question("right", ["ajar", "shut"])]


def shut(*whens: Item) -> list[Item]:
    """A gate for each form; they take turns in what they look at."""
    return [rulebooks.gate(f"shut_{form}", [whens[n % len(whens)]], form) for n, form in enumerate(FORMS)]


def test_an_interview_that_excludes_every_form_is_shown_at_a_gate_that_fires_in_it() -> None:
    others = [
        rulebooks.gate("a_part", [{"night": "quiet"}], "insourcing", scope="part", segment="peak"),
        rulebooks.gate("another", [{"left": "ajar"}, {"pressure": "low"}], "insourcing"),
    ]
    rulebook = book(questions=SIDES, gates=[*others, *shut({"left": "shut"}, {"right": "shut"})])
    [(section, name, message, witness)] = failures(rulebook)
    assert (section, message) == ("gates", "an interview excludes every form")
    assert witness is not None
    assert witness.items() >= {"left": "shut", "right": "shut"}.items()
    assert name in fires(rulebook, witness)
    assert {standing.verdict for standing in Advisor(rulebook).advise(witness).ranking} == {"excluded"}


def test_gates_that_never_all_fire_together_leave_some_form() -> None:
    assert failures(book(questions=SIDES[:1], gates=shut({"left": "shut"}, {"left": "ajar"}))) == []


def test_a_form_kept_out_of_one_part_only_is_left() -> None:
    gates = shut({"secret": "strict"})
    assert [failure[2] for failure in failures(book(gates=gates))] == ["an interview excludes every form"]
    gates[0] |= {"scope": "part", "segment": "peak"}
    assert failures(book(gates=gates)) == []


# -- monotonicities -----------------------------------------------------------------------------------


def standing(rulebook: Rulebook, form: str, answers: Mapping[str, str]) -> tuple[int, bool]:
    """The score of a form, and whether it is excluded."""
    it = Advisor(rulebook).advise(answers).standing(form)
    return it.score, it.verdict == "excluded"


def shown(rulebook: Rulebook, form: str) -> tuple[tuple[int, bool], tuple[int, bool]]:
    """The one failure is a claim on the pressure; how the form stands before and after the step it names."""
    [(section, name, message, witness)] = failures(rulebook)
    assert (section, name) == ("monotonicities", "it")
    step = re.fullmatch(r'the step from "(\w+)" to "(\w+)" (raises|lowers) (\w+)', message)
    assert step
    low, high, change, whose = step.groups()
    assert (change, whose) == (rulebook.monotonicities["it"].never, form)
    assert witness is not None
    assert witness["pressure"] == low
    before, after = (standing(rulebook, form, {**witness, "pressure": option}) for option in (low, high))
    return before, after


def test_a_score_that_rises_where_it_never_should_is_shown() -> None:
    rulebook = book(monotonicities=[claim("it", "raises", "offshoring")])
    before, after = shown(rulebook, "offshoring")
    assert after[0] > before[0]
    [(*_, witness)] = failures(rulebook)
    assert witness is not None
    assert GOALS not in witness  # it shows without any goals, so none are named
    assert failures(book(monotonicities=[claim("it", "raises", "nearshoring")])) == []


def test_a_score_that_drops_where_it_never_should_is_shown() -> None:
    def rulebook(never: str) -> Rulebook:
        rule = knowledge.rule("drop", [{"pressure": "high"}], "against", "nearshoring")
        return book(rules=[rule], monotonicities=[claim("it", never, "nearshoring")])

    before, after = shown(rulebook("lowers"), "nearshoring")
    assert after[0] < before[0]
    assert failures(rulebook("raises")) == []


def test_only_the_first_step_that_goes_the_wrong_way_is_told_and_each_form_by_itself() -> None:
    rules = [
        knowledge.rule(f"{form}_{option}", [{"pressure": option}], "against", form, points)
        for form in ("nearshoring", "outsourcing")
        for option, points in (("mid", 1), ("high", 2))
    ]
    found = failures(book(rules=rules, monotonicities=[claim("it", "lowers", "nearshoring", "outsourcing")]))
    assert [(failure[1], failure[2]) for failure in found] == [
        ("it", f'the step from "low" to "mid" lowers {form}') for form in ("nearshoring", "outsourcing")
    ]


def changing_hands(criterion: str) -> Rulebook:
    """From mid to high nearshoring loses two points on quality and gains three on another criterion."""
    rules = [
        knowledge.rule("at_mid", [{"pressure": "mid"}], "for", "nearshoring", 2, criterion="quality"),
        knowledge.rule("at_high", [{"pressure": "high"}], "for", "nearshoring", 3, criterion=criterion),
    ]
    return book(rules=rules, monotonicities=[claim("it", "lowers", "nearshoring")])


def test_a_score_that_drops_under_some_goals_only_is_shown_with_those_goals() -> None:
    rulebook = changing_hands("cost")
    before, after = shown(rulebook, "nearshoring")
    assert after[0] < before[0]
    [(*_, witness)] = failures(rulebook)
    assert witness is not None
    quality, _, cost = WEIGHTS[witness[GOALS]]
    assert (before[0], after[0]) == (2 * quality, 3 * cost)
    for goals in ("unknown", "balanced", "cost_quality_flexibility"):
        less, more = (standing(rulebook, "nearshoring", {"pressure": p, GOALS: goals})[0] for p in ("mid", "high"))
        assert less < more


def test_a_rule_may_give_way_to_one_that_makes_up_for_it() -> None:
    assert failures(changing_hands("quality")) == []


def test_a_gate_that_lifts_where_it_never_should_is_shown() -> None:
    def rulebook(never: str, pressure: Item) -> Rulebook:
        gate = rulebooks.gate("it_is_shut", [{"pressure": pressure}, {"secret": "open"}], "nearshoring")
        return book(gates=[gate], monotonicities=[claim("it", never, "nearshoring")])

    up_to, beyond = {"at_most": "mid"}, {"at_least": "high"}
    before, after = shown(rulebook("raises", up_to), "nearshoring")
    assert (before[1], after[1]) == (True, False)
    before, after = shown(rulebook("lowers", beyond), "nearshoring")
    assert (before[1], after[1]) == (False, True)
    assert failures(rulebook("raises", beyond)) == failures(rulebook("lowers", up_to)) == []


def test_a_gate_may_give_way_to_another() -> None:
    gates = [rulebooks.gate(f"at_{option}", [{"pressure": option}], "nearshoring") for option in ("mid", "high")]
    claims = [claim("it", "raises", "nearshoring")]
    assert failures(book(gates=gates, monotonicities=claims)) == []
    assert len(failures(book(gates=gates[:1], monotonicities=claims))) == 1


def test_what_counts_for_a_part_of_the_work_breaks_no_claim() -> None:
    rule = knowledge.rule("drop", [{"pressure": "high"}], "against", "nearshoring", segment="peak")
    gate = rulebooks.gate("part", [{"pressure": "high"}], "nearshoring", scope="part", segment="peak")
    claims = [claim("it", "lowers", "nearshoring")]
    assert failures(book(rules=[rule], gates=[gate], monotonicities=claims)) == []


# -- what belongs to a form shows with that form -------------------------------------------------------


def needing(*forms: str) -> str:
    return f"no interview found in which it shows: it needs {' or '.join(forms)}"


def test_a_caution_whose_forms_are_never_the_headline_when_it_holds_is_found() -> None:
    def rulebook(*forms: str) -> Rulebook:
        return book(cautions=[rulebooks.caution("it", [{"pick": "insourcing"}], list(forms))])

    assert failures(rulebook("nearshoring", "outsourcing")) == [
        ("cautions", "it", needing("nearshoring", "outsourcing"), None)
    ]
    assert failures(rulebook("nearshoring", "insourcing")) == []
    assert failures(rulebook("offshoring")) == []  # under pressure it wins from the form picked


def test_a_caution_for_a_form_that_is_excluded_when_it_holds_is_found() -> None:
    caution = rulebooks.caution("it", [{"secret": "strict"}], ["offshoring"])
    assert failures(book(cautions=[caution])) == [("cautions", "it", needing("offshoring"), None)]


def test_a_place_and_a_task_belong_to_a_form_too() -> None:
    when = [{"pick": "insourcing"}]
    assert failures(book(places=[place("it", when, "nearshoring")])) == [("places", "it", needing("nearshoring"), None)]
    assert failures(book(tasks=[task("it", when, ["nearshoring"])])) == [("tasks", "it", needing("nearshoring"), None)]
    assert failures(book(tasks=[task("it", when, ["nearshoring", "insourcing"])])) == []


def test_a_caution_that_holds_too_seldom_to_turn_up_at_random_is_still_seen() -> None:
    rare = knowledge.question("rare", [f"r{number}" for number in range(40)])
    when = [
        {"rare": "r7"},
        {"pick": "managed_insourcing"},
        {"pressure": "mid"},
        {"night": "quiet"},
        {"secret": "strict"},
        {"current_model": "mixed"},
    ]
    cautions = [
        rulebooks.caution("it", when, ["managed_insourcing"]),
        rulebooks.caution("often", [{"rare": "r7"}], ["insourcing"]),  # so that the answer matters anyway
    ]
    rulebook = book(questions=[rare], cautions=cautions)
    assert not proving._Prover(rulebook).at_random.when(rulebook.cautions["it"].when)
    assert failures(rulebook) == []


# -- too many to look at ------------------------------------------------------------------------------


def test_what_rests_on_too_many_answers_counts_as_not_proven(monkeypatch: pytest.MonkeyPatch) -> None:
    rulebook = book()
    monkeypatch.setattr(proving, "LIMIT", 4 * 3)
    assert failures(rulebook) == []
    monkeypatch.setattr(proving, "LIMIT", 4 * 3 - 1)
    message = "not proven: 12 combinations of pressure, night"
    assert failures(rulebook) == [("derivations", "pressed_at_night", message, None), ("rules", "cheap", message, None)]


def test_pairs_gates_and_claims_beyond_the_limit_are_not_proven_either(monkeypatch: pytest.MonkeyPatch) -> None:
    goes_wrong = [claim("it", "raises", "offshoring")]
    rulebook = book(
        rules=[narrow(), knowledge.rule("wide", [{"secret": "strict"}], "for", "insourcing")],
        gates=[rulebooks.gate("also", [{"pick": "insourcing"}], "outsourcing")],
        monotonicities=goes_wrong,
    )
    monkeypatch.setattr(proving, "LIMIT", 2)
    by_place = {(section, name): message for section, name, message, _ in failures(rulebook)}
    assert by_place["rules", "narrow"] == "not proven: 21 combinations of pick, secret"
    assert by_place["gates", "also"] == "not proven: 21 combinations of pick, secret"
    assert by_place["monotonicities", "it"] == "not proven: 3 combinations of night"
    assert all(message.startswith("not proven: ") for message in by_place.values())
    assert prove(rulebook).largest <= 2


def test_a_pair_of_rules_is_not_proven_when_the_two_together_rest_on_too_much(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Each by itself rests on 7 times 3 and 7 times 4 answers, together on 7 times 3 times 4."""
    pressed = {"pressure": {"at_least": "low"}}
    rules = [
        knowledge.rule("one", [{"pick": "insourcing"}, {"secret": "strict"}], "for", "nearshoring", 1),
        knowledge.rule("other", [{"pick": "insourcing"}, pressed], "for", "nearshoring", 1),
    ]
    monkeypatch.setattr(proving, "LIMIT", 7 * 4)
    message = "not proven: 84 combinations of pick, pressure, secret"
    assert [failure for failure in failures(book(rules=rules)) if failure[0] == "rules"] == [
        ("rules", "one", message, None)
    ]


# -- any knowledge ------------------------------------------------------------------------------------


@settings(max_examples=8, deadline=None, derandomize=True, suppress_health_check=[*HealthCheck])
@given(rulebooks.rulebooks(), st.integers(0, 2**32))
def test_of_a_random_rulebook_what_is_said_is_what_interviews_show(rulebook: Rulebook, seed: int) -> None:
    found = prove(rulebook).failures
    advisor, engine = Advisor(rulebook), Engine(rulebook)
    dead = {failure.id for failure in found if failure.message == NEVER}
    losers = {failure.id for failure in found if failure.message == NO_WIN}
    for number in range(25):
        complete = rulebooks.random_answers(rulebook, seed + number, unknown=0, missing=0)
        trace = engine.evaluate(rulebook.split(complete)[0], lambda _: FORMS)
        assert not dead & {*trace.ways, *trace.rules, *trace.gates, *trace.limits, *trace.cautions}
    for interview in proving._Prover(rulebook).interviews[:25]:
        assert advisor.advise(interview).recommendation.form not in losers
    for failure in found:
        if failure.section == "rules" and failure.witness is not None:
            other = failure.message.split('"')[1]
            assert fires(rulebook, failure.witness) >= {failure.id, other}
        elif failure.section == "gates" and failure.witness is not None:
            assert {s.verdict for s in advisor.advise(failure.witness).ranking} == {"excluded"}


# -- on the command line ------------------------------------------------------------------------------


def check(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, list[str]]:
    code = main(["check", *words])
    out, err = capsys.readouterr()
    assert err == ""
    return code, out.splitlines()


def test_check_prints_the_place_of_a_failure_and_an_example(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = with_more(without(sound(), "rules", "pick_nearshoring"), {"rules": [narrow()]})
    directory = str(knowledge.write(tmp_path, files))
    code, lines = check(capsys, directory, "--prove", "--lang", "en")
    assert code == 1
    _, swallowed, example, no_win, total = lines
    place = re.fullmatch(
        r'(rules/basics\.yaml):(\d+):(\d+): "narrow" is swallowed by "pick_insourcing", which fires whenever it does',
        swallowed,
    )
    assert place
    written = (tmp_path / place[1]).read_text(encoding="utf-8").splitlines()
    assert "".join(written[int(place[2]) - 1 :])[int(place[3]) - 1 :].replace(" ", "").startswith('{"id":"narrow"')
    assert example == "    for example with pick: insourcing, secret: strict"
    assert re.fullmatch(rf'rules/forms\.yaml:\d+:\d+: "nearshoring" {NO_WIN}', no_win)
    assert re.match(r"Not proven: 2 of \d+ properties", total)
    code, lines = check(capsys, directory, "--prove", "--lang", "nl")
    assert code == 1
    assert lines[2] == "    bijvoorbeeld bij pick: insourcing, secret: strict"
    assert lines[-1].startswith("Niet bewezen: 2 van ")


def test_check_says_what_is_proven_and_proves_only_when_asked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    directory = str(knowledge.write(tmp_path / "sound", sound()))
    code, lines = check(capsys, directory, "--prove", "--lang", "en")
    assert code == 0
    assert re.match(r"Proven: \d+ properties, the widest over 12 combinations", lines[-1])
    broken = str(knowledge.write(tmp_path / "broken", with_more(sound(), {"rules": [narrow()]})))
    code, lines = check(capsys, broken)
    assert code == 0
    assert len(lines) == 1


def test_every_failure_has_a_place_in_a_file(tmp_path: Path) -> None:
    """Whatever a failure is about, ``check`` can point to it."""
    claims = [claim("it", "raises", "offshoring")]
    files = with_more(sound(), {"questions": [idle("one", "two")], "monotonicities": claims, "rules": [narrow()]})
    files = without(files, "rules", "pick_nearshoring")
    with_more(files, {"gates": shut({"secret": "strict"})})
    reading = examine(knowledge.write(tmp_path, files))
    found = prove(rulebooks.loaded(files)).failures
    assert {failure.section for failure in found} == {"rules", "questions", "forms", "gates", "monotonicities"}
    for failure in found:
        assert isinstance(failure, Failure)
        assert str(reading.fault(failure.section, failure.id, failure.message)).startswith("rules/")


@pytest.mark.slow
def test_the_shipped_rulebook_is_proven(capsys: pytest.CaptureFixture[str]) -> None:
    code, lines = check(capsys, str(locate.shipped()), "--prove", "--lang", "en")
    assert lines[1:-1] == []
    assert code == 0
    assert lines[-1].startswith("Proven: ")
