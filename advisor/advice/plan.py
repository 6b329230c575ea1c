"""The seven steps, filled with the tasks that fit the advice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.advice.model import Stage

if TYPE_CHECKING:
    from advisor.engine import Trace
    from advisor.rulebook.rulebook import Rulebook


def stages(rulebook: Rulebook, trace: Trace) -> tuple[Stage, ...]:
    """The steps in order; empty when nothing is advised, and then there is nothing to plan."""
    if not trace.tasks:
        return ()
    tasks = sorted((rulebook.tasks[task] for task in trace.tasks), key=lambda task: (task.start_week, task.id))
    steps = sorted(rulebook.steps.values(), key=lambda step: step.number)
    return tuple(Stage(step, tuple(task for task in tasks if task.step == step.number)) for step in steps)
