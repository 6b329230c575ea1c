"""Our matcher finds what the stock one finds, and refuses what it does not know."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advisor.engine import Engine
from advisor.engine.experta_shim import experta
from advisor.engine.fields import OneOf
from advisor.engine.matcher import CountingMatcher
from advisor.engine.network import Network
from advisor.engine.strategy import ExactStrategy
from tests.rulebooks import interviews, random_answers, rulebooks, shipped


def all_forms(trace):
    return ["insourcing", "outsourcing"]


def with_stock_matcher(rulebook):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Network, "__matcher__", experta.KnowledgeEngine.__matcher__)
        return Engine(rulebook)


@given(st.data())
@settings(deadline=None, max_examples=30)
def test_it_fires_what_the_stock_matcher_fires(data):
    rulebook = data.draw(rulebooks())
    ours, stock = Engine(rulebook), with_stock_matcher(rulebook)
    for _ in range(3):
        answers = rulebook.split(data.draw(interviews(rulebook)))[0]
        assert ours.evaluate(answers, all_forms) == stock.evaluate(answers, all_forms)


def test_it_fires_what_the_stock_matcher_fires_on_the_shipped_rulebook():
    rulebook = shipped()
    ours, stock = Engine(rulebook), with_stock_matcher(rulebook)
    for seed in range(8):
        answers = rulebook.split(random_answers(rulebook, seed))[0]
        assert ours.evaluate(answers, all_forms) == stock.evaluate(answers, all_forms)


class Lamp(experta.Fact):
    pass


def engine_with(*patterns):
    fired = []

    class Small(experta.KnowledgeEngine):
        __matcher__ = CountingMatcher
        __strategy__ = ExactStrategy

        @experta.Rule(*patterns)
        def shine(self):
            fired.append(len(self.facts))

    engine = Small()
    engine.reset()
    return engine, fired


def test_a_fact_taken_back_before_it_fired_does_not_fire():
    engine, fired = engine_with(Lamp(colour="red"), Lamp(colour="green"))
    red = engine.declare(Lamp(colour="red"))
    engine.declare(Lamp(colour="green"))
    engine.retract(red)
    engine.run()
    assert fired == []
    engine.declare(Lamp(colour="red"))
    engine.run()
    assert len(fired) == 1


def test_a_rule_fires_once_for_each_choice_of_facts():
    engine, fired = engine_with(Lamp(colour=OneOf(["red", "green"])))
    for colour in ("red", "green", "black"):
        engine.declare(Lamp(colour=colour))
    engine.run()
    assert len(fired) == 2


@pytest.mark.parametrize(
    "pattern",
    [
        experta.NOT(Lamp(colour="red")),
        experta.OR(Lamp(colour="red"), Lamp(colour="green")),
        experta.EXISTS(Lamp(colour="red")),
        Lamp(colour=experta.L("red") | experta.L("green")),
        Lamp(colour=~experta.L("red")),
        Lamp(colour=experta.P(str.islower)),
        Lamp(colour=experta.MATCH.colour),
        experta.AS.lamp << Lamp(colour="red"),
        Lamp(),
    ],
    ids=[
        "not",
        "or",
        "exists",
        "either literal",
        "not literal",
        "predicate",
        "variable",
        "bound fact",
        "fact without fields",
    ],
)
def test_what_the_rule_language_does_not_have_is_refused(pattern):
    with pytest.raises(TypeError, match="this matcher only knows"):
        engine_with(pattern)
