"""The shipped glossary answers to what people really type, and is sound in itself."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from advisor.interview.understanding import TermAsked, understand
from advisor.language import LANGUAGES, Language
from advisor.rulebook.lookup import Glossary
from advisor.rulebook.yaml12 import read
from advisor.text import fold
from tests import rulebooks

if TYPE_CHECKING:
    from advisor.rulebook.model import Term

RULEBOOK = rulebooks.shipped()
TERMS = RULEBOOK.terms
GLOSSARY = Glossary(TERMS)
MOST_SENTENCES = 2

GENERALLY_KNOWN = {
    "EU": "every newspaper writes it like this",
    "ICT": "no Dutch manager writes it in full",
    "IT": "no British manager writes it in full",
    "HR": "the name of the department in most companies",
    "VAT": "on every invoice",
}
"""Abbreviations the glossary need not explain, and why."""

_ABBREVIATION = re.compile(r"\b[A-Z]{2,5}\b")
_SENTENCE_END = re.compile(r"[.!?](?=\s|$)")


@cache
def queries() -> dict[str, list[dict[str, Any]]]:
    path = Path(__file__).parent / "queries" / "glossary.yaml"
    document = read(path.read_bytes(), path.name)
    assert not document.faults
    return dict(document.data)


def called(term: Term, language: Language) -> set[str]:
    """Name and synonyms of a term, folded; a name with an explanation in brackets also without it."""
    name = term.name.in_(language)
    return {fold(words) for words in (name, name.partition("(")[0], *getattr(term.also, language))}


# -- what people type -------------------------------------------------------------------------------


def test_the_queries_are_many_distinct_and_about_terms_that_exist() -> None:
    data = queries()
    for language in LANGUAGES:
        assert sum(query["language"] == language for query in data["queries"]) >= 40
        assert sum(query["language"] == language for query in data["nonsense"]) >= 20
    typed = Counter((query["language"], query["query"]) for part in data.values() for query in part)
    assert [words for words, count in typed.items() if count > 1] == []
    assert {query["term"] for query in data["queries"]} <= set(TERMS)


def test_the_term_meant_is_the_first_one_found() -> None:
    misses = []
    for query in queries()["queries"]:
        found = [term.id for term in GLOSSARY.find(query["query"])]
        if found[:1] != [query["term"]]:
            misses.append(f'{query["language"]} "{query["query"]}": {query["term"]} wanted, found {found}')
    print("\n".join(misses))
    assert not misses


def test_nonsense_and_near_misses_find_nothing() -> None:
    found = {query["query"]: [term.id for term in GLOSSARY.find(query["query"])] for query in queries()["nonsense"]}
    assert {words: terms for words, terms in found.items() if terms} == {}


def test_a_question_about_a_word_is_understood_in_the_middle_of_the_interview() -> None:
    about = next(iter(RULEBOOK.questions.values()))
    misses = []
    for query in queries()["questions"]:
        meant = understand(query["query"], about, query["language"], GLOSSARY)
        if not isinstance(meant, TermAsked) or meant.term != query.get("term"):
            misses.append(f'{query["language"]} "{query["query"]}": {query.get("term")} wanted, understood {meant}')
    print("\n".join(misses))
    assert not misses


@pytest.mark.parametrize("every", [5, pytest.param(1, marks=pytest.mark.slow)])
@pytest.mark.parametrize("language", LANGUAGES)
def test_synonyms_find_their_own_term_first(language: Language, every: int) -> None:
    """Those of every fifth term; of all terms in the slow tests."""
    misses = []
    for term in list(TERMS.values())[::every]:
        for words in getattr(term.also, language):
            if (found := GLOSSARY.find(words)[:1]) != (term,):
                misses.append(f'"{words}": {term.id} wanted, found {[other.id for other in found]}')
    print("\n".join(misses))
    assert not misses


# -- sound ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_to_z_has_every_term_once_and_every_letter_together(language: Language) -> None:
    listed = GLOSSARY.a_to_z(language)
    assert Counter(term.id for term in listed) == Counter(list(TERMS))
    initials = [fold(term.name.in_(language))[0] for term in listed]
    assert initials == sorted(initials)
    assert set(initials) == {fold(term.name.in_(language))[0] for term in TERMS.values()}


def test_the_dutch_a_to_z_has_all_letters_and_the_english_all_but_x() -> None:
    letters = set("abcdefghijklmnopqrstuvwxyz")
    initials = {
        language: {fold(term.name.in_(language))[0] for term in GLOSSARY.a_to_z(language)} for language in LANGUAGES
    }
    assert letters - initials["nl"] == set()
    assert letters - initials["en"] == {"x"}  # no word of the trade starts with it


def test_references_between_terms_are_alive_two_way_and_never_to_itself() -> None:
    links = {(term.id, other) for term in TERMS.values() for other in term.see_also}
    assert [link for link in links if link[1] not in TERMS or link[0] == link[1]] == []
    assert sorted(links - {(there, here) for here, there in links}) == []


def test_the_loader_knows_every_term_the_rules_name() -> None:
    named = {name for question in RULEBOOK.questions.values() for name in question.terms}
    assert named
    assert named <= set(TERMS)


def test_no_two_terms_are_called_the_same_in_either_language() -> None:
    owners: dict[str, set[str]] = defaultdict(set)
    for term in TERMS.values():
        for words in called(term, "nl") | called(term, "en"):
            owners[words.replace(" ", "")].add(term.id)
    assert {words: sorted(terms) for words, terms in owners.items() if len(terms) > 1} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_definition_is_two_sentences_at_most(language: Language) -> None:
    too_long = [
        term.id for term in TERMS.values() if len(_SENTENCE_END.findall(term.definition.in_(language))) > MOST_SENTENCES
    ]
    assert too_long == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_abbreviation_is_explained_in_the_same_language(language: Language) -> None:
    known = {words for term in TERMS.values() for words in called(term, language)}
    unexplained = defaultdict(list)
    for term in TERMS.values():
        for text in (term.definition, term.why):
            for short in _ABBREVIATION.findall(text.in_(language)):
                if fold(short) not in known and short not in GENERALLY_KNOWN:
                    unexplained[short].append(term.id)
    assert unexplained == {}
