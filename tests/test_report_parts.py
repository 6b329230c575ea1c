"""The parts of a report that help its reader further: what its words mean, and questions ready to be mailed."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import docx
import pypdf
import pytest

from advisor.advice import Advice, Advisor
from advisor.interview.answers_reading import read_answers
from advisor.language import LANGUAGES, Language
from advisor.report.contents import contents
from advisor.report.document import Block, Heading, Items, Link, Paragraph, texts
from advisor.report.formats import render
from advisor.report.glossary import section
from advisor.report.mail import LONGEST
from advisor.rulebook.loading import load
from advisor.rulebook.rulebook import Rulebook
from advisor.words import say
from tests import knowledge, rulebooks

HOSTILE = 'Wat "nu"? &bcc=a@example.org&body=x#y %0d%0aBcc: b@example.org \r\nCc: c@example.org </a><script> é 漢'


@pytest.fixture(scope="module")
def advices() -> list[Advice]:
    """Of a few example clients, and of someone who knows nothing yet."""
    rulebook = rulebooks.shipped()
    advisor = Advisor(rulebook)
    cases = sorted((Path(__file__).parent / "cases").glob("case_*.yaml"))[:4]
    given = [read_answers(case.read_bytes(), case.name, rulebook, "en").answers for case in cases]
    return [advisor.advise(answers) for answers in [*given, {}]]


# -- the words it uses --------------------------------------------------------------------------------


def explained(blocks: list[Block], terms: list[dict[str, Any]], directory: Path, language: Language) -> list[str]:
    """What is explained at the end of a report, by a glossary of ``terms``."""
    files = knowledge.frame()
    files["glossary/t.yaml"]["terms"] += terms
    found = section(blocks, load(knowledge.write(directory, files)), language)
    assert not found or found[0] == Heading(2, say("terms_used", language))
    return [text for block in found if isinstance(block, Items) for text in block.texts]


def term(name: str, also: list[str] | None = None, **more: Any) -> dict[str, Any]:
    """A term that is called the same in both languages."""
    both = dict.fromkeys(LANGUAGES, also or [])
    text = knowledge.text(f"meaning {name}")
    id_ = "t_" + "".join(c for c in name.lower() if c.isalnum())
    return {"id": id_, "name": dict.fromkeys(LANGUAGES, name), "also": both, "definition": text, "why": text,
            "sources": ["seed"], **more}  # fmt: skip


def test_names_and_abbreviations_that_stand_in_the_text_are_explained_from_a_to_z(tmp_path: Path) -> None:
    terms = [
        term("Verloop"),
        term("Citizen number", ["BSN", "number"]),
        term("Sham act (WAS)"),
        term("Elastic"),
        term("Kosten", everyday=True),
    ]
    blocks: list[Block] = [Paragraph("het verloop, en kosten"), Items(("it was elastically", "a number: BSN."))]
    assert explained(blocks, terms, tmp_path, "en") == [
        "Citizen number (BSN): meaning Citizen number (en)",
        "Verloop: meaning Verloop (en)",
    ]
    assert explained([Paragraph("onder de WAS")], terms, tmp_path, "nl") == [
        "Sham act (WAS): meaning Sham act (WAS) (nl)"
    ]
    assert explained([Paragraph("niets")], terms, tmp_path, "nl") == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_report_ends_with_what_its_words_mean_and_stays_within_bounds(
    advices: list[Advice], language: Language
) -> None:
    for advice in advices:
        *rest, last = contents(advice, language)
        assert rest.pop() == Heading(2, say("terms_used", language))
        assert isinstance(last, Items)
        said = " ".join(texts(rest)).casefold()
        meanings = {term.definition.in_(language): term for term in advice.rulebook.terms.values()}
        used = [meanings[text.split(": ", 1)[1]] for text in last.texts]
        assert 0 < len(used) <= 30
        assert not [term.id for term in used if term.everyday]
        words = [
            [term.name.in_(language), term.name.in_(language).split(" (")[0], *term.also.in_(language)] for term in used
        ]
        assert [own for own in words if not any(word.casefold() in said for word in own)] == []


# -- questions to mail --------------------------------------------------------------------------------


def mails(addresses: list[str]) -> list[dict[str, list[str]]]:
    """What a mail program makes of links."""
    found = []
    for address in addresses:
        assert address.isascii()
        assert len(address) <= LONGEST
        parts = urlsplit(address)
        assert (parts.scheme, parts.netloc, parts.path, parts.fragment) == ("mailto", "", "", "")
        found.append(parse_qs(parts.query, strict_parsing=True))
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_knows_gets_a_mail_with_their_own_questions_and_no_address(
    advices: list[Advice], language: Language
) -> None:
    for advice in advices:
        addresses = [block.address for block in contents(advice, language) if isinstance(block, Link)]
        roles = advice.open_by_role()
        assert len(addresses) == len(roles)
        for mail, ids in zip(mails(addresses), roles.values(), strict=True):
            assert set(mail) == {"subject", "body"}
            questions = [advice.rulebook.questions[question] for question in ids]
            [body] = mail["body"]
            asked = [line for line in body.split("\r\n") if line[:1].isdigit()]
            assert asked == [f"{n}. {question.text.in_(language)}" for n, question in enumerate(questions, 1)]
            if len(ids) == 1:
                assert all(option.text.in_(language) in body for option in questions[0].options)


def test_the_list_that_can_be_pasted_has_the_answers_to_choose_from(advices: list[Advice]) -> None:
    for advice in advices:
        for text in (render("text", advice, "nl"), render("md", advice, "nl")):
            assert "mailto:" not in text
            assert "".join(text.split()).count("Mogelijkeantwoorden:") == len(advice.to_find_out)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Rulebook:
    """A rulebook in which the questions and roles are written by someone who means no good."""
    files = knowledge.frame()
    for question in files["rules/basics.yaml"]["questions"]:
        question["text"] = dict.fromkeys(LANGUAGES, HOSTILE)
    files["rules/forms.yaml"]["roles"][0]["name"] = dict.fromkeys(LANGUAGES, HOSTILE)
    return load(knowledge.write(tmp_path_factory.mktemp("hostile"), files))


def test_a_hostile_question_adds_nothing_to_its_mail_in_any_format(hostile: Rulebook) -> None:
    advice = Advisor(hostile).advise({"size": "large"})
    [link] = [block for block in contents(advice, "nl") if isinstance(block, Link)]
    document = docx.Document(io.BytesIO(render("docx", advice, "nl")))
    in_word = [part.target_ref for part in document.part.rels.values() if part.is_external]
    pages = pypdf.PdfReader(io.BytesIO(render("pdf", advice, "nl"))).pages
    notes = [note.get_object() for page in pages for note in page.get("/Annots", [])]
    in_pdf = [str(note["/A"]["/URI"]) for note in notes if "/URI" in note.get("/A", {})]
    page = render("html", advice, "nl")
    assert f'href="{link.address.replace("&", "&amp;")}"' in page
    assert page.count("mailto:") == 1
    assert set(in_word) == set(in_pdf) == {link.address}
    [mail] = mails([link.address])
    assert set(mail) == {"subject", "body"}
    assert " ".join(HOSTILE.split()) in mail["body"][0]


# -- a mix ---------------------------------------------------------------------------------------------


def mix_of(case: str, language: Language) -> list[str]:
    """The lines of a client's mix."""
    rulebook = rulebooks.shipped()
    answers = read_answers((Path(__file__).parent / "cases" / case).read_bytes(), case, rulebook, "en").answers
    blocks = iter(contents(Advisor(rulebook).advise(answers), language))
    heading = Heading(2, say("mix", language))
    return [line for block in blocks if block == heading for line in texts([next(blocks)])]


def test_a_form_that_scores_below_zero_and_still_gets_a_part_is_explained_there() -> None:
    core, hard = mix_of("case_07.yaml", "en")
    assert "is not what decides" not in core
    assert hard.endswith("For all the work together Insourcing scores −2; for this part that is not what decides.")


def test_a_weak_core_under_agency_workers_is_not_passed_over() -> None:
    core, *shell = mix_of("story_13.yaml", "nl")
    assert "Naast Uitzendkrachten hoort een vaste kern. Dat Insourcing zelf −7 scoort" in core
    assert not [line for line in shell if "scoort" in line]


# -- for whom ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("format_", ["text", "md", "html", "docx", "pdf"])
def test_a_report_says_under_its_title_for_whom_it_is(format_: str, advices: list[Advice]) -> None:
    drawn = render(format_, advices[0], "nl", of="Bank & Zoon\x1b[2J")
    if isinstance(drawn, str):
        text = drawn.replace("&amp;", "&").replace("\\", "")
    elif format_ == "docx":
        text = "\n".join(paragraph.text for paragraph in docx.Document(io.BytesIO(drawn)).paragraphs)
    else:
        text = pypdf.PdfReader(io.BytesIO(drawn)).pages[0].extract_text()
    assert "Advies voor: Bank & Zoon[2J" in text
    assert "\x1b" not in text


def test_a_report_without_a_name_speaks_of_none(advices: list[Advice]) -> None:
    assert "Advies voor" not in render("text", advices[0], "nl")
