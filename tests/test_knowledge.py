"""The knowledge we ship is sound, complete and well written in both languages."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from advisor.language import LANGUAGES, Text
from advisor.rulebook import locate
from advisor.rulebook.loading import examine
from advisor.rulebook.model import CRITERIA, FORMS
from advisor.rulebook.rulebook import GOALS
from scripts import write_coverage as coverage
from tests import rulebooks

if TYPE_CHECKING:
    from collections.abc import Iterator

RULEBOOK = rulebooks.shipped()

LONG = 40
"""A text of more letters than this is a sentence, not a name that both languages may share."""


def texts(value: Any, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Text]]:
    """Every bilingual text under a value, with the way to it."""
    if isinstance(value, Text):
        yield path, value
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from texts(getattr(value, name), (*path, name))
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from texts(inner, (*path, key))
    elif isinstance(value, tuple):
        for place, inner in enumerate(value):
            yield from texts(inner, (*path, str(place)))


COLLECTIONS = {
    name: collection
    for name in RULEBOOK.__dataclass_fields__
    if isinstance(collection := getattr(RULEBOOK, name), dict) and name != "topic_of"
}
TEXTS = dict(texts(COLLECTIONS, ()))
"""Where a text stands (collection, id, field, ...) → the text."""

SENTENCES = {"because", "why", "demand", "do", "definition", "lift", "how_to_find_out", "what", "left_out"}
NAMES = {"name", "label", "title", "options", "none", "adjust", "switch", "start"}
"""Fields that hold no sentence: titles, labels, what is in a list."""


def fields(path: tuple[str, ...]) -> set[str]:
    return set(path[2:])


# -- sound ------------------------------------------------------------------------------------------


def test_the_shipped_rulebook_has_no_faults() -> None:
    assert [str(fault) for fault in examine(locate.shipped()).faults] == []


def test_nothing_that_fires_shares_a_name_and_no_file_shares_an_id() -> None:
    reading = examine(locate.shipped())
    per_section = Counter((entry.section, entry.id) for entry in reading.entries)
    assert [name for name, count in per_section.items() if count > 1] == []
    sections = ("findings", "derivations", "rules", "gates", "cautions")
    firing = Counter(entry.id for entry in reading.entries if entry.section in sections)
    assert [name for name, count in firing.items() if count > 1] == []


def test_there_are_as_many_questions_as_an_interview_can_bear() -> None:
    assert 24 <= len(RULEBOOK.questions) <= 30


@pytest.mark.parametrize("form", FORMS)
def test_every_form_has_arguments_for_and_against_on_several_criteria(form: str) -> None:
    rules = [rule for rule in RULEBOOK.rules.values() if rule.form == form]
    for sign in (1, -1):
        assert len([rule for rule in rules if rule.sign == sign and rule.segment is None]) >= 3
    assert len({rule.criterion for rule in rules}) >= 3


def test_weights_follow_the_order_of_the_goals() -> None:
    for option in RULEBOOK.questions[GOALS].options:
        weights = RULEBOOK.goals[option.id].weights
        assert set(weights) == set(CRITERIA)
        if option.id == "balanced":
            assert {weights["quality"], weights["flexibility"], weights["cost"]} == {2}
        else:
            assert [weights[criterion] for criterion in option.id.split("_")] == [3, 2, 1]
        assert weights["feasibility"] == RULEBOOK.goals["unknown"].weights["feasibility"]
    assert RULEBOOK.goals["unknown"].weights == RULEBOOK.goals["balanced"].weights


def test_every_option_is_distinct_in_both_languages() -> None:
    for question in RULEBOOK.questions.values():
        for language in LANGUAGES:
            shown = [option.text.in_(language) for option in question.options]
            assert len(set(shown)) == len(shown), question.id


def test_every_question_is_asked_for_something() -> None:
    mentioned = {
        condition.subject
        for collection in COLLECTIONS.values()
        for item in collection.values()
        for field in ("when", "ask_if")
        for condition in getattr(item, field, ())
        if condition.operator != "finding"
    }
    assert set(RULEBOOK.questions) - mentioned == {GOALS} - mentioned


# -- well written ---------------------------------------------------------------------------------


def offending(wrong: Any) -> list[str]:
    return [f"{'/'.join(path)}: {t!r}" for path, text in TEXTS.items() for t in (text.nl, text.en) if wrong(path, t)]


def test_no_text_has_stray_blanks_or_line_breaks() -> None:
    assert len(TEXTS) > 1000
    assert offending(lambda _, t: t != " ".join(t.split())) == []


def test_no_text_has_a_blank_before_or_doubled_punctuation() -> None:
    assert offending(lambda _, t: re.search(r" [,.;:?!](?!\w)|\.\.|,,|\?\?|!!", t)) == []


def test_dutch_addresses_the_reader_politely() -> None:
    informal = re.compile(r"\b(je|jij|jou|jouw|jullie|jezelf)\b", re.IGNORECASE)
    assert [f"{'/'.join(path)}: {text.nl}" for path, text in TEXTS.items() if informal.search(text.nl)] == []


def test_sentences_end_like_sentences() -> None:
    assert offending(lambda path, t: fields(path) & SENTENCES and t[-1] not in ".?!") == []


def test_questions_end_with_a_question_mark() -> None:
    for question in RULEBOOK.questions.values():
        for language in LANGUAGES:
            assert question.text.in_(language).endswith("?"), question.id


def test_names_and_options_do_not_end_like_sentences() -> None:
    assert offending(lambda path, t: fields(path) & NAMES and t[-1] in ".?!:;,") == []


def test_sentences_and_questions_start_with_a_capital_or_a_number() -> None:
    assert offending(lambda path, t: (fields(path) & SENTENCES or path[0] == "questions") and t[0].islower()) == []


def test_long_texts_are_really_in_two_languages() -> None:
    same = [path for path, t in TEXTS.items() if t.nl == t.en and len(t.nl) > LONG]
    assert same == []
    apart = [
        path
        for path, t in TEXTS.items()
        if min(len(t.nl), len(t.en)) > LONG and max(len(t.nl), len(t.en)) > 2 * min(len(t.nl), len(t.en))
    ]
    assert apart == []


def test_no_text_is_in_the_wrong_language() -> None:
    dutch = re.compile(r"\b(het|een|niet|wordt|zijn|deze|voor|naar|ook|uw)\b")
    english = re.compile(r"\b(the|your|you|with|and|their|which|should|from)\b")
    long = {path: text for path, text in TEXTS.items() if len(text.nl) > LONG and fields(path) & SENTENCES}
    assert [path for path, t in long.items() if len(dutch.findall(t.en)) >= 2] == []
    assert [path for path, t in long.items() if len(english.findall(t.nl)) >= 2] == []


def test_a_caution_about_the_law_says_to_have_it_checked() -> None:
    for caution in RULEBOOK.cautions.values():
        if caution.kind == "law":
            assert "toets" in (caution.demand.nl + caution.do.nl).lower(), caution.id
            assert "check" in (caution.demand.en + caution.do.en).lower(), caution.id


# -- the glossary ---------------------------------------------------------------------------------


def test_see_also_goes_both_ways() -> None:
    terms = RULEBOOK.terms
    one_way = [
        f"{other} -> {term.id}"
        for term in terms.values()
        for other in term.see_also
        if term.id not in terms[other].see_also
    ]
    assert one_way == []


def test_no_term_refers_to_itself_or_twice_to_another() -> None:
    for term in RULEBOOK.terms.values():
        assert term.id not in term.see_also
        assert len(set(term.see_also)) == len(term.see_also), term.id


def test_a_name_belongs_to_one_term() -> None:
    for language in LANGUAGES:
        names = Counter(term.name.in_(language).casefold() for term in RULEBOOK.terms.values())
        assert [name for name, count in names.items() if count > 1] == []


# -- the sources ----------------------------------------------------------------------------------


def test_every_claim_of_a_source_is_carried_or_left_out_with_a_reason() -> None:
    assert [" ".join(claim) for claim in coverage.coverage(RULEBOOK).unmet] == []


def test_nothing_cites_a_source_for_what_was_left_out() -> None:
    assert [" ".join(claim) for claim in coverage.coverage(RULEBOOK).contradicted] == []


def test_the_page_about_coverage_is_up_to_date() -> None:
    """Else: make docs."""
    assert coverage.PAGE.read_text(encoding="utf-8") == coverage.page(RULEBOOK)
