"""Numbers as readers of each language write them."""

from __future__ import annotations

from advisor.language import Text, number


def test_a_large_number_has_its_thousands_apart_and_a_real_minus_sign() -> None:
    assert [number(value, "nl") for value in (0, 999, 1234, -1234567)] == ["0", "999", "1.234", "−1.234.567"]
    assert [number(value, "en") for value in (0, 999, 1234, -1234567)] == ["0", "999", "1,234", "−1,234,567"]


def test_a_number_in_a_sentence_is_written_in_the_language_of_the_sentence() -> None:
    assert Text("{count} keer", "{count} times").format(count=12345) == Text("12.345 keer", "12,345 times")
