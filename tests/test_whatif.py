"""Trying other answers: nothing happens to the manager's own, and every step can be taken back."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advisor.interview.whatif import Scenario, WhatIf
from advisor.rulebook.model import UNKNOWN
from advisor.rulebook.rulebook import Rulebook
from tests import knowledge
from tests.rulebooks import interviews, shipped

OWN = {"goals": "balanced", "current_model": "mixed", "size": "medium", "night": "quiet"}


@pytest.fixture
def tried(tmp_path: Path) -> WhatIf:
    return WhatIf(knowledge.small(tmp_path), OWN)


def test_before_any_change_the_answers_are_the_managers_own(tried: WhatIf) -> None:
    assert (tried.answers, tried.changes) == (OWN, {})
    assert not tried.undo()


def test_another_answer_changes_what_is_tried_and_not_the_own_answers(tried: WhatIf) -> None:
    tried.change({"size": "large"})
    assert tried.answers["size"] == tried.answer("size") == "large"
    assert tried.changes == {"size": "large"}
    assert tried.own == OWN


def test_the_own_answer_again_is_no_change(tried: WhatIf) -> None:
    tried.change({"size": "large"})
    tried.change({"size": "medium"})
    assert tried.changes == {}


def test_several_answers_at_once_are_one_step_back(tried: WhatIf) -> None:
    tried.change({"size": "large"})
    tried.change({"goals": UNKNOWN, "night": "busy"})
    assert tried.undo()
    assert tried.changes == {"size": "large"}
    assert tried.undo()
    assert tried.changes == {}


def test_a_step_that_changes_nothing_is_not_a_step(tried: WhatIf) -> None:
    tried.change({"size": "medium"})
    assert not tried.undo()


def test_turning_goes_round_all_options_and_dont_know(tried: WhatIf) -> None:
    seen = []
    for _ in range(4):
        tried.turn("size", 1)
        seen.append(tried.answer("size"))
    assert seen == ["large", UNKNOWN, "small", "medium"]
    tried.turn("size", -1)
    assert tried.answer("size") == "small"


def test_turning_starts_at_the_first_option_where_there_is_no_answer(tmp_path: Path) -> None:
    rulebook = knowledge.small(tmp_path)
    forwards, backwards = WhatIf(rulebook, {}), WhatIf(rulebook, {})
    forwards.turn("size", 1)
    backwards.turn("size", -1)
    assert (forwards.answer("size"), backwards.answer("size")) == ("small", UNKNOWN)


def test_a_question_that_no_longer_applies_is_not_shown_and_comes_back(tried: WhatIf) -> None:
    assert "night" in tried.questions
    tried.change({"size": "small"})
    assert "night" not in tried.questions
    tried.undo()
    assert "night" in tried.questions


def test_a_scenario_is_shown_again_whole_and_can_be_taken_back(tried: WhatIf) -> None:
    tried.change({"size": "large"})
    tried.show(Scenario(1, {"night": "busy"}))
    assert tried.changes == {"night": "busy"}
    tried.show(None)
    assert tried.changes == {}
    tried.undo()
    tried.undo()
    assert tried.changes == {"size": "large"}


@pytest.mark.parametrize("changes", [{"size": "huge"}, {"weight": "large"}, {"size": "large", "night": "loud"}])
def test_what_is_no_option_is_refused_and_changes_nothing(tried: WhatIf, changes: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="not an option"):
        tried.change(changes)
    assert tried.changes == {}


@given(st.data())
@settings(deadline=None, max_examples=40)
def test_undo_as_often_as_was_changed_leads_back_to_the_own_answers(data: st.DataObject) -> None:
    rulebook: Rulebook = shipped()
    own = data.draw(interviews(rulebook))
    tried = WhatIf(rulebook, own)
    for question in data.draw(st.lists(st.sampled_from([*rulebook.questions]), max_size=8)):
        tried.turn(question, data.draw(st.integers(-3, 3)))
        assert all(tried.answers[q] == o for q, o in own.items() if q not in tried.changes)
    while tried.undo():
        pass
    assert (tried.answers, tried.changes) == (own, {})
