"""The mixes that consultants see again and again come out of answers that ask for them."""

from __future__ import annotations

from pathlib import Path

import pytest

from advisor.advice import Advice, Advisor
from advisor.interview.answers_reading import read_answers
from advisor.rulebook.yaml12 import read
from tests.rulebooks import shipped

CASES = Path(__file__).parent / "cases"
PATTERNS = read((CASES / "patterns.yaml").read_bytes(), "patterns.yaml").data
ADVISOR = Advisor(shipped())


def forms(advice: Advice) -> set[str]:
    return {part.form for part in advice.mix}


def story(name: str) -> Advice:
    file = read_answers((CASES / f"{name}.yaml").read_bytes(), name, shipped(), "en")
    return ADVISOR.advise(file.answers)


@pytest.mark.parametrize("pattern", PATTERNS)
def test_a_pattern_of_practice_comes_out_of_fitting_answers(pattern):
    advice = ADVISOR.advise(PATTERNS[pattern]["answers"])
    assert forms(advice) == set(PATTERNS[pattern]["forms"])


@pytest.mark.parametrize("name", ["story_01", "story_06"], ids=["season outside", "calamity overflow"])
def test_the_base_stays_in_house_and_what_comes_on_top_goes_outside(name):
    advice = story(name)
    assert forms(advice) == {"insourcing", "outsourcing"}


def test_every_part_of_a_mix_scores_what_it_says():
    for pattern in PATTERNS.values():
        advice = ADVISOR.advise(pattern["answers"])
        for part in advice.mix:
            standing = advice.standing(part.form)
            there = sum(a.effect for a in standing.arguments if a.segment == part.segment)
            assert part.score == standing.score + there
