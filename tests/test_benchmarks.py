"""The benchmarks measure the same work everywhere, on rulebooks like ours."""

from __future__ import annotations

from collections import Counter
from typing import Any

import msgspec
import pytest

from advisor.engine import Engine
from advisor.rulebook.sections import SECTIONS
from benchmarks.engines import by_masks, cases, disagreement, ours, stock
from benchmarks.grown import grown, size
from benchmarks.measure import in_turn, rows
from benchmarks.work import fired, work_of
from tests import knowledge
from tests.rulebooks import shipped


def as_files(rulebook: Any) -> dict[str, Any]:
    """A rulebook as its author would have written it, in one file per topic and one for the rest."""

    def plain(item: Any) -> Any:
        return msgspec.to_builtins(item, enc_hook=lambda condition: condition.as_yaml())

    files: dict[str, Any] = {"rules/rulebook.yaml": {"version": rulebook.version, "topics": list(rulebook.topics)}}
    for topic in rulebook.topics.values():
        questions = [plain(q) for q in rulebook.questions.values() if rulebook.topic_of[q.id] == topic.id]
        files[f"rules/{topic.id}.yaml"] = {"topic": topic.id, "title": plain(topic.title), "questions": questions}
    rest = {s: [plain(i) for i in getattr(rulebook, s).values()] for s in SECTIONS if s != "questions"}
    files["glossary/terms.yaml"] = {"terms": rest.pop("terms")}
    files["rules/rest.yaml"] = rest
    return files


def without_nothing(value: Any) -> Any:
    """Keys that say nothing are left out, as authors do."""
    if isinstance(value, dict):
        return {key: without_nothing(v) for key, v in value.items() if v is not None}
    return [without_nothing(v) for v in value] if isinstance(value, list) else value


def test_a_grown_rulebook_is_valid(tmp_path):
    book = grown(shipped(), 300, seed=1)
    loaded = knowledge.load(knowledge.write(tmp_path, without_nothing(as_files(book))))
    assert loaded.rules == book.rules
    assert loaded.findings == book.findings


@pytest.mark.parametrize("rules", [120, 1000])
def test_a_grown_rulebook_has_the_size_asked_for_and_the_shape_of_ours(rules):
    ours_now, book = shipped(), grown(shipped(), rules, seed=2)
    assert size(book) == pytest.approx(rules, rel=0.05)
    lengths, grown_lengths = (Counter(len(r.when) for r in b.rules.values()) for b in (ours_now, book))
    for length in (1, 2):
        assert grown_lengths[length] / len(book.rules) == pytest.approx(lengths[length] / len(ours_now.rules), abs=0.1)


def test_the_same_seed_grows_the_same_rulebook():
    assert grown(shipped(), 200, seed=3).hash == grown(shipped(), 200, seed=3).hash
    assert grown(shipped(), 200, seed=3).hash != grown(shipped(), 200, seed=4).hash


def test_the_engine_its_stock_matcher_and_the_explorer_do_the_same_work():
    work = work_of(grown(shipped(), 150, seed=5))
    given = cases(work.rulebook, 6)
    for other in (stock, by_masks):
        assert disagreement(ours(work), other(work), given) == ""


def test_an_engine_that_misses_something_is_found_out():
    work = work_of(grown(shipped(), 150, seed=5))
    one = ours(work)
    assert disagreement(one, lambda case: frozenset(sorted(one(case))[1:]), cases(work.rulebook, 4)) != ""


def test_the_work_names_everything_that_can_fire():
    book = grown(shipped(), 150, seed=6)
    names = {entry.name for entry in work_of(book).entries}
    assert len(names) == size(book) - sum(not segment.when for segment in book.segments.values())
    for case in cases(book, 4):
        assert fired(Engine(book).evaluate(case.answers, lambda _, case=case: case.forms)) <= names


def test_a_ratio_is_taken_within_a_round():
    ticks = iter([2.0, 4.0, 10.0, 30.0])
    taken = in_turn({"base": lambda _: None, "other": lambda _: None}, 2, 1, clock=lambda _: next(ticks))
    row = rows(taken, "base", {"other": 2.0})[1]
    assert (row.ratio, row.low, row.high, row.met) == (2.5, 2.0, 3.0, False)
