"""What the explorer is asked in an interview, beside one evaluation by the engine."""

from __future__ import annotations

import random
from itertools import combinations
from typing import TYPE_CHECKING

from advisor.advice import Advisor
from advisor.engine import Engine
from advisor.explorer.columns import listed
from advisor.explorer.neighbours import robustness
from advisor.explorer.proving import prove
from advisor.explorer.reading import Reading
from advisor.rulebook.model import UNKNOWN
from advisor.tui.desk import Desk
from advisor.tui.effect import Effect
from benchmarks.engines import SEED
from benchmarks.grown import interview
from benchmarks.measure import Row, in_turn, rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from advisor.rulebook.rulebook import Rulebook

COUNT, ROUNDS = 10, 3
EVALUATION = "one evaluation by the engine"


def in_an_interview(rulebook: Rulebook) -> dict[str, list[Row]]:
    """The tables."""
    chance = random.Random(SEED)
    answers = [interview(rulebook, chance) for _ in range(COUNT)]
    engine, reading, advisor, desk = Engine(rulebook), Reading(rulebook), Advisor(rulebook), Desk(rulebook)
    rankings = [[standing.form for standing in advisor.advise(given).ranking] for given in answers]
    others = [_one_other(rulebook, given, chance) for given in answers]
    own = [desk.advise_on(given) for given in answers]
    desk.warm()

    changed = [[listed(list(_changed(rulebook, given, distance))) for given in answers] for distance in (1, 2)]

    def changes(number: int, distance: int) -> None:
        reading.of(changed[distance - 1][number]).headlines()

    def step(number: int) -> None:
        list(Effect(own[number], desk.advise_on(others[number]), "nl", 80).bars())

    runs = {
        EVALUATION: lambda number: engine.evaluate(answers[number], lambda _: rankings[number][:1]),
        "a whole advice": lambda number: advisor.advise(answers[number]),
        "headlines of all single changes, masks given": lambda number: changes(number, 1),
        "headlines of all pairs of changes, masks given": lambda number: changes(number, 2),
        "robustness as a whole": lambda number: robustness(reading, answers[number], rankings[number]),
        "thresholds of the goals": lambda number: advisor.advise(answers[number]).thresholds,
        "a step in What if: advice and bars": step,
        "what is still possible, half answered": lambda number: advisor.advise(_half(answers[number])).possible,
    }
    table = rows(in_turn(runs, ROUNDS, COUNT), EVALUATION, notes={"thresholds of the goals": "with its advice"})
    once = {EVALUATION: runs[EVALUATION], "check --prove": lambda _: prove(rulebook)}
    return {
        "In an interview (the shipped rulebook)": table,
        "Proofs (the shipped rulebook)": rows(in_turn(once, ROUNDS, 1), EVALUATION),
    }


def _changed(rulebook: Rulebook, answers: Mapping[str, str], distance: int) -> Iterator[dict[str, str]]:
    """Every interview with ``distance`` other answers."""
    others = [(q, o.id) for q in answers for o in rulebook.questions[q].options if o.id != answers[q]]
    for changes in combinations(others, distance):
        if len({question for question, _ in changes}) == distance:
            yield {**answers, **dict(changes)}


def _half(answers: Mapping[str, str]) -> dict[str, str]:
    return dict(list(answers.items())[: len(answers) // 2])


def _one_other(rulebook: Rulebook, answers: Mapping[str, str], chance: random.Random) -> dict[str, str]:
    question = chance.choice(list(answers))
    options = [option.id for option in rulebook.questions[question].options]
    return {**answers, question: chance.choice([o for o in (*options, UNKNOWN) if o != answers[question]])}
