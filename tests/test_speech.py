"""What the plain mode says must be clear to who only hears it."""

from __future__ import annotations

import io
import re
import unicodedata

import pytest

from advisor.interview import Interview
from advisor.language import LANGUAGES, Language
from advisor.plain import run
from advisor.report.as_speech import draw, in_words
from advisor.report.document import Heading, Items, Paragraph, Picture, Table
from tests import rulebooks

HEARD = set("€%\"'“”‘’…().,:;?!/-+=&")
"""Signs that a voice says, or that only make it pause."""


@pytest.mark.parametrize(
    ("language", "written", "heard"),
    [
        ("nl", "score −9 (+3 kosten)", "score min 9 (plus 3 kosten)"),
        ("en", "score −9 (+3 cost)", "score minus 9 (plus 3 cost)"),
        ("nl", "weken 2–4, € 31–36", "weken 2 tot en met 4, € 31 tot 36"),
        ("en", "weeks 2–4, 22.00–6.00", "weeks 2 to 4, 22.00 to 6.00"),
        ("nl", "C+1 en a−1 en 2026-11-24", "C+1 en a−1 en 2026-11-24"),
    ],
)
def test_signs_are_said_in_words(language: Language, written: str, heard: str) -> None:
    assert in_words(written, language) == heard


def test_a_table_is_told_row_by_row_and_a_heading_is_a_sentence() -> None:
    table = Table((("Vorm", "Score", "Oordeel"), ("A", "−1", "valt af"), ("B", "", "geschikt")), frozenset({1}))
    blocks = (Heading(2, "De vormen"), table, Picture("<svg/>", "alt"), Paragraph("+2"), Items(("−3",), numbered=True))
    assert draw(blocks, "nl") == (
        "De vormen.\n\n- A. Score: min 1. Oordeel: valt af.\n- B. Oordeel: geschikt.\n\nplus 2\n\n1. min 3\n"
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_whole_session_has_no_sign_that_a_voice_passes_over(language: Language) -> None:
    rulebook = rulebooks.shipped()
    interview, lines = Interview(rulebook), ["help", "?"]
    given = rulebooks.random_answers(rulebook, 5)
    while question := interview.current:
        options = [option.id for option in question.options]
        answer = given.get(question.id, "unknown")
        lines.append(str(options.index(answer) + 1) if answer in options else "0")
        interview.answer(answer)
    lines += [
        "antwoorden",
        "",
        "wat als",
        "why insourcing",
        "waarom nearshoring",
        "probeer",
        "1",
        "2",
        "",
        "nee",
        "stop",
    ]
    written = io.StringIO()
    run(rulebook, language, io.StringIO("\n".join(lines) + "\n"), written)
    for line in written.getvalue().split("\nlanguage: ")[0].splitlines():
        unheard = {c for c in line if not (unicodedata.category(c)[0] in "LN" or c in HEARD or c == " ")}
        assert not unheard, line
        assert not line or re.search(r"\w", line), line
        assert "   " not in line.strip(), line
