"""Our matcher keeps count of facts, and refuses what it does not know; that it finds what the stock one
finds is in ``test_four_readings.py``."""

from __future__ import annotations

import pytest

from advisor.engine.experta_shim import experta
from advisor.engine.fields import OneOf
from advisor.engine.matcher import CountingMatcher
from advisor.engine.strategy import ExactStrategy


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


def test_taking_a_fact_back_is_refused():
    engine, _ = engine_with(Lamp(colour="red"))
    red = engine.declare(Lamp(colour="red"))
    with pytest.raises(TypeError, match="until the next reset"):
        engine.retract(red)


def test_a_reset_forgets_every_fact():
    engine, fired = engine_with(Lamp(colour="red"), Lamp(colour="green"))
    engine.declare(Lamp(colour="red"))
    engine.reset()
    engine.declare(Lamp(colour="green"))
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


def test_an_activation_holds_a_fact_per_condition_in_their_order_for_every_choice():
    engine, fired = engine_with(Lamp(colour=OneOf(["red", "green"])), Lamp(colour=OneOf(["blue", "black"])))
    for colour in ("blue", "red", "black", "green", "white"):
        engine.declare(Lamp(colour=colour))
    held = [tuple(fact["colour"] for fact in activation.facts) for activation in engine.agenda.activations]
    assert sorted(held) == [("green", "black"), ("green", "blue"), ("red", "black"), ("red", "blue")]
    engine.run()
    assert len(fired) == 4


def test_a_kind_of_fact_has_the_same_fields_everywhere():
    with pytest.raises(TypeError, match="shine: this matcher only knows Lamp with the same fields everywhere"):
        engine_with(Lamp(colour="red"), Lamp(size="large"))


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
    with pytest.raises(TypeError, match="shine: this matcher only knows"):
        engine_with(pattern)
