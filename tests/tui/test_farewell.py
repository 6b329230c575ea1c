"""What stays in the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.advice import Advisor
from advisor.report.farewell import WIDTH, farewell

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


def test_an_interview_that_was_left_ends_with_the_advice_so_far_in_lines_that_fit(rulebook: Rulebook) -> None:
    left = farewell(Advisor(rulebook).advise({"goals": "balanced"}), "en", finished=False)
    assert left.startswith("The advice so far, not yet on all questions:\n")
    assert all(len(line) <= WIDTH for line in left.splitlines())
