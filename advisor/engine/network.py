"""The rulebook as an experta knowledge engine.

One ``Answer`` fact per answer, any-of inside one fact, no NOT and no OR (OR fires once per
alternative and would count double). Each rule has a salience of its own, so the order of firing
is the same in every run.
"""

from __future__ import annotations

from inspect import signature
from typing import TYPE_CHECKING, Any, NamedTuple

from advisor.engine.experta_shim import experta
from advisor.engine.fields import OneOf
from advisor.engine.matcher import CountingMatcher
from advisor.engine.strategy import ExactStrategy
from advisor.rulebook.model import Place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from advisor.rulebook.condition import Condition
    from advisor.rulebook.rulebook import Rulebook


SECTIONS = ("ways", "rules", "gates", "segments", "limits", "cautions", "places", "tasks")
"""What can fire."""


class Plain(experta.Fact):  # type: ignore[misc]  # experta is not typed
    """A fact of ids. experta looks for these two things each time a fact is declared: half the work of it."""

    def has_field_constraints(self) -> bool:
        """No value is a condition."""
        return False

    def has_nested_accessor(self) -> bool:
        """No name has two underscores in it."""
        return False


class Answer(Plain):
    """The manager's answer to one question; not declared for ``unknown``."""


class Found(Plain):
    """A finding that holds."""


class Chosen(Plain):
    """One of these forms is in the advice; declared between the two runs, once per group of forms."""


class Network(experta.KnowledgeEngine):  # type: ignore[misc]  # experta is not typed
    """The part common to all rulebooks; :func:`network_of` adds the rules."""

    __matcher__ = CountingMatcher
    __strategy__ = ExactStrategy

    def __init__(self) -> None:
        super().__init__()
        self.fired: dict[str, set[str]] = {}
        # Facts made once: experta takes longer to make one than to declare it, and numbers it anew each time.
        self.answers: dict[tuple[str, str], Answer] = {}
        """Question and option → the fact; what no rule looks at is not among them."""
        self.groups: dict[frozenset[str], Chosen] = {}
        """The groups of forms that cautions, places and tasks belong to."""

    def get_deffacts(self) -> list[Any]:
        """No facts come with a reset: experta would search all members for them, and no rule waits for its first."""
        return []

    def reset(self, **facts: Any) -> None:
        """Forget everything."""
        self.fired = {section: set() for section in SECTIONS}
        super().reset(**facts)


class Conclusion(NamedTuple):
    """What is noted when a rule fires."""

    section: str
    id: str
    finding: str | None = None
    """Declared as found."""


_Tests = tuple[tuple[Any, ...], ...]
"""Conditions, each as the kind of fact and what it must say."""


def network_of(rulebook: Rulebook) -> Network:
    """An engine that knows every rule of ``rulebook``; all that has the same conditions fires at once."""
    rules: dict[_Tests, list[Conclusion]] = {}
    for tests, conclusion in _items(rulebook):
        rules.setdefault(tests, []).append(conclusion)
    patterns = {test: _pattern(test) for test in dict.fromkeys(test for tests in rules for test in tests)}
    members = {
        f"fire_{conclusions[0].section}_{conclusions[0].id}": experta.Rule(
            *map(patterns.__getitem__, tests), salience=len(rules) - place
        )(_action(conclusions))
        for place, (tests, conclusions) in enumerate(rules.items())
    }
    network: Network = type("RulebookNetwork", (Network,), members)()
    for kind, about, *options in patterns:
        if kind is Answer:
            missing = [option for option in options[0] if (about, option) not in network.answers]
            network.answers |= {(about, option): Answer(question=about, option=option) for option in missing}
        elif kind is Chosen:
            network.groups[about] = Chosen(one_of=about)
    return network


def _items(rulebook: Rulebook) -> Iterator[tuple[_Tests, Conclusion]]:
    """Everything that can fire: its conditions, and what it concludes; in the order of firing."""
    for finding, ways in rulebook.ways_to_find.items():
        for way, when in ways:
            yield _tests(rulebook, when), Conclusion("ways", way, finding)
    for section in ("rules", "gates", "segments", "limits"):
        for item in getattr(rulebook, section).values():
            if item.when:
                yield _tests(rulebook, item.when), Conclusion(section, item.id)
    for section in ("cautions", "places", "tasks"):  # the second run: these wait for the forms in the advice
        for item in getattr(rulebook, section).values():
            forms = [item.form] if isinstance(item, Place) else item.forms
            yield (*_tests(rulebook, item.when), (Chosen, frozenset(forms))), Conclusion(section, item.id)


def _tests(rulebook: Rulebook, when: Iterable[Condition]) -> _Tests:
    return tuple(
        (Found, condition.subject)
        if condition.operator == "finding"
        else (Answer, condition.subject, rulebook.accepted(condition))
        for condition in when
    )


def _action(conclusions: list[Conclusion]) -> Callable[..., None]:
    noted = [(section, item) for section, item, _ in conclusions]
    found = [Found(id=finding) for _, _, finding in conclusions if finding is not None]

    def action(engine: Network, **_: Any) -> None:
        for section, item in noted:
            engine.fired[section].add(item)
        if found:
            engine.declare(*found)

    action.__name__ = conclusions[0].id
    # experta looks for the signature twice per rule, a third of the time of building; they are all alike.
    action.__signature__ = _SIGNATURE  # type: ignore[attr-defined]  # a function takes any attribute
    return action


_SIGNATURE = signature(lambda engine, **_: None)


def _pattern(test: tuple[Any, ...]) -> Any:
    kind, about, *options = test
    if kind is Answer:
        return Answer(question=about, option=OneOf(*options))
    return Found(id=about) if kind is Found else Chosen(one_of=about)
