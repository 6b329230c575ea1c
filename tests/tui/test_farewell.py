"""What stays in the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.advice import Advisor
from advisor.report.farewell import farewell

if TYPE_CHECKING:
    from advisor.rulebook.rulebook import Rulebook


def test_title_margin_open_points_and_cautions(rulebook: Rulebook) -> None:
    advice = Advisor(rulebook).advise({"current_model": "none", "size": "small"})
    assert farewell(advice, "en").splitlines() == [
        "insourcing start (en)",
        "insourcing (en): 6 points ahead of outsourcing (en).",
        "Still to find out: one question.",
        "One caution comes with this advice.",
    ]


def test_nothing_known_names_no_form(rulebook: Rulebook) -> None:
    lines = farewell(Advisor(rulebook).advise({}), "nl").splitlines()
    assert lines == ["Er is nog te weinig bekend voor een advies", "Nog uit te zoeken: 3 vragen."]
