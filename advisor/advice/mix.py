"""Which form fits which part of the work."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from advisor.advice.model import Mix, Standing
    from advisor.engine import Trace
    from advisor.rulebook.rulebook import Rulebook


def compose(
    rulebook: Rulebook, ranking: tuple[Standing, ...], trace: Trace, answers: Mapping[str, str]
) -> tuple[Mix, ...]:
    """The mix; empty, because it is not built yet."""
    return ()
