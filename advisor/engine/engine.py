"""One evaluation: findings, arguments and gates first; then what belongs to the forms chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.engine.network import network_of
from advisor.engine.trace import Trace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from advisor.rulebook.rulebook import Rulebook


class Engine:
    """Evaluates answers against one rulebook; every evaluation starts clean."""

    def __init__(self, rulebook: Rulebook) -> None:
        self.rulebook = rulebook
        self._network = network_of(rulebook)

    def evaluate(self, answers: Mapping[str, str], choose: Callable[[Trace], Iterable[str]]) -> Trace:
        """All that fires.

        Args:
            answers: question → option or ``unknown``, only of questions that apply.
            choose: given what fired in the first run, the forms in the advice; the second run
                finds the cautions that belong to them. Nothing feeds back.
        """
        network = self._network
        network.reset()
        given = [(question, answers[question]) for question in self.rulebook.questions if question in answers]
        network.declare(*[network.answers[answer] for answer in given if answer in network.answers])
        network.run()
        first = self._trace()
        chosen = set(choose(first))
        network.declare(*[fact for group, fact in network.groups.items() if not chosen.isdisjoint(group)])
        network.run()
        return self._trace()

    def _trace(self) -> Trace:
        return Trace(**{section: tuple(sorted(ids)) for section, ids in self._network.fired.items()})
