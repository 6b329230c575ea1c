"""What a rule language of this kind promises, and that every score is the sum of its arguments.

That what fires is what the language says, whichever way it is read, is in ``test_four_readings.py``.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from advisor.advice import Advisor
from advisor.engine import Engine
from advisor.engine.experta_shim import experta
from advisor.engine.network import Network
from advisor.engine.strategy import ExactStrategy
from advisor.report.as_json import as_data
from advisor.rulebook.model import FORMS, UNKNOWN
from advisor.rulebook.rulebook import GOALS, Rulebook
from tests import knowledge, rulebooks
from tests.interpreter import FIRST_RUN, SECOND_RUN, Interpreter, Written

LIGHT = settings(
    max_examples=12,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


SECTIONS = ("ways", *FIRST_RUN, *SECOND_RUN)


def advice_data(rulebook: Rulebook, given: dict[str, str]) -> dict[str, Any]:
    return as_data(Advisor(rulebook).advise(given), "en")


# -- what fires -----------------------------------------------------------------------------------


@LIGHT
@given(data=st.data())
def test_answers_that_do_not_apply_are_set_aside_and_do_not_count(data: st.DataObject) -> None:
    files = data.draw(rulebooks.files())
    rulebook, written = rulebooks.loaded(files), Written(files)
    given = data.draw(rulebooks.interviews(rulebook))
    counted, aside = rulebook.split(given)
    assert not counted.keys() & aside.keys()
    assert {q for q, a in given.items() if a != UNKNOWN} <= counted.keys() | aside.keys()
    bare = {q: a for q, a in given.items() if q not in aside}
    full, clean = (advice_data(rulebook, answers) for answers in (given, bare))
    assert full.pop("set_aside") == aside
    assert clean.pop("set_aside") == {}
    assert full == clean
    assert list(Interpreter(written).counting(given)) == list(full["answers"])


WHENS: dict[str, list[dict[str, Any]]] = {
    "is": [{"size": "medium"}],
    "any": [{"size": ["small", "medium", "large"]}],
    "not": [{"size": {"not": ["large"]}}],
    "at_least": [{"size": {"at_least": "small"}}],
    "at_most": [{"size": {"at_most": "large"}}],
}


@pytest.mark.parametrize("operator", WHENS)
@pytest.mark.parametrize("given", [{}, {"size": UNKNOWN}], ids=["missing", "unknown"])
def test_no_answer_satisfies_no_condition(operator: str, given: dict[str, str], tmp_path: Path) -> None:
    when = WHENS[operator]
    rulebook = knowledge.small(
        tmp_path,
        findings=[{"id": "seen", "text": knowledge.text("seen"), "when": when}],
        rules=[
            knowledge.rule("direct", when, "for", "insourcing"),
            knowledge.rule("through", [{"finding": "seen"}], "for", "outsourcing"),
        ],
        gates=[rulebooks.gate("shut", when, "offshoring")],
        cautions=[rulebooks.caution("mind", when, list(FORMS))],
    )
    advice = advice_data(rulebook, given)
    assert advice["recommendation"]["form"] is None
    assert not any(standing["arguments"] for standing in advice["ranking"])
    assert advice["findings"] == advice["cautions"] == []
    fired = advice_data(rulebook, {"size": "medium"})
    assert {a["rule"] for s in fired["ranking"] for a in s["arguments"]} == {"direct", "through", "shut"}
    assert [c["id"] for c in fired["cautions"]] == ["mind"]


@pytest.mark.parametrize(
    ("operator", "satisfied"),
    [
        ("is", {"medium"}),
        ("any", {"small", "medium", "large"}),
        ("not", {"small", "medium"}),
        ("at_least", {"small", "medium", "large"}),
        ("at_most", {"small", "medium", "large"}),
    ],
)
def test_an_operator_accepts_its_options_and_no_other(operator: str, satisfied: set[str], tmp_path: Path) -> None:
    rulebook = knowledge.small(tmp_path, rules=[knowledge.rule("it", WHENS[operator], "for", "insourcing")])
    engine = Engine(rulebook)
    sizes = ("small", "medium", "large")
    assert {s for s in sizes if engine.evaluate({"size": s}, lambda _: ()).rules == ("it",)} == satisfied


@pytest.mark.parametrize(
    ("operator", "satisfied"), [("at_least", {"medium", "large"}), ("at_most", {"small", "medium"})]
)
def test_limits_include_the_option_they_name(operator: str, satisfied: set[str], tmp_path: Path) -> None:
    when = [{"size": {operator: "medium"}}]
    rulebook = knowledge.small(tmp_path, rules=[knowledge.rule("it", when, "for", "insourcing")])
    engine = Engine(rulebook)
    sizes = ("small", "medium", "large")
    assert {s for s in sizes if engine.evaluate({"size": s}, lambda _: ()).rules == ("it",)} == satisfied


def test_any_of_and_two_ways_to_one_finding_count_once(tmp_path: Path) -> None:
    rulebook = knowledge.small(
        tmp_path,
        findings=[{"id": "busy", "text": knowledge.text("busy"), "when": [{"size": ["medium", "large"]}]}],
        derivations=[{"id": "busy_by_night", "finding": "busy", "when": [{"night": ["quiet", "busy"]}]}],
        rules=[
            knowledge.rule("any_of", [{"size": ["small", "medium", "large"]}], "for", "insourcing", 1),
            knowledge.rule("two_ways", [{"finding": "busy"}], "for", "insourcing", 1),
        ],
        gates=[],
    )
    own = advice_data(rulebook, {"size": "large", "night": "busy"})["ranking"][0]
    assert [a["rule"] for a in own["arguments"]] == ["any_of", "two_ways"]
    assert own["score"] == 3 + 3
    assert own["arguments"][1]["answers"] == {"size": "large", "night": "busy"}


def test_a_part_of_the_work_and_a_rule_may_have_like_names(tmp_path: Path) -> None:
    files = knowledge.frame()
    for segment in files["rules/forms.yaml"]["segments"]:
        if segment["id"] == "peak":
            segment["when"] = [{"size": "small"}]
    rules = [knowledge.rule("segment_peak", [{"size": "large"}], "for", "insourcing")]
    files["rules/basics.yaml"]["rules"] = rules
    engine = Engine(rulebooks.loaded(files))
    assert engine.evaluate({"size": "small"}, lambda _: ()).segments == ("peak",)
    assert engine.evaluate({"size": "large"}, lambda _: ()).rules == ("segment_peak",)


def test_an_engine_forgets_the_evaluation_before(tmp_path: Path) -> None:
    engine = Engine(knowledge.small(tmp_path))
    everything = {"size": "large", "night": "busy"}
    first = engine.evaluate(everything, lambda _: ["insourcing"])
    assert engine.evaluate({}, lambda _: ["insourcing"]) == type(first)()
    assert engine.evaluate(everything, lambda _: ["insourcing"]) == first


def test_a_caution_belongs_to_the_forms_in_the_advice_only(tmp_path: Path) -> None:
    engine = Engine(knowledge.small(tmp_path))
    assert engine.evaluate({"size": "small"}, lambda _: ["insourcing"]).cautions == ("mind_the_team",)
    assert engine.evaluate({"size": "small"}, lambda _: ["outsourcing"]).cautions == ()
    assert engine.evaluate({"size": "small"}, lambda _: []).cautions == ()


@LIGHT
@given(data=st.data())
def test_another_answer_never_takes_anything_away(data: st.DataObject) -> None:
    """The language is monotone: nothing fires because something is not known."""
    rulebook = data.draw(rulebooks.rulebooks())
    given = data.draw(rulebooks.interviews(rulebook))
    open_questions = [q for q in rulebook.questions if given.get(q, UNKNOWN) == UNKNOWN]
    if not open_questions:
        return
    question = data.draw(st.sampled_from(open_questions))
    option = data.draw(st.sampled_from([o.id for o in rulebook.questions[question].options]))
    engine = Engine(rulebook)
    before, after = (
        engine.evaluate(rulebook.split(answers)[0], lambda _: FORMS) for answers in (given, given | {question: option})
    )
    for section in SECTIONS:
        assert set(getattr(before, section)) <= set(getattr(after, section)), section


@LIGHT
@given(data=st.data())
def test_goals_only_weigh(data: st.DataObject) -> None:
    rulebook = data.draw(rulebooks.rulebooks())
    given = data.draw(rulebooks.interviews(rulebook))
    engine = Engine(rulebook)
    traces = [
        engine.evaluate(rulebook.split(given | {GOALS: goal})[0], lambda _: ()) for goal in [*knowledge.GOALS, UNKNOWN]
    ]
    assert all(trace == traces[0] for trace in traces)


# -- what it adds up to ---------------------------------------------------------------------------


@LIGHT
@given(data=st.data())
def test_the_score_of_every_form_is_the_sum_of_its_unscoped_arguments(data: st.DataObject) -> None:
    rulebook = data.draw(rulebooks.rulebooks())
    given = data.draw(rulebooks.interviews(rulebook))
    weights = rulebook.goals[given.get(GOALS, UNKNOWN)].weights
    advice = advice_data(rulebook, given)
    assert sorted(s["form"] for s in advice["ranking"]) == sorted(FORMS)
    for standing in advice["ranking"]:
        score = 0
        for argument in standing["arguments"]:
            if argument["direction"] == "excludes":
                assert (argument["points"], argument["weight"], argument["criterion"]) == (0, 0, None)
                assert argument["lift"]
                continue
            assert argument["weight"] == weights[argument["criterion"]]
            assert argument["lift"] is None
            if argument["segment"] is None:
                sign = {"for": 1, "against": -1}[argument["direction"]]
                score += sign * argument["points"] * argument["weight"]
        assert standing["score"] == score


@LIGHT
@given(data=st.data())
def test_ranking_and_verdicts_follow_from_scores_and_gates(data: st.DataObject) -> None:
    rulebook = data.draw(rulebooks.rulebooks())
    advice = advice_data(rulebook, data.draw(rulebooks.interviews(rulebook)))
    ranking, recommendation = advice["ranking"], advice["recommendation"]
    order = list(rulebook.forms)
    gated = {s["form"] for s in ranking for a in s["arguments"] if a["direction"] == "excludes" and not a["segment"]}
    by_hand = sorted(ranking, key=lambda s: (s["form"] in gated, -s["score"], order.index(s["form"])))
    assert ranking == by_hand
    counted = any(a["segment"] is None and a["direction"] != "excludes" for s in ranking for a in s["arguments"])
    headline = ranking[0]["form"] if counted and ranking[0]["form"] not in gated else None
    assert recommendation["form"] == headline
    for standing in ranking:
        top = ranking[0]["score"]
        if standing["form"] in gated:
            verdict = "excluded"
        elif standing["form"] == headline:
            verdict = "recommended"
        elif headline and standing["score"] > 0 and standing["score"] >= top / 2:
            verdict = "suitable"
        else:
            verdict = "doubtful"
        assert standing["verdict"] == verdict
        keys = [(-abs(a["points"] * a["weight"]), a["rule"]) for a in standing["arguments"]]
        assert keys == sorted(keys)
    rest = [s for s in ranking[1:] if s["form"] not in gated]
    if headline and rest:
        assert recommendation["runner_up"] == rest[0]["form"]
        assert recommendation["margin"] == ranking[0]["score"] - rest[0]["score"]
    else:
        assert recommendation["runner_up"] is recommendation["margin"] is None


@LIGHT
@given(data=st.data())
def test_answers_behind_an_argument_are_the_union_of_all_its_supports(data: st.DataObject) -> None:
    files = data.draw(rulebooks.files())
    rulebook, written = rulebooks.loaded(files), Written(files)
    given = data.draw(rulebooks.interviews(rulebook))
    fired = Interpreter(written).of(given).fired
    whens = {i["id"]: i["when"] for section in ("rules", "gates") for i in written.section(section)}

    def questions_behind(when: list[dict[str, Any]]) -> set[str]:
        behind: set[str] = set()
        for [(subject, value)] in (condition.items() for condition in when):
            if subject == "finding":
                ways = [w for way, finding, w in written.ways if finding == value and way in fired["ways"]]
                behind |= set().union(*map(questions_behind, ways))
            else:
                behind.add(subject)
        return behind

    advice = advice_data(rulebook, given)
    for argument in (a for standing in advice["ranking"] for a in standing["arguments"]):
        when = whens[argument["rule"]]
        behind = questions_behind(when)
        assert list(argument["answers"]) == [q for q in rulebook.questions if q in behind]
        assert all(given[q] == option != UNKNOWN for q, option in argument["answers"].items())
        assert argument["findings"] == sorted({c["finding"] for c in when if "finding" in c})
    for finding in advice["findings"]:
        assert finding["rules"] == sorted(
            way for way, f, _ in written.ways if f == finding["id"] and way in fired["ways"]
        )
        behind = questions_behind([{"finding": finding["id"]}])
        assert list(finding["answers"]) == [q for q in rulebook.questions if q in behind]


# -- ties and silence -----------------------------------------------------------------------------


def test_a_tie_goes_to_the_first_form_card_and_is_said(tmp_path: Path) -> None:
    rules = [knowledge.rule(f"for_{form}", [{"size": "small"}], "for", form) for form in ("outsourcing", "nearshoring")]
    files = knowledge.frame()
    cards = files["rules/forms.yaml"]["forms"]
    for place, ordered in enumerate((cards, list(reversed(cards)))):
        files["rules/forms.yaml"]["forms"] = ordered
        files["rules/basics.yaml"] |= {"rules": rules, "gates": []}
        advice = Advisor(rulebooks.loaded(files)).advise({"size": "small"})
        first, second = [c["id"] for c in ordered if c["id"] in ("outsourcing", "nearshoring")]
        recommendation = advice.recommendation
        assert (recommendation.form, recommendation.runner_up, recommendation.margin) == (first, second, 0), place
        assert "geen duidelijke winnaar" in recommendation.summary.nl
        assert "no clear winner" in recommendation.summary.en
        assert advice.standing(second).verdict == "suitable"


def test_a_clear_winner_is_not_called_a_tie(tmp_path: Path) -> None:
    advice = Advisor(knowledge.small(tmp_path)).advise({"size": "large"})
    assert advice.recommendation.margin == 6
    assert "no clear winner" not in advice.recommendation.summary.en


@pytest.mark.parametrize(
    "fires",
    [
        {"rules": []},
        {"rules": [knowledge.rule("scoped", [{"size": "small"}], "for", "insourcing", segment="peak")]},
    ],
    ids=["only a gate", "only a scoped argument"],
)
def test_without_a_counted_argument_there_is_no_form(fires: dict[str, Any], tmp_path: Path) -> None:
    advice = advice_data(knowledge.small(tmp_path, **fires), {"size": "small"})
    recommendation = advice["recommendation"]
    assert recommendation["form"] is recommendation["change"] is None
    assert recommendation["runner_up"] is recommendation["margin"] is None
    assert recommendation["title"]
    assert recommendation["summary"]
    assert {s["verdict"] for s in advice["ranking"]} == {"doubtful", "excluded"}
    assert advice["ranking"][-1]["form"] == "offshoring"
    assert advice["open"]["unknown"] == ["goals", "current_model"]


def test_when_every_form_is_excluded_there_is_no_form_and_it_is_said(tmp_path: Path) -> None:
    gates = [rulebooks.gate(f"no_{form}", [{"size": "small"}], form) for form in FORMS]
    advice = advice_data(knowledge.small(tmp_path, gates=gates), {"size": "small"})
    assert advice["recommendation"]["form"] is None
    assert "excluded" in advice["recommendation"]["summary"]
    assert {s["verdict"] for s in advice["ranking"]} == {"excluded"}
    assert advice["ranking"][0]["score"] == 6


def test_a_form_shut_out_of_one_part_may_still_be_the_headline(tmp_path: Path) -> None:
    gates = [rulebooks.gate("shut", [{"size": "small"}], "insourcing", scope="part", segment="peak")]
    advice = advice_data(knowledge.small(tmp_path, gates=gates), {"size": "small"})
    assert advice["recommendation"]["form"] == "insourcing"
    assert advice["ranking"][0]["verdict"] == "recommended"


def test_an_excluded_form_keeps_its_score_but_stands_last(tmp_path: Path) -> None:
    rulebook = knowledge.small(tmp_path, gates=[rulebooks.gate("shut", [{"size": "small"}], "insourcing")])
    advice = advice_data(rulebook, {"size": "small"})
    assert advice["ranking"][-1] | {"arguments": []} == {
        "form": "insourcing",
        "score": 6,
        "verdict": "excluded",
        "arguments": [],
    }
    assert advice["recommendation"]["form"] == "outsourcing"


# -- the mix ------------------------------------------------------------------------------------------


@LIGHT
@given(data=st.data())
def test_the_mix_never_changes_the_headline(data: st.DataObject) -> None:
    files = data.draw(rulebooks.files())
    bare = files | {"rules/logic.yaml": files["rules/logic.yaml"] | {"limits": []}}
    bare["rules/logic.yaml"]["rules"] = [r for r in files["rules/logic.yaml"]["rules"] if "segment" not in r]
    rulebook, without = rulebooks.loaded(files), rulebooks.loaded(bare)
    given = data.draw(rulebooks.interviews(rulebook))
    first, second = (advice_data(book, given)["recommendation"] for book in (rulebook, without))
    for key in ("form", "runner_up", "margin"):
        assert first[key] == second[key]
    forms = {part["form"] for part in first["mix"]}
    assert len(forms) <= 3


# -- the order of firing --------------------------------------------------------------------------

BUILDS = 20


def fires_wrongly(strategy: type) -> bool:
    """Whether rules fire that a rule before them has made untrue.

    Twenty rules look at one fact and have one salience, so their activations share a key. Half of
    them also say that something must not be there, which a rule of higher salience then declares.
    """

    class Start(experta.Fact):
        pass

    class Block(experta.Fact):
        pass

    fired: set[str] = set()

    def rule(name: str, *patterns: Any) -> Any:
        def action(engine: Any) -> None:
            fired.add(name)

        action.__name__ = name
        return experta.Rule(*patterns)(action)

    def block(engine: Any) -> None:
        engine.declare(Block())

    sound = {f"sound{n}": rule(f"sound{n}", Start(on=True)) for n in range(10)}
    blocked = {f"blocked{n}": rule(f"blocked{n}", Start(on=True), experta.NOT(Block())) for n in range(10)}
    members = {"__strategy__": strategy, "block": experta.Rule(Start(on=True), salience=1)(block)}
    engine = type("Blocked", (experta.KnowledgeEngine,), {**sound, **blocked, **members})()
    engine.reset()
    engine.declare(Start(on=True))
    engine.run()
    assert fired >= set(sound)
    return fired > set(sound)


def test_the_stock_strategy_fires_what_no_longer_holds() -> None:
    """The reason for ours; should this fail one day, experta has been mended and ours can go."""
    assert any(fires_wrongly(experta.KnowledgeEngine.__strategy__) for _ in range(BUILDS))


def test_our_strategy_never_fires_what_no_longer_holds() -> None:
    assert not any(fires_wrongly(ExactStrategy) for _ in range(BUILDS))


def test_the_engine_uses_our_strategy(tmp_path: Path) -> None:
    network = Engine(knowledge.small(tmp_path))._network
    assert isinstance(network, Network)
    assert isinstance(network.strategy, ExactStrategy)


def test_every_rule_has_a_salience_of_its_own(tmp_path: Path) -> None:
    rules = Engine(knowledge.small(tmp_path))._network.get_rules()
    assert len({rule.salience for rule in rules}) == len(rules) > 3
