"""The report says everything that is advised, in the reader's language, and shows hostile text as text."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from advisor.advice import Advice, Advisor
from advisor.interview.answers_reading import read_answers
from advisor.language import LANGUAGES, Language, number
from advisor.report import as_markdown, as_text, dates
from advisor.report.contents import form_contents
from advisor.report.document import Block, Heading, Items, Paragraph, Table
from advisor.report.formats import render
from advisor.rulebook.loading import load
from advisor.rulebook.model import FORMS
from advisor.words import WORDS, say
from tests import knowledge, rulebooks

if TYPE_CHECKING:
    from markdown_it.token import Token

CASES = sorted((Path(__file__).parent / "cases").glob("case_*.yaml"))[:12]
FULL = {"goals": "balanced", "current_model": "insourcing", "size": "large", "night": "busy"}
PLAIN_TOKENS = {"heading", "paragraph", "bullet_list", "ordered_list", "list_item", "inline", "text"} | {
    *("table", "thead", "tbody", "tr", "th", "td")
}
"""All that a report is made of; anything else was made by someone's text."""


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Advisor:
    """The small rulebook, with a second role and a caution of each severity."""
    files = knowledge.frame()
    topic = files["rules/basics.yaml"]
    topic["questions"][2]["who_knows"] = "planner"
    topic["cautions"] += [rulebooks.caution(f"c{n}", [{"size": "large"}], ["outsourcing"], n) for n in (1, 2, 3)]
    topic["gates"].append(rulebooks.gate("no_agency", [{"size": "large"}], "temp_agency"))
    files["rules/forms.yaml"]["roles"].append({"id": "planner", "name": knowledge.text("planner")})
    knowledge.write(directory := tmp_path_factory.mktemp("reports"), files)
    return Advisor(load(directory))


@pytest.fixture(scope="module")
def shipped() -> list[Advice]:
    """The advice on each example client."""
    rulebook = rulebooks.shipped()
    advisor = Advisor(rulebook)
    files = [read_answers(case.read_bytes(), case.name, rulebook, "en") for case in CASES]
    return [advisor.advise(file.answers, file.notes) for file in files]


def markdown(text: str) -> list[Token]:
    return MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).parse(text)


def kinds(tokens: list[Token]) -> set[str]:
    """What a reader of Markdown makes of it."""
    found = {token.type.removesuffix("_open").removesuffix("_close") for token in tokens}
    return found | {child.type for token in tokens for child in token.children or ()}


def shown(tokens: list[Token]) -> list[str]:
    """Every text as a reader of Markdown shows it, in order."""
    return ["".join(child.content for child in token.children or ()) for token in tokens if token.type == "inline"]


def flat(text: str) -> str:
    return " ".join(text.split())


def tight(text: str) -> str:
    """``text`` without white space: a line may also be broken after a hyphen."""
    return re.sub(r"\s", "", text)


def both(advice: Advice, language: Language) -> list[str]:
    """The report as text and as Markdown, as running words."""
    return [
        flat(render("text", advice, language)),
        flat("\n".join(shown(markdown(render("md", advice, language))))),
    ]


# -- what it says ------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_title_of_the_advice_comes_first(shipped: list[Advice], language: Language) -> None:
    for advice in shipped:
        title = advice.recommendation.title.in_(language)
        assert flat(render("text", advice, language).split("\n=")[0]) == title
        assert shown(markdown(render("md", advice, language)))[0] == title
        assert render("md", advice, language).startswith("# ")


@pytest.mark.parametrize("language", LANGUAGES)
def test_summary_change_and_number_of_open_questions_follow(small: Advisor, language: Language) -> None:
    advice = small.advise(FULL | {"goals": "unknown"})
    for report in both(advice, language):
        places = [
            report.index(words)
            for words in (
                advice.recommendation.summary.in_(language),
                say(f"change_{advice.recommendation.change}", language),
                say("still_open", language, count=1),
                say("ranking", language),
            )
        ]
        assert places == sorted(places)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_caution_is_there_with_what_to_do_its_kind_and_date(shipped: list[Advice], language: Language) -> None:
    assert sum(len(advice.cautions) for advice in shipped) > 20
    for advice in shipped:
        for report in both(advice, language):
            squeezed = tight(report)
            for caution in advice.cautions:
                kind, date = (
                    say(f"kind_{caution.kind}", language),
                    say("as_of", language, date=dates.in_words(caution.as_of, language)),
                )
                assert tight(f"{caution.do.in_(language)} ({kind}, {date})") in squeezed, caution.id
                assert caution.severity == 1 or tight(caution.demand.in_(language)) in squeezed, caution.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_gravest_cautions_come_first(small: Advisor, language: Language) -> None:
    for report in both(small.advise(FULL), language):
        places = [report.index(f"do c{n} ({language})") for n in (3, 2, 1)]
        assert places == sorted(places)
        heads = [report.index(say(f"severity_{n}", language)) for n in (3, 2, 1)]
        assert all(head < place for head, place in zip(heads, places, strict=True))


@pytest.mark.parametrize("language", LANGUAGES)
def test_law_is_called_a_warning_and_not_advice(small: Advisor, language: Language) -> None:
    for report in both(small.advise(FULL), language):
        assert say("cautions_intro", language) in report


@pytest.mark.parametrize("language", LANGUAGES)
def test_open_points_stand_under_the_role_that_knows_and_how_to_find_out(small: Advisor, language: Language) -> None:
    advice = small.advise({"current_model": "insourcing"})
    assert advice.open == ("goals", "size")
    tokens = markdown(render("md", advice, language))
    texts = shown(tokens)
    start = texts.index(say("ask_role", language, role=f"manager ({language})"))
    then = texts.index(say("ask_role", language, role=f"planner ({language})"))
    assert start < then
    assert texts[start + 1].startswith(f"goals ({language}) how goals ({language}) ")
    assert texts[then + 1].startswith(f"size ({language}) how size ({language}) ")
    for report in both(advice, language):
        assert report.count(f"how goals ({language})") == report.count(f"how size ({language})") == 1


def test_every_open_question_of_every_client_is_there_once(shipped: list[Advice]) -> None:
    assert any(advice.open for advice in shipped)
    for advice in shipped:
        texts = shown(markdown(render("md", advice, "nl")))
        for name in advice.open:
            asked = advice.rulebook.questions[name]
            line = flat(f"{asked.text.nl} {asked.how_to_find_out.nl}")
            assert sum(text.startswith(line) for text in texts) == 1, name


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_to_be_found_out_when_all_is_known(small: Advisor, language: Language) -> None:
    for report in both(small.advise(FULL), language):
        assert say("open_points", language) not in report
        assert say("ask_role", language, role="") not in report


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_six_forms_are_listed_by_rank_with_points_and_verdict(shipped: list[Advice], language: Language) -> None:
    for advice in shipped:
        texts = shown(markdown(render("md", advice, language)))
        start = texts.index(say("verdict", language)) + 1
        wanted = [[s.form, number(s.score, language), say(f"verdict_{s.verdict}", language)] for s in advice.ranking]
        rows = [texts[start + 3 * n : start + 3 * n + 3] for n in range(6)]
        names = {form.name.in_(language): form.id for form in advice.rulebook.forms.values()}
        assert [[names[row[0]], *row[1:]] for row in rows] == wanted
        table = render("text", advice, language).split(say("ranking", language))[1]
        assert all(re.search(rf"^{re.escape(row[0])} +{row[1]}  {row[2]}$", table, re.MULTILINE) for row in rows)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_argument_of_the_headline_is_there_with_its_effect_and_answers(
    small: Advisor, language: Language
) -> None:
    advice = small.advise(FULL)
    assert advice.recommendation.form == "outsourcing"
    for report in both(advice, language):
        assert f"because large_goes_out ({language}) (+6 {say('feasibility', language)})" in report
        assert f"because nights_are_hard ({language}) (−9 {say('feasibility', language)})" in report
        assert f"label size ({language}): large ({language})" in report
        assert f"big nights ({language})" in report


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_form_that_falls_away_says_why_and_what_would_lift_it(small: Advisor, language: Language) -> None:
    for report in both(small.advise(FULL), language):
        after = report.split(say("direction_excludes", language))[1]
        assert after.index(f"because no_agency ({language})") < after.index(f"lift no_agency ({language})")


@pytest.mark.parametrize("language", LANGUAGES)
def test_answers_notes_and_what_was_set_aside_are_there(small: Advisor, language: Language) -> None:
    advice = small.advise({"size": "small", "night": "busy", "goals": "unknown"}, {"size": "a note", "night": "late"})
    for report in both(advice, language):
        assert f"label goals ({language}): {say('dont_know', language)}" in report
        assert f"label size ({language}): small ({language}). {say('note', language, note='a note')}" in report
        aside = report.split(say("set_aside", language))[1]
        assert f"label night ({language}): busy ({language}). {say('note', language, note='late')}" in aside


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_answers_the_report_says_that_too_little_is_known(small: Advisor, language: Language) -> None:
    for report in both(small.advise({}), language):
        assert report.startswith(say("too_little", language))
        assert say("too_little_summary", language) in report
        assert say("no_answers", language) in report


@pytest.mark.parametrize("language", LANGUAGES)
def test_with_every_form_excluded_the_report_says_so(tmp_path: Path, language: Language) -> None:
    gates = [rulebooks.gate(f"g_{form}", [{"size": "large"}], form) for form in FORMS]
    advice = Advisor(knowledge.small(tmp_path, gates=gates)).advise(FULL)
    for report in both(advice, language):
        assert report.startswith(say("all_excluded", language))
        assert all(f"lift g_{form} ({language})" in report for form in FORMS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_knowledge_behind_the_report_is_named(small: Advisor, language: Language) -> None:
    for report in both(small.advise(FULL), language):
        assert dates.in_words("2026-01-01", language) in report
        assert small.rulebook.hash[:12] in report


@pytest.mark.parametrize("language", LANGUAGES)
def test_why_shows_every_argument_of_one_form(shipped: list[Advice], language: Language) -> None:
    for advice in shipped[:3]:
        parts = {None, *(part.segment for part in advice.mix)}
        for standing in advice.ranking:
            blocks = form_contents(advice, standing.form, language)
            for text in (flat(as_text.draw(blocks)), flat("\n".join(shown(markdown(as_markdown.draw(blocks)))))):
                assert text.startswith(advice.rulebook.forms[standing.form].name.in_(language))
                assert all(
                    tight(argument.because.in_(language)) in tight(text)
                    for argument in standing.arguments
                    if argument.segment in parts
                )


# -- language ------------------------------------------------------------------------------------------


def test_a_report_is_in_one_language(small: Advisor) -> None:
    cases = [FULL, {}, {"size": "small", "night": "busy"}, {"size": "medium", "night": "unknown"}]
    for given_ in cases:
        advice = small.advise(given_)
        for nl, en in zip(both(advice, "nl"), both(advice, "en"), strict=True):
            assert "(en)" not in nl
            assert "(nl)" not in en
            assert nl.count("(nl)") == en.count("(en)")


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_of_the_program_is_in_the_other_language(shipped: list[Advice], language: Language) -> None:
    other: Language = "en" if language == "nl" else "nl"
    sentences = {
        text.in_(other)
        for text in WORDS.values()
        if "{" not in text.nl and text.nl != text.en and " " in text.in_(other) and len(text.in_(other)) > 12
    }
    for advice in shipped:
        for report in both(advice, language):
            assert not [sentence for sentence in sentences if sentence in report]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_id_key_or_empty_place_is_left_in_a_report(shipped: list[Advice], language: Language) -> None:
    for advice in shipped:
        for report in both(advice, language):
            assert not re.findall(r"\b[a-z0-9]+_[a-z0-9_]+\b|[{}]|\bTrue\b|\bFalse\b", report)
            assert language == "en" or not re.findall(r"\b(None|feasibility|quality|flexibility|unknown)\b", report)


def test_a_sentence_has_the_same_places_in_both_languages() -> None:
    for key, text in WORDS.items():
        nl, en = (re.findall(r"{(\w+)}", text.in_(language)) for language in LANGUAGES)
        assert sorted(nl) == sorted(en), key


# -- shape ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_text_fits_a_terminal_of_eighty_columns_and_has_no_loose_ends(
    shipped: list[Advice], language: Language
) -> None:
    for advice in shipped:
        text = render("text", advice, language)
        lines = text.split("\n")
        assert max(map(len, lines)) <= 80
        assert not [line for line in lines if line != line.rstrip()]
        assert "\n\n\n" not in text
        assert text.endswith("\n")
        assert not text.endswith("\n\n")


def test_a_table_with_long_words_in_it_fits_the_terminal_and_keeps_every_word() -> None:
    names = ("Voorbeeld een: een heel lange naam", "Voorbeeld twee: nog een heel lange naam", "drie " * 20, "W" * 60)
    lines = as_text.draw([Table((("Vorm", *names[1:]), ("a", "1", "2", "3")), frozenset({1}))]).splitlines()
    assert max(map(len, lines)) <= 80
    assert tight("".join(lines)).count("drie") == 20
    assert tight("".join(lines)).count("W") == 60
    assert [line for line in lines if line.split() == ["a", "1", "2", "3"]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_markdown_has_one_title_and_no_level_left_out(shipped: list[Advice], language: Language) -> None:
    for advice in shipped:
        levels = [int(t.tag[1]) for t in markdown(render("md", advice, language)) if t.type == "heading_open"]
        assert levels.count(1) == 1
        assert all(after - before <= 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("language", LANGUAGES)
def test_markdown_of_our_own_text_is_only_what_we_made(shipped: list[Advice], language: Language) -> None:
    for advice in shipped:
        assert kinds(markdown(render("md", advice, language))) <= PLAIN_TOKENS


# -- hostile text -----------------------------------------------------------------------------------------

HOSTILE = [
    "# x",
    "x\n# y",
    "x\n\n# y\n\n- z",
    "[a](javascript:1)",
    "[a]: javascript:1",
    "[a][b]",
    "![a](http://x/y.png)",
    "<script>alert(1)</script>",
    "<!-- x",
    "<http://x.y>",
    "<b onclick=x>",
    "a | b | c",
    "|---|---|",
    "x\n---",
    "x\n===",
    "**a** __b__ *c* _d_ ~~e~~",
    "`a` ``b``",
    "```\ncode",
    "    code",
    "> a",
    "- a",
    "1. a",
    "&lt;b&gt; &amp; &#35;",
    "a\\",
    "\\# \\<b\\>",
    "a  \nb",
    "***",
    "a_b_c",
    "\x85# x",
    "\u2028# x",
]


@pytest.mark.parametrize("note", HOSTILE)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_hostile_note_shows_as_what_was_typed(small: Advisor, note: str, language: Language) -> None:
    advice = small.advise({"size": "large", "night": "busy"}, {"size": note})
    tokens = markdown(render("md", advice, language))
    wanted = f"label size ({language}): large ({language}). {say('note', language, note=flat(note))}"
    assert shown(tokens).count(wanted) == 1
    assert kinds(tokens) <= PLAIN_TOKENS
    clean = markdown(render("md", small.advise({"size": "large", "night": "busy"}, {"size": "x"}), language))
    assert [token.type for token in tokens] == [token.type for token in clean]
    assert wanted in flat(render("text", advice, language))


TEXTS = (
    st.text(alphabet="ab1.)(-+=*_#>|<[]!&;`~\\:/ \n\té$^{}\"'", max_size=20)
    | st.sampled_from(HOSTILE)
    | st.text(max_size=10)
).filter(lambda text: bool(flat(text)) and not re.search(r"[\x00-\x08\x0e-\x1f\x7f]", text))
BLOCKS = st.one_of(
    st.builds(Heading, st.integers(1, 3), TEXTS),
    st.builds(Paragraph, TEXTS),
    st.builds(Items, st.lists(TEXTS, min_size=1, max_size=3).map(tuple), st.booleans()),
    st.integers(1, 3).flatmap(
        lambda width: st.builds(
            Table,
            st.lists(st.lists(TEXTS, min_size=width, max_size=width).map(tuple), min_size=2, max_size=3).map(tuple),
        )
    ),
)


def texts_of(block: Block) -> list[str]:
    if isinstance(block, Items):
        return list(block.texts)
    if isinstance(block, Table):
        return [cell for row in block.rows for cell in row]
    return [block.text]


@given(st.lists(BLOCKS, min_size=1, max_size=4))
@example([Paragraph("-"), Paragraph("1."), Paragraph("2)"), Paragraph("+"), Paragraph("="), Items(("-", "1."))])
@settings(deadline=None, max_examples=150)
def test_any_text_in_any_block_shows_as_it_is_in_markdown(blocks: list[Any]) -> None:
    tokens = markdown(as_markdown.draw(blocks))
    assert shown(tokens) == [flat(text) for block in blocks for text in texts_of(block)]
    assert kinds(tokens) <= PLAIN_TOKENS


@given(st.lists(BLOCKS, min_size=1, max_size=4))
@settings(deadline=None, max_examples=100)
def test_any_text_in_any_block_is_whole_in_plain_text(blocks: list[Any]) -> None:
    drawn = tight(as_text.draw(blocks))
    for text in (text for block in blocks for text in texts_of(block)):
        assert tight(text) in drawn
