"""The plain mode: whole interviews through strings, in both languages."""

from __future__ import annotations

import io
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from advisor.interview import Interview
from advisor.interview.answers_reading import read_answers
from advisor.interview.answers_writing import write_answers
from advisor.language import LANGUAGES
from advisor.plain import run
from advisor.plain.running import INTERRUPTED
from advisor.plain.words import WORDS
from advisor.rulebook.loading import load
from advisor.rulebook.locate import shipped
from tests import knowledge
from tests.knowledge import small
from tests.rulebooks import loaded

if TYPE_CHECKING:
    from pathlib import Path

    from advisor.language import Language
    from advisor.rulebook.rulebook import Rulebook


@pytest.fixture(scope="module")
def rulebook(tmp_path_factory: pytest.TempPathFactory) -> Rulebook:
    return small(tmp_path_factory.mktemp("rulebook"))


def talk(rulebook: Rulebook, *lines: str, language: Language = "nl", end: str = "\n") -> str:
    """What the program writes when it reads ``lines``; wrapped lines joined again, but for the answers file."""
    written = io.StringIO()
    assert run(rulebook, language, io.StringIO("\n".join(lines) + end), written) == 0
    said, mark, file = written.getvalue().rpartition("\nlanguage: ")
    if not mark:
        said, file = file, ""
    return re.sub(r"(?<=[^\n])\n *(?!\n|- |[0-9]+\. )", " ", said) + mark + file


def kept(output: str) -> str:
    """The answers file at the end."""
    return output[output.rindex("language: ") :]


def raw(rulebook: Rulebook, *lines: str, language: Language = "nl") -> str:
    written = io.StringIO()
    run(rulebook, language, io.StringIO("\n".join(lines) + "\n"), written)
    return written.getvalue()


def test_a_whole_interview_in_dutch(rulebook: Rulebook) -> None:
    output = talk(rulebook, "7", "1", "3", "2")
    assert output.count("Vraag 1 van hoogstens 4") == 1
    assert "Vraag 4 van hoogstens 4" in output
    assert "Genoteerd: balanced (nl)." in output
    assert "U hebt alle vragen beantwoord. Dit is het advies." in output
    assert "outsourcing switch (nl)" in output
    assert "(en)" not in output


def test_a_whole_interview_in_english(rulebook: Rulebook) -> None:
    output = talk(rulebook, "7", "1", "3", "2", language="en")
    assert "Question 4 of at most 4" in output
    assert "Noted: balanced (en)." in output
    assert "You have answered every question. This is the advice." in output
    assert "outsourcing switch (en)" in output
    assert "(nl)" not in output


def test_the_advice_is_given_once_and_the_answers_can_be_kept(rulebook: Rulebook) -> None:
    output = raw(rulebook, "7", "1", "3", "2")
    assert output.count("Dit is het advies") == 1
    assert "advisor advise antwoorden.yaml" in " ".join(output.split())
    file = output[output.index("language: nl") :]
    assert file == (
        "language: nl\nanswers:\n  goals: balanced\n  current_model: insourcing\n  size: large\n  night: busy\n"
    )
    read = read_answers(file.encode(), "f", rulebook, "nl")
    assert read.answers == {"goals": "balanced", "current_model": "insourcing", "size": "large", "night": "busy"}


@pytest.mark.parametrize("typed", ["0", "u", "o", "U", "weet ik niet", "I don't know"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_not_knowing(rulebook: Rulebook, typed: str, language: Language) -> None:
    assert "  goals: unknown\n" in raw(rulebook, typed, language=language)


@pytest.mark.parametrize("typed", ["t", "b", "T", "terug", "previous"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_back(rulebook: Rulebook, typed: str, language: Language) -> None:
    output = raw(rulebook, "7", typed, "1", language=language)
    assert "  goals: quality_flexibility_cost\n" in output
    assert output.count(WORDS["question"].format(number=1, at_most=4).in_(language)) == 2


def test_back_at_the_first_question_and_enter_to_keep_an_answer(rulebook: Rulebook) -> None:
    output = talk(rulebook, "b", "7", "b", "", "1")
    assert "Dit is de eerste vraag" in output
    assert "Uw antwoord was: balanced (nl). Met alleen Enter laat u het zo." in output
    assert "Uw antwoord blijft staan." in output
    assert "  goals: balanced" in output
    assert "  current_model: insourcing" in output


@pytest.mark.parametrize("typed", ["?", "waarom?", "why"])
def test_why(rulebook: Rulebook, typed: str) -> None:
    output = talk(rulebook, "7", "1", typed)
    assert "Waarom deze vraag: why size (nl)" in output
    assert "Wie het weet: manager (nl)." in output
    assert "Hoe u erachter komt: how size (nl)" in output
    assert "Woorden die u kunt opvragen: Ploeg." in output


@pytest.mark.parametrize(
    ("language", "typed", "shown"),
    [
        ("nl", "wat is een ploeg?", "Ploeg: people (nl)"),
        ("nl", "wat is een team?", "Ploeg: people (nl)"),
        ("nl", "wat is een pannenkoek?", '"pannenkoek" staat niet in de woordenlijst'),
        ("en", "what is a team?", "Team: people (en)"),
        ("en", "what does ploeg mean?", "In Dutch: Ploeg."),
        ("en", "what is a pancake?", '"pancake" is not in the glossary'),
    ],
)
def test_a_term(rulebook: Rulebook, language: Language, typed: str, shown: str) -> None:
    assert shown in talk(rulebook, typed, language=language)
    assert shown in talk(rulebook, "7", "1", "1", typed, language=language)  # after the last question too


@pytest.mark.parametrize(("language", "yes"), [("nl", "j"), ("nl", "Ja."), ("en", "y"), ("en", "yes"), ("en", "ja")])
def test_words_are_stored_after_a_yes(rulebook: Rulebook, language: Language, yes: str) -> None:
    output = talk(rulebook, "balanced", yes, language=language)
    assert WORDS["did_you_mean"].format(answer=f"balanced ({language})").in_(language) in output
    assert "  goals: balanced" in output


def test_words_are_not_stored_after_a_no_or_without_an_answer(rulebook: Rulebook) -> None:
    assert "Goed, er is niets opgeslagen." in talk(rulebook, "balanced", "nee")
    assert "Er is nog niets ingevuld." in talk(rulebook, "balanced", "n")
    output = talk(rulebook, "balanced")
    assert 'Niet opgeslagen, omdat u het nog niet had bevestigd: "balanced" als "balanced (nl)".' in output
    assert "Er is nog niets ingevuld." in output


def test_another_reply_instead_of_a_yes_or_a_no_counts_as_a_reply(rulebook: Rulebook) -> None:
    output = talk(rulebook, "balanced", "2", "ja")
    assert "  goals: quality_cost_flexibility" in output
    assert "current_model" not in kept(output)


@pytest.mark.parametrize("typed", ["", "9", "misschien", "niet balanced", "j", "-1"])
def test_what_is_not_understood_is_not_stored(rulebook: Rulebook, typed: str) -> None:
    output = talk(rulebook, typed)
    assert "Typ een nummer van 1 tot en met 7" in output
    assert "answers:" not in output


def test_of_a_reply_that_fits_two_answers_both_numbers_are_told(rulebook: Rulebook) -> None:
    output = talk(rulebook, "cost flexibility")
    assert "Dat past bij meer dan één antwoord: 2, 6." in output
    assert "answers:" not in output


def test_a_note_is_kept_and_can_be_removed(rulebook: Rulebook) -> None:
    output = raw(rulebook, 'notitie: "citaat": en dit # ook', "7", "Note: tweede", "b", "b", "notitie:")
    assert 'Notitie bewaard: "citaat": en dit # ook' in output
    assert "Er staat nu geen notitie bij deze vraag." in output
    file = output[output.index("language: nl") :]
    assert file == 'language: nl\nanswers:\n  goals: balanced\n  current_model:\n    note: "tweede"\n'


def test_a_note_after_the_last_question_says_where_it_belongs(rulebook: Rulebook) -> None:
    assert "Een notitie hoort bij een vraag." in talk(rulebook, "7", "1", "1", "notitie: x")


def test_review_and_change(rulebook: Rulebook) -> None:
    output = talk(rulebook, "7", "1", "3", "notitie: druk", "2", "antwoorden", "3", "1", "answers", "4", "")
    assert "1. label goals (nl): balanced (nl)." in output
    assert "4. label night (nl): busy (nl). Uw notitie: druk" in output
    assert "Uw antwoord was: large (nl)." in output
    assert "telt uw antwoord op deze vraag niet mee zolang zij niet van toepassing is: night (nl)" in output
    assert "4. label night (nl): busy (nl) (telt niet mee: de vraag is niet van toepassing). Uw notitie: druk" in output
    assert "Die vraag is nu niet van toepassing." in output
    assert output.count("Dit is het advies.") == 2  # the answers changed


def test_an_answer_set_aside_is_kept_and_comes_back(rulebook: Rulebook) -> None:
    output = raw(rulebook, "7", "1", "3", "2", "answers", "3", "1", language="en")
    file = output[output.index("language: en") :]
    assert "  size: small\n  night: busy\n" in file
    again = talk(rulebook, "7", "1", "3", "2", "answers", "3", "1", "answers", "3", "2", language="en")
    assert "your earlier answer to this question counts again: night (en)" in again


def test_review_refuses_other_numbers_and_is_left_by_other_words(rulebook: Rulebook) -> None:
    output = talk(rulebook, "answers", "7", "answers", "9", "99999", "?", "1")
    assert "U hebt nog geen vraag beantwoord." in output
    assert "Kies 1 tot en met 1" in output
    assert "Waarom deze vraag: why current_model (nl)" in output
    assert "  current_model: insourcing" in output


def test_advice_so_far(rulebook: Rulebook) -> None:
    output = talk(rulebook, "advies", "7", "1", "1", "advice", language="en")
    assert "Too little is known for advice yet" in output
    assert "- size (en) (to ask: manager (en))" in output
    assert "insourcing none (en)" in output
    early = talk(rulebook, "7", "1", "3", "advies")
    assert "Dit is het advies tot nu toe." in early
    assert 'Er staat nog een vraag open; u vindt haar onder "Nog uit te zoeken".' in early


def test_help_and_stop(rulebook: Rulebook) -> None:
    output = talk(rulebook, "hulp", "7", "stop", "1")
    assert output.count("Typ het nummer van een antwoord, of het antwoord in uw eigen woorden.") == 2
    assert "current_model" not in kept(output)


@pytest.mark.parametrize("end", ["\n", ""])
def test_the_end_of_input_loses_nothing(rulebook: Rulebook, end: str) -> None:
    output = talk(rulebook, "7", "1", "3", end=end)
    assert "Dit is het advies tot nu toe." in output
    assert "night (nl)" in output[output.index("Nog uit te zoeken") :]
    assert "  size: large" in kept(output)


def test_no_input_at_all(rulebook: Rulebook) -> None:
    output = io.StringIO()
    assert run(rulebook, "en", io.StringIO(""), output) == 0
    assert "Nothing has been filled in yet." in output.getvalue()
    assert "- goals (en) (to ask: manager (en))" in output.getvalue()


@pytest.mark.parametrize("answered", [0, 2])
def test_interrupting_ends_the_same_way(rulebook: Rulebook, answered: int) -> None:
    class Interrupting(io.StringIO):
        def readline(self, size: int | None = -1, /) -> str:
            line = super().readline(-1 if size is None else size)
            if not line:
                raise KeyboardInterrupt
            return line

    output = io.StringIO()
    assert run(rulebook, "nl", Interrupting("7\n1\n"[: 2 * answered]), output, interactive=True) == INTERRUPTED
    assert ("  goals: balanced\n" in output.getvalue()) == bool(answered)
    assert "Uw antwoord: \n" in output.getvalue()


def test_hostile_text_never_reaches_the_screen(rulebook: Rulebook) -> None:
    hostile = "\x1b]0;x\x07\x1b[31m\u202e\x9b1m[@click=app.quit]{0}{x}%s\ud800"
    output = raw(
        rulebook,
        hostile,
        f"notitie: {hostile}",
        f"wat is {hostile}?",
        "x" * 100_000,
        "7",
        "antwoorden",
        hostile,
        "advies",
    )
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e\ud800]", output)
    assert "[@click=app.quit]{0}{x}%s" in output
    file = output[output.rindex("language: nl") :]
    assert read_answers(file.encode(), "f", rulebook, "nl").notes["goals"].endswith("[@click=app.quit]{0}{x}%s")


def test_wrong_bytes_do_not_end_the_interview(rulebook: Rulebook) -> None:
    read = io.TextIOWrapper(io.BytesIO(b"\xff\xfe\n7\n"), encoding="utf-8")
    bytes_out = io.BytesIO()
    write = io.TextIOWrapper(bytes_out, encoding="ascii")
    assert run(rulebook, "nl", read, write) == 0
    write.flush()
    assert b"  goals: balanced\n" in bytes_out.getvalue()


def test_lines_are_repeated_only_when_nobody_saw_them_typed(rulebook: Rulebook) -> None:
    written = io.StringIO()
    run(rulebook, "nl", io.StringIO("7\n"), written, interactive=True)
    assert "Uw antwoord: 7" not in written.getvalue()
    assert "Uw antwoord: 7\n" in raw(rulebook, "7")


def test_lines_are_short_and_there_are_no_escape_codes(rulebook: Rulebook) -> None:
    output = raw(rulebook, "?", "wat is ploeg", "antwoorden", "7", "1", "3", "2")
    assert "\x1b" not in output
    assert max(map(len, output.splitlines())) <= 120


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("typed", ["1", "2", "0"])
def test_the_real_interview_from_begin_to_end(typed: str, language: Language) -> None:
    real = load(shipped())
    output = raw(real, *[typed] * len(real.questions), language=language)
    assert WORDS["finished" if typed != "0" else "no_advice"].in_(language) in " ".join(output.split())
    file = output[output.rindex(f"language: {language}\nanswers:\n") :]
    assert read_answers(file.encode(), "f", real, language).answers


@pytest.mark.parametrize("key", sorted(WORDS))
def test_sentences_have_the_same_blanks_in_both_languages(key: str) -> None:
    blanks = [sorted(re.findall(r"{(\w+)}", WORDS[key].in_(language))) for language in LANGUAGES]
    assert blanks[0] == blanks[1]


def test_answers_with_and_without_notes_are_read_back(rulebook: Rulebook, tmp_path: Path) -> None:
    notes = {"goals": 'een "citaat"\nen: een regel\ttab # \\', "size": "alleen een notitie"}
    interview = Interview(rulebook, {"goals": "balanced", "night": "busy"}, notes)
    read = read_answers(write_answers(interview, "en").encode(), "f", rulebook, "nl")
    assert read.answers == {"goals": "balanced", "size": "unknown", "night": "busy"}
    assert read.notes == notes
    assert read.language == "en"
    assert write_answers(Interview(rulebook), "nl") == "language: nl\nanswers: {}\n"


def test_neither_screen_nor_engine_is_loaded_before_the_advice() -> None:
    code = "import sys, advisor.plain; print([m for m in ('textual', 'rich', 'experta') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_what_if_names_the_answers_that_would_change_the_advice(rulebook: Rulebook) -> None:
    said = talk(rulebook, "7", "1", "3", "2", "wat als")
    assert "Hoe stevig dit advies is" in said
    assert "Wanneer het wel insourcing (nl) wordt" in said
    assert "nothing that could change" in talk(rulebook, "what if", language="en")


def test_it_is_said_once_that_no_question_to_come_changes_the_headline() -> None:
    last = knowledge.question("last", ["quiet", "busy"])
    files = knowledge.frame()
    files["rules/basics.yaml"]["questions"].append(last)
    files["rules/basics.yaml"]["cautions"].append(
        {**files["rules/basics.yaml"]["cautions"][0], "id": "at_last", "when": [{"last": "busy"}]}
    )
    rulebook = loaded(files)
    said = talk(rulebook, "7", "1", "1")  # a small size leaves insourcing; the last question only cautions
    assert said.count("Geen vraag die nog komt") == 1
    assert "Typ advies om het advies nu al te lezen." in said
    assert talk(rulebook, "7", "1", "1", "t", "1").count("Geen vraag die nog komt") == 1
