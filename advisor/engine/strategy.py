"""The order in which experta fires, corrected."""

from __future__ import annotations

from bisect import insort
from operator import attrgetter
from typing import Any

from advisor.engine.experta_shim import experta  # noqa: F401 - must be first: makes experta.abstract importable

from experta.abstract import Strategy  # isort: skip

FEW = 16
"""Activations that are put in their places one by one; more are sorted in together."""

_KEY = attrgetter("key")
"""Read without a call back into Python for every comparison."""


class ExactStrategy(Strategy):  # type: ignore[misc]  # experta is not typed
    """Highest salience first, then name; an activation that no longer holds never fires.

    The stock strategy looks for such an activation at three places of the agenda only, so it
    can stay and fire when several share a key; and it breaks ties by hash order.
    """

    def _update_agenda(self, agenda: Any, added: Any, removed: Any) -> None:
        for activation in removed:
            activation.key = _key(activation)
            if activation in agenda.activations:
                agenda.activations.remove(activation)
        for activation in added:
            activation.key = _key(activation)
        if len(added) > FEW:
            agenda.activations.extend(added)
            agenda.activations.sort(key=_KEY)
            return
        for activation in added:
            insort(agenda.activations, activation, key=_KEY)


def _key(activation: Any) -> tuple[int, str, list[int]]:
    rule = activation.rule
    return rule.salience, rule.__name__, sorted([fact["__factid__"] for fact in activation.facts])
