"""The answers of an interview as a file a person can read, keep and go on with."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from advisor.words import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from advisor.interview.interview import Interview
    from advisor.interview.whatif import Scenario
    from advisor.language import Language


def write_answers(interview: Interview, language: Language) -> str:
    """Every answer and note as YAML, answers set aside and ``unknown`` included, in question order.

    A question without a note is one line, ``question: option``; with a note it is ``option`` and
    ``note`` below the question, and only ``note`` when it has no answer yet.
    """
    return "\n".join([f"language: {language}", *_answers(interview)]) + "\n"


def write_scenarios(scenarios: Iterable[Scenario], language: Language) -> str:
    """Scenarios as comments under the answers: what would have to be changed above to get each."""
    return "".join(
        f"# {say('scenario_differs', language, number=scenario.number)}\n"
        + "".join(f"#   {question}: {option}\n" for question, option in scenario.changes.items())
        for scenario in scenarios
    )


def _answers(interview: Interview) -> Iterator[str]:
    given, notes = interview.given, interview.notes
    questions = [question for question in interview.rulebook.questions if question in given or question in notes]
    yield "answers:" if questions else "answers: {}"
    for question in questions:
        if question not in notes:
            yield f"  {question}: {given[question]}"
            continue
        yield f"  {question}:"
        if question in given:
            yield f"    option: {given[question]}"
        yield f"    note: {json.dumps(notes[question], ensure_ascii=False)}"
