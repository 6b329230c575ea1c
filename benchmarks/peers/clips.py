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
    environment = clips.Environment()
    environment.build("(defglobal ?*fired* = (create$))")
    names = [entry.name for entry in work.entries]
    for number, entry in enumerate(work.entries):
        environment.build(_defrule(number, entry))
    environment.build(EVALUATE)

    def evaluate(case: Case) -> Fired:
        answers = " ".join(f"{question} {option}" for question, option in case.answers.items())
        returned = environment.eval(f"(evaluate {len(case.answers)} {answers} {' '.join(case.forms)})")
        return frozenset(names[number] for number in returned)

    return evaluate


def _defrule(number: int, entry: Entry) -> str:
    finds = f"(assert (found {entry.finds}))" if entry.finds else ""
    return f"(defrule r{number} {' '.join(_patterns(entry))} => (bind ?*fired* ?*fired* {number}) {finds})"


def _patterns(entry: Entry) -> Iterator[str]:
    for question, options in entry.tests:
        yield f"(answer {question} {'|'.join(options)})"
    for finding in entry.needs:
        yield f"(found {finding})"
    if entry.forms:
        yield f"(chosen {'|'.join(entry.forms)})"
