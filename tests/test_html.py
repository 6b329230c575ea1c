"""The page: whole, on its own, readable for a screen reader, and text stays text."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest

from advisor.advice import Advice, Advisor
from advisor.interview.answers_reading import read_answers
from advisor.language import LANGUAGES, Language
from advisor.report import as_html
from advisor.report.contents import contents
from advisor.report.document import Block, Heading, Items, Link, Paragraph, Picture, Table
from advisor.report.formats import render
from advisor.report.pictures import pictures
from tests import rulebooks

CASES = sorted((Path(__file__).parent / "cases").glob("case_*.yaml"))[:12]
HOSTILE = '</li></main><script>alert("1")</script><img src=x onerror=alert(1)> &lt; {{ 7 * 7 }} {% raw %} <!-- '
VOID = {"meta"}


class Page(HTMLParser):
    """What a browser would find on the page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.texts: list[tuple[str, str]] = []
        self.faults: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(tag)

    def handle_data(self, data: str) -> None:
        if self.open and data.strip():
            self.texts.append((self.open[-1], data))

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]

    def shown(self) -> str:
        return " ".join(" ".join(text for _, text in self.texts).split())


@pytest.fixture(scope="module")
def shipped() -> list[Advice]:
    """The advice on each example client."""
    rulebook = rulebooks.shipped()
    advisor = Advisor(rulebook)
    files = [read_answers(case.read_bytes(), case.name, rulebook, "en") for case in CASES]
    return [advisor.advise(file.answers, file.notes) for file in files]


def texts_of(block: Block) -> list[str]:
    if isinstance(block, Heading | Paragraph | Link):
        return [block.text]
    if isinstance(block, Items):
        return list(block.texts)
    if isinstance(block, Table):
        return [cell for row in block.rows for cell in row]
    return [block.title, block.alt]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_says_all_that_the_report_says_in_its_order(shipped: list[Advice], language: Language) -> None:
    for advice in shipped:
        shown = Page(render("html", advice, language)).shown()
        place = 0
        for block in contents(advice, language)[1:]:
            for text in texts_of(block):
                place = shown.find(" ".join(text.split()), place)
                assert place >= 0, text


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_picture_is_on_the_page_after_the_summary(shipped: list[Advice], language: Language) -> None:
    for advice in shipped:
        page = render("html", advice, language, "2027-01-04")
        drawn = pictures(advice, language, "2027-01-04")
        assert drawn
        places = [page.index(picture.svg) for picture in drawn]
        assert places == sorted(places)
        assert page.index(advice.recommendation.title.in_(language)) < places[0]
        found = Page(page)
        assert len(found.all("figure")) == len(found.all("figcaption")) == len(drawn)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_screen_reader_finds_its_way(shipped: list[Advice], language: Language) -> None:
    for advice in shipped:
        page = Page(render("html", advice, language))
        assert (page.faults, page.open) == ([], [])
        assert page.all("html") == [{"lang": language}]
        levels = [int(tag[1]) for tag, _ in page.tags if re.fullmatch(r"h[1-6]", tag)]
        assert levels.count(1) == 1
        assert levels[0] == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))
        names = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
        assert len(names) == len(set(names))
        links = [link for attributes in page.all("a") if not (link := attributes["href"] or "").startswith("mailto:?")]
        assert links[0] == "#content"
        assert len(links) > 5
        assert {link.removeprefix("#") for link in links} <= set(names)
        labels = [attributes["aria-labelledby"] or "" for _, attributes in page.tags if "aria-labelledby" in attributes]
        assert {name for label in labels for name in label.split()} <= set(names)
        assert {attributes.get("scope") for attributes in page.all("th")} == {"col", "row"}
        assert all(attributes.get("role") == "img" for attributes in page.all("svg"))


def test_nothing_is_fetched_and_nothing_runs(shipped: list[Advice]) -> None:
    for advice in shipped:
        page = render("html", advice, "en", "2027-01-04")
        found = Page(page)
        policy = next(meta["content"] for meta in found.all("meta") if "http-equiv" in meta)
        assert policy == "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
        assert {tag for tag, _ in found.tags}.isdisjoint({"link", "img", "iframe", "object", "base", "form"})
        assert [script["type"] for script in found.all("script")] == ["application/json"]  # data, which no browser runs
        used = {name for _, attributes in found.tags for name in attributes}
        assert used.isdisjoint({"src", "srcset", "action", "style"})
        assert not [name for name in used if name.startswith("on")]
        assert all((attributes["href"] or "").startswith(("#", "mailto:?")) for attributes in found.all("a"))
        assert "@import" not in page
        assert page.count("url(") == page.count("url(#picture-")


def test_a_hostile_note_is_shown_as_text(shipped: list[Advice]) -> None:
    advice = shipped[0]
    question = next(iter(advice.answers))
    advisor = Advisor(advice.rulebook)
    plain, hostile = (
        Page(render("html", advisor.advise(advice.answers, {question: note}), "nl")) for note in ("note", HOSTILE)
    )
    assert " ".join(HOSTILE.split()) in hostile.shown()
    assert [tag for tag, _ in hostile.tags] == [tag for tag, _ in plain.tags]


def test_hostile_blocks_of_every_kind_are_shown_as_text() -> None:
    blocks = (
        Heading(1, HOSTILE),
        Paragraph(HOSTILE),
        Heading(2, HOSTILE),
        Items((HOSTILE,), numbered=True),
        Table(((HOSTILE, HOSTILE), (HOSTILE, HOSTILE)), right=frozenset({1})),
        Picture('<svg xmlns="http://www.w3.org/2000/svg"/>', HOSTILE, HOSTILE),
    )
    page = Page(as_html.draw(blocks, "nl"))
    assert (page.faults, page.open) == ([], [])
    assert {tag for tag, _ in page.tags}.isdisjoint({"script", "img"})
    # In the title twice, in the contents, and once for each other text.
    assert page.shown().count('<script>alert("1")</script>') == 11


def test_numbers_stand_to_the_right_and_a_numbered_list_is_one() -> None:
    blocks = (Heading(1, "t"), Items(("a",), numbered=True), Table((("form", "score"), ("own", "3")), frozenset({1})))
    page = Page(as_html.draw(blocks, "en"))
    assert page.all("ol") == [{}]
    assert page.all("td") == [{"class": "number"}]
    assert page.all("th")[1] == {"scope": "col", "class": "number"}


def test_without_answers_there_is_a_page_without_pictures() -> None:
    page = Page(render("html", Advisor(rulebooks.shipped()).advise({}), "nl"))
    assert page.all("figure") == []
    assert "Er is nog te weinig bekend" in page.shown()
