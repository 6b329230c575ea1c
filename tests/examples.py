"""Few random examples in ``make test``, many in ``make test-slow``."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st


def few_or_many(few: int, many: int) -> pytest.MarkDecorator:
    """Runs a test with each of two counts of ``examples``; the second is slow."""
    return pytest.mark.parametrize("examples", [few, pytest.param(many, marks=pytest.mark.slow)])


def holds(strategy: st.SearchStrategy[Any], examples: int) -> Callable[[Callable[[Any], None]], None]:
    """Runs a check on so many examples, at once."""

    def run(check: Callable[[Any], None]) -> None:
        quiet = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
        settings(max_examples=examples, deadline=None, suppress_health_check=quiet)(given(strategy)(check))()

    return run
