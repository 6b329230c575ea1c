"""A file of answers, by hand or our own, is read whole or refused with the place of every fault."""

from __future__ import annotations

import json
import unicodedata
from typing import TYPE_CHECKING

import pytest
from hypothesis import strategies as st

from advisor.advice import Advisor
from advisor.errors import FaultsError
from advisor.interview.answers_reading import AnswersFile, read_answers
from advisor.language import LANGUAGES, Language
from advisor.report.as_json import render
from tests import knowledge
from tests.examples import few_or_many, holds

if TYPE_CHECKING:
    from advisor.rulebook.rulebook import Rulebook


@pytest.fixture(scope="module")
def rulebook(tmp_path_factory: pytest.TempPathFactory) -> Rulebook:
    return knowledge.small(tmp_path_factory.mktemp("rulebook"))


def read(text: str | bytes, rulebook: Rulebook, language: Language = "en") -> AnswersFile:
    return read_answers(text if isinstance(text, bytes) else text.encode(), "mine", rulebook, language)


def faults(text: str | bytes, rulebook: Rulebook, language: Language = "en") -> list[str]:
    with pytest.raises(FaultsError) as caught:
        read(text, rulebook, language)
    return [str(fault) for fault in caught.value.faults]


def harmless(message: str) -> bool:
    """One line, without control characters, halves of characters and signs that turn text around."""
    return not any(
        unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp") or c in "\u202a\u202e\u2066\u200b" for c in message
    )


# -- what is read ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "answers:\n  size: small\n  night: unknown\n",
        'answers: {"size": small, night: "unknown"}',
        '{"answers": {"size": "small", "night": "unknown"}}',
        '\ufeff\n  {"answers": {"size": "small", "night": null}}',
        "answers:\r\n  size: {option: small}\r\n  night:\r\n",
        "answers:\n  size:\n    option: small\n  night: {note: ''}\n",
        "# comment\n---\nanswers:\n  size: small\n  night: ~\nfigures: {calls: [1, 2, {x: y}]}\n",
    ],
)
def test_yaml_and_json_say_the_same(rulebook: Rulebook, text: str) -> None:
    assert read(text, rulebook) == AnswersFile({"size": "small", "night": "unknown"})


def test_a_question_that_is_left_out_has_no_answer(rulebook: Rulebook) -> None:
    assert read("answers: {}", rulebook).answers == {}
    assert read('{"answers": {}}', rulebook).answers == {}


@pytest.mark.parametrize(
    "text",
    [
        "answers:\n  size: {option: large, note: Het zijn er 40.}\n  night: {note: geen idee}\n",
        '{"answers": {"size": {"option": "large", "note": "Het zijn er 40."}, "night": {"note": "geen idee"}}}',
    ],
)
def test_a_note_goes_with_its_question_even_without_an_option(rulebook: Rulebook, text: str) -> None:
    given_ = read(text, rulebook)
    assert given_.answers == {"size": "large", "night": "unknown"}
    assert given_.notes == {"size": "Het zijn er 40.", "night": "geen idee"}


@pytest.mark.parametrize("note", ["null", "''", "'  '", '"\\n"'])
def test_an_empty_note_is_no_note(rulebook: Rulebook, note: str) -> None:
    assert read(f"answers:\n  size: {{option: large, note: {note}}}\n", rulebook).notes == {}


def test_options_called_no_and_none_are_words(rulebook: Rulebook) -> None:
    assert read("answers:\n  current_model: none\n", rulebook).answers == {"current_model": "none"}
    assert 'unknown option "no" of' in faults("answers:\n  current_model: no\n", rulebook)[0]


def test_name_language_and_start_are_read(rulebook: Rulebook) -> None:
    text = "name: Klant  A\nlanguage: en\nstart: 2026-03-02\nanswers: {}\n"
    assert read(text, rulebook) == AnswersFile({}, name="Klant A", language="en", start="2026-03-02")
    plain = {"name": "Klant A", "language": "en", "start": "2026-03-02", "answers": {}}
    assert read(json.dumps(plain), rulebook) == read(text, rulebook)


@pytest.mark.parametrize("language", LANGUAGES)
def test_our_own_advice_is_read_back_with_all_that_was_given(rulebook: Rulebook, language: Language) -> None:
    answers = {"goals": "balanced", "size": "small", "night": "busy", "current_model": "unknown"}
    advice = Advisor(rulebook).advise(answers, {"size": "een [notitie]\nmet regels"})
    assert advice.set_aside == {"night": "busy"}
    back = read(render(advice, language), rulebook)
    assert back.answers == answers
    assert back.notes == {"size": "een [notitie]\nmet regels"}
    assert back.language == language
    assert render(Advisor(rulebook).advise(back.answers, back.notes), language) == render(advice, language)


def test_an_advice_may_hold_keys_that_do_not_exist_yet(rulebook: Rulebook) -> None:
    text = json.dumps({"schema": "advice/1", "answers": {"size": "small"}, "later": {"x": [1]}})
    assert read(text, rulebook).answers == {"size": "small"}


# -- what is refused ---------------------------------------------------------------------------------

YAML = "language: en\nanswers:\n  {line}\n"
JSON = '{{\n "language": "en",\n "answers": {{\n  {line}\n }}\n}}'

NAMED = [
    ("siize: small", '"siize": "small"', 1, 'unknown question "siize", did you mean "size"?'),
    ("siize: small", '"siize": "small"', 1, 'onbekende vraag "siize", bedoelde u "size"?'),
    ("xyz: small", '"xyz": "small"', 1, 'unknown question "xyz"'),
    ("xyz: small", '"xyz": "small"', 1, 'onbekende vraag "xyz"'),
    ("size: smal", '"size": "smal"', 0, 'unknown option "smal" of question "size", did you mean "small"?'),
    ("size: smal", '"size": "smal"', 0, 'onbekende optie "smal" bij de vraag "size", bedoelde u "small"?'),
    ("size: unknwon", '"size": "unknwon"', 0, 'unknown option "unknwon" of question "size", did you mean "unknown"?'),
    ("size: 3", '"size": 3', 0, 'unknown option "3" of question "size"'),
    ("size: 3", '"size": 3', 0, 'onbekende optie "3" bij de vraag "size"'),
]


@pytest.mark.parametrize(("in_yaml", "in_json", "at_key", "message"), NAMED)
def test_an_unknown_question_or_option_is_named_at_its_place(
    rulebook: Rulebook, in_yaml: str, in_json: str, at_key: bool, message: str
) -> None:
    language: Language = "nl" if "onbekende" in message else "en"
    assert faults(YAML.format(line=in_yaml), rulebook, language) == [f"mine:3:{3 if at_key else 9}: {message}"]
    assert faults(JSON.format(line=in_json), rulebook, language) == [f"mine:4:{3 if at_key else 11}: {message}"]


def test_an_option_with_a_note_is_named_where_the_option_stands(rulebook: Rulebook) -> None:
    [fault] = faults("answers:\n  size:\n    note: x\n    option: smal\n", rulebook)
    assert fault.startswith('mine:4:13: unknown option "smal"')
    [fault] = faults('{"answers": {\n"size": {"note": "x",\n  "option": "smal"}}}', rulebook)
    assert fault.startswith('mine:3:13: unknown option "smal"')


def test_every_fault_is_found_in_one_run_in_order(rulebook: Rulebook) -> None:
    text = "nmae: x\nlanguage: fr\nstart: soon\nanswers:\n  size: smal\n  nigt: busy\n  night: {optoin: busy}\n"
    assert [fault.split(": ", 1) for fault in faults(text, rulebook)] == [
        ["mine:1:1", 'unknown key "nmae", did you mean "name"?'],
        ["mine:2:11", 'unknown language "fr"; use nl or en'],
        ["mine:3:8", '"soon" is not an existing date like 2026-01-31'],
        ["mine:5:9", 'unknown option "smal" of question "size", did you mean "small"?'],
        ["mine:6:3", 'unknown question "nigt", did you mean "night"?'],
        ["mine:7:11", 'unknown key "optoin", did you mean "option"?'],
    ]


def test_a_fault_in_json_is_placed_at_its_own_key_and_not_at_one_that_looks_like_it(rulebook: Rulebook) -> None:
    text = json.dumps(
        {
            "schema": "advice/1",
            "notes": {"size": 'x "night": "busy"', "language": "y", "answers": "{"},
            "answers": {"night": "busy", "size": "smal"},
            "set_aside": {"night": "bsy"},
            "language": "fr",
        },
        indent=1,
    )
    places = [fault.split(": ", 1)[0] for fault in faults(text, rulebook)]
    lines = text.splitlines()
    expected = [
        (next(n for n, line in enumerate(lines, 1) if sign in line), sign) for sign in ('"smal"', '"bsy"', '"fr"')
    ]
    assert places == [f"mine:{n}:{lines[n - 1].index(sign) + 1}" for n, sign in expected]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_doubled_key_is_named_where_it_returns(rulebook: Rulebook, language: Language) -> None:
    said = {"nl": '"size" staat er twee keer', "en": '"size" is there twice'}[language]
    assert faults("answers:\n  size: small\n  size: large\n", rulebook, language) == [f"mine:3:3: {said}"]
    text = '{"answers": {\n "size": "small",\n "size": "large"}}'
    assert faults(text, rulebook, language) == [f"mine:3:2: {said}"]


def test_a_doubled_key_in_json_is_placed_in_its_own_mapping(rulebook: Rulebook) -> None:
    text = '{"figures": {"size": 1},\n "answers": {"size": "small",\n "size": "large"}}'
    assert faults(text, rulebook) == ['mine:3:2: "size" is there twice']


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('{"answers":\n {"size" "small"}}', "2:10"),
        ("{\n'answers': {}}", "2:1"),
        ('{"answers": {}', "1:15"),
        ('{"answers": {}}\n}', "2:1"),
    ],
)
def test_what_is_not_json_is_refused_with_its_place(rulebook: Rulebook, text: str, place: str) -> None:
    [fault] = faults(text, rulebook)
    assert fault.startswith(f"mine:{place}: is not valid JSON: ")
    [fault] = faults(text, rulebook, "nl")
    assert fault.startswith(f"mine:{place}: is geen geldige JSON: ")


def test_what_is_not_yaml_is_refused_with_its_place_in_both_languages(rulebook: Rulebook) -> None:
    text = "answers:\n\tsize: small\n"
    assert faults(text, rulebook)[0].startswith("mine:2:1: is not valid YAML: ")
    assert faults(text, rulebook, "nl")[0].startswith("mine:2:1: is geen geldige YAML: ")


@pytest.mark.parametrize(
    "text", ["", "# nothing\n", "answers:\n", "answers: []\n", "- size\n", "small", '{"answers": 3}']
)
def test_a_file_without_answers_says_what_belongs_there(rulebook: Rulebook, text: str) -> None:
    [fault] = faults(text, rulebook)
    assert fault.startswith("mine:1:")
    assert "an answers: list with an answer per question belongs here" in fault


@pytest.mark.parametrize(
    "date",
    ["2026-02-30", "2026-1-1", "31-2-2026", "1/2/2026", "26-01-01", "1 maart", "20260101", "2026-W01-1", "12", "[]"],
)
def test_a_start_that_is_no_date_is_named(rulebook: Rulebook, date: str) -> None:
    [fault] = faults(f"answers: {{}}\nstart: {date}\n", rulebook, "nl")
    assert fault.startswith("mine:2:8: ")
    assert fault.endswith("is geen bestaande datum als 31-1-2026 of 2026-01-31")


def test_another_kind_of_our_files_is_refused_by_name(rulebook: Rulebook) -> None:
    assert faults('{"schema": "advice/9", "answers": {}}', rulebook) == [
        'mine:1:12: unknown kind of file "advice/9"; can be read: advice/1, dossier/1'
    ]
    assert "onbekend soort bestand" in faults("schema: x\nanswers: {}\n", rulebook, "nl")[0]


@pytest.mark.parametrize("note", ["[a]", "{a: b}", "12", "true"])
def test_a_note_must_be_text(rulebook: Rulebook, note: str) -> None:
    assert faults(f"answers:\n  size: {{option: small, note: {note}}}\n", rulebook) == ["mine:2:31: a note is text"]


# -- hostile content --------------------------------------------------------------------------------

HOSTILE = "\x1b]0;title\x07[/red] \u202eevil\u200b <b> \x9b2J"


@pytest.mark.parametrize("as_json", [True, False])
def test_what_a_terminal_would_obey_is_taken_out_of_notes_and_names(rulebook: Rulebook, as_json: bool) -> None:
    plain = {"name": HOSTILE, "answers": {"size": {"option": "small", "note": HOSTILE + "\nsecond\tline"}}}
    text = json.dumps(plain)
    if not as_json:
        text = f"name: {json.dumps(HOSTILE)}\nanswers: {json.dumps(plain['answers'])}\n"
    given_ = read(text, rulebook)
    assert given_.name == "]0;title[/red] evil <b> 2J"
    assert given_.notes["size"] == "]0;title[/red] evil <b> 2J\nsecond\tline"


def test_notes_in_our_own_file_are_cleaned_too(rulebook: Rulebook) -> None:
    text = json.dumps({"schema": "advice/1", "answers": {}, "notes": {"size": HOSTILE, "no such": "x"}})
    notes = read(text, rulebook).notes
    assert notes["size"] == "]0;title[/red] evil <b> 2J"
    assert "no such" not in notes


@pytest.mark.parametrize(
    "plain",
    [
        {"answers": {HOSTILE: "small"}},
        {"answers": {"size": HOSTILE}},
        {"answers": {"size": {"option": [HOSTILE]}}},
        {"answers": {"size": {HOSTILE: "x"}}},
        {"answers": {}, HOSTILE: 1},
        {"answers": {}, "start": HOSTILE},
        {"answers": {}, "language": HOSTILE},
        {"answers": {}, "schema": HOSTILE},
    ],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_messages_hold_nothing_a_terminal_would_obey(rulebook: Rulebook, plain: object, language: Language) -> None:
    for text in (json.dumps(plain), "# yaml\n" + json.dumps(plain)):
        for fault in faults(text, rulebook, language):
            assert harmless(fault), fault


def test_a_very_long_wrong_word_does_not_flood_the_screen(rulebook: Rulebook) -> None:
    for text in (
        f"answers: {{size: {'x' * 100_000}}}",
        f"answers: {{{'x' * 900}: small}}",
        f"{'x' * 900}: 1\nanswers: {{}}",
        f"answers: {{}}\nstart: {'x' * 900}",
    ):
        [fault] = faults(text, rulebook)
        assert len(fault) < 300


@pytest.mark.parametrize("text", ["[" * 100_000, '{"answers": ' + "[" * 100_000, '{"a":' * 100_000, "{a: " * 100_000])
def test_endless_nesting_is_refused_at_once(rulebook: Rulebook, text: str) -> None:
    assert len(faults(text, rulebook)) == 1


def test_deep_nesting_in_a_part_that_is_not_read_is_refused_too(rulebook: Rulebook) -> None:
    depth = 100_000
    assert len(faults('{"answers": {}, "figures": ' + "[" * depth + "]" * depth + "}", rulebook)) == 1


@pytest.mark.parametrize("start", ["{", "a"])
def test_a_huge_file_is_refused_unread(rulebook: Rulebook, start: str) -> None:
    assert faults(start + " " * 4_000_000, rulebook) == ["mine:1:1: is larger than 4 MB"]
    assert faults(start + " " * 4_000_000, rulebook, "nl") == ["mine:1:1: is groter dan 4 MB"]


def test_a_number_of_thousands_of_digits_is_refused(rulebook: Rulebook) -> None:
    for text in ('{"answers": {"size": ' + "9" * 10_000 + "}}", "answers: {size: " + "9" * 10_000 + "}"):
        [fault] = faults(text, rulebook)
        assert fault.startswith("mine:1:")
        assert len(fault) < 300


@pytest.mark.parametrize("value", ["NaN", "1e999", "-Infinity", "true", "[1, [2]]", "1.5"])
def test_values_that_json_allows_but_no_option_has_are_named(rulebook: Rulebook, value: str) -> None:
    [fault] = faults(f'{{"answers": {{"size": {value}}}}}', rulebook)
    assert fault.startswith("mine:1:22: unknown option ")


@pytest.mark.parametrize(
    ("raw", "place"), [(b'{"answers": \n{"\xff": 1}}', "2:3"), (b"answers:\n  \xff: 1", "2:3"), (b"\xff\xfe{", "1:1")]
)
def test_bytes_that_are_not_utf8_are_refused_with_their_place(rulebook: Rulebook, raw: bytes, place: str) -> None:
    assert faults(raw, rulebook) == [f"mine:{place}: is not UTF-8 text"]
    assert faults(raw, rulebook, "nl") == [f"mine:{place}: is geen UTF-8-tekst"]


def test_half_a_character_in_json_is_taken_out(rulebook: Rulebook) -> None:
    text = '{"name": "a\\ud800b", "answers": {"size": {"option": "small", "note": "\\udfffx"}}}'
    given_ = read(text, rulebook)
    assert (given_.name, given_.notes) == ("ab", {"size": "x"})


WORDS = st.sampled_from(
    ["size", "small", "night", "unknown", "answers", "option", "note", "name", "schema", "advice/1"]
)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=6) | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS | st.text(max_size=4), inner, max_size=4),
    max_leaves=10,
)


RAW = (
    st.binary(max_size=80)
    | st.binary(max_size=40).map(lambda tail: b"{" + tail)
    | VALUES.map(lambda value: json.dumps(value).encode())
    | st.builds(
        lambda head, answers: json.dumps(head | {"answers": answers}, ensure_ascii=True).encode(),
        st.dictionaries(WORDS, VALUES, max_size=3),
        VALUES,
    )
)


@few_or_many(60, 600)
def test_anything_gives_answers_of_the_rulebook_or_faults_that_can_be_shown(rulebook: Rulebook, examples: int) -> None:
    @holds(st.tuples(RAW, st.sampled_from(LANGUAGES)), examples)
    def check(case: tuple[bytes, Language]) -> None:
        try:
            given_ = read(case[0], rulebook, case[1])
        except FaultsError as error:
            assert error.faults
            assert all(harmless(str(fault)) and fault.line >= 1 and fault.column >= 1 for fault in error.faults)
        else:
            options = {q.id: {"unknown", *(o.id for o in q.options)} for q in rulebook.questions.values()}
            assert all(option in options[question] for question, option in given_.answers.items())
            assert set(given_.notes) <= set(options)
            assert all(note and "\x1b" not in note for note in given_.notes.values())
            assert given_.language in (None, *LANGUAGES)
