"""The rulebook as an experta knowledge engine.

One ``Answer`` fact per answer, any-of inside one fact, no NOT and no OR (OR fires once per
alternative and would count double). Each rule has a salience of its own, so the order of firing
is the same in every run.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from advisor.engine.experta_shim import experta
from advisor.engine.matcher import CountingMatcher, OneOf
from advisor.engine.strategy import ExactStrategy
from advisor.rulebook.model import Place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from advisor.rulebook.condition import Condition
    from advisor.rulebook.rulebook import Rulebook


SECTIONS = ("ways", "rules", "gates", "segments", "limits", "cautions", "places", "tasks")
"""What can fire."""


class Answer(experta.Fact):  # type: ignore[misc]  # experta is not typed
    """The manager's answer to one question; not declared for ``unknown``."""


class Found(experta.Fact):  # type: ignore[misc]  # experta is not typed
    """A finding that holds."""


class Chosen(experta.Fact):  # type: ignore[misc]  # experta is not typed
    """A form in the advice, declared between the two runs; what the cautions look at."""


class Network(experta.KnowledgeEngine):  # type: ignore[misc]  # experta is not typed
    """The part common to all rulebooks; :func:`network_of` adds the rules."""

    __matcher__ = CountingMatcher
    __strategy__ = ExactStrategy

    def __init__(self) -> None:
        self._deffacts: Any = None
        super().__init__()
        self.fired: dict[str, set[str]] = {}

    def get_deffacts(self) -> Any:
        """The facts of every reset, looked up once: experta searches all members for them each time."""
        if self._deffacts is None:
            self._deffacts = super().get_deffacts()
        return self._deffacts

    def reset(self, **facts: Any) -> None:
        """Forget everything."""
        self.fired = {section: set() for section in SECTIONS}
        super().reset(**facts)


def network_of(rulebook: Rulebook) -> Network:
    """An engine that knows every rule of ``rulebook``."""
    rules = list(_rules(rulebook))
    members = {
        f"fire_{name}": experta.Rule(*patterns, salience=len(rules) - place)(_named(action, name))
        for place, (name, patterns, action) in enumerate(rules)
    }
    network: Network = type("RulebookNetwork", (Network,), members)()
    return network


def _rules(rulebook: Rulebook) -> Iterator[tuple[str, list[Any], Callable[[Network], None]]]:
    """Name, patterns and action of each rule, in the order of firing."""
    for finding, ways in rulebook.ways_to_find.items():
        for way, when in ways:
            yield way, _patterns(rulebook, when), _conclude(way, finding)
    for rule in rulebook.rules.values():
        yield rule.id, _patterns(rulebook, rule.when), _note("rules", rule.id)
    for gate in rulebook.gates.values():
        yield gate.id, _patterns(rulebook, gate.when), _note("gates", gate.id)
    for segment in rulebook.segments.values():
        if segment.when:
            yield f"segment:{segment.id}", _patterns(rulebook, segment.when), _note("segments", segment.id)
    for limit in rulebook.limits.values():
        yield limit.id, _patterns(rulebook, limit.when), _note("limits", limit.id)
    yield from _second_run(rulebook)


def _second_run(rulebook: Rulebook) -> Iterator[tuple[str, list[Any], Callable[[Network], None]]]:
    """What belongs to the forms in the advice: it waits for them to be declared."""
    for section, items in (("cautions", rulebook.cautions), ("places", rulebook.places), ("tasks", rulebook.tasks)):
        for item in items.values():
            forms = [item.form] if isinstance(item, Place) else item.forms
            patterns = [*_patterns(rulebook, item.when), Chosen(form=OneOf(forms))]
            yield item.id, patterns, _note(section, item.id)


def _patterns(rulebook: Rulebook, when: Iterable[Condition]) -> list[Any]:
    return [
        Found(id=condition.subject)
        if condition.operator == "finding"
        else Answer(question=condition.subject, option=OneOf(rulebook.accepted(condition)))
        for condition in when
    ]


def _conclude(way: str, finding: str) -> Callable[[Network], None]:
    def action(engine: Network) -> None:
        engine.fired["ways"].add(way)
        engine.declare(Found(id=finding))

    return action


def _note(section: str, item: str) -> Callable[[Network], None]:
    def action(engine: Network) -> None:
        engine.fired[section].add(item)

    return action


def _named(action: Callable[[Network], None], name: str) -> Callable[[Network], None]:
    action.__name__ = name
    return action
