"""durable_rules: answers, findings and forms as facts of one session, cleared after every evaluation."""

from __future__ import annotations

from functools import reduce
from itertools import count
from operator import or_
from typing import TYPE_CHECKING, Any

from durable import lang

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from benchmarks.work import Case, Entry, Evaluate, Fired, Work

_numbers = count()


def build(work: Work) -> Evaluate:
    """A rule set in which every rule notes its name."""
    name, sessions = f"rules{next(_numbers)}", count()
    fired: set[str] = set()
    # A fact that no rule looks at is an error to this engine.
    asked = {(question, option) for entry in work.entries for question, options in entry.tests for option in options}
    with lang.ruleset(name):
        for entry in work.entries:
            lang.when_all(*_patterns(entry))(_action(entry, fired))

    def evaluate(case: Case) -> Fired:
        fired.clear()
        session = str(next(sessions))
        facts = [
            {"question": question, "option": option}
            for question, option in case.answers.items()
            if (question, option) in asked
        ]
        facts += [{"form": form} for form in case.forms]
        for fact in facts:
            lang.assert_fact(name, {**fact, "sid": session})
        lang.delete_state(name, session)
        return frozenset(fired)

    return evaluate


def _patterns(entry: Entry) -> Iterator[Any]:
    for question, options in entry.tests:
        yield (lang.m.question == question) & reduce(or_, [lang.m.option == option for option in options])
    for finding in entry.needs:
        yield lang.m.finding == finding
    if entry.forms:
        yield reduce(or_, [lang.m.form == form for form in entry.forms])


def _action(entry: Entry, fired: set[str]) -> Callable[[Any], None]:
    def action(c: Any) -> None:
        fired.add(entry.name)
        if entry.finds and f"found {entry.finds}" not in fired:
            c.assert_fact({"finding": entry.finds})

    action.__name__ = entry.name
    return action
