"""YAML is read the way authors expect it, every value knows its place, and nothing hostile gets through."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advisor.disk import LARGEST_TEXT
from advisor.errors import FaultsError
from advisor.rulebook.yaml12 import MAX_DEPTH, MAX_NODES, Document, read


def doc(text: str | bytes) -> Document:
    return read(text if isinstance(text, bytes) else text.encode(), "a.yaml")


def refused(text: str | bytes) -> str:
    """The one fault that makes the file unreadable."""
    with pytest.raises(FaultsError) as caught:
        doc(text)
    assert len(caught.value.faults) == 1
    return str(caught.value)


def complaints(text: str) -> list[str]:
    """The faults of a file that could still be read."""
    return [str(fault) for fault in doc(text).faults]


@pytest.mark.parametrize(
    "word",
    [
        *("no", "No", "NO", "yes", "on", "off", "y", "n", "True", "FALSE", "Null", "NaN", ".inf", ".nan"),
        *(
            "12:30",
            "22:22",
            "1:2:3",
            "010",
            "0x1F",
            "0o17",
            "1_000",
            "+1",
            "1.",
            ".5",
            "+1.5",
            "1e3",
            "1.5.0",
            "01.5",
            "00",
            "-01",
        ),
        *("2026-11-24", "2026-11-24 10:00:00", "=", "<<", "1234567890123456789"),
    ],
)
def test_what_yaml_1_1_would_turn_into_something_else_stays_text(word: str) -> None:
    assert doc(f"key: {word}").data == {"key": word}
    assert doc(f"- {word}").data == [word]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("0", 0),
        ("12", 12),
        ("-3", -3),
        ("1.5", 1.5),
        ("-0.25", -0.25),
        ("123456789012345678", 123456789012345678),
    ],
)
def test_only_true_false_null_and_plain_numbers_are_not_text(written: str, value: object) -> None:
    data = doc(f"key: {written}").data
    assert data == {"key": value}
    assert type(data["key"]) is type(value)


@pytest.mark.parametrize("style", ["'{}'", '"{}"', "|-\n  {}", ">-\n  {}"])
@pytest.mark.parametrize("word", ["true", "null", "12", "~"])
def test_what_is_quoted_or_in_a_block_is_text(style: str, word: str) -> None:
    assert doc("key: " + style.format(word)).data == {"key": word}


def test_an_empty_quoted_value_is_empty_text_and_not_null() -> None:
    assert doc("a: ''\nb: \"\"").data == {"a": "", "b": ""}


def test_keys_are_always_text() -> None:
    assert doc("no: a\n12: b\ntrue: c\nnull: d").data == {"no": "a", "12": "b", "true": "c", "null": "d"}


@pytest.mark.parametrize("text", ["", " \n\n", "# only a comment\n", "---\n", "\ufeff", "%YAML 1.2\n---\n"])
def test_a_file_without_content_is_nothing(text: str) -> None:
    document = doc(text)
    assert document.data is None
    assert document.faults == []
    assert document.mark(()) == (1, 1) or text.startswith(("---", "%"))


def test_a_byte_order_mark_and_dos_line_ends_are_not_content() -> None:
    document = doc("\ufeffa: 1\r\nb:\r\n  - x\r\n")
    assert document.data == {"a": 1, "b": ["x"]}
    assert document.keys["a",] == (1, 1)
    assert document.values["b", 0] == (3, 5)


def test_every_key_and_value_knows_its_line_and_column() -> None:
    document = doc(
        "# a comment\n"
        "rules:\n"
        "  - id: a\n"
        "    when:\n"
        "      - size: {at_least: large}\n"
        "      - night: [quiet, busy]\n"
        '    "because":   >-\n'
        "      words\n"
    )
    assert document.values[()] == (2, 1)
    assert document.keys["rules",] == (2, 1)
    assert document.values["rules",] == (3, 3)
    assert document.values["rules", 0] == (3, 5)
    assert document.keys["rules", 0, "id"] == (3, 5)
    assert document.values["rules", 0, "id"] == (3, 9)
    assert document.keys["rules", 0, "when", 0, "size"] == (5, 9)
    assert document.values["rules", 0, "when", 0, "size", "at_least"] == (5, 26)
    assert document.values["rules", 0, "when", 1, "night", 1] == (6, 24)
    assert document.keys["rules", 0, "because"] == (7, 5)
    assert document.values["rules", 0, "because"] == (7, 18)


def test_columns_count_characters_and_not_bytes() -> None:
    document = doc("{één: a, tweeën: b}")
    assert document.keys["tweeën",] == (1, 10)
    assert document.values["tweeën",] == (1, 18)


def test_the_mark_of_what_is_not_there_is_that_of_the_nearest_thing_around_it() -> None:
    document = doc("a:\n  b:\n    c: 1\n")
    assert document.mark(("a", "b", "x", "y")) == document.values["a", "b"] == (3, 5)
    assert document.mark(("a", "b"), key=True) == (2, 3)
    assert document.mark(("a", "x"), key=True) == (2, 3)
    assert str(document.fault(("a", "b", "c"), "is wrong")) == "a.yaml:3:8: is wrong"


def test_a_doubled_key_is_named_where_it_returns_and_the_first_counts() -> None:
    document = doc("a: 1\nb:\n  c: 1\n  d: 2\n  c:\n    e: 3\n")
    assert document.data == {"a": 1, "b": {"c": 1, "d": 2}}
    assert [str(f) for f in document.faults] == ['a.yaml:5:3: "c" is there twice']
    assert document.keys["b", "c"] == (3, 3)
    assert document.values["b", "c"] == (3, 6)
    assert ("b", "c", "e") not in document.values


def test_keys_that_differ_only_in_quotes_or_in_invisible_signs_are_the_same_key() -> None:
    assert complaints("a: 1\n'a': 2\n") == ['a.yaml:2:1: "a" is there twice']
    assert complaints("a: 1\na\u200b: 2\n") == ['a.yaml:2:1: "a" is there twice']


def test_an_alias_is_refused_where_it_stands() -> None:
    document = doc("a: &x 1\nb: *x\nc:\n  - *x\n")
    assert document.data == {"a": 1, "b": None, "c": [None]}
    assert [(f.line, f.column) for f in document.faults] == [(2, 4), (4, 5)]
    assert "alias" in document.faults[0].message
    assert len(complaints("a: &x {b: 1}\nc:\n  <<: *x\n")) == 1


def test_aliases_that_would_unfold_into_billions_are_refused_at_once() -> None:
    lines = ["a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 40)]
    document = doc("\n".join(lines))
    assert len(document.faults) == 39 * 9


@pytest.mark.parametrize(
    ("text", "place", "tag"),
    [
        ("a: !!python/object/apply:os.system [echo]", (1, 4), "python/object/apply:os.system"),
        ("a:\n  - !!str 12", (2, 5), "str"),
        ("!custom\na: 1", (1, 1), "!custom"),
        ("a: !!binary aGFsbG8=", (1, 4), "binary"),
        ("!!str a: 1", (1, 1), "str"),
    ],
)
def test_a_tag_is_refused_where_it_stands(text: str, place: tuple[int, int], tag: str) -> None:
    document = doc(text)
    assert [(f.line, f.column) for f in document.faults] == [place]
    assert tag in document.faults[0].message
    assert "not allowed" in document.faults[0].message


def test_a_tag_runs_nothing(tmp_path) -> None:
    victim = tmp_path / "made"
    document = doc(f"a: !!python/object/apply:pathlib.Path.touch [{victim}]\nb: !!python/name:os.system ''")
    assert len(document.faults) == 2
    assert not victim.exists()


@pytest.mark.parametrize(("open_", "close"), [("[", "]"), ("{a: ", "}")])
def test_nesting_is_bounded(open_: str, close: str) -> None:
    assert doc(open_ * MAX_DEPTH + close * MAX_DEPTH).data
    message = refused(open_ * (MAX_DEPTH + 1) + close * (MAX_DEPTH + 1))
    assert message.startswith(f"a.yaml:1:{MAX_DEPTH * len(open_) + 1}: ")
    assert "nested deeper than 20" in message


@pytest.mark.parametrize("piece", ["[", "{a: ", "- ", "a: ["])
def test_endless_nesting_is_refused(piece: str) -> None:
    assert refused(piece * 200_000).endswith("nested deeper than 20 levels")


@pytest.mark.parametrize("piece", ["? ", "[{", "{? "])
def test_endless_nesting_in_keys_is_refused(piece: str) -> None:
    assert refused(piece * 200_000).endswith("a key must be a word")


def test_a_file_of_many_megabytes_is_refused_unread() -> None:
    assert refused(b"a" * (LARGEST_TEXT + 1)) == "a.yaml:1:1: is larger than 4 MB"
    assert (
        refused(b"- a\n" * MAX_NODES)
        == f"a.yaml:{MAX_NODES}:3: is not valid YAML: more than {MAX_NODES:,} values in one file"
    )


@pytest.mark.parametrize("sign", ["\x00", "\x01", "\x1b", "\x7f", "\ufffe"])
def test_a_control_character_is_refused_with_its_place(sign: str) -> None:
    assert refused(f"a: 1\nkey: wo{sign}rd\n").startswith("a.yaml:2:8: ")


def test_the_place_of_a_control_character_counts_characters_and_not_bytes() -> None:
    assert refused("één: €\nké€: wó\x00rd\n").startswith("a.yaml:2:8: ")


@pytest.mark.parametrize(
    ("raw", "place"),
    [
        (b"\xff", "1:1"),
        (b"a: 1\nb: \xe9\n", "2:4"),
        ("één: €".encode() + b"\xe9", "1:7"),
        (b"\xef\xbb\xbfa: 1\n\nb: \xff", "3:4"),
        ("a: 1".encode("utf-16"), "1:1"),
        (b"a: \xed\xa0\x80", "1:4"),
    ],
)
def test_bytes_that_are_not_utf8_are_refused_with_their_place(raw: bytes, place: str) -> None:
    assert refused(raw) == f"a.yaml:{place}: is not UTF-8 text"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a:\n\tb: 1\n", "2:1"),
        ("a: b: c\n", "1:5"),
        ("a: [1, 2\n", "2:1"),
        ("a: 'open\n", "2:1"),
        ("a: 1\n b: 2\n", "2:3"),
        ("- a\nb: 1\n", "2:1"),
        ("a: @x\n", "1:4"),
        ('a: "\\q"\n', "1:5"),
    ],
)
def test_what_is_not_yaml_is_refused_with_its_place(text: str, place: str) -> None:
    message = refused(text)
    assert message.startswith(f"a.yaml:{place}: is not valid YAML: ")
    assert "\n" not in message


def test_a_key_must_be_a_word() -> None:
    assert refused("a: 1\n? [b, c]\n: 2\n") == "a.yaml:2:3: is not valid YAML: a key must be a word"
    assert "a key must be a word" in refused("a: &x b\n*x : 2\n")


def test_a_tab_inside_a_value_is_kept() -> None:
    assert doc("a: b\tc\nd: \te # comment\n").data == {"a": "b\tc", "d": "e"}


def test_a_second_document_is_refused_where_it_begins() -> None:
    document = doc("a: 1\n---\nb: 2\n")
    assert document.data == {"a": 1}
    assert [(f.line, f.column) for f in document.faults] == [(2, 1)]
    assert "second document" in document.faults[0].message


@pytest.mark.parametrize("text", ["---\na: 1\n", "a: 1\n...\n", "---\na: 1\n...\n# end\n"])
def test_document_marks_around_one_document_are_fine(text: str) -> None:
    document = doc(text)
    assert (document.data, document.faults) == ({"a": 1}, [])


def test_values_and_keys_lose_what_a_terminal_would_obey() -> None:
    data = doc('a: "\\e[31mred\\x07 \\u202Eab\\u200B"\n"k\\e[2Jey": b\n').data
    assert data == {"a": "[31mred ab", "k[2Jey": "b"}


PLAIN = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**17), 10**17)
    | st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text(st.characters(codec="utf-8", categories=["L", "N"]), max_size=5), inner, max_size=3)
    ),
    max_leaves=12,
)


@given(PLAIN)
@settings(deadline=None)
def test_json_is_read_as_what_it_says(plain: object) -> None:
    document = doc(json.dumps(plain, ensure_ascii=False))
    assert document.data == plain
    assert document.faults == []


@given(st.binary(max_size=60) | st.text(alphabet="ab:-?[]{}&*!|>'\"%@`#, \n\t\\\x00é", max_size=60).map(str.encode))
@settings(deadline=None, max_examples=300)
def test_any_bytes_give_a_document_or_a_fault_with_a_place(raw: bytes) -> None:
    try:
        document = read(raw, "a.yaml")
    except FaultsError as error:
        faults = error.faults
    else:
        faults = tuple(document.faults)
    lines = raw.decode("utf-8-sig", "replace").splitlines() or [""]
    assert all(1 <= fault.line <= len(lines) + 1 and fault.column >= 1 for fault in faults)
    assert all("\n" not in fault.message for fault in faults)
