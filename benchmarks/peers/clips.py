"""CLIPS, through clipspy: the answers go in and the names of what fired come out in one function call.

Facts made one by one through the Python interface would slow the environment down with every reset,
so one deffunction asserts them from its arguments and returns what fired as a multifield.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import clips

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.work import Case, Entry, Evaluate, Fired, Work

EVALUATE = """
(deffunction evaluate ($?given)
  (reset)
  (bind ?answers (nth$ 1 ?given))
  (loop-for-count (?place 1 ?answers)
    (assert (answer (nth$ (* 2 ?place) ?given) (nth$ (+ 1 (* 2 ?place)) ?given))))
  (loop-for-count (?place (+ 2 (* 2 ?answers)) (length$ ?given))
    (assert (chosen (nth$ ?place ?given))))
  (run)
  ?*fired*)
"""


def build(work: Work) -> Evaluate:
    """Every rule a defrule that notes its number in a global."""
    return _built([(tuple(_patterns(entry)), [entry]) for entry in work.entries])


def build_merged(work: Work) -> Evaluate:
    """As :func:`build`, with one defrule for all that has the same conditions, as our own engine has it."""
    merged: dict[tuple[str, ...], list[Entry]] = {}
    for entry in work.entries:
        merged.setdefault(tuple(_patterns(entry)), []).append(entry)
    return _built(list(merged.items()))


def _built(rules: list[tuple[tuple[str, ...], list[Entry]]]) -> Evaluate:
    environment = clips.Environment()
    environment.build("(defglobal ?*fired* = (create$))")
    for number, (patterns, entries) in enumerate(rules):
        found = [f"(assert (found {entry.finds}))" for entry in entries if entry.finds]
        action = f"(bind ?*fired* ?*fired* {number}) {' '.join(found)}"
        environment.build(f"(defrule r{number} {' '.join(patterns)} => {action})")
    environment.build(EVALUATE)
    names = [[entry.name for entry in entries] for _, entries in rules]

    def evaluate(case: Case) -> Fired:
        answers = " ".join(f"{question} {option}" for question, option in case.answers.items())
        returned = environment.eval(f"(evaluate {len(case.answers)} {answers} {' '.join(case.forms)})")
        return frozenset(name for number in returned for name in names[number])

    return evaluate


def _patterns(entry: Entry) -> Iterator[str]:
    for question, options in entry.tests:
        yield f"(answer {question} {'|'.join(options)})"
    for finding in entry.needs:
        yield f"(found {finding})"
    if entry.forms:
        yield f"(chosen {'|'.join(entry.forms)})"
